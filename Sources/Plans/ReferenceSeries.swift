import Sheets

extension PlanReader {
  /// Cells that were dragged down a column of references: where their texts count up, the first is
  /// known, or none is, and the others refer to nothing.
  func seriesOfReferences() -> [Source: String] {
    var first: [Source: String] = [:]
    for (view, entries) in Self.byView(rows) {
      for column in ReferenceColumn.of(view.table) {
        guard case .cells(let index)? = view.columns[column.column] else { continue }
        let numbers = entries.map { $0.row.rows[0] }
        let texts = numbers.map { view.sheet[$0, index].text }
        let runs = Series.runs(in: texts, rows: numbers)
        SheetColumn(table: view.table, source: view.source, place: index, log: log)
          .reportCounting(references: runs, of: column)
        for run in runs where run.isMistake {
          let others = run.range.dropFirst().map { place in
            RowReference(
              text: texts[place], kinds: [column.kind], table: view.table, column: column.column,
              plan: entries[place].plan, input: entries[place].input,
              source: entries[place].row.source)
          }
          guard !others.contains(where: isKnown) else { continue }
          let cells = run.rows.map { CellAddress(row: $0, column: index) }
          for cell in cells { first[Source(view.sheet, cell)] = run.first }
          log.add(
            .series(
              view.table, heading: view.heading.text(index), first: run.first, last: run.last,
              isJoined: true), view.sheet, cells)
        }
      }
    }
    return first
  }

  /// The rows of each view, in the order of reading.
  static func byView(_ rows: [PlanRow]) -> [(view: TableView, rows: [PlanRow])] {
    var views: [(view: TableView, rows: [PlanRow])] = []
    var start = 0
    for place in rows.indices {
      let isLast = place + 1 == rows.count
      guard isLast || !rows[place].row.view.isSame(as: rows[place + 1].row.view) else { continue }
      views.append((rows[start].row.view, Array(rows[start...place])))
      start = place + 1
    }
    return views
  }
}

extension ReferenceColumn {
  /// Whether it is odd that ids of rows that are there count up by one from row to row.
  func isOdd(_ run: Series, in table: Table) -> Bool {
    // Leaders and groups are rightly listed village by village.
    (kind != .place || table == .activities) && run.range.count >= 4 && !run.isMistake
  }
}

extension TableView {
  fileprivate func isSame(as other: TableView) -> Bool {
    if self === other { return true }
    return table == other.table && sheet.name == other.sheet.name && sheet.file == other.sheet.file
      && sheet.folder == other.sheet.folder
  }
}
