/// How a text sheet is kept: its encoding and what stands between its cells.
public struct TextForm: Sendable, Hashable {
  /// The encoding; nil in a question: to be found out.
  public let encoding: TextEncoding?
  /// The separator; nil in a question: to be found out; nil in an answer: the text holds none.
  public let separator: TextSeparator?

  /// A form of which the parts that are nil are to be found out.
  public init(encoding: TextEncoding? = nil, separator: TextSeparator? = nil) {
    self.encoding = encoding
    self.separator = separator
  }
}

/// What stands between the cells of a row of text.
public enum TextSeparator: String, Sendable, CaseIterable {
  /// The comma, of CSV.
  case comma = ","
  /// The semicolon, of CSV where the comma is a decimal sign.
  case semicolon = ";"
  /// The tab, of what is copied out of a spreadsheet.
  case tab = "\t"
  /// The upright bar.
  case pipe = "|"

  var byte: UInt8 { rawValue.utf8.first ?? 0x2C }

  /// The bytes of all.
  static let bytes = allCases.map(\.byte)

  /// The separator that the first rows hold most evenly outside quotation marks; nil where none does.
  ///
  /// A row counts for a separator once for holding it and once for holding it as often as most rows
  /// do, so that title lines, ragged rows and cells of several values decide nothing.
  static func detect(_ text: ArraySlice<UInt8>) -> TextSeparator? {
    let sample = text.prefix(1 << 16)
    let isCut = sample.count < text.count
    var best: (separator: TextSeparator, score: Double, count: Int)?
    for separator in allCases {
      var counts = counts(of: separator.byte, in: sample)
      if isCut, counts.count > 1 { counts.removeLast() }
      let (usual, often) = usual(counts)
      guard usual > 0 else { continue }
      let held = counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
      let score = Double(held + often) / Double(counts.count)
      if best.map({ (score, usual) > ($0.score, $0.count) }) ?? true {
        best = (separator, score, usual)
      }
    }
    return best?.separator
  }

  /// How often the byte stands in each filled row.
  private static func counts(of separator: UInt8, in text: ArraySlice<UInt8>) -> [Int] {
    var counts: [Int] = []
    var count = 0
    var isFilled = false
    var place = PlaceInField.start
    for byte in text {
      if place == .quoted {
        if byte == 0x22 { place = .closed }
      } else if byte == 0x0A || byte == 0x0D {
        if isFilled { counts.append(count) }
        (count, isFilled, place) = (0, false, .start)
      } else {
        isFilled = true
        if byte == separator {
          count += 1
          place = .start
        } else {
          // A mark opens at a field's start; right behind a closing one it stands for itself.
          place = byte == 0x22 && place != .plain ? .quoted : .plain
        }
      }
    }
    if isFilled { counts.append(count) }
    return counts
  }

  private enum PlaceInField { case start, plain, quoted, closed }

  /// The count above zero that most rows have, the larger of equals, and how many rows have it.
  private static func usual(_ counts: [Int]) -> (count: Int, rows: Int) {
    let rows = Dictionary(counts.filter { $0 > 0 }.map { ($0, 1) }, uniquingKeysWith: +)
    return rows.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) } ?? (0, 0)
  }
}
