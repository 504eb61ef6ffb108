/// One sheet: rows of cells, as found; rows may differ in length.
///
/// Rows and columns count from 0 here; `CellAddress` writes them as people read them. A cell takes
/// sixteen bytes, and all texts stand one after the other; a `String` is made when it is asked for.
public struct Sheet: Sendable {
  /// What is in a sheet, which all copies of it share.
  private final class Content: Sendable {
    let file: String
    let name: String
    let isInWorkbook: Bool
    let layout: SheetLayout
    let textForm: TextForm?
    let grid: CellGrid
    let texts: TextArena

    init(
      file: String, name: String, isInWorkbook: Bool, layout: SheetLayout, textForm: TextForm?,
      _ grid: CellGrid, _ texts: TextArena
    ) {
      self.file = file
      self.name = name
      self.isInWorkbook = isInWorkbook
      self.layout = layout
      self.textForm = textForm
      self.grid = grid
      self.texts = texts
    }

    /// What is kept of a cell; nil where it is empty.
    func packed(row: Int, column: Int) -> PackedCell? {
      guard row >= 0, row < grid.rowCount else { return nil }
      return grid.find(column: column, in: grid.row(row)).map { grid.cells[$0] }
    }

    func text(row: Int, column: Int) -> String? {
      guard let packed = packed(row: row, column: column), packed.kind == .text else { return nil }
      return texts.text(of: packed)
    }

    func isBlank(row: Int, column: Int) -> Bool {
      guard let packed = packed(row: row, column: column) else { return true }
      return texts.isBlank(packed)
    }

    func leadingBytes(row: Int, column: Int) -> UInt32 {
      guard let packed = packed(row: row, column: column), packed.kind == .text else { return 0 }
      return texts.leadingBytes(of: packed)
    }
  }

  /// The folder's name, where files of several folders are read together and it must be said.
  public var folder: String?
  private let content: Content

  /// The name of the file it stands in, without folders.
  public var file: String { content.file }
  /// The sheet's name; for a text sheet, the file's name without its ending.
  public var name: String { content.name }
  /// Whether the file is a workbook, whose sheets have names of their own.
  public var isInWorkbook: Bool { content.isInWorkbook }
  /// Merged ranges, and what is hidden.
  public var layout: SheetLayout { content.layout }
  /// The encoding and separator that a text sheet was read with; nil in a workbook.
  public var textForm: TextForm? { content.textForm }
  private var grid: CellGrid { content.grid }
  private var texts: TextArena { content.texts }

  /// The number of rows, empty ones included.
  public var rowCount: Int { grid.rowCount }

  /// The number of the columns of the longest row.
  public var columnCount: Int { grid.columnCount }

  /// The number of cells that hold something.
  public var filledCount: Int { grid.filledCount }

  /// The cells of a row up to its last filled one.
  public func row(_ row: Int) -> SheetRow {
    guard row >= 0, row < rowCount else { return SheetRow(sheet: self, cells: 0..<0) }
    return SheetRow(sheet: self, cells: grid.row(row))
  }

  /// The cell at a row and column, both from 0; empty outside the sheet.
  public subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < rowCount else { return .empty }
    return cell(column: column, of: grid.row(row))
  }

  /// The text at a row and column; nil where the cell is empty or holds something else.
  public func text(row: Int, column: Int) -> String? { content.text(row: row, column: column) }

  /// Whether a cell says nothing: it is empty, or a text of white space or a single dash.
  public func isBlank(row: Int, column: Int) -> Bool { content.isBlank(row: row, column: column) }

  /// The first bytes of a cell's text in UTF-8, up to four, the first of them lowest; 0 where it holds
  /// no text.
  public func leadingBytes(row: Int, column: Int) -> UInt32 {
    content.leadingBytes(row: row, column: column)
  }

  /// The values of a cell apart by `;` as codes, added to a list.
  ///
  /// - Returns: False where the cell holds no text, or any value that has no code; then no code, or not
  ///   all of them, are added.
  public func addCodes(row: Int, column: Int, to codes: inout [TextCode]) -> Bool {
    guard let packed = content.packed(row: row, column: column), packed.kind == .text else {
      return false
    }
    return texts.addCodes(of: packed, to: &codes)
  }

  /// The first column from one on whose cell says something; nil where there is none.
  public func firstFilled(row: Int, from column: Int = 0) -> Int? {
    guard row >= 0, row < rowCount else { return nil }
    return grid.row(row).lazy.map { grid.cells[$0] }
      .first { Int($0.column) >= column && !texts.isBlank($0) }.map { Int($0.column) }
  }

  fileprivate func cell(column: Int, of cells: Range<Int>) -> Cell {
    grid.find(column: column, in: cells).map { texts.cell(of: grid.cells[$0]) } ?? .empty
  }

  fileprivate func length(of cells: Range<Int>) -> Int {
    cells.isEmpty ? 0 : Int(grid.cells[cells.upperBound - 1].column) + 1
  }

  /// The cell that shows at a place: the upper left one of the merged range there, else itself.
  public func anchor(of address: CellAddress) -> CellAddress {
    layout.merge(at: address)?.anchor ?? address
  }

  func withParts<Value>(_ body: (CellGrid, TextArena) -> Value) -> Value { body(grid, texts) }

  /// A sheet from rows already at hand.
  public init(
    file: String, name: String, isInWorkbook: Bool, layout: SheetLayout = SheetLayout(),
    textForm: TextForm? = nil, rows: [[Cell]]
  ) {
    var texts = TextArena()
    var grid = CellGrid()
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() where cell != .empty {
        _ = grid.place(texts.pack(cell), row: row, column: column)
      }
      grid.extend(toRow: row)
    }
    self.init(
      file: file, name: name, isInWorkbook: isInWorkbook, layout: layout, textForm: textForm,
      grid, texts)
  }

  init(
    file: String, name: String, isInWorkbook: Bool, layout: SheetLayout = SheetLayout(),
    textForm: TextForm? = nil, _ grid: CellGrid, _ texts: TextArena
  ) {
    content = Content(
      file: file, name: name, isInWorkbook: isInWorkbook, layout: layout, textForm: textForm, grid,
      texts)
  }
}

/// The cells of one row, from column 0 up to the last filled one.
public struct SheetRow: RandomAccessCollection, Sendable {
  fileprivate let sheet: Sheet
  fileprivate let cells: Range<Int>

  /// The first column, 0.
  public var startIndex: Int { 0 }
  /// The column behind the last filled one.
  public var endIndex: Int { sheet.length(of: cells) }
  /// The cell in a column.
  public subscript(column: Int) -> Cell { sheet.cell(column: column, of: cells) }
}
