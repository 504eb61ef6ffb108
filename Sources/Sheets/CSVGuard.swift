/// The apostrophe that keeps a text of CSV a text.
///
/// A spreadsheet reckons what begins with `=`, `+`, `-` or `@`: `=1+1` would be 2 there, `+66` a number
/// without its sign, and both would be saved so (OWASP, *CSV Injection*). Excel's own sign for text, an
/// apostrophe before it, is written where that is so, and taken off where it is read.
enum CSVGuard {
  private static let mark: UInt8 = 0x27

  /// Whether a text wants one more apostrophe before it.
  static func isNeeded(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, first == mark || isSign(first) else { return false }
    let rest = bytes.drop { $0 == mark }
    guard let sign = rest.first, isSign(sign) else { return false }
    // An amount below zero is to be reckoned with, and a dash stands for what is not known.
    let isAmount = sign == 0x2D && rest.dropFirst().allSatisfy(isOfNumber)
    return first == mark || !isAmount
  }

  /// Whether a cell begins with an apostrophe that only keeps it a text.
  static func isThere(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard cell.first == mark, let sign = cell.first(where: { $0 != mark }) else { return false }
    return isSign(sign)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2C || byte == 0x2E || byte == 0x20
  }
}
