/// A text of one to eight letters, digits and signs of ASCII, such as an id, as one number.
public struct TextCode: Hashable, Sendable {
  private let bits: UInt64

  /// The code of a text; nil where it is longer, or holds a blank or anything outside ASCII.
  public init?(_ text: String) { self.init(text.utf8) }

  /// The code of a text in UTF-8.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes) }

  /// The code with capitals as small letters.
  public var folded: TextCode {
    var folded: UInt64 = 0
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      let byte = bits >> shift & 0xFF
      folded |= (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) << shift
    }
    return TextCode(bits: folded)
  }

  private init(bits: UInt64) { self.bits = bits }

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
