/// A text of one to eight letters, digits and signs of ASCII, such as an id, as one number.
public struct TextCode: Hashable, Sendable {
  private let bits: UInt64

  /// The code of a text; nil where it is longer, or holds a blank or anything outside ASCII.
  public init?(_ text: String) { self.init(text.utf8) }

  /// The code of a text in UTF-8.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes) }

  /// The code as a number, which no other text has.
  public var number: UInt64 { bits }

  /// The code with capitals as small letters.
  public var folded: TextCode {
    // Eight letters at once: the high bit of each byte says that it is at least A, and at most Z.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let atLeastA = bits &+ ones &* (0x80 - 0x41)
    let beyondZ = bits &+ ones &* (0x80 - 0x5B)
    return TextCode(bits: bits | (atLeastA & ~beyondZ & (ones << 7)) >> 2)
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
