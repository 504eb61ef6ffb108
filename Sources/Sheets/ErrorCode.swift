/// What a spreadsheet shows where a formula failed.
enum ErrorCode {
  /// What stands for a formula that no program has computed yet.
  static let notComputed = "=?"

  /// The codes that a formula may also be, so that they can be written as errors.
  private static let constants: Set<String> = [
    "#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!",
  ]

  static func isConstant(_ code: String) -> Bool { constants.contains(code) }

  /// Whether a whole cell of bytes is such a code, also where a text sheet was made of a workbook.
  static func isCode(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, first == 0x23 || first == 0x3D || first == 0x45,
      bytes.count <= 8
    else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return constants.contains(text) || text == "#SPILL!" || text == "#CALC!" || text == notComputed
      || (text.hasPrefix("Err:5") && text.utf8.count == 7)
  }
}
