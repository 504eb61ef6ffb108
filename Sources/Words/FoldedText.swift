import Plans

/// A text as names in it are compared: by `MatchKey`, without blanks and full stops; every letter
/// knows the stretch of the typed text that it stands for.
struct FoldedText {
  /// The text as typed.
  let typed: [Unicode.Scalar]
  /// The letters that are compared.
  private(set) var letters: [Unicode.Scalar] = []
  /// For each letter its stretch of `typed`: a consonant together with its marks.
  private(set) var pieces: [Range<Int>] = []

  /// - Complexity: O(characters).
  init(_ text: some StringProtocol) {
    typed = Array(text.unicodeScalars)
    letters.reserveCapacity(typed.count)
    pieces.reserveCapacity(typed.count)
    var start = 0
    while start < typed.count {
      var end = start + 1
      while end < typed.count, Self.belongs(typed[end], to: typed[end - 1]) { end += 1 }
      append(start..<end)
      start = end
    }
  }

  private mutating func append(_ piece: Range<Int>) {
    if piece.count == 1, let letter = Self.plainLetter(typed[piece.lowerBound]) {
      letters.append(letter)
      pieces.append(piece)
      return
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: typed[piece])
    for letter in MatchKey.name(String(text)).unicodeScalars where letter != " " && letter != "." {
      letters.append(letter)
      pieces.append(piece)
    }
  }

  /// The letter of what is Thai, a digit or a Latin letter and needs no more looking at.
  private static func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0E01...0x0E5B, 0x61...0x7A, 0x30...0x39: scalar
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    default: nil
    }
  }

  /// Whether a character is read as one with that before it: marks, what has no width, ํ + า, เเ.
  static func belongs(_ scalar: Unicode.Scalar, to before: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E32: before.value == 0x0E4D
    case 0x0E40: before.value == 0x0E40
    case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E, 0x0300...0x036F: true
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// How many letters a stretch has when a consonant and its marks count as one.
  func count(of range: Range<Int>) -> Int {
    range.count { $0 == range.lowerBound || pieces[$0] != pieces[$0 - 1] }
  }

  /// Whether no word can be under way before a letter: what is typed before it is no letter.
  func isWordStart(_ index: Int) -> Bool {
    let start = pieces[index].lowerBound
    return start == 0 || !typed[start - 1].isPartOfWord
  }

  /// Whether a Latin word is under way before a letter and goes on with it.
  func cutsLatinWord(at index: Int) -> Bool {
    let start = pieces[index].lowerBound
    return start > 0 && typed[start].isLatin && typed[start - 1].isLatin
  }

  /// Whether a stretch begins or ends within a Latin word.
  func isCutInLatin(_ range: Range<Int>) -> Bool {
    cutsLatinWord(at: range.lowerBound)
      || range.upperBound < letters.count && cutsLatinWord(at: range.upperBound)
  }

  /// Whether the syllable goes on at a letter, so that what ends before it is part of another name.
  func continuesSyllable(at index: Int) -> Bool {
    guard index < letters.count else { return false }
    if [0x0E30, 0x0E32, 0x0E45].contains(letters[index].value) { return true }
    if cutsLatinWord(at: index) { return true }
    return pieces[index] == pieces[index - 1] && !Self.isTone(letters[index])
  }

  /// Whether there is anything between the letters of a stretch, such as a blank.
  func hasGap(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { pieces[$0].lowerBound > pieces[$0 - 1].upperBound }
      || pieces[range].contains { typed[$0].contains("\u{200B}") }
  }

  private static func isTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E48...0x0E4C).contains(scalar.value)
  }
}
