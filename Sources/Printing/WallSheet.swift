public import Drawing
public import Sheets
public import Words

/// A drawing for a table or a wall: as large as the paper allows, or parted into tiles to be glued
/// together; never smaller than the paper's law.
public struct WallSheet {
  /// A sheet of paper as it lies, points.
  struct Area: Equatable {
    var width: Double
    var height: Double
    var turned: Area { Area(width: height, height: width) }
  }

  private let picture: Picture
  private let paper: Paper
  private let language: Language
  /// How much the drawing is enlarged.
  let scale: Double
  /// The finished sheet, margins and all.
  let sheet: Area
  /// Whether the drawing lies on its side, since its letters would be too small else.
  let isTurned: Bool
  /// The tiles' paper; nil where the sheet is printed as one.
  let tile: Area?
  /// From left to right, points of the finished sheet without its margins.
  let columns: [TileCuts.Piece]
  /// From top to bottom.
  let rows: [TileCuts.Piece]
  /// The tiles that have something on them, row by row.
  let tiles: [(row: Int, column: Int)]

  /// What no printer prints on, and what is written beside a tile.
  private static let margin = 36.0
  /// What is kept free at the left, and at the other sides.
  private typealias Margins = (left: Double, others: Double)
  /// Those of a page that is filed have room for the holes (22 mm).
  private static let filed: Margins = (62.4, 28)
  private static let plain: Margins = (margin, margin)
  private let margins: Margins

  /// Whether it is one page, on paper as asked for; else it is a map and tiles.
  public var isOnePage: Bool { tile == nil }
  /// What comes on two tiles, to be glued: 10 mm.
  private static let overlap = 28.35

  /// A sheet of a drawing.
  ///
  /// - Parameters:
  ///   - paper: The paper of the finished sheet; where a drawing at the paper's smallest text does not
  ///     fit it, several sheets are glued together.
  ///   - tiles: The paper that it is printed on; nil for the same.
  public init(
    _ picture: Picture, on paper: Paper, isUpright: Bool, tiles: Paper? = nil, _ language: Language
  ) {
    self.picture = picture
    self.paper = paper
    self.language = language
    let area = Self.area(of: paper, isUpright: isUpright)
    let margins = paper.isFiled ? Self.filed : Self.plain
    let room = Self.room(on: area, margins)
    let least = paper.smallestText / (picture.smallestText ?? paper.smallestText)
    let fitting = min(room.width / picture.width, room.height / picture.height)
    let fittingTurned = min(room.width / picture.height, room.height / picture.width)
    let printed = tiles.map { Self.area(of: $0, isUpright: isUpright) } ?? area
    if max(fitting, fittingTurned) >= least, printed == area {
      isTurned = fitting < least
      scale = isTurned ? fittingTurned : fitting
      (sheet, tile, columns, rows, self.tiles) = (area, nil, [], [], [])
      self.margins = margins
      return
    }
    (isTurned, self.margins) = (false, Self.plain)
    let best = Self.best(picture, from: least, to: max(least, fitting), on: printed)
    scale = best.scale
    if best.count == 1 {
      (sheet, tile, columns, rows, self.tiles) = (best.tile, nil, [], [], [])
      return
    }
    sheet = Area(
      width: picture.width * best.scale + 2 * Self.margin,
      height: picture.height * best.scale + 2 * Self.margin)
    (tile, columns, rows, self.tiles) = (
      best.tile, best.columns, best.rows, best.tiles(of: picture)
    )
  }

  /// The way that takes the fewest tiles, of several the largest drawing: a little smaller often saves
  /// a whole row.
  private static func best(
    _ picture: Picture, from least: Double, to most: Double, on tile: Area
  ) -> Way {
    var best = Way(picture, most, on: tile)
    for share in stride(from: 1, through: 0.84, by: -0.04) where most * share >= least {
      for area in [tile, tile.turned] {
        let way = Way(picture, most * share, on: area)
        if way.count < best.count { best = way }
      }
    }
    return best
  }

  /// A way to part a drawing into tiles.
  private struct Way {
    let scale: Double
    let tile: Area
    let columns: [TileCuts.Piece]
    let rows: [TileCuts.Piece]
    var count: Int { columns.count * rows.count }

    /// The tiles that have something on them, row by row.
    func tiles(of picture: Picture) -> [(row: Int, column: Int)] {
      rows.indices.flatMap { row in
        columns.indices.filter { column in
          !picture.isEmpty(
            in: Box(
              left: columns[column].start, top: rows[row].start, right: columns[column].cut,
              bottom: rows[row].cut), scale: scale)
        }.map { (row, $0) }
      }
    }

