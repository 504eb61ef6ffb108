/// One cell of OpenDocument while it is read: its attributes, and the text that it shows.
struct ODSCell {
  /// How often it stands there, one cell behind the other.
  let repeats: Int?
  /// The rows and columns that it spans.
  let rows: Int
  let columns: Int
  /// How deep in its paragraph reading stands; 0 outside.
  var depth = 0
  private(set) var bytes: [UInt8] = []
  private let kind: String?
  private let value: String?
  private let isError: Bool
  private let hasFormula: Bool
  private var hasParagraph = false

  var isInParagraph: Bool { depth > 0 }

  init(_ attributes: XMLAttributes) {
    repeats = attributes.integer("table:number-columns-repeated")
    rows = min(max(attributes.integer("table:number-rows-spanned") ?? 1, 1), CellGrid.rowLimit)
    columns = min(
      max(attributes.integer("table:number-columns-spanned") ?? 1, 1), CellGrid.columnLimit)
    let kind = attributes["office:value-type"]
    self.kind = kind
    value =
      switch kind {
      case "string": attributes["office:string-value"]
      case "date": attributes["office:date-value"]
      case "time": attributes["office:time-value"]
      case "boolean": attributes["office:boolean-value"]
      default: attributes["office:value"]
      }
    isError = attributes["calcext:value-type"] == "error"
    hasFormula = attributes.pointer("table:formula") != nil
  }

  mutating func startParagraph() {
    if hasParagraph { bytes.append(0x0A) }
    hasParagraph = true
    depth = 1
  }

  mutating func append(_ piece: some Collection<UInt8>) { bytes.append(contentsOf: piece) }

  /// The cell's value; nil where it is empty.
  func packed(_ texts: inout TextArena) -> PackedCell? {
    let shown = String(decoding: bytes, as: UTF8.self)
    if isError || (hasFormula && ErrorCode.isCode(bytes)) {
      return texts.pack(shown.isEmpty ? "#?" : shown, as: .error)
    }
    if let found = typed() { return found }
    let text = shown.isEmpty ? value ?? "" : shown
    if !text.isEmpty { return texts.pack(text) }
    // A formula that no program has computed yet is not the same as an empty cell.
    return hasFormula && kind == nil ? texts.pack(ErrorCode.notComputed, as: .error) : nil
  }

  /// The value where it is no text; nil also where it contradicts its type: what is shown stays.
  private func typed() -> PackedCell? {
    guard let kind, let value else { return nil }
    switch kind {
    case "float", "percentage", "currency":
      return DecimalText.number(Array(value.utf8)).map { PackedCell($0) }
    case "boolean": return value == "true" || value == "false" ? PackedCell(value == "true") : nil
    case "date": return Day(iso: value).map { PackedCell($0) }
    case "time": return Self.partOfDay(value).map { PackedCell($0) }
    default: return nil
    }
  }

  /// A duration such as `PT10H30M00S` in days, as a spreadsheet counts times.
  private static func partOfDay(_ text: String) -> Double? {
    guard text.hasPrefix("PT") else { return nil }
    var seconds = 0.0
    var digits = ""
    for character in text.dropFirst(2) {
      guard let unit = ["H": 3_600.0, "M": 60, "S": 1][character] else {
        digits.append(character)
        continue
      }
      guard let count = Double(digits.replacing(",", with: ".")), count >= 0, count < 1e9 else {
        return nil
      }
      seconds += count * unit
      digits = ""
    }
    return digits.isEmpty ? seconds / 86_400 : nil
  }
}

extension Day {
  /// The day of `YYYY-MM-DD`, a time of day behind it dropped; nil where the text is none.
  init?(iso text: String) {
    let parts = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), year > 0, (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
