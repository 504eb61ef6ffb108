import Graphs
import Sheets

/// Reads a plan in which every cell is as FORMAT has it, looking at each but once or twice.
///
/// It says of such a plan what `PlanReader` says; wherever there is anything else to say, or to find out,
/// it gives up, and the plan is read by `PlanReader`.
struct PlainReader {
  private(set) var plan: Plan
  /// The number of the plan in its own references.
  let number: Int
  let sheets: [PlainSheet]
  let lexicon: Lexicon
  /// Where the plan stands.
  let input: PlanInput
  let log = DiagnosticLog()
  /// Names that may be others.
  var proposals: [AcceptableProposal] = []
  /// By kind the rows by their ids, capitals as small letters.
  private var rows = [NumberMap](repeating: NumberMap(), count: NodeKind.all.count)
  /// By kind the rows by the keys of their names, -1 where several bear one; only where asked for.
  private var named: [[NameKey: Int32]?] = NodeKind.all.map { _ in nil }
  /// Ids that would be those of plans, had there been any.
  fileprivate var strangePlans: Set<TextCode> = []
  /// By the numbers of their keys the plan's issues, and the numbers of their names.
  private var issues: [Int: (index: Int, nameNumber: Int)] = [:]

  /// Reads the plan of an input; nil where it is not plain.
  ///
  /// - Parameters:
  ///   - number: The number that the plan will have.
  ///   - today: Given, what stands in the plan is examined too, as of that day.
  ///   - known: Layouts of sheets that were seen before; one that was not is not plain.
  static func read(
    _ input: PlanInput, _ number: Int, _ today: PlanDate?, _ known: KnownLayouts, _ lexicon: Lexicon
  ) -> PartReading? {
    guard input.isUnremarkable, let tables = tables(of: input.sheets) else { return nil }
    return CellBytes.with(tables.map(\.sheet)) { cells -> PartReading? in
      var sheets: [PlainSheet] = []
      for ((sheet, table), cells) in zip(tables, cells) {
        guard let line = cells.line(0),
          let layout = lexicon.layout(
            table, line, sheet.textForm?.separator, { known.layout(of: sheet, as: table) }),
          layout.heading.texts.count == sheet.columnCount, layout.place(of: .plan) == -1
        else { return nil }
        sheets.append(PlainSheet(.init(sheet, table, layout), cells, lexicon))
      }
      guard var reader = PlainReader(input, number, sheets) else { return nil }
      reader.read(examinedAsOf: today)
      for sheet in sheets {
        sheet.examineReferences(reader.log)
        if today != nil, sheet.table != .plan { sheet.examineColumns(reader.log) }
      }
      return reader.isPlain ? PartReading(reader) : nil
    } ?? nil
  }

  /// The sheets as tables, in the order of FORMAT; nil where any is none, or none of these.
  static func tables(of sheets: [Sheet]) -> [(sheet: Sheet, table: Table)]? {
    var tables: [(sheet: Sheet, table: Table)] = []
    for sheet in sheets {
      guard let table = Table(sheetNamed: sheet.name), table != .decisions,
        !tables.contains(where: { $0.table == table })
      else { return nil }
      tables.append((sheet, table))
    }
    return tables.sorted { $0.table.order < $1.table.order }
  }

  /// A reader of the plan that will have a number; nil where the first of the sheets is not one row that
  /// says what it is called.
  init?(_ input: PlanInput, _ number: Int, _ sheets: [PlainSheet]) {
    guard let first = sheets.first, first.table == .plan, first.rows.count == 1,
      sheets.contains(where: { [.activities, .funds, .leaders].contains($0.table) })
    else { return nil }
    let row = PlainRow(sheet: first, number: first.rows[0])
    guard row.text(.name) != nil, let id = row.text(.id) else { return nil }
    plan = Plan(row, id: id)
    plan.vocabulary = input.vocabulary
    self.input = input
    self.number = number
    self.sheets = sheets
    lexicon = first.lexicon
  }

  /// Reads all that stands in the plan.
  ///
  /// - Parameter today: Given, it is examined too, but for its columns, as of that day.
  mutating func read(examinedAsOf today: PlanDate?) {
    readRecords()
    readTies()
    if let today { examine(asOf: today) }
  }

  var isPlain: Bool { sheets.allSatisfy(\.isPlain) }

  /// The tables whose rows are nodes, and their kinds.
  var nodeSheets: [(sheet: PlainSheet, kind: NodeKind)] {
    sheets.compactMap { sheet in
      sheet.table == .plan ? nil : sheet.table.nodeKind.map { (sheet, $0) }
    }
  }

