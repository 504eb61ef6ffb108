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

  /// The number of digits with sound thousands separators or none, a point between digits or none, and a
  /// common unit or none, as most cells hold it; nil for any other text, which may be a number all the same.
  static func plain(_ text: String) -> Double? {
    text.utf8.withContiguousStorageIfAvailable(plain) ?? nil
  }

  /// The same of a text in UTF-8.
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var number = 0
    var digits = 0
    var sinceComma: Int?
    var decimals: Int?
    var next = 0
    while next < bytes.count {
      if let (digit, length) = digit(bytes, at: next) {
        // Up to fifteen digits are exact.
        guard digits < 15 else { return nil }
        number = number * 10 + digit
        digits += 1
        if let places = decimals {
          decimals = places + 1
        } else {
          sinceComma = sinceComma.map { $0 + 1 }
        }
        next += length
      } else if bytes[next] == 0x2C, decimals == nil {
        guard sinceComma.map({ $0 == 3 }) ?? (1...3).contains(digits) else { return nil }
        sinceComma = 0
        next += 1
      } else if bytes[next] == 0x2E, decimals == nil, digits > 0,
        digit(bytes, at: next + 1) != nil
      {
        decimals = 0
        next += 1
      } else {
        break
      }
    }
    guard digits > 0, (sinceComma ?? 3) == 3, next == bytes.count || isUnit(bytes[next...]) else {
      return nil
    }
    // Both are exact, so that the quotient is the nearest number there is.
    return decimals.map { Double(number) / powersOfTen[$0] } ?? Double(number)
  }

  /// The western or Thai digit at a place, and its bytes.
  static func digit(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (digit: Int, length: Int)? {
    guard place < bytes.count else { return nil }
    if (0x30...0x39).contains(bytes[place]) { return (Int(bytes[place] & 0xF), 1) }
    guard bytes[place] == 0xE0, place + 2 < bytes.count, bytes[place + 1] == 0xB9,
      (0x90...0x99).contains(bytes[place + 2])
    else { return nil }
    return (Int(bytes[place + 2] & 0xF), 3)
  }

  private static let powersOfTen = (0...15).map { places in
    (0..<places).reduce(1.0) { power, _ in power * 10 }
  }

  private static func isUnit(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let unit = rest.drop { $0 == 0x20 }
    return plainUnits.contains { $0.elementsEqual(unit) }
  }

  /// Units that leave the number before them as it is.
  private static let plainUnits = ["บาท", "คน", "ไร่", "ครัวเรือน", "หน่วย"].map { Array($0.utf8) }

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
