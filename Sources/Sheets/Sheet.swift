/// One sheet: rows of cells, as found; rows may differ in length.
///
/// Rows and columns count from 0 here; `CellAddress` writes them as people read them. A cell takes
/// sixteen bytes, and all texts stand one after the other; a `String` is made when it is asked for.
public struct Sheet: Sendable {
  /// The name of the file it stands in, without folders.
  public let file: String
  /// The folder's name, where files of several folders are read together and it must be said.
  public var folder: String?
  /// The sheet's name; for a text sheet, the file's name without its ending.
  public let name: String
  /// Whether the file is a workbook, whose sheets have names of their own.
  public let isInWorkbook: Bool
  /// Merged ranges, and what is hidden.
  public let layout: SheetLayout
  /// The encoding and separator that a text sheet was read with; nil in a workbook.
  public let textForm: TextForm?
  private let grid: CellGrid
  private let texts: TextArena

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
    self.file = file
    self.name = name
    self.isInWorkbook = isInWorkbook
    self.layout = layout
    self.textForm = textForm
    self.grid = grid
    self.texts = texts
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
