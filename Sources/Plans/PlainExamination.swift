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
    var columns: [ColumnContent] = []
    for (place, heading) in layout.heading.texts {
      guard let meaning = layout.meanings[place] else { return doubt() }
      columns.append(
        ColumnContent(
          meaning, heading,
          SheetColumn(table: table, source: source, place: place, log: log)))
    }
    // Row by row, as they stand in memory.
    for row in rows {
      let row = PlainRow(sheet: self, number: row)
      for index in columns.indices { columns[index].add(row) }
    }
    for content in columns {
      content.report(in: rows)
      if content.meaning == .name {
        content.column.reportSeries(
          ofNames: runs(at: content.column.place), heading: content.heading)
      }
    }
    let unknown = columns.filter { $0.unknown > 0 }
      .map { Diagnostic.UnknownColumn(heading: $0.heading, unknown: $0.unknown) }
    log.add(unknown, of: table, rows: rows.count, source)
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

/// What the cells of a column hold, as far as they are looked at together.
private struct ColumnContent {
  let meaning: Column
  let heading: String
  let column: SheetColumn
  /// How many rows say nothing.
  private(set) var unknown = 0
  private var amounts: [Double?] = []
  private var years: [PlanDate?] = []
  /// The signs by which rows say nothing, and these rows.
  private var blanks: [(cell: UnsafeBufferPointer<UInt8>, rows: [Int])] = []

  init(_ meaning: Column, _ heading: String, _ column: SheetColumn) {
    self.meaning = meaning
    self.heading = heading
    self.column = column
  }

  mutating func add(_ row: PlainRow) {
    let cell = row.sheet.cells[row.number, column.place]
    if row.sheet.isUnknown(cell, meaning) {
      unknown += 1
      if !cell.isEmpty, BlankText.isBlank(cell) { add(cell, row.number) }
    }
    if meaning.holdsMoney { amounts.append(row.number(meaning)) }
    if meaning.holdsDates { years.append(row.date(meaning)) }
  }

  private mutating func add(_ blank: UnsafeBufferPointer<UInt8>, _ row: Int) {
    if let known = blanks.firstIndex(where: { $0.cell.isSame(as: blank) }) {
      blanks[known].rows.append(row)
    } else {
      blanks.append((blank, [row]))
    }
  }

  func report(in rows: [Int]) {
    if blanks.count > 1 {
      let spellings = blanks.map { (text: String(decoding: $0.cell, as: UTF8.self), rows: $0.rows) }
      column.reportDashes(spellings, heading: heading)
    }
    column.reportCounting(amounts: amounts, in: rows, of: meaning)
    column.reportCounting(years: years, in: rows, of: meaning)
  }
}
