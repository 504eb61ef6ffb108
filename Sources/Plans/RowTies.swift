import Graphs
import Sheets

/// A column whose cells refer to rows, and the edge that each of them makes.
private struct ReferenceColumn {
  let column: Column
  let relation: Relation
  let kind: NodeKind
  /// Whether the edge leaves the row itself; else it leaves what the cell refers to.
  let leavesRow: Bool

  static func of(_ table: Table) -> [ReferenceColumn] {
    switch table {
    case .activities:
      [
        .init(column: .issues, relation: .about, kind: .issue, leavesRow: true),
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .organisations, relation: .runs, kind: .organisation, leavesRow: false),
        .init(column: .leaders, relation: .leads, kind: .leader, leavesRow: false),
        .init(column: .funds, relation: .finances, kind: .fund, leavesRow: false),
        .init(column: .mechanisms, relation: .supports, kind: .mechanism, leavesRow: false),
        .init(column: .adoptedBy, relation: .adopts, kind: .mechanism, leavesRow: false),
      ]
    case .leaders:
      [
        .init(column: .place, relation: .livesIn, kind: .place, leavesRow: true),
        .init(column: .issues, relation: .worksOn, kind: .issue, leavesRow: true),
        .init(column: .organisations, relation: .memberOf, kind: .organisation, leavesRow: true),
        .init(column: .funds, relation: .servesOn, kind: .fund, leavesRow: true),
      ]
    case .organisations:
      [
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .issues, relation: .about, kind: .issue, leavesRow: true),
      ]
    case .funds:
      [
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .organisations, relation: .belongsTo, kind: .organisation, leavesRow: true),
      ]
    case .mechanisms:
      [
        .init(column: .places, relation: .locatedIn, kind: .place, leavesRow: true),
        .init(column: .issues, relation: .covers, kind: .issue, leavesRow: true),
      ]
    case .plan, .places, .links, .offers, .decisions: []
    }
  }
}

/// The second pass: cells that refer to rows become ties.
extension PlanReader {
  /// Reads the references of all rows, then the sheets of ties of the mappings.
  mutating func readTies() {
    // Issues first, so that a `links` row may name one wherever it stands.
    for entry in rows where entry.node != nil { readReferences(entry, ofIssues: true) }
    for entry in rows where entry.node != nil { readReferences(entry, ofIssues: false) }
    for input in inputs.indices { readMappedLinks(input) }
    for entry in rows where entry.node == nil {
      switch entry.row.table {
      case .links: readLink(entry)
      case .offers: readOffer(entry)
      default: readDecision(entry)
      }
    }
    reportJoinedIssues()
  }

  private mutating func readReferences(_ entry: PlanRow, ofIssues: Bool) {
    guard let node = entry.node else { return }
    for column in ReferenceColumn.of(entry.row.table) where (column.kind == .issue) == ofIssues {
      // A leader lives in one place; all other references come in the plural.
      let values =
        column.column == .place
        ? [entry.row.reference(.place)].compactMap { $0 } : entry.row.values(column.column)
      for (text, found) in values {
        let target =
          column.kind == .issue
          ? issue(text, entry.plan, source(entry, found.address))
          : resolve(text, [column.kind], entry, column.column, found.address)
        guard let target else { continue }
        plans[entry.plan].ties.append(
          Tie(
            relation: column.relation, from: column.leavesRow ? node : target,
            to: column.leavesRow ? target : node, source: source(entry, found.address),
            since: nil, note: nil))
      }
    }
  }

  private func source(_ entry: PlanRow, _ address: CellAddress) -> Source {
    Source(entry.row.view.sheet, address)
  }

  /// The plan's issue of a name; made where it is the first of its meaning.
  private mutating func issue(_ text: String, _ plan: Int, _ source: Source) -> NodeReference {
    let key = vocabulary.issueKey(text)
    if let found = index.row(id: key, .issue, plan: plan) {
      noteSpelling(text, of: found, plan, source)
      return NodeReference(plan: plan, kind: .issue, index: found)
    }
    let node = NodeReference(plan: plan, kind: .issue, index: plans[plan].issues.count)
    _ = index.add(node, id: key, name: text)
    let header = RecordHeader(id: text, name: text, source: source, extra: [])
    plans[plan].issues.append(Issue(header: header, key: key))
    return node
  }

