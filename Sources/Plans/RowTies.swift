import Graphs
import Sheets

/// A cell's word for a row of another table, or of its own.
struct RowReference {
  let text: String
  let kinds: [NodeKind]
  let table: Table
  let column: Column
  let plan: Int
  let input: Int
  let source: Source
}

/// The second pass: cells that refer to rows become ties.
extension PlanReader {
  /// Reads the references of all rows, then the sheets of ties of the mappings.
  mutating func readTies() {
    rowCounts = plans.map { plan in
      Dictionary(uniqueKeysWithValues: NodeKind.all.map { ($0, plan.count(of: $0)) })
    }
    let series = seriesOfReferences()
    // Issues first, so that a `links` row may name one wherever it stands.
    for entry in rows where entry.node != nil { readReferences(entry, ofIssues: true, series) }
    for entry in rows where entry.node != nil { readReferences(entry, ofIssues: false, series) }
    for input in inputs.indices { readMappedLinks(input) }
    for entry in rows where entry.node == nil {
      switch entry.row.table {
      case .links: readLink(entry)
      case .offers: readOffer(entry)
      default: readDecision(entry)
      }
    }
    reportOvertakenDecisions()
    reportJoinedIssues()
  }

  private mutating func readReferences(
    _ entry: PlanRow, ofIssues: Bool, _ series: [Source: String]
  ) {
    guard let node = entry.node else { return }
    for column in ReferenceColumn.of(entry.row.table) where (column.kind == .issue) == ofIssues {
      // A leader lives in one place; all other references come in the plural.
      let values =
        column.column == .place
        ? [entry.row.reference(.place)].compactMap { $0 } : entry.row.values(column.column)
      for (text, found) in values {
        let source = source(entry, found.address)
        let reference = RowReference(
          text: series[source] ?? text, kinds: [column.kind], table: entry.row.table,
          column: column.column, plan: entry.plan, input: entry.input, source: source)
        for part in apart(reference) {
          guard let target = resolve(part) else { continue }
          plans[entry.plan].ties.append(
            Tie(
              relation: column.relation, from: column.leavesRow ? node : target,
              to: column.leavesRow ? target : node, source: source, since: nil, note: nil))
        }
      }
    }
  }

  private func source(_ entry: PlanRow, _ address: CellAddress) -> Source {
    Source(entry.row.view.sheet, address)
  }

  /// The references of a cell whose values stand apart by a comma or an “and”, where each of them is
  /// known and the whole is not; else the reference itself.
  private func apart(_ reference: RowReference) -> [RowReference] {
    guard !isKnown(reference) else { return [reference] }
    let parts = reference.text.looseParts
    guard parts.count > 1, parts.allSatisfy({ isKnown(reference.saying($0)) }) else {
      return [reference]
    }
    log.add(
      .splitValues(reference.table, reference.column, text: reference.text, parts: parts),
      reference.source)
    return parts.map(reference.saying)
  }

  /// Whether a table has the row that a cell refers to, or the vocabulary its issue.
  ///
  /// Rows made of other cells do not count, so that the order of rows changes nothing.
  func isKnown(_ reference: RowReference) -> Bool {
    if reference.kinds == [.issue] {
      return inputs[reference.input].vocabulary.entry(reference.text, .issues) != nil
    }
    guard case .one(let node) = index.find(reference.text, reference.kinds, plan: reference.plan)
    else { return false }
    return node.index < rowCounts[node.plan][node.kind, default: 0]
  }

  /// The plan's issue of a name; made where it is the first of its meaning.
  private mutating func issue(_ reference: RowReference) -> NodeReference {
    let (text, plan) = (reference.text, reference.plan)
    let counting = index.counting(text, .issue, plan: plan)
    let key = inputs[reference.input].vocabulary.issueKey(counting)
    if let found = index.row(id: key, .issue, plan: plan) {
      noteSpelling(text, of: found, plan)
      return NodeReference(plan: plan, kind: .issue, index: found)
    }
    let node = NodeReference(plan: plan, kind: .issue, index: plans[plan].issues.count)
    _ = index.add(node, id: key, name: text)
    let header = RecordHeader(id: text, name: text, source: reference.source, extra: [])
    plans[plan].issues.append(Issue(header: header, key: key))
    return node
  }

