public import Sheets

/// The kinds of file that the same sheets are kept in.
public enum SheetFiles: String, Sendable, CaseIterable {
  case xlsx
  case ods
  case csv

  /// Writes sheets cell by cell as they are; returns the path of the workbook or folder.
  public func write(
    _ sheets: [Sheet], to name: String, in folder: borrowing TemporaryFolder
  ) throws(SheetError) -> String {
    let path = folder.file(self == .csv ? name : "\(name).\(rawValue)")
    switch self {
    case .xlsx: try XLSXWriter.write(sheets.map(Self.draft), to: path)
    case .ods: try FileBytes.write(RawODS.bytes(sheets), to: path)
    case .csv:
      try TextFolder.write(
        sheets.map { sheet in
          (sheet.name, (0..<sheet.rowCount).map { sheet.row($0).map(\.text) })
        }, to: path)
    }
    return path
  }

  private static func draft(_ sheet: Sheet) -> SheetDraft {
    SheetDraft(
      name: sheet.name, columns: [], rows: (0..<sheet.rowCount).map { Array(sheet.row($0)) },
      hasHeadings: false, layout: sheet.layout)
  }
}
