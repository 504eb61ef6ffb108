import Glibc

/// `xl/sharedStrings.xml`: the texts that cells refer to by number.
final class SharedStrings: XMLHandler {
  private(set) var cells: [PackedCell] = []
  private(set) var texts = TextArena()
  private let path: String
  private var start = 0
  private var isInText = false
  private var isInPhonetic = false

  init(path: String) { self.path = path }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isNamed(name, "si") {
      start = texts.count
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
      texts.resolveEscapes(since: start)
      cells.append(texts.packed(since: start))
      let isTooLong = texts.count - start > TextArena.textLimit
      if isTooLong || texts.count > TextArena.limit { failure = .tooLarge(path: path) }
    }
  }

  override func text(_ piece: UnsafeRawBufferPointer) {
    if isInText { texts.append(piece) }
  }
}

/// `xl/worksheets/sheet*.xml`: the cells of one sheet, its merges, and what it hides.
final class SheetCells: XMLHandler {
  /// Where the part stands, for its errors.
  struct Place {
    let path: String
    let part: String
    let sheet: String
  }

  private(set) var grid = CellGrid()
  private(set) var merges: [CellRange] = []
  private(set) var hiddenRows: [ClosedRange<Int>] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  var cellLimit = CellGrid.cellLimit
  private var texts: TextArena
  private let origin: Place
  private let strings: [PackedCell]
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

  init(
    place: Place, strings: [PackedCell], texts: TextArena, dateStyles: [Bool], uses1904: Bool
  ) {
    self.origin = place
    self.strings = strings
    self.texts = texts
    self.dateStyles = dateStyles
    self.uses1904 = uses1904
  }

  func takeTexts() -> TextArena {
    defer { texts = TextArena() }
    return texts
  }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    // One letter tells the common elements apart.
    if name[1] == 0 {
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "c"): startCell(attributes)
      case UInt8(ascii: "v"), UInt8(ascii: "t"): isInValue = !isInPhonetic
      case UInt8(ascii: "f"): hasFormula = true
      default: break
      }
    } else if isNamed(name, "row") {
      row = attributes.integer("r").map { $0 - 1 } ?? row + 1
      column = -1
      if attributes.isTrue("hidden") { hide(row) }
    } else if isNamed(name, "rPh") {
      isInPhonetic = true
    } else if isNamed(name, "mergeCell") {
      if let range = attributes["ref"].flatMap({ CellRange($0) }) { merges.append(range) }
    } else if isNamed(name, "col"), attributes.isTrue("hidden") {
      guard let first = attributes.integer("min"), let last = attributes.integer("max"),
        first >= 1, last >= first
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
    if name[1] == 0 {
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "c"): endCell()
      case UInt8(ascii: "v"), UInt8(ascii: "t"): isInValue = false
      default: break
      }
    } else if isNamed(name, "rPh") {
      isInPhonetic = false
    }
  }

  override func text(_ piece: UnsafeRawBufferPointer) {
    guard isInValue else { return }
    bytes.append(contentsOf: piece)
    if bytes.count > TextArena.textLimit {
      let cell = CellAddress(row: max(row, 0), column: column)
      failure = .cellTooLong(path: origin.path, sheet: origin.sheet, cell: cell)
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    bytes.removeAll(keepingCapacity: true)
    hasFormula = false
    type = .number
    var style = 0
    var hasAddress = false
    attributes.visit { key, value in
      guard key[1] == 0 else { return }
      switch UInt8(bitPattern: key[0]) {
      case UInt8(ascii: "r"):
        guard let address = ParsedAddress(value) else { return }
        (row, column, hasAddress) = (address.row, address.column, true)
      case UInt8(ascii: "t"): type = CellType(value)
      case UInt8(ascii: "s"): style = XMLAttributes.integer(value) ?? 0
      default: break
      }
    }
    if !hasAddress { column += 1 }
    showsDate = dateStyles.indices.contains(style) && dateStyles[style]
  }

  private func endCell() {
    // A formula that no program has computed yet is not the same as an empty cell.
    if bytes.isEmpty, !hasFormula || type == .formulaText { return }
    guard let cell = bytes.isEmpty ? texts.pack(ErrorCode.notComputed, as: .error) : value() else {
      failure = .damaged(path: origin.path, part: origin.part)
      return
    }
    if cell.kind == .text, cell.length == 0 { return }
    if !grid.place(cell, row: row, column: column) {
      failure = .damaged(path: origin.path, part: origin.part)
    } else if grid.filledCount > cellLimit || texts.count > TextArena.limit {
      failure = .tooLarge(path: origin.path)
    }
  }

  /// The cell's value; nil where it contradicts its type.
  private func value() -> PackedCell? {
    switch type {
    case .sharedText:
      guard let index = DecimalText.integer(bytes), strings.indices.contains(index) else {
        return nil
      }
      return strings[index]
    case .inlineText, .isoDate: return packedText(as: .text)
    case .formulaText: return packedText(as: ErrorCode.isCode(bytes) ? .error : .text)
    case .error: return packedText(as: .error)
    case .boolean: return PackedCell(bytes == [UInt8(ascii: "1")])
    case .number:
      guard let number = DecimalText.number(bytes) else { return nil }
      guard showsDate, let day = Day(serial: number, uses1904: uses1904) else {
        return PackedCell(number)
      }
      return PackedCell(day)
    }
  }

  private func packedText(as kind: PackedCell.Kind) -> PackedCell {
    let start = texts.count
    bytes.withUnsafeBytes { texts.append($0) }
    texts.resolveEscapes(since: start)
    return texts.packed(since: start, as: kind)
  }
}

/// The `t` of a cell, ECMA-376, 18.18.11.
private enum CellType {
  case sharedText, inlineText, formulaText, isoDate, boolean, error, number

  init(_ value: UnsafePointer<CChar>) {
    switch UInt8(bitPattern: value[0]) {
    case UInt8(ascii: "s"): self = value[1] == 0 ? .sharedText : .formulaText
    case UInt8(ascii: "i"): self = .inlineText
    case UInt8(ascii: "d"): self = .isoDate
    case UInt8(ascii: "b"): self = .boolean
    case UInt8(ascii: "e"): self = .error
    default: self = .number
    }
  }
}

/// The row and column of an address such as `C12`, read without making a text of it.
private struct ParsedAddress {
  var row = 0
  var column = 0

  init?(_ text: UnsafePointer<CChar>) {
    var next = text
    while case let byte = UInt8(bitPattern: next.pointee), (0x41...0x5A).contains(byte),
      column <= CellGrid.columnLimit
    {
      column = column * 26 + Int(byte) - 0x40
      next += 1
    }
    while case let byte = UInt8(bitPattern: next.pointee), (0x30...0x39).contains(byte),
      row <= CellGrid.rowLimit
    {
      row = row * 10 + Int(byte) - 0x30
      next += 1
    }
    guard next.pointee == 0, row > 0, column > 0 else { return nil }
    row -= 1
    column -= 1
  }
}

extension TextArena {
  /// Puts the sign that XML cannot hold for each `_xHHHH_` since a length (ECMA-376, 22.9.2.19).
  mutating func resolveEscapes(since start: Int) {
    guard holdsEscape(since: start) else { return }
    let text = take(since: start)
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
    _ = pack(plain + rest)
  }
}
