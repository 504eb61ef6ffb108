import Drawing

/// A table on paper: text in columns that share the page's width, under headings that come again on
/// each page.
struct PaperTable {
  /// A column.
  struct Column {
    let heading: String
    /// Its width beside those of the others.
    let share: Double
    var alignment = TextStyle.Alignment.left
  }

  let columns: [Column]
  let rows: [[String]]

  static let text = TextStyle(size: 11.5)
  static let heading = TextStyle(size: 11.5, isBold: true)
  private static let gap = 9.0
  /// Text keeps clear of a number that ends where it begins.
  private static let indent = 8.0
  /// What text needs to be readable, points.
  private static let leastText = 62.0
  private static let leastNumber = 30.0
}

/// A column in its place, points of the layout.
private struct Placed {
  let index: Int
  let x: Double
  let width: Double
  let alignment: TextStyle.Alignment

  func style(_ style: TextStyle) -> TextStyle {
    var style = style
    style.alignment = alignment
    return style
  }
}

extension PaperTable {
  /// The columns side by side; where they do not fit, in several tables that begin with the same
  /// column.
  fileprivate func parts(in flow: borrowing PageFlow) -> [[Placed]] {
    let leasts = columns.map { column in
      max(
        column.alignment == .right ? Self.leastNumber : Self.leastText,
        flow.widestWord(of: column.heading, Self.heading))
    }
    guard let first = leasts.first else { return [] }
    let room = flow.format.width
    var parts: [[Int]] = [[0]]
    var filled = first
    for index in columns.indices.dropFirst() {
      if filled + Self.gap + leasts[index] > room, parts[parts.count - 1].count > 1 {
        parts.append([0])
        filled = first
      }
      parts[parts.count - 1].append(index)
      filled += Self.gap + leasts[index]
    }
    return parts.map { place($0, leasts, flow.format) }
  }

  private func place(_ part: [Int], _ leasts: [Double], _ format: PageFormat) -> [Placed] {
    let room = format.width - Self.gap * Double(part.count - 1)
    let widths = Self.shared(
      room, among: part.map { columns[$0].share }, atLeast: part.map { leasts[$0] })
    var x = format.left
    var follows = false
    return zip(part, widths).map { index, width in
      let isNumber = columns[index].alignment == .right
      let indent = follows && !isNumber ? Self.indent : 0
      defer {
        x += width + Self.gap
        follows = isNumber
      }
      return Placed(
        index: index, x: x + indent, width: width - indent, alignment: columns[index].alignment)
    }
  }

  /// Shares a width out; who would get less than the least gets that, the others share the rest.
  ///
  /// - Complexity: O(n²) for n shares.
  static func shared(
    _ width: Double, among shares: [Double], atLeast leasts: [Double]
  ) -> [Double] {
    var widths = leasts
    var open = Array(shares.indices)
    while true {
      let taken = widths.indices.filter { !open.contains($0) }.reduce(0) { $0 + leasts[$1] }
      let sum = open.reduce(0) { $0 + shares[$1] }
      guard sum > 0 else { return widths }
      let unit = (width - taken) / sum
      let short = open.filter { shares[$0] * unit < leasts[$0] }
      if short.isEmpty || short.count == open.count {
        for index in open { widths[index] = max(leasts[index], shares[index] * unit) }
        return widths
      }
      open.removeAll(where: short.contains)
    }
  }
}

extension PageFlow {
  /// Sets a table, on as many pages as it takes; no row is parted, and none stands alone on a page.
  ///
  /// - Parameters:
  ///   - title: What stands above it, on the page of its first rows.
  ///   - tail: The height of what stands below it, on the page of its last rows.
  mutating func table(_ table: PaperTable, title: String, tail: Double = 0) {
    for part in table.parts(in: self) {
      let headings = measured(part, table.columns.map(\.heading), PaperTable.heading)
      let rows = table.rows.map { measured(part, $0, PaperTable.text) }
      heading(
        title, level: 3, following: headings.full + rows.prefix(2).reduce(0) { $0 + $1.full })
      set(headings)
      for (index, row) in rows.enumerated() {
        let last = index > 0 && index == rows.count - 2 ? rows[index + 1].full + tail : 0
        if row.full + last > room && !isAtTop {
          turn()
          set(headings)
        }
        set(row)
      }
      y += 4
    }
  }

