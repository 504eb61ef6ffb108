import Drawing

/// A table as it is set on paper: text in columns, under headings that come again on each page.
struct PaperTable {
  /// A column, in points.
  struct Column {
    let heading: String
    let x: Double
    let width: Double
    var alignment = TextStyle.Alignment.left
  }

  let columns: [Column]
  let rows: [[String]]
  /// Whether the last column is to be written in: it is set off, and its rows are high enough.
  var hasWritingColumn = false

  static let text = 11.5
  static let heading = 11.5

  /// The height of a row's text.
  func height(of row: [String], _ canvas: borrowing Canvas) -> Double {
    tallest(row, TextStyle(size: Self.text), canvas)
  }

  /// The height of the headings' text.
  func headingHeight(_ canvas: borrowing Canvas) -> Double {
    tallest(columns.map(\.heading), TextStyle(size: Self.heading, isBold: true), canvas)
  }

  private func tallest(
    _ texts: [String], _ style: TextStyle, _ canvas: borrowing Canvas
  ) -> Double {
    var tallest = 0.0
    for (text, column) in zip(texts, columns) where !text.isEmpty {
      let height = canvas.text(text, x: 0, y: 0, width: column.width, style, draws: false)
      tallest = max(tallest, height)
    }
    return tallest
  }
}

extension Booklet {
  /// Sets a table, on as many pages as it takes; no row is parted.
  func print(
    _ table: PaperTable, _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    let least = table.hasWritingColumn ? 30.0 : 0
    for (index, row) in table.rows.enumerated() {
      let height = max(least, table.height(of: row, canvas))
      let headings = index == 0 ? table.headingHeight(canvas) + 5 : 0
      let turns = position.y + headings + height > Self.bottom
      if turns { turn(canvas, &position, total) }
      if turns || index == 0 { printHeadings(of: table, canvas, &position) }
      for (cell, column) in zip(row, table.columns) where !cell.isEmpty {
        let style = TextStyle(size: PaperTable.text, alignment: column.alignment)
        canvas.text(cell, x: column.x, y: position.y, width: column.width, style)
      }
      if table.hasWritingColumn, let last = table.columns.last {
        // What is written by hand stays with its row.
        canvas.line(last.x - 5, position.y, last.x - 5, position.y + height + 1, width: 0.3)
      }
      position.y += height + 3
      rule(canvas, position.y - 2)
    }
  }

  private func printHeadings(
    of table: PaperTable, _ canvas: borrowing Canvas, _ position: inout Position
  ) {
    let height = table.headingHeight(canvas)
    canvas.fill(Self.margin - 4, position.y - 2, Self.full + 8, height + 3, grey: 0.9)
    for column in table.columns {
      let style = TextStyle(size: PaperTable.heading, isBold: true, alignment: column.alignment)
      canvas.text(column.heading, x: column.x, y: position.y, width: column.width, style)
    }
    position.y += height + 4
  }

  /// A line across the page.
  func rule(_ canvas: borrowing Canvas, _ y: Double) {
    canvas.line(Self.margin - 4, y, Self.width - Self.margin + 4, y, width: 0.4)
  }

  /// Sets a heading in the text.
  func printTitle(
    _ title: String, _ canvas: borrowing Canvas, _ position: inout Position, size: Double = 16
  ) {
    let style = TextStyle(size: size, isBold: true)
    position.y += canvas.text(title, x: Self.margin, y: position.y, width: Self.full, style) + 6
  }
}