  private mutating func readRecords() {
    for (sheet, kind) in nodeSheets {
      plan.reserve(sheet.rows.count, kind)
      var rows = NumberMap(reserving: sheet.rows.count)
      for (index, number) in sheet.rows.enumerated() {
        let row = PlainRow(sheet: sheet, number: number)
        guard let id = row.cell(.id), let code = Self.code(id), let name = row.text(.name),
          rows.insert(Int32(index), under: code.folded.number)
        else { return sheet.doubt() }
        plan.add(row, id: String(decoding: id, as: UTF8.self), name: name)
        plan.reportContradictions(
          of: row, NodeReference(plan: self.number, kind: kind, index: index))
        if !sheet.isPlain { return }
      }
      self.rows[Int(kind.rawValue)] = rows
    }
  }

  /// The code of an id that means nothing else: no other plan's row, and no word for what is unknown.
  private static func code(_ id: UnsafeBufferPointer<UInt8>) -> TextCode? {
    guard let code = TextCode(utf8: id), !id.contains(0x2F),
      !MatchKey.maySayUnknown(id.leading)
        || !MatchKey.saysUnknown(String(decoding: id, as: UTF8.self))
    else { return nil }
    return code
  }
}

/// References to rows.
extension PlainReader {
  private mutating func readTies() {
    guard isPlain else { return }
    for (sheet, kind) in nodeSheets { readIssues(sheet, kind) }
    for (sheet, kind) in nodeSheets { readReferences(sheet, kind) }
    for sheet in sheets {
      for number in sheet.rows where sheet.isPlain {
        let row = PlainRow(sheet: sheet, number: number)
        if sheet.table == .links { readLink(row) }
        if sheet.table == .offers { readOffer(row) }
      }
    }
    plan.ties.trim()
  }

  /// What the columns of a sheet tie its rows by: their places, and the ties' group.
  private mutating func columns(
    of sheet: PlainSheet, ofIssues: Bool
  ) -> [(reference: ReferenceColumn, place: Int, group: TieList.Group)] {
    var columns: [(reference: ReferenceColumn, place: Int, group: TieList.Group)] = []
    for reference in ReferenceColumn.of(sheet.table) where (reference.kind == .issue) == ofIssues {
      let place = sheet.place(reference.column)
      if place < 0 { continue }
      guard let group = plan.ties.group(reference.relation, in: sheet.source, column: place)
      else {
        sheet.doubt()
        continue
      }
      columns.append((reference, place, group))
    }
    return columns
  }

  private mutating func readIssues(_ sheet: PlainSheet, _ kind: NodeKind) {
    for (reference, place, group) in columns(of: sheet, ofIssues: true) {
      for (index, number) in sheet.rows.enumerated() {
        let row = PlainRow(sheet: sheet, number: number)
        guard let cell = row.cell(reference.column) else { continue }
        let node = NodeReference(plan: self.number, kind: kind, index: index)
        var met: [Int] = []
        row.forEachPart(of: cell, reference.column) { part in
          let source = sheet.source.at(CellAddress(row: number, column: place))
          guard let issue = issue(lexicon.number(of: part), source), !met.contains(issue) else {
            return sheet.doubt()
          }
          met.append(issue)
          if !append(group, node, .issue, issue, reference.leavesRow, number) { sheet.doubt() }
        }
      }
    }
  }

  /// The plan's issue of a word; made where it is the first of its meaning.
  private mutating func issue(_ word: Int, _ source: Source) -> Int? {
    let issue = lexicon.issue(word, plan.vocabulary)
    guard issue.isOne else { return nil }
    if let known = issues[issue.keyNumber] {
      // Another spelling is told of.
      return known.nameNumber == issue.nameNumber ? known.index : nil
    }
    let text = lexicon[word]
    issues[issue.keyNumber] = (plan.issues.count, issue.nameNumber)
    let header = RecordHeader(id: text, name: text, source: source, extra: [])
    plan.issues.append(Issue(header: header, key: issue.key))
    return plan.issues.count - 1
  }

