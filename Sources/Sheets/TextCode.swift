/// A text of one to eight letters, digits and signs of ASCII, such as an id, as one number.
public struct TextCode: Hashable, Sendable {
  private let bits: UInt64

  /// The code of a text; nil where it is longer, or holds a blank or anything outside ASCII.
  public init?(_ text: String) { self.init(text.utf8) }

  init?(_ bytes: some Collection<UInt8>) {
    var bits: UInt64 = 0
    var count = 0
    for byte in bytes {
      guard byte > 0x20, byte < 0x7F, count < 8 else { return nil }
      bits = bits << 8 | UInt64(byte)
      count += 1
    }
    if count == 0 { return nil }
    self.bits = bits
  }
}
