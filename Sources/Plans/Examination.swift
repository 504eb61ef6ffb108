import Graphs
import Sheets

/// What stands in the plans, looked at as a whole once all is read.
extension PlanReader {
  /// Finds what no single cell shows, as of a day.
  mutating func examine(asOf today: PlanDate) {
    log.begin(.names)
    proposeNames()
    log.begin(.dates)
    for entry in rows { plans[entry.plan].reportDates(of: entry.row, entry.node, today) }
    log.begin(.columns)
    for (view, entries) in Self.byView(rows) {
      ColumnExamination(view: view, rows: entries.map(\.row), log: log).run()
    }
    log.begin(.looseRows)
    reportLooseRows()
  }

  /// Proposes to take near names for the same, plan by plan.
  private mutating func proposeNames() {
    let dangling = Dictionary(grouping: dangling, by: \.plan)
    var next = 0
    for input in inputs {
      // Inputs of decisions are about plans that were read from others.
      for plan in input.plans where plan >= next {
        next = plan + 1
        var names = ProposedNames(
          plans[plan], rowCounts: rowCounts[plan], mappingPlace: input.mappingPlace, input.source,
          log)
        for kind in ProposedNames.kinds {
          names.compare(kind, and: (dangling[plan] ?? []).filter { $0.kinds.contains(kind) })
        }
        proposals += names.proposals
      }
    }
  }

  /// Activities that lack what others have, and leaders that nothing is tied to.
  private func reportLooseRows() {
    var ties = plans.map(RowsWithTies.init)
    for plan in plans {
      for place in plan.ties.indices {
        let tie = plan.ties.nodes(place)
        ties[tie.from.plan].note(tie.from, tiedTo: tie.to.kind)
        ties[tie.to.plan].note(tie.to, tiedTo: tie.from.kind)
      }
    }
    for entry in rows {
      guard let node = entry.node else { continue }
      ties[node.plan].report(node, entry.row.source, log)
    }
  }
}

/// Which leaders of a plan are tied to anything, and to which kinds its activities are.
struct RowsWithTies {
  private var leaders: [Bool]
  /// For each activity a bit for each kind.
  private var activities: [UInt8]
  private var ofAny: UInt8 = 0

  init(_ plan: Plan) {
    leaders = [Bool](repeating: false, count: plan.leaders.count)
    activities = [UInt8](repeating: 0, count: plan.activities.count)
  }

  mutating func note(_ node: NodeReference, tiedTo kind: NodeKind) {
    if node.kind == .leader { leaders[node.index] = true }
    guard node.kind == .activity else { return }
    activities[node.index] |= 1 << kind.rawValue
    ofAny |= 1 << kind.rawValue
  }

  /// Reports a leader that nothing is tied to, or an activity that lacks what others have.
  func report(_ node: NodeReference, _ source: Source, _ log: DiagnosticLog) {
    if node.kind == .leader, !leaders[node.index] { log.add(.leadersWithoutTies, source) }
    // Where no activity of the plan has any, the whole column is unknown, which is said elsewhere.
    for kind in [NodeKind.leader, .place, .issue] where node.kind == .activity {
      if lacks(activity: node.index, kind) { log.add(.activitiesWithout(kind), source) }
    }
  }

  /// Whether an activity is tied to none of a kind, while another is.
  private func lacks(activity: Int, _ kind: NodeKind) -> Bool {
    (ofAny & ~activities[activity]) >> kind.rawValue & 1 == 1
  }
}

extension Plan {
  /// Reports dates of a row that today makes odd.
  func reportDates(of row: some RecordRow, _ node: NodeReference?, _ today: PlanDate) {
    func past(_ column: Column, _ date: PlanDate?) {
      if let date, today.isSurelyBefore(date) {
        row.report(.inFuture(row.table, column, date), at: column)
      }
    }
    switch node?.kind {
    case NodeKind.leader?:
      let leader = leaders[node?.index ?? 0]
      past(.since, leader.since)
      if let until = leader.until, until.isSurelyBefore(today) {
        row.report(.termEnded(row.table, .until, until), at: .until)
      }
    case NodeKind.fund?:
      let fund = funds[node?.index ?? 0]
      past(.founded, fund.founded)
      past(.asOf, fund.asOf)
    case NodeKind.organisation?: past(.founded, organisations[node?.index ?? 0].founded)
    default: break
    }
  }
}

extension DiagnosticLog {
  /// Adds the columns of a sheet of which much is not known.
  ///
  /// - Parameter columns: Those of which anything is not known.
  func add(
    _ columns: [Diagnostic.UnknownColumn], of table: Table, rows: Int, _ source: Source
  ) {
    // Half and more: what is mostly there needs no word, and all of it stands in the sheet.
    let most = columns.filter { $0.unknown * 2 >= rows }.sorted { $0.unknown > $1.unknown }
    // A sheet of proposals waits for a meeting to fill it in.
    guard !most.isEmpty, rows > 1, table != .decisions else { return }
    add(.unknownCells(table, rows: rows, columns: most), source)
  }
}

/// What the columns of a sheet show together: what is unknown, and how it is written.
private struct ColumnExamination {
  let view: TableView
  let rows: [TableRow]
  let log: DiagnosticLog

