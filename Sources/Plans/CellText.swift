/// What a cell's text holds.
extension String {
  /// Without white space at the ends.
  var trimmed: String {
    if utf8.withContiguousStorageIfAvailable(Self.hasPlainEnds) == true { return self }
    var scalars = unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether UTF-8 begins and ends with a Thai letter or a sign of ASCII that is no white space.
  private static func hasPlainEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    let isPlainStart =
      first < 0x80 ? first > 0x20 : first == 0xE0 && bytes[1] & 0xFE == 0xB8
    guard isPlainStart else { return false }
    if last < 0x80 { return last > 0x20 }
    return bytes.count >= 3 && bytes[bytes.count - 3] == 0xE0
      && bytes[bytes.count - 2] & 0xFE == 0xB8
  }

  /// The values of a cell that holds several: apart by `;` or a new line.
  var parts: [String] {
    let isOne = utf8.withContiguousStorageIfAvailable { bytes in
      !bytes.contains { $0 == 0x3B || $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }
    }
    if isOne == true { return [trimmed] }
    return (utf8.withContiguousStorageIfAvailable(Self.plainParts) ?? nil)
      ?? split { $0 == ";" || $0 == "；" || $0.isNewline }.map { String($0).trimmed }
  }

  /// The parts of UTF-8 apart by `;` alone; nil where another character may part or joins the `;`.
  private static func plainParts(_ bytes: UnsafeBufferPointer<UInt8>) -> [String]? {
    var parts: [String] = []
    var start = 0
    for (place, byte) in bytes.enumerated() {
      if byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return nil }
      guard byte == 0x3B else { continue }
      // A mark behind it would make it another character.
      if place + 1 < bytes.count, bytes[place + 1] >= 0x80 {
        guard isThaiConsonant(bytes, at: place + 1) else { return nil }
      }
      if place > start {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self).trimmed)
      }
      start = place + 1
    }
    if start < bytes.count {
      parts.append(String(decoding: bytes[start...], as: UTF8.self).trimmed)
    }
    return parts
  }

  /// Whether one of ก to ฮ, or a vowel that is written before them, begins at a place.
  private static func isThaiConsonant(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + 2 < bytes.count, bytes[place] == 0xE0 else { return false }
    switch (bytes[place + 1], bytes[place + 2]) {
    case (0xB8, 0x81...0xAE), (0xB9, 0x80...0x84): return true
    default: return false
    }
  }
}
