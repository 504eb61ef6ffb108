import Graphs
import Sheets

/// The second pass: cells that refer to rows become ties.
extension PlanReader {
  /// Reads the references of all rows, then the sheets of ties of the mappings.
  mutating func readTies() {
    rowCounts = plans.map { plan in NodeKind.all.map(plan.count) }
    log.begin(.series)
    let series = seriesOfReferences()
    log.begin(.issues)
    // Issues first, so that a `links` row may name one wherever it stands.
    for entry in rows where entry.node != nil { readReferences(entry, ofIssues: true, series) }
    log.begin(.references)
    for entry in rows where entry.node != nil { readReferences(entry, ofIssues: false, series) }
    log.begin(.mappedLinks)
    for input in inputs.indices { readMappedLinks(input) }
    log.begin(.links)
    for entry in rows where entry.node == nil {
      switch entry.row.table {
      case .links: readLink(entry)
      case .offers: readOffer(entry)
      default: readDecision(entry)
      }
    }
    log.begin(.decisions)
    reportOvertakenDecisions()
    log.begin(.spellings)
    reportJoinedIssues()
    log.begin(.mappings)
  }

  private mutating func readReferences(
    _ entry: PlanRow, ofIssues: Bool, _ series: [Source: String]
  ) {
    guard let node = entry.node else { return }
    for column in ReferenceColumn.of(entry.row.table) where (column.kind == .issue) == ofIssues {
      // A leader lives in one place; all other references come in the plural.
      if column.column == .place {
        guard let (text, found) = entry.row.reference(.place) else { continue }
        tie(node, column, text, NameKey(text), found.address, entry, series)
      } else if !tiesByCodes(node, column, entry, series) {
        entry.row.forEachReference(column.column) { text, key, address in
          tie(node, column, text, key, address, entry, series)
        }
      }
    }
  }

  /// Ties a row by a cell that holds nothing but ids as they are typed in their own rows.
  ///
  /// - Returns: False, with no tie made, for any other cell.
  private mutating func tiesByCodes(
    _ node: NodeReference, _ column: ReferenceColumn, _ entry: PlanRow, _ series: [Source: String]
  ) -> Bool {
    guard series.isEmpty, column.kind != .issue, let found = entry.row.codes(column.column) else {
      return false
    }
    let count = rowCounts[entry.plan][Int(column.kind.rawValue)]
    var targets: [NodeReference] = []
    for code in found.codes {
      guard let row = index.row(code: code, column.kind, plan: entry.plan), row < count else {
        return false
      }
      targets.append(NodeReference(plan: entry.plan, kind: column.kind, index: row))
    }
    let cell = CellAddress(row: entry.row.rows[0], column: found.place)
    for target in targets {
      plans[entry.plan].ties.append(
        column.relation, from: column.leavesRow ? node : target,
        to: column.leavesRow ? target : node, at: cell, in: entry.row.view.source)
    }
    return true
  }

  /// Ties a row to what a word in one of its cells refers to.
  private mutating func tie(
    _ node: NodeReference, _ column: ReferenceColumn, _ text: String, _ key: NameKey,
    _ address: CellAddress, _ entry: PlanRow, _ series: [Source: String]
  ) {
    let source = entry.row.view.source.at(address)
    func add(_ target: NodeReference) {
      plans[entry.plan].ties.append(
        column.relation, from: column.leavesRow ? node : target,
        to: column.leavesRow ? target : node, at: address, in: entry.row.view.source)
    }
    // Most words are known as they are.
    if series.isEmpty, let known = known(key, column.kind, plan: entry.plan) { return add(known) }
    let reference = RowReference(
      text: series[source] ?? text, kinds: column.kinds, table: entry.row.table,
      column: column.column, plan: entry.plan, input: entry.input, source: source)
    targets(of: reference).forEach(add)
  }

  /// The row of a table whose id is a word, or the issue that the same word has been read as before.
  private func known(_ key: NameKey, _ kind: NodeKind, plan: Int) -> NodeReference? {
    if kind == .issue { return issueWords[IssueWord(plan: plan, key: key)] }
    guard let row = index.row(id: key, kind, plan: plan) else { return nil }
    let node = NodeReference(plan: plan, kind: kind, index: row)
    return isRow(node) ? node : nil
  }

  private func source(_ entry: PlanRow, _ address: CellAddress) -> Source {
    entry.row.view.source.at(address)
  }

  /// The rows or issues that a cell refers to; most words are known as they are.
  private mutating func targets(of reference: RowReference) -> [NodeReference] {
    if reference.kinds == [.issue] {
      let key = IssueWord(plan: reference.plan, key: NameKey(reference.text))
      let parts = apart(reference)
      let issues = parts.compactMap { resolve($0) }
      if parts.count == 1 { issueWords[key] = issues.first }
      return issues
    }
    if case .one(let node) = index.find(reference.text, reference.kinds, plan: reference.plan),
      isRow(node)
    {
      return [node]
    }
    return apart(reference).compactMap { resolve($0) }
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
    return isRow(node)
  }

  /// Whether a table holds the row, and it is not made of another cell.
  private func isRow(_ node: NodeReference) -> Bool {
    node.index < rowCounts[node.plan][Int(node.kind.rawValue)]
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
      let source = Source(sheet)
      func end(_ end: Mapping.LinkRule.End, _ column: Column, _ index: Int, _ row: Int)
        -> RowReference?
      {
        let text = sheet[row, index].text.trimmed
        if MatchKey.isUnknown(text) { return nil }
        return RowReference(
          text: text, kinds: [end.kind], table: .links, column: column, plan: plan, input: input,
          source: source.at(CellAddress(row: row, column: index)))
      }
      for row in heading.firstDataRow..<max(heading.firstDataRow, sheet.rowCount) {
        let ends = [end(rule.from, .from, from, row), end(rule.to, .to, to, row)]
        let nodes = ends.map { $0.flatMap { resolve($0) } }
        guard let start = nodes[0], let end = nodes[1] else { continue }
        plans[plan].ties.append(
          Tie(
            relation: rule.relation, from: start, to: end,
            source: source.at(CellAddress(row: row, column: from)), since: nil, note: nil))
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
  var looseParts: [String] {
    var text = self
    for word in [" และ ", " กับ ", " and "] { text = text.replacing(word, with: ",") }
    var seen: Set<String> = []
    return text.split { ",，、/|+".contains($0) }.map { String($0).trimmed }
      .filter { !MatchKey.isUnknown($0) && seen.insert(MatchKey.name($0)).inserted }
  }
}