    init(_ picture: Picture, _ scale: Double, on tile: Area) {
      self.scale = scale
      self.tile = tile
      let boxes = picture.groups.flatMap { group in
        group.texts.map(\.box) + [group.box].compactMap(\.self)
      }
      columns = TileCuts.pieces(
        of: picture.width * scale, room: tile.width - 2 * margin, overlap: overlap,
        around: boxes.map { ($0.left * scale, $0.right * scale) })
      rows = TileCuts.pieces(
        of: picture.height * scale, room: tile.height - 2 * margin, overlap: overlap,
        around: boxes.map { ($0.top * scale, $0.bottom * scale) })
    }
  }

  /// What a drawing may take of a page.
  private static func room(on area: Area, _ margins: Margins) -> Area {
    Area(
      width: area.width - margins.left - margins.others, height: area.height - 2 * margins.others)
  }

  private static func area(of paper: Paper, isUpright: Bool) -> Area {
    let sides = paper.sides
    return isUpright
      ? Area(width: sides.short, height: sides.long) : Area(width: sides.long, height: sides.short)
  }
}

extension WallSheet {
  /// Writes sheets of one page each as the pages of one PDF.
  ///
  /// - Parameter sheets: Sheets on one paper, at least one.
  /// - Returns: Where what was written breaks the law of the paper.
  @discardableResult
  public static func write(
    _ sheets: [WallSheet], to path: String
  ) throws(SheetError) -> [LegibilityBreach] {
    guard let first = sheets.first else { return [] }
    let page = first.sheet
    let canvas = Canvas(
      pdf: path, width: page.width, height: page.height, title: first.picture.title,
      first.language)
    for (index, sheet) in sheets.enumerated() {
      if index > 0 { canvas.endPage() }
      sheet.printWhole(on: canvas)
      sheet.printFullTexts(on: canvas, page)
    }
    let breaches = canvas.breaches(of: first.law(of: page))
    try canvas.finish()
    return breaches
  }

  /// What a page of it must keep to.
  func law(of page: Area) -> LegibilityLaw {
    LegibilityLaw(
      smallest: paper.smallestText, left: margins.left, margin: margins.others,
      width: page.width, height: page.height)
  }

  /// Writes the PDF: one page, or the map of the tiles and then each of them, row by row.
  ///
  /// - Returns: Where what was written breaks the law of the finished sheet's paper.
  @discardableResult
  public func write(to path: String) throws(SheetError) -> [LegibilityBreach] {
    guard let page = tile else { return try Self.write([self], to: path) }
    let canvas = Canvas(
      pdf: path, width: page.width, height: page.height, title: picture.title, language)
    printMap(on: canvas, page)
    for tile in tiles {
      canvas.endPage()
      printTile(tile.row, tile.column, on: canvas, page)
    }
    printFullTexts(on: canvas, page)
    let breaches = canvas.breaches(of: law(of: page))
    try canvas.finish()
    return breaches
  }

  private func printWhole(on canvas: borrowing Canvas) {
    let (width, height) = (picture.width * scale, picture.height * scale)
    let room = Self.room(on: sheet, margins)
    let (left, top) = (margins.left, margins.others)
    guard isTurned else {
      return picture.draw(
        on: canvas, x: left + (room.width - width) / 2, y: top + (room.height - height) / 2,
        width: width, height: height)
    }
    canvas.turn(
      x: left + (room.width - height) / 2, y: top + (room.height + width) / 2)
    picture.draw(on: canvas, x: 0, y: 0, width: width, height: height)
    canvas.endTurn()
  }

  /// What the key has no room for, as large as the paper's law asks.
  private func printFullTexts(on canvas: borrowing Canvas, _ page: Area) {
    canvas.setFullTexts(
      of: picture,
      within: Box(
        left: margins.left, top: margins.others, right: page.width - margins.others,
        bottom: page.height - margins.others),
      size: max(paper.smallestText, 13), language)
  }

  /// The name of a tile: rows are letters, tiles numbers.
  private func name(_ row: Int, _ column: Int) -> String {
    let letters =
      (row / 26 > 0 ? String(row / 26) : "") + String(UnicodeScalar(UInt8(65 + row % 26)))
    return "\(letters)\(column + 1)"
  }

