/// Texts that say nothing: white space, characters without width, and at most one dash.
public enum BlankText {
  /// Whether a text says nothing.
  public static func isBlank(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(isBlank) ?? isBlank(text.unicodeScalars)
  }

  /// Whether the UTF-8 of a text says nothing; for most cells the first byte tells.
  public static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    let first = bytes[0]
    if first > 0x20, first < 0x7F, first != 0x2D { return false }
    if bytes.count == 1 { return first == 0x2D || isWhite(first) }
    if first == 0xE0, bytes[1] & 0xFE == 0xB8 { return false }
    // From ‐ to ―, which is what most dashes are that are no hyphen.
    if bytes.count == 3, first == 0xE2, bytes[1] == 0x80, bytes[2] & 0xF8 == 0x90 {
      return bytes[2] <= 0x95
    }
    return isBlank(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isBlank(_ scalars: String.UnicodeScalarView) -> Bool {
    var hasDash = false
    for scalar in scalars {
      if scalar.value > 0x20, scalar.value < 0x7F, scalar != "-" { return false }
      if (0x0E01...0x0E5B).contains(scalar.value) { return false }
      if isWidthless(scalar) || scalar.properties.isWhitespace { continue }
      guard isDash(scalar), !hasDash else { return false }
      hasDash = true
    }
    return true
  }

  /// Whether a character is one of the dashes that people type for another.
  public static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// Whether a character takes no room, such as the zero width space between Thai words.
  public static func isWidthless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
