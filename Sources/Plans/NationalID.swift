/// The number of a Thai identity card (เลขประจำตัวประชาชน), which no plan needs and none keeps.
public enum NationalID {
  /// Whether a heading promises such numbers.
  public static func isHeading(_ text: String) -> Bool {
    let key = MatchKey.heading(text)
    return headings.contains { key.contains($0) }
  }

  private static let headings = [
    "บัตรประชาชน", "บัตรประจำตัว", "ประจำตัวประชาชน", "เลขบัตร", "รหัสบัตร", "เลขประชาชน", "รหัสประชาชน",
    "เลขปชช", "บัตรปชช", "เลขที่ปชช", "13หลัก", "๑๓หลัก", "national id", "citizen id", "id card",
    "identity card", "thai id", "identification number", "passport", "หนังสือเดินทาง",
  ].map(MatchKey.heading)

  /// Whether digits are such a number: thirteen, of which the last is the check of the others.
  ///
  /// The check digit is (11 - Σ digit · weight mod 11) mod 10, the weights being 13 down to 2.
  public static func isValid(_ digits: some Collection<UInt32>) -> Bool {
    guard digits.count == 13, digits.allSatisfy({ $0 <= 9 }) else { return false }
    let sum = zip(digits.dropLast(), stride(from: 13, to: 1, by: -1)).reduce(0) {
      $0 + Int($1.0) * $1.1
    }
    return digits.dropFirst(12).first.map(Int.init) == (11 - sum % 11) % 10
  }

  /// Whether a text is such a number and nothing else, blanks and dashes aside.
  static func isNumber(_ text: String) -> Bool {
    var digits: [UInt32] = []
    for scalar in MatchKey.heading(text).unicodeScalars {
      guard let digit = digit(of: scalar) else { return false }
      digits.append(digit)
    }
    return isValid(digits)
  }

  /// The value of a digit, Arabic or Thai; nil for anything else.
  public static func digit(of scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30
    case 0x0E50...0x0E59: scalar.value - 0x0E50
    case 0xFF10...0xFF19: scalar.value - 0xFF10
    default: nil
    }
  }
}