  private mutating func readReferences(_ sheet: PlainSheet, _ kind: NodeKind) {
    let columns = columns(of: sheet, ofIssues: false)
    var found: [Int32] = []
    for (index, number) in sheet.rows.enumerated() {
      let row = PlainRow(sheet: sheet, number: number)
      let node = NodeReference(plan: self.number, kind: kind, index: index)
      for (reference, _, group) in columns {
        guard let cell = row.cell(reference.column) else { continue }
        found.removeAll(keepingCapacity: true)
        row.forEachPart(of: cell, reference.column) { part in
          guard let target = target(part, reference.kind), !found.contains(target) else {
            return sheet.doubt()
          }
          found.append(target)
        }
        // A leader lives in one place.
        if reference.column == .place, found.count > 1 { sheet.doubt() }
        for target in found
        where !append(group, node, reference.kind, Int(target), reference.leavesRow, number) {
          sheet.doubt()
        }
      }
    }
  }

  private mutating func append(
    _ group: TieList.Group, _ node: NodeReference, _ kind: NodeKind, _ index: Int,
    _ leavesRow: Bool, _ row: Int
  ) -> Bool {
    let target = NodeReference(plan: number, kind: kind, index: index)
    return plan.ties.append(
      group, from: leavesRow ? node : target, to: leavesRow ? target : node, row: row)
  }

  /// The one row of a kind that a word refers to, by its id, else by its name.
  private mutating func target(_ word: UnsafeBufferPointer<UInt8>, _ kind: NodeKind) -> Int32? {
    let number = Int(kind.rawValue)
    if let code = TextCode(utf8: word), let row = rows[number][code.folded.number] { return row }
    if named[number] == nil { named[number] = names(of: kind) }
    let found = named[number]?[NameKey(lexicon.text(word))]
    return found == -1 ? nil : found
  }

  private func names(of kind: NodeKind) -> [NameKey: Int32] {
    var names: [NameKey: Int32] = [:]
    for (index, name) in plan.names(of: kind).enumerated() {
      let key = NameKey(name)
      names[key] = names[key] == nil ? Int32(index) : -1
    }
    return names
  }

  /// The one row of any kind that a cell refers to by its id; nil where it says nothing.
  private mutating func node(_ column: Column, _ row: PlainRow) -> NodeReference? {
    guard let cell = row.cell(column) else { return nil }
    guard let code = Self.code(cell)?.folded else {
      row.sheet.doubt()
      return nil
    }
    strangePlans.insert(code)
    let found = PlanReader.linkable.compactMap { kind in
      rows[Int(kind.rawValue)][code.number].map {
        NodeReference(plan: number, kind: kind, index: Int($0))
      }
    }
    if found.count != 1 { row.sheet.doubt() }
    return found.first
  }

  private mutating func readLink(_ row: PlainRow) {
    guard let from = node(.from, row), let to = node(.to, row), let word = row.text(.relation),
      row.texts(.relation).count == 1
    else { return row.sheet.doubt() }
    plan.ties.append(
      Tie(
        relation: Relation(word), from: from, to: to, source: row.source, since: row.date(.since),
        note: row.text(.note)))
  }

  private mutating func readOffer(_ row: PlainRow) {
    guard let item = row.text(.item), let id = row.text(.id) else { return row.sheet.doubt() }
    let owner = node(.owner, row)
    let place = row.cell(.place).flatMap { cell -> NodeReference? in
      let code = TextCode(utf8: cell)?.folded
      let found = code.flatMap { rows[Int(NodeKind.place.rawValue)][$0.number] }
      if found == nil { row.sheet.doubt() }
      return found.map { NodeReference(plan: number, kind: .place, index: Int($0)) }
    }
    plan.offers.append(
      Offer(
        id: id, owner: owner, direction: row.choice(.type), item: item,
        category: row.text(.category), quantity: row.number(.quantity), unit: row.text(.unit),
        months: row.texts(.months), place: place, source: row.source))
  }
}

extension PlanInput {
  /// Whether nothing is to be said but of what stands in its sheets, and these are read by our words.
  var isUnremarkable: Bool {
    mapping == nil && !vocabulary.holdsOwnWords && passedOver.isEmpty && strangers.isEmpty
      && broken.isEmpty && brokenTables.isEmpty && leftAlone.isEmpty
  }
}

extension Table {
  fileprivate var order: Int { Table.allCases.firstIndex(of: self) ?? 0 }
}

extension PartReading {
  /// What was read of a plain plan.
  init(_ reader: PlainReader) {
    plans = [reader.plan]
    firstPlan = reader.number
    steps = reader.log.steps
    sheets = reader.sheets.map { sheet in
      .init(source: sheet.source, table: sheet.table, rows: sheet.rows.count, form: sheet.form)
    }
    proposals = reader.proposals
    strangePlans = []
    strangeCodes = Array(reader.strangePlans)
  }
}