  /// Sets the first rows of a table on one page: as many as there is room for, on a new page where that
  /// would be too few.
  ///
  /// - Parameters:
  ///   - limit: The height that its rows may take; the first three are set in any case.
  ///   - tail: The height of what should stand below it on the same page.
  ///   - title: What stands above it, for so many rows as are set.
  mutating func table(
    _ table: PaperTable, atMost limit: Double, tail: Double, title: (Int) -> String
  ) {
    var count = table.rows.count
    for part in table.parts(in: self) {
      let headings = measured(part, table.columns.map(\.heading), PaperTable.heading)
      let rows = measured(part, Array(table.rows.prefix(count)), atMost: limit)
      let above = headings.full + 36 + tail
      let least = min(Self.leastRows, rows.count)
      var fitting = Self.fitting(rows, room - above)
      // Rather than leave much of a page empty, what stands below goes to the next one.
      if fitting < least { fitting = Self.fitting(rows, room - above + tail) }
      if fitting < least && !isAtTop {
        turn()
        fitting = max(1, Self.fitting(rows, room - above))
      }
      count = max(1, fitting)
      let set = rows.prefix(count)
      heading(title(count), level: 3, following: 0)
      self.set(headings)
      for row in set { self.set(row) }
      y += 4
    }
  }

  private static let leastRows = 3

  private static func fitting(_ rows: [Row], _ room: Double) -> Int {
    var height = 0.0
    return rows.prefix {
      height += $0.full
      return height <= room
    }.count
  }

  /// The first rows, until they are higher than a limit; three of them in any case.
  private func measured(
    _ part: [Placed], _ rows: [[String]], atMost limit: Double
  ) -> [Row] {
    var taken: [Row] = []
    var height = 0.0
    for row in rows {
      let measured = measured(part, row, PaperTable.text)
      height += measured.full
      if taken.count >= Self.leastRows, height > limit { break }
      taken.append(measured)
    }
    return taken
  }

  /// The height of a table that stands on one page with all its rows.
  func height(of table: PaperTable) -> Double { heights(of: table).last ?? 0 }

  /// The heights of a table that stands on one page with its first rows: with none, one and so on;
  /// without rows there are no headings either.
  func heights(of table: PaperTable) -> [Double] {
    guard let part = table.parts(in: self).first else { return [0] }
    var height = measured(part, table.columns.map(\.heading), PaperTable.heading).full
    return [0]
      + table.rows.map { row in
        height += measured(part, row, PaperTable.text).full
        return height
      }
  }

  /// Sets as many rows as a height holds.
  ///
  /// - Returns: How many were set; with none the headings are not set either.
  mutating func table(_ table: PaperTable, within height: Double) -> Int {
    self.table(table, first: (heights(of: table).lastIndex { $0 <= height }) ?? 0)
  }

  /// Sets the first rows on this page.
  ///
  /// - Returns: How many were set; with none the headings are not set either.
  mutating func table(_ table: PaperTable, first count: Int) -> Int {
    guard let part = table.parts(in: self).first, count > 0 else { return 0 }
    set(measured(part, table.columns.map(\.heading), PaperTable.heading))
    for row in table.rows.prefix(count) { set(measured(part, row, PaperTable.text)) }
    return min(count, table.rows.count)
  }

  private struct Row {
    let cells: [(text: MeasuredText, x: Double)]
    let height: Double
    let isHeading: Bool

    /// With the room below it.
    var full: Double { height + (isHeading ? 6 : 4) }
  }

  private func measured(_ part: [Placed], _ texts: [String], _ style: TextStyle) -> Row {
    let cells = part.compactMap { column -> (text: MeasuredText, x: Double)? in
      guard column.index < texts.count, !texts[column.index].isEmpty else { return nil }
      return (
        measured(texts[column.index], width: column.width, column.style(style)), column.x
      )
    }
    return Row(
      cells: cells, height: cells.map(\.text.height).max() ?? 12, isHeading: style.isBold)
  }

  private mutating func set(_ row: Row) {
    if row.isHeading {
      place(
        .fill(
          x: format.left - 3, y: y - 1, width: format.width + 6, height: row.height + 3, grey: 0.9))
    }
    for cell in row.cells { place(.text(cell.text, x: cell.x, y: y)) }
    y += row.height + 2
    if !row.isHeading { rule() }
    y += row.isHeading ? 4 : 2
  }
}
