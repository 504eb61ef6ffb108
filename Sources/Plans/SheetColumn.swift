import Sheets

/// A column of a sheet, of which is told what its cells show together.
struct SheetColumn {
  let table: Table
  /// The sheet that it stands in.
  let source: Source
  /// Its place among the sheet's columns, from 0.
  let place: Int
  let log: DiagnosticLog

  /// Reports amounts that grow by one baht from row to row.
  func reportCounting(amounts: [Double?], in rows: [Int], of column: Column) {
    for run in CountingRuns.amounts(amounts) {
      add(.countingAmounts(table, column), rows[run])
    }
  }

  /// Reports years that grow by one from row to row.
  func reportCounting(years: [PlanDate?], in rows: [Int], of column: Column) {
    for run in CountingRuns.years(years) { add(.countingYears(table, column), rows[run]) }
  }

  /// Reports ids of rows that are there, and that count up by one from row to row.
  func reportCounting(references runs: [Series], of column: ReferenceColumn) {
    for run in runs where column.isOdd(run, in: table) {
      add(
        .countingReferences(table, column.column, first: run.first, last: run.last), run.rows[...])
    }
  }

  /// Reports names that count up, and yet are rows of their own.
  func reportSeries(ofNames runs: [Series], heading: String) {
    for run in runs where run.isMistake {
      add(
        .series(table, heading: heading, first: run.first, last: run.last, isJoined: false),
        run.rows[...])
    }
  }

  /// Reports several ways of writing “not known”.
  ///
  /// - Parameter blanks: The signs that stand in cells that say nothing, each once, and their rows.
  func reportDashes(_ blanks: [(text: String, rows: [Int])], heading: String) {
    let dashes = blanks.filter {
      $0.text.unicodeScalars.count <= 8 && MatchKey.isUnknown($0.text)
        && !MatchKey.name($0.text).isEmpty
    }
    let spellings = dashes.map { dash in
      Diagnostic.Spelling(
        text: dash.text, cells: dash.rows.map { CellAddress(row: $0, column: place) })
    }
    guard spellings.count > 1 else { return }
    let sorted = spellings.sorted { ($1.cells.count, $0.text) < ($0.cells.count, $1.text) }
    log.add(
      .severalDashes(table, heading: heading, sorted), source,
      sorted.dropFirst().flatMap(\.cells).sorted())
  }

  private func add(_ problem: Diagnostic.Problem, _ rows: ArraySlice<Int>) {
    log.add(problem, source, rows.map { CellAddress(row: $0, column: place) })
  }
}