  func run() {
    var unknown: [Diagnostic.UnknownColumn] = []
    let numbers = rows.flatMap(\.rows)
    for (column, text) in view.heading.texts {
      let told = SheetColumn(table: view.table, source: view.source, place: column, log: log)
      if spellsBlanksOtherwise(column, numbers) {
        told.reportDashes(blanks(column, numbers), heading: text)
      }
      guard let meaning = view.layout.meanings[column] else { continue }
      report(told, text, meaning, numbers)
      let open = openCount(column, meaning, numbers)
      if open > 0 { unknown.append(.init(heading: text, unknown: open)) }
    }
    log.add(unknown, of: view.table, rows: rows.count, view.source)
  }

  /// The signs that stand in cells of a column that say nothing, each once, and their rows.
  private func blanks(_ column: Int, _ rows: [Int]) -> [(text: String, rows: [Int])] {
    var blanks: [(text: String, rows: [Int])] = []
    for row in rows where view.sheet.isBlank(row: row, column: column) {
      guard case .text(let text) = view.sheet[row, column] else { continue }
      if let known = blanks.firstIndex(where: { $0.text.utf8.elementsEqual(text.utf8) }) {
        blanks[known].rows.append(row)
      } else {
        blanks.append((text, [row]))
      }
    }
    return blanks
  }

  /// What the cells of one column show together, by what they mean.
  private func report(
    _ told: SheetColumn, _ heading: String, _ meaning: Column, _ numbers: [Int]
  ) {
    if view.sheet.isInWorkbook {
      let cells = numbers.map { CellAddress(row: $0, column: told.place) }
      reportKinds(heading, meaning, cells)
      if meaning == .phone { reportPhones(cells) }
    }
    if meaning.holdsMoney {
      let amounts = numbers.map { value($0, told.place).flatMap(Numerals.number) }
      told.reportCounting(amounts: amounts, in: numbers, of: meaning)
    }
    if meaning.holdsDates {
      let years = numbers.map { value($0, told.place).flatMap { PlanDate($0) } }
      told.reportCounting(years: years, in: numbers, of: meaning)
    }
    if meaning == .name {
      // What counts up is a record's name; its other rows hold the others'.
      let firsts = rows.map { $0.rows[0] }
      let names = firsts.map { view.sheet[$0, told.place].text }
      told.reportSeries(ofNames: Series.runs(in: names, rows: firsts), heading: heading)
    }
  }

  /// How many records say nothing in a column.
  private func openCount(_ column: Int, _ meaning: Column, _ numbers: [Int]) -> Int {
    guard view.isPlain, numbers.count == rows.count else {
      return rows.reduce(0) { $0 + (isOpen($1, column, meaning) ? 1 : 0) }
    }
    return numbers.reduce(0) { $0 + (isOpen($1, column, meaning) ? 1 : 0) }
  }

  /// Whether a plain cell says nothing.
  private func isOpen(_ row: Int, _ column: Int, _ meaning: Column) -> Bool {
    if view.sheet.isBlank(row: row, column: column) { return true }
    guard meaning.takesWordsForUnknown,
      MatchKey.maySayUnknown(view.sheet.leadingBytes(row: row, column: column))
    else { return false }
    return MatchKey.saysUnknown(view.sheet[row, column].text)
  }

  /// Whether a record says nothing in a column.
  private func isOpen(_ row: TableRow, _ column: Int, _ meaning: Column) -> Bool {
    row.rows.allSatisfy { number in
      let text = view.cell(number, column).text
      return MatchKey.isUnknown(text)
        || meaning.takesWordsForUnknown && MatchKey.saysUnknown(text)
    }
  }

  /// Whether a cell says nothing in another way than by a single hyphen.
  private func spellsBlanksOtherwise(_ column: Int, _ rows: [Int]) -> Bool {
    rows.contains { row in
      let leading = view.sheet.leadingBytes(row: row, column: column)
      return leading != 0 && leading != 0x2D && view.sheet.isBlank(row: row, column: column)
    }
  }

  /// Numbers kept as numbers in some cells and as text in others, which Excel sorts apart.
  private func reportKinds(_ heading: String, _ meaning: Column, _ cells: [CellAddress]) {
    var numbers: [CellAddress] = []
    var texts: [CellAddress] = []
    for cell in cells {
      switch view.sheet[cell.row, cell.column ?? 0] {
      case .number: numbers.append(cell)
      case .text(let text) where isPlainNumber(text): texts.append(cell)
      default: break
      }
    }
    guard !numbers.isEmpty, !texts.isEmpty else { return }
    log.add(
      .mixedKinds(
        view.table, heading: heading, numbers: numbers.count, texts: texts.count), view.sheet,
      numbers.count < texts.count ? numbers : texts)
  }

  private func isPlainNumber(_ text: String) -> Bool {
    let text = Numerals.western(text).utf8
    return text.count <= 15 && text.contains { (0x30...0x39).contains($0) }
      && text.allSatisfy { (0x30...0x39).contains($0) || " ,.".utf8.contains($0) }
  }

  private func reportPhones(_ cells: [CellAddress]) {
    for cell in cells {
      guard case .number(let number) = view.sheet[cell.row, cell.column ?? 0] else { continue }
      let text = Cell.text(of: number)
      if (8...9).contains(text.count) {
        log.add(.lostZero(view.table, .phone, text: text), view.sheet, cell)
      }
    }
  }

  /// What a cell holds, if it says anything.
  private func value(_ row: Int, _ column: Int) -> Cell? {
    view.sheet.isBlank(row: row, column: column) ? nil : view.sheet[row, column]
  }
}
