import Drawing
import Words

/// Chapters on paper: the question, what is said, then the tables.
extension Booklet {
  /// Characters of a cell on paper at most; the workbook holds the whole.
  private static let cellLimit = 300

  func print(
    _ chapter: Chapter, _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    if position.y > Self.margin {
      position.y += 18
      // A chart stands on the page of its words.
      let chart = meeting.charts[chapter.key].map { $0.height(on: canvas, width: Self.full) } ?? 0
      if position.y > Self.bottom - 150 - chart { turn(canvas, &position, total) }
    }
    printTitle("\(chapter.title): \(chapter.question)", canvas, &position)
    for paragraph in chapter.paragraphs { print(paragraph, size: 13, canvas, &position, total) }
    if let chart = meeting.charts[chapter.key] {
      let height = chart.height(on: canvas, width: Self.full)
      if position.y + height > Self.bottom { turn(canvas, &position, total) }
      position.y += chart.draw(on: canvas, x: Self.margin, y: position.y, width: Self.full) + 8
    }
    for grid in chapter.grids where !grid.rows.isEmpty {
      print(grid, canvas, &position, total)
    }
    for note in chapter.notes { print(note, size: 11, canvas, &position, total) }
  }

  private func print(
    _ text: String, size: Double, _ canvas: borrowing Canvas, _ position: inout Position,
    _ total: Int
  ) {
    let style = TextStyle(size: size)
    let height = canvas.text(text, x: 0, y: 0, width: Self.full, style, draws: false)
    if position.y + height > Self.bottom { turn(canvas, &position, total) }
    position.y += canvas.text(text, x: Self.margin, y: position.y, width: Self.full, style) + 4
  }

  private func print(
    _ grid: Chapter.Grid, _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    // The officer's part is nowhere but on its paper.
    let rows = reader == .officer ? grid.rows[...] : grid.rows.prefix(grid.paperLimit)
    var title = grid.title
    if rows.count < grid.rows.count {
      title += language.pick(
        " (พิมพ์ \(rows.count) จาก \(grid.rows.count) แถว ทั้งหมดอยู่ใน opportunities.xlsx)",
        " (\(rows.count) of \(grid.rows.count) rows; all are in opportunities.xlsx)")
    }
    let table = PaperTable(
      columns: columns(of: grid),
      rows: rows.map { row in row.map { language.text(of: $0).clipped(to: Self.cellLimit) } })
    // A title stands with the first row of its table.
    let first = table.rows.first.map { table.height(of: $0, canvas) } ?? 0
    position.y += 6
    if position.y + 32 + table.headingHeight(canvas) + first > Self.bottom {
      turn(canvas, &position, total)
    }
    printTitle(title, canvas, &position, size: 13)
    print(table, canvas, &position, total)
    position.y += 6
  }

  /// Columns over the whole width; numbers stand at the right of theirs, and text clear of them.
  private func columns(of grid: Chapter.Grid) -> [PaperTable.Column] {
    let sum = grid.columns.reduce(0) { $0 + $1.width }
    let gap = 6.0
    let room = Self.full - gap * Double(max(0, grid.columns.count - 1))
    var x = Self.margin
    return grid.columns.enumerated().map { index, column in
      let width = sum > 0 ? room * column.width / sum : 0
      defer { x += width + gap }
      let isNumeric = grid.isNumeric(column: index)
      let indent = !isNumeric && index > 0 && grid.isNumeric(column: index - 1) ? 10.0 : 0
      return PaperTable.Column(
        heading: column.heading, x: x + indent, width: width - indent,
        alignment: isNumeric ? .right : .left)
    }
  }
}

extension Chapter.Grid {
  /// Whether a column holds no text but numbers, or nothing at all.
  func isNumeric(column: Int) -> Bool {
    !rows.contains { row in
      guard column < row.count, case .text = row[column] else { return false }
      return true
    }
  }
}
