extension Unicode.Scalar {
  /// Whether it is part of a word: a letter of any writing, or a Thai vowel or tone mark.
  var isPartOfWord: Bool {
    switch value {
    case 0x0E01...0x0E2E, 0x0E30...0x0E3A, 0x0E40...0x0E45, 0x0E47...0x0E4E: true
    case 0x0E00...0x0E7F: false
    default: properties.isAlphabetic
    }
  }

  /// Whether it is a letter of Latin writing.
  var isLatin: Bool { value < 0x0250 && properties.isAlphabetic }
}
