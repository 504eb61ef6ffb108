import Graphs
import Sheets

/// What stands in a plain plan, looked at as a whole.
extension PlainReader {
  /// Finds what no single cell shows, as of a day.
  mutating func examine(asOf today: PlanDate) {
    guard isPlain else { return }
    log.begin(.names)
    compareNames()
    log.begin(.dates)
    for (sheet, kind) in nodeSheets { reportDates(of: sheet, kind, today) }
    log.begin(.looseRows)
    reportLooseRows()
  }

  private mutating func compareNames() {
    let kinds = ProposedNames.kinds.filter(holdsNearNames)
    if kinds.isEmpty { return }
    var names = ProposedNames(
      plan, rowCounts: NodeKind.all.map { $0 == .issue ? 0 : plan.count(of: $0) },
      mappingPlace: input.mappingPlace, input.source, log)
    for kind in kinds { names.compare(kind) }
    proposals = names.proposals
  }

  private func holdsNearNames(_ kind: NodeKind) -> Bool {
    let names = plan.names(of: kind)
    return names.count > 1
      && !NearNames(names, of: kind, vocabulary: plan.vocabulary).pairs().isEmpty
  }

  private func reportDates(of sheet: PlainSheet, _ kind: NodeKind, _ today: PlanDate) {
    for (index, row) in sheet.rows.enumerated() {
      plan.reportDates(
        of: PlainRow(sheet: sheet, number: row),
        NodeReference(plan: number, kind: kind, index: index), today)
    }
  }

  /// Activities that lack what others have, and leaders that nothing is tied to.
  private func reportLooseRows() {
    var ties = RowsWithTies(plan)
    for place in plan.ties.indices {
      let (from, to) = plan.ties.nodes(place)
      ties.note(from, tiedTo: to.kind)
      ties.note(to, tiedTo: from.kind)
    }
    for (sheet, kind) in nodeSheets {
      for (index, row) in sheet.rows.enumerated() {
        let node = NodeReference(plan: number, kind: kind, index: index)
        ties.report(node, sheet.source.at(CellAddress(row: row, column: nil)), log)
      }
    }
  }
}

/// What the columns of a plain sheet show together: what is unknown, and how it is written.
extension PlainSheet {
  /// Finds what is odd about the columns that refer to rows.
  func examineReferences(_ log: DiagnosticLog) {
    log.begin(.series)
    for reference in ReferenceColumn.of(table) {
      let place = place(reference.column)
      guard place >= 0 else { continue }
      let runs = runs(at: place)
      // What was dragged down is read otherwise than it stands there.
      if runs.contains(where: \.isMistake) { doubt() }
      SheetColumn(table: table, source: source, place: place, log: log)
        .reportCounting(references: runs, of: reference)
    }
  }

  /// Finds what no single cell of a column shows.
  func examineColumns(_ log: DiagnosticLog) {
    guard rows.count > 0 else { return }
    log.begin(.columns)
    var columns: [(meaning: Column, heading: String, column: SheetColumn)] = []
    for (place, heading) in layout.heading.texts {
      guard let meaning = layout.meanings[place] else { return doubt() }
      columns.append(
        (meaning, heading, SheetColumn(table: table, source: source, place: place, log: log)))
    }
    let blanks = blanks(of: columns.map { ($0.meaning, $0.column.place) })
    for (blanks, (meaning, heading, column)) in zip(blanks, columns) {
      if blanks.areSpelledOtherwise {
        let texts = blanks.rows.map { (row: $0, text: text(at: $0, column.place)) }
        column.reportDashes(texts, heading: heading)
      }
      reportCounting(meaning, column, heading)
    }
    let unknown = zip(blanks, columns).compactMap { blanks, column in
      blanks.unknown == 0
        ? nil : Diagnostic.UnknownColumn(heading: column.heading, unknown: blanks.unknown)
    }
    log.add(unknown, of: table, rows: rows.count, source)
  }

  /// What a column says nothing by.
  private struct Blanks {
    /// How many rows say nothing.
    var unknown = 0
    /// The rows that do so by signs.
    var rows: [Int] = []
    var areSpelledOtherwise = false
  }

  /// What columns say nothing by, all looked at row by row, as they stand in memory.
  private func blanks(of columns: [(meaning: Column, place: Int)]) -> [Blanks] {
    var blanks = [Blanks](repeating: Blanks(), count: columns.count)
    for row in rows {
      for (index, (meaning, place)) in columns.enumerated() {
        let cell = cells[row, place]
        guard isUnknown(cell, meaning) else { continue }
        blanks[index].unknown += 1
        guard !cell.isEmpty, BlankText.isBlank(cell) else { continue }
        if let last = blanks[index].rows.last, !cells[last, place].isSame(as: cell) {
          blanks[index].areSpelledOtherwise = true
        }
        blanks[index].rows.append(row)
      }
    }
    return blanks
  }

  private func reportCounting(_ meaning: Column, _ column: SheetColumn, _ heading: String) {
    if meaning.holdsMoney {
      column.reportCounting(amounts: values { $0.number(meaning) }, in: rows, of: meaning)
    }
    if meaning.holdsDates {
      column.reportCounting(years: values { $0.date(meaning) }, in: rows, of: meaning)
    }
    if meaning == .name {
      column.reportSeries(ofNames: runs(at: column.place), heading: heading)
    }
  }

  /// What is read of a column, row by row.
  private func values<Value>(_ value: (PlainRow) -> Value?) -> [Value?] {
    rows.map { value(PlainRow(sheet: self, number: $0)) }
  }

  /// The runs of texts of a column that count up.
  private func runs(at place: Int) -> [Series] {
    Series.stretches(of: rows, { cells[$0, place] }).flatMap { stretch in
      let rows = Array(rows[stretch])
      return Series.runs(in: rows.map { text(at: $0, place) }, rows: rows)
    }
  }

  private func text(at row: Int, _ place: Int) -> String {
    String(decoding: cells[row, place], as: UTF8.self)
  }
}
