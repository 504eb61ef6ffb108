import Graphs
import Sheets

/// What stands in the plans, looked at as a whole once all is read.
extension PlanReader {
  /// Finds what no single cell shows, as of a day.
  mutating func examine(asOf today: PlanDate) {
    proposeNames()
    for entry in rows { entry.row.reportDates(in: plans[entry.plan], entry.node, today) }
    for (view, entries) in Self.byView(rows) {
      ColumnExamination(view: view, rows: entries.map(\.row), log: log).run()
    }
    reportLooseRows()
  }

  /// Activities that lack what others have, and leaders that nothing is tied to.
  private func reportLooseRows() {
    var tied: [NodeKind: Set<NodeReference>] = [:]
    var touched: Set<NodeReference> = []
    for tie in plans.lazy.flatMap(\.ties) {
      touched.formUnion([tie.from, tie.to])
      for (one, other) in [(tie.from, tie.to), (tie.to, tie.from)] where one.kind == .activity {
        tied[other.kind, default: []].insert(one)
      }
    }
    for entry in rows {
      guard let node = entry.node else { continue }
      if node.kind == .leader, !touched.contains(node) {
        log.add(.leadersWithoutTies, entry.row.source)
      }
      // Where no activity of the plan has any, the whole column is unknown, which is said elsewhere.
      for kind in [NodeKind.leader, .place, .issue] where node.kind == .activity {
        let others = tied[kind] ?? []
        if !others.contains(node), others.contains(where: { $0.plan == node.plan }) {
          log.add(.activitiesWithout(kind), entry.row.source)
        }
      }
    }
  }
}

extension TableRow {
  /// Reports dates that today makes odd.
  fileprivate func reportDates(in plan: Plan, _ node: NodeReference?, _ today: PlanDate) {
    func past(_ column: Column, _ date: PlanDate?) {
      if let date, today.isSurelyBefore(date) {
        log.add(.inFuture(table, column, date), source(column))
      }
    }
    switch node?.kind {
    case NodeKind.leader?:
      let leader = plan.leaders[node?.index ?? 0]
      past(.since, leader.since)
      if let until = leader.until, until.isSurelyBefore(today) {
        log.add(.termEnded(table, .until, until), source(.until))
      }
    case NodeKind.fund?:
      let fund = plan.funds[node?.index ?? 0]
      past(.founded, fund.founded)
      past(.asOf, fund.asOf)
    case NodeKind.organisation?: past(.founded, plan.organisations[node?.index ?? 0].founded)
    default: break
    }
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
      let cells = numbers.map { CellAddress(row: $0, column: column) }
      reportDashes(text, cells)
      if let meaning = meaning(of: column) {
        reportKinds(text, meaning, cells)
        if meaning == .phone { reportPhones(cells) }
        if meaning.holdsMoney { reportCounting(meaning, cells) }
        if meaning.holdsDates { reportCountingYears(meaning, cells) }
        if meaning == .name { reportSeries(text, cells) }
      }
      guard let meaning = meaning(of: column) else { continue }
      let open = rows.filter { row in
        row.rows.allSatisfy {
          let text = view.cell($0, column).text
          return MatchKey.isUnknown(text)
            || meaning.takesWordsForUnknown && MatchKey.saysUnknown(text)
        }
      }.count
      if open > 0 { unknown.append(.init(heading: text, unknown: open)) }
    }
    // Half and more: what is mostly there needs no word, and all of it stands in the sheet.
    let most = unknown.filter { $0.unknown * 2 >= rows.count }.sorted { $0.unknown > $1.unknown }
    // A sheet of proposals waits for a meeting to fill it in.
    if !most.isEmpty, rows.count > 1, view.table != .decisions {
      log.add(.unknownCells(view.table, rows: rows.count, columns: most), view.sheet)
    }
  }

  /// The column that a place in the sheet is read as; for a part of a template, the text's.
  private func meaning(of place: Int) -> Column? {
    for (column, source) in view.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch source {
      case .cells(place): return column
      case .template(let pieces, _):
        let isPart = pieces.contains { if case .cell(place) = $0 { true } else { false } }
        if isPart { return column }
      default: continue
      }
    }
    return nil
  }

  /// Several ways of writing “not known” in one column.
  private func reportDashes(_ heading: String, _ cells: [CellAddress]) {
    var spellings: [String: [CellAddress]] = [:]
    for cell in cells {
      guard case .text(let text) = view.sheet[cell.row, cell.column ?? 0],
        text.unicodeScalars.count <= 8, MatchKey.isUnknown(text), !MatchKey.name(text).isEmpty
      else { continue }
      spellings[text, default: []].append(cell)
    }
    guard spellings.count > 1 else { return }
    let sorted = spellings.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { Diagnostic.Spelling(text: $0.key, cells: $0.value) }
    log.add(
      .severalDashes(view.table, heading: heading, sorted), view.sheet,
      sorted.dropFirst().flatMap(\.cells).sorted())
  }

  /// Numbers kept as numbers in some cells and as text in others, which Excel sorts apart.
  private func reportKinds(_ heading: String, _ meaning: Column, _ cells: [CellAddress]) {
    guard view.sheet.isInWorkbook else { return }
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

  /// Amounts that grow by one baht from row to row: nobody's budgets do.
  private func reportCounting(_ column: Column, _ cells: [CellAddress]) {
    var run: [CellAddress] = []
    var last: Double?
    func end() {
      if run.count >= 4 { log.add(.countingAmounts(view.table, column), view.sheet, run) }
    }
    for cell in cells {
      let number = Numerals.number(view.sheet[cell.row, cell.column ?? 0])
      if let number, let last, number == last + 1, number > 100 {
        run.append(cell)
      } else {
        end()
        run = [cell]
      }
      last = number
    }
    end()
  }

  /// Years that grow by one from row to row: lists in the order of years do so for a few rows at most.
  private func reportCountingYears(_ column: Column, _ cells: [CellAddress]) {
    var run: [CellAddress] = []
    var last: PlanDate?
    func end() {
      if run.count >= 6 { log.add(.countingYears(view.table, column), view.sheet, run) }
    }
    for cell in cells {
      let date = PlanDate(view.sheet[cell.row, cell.column ?? 0])
      if let date, let last, date.month == nil, date.year == last.year + 1 {
        run.append(cell)
      } else {
        end()
        run = [cell]
      }
      last = date
    }
    end()
  }

  /// Names that count up, and yet are rows of their own.
  private func reportSeries(_ heading: String, _ cells: [CellAddress]) {
    let firsts = rows.map { CellAddress(row: $0.rows[0], column: cells.first?.column) }
    let texts = firsts.map { view.sheet[$0.row, $0.column ?? 0].text }
    for run in Series.runs(in: texts, rows: firsts.map(\.row)) where run.isMistake {
      log.add(
        .series(
          view.table, heading: heading, first: run.first, last: run.last, isJoined: false),
        view.sheet, run.range.map { firsts[$0] })
    }
  }
}
