/// Workbooks of Office Open XML (ECMA-376), read part by part without a document tree.
enum XLSXReader {
  /// The sheets of a workbook in its order; charts and macros have none.
  ///
  /// Formula cells give the value that was last computed; numbers in a date format become days.
  ///
  /// - Complexity: O(inflated bytes).
  static func read(
    _ archive: inout ZipArchive, path: String
  ) throws(SheetError) -> [Sheet] {
    let outline = WorkbookOutline()
    try XMLScanner.scan("xl/workbook.xml", of: &archive, path: path, with: outline)
    let relations = Relations()
    try XMLScanner.scan("xl/_rels/workbook.xml.rels", of: &archive, path: path, with: relations)
    // A part that is named and gone would change what cells mean: dates to numbers, texts to none.
    for part in relations.parts where !archive.contains(part) {
      throw .damaged(path: path, part: part)
    }
    let styles = DateStyles()
    if archive.contains("xl/styles.xml") {
      try XMLScanner.scan("xl/styles.xml", of: &archive, path: path, with: styles)
    }
    let strings = SharedStrings(path: path)
    if archive.contains("xl/sharedStrings.xml") {
      try XMLScanner.scan("xl/sharedStrings.xml", of: &archive, path: path, with: strings)
    }
    var texts = strings.texts
    var found: [(name: String, layout: SheetLayout, grid: CellGrid)] = []
    var filled = 0
    for entry in outline.sheets {
      guard let part = relations.worksheets[entry.relation] else { continue }
      let cells = SheetCells(
        place: .init(path: path, part: part, sheet: entry.name), strings: strings.cells,
        texts: texts, dateStyles: styles.dates, uses1904: outline.uses1904)
      cells.cellLimit -= filled
      texts = TextArena()
      try XMLScanner.scan(part, of: &archive, path: path, with: cells)
      texts = cells.takeTexts()
      filled += cells.grid.filledCount
      let layout = SheetLayout(
        merges: cells.merges, isHidden: entry.isHidden, hiddenRows: cells.hiddenRows,
        hiddenColumns: cells.hiddenColumns)
      found.append((entry.name, layout, cells.grid))
    }
    return found.map { sheet in
      Sheet(
        file: Folder.lastName(of: path), name: sheet.name, isInWorkbook: true,
        layout: sheet.layout, sheet.grid, texts)
    }
  }
}

/// `xl/workbook.xml`: names and order of the sheets, and which are hidden.
private final class WorkbookOutline: XMLHandler {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var uses1904 = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isNamed(name, "sheet") {
      let state = attributes["state"] ?? "visible"
      sheets.append((attributes["name"] ?? "", attributes["r:id"] ?? "", state != "visible"))
    } else if isNamed(name, "workbookPr") {
      uses1904 = attributes.isTrue("date1904")
    }
  }
}

/// `xl/_rels/workbook.xml.rels`: which part holds which sheet.
private final class Relations: XMLHandler {
  private(set) var worksheets: [String: String] = [:]
  /// The parts that the reading of cells needs.
  private(set) var parts: [String] = []

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard isNamed(name, "Relationship"), let id = attributes["Id"],
      let target = attributes["Target"], let type = attributes["Type"]
    else { return }
    let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    if type.hasSuffix("/worksheet") {
      worksheets[id] = part
    } else if type.hasSuffix("/styles") || type.hasSuffix("/sharedStrings") {
      parts.append(part)
    }
  }
}

/// `xl/styles.xml`: which cell styles show a date.
private final class DateStyles: XMLHandler {
  private(set) var dates: [Bool] = []
  private var ownFormats: [Int: Bool] = [:]
  private var inCellFormats = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isNamed(name, "numFmt") {
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      ownFormats[id] = Self.showsDate(attributes["formatCode"] ?? "")
    } else if isNamed(name, "cellXfs") {
      inCellFormats = true
    } else if inCellFormats, isNamed(name, "xf") {
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      dates.append(ownFormats[id] ?? Self.isBuiltInDate(id))
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if isNamed(name, "cellXfs") { inCellFormats = false }
  }

  /// The formats of ECMA-376, 18.8.30, that show a day: the common ones, East Asia's and Thai's.
  private static func isBuiltInDate(_ id: Int) -> Bool {
    (14...17).contains(id) || id == 22 || (27...31).contains(id) || id == 36
      || (50...58).contains(id) || (71...74).contains(id) || id == 77 || id == 81
  }

  /// Whether a format code shows a year or a day (`b` is the Buddhist year), outside quotes.
  private static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" || character == "]" {
        isBracketed = character == "["
      } else if !isQuoted, !isBracketed, "ydb".contains(character) {
        return true
      }
    }
    return false
  }
}
