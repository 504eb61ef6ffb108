public import Sheets

/// Where something was read: a file, the sheet if the file is a workbook, and a cell or row.
public struct Source: Sendable, Hashable {
  /// A sheet's names, which all places in it share.
  private final class Origin: Sendable {
    let file: String
    let sheet: String?

    init(file: String, sheet: String?) {
      self.file = file
      self.sheet = sheet
    }
  }

  // Sixteen bytes, as every record holds one; -1 is what is not meant.
  private let origin: Origin
  private let row: Int32
  private let column: Int32

  /// The file's name; with its folder where several folders are read together.
  public var file: String { origin.file }
  /// The sheet's name; nil for a text sheet, which is its file.
  public var sheet: String? { origin.sheet }
  /// The cell, or the whole row; nil where the whole sheet or file is meant.
  public var cell: CellAddress? {
    row < 0 ? nil : CellAddress(row: Int(row), column: column < 0 ? nil : Int(column))
  }

  private init(_ origin: Origin, _ cell: CellAddress?) {
    self.origin = origin
    row = cell.map { Int32(clamping: $0.row) } ?? -1
    column = cell?.column.map { Int32(clamping: $0) } ?? -1
  }

  /// A place in a file.
  public init(file: String, sheet: String?, cell: CellAddress? = nil) {
    self.init(Origin(file: file, sheet: sheet), cell)
  }

  /// A place in a sheet that was read.
  init(_ sheet: Sheet, _ cell: CellAddress? = nil) {
    let file = sheet.folder.map { Folder.join($0, sheet.file) } ?? sheet.file
    self.init(file: file, sheet: sheet.isInWorkbook ? sheet.name : nil, cell: cell)
  }

  /// Another place in the same sheet.
  func at(_ cell: CellAddress?) -> Source { Source(origin, cell) }

  /// Whether another place is in the same sheet, as far as can be told without comparing names.
  func sharesSheet(with other: Source) -> Bool { origin === other.origin }

  /// By file, sheet and cell.
  public static func == (left: Source, right: Source) -> Bool {
    left.row == right.row && left.column == right.column
      && (left.origin === right.origin || left.file == right.file && left.sheet == right.sheet)
  }

  /// Hashes the file, the sheet and the cell.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(sheet)
    hasher.combine(row)
    hasher.combine(column)
  }
}
