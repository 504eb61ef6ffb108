/// One sheet: rows of cells, as found; rows may differ in length.
///
/// Rows and columns count from 0 here; `CellAddress` writes them as people read them.
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
  private let cells: [Cell]
  private let rowStarts: [Int]

  /// The number of rows, empty ones included.
  public var rowCount: Int { rowStarts.count - 1 }

  /// The number of the columns of the longest row.
  public let columnCount: Int

  /// The cells of a row up to its last filled one.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < rowCount else { return [] }
    return cells[rowStarts[row]..<rowStarts[row + 1]]
  }

  /// The cell at a row and column, both from 0; empty outside the sheet.
  public subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < rowCount, column >= 0 else { return .empty }
    let index = rowStarts[row] + column
    return index < rowStarts[row + 1] ? cells[index] : .empty
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
    var builder = SheetBuilder()
    for row in rows {
      for cell in row { builder.append(cell) }
      builder.endRow()
    }
    self.init(
      file: file, name: name, isInWorkbook: isInWorkbook, layout: layout, textForm: textForm,
      builder)
  }

  init(
    file: String, name: String, isInWorkbook: Bool, layout: SheetLayout = SheetLayout(),
    textForm: TextForm? = nil, _ builder: consuming SheetBuilder
  ) {
    self.file = file
    self.name = name
    self.isInWorkbook = isInWorkbook
    self.layout = layout
    self.textForm = textForm
    cells = builder.cells
    rowStarts = builder.rowStarts
    columnCount = builder.columnCount
  }
}

/// Collects cells row by row.
struct SheetBuilder {
  /// More than this in one sheet is taken for a hostile file, not for a plan.
  static let cellLimit = 40_000_000

  private(set) var cells: [Cell] = []
  private(set) var rowStarts = [0]
  private(set) var columnCount = 0

  var currentRow: Int { rowStarts.count - 1 }
  var currentColumn: Int { cells.count - rowStarts[currentRow] }

  mutating func append(_ cell: Cell) {
    cells.append(cell)
  }

  mutating func endRow() {
    while cells.count > rowStarts[currentRow], cells.last == .empty { cells.removeLast() }
    columnCount = max(columnCount, currentColumn)
    rowStarts.append(cells.count)
  }

  /// Puts a cell at its place, filling what lies before with empty ones.
  ///
  /// - Returns: Whether the cell lies ahead of all cells so far and within the limit.
  mutating func place(_ cell: Cell, row: Int, column: Int) -> Bool {
    guard row >= currentRow, row < 1_048_576, column < 16_384 else { return false }
    while currentRow < row { endRow() }
    guard column >= currentColumn, cells.count + column < Self.cellLimit else { return false }
    while currentColumn < column { cells.append(.empty) }
    cells.append(cell)
    return true
  }
}
