/// What a spreadsheet shows where a formula failed.
enum ErrorCode {
  /// What stands for a formula that no program has computed yet.
  static let notComputed = "=?"

  /// The codes that a formula may also be, so that they can be written as errors.
  private static let constants: Set<String> = [
    "#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!",
  ]

  static func isConstant(_ code: String) -> Bool { constants.contains(code) }

  /// Whether a code may begin with a byte: `#`, `=` or `E`.
  static func mayBegin(_ byte: UInt8) -> Bool { byte == 0x23 || byte == 0x3D || byte == 0x45 }

  /// Whether a whole cell of bytes is such a code, also where a text sheet was made of a workbook.
  static func isCode(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, mayBegin(first), bytes.count <= 8 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return constants.contains(text) || text == "#SPILL!" || text == "#CALC!" || text == notComputed
      || (text.hasPrefix("Err:5") && text.utf8.count == 7)
  }
}