  private func printTile(
    _ row: Int, _ column: Int, on canvas: borrowing Canvas, _ page: Area
  ) {
    let (across, down) = (columns[column], rows[row])
    let room = (
      width: min(page.width - 2 * Self.margin, picture.width * scale - across.start),
      height: min(page.height - 2 * Self.margin, picture.height * scale - down.start)
    )
    picture.draw(
      on: canvas, x: Self.margin, y: Self.margin, scale: scale,
      region: Box(
        left: across.start, top: down.start, right: across.start + room.width,
        bottom: down.start + room.height))
    let cut = (
      x: column + 1 < columns.count ? Self.margin + across.cut - across.start : nil,
      y: row + 1 < rows.count ? Self.margin + down.cut - down.start : nil
    )
    // Marks stand in the margins alone, so that nothing is drawn over the drawing.
    let (length, near) = (20.0, 6.0)
    let ends = (
      right: Self.margin + room.width + near, bottom: Self.margin + room.height + near
    )
    if let x = cut.x {
      canvas.line(x, Self.margin - near - length, x, Self.margin - near, width: 0.8)
      canvas.line(x, ends.bottom, x, ends.bottom + length, width: 0.8)
    }
    if let y = cut.y {
      canvas.line(Self.margin - near - length, y, Self.margin - near, y, width: 0.8)
      canvas.line(ends.right, y, ends.right + length, y, width: 0.8)
    }
    canvas.aside(
      tileLine(row, column, hasCut: cut.x != nil || cut.y != nil), x: Self.margin + 24, y: 14,
      width: page.width - 2 * Self.margin - 24, TextStyle(size: 9.5))
  }

  private func tileLine(_ row: Int, _ column: Int, hasCut: Bool) -> String {
    let all = tiles.count
    let place = language.pick(
      "แผ่น \(name(row, column)) จาก \(all) แผ่น", "tile \(name(row, column)) of \(all)")
    guard hasCut else { return place }
    return place
      + language.pick(
        " · ตัดตามขีด แล้วทากาวทับแผ่นถัดไป", " · cut at the marks, and glue over the next one")
  }

  /// Which tile goes where: nodes as grey boxes, tiles with their names.
  private func printMap(on canvas: borrowing Canvas, _ page: Area) {
    var y = 44.0
    let width = page.width - 2 * Self.margin
    y += canvas.aside(
      picture.title, x: Self.margin, y: y, width: width, TextStyle(size: 16, isBold: true))
    y +=
      canvas.aside(instructions, x: Self.margin, y: y + 4, width: width, TextStyle(size: 12)) + 16
    let drawn = (width: picture.width * scale, height: picture.height * scale)
    let small = min(width / drawn.width, (page.height - y - Self.margin) / drawn.height)
    for box in picture.groups.compactMap(\.box) {
      canvas.fill(
        Self.margin + box.left * scale * small, y + box.top * scale * small,
        box.width * scale * small, box.height * scale * small, grey: 0.82)
    }
    for (row, column) in tiles {
      let (down, across) = (rows[row], columns[column])
      let left = Self.margin + across.start * small
      let top = y + down.start * small
      let right = Self.margin + across.cut * small
      let bottom = y + down.cut * small
      canvas.line(left, top, right, top)
      canvas.line(left, bottom, right, bottom)
      canvas.line(left, top, left, bottom)
      canvas.line(right, top, right, bottom)
      let size = min(16, max(9, min((right - left) / 3, (bottom - top) * 0.6)))
      canvas.aside(
        name(row, column), x: left, y: (top + bottom) / 2 - size * 0.75, width: right - left,
        TextStyle(size: size, isBold: true, alignment: .centre))
    }
  }

  private var instructions: String {
    // Where nothing stands there is no tile.
    let isFull = tiles.count == rows.count * columns.count
    return language.pick(
      "แผ่นใหญ่นี้แบ่งพิมพ์ \(tiles.count) แผ่น (\(rows.count) แถว แถวละ\(isFull ? " " : "ไม่เกิน ")"
        + "\(columns.count) แผ่น) พิมพ์ขนาดจริง 100% อย่าให้เครื่องพิมพ์ย่อ แล้วต่อกันตามผังนี้",
      "This sheet is printed on \(tiles.count) tiles (\(rows.count) row\(rows.count == 1 ? "" : "s") of "
        + "\(isFull ? "" : "at most ")\(columns.count)). Print at 100 %, not fitted to the page, and "
        + "join them as below.")
  }
}
