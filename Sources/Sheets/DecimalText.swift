/// Numbers as files write them, read from bytes: quick where they are short, right everywhere.
enum DecimalText {
  /// A whole number of digits only.
  static func integer(_ bytes: [UInt8]) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte & 0xF)
    }
    return number
  }

  /// A decimal number such as `-12.5` or `1E-3`.
  ///
  /// Up to fifteen digits and as many places, both parts and their quotient are exact or rounded once
  /// (W. Clinger, *How to Read Floating Point Numbers Accurately*, 1990); all else goes the long way.
  static func number(_ bytes: [UInt8]) -> Double? {
    var digits = 0
    var count = 0
    var places = 0
    var isFraction = false
    let isNegative = bytes.first == 0x2D
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      if (0x30...0x39).contains(byte), count < 15 {
        digits = digits * 10 + Int(byte & 0xF)
        count += 1
        if isFraction { places += 1 }
      } else if byte == 0x2E, !isFraction {
        isFraction = true
      } else {
        return finite(String(decoding: bytes, as: UTF8.self))
      }
    }
    guard count > 0 else { return nil }
    let number = Double(digits) / powers[places]
    return isNegative ? -number : number
  }

  private static func finite(_ text: String) -> Double? {
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }

  private static let powers = Array(sequence(first: 1.0) { $0 * 10 }.prefix(16))
}
