/// Sheets as they were found in one place: a workbook, a folder of text sheets, or one text sheet.
public struct Workbook: Sendable {
  /// The path that was read.
  public let path: String
  /// The sheets, in the workbook's order; for a folder, by file name.
  public let sheets: [Sheet]

  /// A workbook of sheets already at hand.
  public init(path: String, sheets: [Sheet]) {
    self.path = path
    self.sheets = sheets
  }

  /// Reads a workbook (`.xlsx`, `.ods`) or a text sheet (`.csv`, `.tsv`, `.txt`).
  ///
  /// The content decides, not the ending: a file that begins as an archive is read as a workbook.
  ///
  /// - Parameter form: The encoding and separator to take for a text sheet, where they are known.
  /// - Throws: `SheetError` where nothing can be read at all.
  /// - Complexity: O(bytes).
  public init(contentsOf path: String, as form: TextForm = TextForm()) throws(SheetError) {
    let bytes = try FileBytes.read(path)
    switch FileKind(bytes, path: path, form) {
    case .empty: throw .empty(path: path)
    case .archive: self.init(path: path, sheets: try Self.sheets(ofArchive: bytes, path: path))
    case .compoundFile: throw .oldOrProtectedWorkbook(path: path)
    case .text: self.init(path: path, sheets: [try CSV.read(bytes, path: path, as: form)])
    case .unknown: throw .notAWorkbook(path: path)
    }
  }

  /// The sheets of a workbook, whose kind shows by its parts.
  private static func sheets(
    ofArchive bytes: [UInt8], path: String
  ) throws(SheetError) -> [Sheet] {
    var archive = try ZipArchive(bytes, path: path)
    if archive.contains("xl/workbook.xml") { return try XLSXReader.read(&archive, path: path) }
    if archive.contains("content.xml") { return try ODSReader.read(&archive, path: path) }
    throw .notAWorkbook(path: path)
  }

  /// Reads every text sheet of a folder as one sheet each, but notes (`.txt`).
  ///
  /// - Parameter forms: By a file's name, the encoding and separator to take, where they are known.
  public init(folder: String, forms: [String: TextForm] = [:]) throws(SheetError) {
    var sheets: [Sheet] = []
    for name in try Folder.names(in: folder)
    where Folder.isTextSheet(name) && !Folder.isNote(name) {
      let path = Folder.join(folder, name)
      let book = try Workbook(contentsOf: path, as: forms[name] ?? TextForm())
      sheets.append(contentsOf: book.sheets)
    }
    self.init(path: folder, sheets: sheets)
  }
}

/// What a file is, by its first bytes.
private enum FileKind {
  case empty
  case archive
  case compoundFile
  case text
  case unknown

  init(_ bytes: [UInt8], path: String, _ form: TextForm) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .archive
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compoundFile
    } else if form.encoding != nil || TextEncoding.looksLikeText(bytes), Folder.isTextSheet(path) {
      self = .text
    } else {
      self = .unknown
    }
  }
}
