public import Sheets

/// Where something was read: a file, the sheet if the file is a workbook, and a cell or row.
public struct Source: Sendable, Hashable {
  /// The file's name; with its folder where several folders are read together.
  public let file: String
  /// The sheet's name; nil for a text sheet, which is its file.
  public let sheet: String?
  /// The cell, or the whole row; nil where the whole sheet or file is meant.
  public let cell: CellAddress?

  /// A place in a file.
  public init(file: String, sheet: String?, cell: CellAddress? = nil) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
  }

  /// A place in a sheet that was read.
  init(_ sheet: Sheet, _ cell: CellAddress? = nil) {
    let file = sheet.folder.map { Folder.join($0, sheet.file) } ?? sheet.file
    self.init(file: file, sheet: sheet.isInWorkbook ? sheet.name : nil, cell: cell)
  }
}