  private mutating func noteSpelling(_ text: String, of issue: Int, _ plan: Int) {
    let first = plans[plan].issues[issue].name
    guard MatchKey.name(first) != MatchKey.name(text) else { return }
    joinedSpellings[NodeReference(plan: plan, kind: .issue, index: issue), default: [:]][
      MatchKey.name(text)] = text
  }

  private func reportJoinedIssues() {
    for (node, spellings) in joinedSpellings.sorted(by: {
      ($0.key.plan, $0.key.index) < ($1.key.plan, $1.key.index)
    }) {
      let issue = plans[node.plan].issues[node.index]
      let others = spellings.sorted { $0.key < $1.key }.map(\.value)
      log.add(
        .joinedIssues(names: [issue.name] + others),
        Source(file: issue.source.file, sheet: issue.source.sheet))
    }
  }

  /// The row that a cell refers to; made if the mapping asks for it, else reported if missing.
  private mutating func resolve(_ reference: RowReference) -> NodeReference? {
    if reference.kinds == [.issue] { return issue(reference) }
    let (text, kinds, plan) = (reference.text, reference.kinds, reference.plan)
    switch index.find(text, kinds, plan: plan) {
    case .one(let node): return node
    case .several(let nodes):
      log.add(
        .ambiguousReference(
          reference.table, reference.column, text: text, candidates: nodes.map(fullID)),
        reference.source)
      return nil
    case .none:
      if kinds.count == 1, inputs[reference.input].mapping?.createsMissing == true {
        return create(reference, kinds[0])
      }
      let isAbsent = kinds.count == 1 && plans[plan].count(of: kinds[0]) == 0
      log.add(
        isAbsent
          ? .absentTable(reference.table, reference.column, kinds[0])
          : .danglingReference(reference.table, reference.column, text: text, kinds: kinds),
        reference.source)
      if !isAbsent { dangling.append(reference) }
      return nil
    }
  }

  private mutating func create(_ reference: RowReference, _ kind: NodeKind) -> NodeReference {
    let (name, plan) = (reference.text, reference.plan)
    let node = NodeReference(plan: plan, kind: kind, index: plans[plan].count(of: kind))
    _ = index.add(node, id: name, name: name)
    plans[plan].addNamed(name, kind, reference.source)
    let file = inputs[reference.input].source.file
    log.add(.createdRows(kind), Source(file: file, sheet: nil))
    return node
  }

  private func fullID(_ node: NodeReference) -> String {
    plans[node.plan].fullID(node.kind, node.index)
  }

  static let linkable: [NodeKind] = [
    .place, .activity, .leader, .organisation, .fund, .mechanism,
  ]

  /// The node that one cell of a row refers to, of any kind; nil where unknown or reported.
  private mutating func node(_ column: Column, _ entry: PlanRow) -> NodeReference? {
    guard let (text, found) = entry.row.reference(column) else { return nil }
    if let plan = index.plan(id: text) { return NodeReference(plan: plan, kind: .plan, index: 0) }
    let counting = index.counting(text, .issue, plan: entry.plan)
    let key = inputs[entry.input].vocabulary.issueKey(counting)
    if case .none = index.find(text, Self.linkable, plan: entry.plan),
      let issue = index.row(id: key, .issue, plan: entry.plan)
    {
      return NodeReference(plan: entry.plan, kind: .issue, index: issue)
    }
    return resolve(
      RowReference(
        text: text, kinds: Self.linkable, table: entry.row.table, column: column, plan: entry.plan,
        input: entry.input, source: source(entry, found.address)))
  }

  private mutating func readLink(_ entry: PlanRow) {
    guard isComplete(entry, [.from, .relation, .to]) else { return }
    let from = node(.from, entry)
    let to = node(.to, entry)
    guard let from, let to, let word = entry.row.text(.relation) else { return }
    plans[entry.plan].ties.append(
      Tie(
        relation: Relation(word), from: from, to: to, source: entry.row.source,
        since: entry.row.date(.since), note: entry.row.text(.note)))
  }

