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
    guard bytes.hasPlainParts else { return nil }
    var parts: [String] = []
    bytes.forEachPlainPart { parts.append(String(decoding: $0, as: UTF8.self).trimmed) }
    return parts
  }
}

/// The values of a cell in UTF-8.
extension UnsafeBufferPointer<UInt8> {
  /// Whether nothing but `;` can part them, and nothing joins it.
  var hasPlainParts: Bool {
    for (place, byte) in enumerated() {
      if byte < 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF { return false }
      // A mark behind it would make it another character.
      if byte == 0x3B, place + 1 < count, self[place + 1] >= 0x80,
        !isThaiConsonant(at: place + 1)
      {
        return false
      }
    }
    return true
  }

  /// Calls with each of them that holds anything, where they are plain.
  func forEachPlainPart(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var start = 0
    for place in 0...count where place == count || self[place] == 0x3B {
      if place > start { body(UnsafeBufferPointer(rebasing: self[start..<place])) }
      start = place + 1
    }
  }

  /// Whether one of ก to ฮ, or a vowel that is written before them, begins at a place.
  private func isThaiConsonant(at place: Int) -> Bool {
    guard place + 2 < count, self[place] == 0xE0 else { return false }
    switch (self[place + 1], self[place + 2]) {
    case (0xB8, 0x81...0xAE), (0xB9, 0x80...0x84): return true
    default: return false
    }
  }
}