  private mutating func noteSpelling(_ text: String, of issue: Int, _ plan: Int, _ source: Source) {
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
  private mutating func resolve(
    _ text: String, _ kinds: [NodeKind], _ entry: PlanRow, _ column: Column, _ address: CellAddress
  ) -> NodeReference? {
    let table = entry.row.table
    switch index.find(text, kinds, plan: entry.plan) {
    case .one(let node): return node
    case .several(let nodes):
      log.add(
        .ambiguousReference(table, column, text: text, candidates: nodes.map(fullID)),
        source(entry, address))
      return nil
    case .none:
      if kinds.count == 1, inputs[entry.input].mapping?.createsMissing == true {
        return create(text, kinds[0], entry.plan, source(entry, address), entry.input)
      }
      let isAbsent = kinds.count == 1 && plans[entry.plan].count(of: kinds[0]) == 0
      log.add(
        isAbsent
          ? .absentTable(table, column, kinds[0])
          : .danglingReference(table, column, text: text, kinds: kinds), source(entry, address))
      return nil
    }
  }

  private mutating func create(
    _ name: String, _ kind: NodeKind, _ plan: Int, _ source: Source, _ input: Int
  ) -> NodeReference {
    let node = NodeReference(plan: plan, kind: kind, index: plans[plan].count(of: kind))
    _ = index.add(node, id: name, name: name)
    plans[plan].addNamed(name, kind, source)
    log.add(.createdRows(kind), Source(file: inputs[input].source.file, sheet: nil))
    return node
  }

  private func fullID(_ node: NodeReference) -> String {
    plans[node.plan].fullID(node.kind, node.index)
  }

  private static let linkable: [NodeKind] = [
    .place, .activity, .leader, .organisation, .fund, .mechanism,
  ]

  /// The node that one cell of a row refers to, of any kind; nil where unknown or reported.
  private mutating func node(_ column: Column, _ entry: PlanRow) -> NodeReference? {
    guard let (text, found) = entry.row.reference(column) else { return nil }
    if let plan = index.plan(id: text) { return NodeReference(plan: plan, kind: .plan, index: 0) }
    if case .none = index.find(text, Self.linkable, plan: entry.plan),
      let issue = index.row(id: vocabulary.issueKey(text), .issue, plan: entry.plan)
    {
      return NodeReference(plan: entry.plan, kind: .issue, index: issue)
    }
    return resolve(text, Self.linkable, entry, column, found.address)
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
      resolve(text, [.place], entry, .place, found.address)
    }
    plans[entry.plan].offers.append(
      Offer(
        id: row.text(.id) ?? item, owner: owner, direction: row.choice(.type), item: item,
        category: row.text(.category), quantity: row.number(.quantity), unit: row.text(.unit),
        months: row.texts(.months), place: place, source: row.source))
  }

  private mutating func readDecision(_ entry: PlanRow) {
    let row = entry.row
    guard isComplete(entry, [.from, .to, .status]) else { return }
    let from = node(.from, entry)
    let to = node(.to, entry)
    plans[entry.plan].decisions.append(
      Decision(
        approach: row.choice(.approach), from: from, to: to, status: row.choice(.status),
        owner: row.text(.owner), due: row.date(.due), date: row.date(.date),
        reason: row.text(.reason), evidence: row.text(.evidence), source: row.source))
  }

  /// The ties of sheets that a mapping's `links` name.
  private mutating func readMappedLinks(_ input: Int) {
    let context = inputs[input]
    guard let plan = context.plans.first else { return }
    for (rule, sheet, heading) in context.links {
      guard let from = heading.column(rule.from.column), let to = heading.column(rule.to.column)
      else { continue }
      for row in (heading.row + 1)..<max(heading.row + 1, sheet.rowCount) {
        let start = end(rule.from, .from, sheet, CellAddress(row: row, column: from), plan, input)
        let end = end(rule.to, .to, sheet, CellAddress(row: row, column: to), plan, input)
        guard let start, let end else { continue }
        plans[plan].ties.append(
          Tie(
            relation: rule.relation, from: start, to: end,
            source: Source(sheet, CellAddress(row: row, column: from)), since: nil, note: nil))
      }
    }
  }

  private mutating func end(
    _ end: Mapping.LinkRule.End, _ column: Column, _ sheet: Sheet, _ address: CellAddress,
    _ plan: Int, _ input: Int
  ) -> NodeReference? {
    let text = sheet[address.row, address.column ?? 0].text.trimmed
    if MatchKey.isUnknown(text) { return nil }
    let source = Source(sheet, address)
    if end.kind == .issue { return issue(text, plan, source) }
    switch index.find(text, [end.kind], plan: plan) {
    case .one(let node): return node
    case .several(let nodes):
      log.add(
        .ambiguousReference(.links, column, text: text, candidates: nodes.map(fullID)), source)
      return nil
    case .none:
      if inputs[input].mapping?.createsMissing == true {
        return create(text, end.kind, plan, source, input)
      }
      log.add(.danglingReference(.links, column, text: text, kinds: [end.kind]), source)
      return nil
    }
  }
}
