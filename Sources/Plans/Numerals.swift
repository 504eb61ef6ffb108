import Sheets

/// Numbers as people write them.
public enum Numerals {
  /// The number of a text as it may stand in a cell; 30 % is 0.3.
  public static func number(typed text: String) -> Double? {
    percent(.text(text)).map { $0 / 100 } ?? number(.text(text))
  }

  /// The text with Thai digits (๐–๙) as western ones.
  static func western(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isThaiDigit) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let western = isThaiDigit(scalar) ? Unicode.Scalar(scalar.value - 0x0E50 + 0x30) : scalar
      scalars.append(western ?? scalar)
    }
    return String(scalars)
  }

  /// The number of a cell; thousands separators and a unit of letters after it may stand there.
  static func number(_ cell: Cell) -> Double? {
    switch cell {
    case .number(let number): number
    case .text(let text): plain(text) ?? (mayHoldDigit(text) ? number(text) : nil)
    case .empty, .day, .boolean, .error: nil
    }
  }

  /// The number of digits with sound thousands separators or none, and a common unit or none, as most
  /// cells hold it; nil for any other text, which may be a number all the same.
  static func plain(_ text: String) -> Double? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return nil }
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      let end = bytes.firstIndex { !(0x30...0x39).contains($0) && $0 != 0x2C } ?? bytes.count
      guard end < bytes.count else { return plain(bytes[...]) }
      let unit = bytes[end...].drop { $0 == 0x20 }
      return plainUnits.contains { $0.elementsEqual(unit) } ? plain(bytes[..<end]) : nil
    } ?? nil
  }

  /// Units that leave the number before them as it is.
  private static let plainUnits = ["บาท", "คน", "ไร่", "ครัวเรือน", "หน่วย"].map { Array($0.utf8) }

  private static func plain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    guard bytes.count <= 19 else { return nil }
    var number = 0
    var digits = 0
    var sinceComma: Int?
    for byte in bytes {
      if (0x30...0x39).contains(byte) {
        number = number * 10 + Int(byte & 0xF)
        digits += 1
        sinceComma = sinceComma.map { $0 + 1 }
      } else {
        guard byte == 0x2C, sinceComma.map({ $0 == 3 }) ?? (1...3).contains(digits) else {
          return nil
        }
        sinceComma = 0
      }
    }
    // Up to fifteen digits are exact.
    return digits <= 15 && (sinceComma ?? 3) == 3 && digits > 0 ? Double(number) : nil
  }

  private static func mayHoldDigit(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) || $0 >= 0x80 }
  }

  private static func number(_ text: some StringProtocol) -> Double? {
    var digits = ""
    var rest = MatchKey.name(western(String(text)))[...]
    // In bookkeeping `(1,200)` is what is owed: 1,200 below zero. A unit may follow.
    if rest.hasPrefix("("), let end = rest.firstIndex(of: ")") {
      let inner = rest[rest.index(after: rest.startIndex)..<end]
      guard inner.first?.isNumber == true || inner.hasPrefix("฿") else { return nil }
      return number(inner + rest[rest.index(after: end)...]).map { -$0 }
    }
    if rest.hasPrefix("฿") { rest = rest.dropFirst() }
    // `1,200.-` is how amounts without satang are written.
    if let end = rest.firstRange(of: ".-") { rest.removeSubrange(end) }
    while let character = rest.first,
      character.isWholeNumber || ".,".contains(character) || (character == "-" && digits.isEmpty)
    {
      digits.append(character)
      rest = rest.dropFirst()
    }
    let unit = rest.drop { $0 == " " }
    guard unit.allSatisfy({ $0.isLetter || $0 == "." || $0 == " " || $0 == "/" }),
      hasSoundSeparators(digits), let value = Double(digits.filter { $0 != "," })
    else { return nil }
    if unit.isEmpty { return value }
    return value * (multiples.first { unit.hasPrefix($0.word) }?.factor ?? 1)
  }

  /// The percentage of a cell: `30%`, `30 เปอร์เซ็นต์`, `ร้อยละ ๓๐`.
  static func percent(_ cell: Cell) -> Double? {
    // A workbook keeps 30% as 0.3; no amount is that small.
    if case .number(let number) = cell { return 0 < number && number < 1 ? number * 100 : nil }
    guard case .text(let text) = cell, plain(text) == nil else { return nil }
    let key = MatchKey.name(western(text))
    for word in ["%", "เปอร์เซ็นต์", "เปอร์เซนต์", "percent", "per cent"] where key.hasSuffix(word) {
      return number(key.dropLast(word.count))
    }
    return key.hasPrefix("ร้อยละ") ? number(key.dropFirst("ร้อยละ".count)) : nil
  }

  /// Words that multiply what stands before them: `1.5 ล้านบาท`.
  private static let multiples: [(word: String, factor: Double)] = [
    ("แสนล้าน", 1e11), ("หมื่นล้าน", 1e10), ("พันล้าน", 1e9), ("ร้อยล้าน", 1e8), ("สิบล้าน", 1e7),
    ("ล้าน", 1e6), ("แสน", 1e5), ("หมื่น", 1e4), ("พัน", 1e3), ("ร้อย", 100), ("million", 1e6),
    ("thousand", 1e3),
  ]

  /// Whether commas, if any, stand before groups of three digits and before any point.
  private static func hasSoundSeparators(_ digits: String) -> Bool {
    guard digits.contains(",") else { return true }
    let whole = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = whole[0].split(separator: ",", omittingEmptySubsequences: false)
    guard whole.count == 1 || !whole[1].contains(",") else { return false }
    let first = groups[0].drop { $0 == "-" }
    return groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(first.count)
  }

  private static func isThaiDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E50...0x0E59).contains(scalar.value)
  }
}
