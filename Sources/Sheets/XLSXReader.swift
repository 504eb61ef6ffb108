/// Workbooks of Office Open XML (ECMA-376), read part by part without a document tree.
enum XLSXReader {
  /// The sheets of a workbook in its order; charts and macros have none.
  ///
  /// Formula cells give the value that was last computed; numbers in a date format become days.
  ///
  /// - Complexity: O(inflated bytes).
  static func read(_ bytes: [UInt8], path: String) throws(SheetError) -> [Sheet] {
    let archive = try ZipArchive(bytes, path: path)
    guard archive.contains("xl/workbook.xml") else { throw .notAWorkbook(path: path) }
    let outline = WorkbookOutline()
    try XMLScanner.scan("xl/workbook.xml", of: archive, path: path, with: outline)
    let relations = Relations()
    try XMLScanner.scan("xl/_rels/workbook.xml.rels", of: archive, path: path, with: relations)
    let styles = DateStyles()
    if archive.contains("xl/styles.xml") {
      try XMLScanner.scan("xl/styles.xml", of: archive, path: path, with: styles)
    }
    let strings = SharedStrings()
    if archive.contains("xl/sharedStrings.xml") {
      try XMLScanner.scan("xl/sharedStrings.xml", of: archive, path: path, with: strings)
    }
    var sheets: [Sheet] = []
    for entry in outline.sheets {
      guard let part = relations.worksheets[entry.relation] else { continue }
      let cells = SheetCells(
        path: path, part: part, strings: strings.texts, dateStyles: styles.dates,
        uses1904: outline.uses1904)
      try XMLScanner.scan(part, of: archive, path: path, with: cells)
      cells.builder.endRow()
      sheets.append(
        Sheet(
          file: Folder.lastName(of: path), name: entry.name, isInWorkbook: true,
          layout: SheetLayout(
            merges: cells.merges, isHidden: entry.isHidden, hiddenRows: cells.hiddenRows,
            hiddenColumns: cells.hiddenColumns),
          cells.builder))
    }
    return sheets
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

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard isNamed(name, "Relationship"), let id = attributes["Id"],
      let target = attributes["Target"], attributes["Type"]?.hasSuffix("/worksheet") == true
    else { return }
    worksheets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
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

/// `xl/sharedStrings.xml`: the texts that cells refer to by number.
private final class SharedStrings: XMLHandler {
  private(set) var texts: [Cell] = []
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isInPhonetic = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isNamed(name, "si") {
      bytes.removeAll(keepingCapacity: true)
    } else if isNamed(name, "rPh") {
      isInPhonetic = true
    } else if isNamed(name, "t") {
      isInText = !isInPhonetic
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if isNamed(name, "t") {
      isInText = false
    } else if isNamed(name, "rPh") {
      isInPhonetic = false
    } else if isNamed(name, "si") {
      texts.append(Cell(String(ofWorkbook: bytes)))
    }
  }

  override func text(_ piece: UnsafeRawBufferPointer) {
    if isInText { bytes.append(contentsOf: piece) }
  }
}

/// `xl/worksheets/sheet*.xml`: the cells of one sheet, its merges, and what it hides.
private final class SheetCells: XMLHandler {
  fileprivate var builder = SheetBuilder()
  private(set) var merges: [CellRange] = []
  private(set) var hiddenRows: [ClosedRange<Int>] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private let path: String
  private let part: String
  private let strings: [Cell]
  private let dateStyles: [Bool]
  private let uses1904: Bool
  private var row = -1
  private var column = -1
  private var type = CellType.number
  private var showsDate = false
  private var bytes: [UInt8] = []
  private var isInValue = false
  private var isInPhonetic = false
  private var hasFormula = false

  init(path: String, part: String, strings: [Cell], dateStyles: [Bool], uses1904: Bool) {
    self.path = path
    self.part = part
    self.strings = strings
    self.dateStyles = dateStyles
    self.uses1904 = uses1904
  }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isNamed(name, "c") {
      startCell(attributes)
    } else if isNamed(name, "v") || isNamed(name, "t") {
      isInValue = !isInPhonetic
    } else if isNamed(name, "f") {
      hasFormula = true
    } else if isNamed(name, "rPh") {
      isInPhonetic = true
    } else if isNamed(name, "row") {
      row = attributes["r"].flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
      column = -1
      if attributes.isTrue("hidden") { hide(row) }
    } else if isNamed(name, "mergeCell") {
      if let range = attributes["ref"].flatMap({ CellRange($0) }) { merges.append(range) }
    } else if isNamed(name, "col"), attributes.isTrue("hidden") {
      guard let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first >= 1, last >= first
      else { return }
      hiddenColumns.append(first - 1...last - 1)
    }
  }

  private func hide(_ row: Int) {
    if let last = hiddenRows.last, last.upperBound == row - 1 {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
    } else {
      hiddenRows.append(row...row)
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if isNamed(name, "c") {
      endCell()
    } else if isNamed(name, "v") || isNamed(name, "t") {
      isInValue = false
    } else if isNamed(name, "rPh") {
      isInPhonetic = false
    }
  }

  override func text(_ piece: UnsafeRawBufferPointer) {
    if isInValue { bytes.append(contentsOf: piece) }
  }

  private func startCell(_ attributes: XMLAttributes) {
    bytes.removeAll(keepingCapacity: true)
    hasFormula = false
    column += 1
    if let address = attributes["r"].flatMap({ CellAddress($0) }), let found = address.column {
      row = address.row
      column = found
    }
    type = attributes["t"].flatMap { CellType(rawValue: $0) } ?? .number
    let style = attributes["s"].flatMap { Int($0) } ?? 0
    showsDate = dateStyles.indices.contains(style) && dateStyles[style]
  }

  private func endCell() {
    guard let cell = value() else {
      failure = .damaged(path: path, part: part)
      return
    }
    if cell == .empty { return }
    if !builder.place(cell, row: row, column: column) {
      failure =
        builder.cells.count >= SheetBuilder.cellLimit / 2
        ? .tooLarge(path: path) : .damaged(path: path, part: part)
    }
  }

  /// The cell's value; nil where it contradicts its type.
  private func value() -> Cell? {
    // A formula that no program has computed yet is not the same as an empty cell.
    if bytes.isEmpty { return hasFormula && type != .formulaText ? .error("=?") : .empty }
    let text = String(ofWorkbook: bytes)
    switch type {
    case .sharedText:
      guard let index = Int(text), strings.indices.contains(index) else { return nil }
      return strings[index]
    case .inlineText, .formulaText, .isoDate: return .text(text)
    case .boolean: return .boolean(text == "1")
    case .error: return .error(text)
    case .number:
      guard let number = Double(text) else { return nil }
      guard showsDate, let day = Day(serial: number, uses1904: uses1904) else {
        return .number(number)
      }
      return .day(day)
    }
  }
}

/// The `t` of a cell, ECMA-376, 18.18.11.
private enum CellType: String {
  case sharedText = "s"
  case inlineText = "inlineStr"
  case formulaText = "str"
  case isoDate = "d"
  case boolean = "b"
  case error = "e"
  case number = "n"
}

extension String {
  /// The text of bytes, with `_xHHHH_` as the character that XML cannot hold (ECMA-376, 22.9.2.19).
  fileprivate init(ofWorkbook bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("_x") else {
      self = text
      return
    }
    var plain = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "_x") {
      let digits = rest[start.upperBound...].prefix(4)
      let after = rest[start.upperBound...].dropFirst(4)
      plain += rest[..<start.lowerBound]
      if digits.count == 4, after.first == "_", let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        plain.unicodeScalars.append(scalar)
        rest = after.dropFirst()
      } else {
        plain += "_x"
        rest = rest[start.upperBound...]
      }
    }
    self = plain + rest
  }
}