  /// Whether a row has what it says nothing without; what is missing is reported.
  private func isComplete(_ entry: PlanRow, _ columns: [Column]) -> Bool {
    let missing = columns.first { entry.row.values($0).isEmpty }
    if let missing { log.add(.incompleteRow(entry.row.table, missing), entry.row.source) }
    return missing == nil
  }

  private mutating func readOffer(_ entry: PlanRow) {
    let row = entry.row
    guard isComplete(entry, [.item]), let item = row.text(.item) else { return }
    let owner = node(.owner, entry)
    let place = row.reference(.place).flatMap { text, found in
      resolve(
        RowReference(
          text: text, kinds: [.place], table: .offers, column: .place, plan: entry.plan,
          input: entry.input, source: source(entry, found.address)))
    }
    plans[entry.plan].offers.append(
      Offer(
        id: row.text(.id) ?? item, owner: owner, direction: row.choice(.type), item: item,
        category: row.text(.category), quantity: row.number(.quantity), unit: row.text(.unit),
        months: row.texts(.months), place: place, source: row.source))
  }

  /// Whether a row only puts a pair before the meeting: nothing was typed beside it.
  private func isUndecided(_ row: TableRow) -> Bool {
    let typed: [Column] = [.status, .owner, .due, .date, .reason]
    return typed.allSatisfy { row.values($0).isEmpty } && !row.values(.from).isEmpty
      && !row.values(.to).isEmpty
  }

  private mutating func readDecision(_ entry: PlanRow) {
    let row = entry.row
    if isUndecided(row) {
      log.add(.undecided, row.source)
      return
    }
    guard isComplete(entry, [.from, .to]) else { return }
    if row.values(.status).isEmpty {
      log.add(.withoutStatus, row.source(.status))
      return
    }
    let from = node(.from, entry)
    let to = node(.to, entry)
    plans[entry.plan].decisions.append(
      Decision(
        approach: row.choice(.approach), from: from, to: to, status: row.choice(.status),
        owner: row.text(.owner), due: row.date(.due), date: row.date(.date),
        reason: row.text(.reason), evidence: row.text(.evidence), source: row.source))
    if let decision = plans[entry.plan].decisions.last { row.reportContradictions(in: decision) }
  }

  /// The ties of sheets that a mapping's `links` name.
  private mutating func readMappedLinks(_ input: Int) {
    let context = inputs[input]
    guard let plan = context.plans.first else { return }
    for (rule, sheet, heading) in context.links {
      guard let from = heading.column(rule.from.column), let to = heading.column(rule.to.column)
      else { continue }
      func end(_ end: Mapping.LinkRule.End, _ column: Column, _ index: Int, _ row: Int)
        -> RowReference?
      {
        let text = sheet[row, index].text.trimmed
        if MatchKey.isUnknown(text) { return nil }
        return RowReference(
          text: text, kinds: [end.kind], table: .links, column: column, plan: plan, input: input,
          source: Source(sheet, CellAddress(row: row, column: index)))
      }
      for row in heading.firstDataRow..<max(heading.firstDataRow, sheet.rowCount) {
        let ends = [end(rule.from, .from, from, row), end(rule.to, .to, to, row)]
        let nodes = ends.map { $0.flatMap { resolve($0) } }
        guard let start = nodes[0], let end = nodes[1] else { continue }
        plans[plan].ties.append(
          Tie(
            relation: rule.relation, from: start, to: end,
            source: Source(sheet, CellAddress(row: row, column: from)), since: nil, note: nil))
      }
    }
  }
}

extension RowReference {
  /// The same cell with another word in it.
  fileprivate func saying(_ text: String) -> RowReference {
    RowReference(
      text: text, kinds: kinds, table: table, column: column, plan: plan, input: input,
      source: source)
  }
}

extension String {
  /// The values of a cell that stand apart by a comma, a slash or an “and”, each once.
  fileprivate var looseParts: [String] {
    var text = self
    for word in [" และ ", " กับ ", " and "] { text = text.replacing(word, with: ",") }
    var seen: Set<String> = []
    return text.split { ",，、/|+".contains($0) }.map { String($0).trimmed }
      .filter { !MatchKey.isUnknown($0) && seen.insert(MatchKey.name($0)).inserted }
  }
}
