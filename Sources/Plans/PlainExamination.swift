import Graphs
import Sheets

/// What stands in a plain plan, looked at as a whole.
extension PlainReader {
  /// Finds what no single cell shows, as of a day.
  mutating func examine(asOf today: PlanDate) {
    guard isPlain, !holdsNearNames else { return sheets[0].doubt() }
    for sheet in sheets where sheet.table != .plan {
      reportDates(of: sheet, today)
      log.begin(.columns)
      ColumnCounting(sheet).run(log)
    }
    reportLooseRows()
  }

  private var holdsNearNames: Bool {
    PlanReader.namedKinds.contains { kind in
      let names = plan.names(of: kind)
      return names.count > 1
        && !NearNames(names, of: kind, vocabulary: vocabulary).pairs().isEmpty
    }
  }

  private func reportDates(of sheet: PlainSheet, _ today: PlanDate) {
    guard let kind = sheet.table.nodeKind else { return }
    for (index, row) in sheet.rows.enumerated() {
      plan.reportDates(
        of: PlainRow(sheet: sheet, number: row),
        NodeReference(plan: number, kind: kind, index: index), today)
    }
  }

  /// Activities that lack what others have, and leaders that nothing is tied to.
  private func reportLooseRows() {
    log.begin(.looseRows)
    var ties = RowsWithTies(plan)
    for place in plan.ties.indices {
      let (from, to) = plan.ties.nodes(place)
      ties.note(from, tiedTo: to.kind)
      ties.note(to, tiedTo: from.kind)
    }
    for sheet in sheets {
      guard let kind = sheet.table.nodeKind, sheet.table != .plan else { continue }
      for (index, row) in sheet.rows.enumerated() {
        let node = NodeReference(plan: number, kind: kind, index: index)
        ties.report(node, sheet.source.at(CellAddress(row: row, column: nil)), log)
      }
    }
  }
}

/// What the columns of a plain sheet show together: what is unknown, and how it is written.
private struct ColumnCounting {
  let sheet: PlainSheet

  init(_ sheet: PlainSheet) { self.sheet = sheet }

  func run(_ log: DiagnosticLog) {
    guard sheet.rows.count > 0 else { return }
    var unknown: [Diagnostic.UnknownColumn] = []
    for (place, heading) in sheet.layout.heading.texts {
      guard let column = sheet.layout.meanings[place] else { return sheet.doubt() }
      let open = unknownCount(column, place)
      if open > 0 { unknown.append(.init(heading: heading, unknown: open)) }
      if column.holdsMoney, !CountingRuns.amounts(values { $0.number(column) }).isEmpty {
        sheet.doubt()
      }
      if column.holdsDates, !CountingRuns.years(values { $0.date(column) }).isEmpty {
        sheet.doubt()
      }
      if column == .name, sheet.holdsSeries(place, \.isMistake) { sheet.doubt() }
    }
    log.add(unknown, of: sheet.table, rows: sheet.rows.count, sheet.source)
  }

  /// How many rows say nothing in a column, all in one way, or by an empty cell.
  private func unknownCount(_ column: Column, _ place: Int) -> Int {
    var count = 0
    var spelling: UnsafeBufferPointer<UInt8>?
    for row in sheet.rows {
      let cell = sheet.cells[row, place]
      guard sheet.isUnknown(cell, column) else { continue }
      count += 1
      guard !cell.isEmpty, BlankText.isBlank(cell) else { continue }
      if let spelling, !spelling.isSame(as: cell) { sheet.doubt() }
      spelling = cell
    }
    return count
  }

  /// What is read of a column, row by row.
  private func values<Value>(_ value: (PlainRow) -> Value?) -> [Value?] {
    sheet.rows.map { value(PlainRow(sheet: sheet, number: $0)) }
  }
}

extension PlainSheet {
  /// Whether texts of a column count up from row to row, and so that it is told.
  func mayCount(_ reference: ReferenceColumn) -> Bool {
    holdsSeries(place(reference.column)) { $0.isMistake || reference.isOdd($0, in: table) }
  }

  fileprivate func holdsSeries(_ place: Int, _ isMeant: (Series) -> Bool) -> Bool {
    guard place >= 0, Series.mayRun(rows, { cells[$0, place] }) else { return false }
    let texts = rows.map { String(decoding: cells[$0, place], as: UTF8.self) }
    return Series.runs(in: texts, rows: rows).contains(where: isMeant)
  }
}
