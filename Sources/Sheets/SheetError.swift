/// Why a file could not be read or written at all.
public enum SheetError: Error, Sendable, Hashable {
  /// Nothing stands at the path.
  case notFound(path: String)
  /// The system refuses; `reason` is its own word.
  case unreadable(path: String, reason: String)
  /// The file has no content.
  case empty(path: String)
  /// The file is neither a workbook nor a text sheet.
  case notAWorkbook(path: String)
  /// An Excel file of before 2007, or one locked with a password.
  case oldOrProtectedWorkbook(path: String)
  /// The archive or a part in it is cut off or broken; `part` is its name inside, if known.
  case damaged(path: String, part: String?)
  /// A part names a document type, which no workbook needs and an attack may use.
  case documentType(path: String, part: String)
  /// More cells or bytes than a plan can have.
  case tooLarge(path: String)
  /// A text longer than any that a person typed; `sheet` is nil in a text sheet.
  case cellTooLong(path: String, sheet: String?, cell: CellAddress)
  /// A quotation mark that opens a cell is never closed; `row` counts from 1.
  case openQuote(path: String, row: Int)
  /// Bytes that are no text in the encoding that was found or asked for; `row` counts from 1.
  case undecodable(path: String, encoding: TextEncoding, row: Int)
  /// The system refuses to write; `reason` is its own word.
  case unwritable(path: String, reason: String)
}

extension SheetError {
  /// The same error of writing, naming the folder that was asked for instead of the one beside it.
  public func naming(_ folder: String, insteadOf beside: String) -> SheetError {
    guard case .unwritable(let path, let reason) = self, path.hasPrefix(beside) else { return self }
    return .unwritable(path: folder + path.dropFirst(beside.count), reason: reason)
  }
}
