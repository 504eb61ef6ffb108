import Glibc

/// The encodings that Thai sheets are kept in.
public enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// Windows-874, the superset of TIS-620 that Excel writes on a Thai Windows.
  case windows874 = "WINDOWS-874"

  /// Whether the bytes can be text at all: no zero bytes outside UTF-16.
  static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    switch detect(bytes).encoding {
    case .utf16LittleEndian, .utf16BigEndian: true
    case .utf8, .windows874: !bytes.prefix(4_096).contains(0)
    }
  }

  /// The encoding of the bytes, and the length of its byte order mark.
  static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
    return (isUTF8 ? .utf8 : .windows874, 0)
  }

  /// The bytes as UTF-8 without a mark; nil where they are no text in their encoding.
  static func utf8(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let (encoding, mark) = detect(bytes)
    let content = bytes[mark...]
    if encoding == .utf8 {
      return (try? UTF8Span(validating: content.span)) == nil ? nil : content
    }
    return encoding.convert(content)
  }

  /// Converts through the C library; nil at the first byte that has no meaning.
  private func convert(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let converter = iconv_open("UTF-8", rawValue)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = content.map { CChar(bitPattern: $0) }
    // No character of these encodings needs more than three bytes of UTF-8 a byte.
    var output = [CChar](repeating: 0, count: input.count * 3 + 4)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != Int(bitPattern: UInt.max), inputLeft == 0 else { return nil }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }[...]
  }
}
