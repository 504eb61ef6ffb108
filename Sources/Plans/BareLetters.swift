/// Takes down the letters and digits of a name, without blanks and signs.
///
/// What a word alone says by one letter, or by a Roman number, counts as digits do.
struct BareLetters {
  private let letters: UnsafeMutablePointer<UInt32>
  /// Whether all that comes is to be taken down as it is.
  private let isPlain: Bool
  /// How many there are.
  private(set) var count = 0
  private var wordStart = 0
  private var holdsSilencer = false

  /// Letters to be taken down where there is room for all of a name.
  init(_ room: UnsafeMutablePointer<UInt32>, isPlain: Bool) {
    letters = room
    self.isPlain = isPlain
  }

  mutating func add(_ text: Slice<UnsafeBufferPointer<UInt32>>) {
    let text = UnsafeBufferPointer(rebasing: text)
    guard isPlain, let first = text.baseAddress else {
      for letter in text { add(letter) }
      return
    }
    (letters + count).update(from: first, count: text.count)
    count += text.count
  }

  private mutating func add(_ letter: UInt32) {
    if Self.isPlain(letter) {
      append(letter)
    } else if letter == Self.silencer {
      append(letter)
      holdsSilencer = true
    } else if Self.isSeparator(letter) {
      endWord()
    } else if Self.isLetterOrDigit(letter) {
      append(letter)
    }
  }

  /// Ends the name.
  mutating func end() {
    if isPlain { return }
    endWord()
    if holdsSilencer { joinSilent() }
  }

  private mutating func append(_ letter: UInt32) {
    letters[count] = letter
    count &+= 1
  }

  private mutating func endWord() {
    let length = count - wordStart
    if length <= 4, length == 1 || (wordStart..<count).allSatisfy({ isRomanDigit(letters[$0]) }) {
      // Beyond all letters in use, so that nothing else is taken for them.
      for place in wordStart..<count where letters[place] < 0x2_0000 { letters[place] += 0xF_0000 }
    }
    wordStart = count
  }

  /// Makes a consonant and the mark that silences it (ย์) one letter: who forgets one forgets both.
  private mutating func joinSilent() {
    var end = 0
    for place in 0..<count {
      let letter = letters[place]
      if letter == Self.silencer, end > 0, (0x0E01...0x0E2E).contains(letters[end - 1]) {
        letters[end - 1] += 0x10_0000
      } else {
        letters[end] = letter
        end += 1
      }
    }
    count = end
  }

  private static let silencer: UInt32 = 0x0E4C

  /// `i`, `v` and `x`.
  private func isRomanDigit(_ letter: UInt32) -> Bool {
    letter == 0x69 || letter == 0x76 || letter == 0x78
  }

  private static func isSeparator(_ letter: UInt32) -> Bool {
    switch letter {
    // A blank, ", (, ), a comma, -, /, “ and ”.
    case 0x20, 0x22, 0x28, 0x29, 0x2C, 0x2D, 0x2F, 0x201C, 0x201D: true
    default: false
    }
  }

  /// Whether a letter is Thai and no sign, and silences none.
  @inline(__always)
  static func isPlain(_ letter: UInt32) -> Bool {
    let place = letter &- 0x0E00
    return place < 128 && (place < 64 ? plainLow : plainHigh) &>> UInt64(place) & 1 == 1
  }

  /// A bit for each letter from U+0E00 on, and from U+0E40 on.
  private static let plainLow: UInt64 = 0x7FFF_FFFF_FFFF_FFFE
  private static let plainHigh: UInt64 = 0x03FF_6FFF

  private static func isLetterOrDigit(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x30...0x39, 0x61...0x7B, 0x7D: true
    case 0...0x7F, 0x0E3F, 0x0E4F, 0x0E5A, 0x0E5B: false
    default: isDigit(letter) || Unicode.Scalar(letter)?.properties.isAlphabetic ?? false
    }
  }

  /// Whether a letter is a digit, or stands for one.
  static func isDigit(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x30...0x39, 0x0E50...0x0E59: true
    case 0...0x7F, 0x0E00...0x0E7F: false
    case 0xF_0000...0xF_FFFF: true
    default: Unicode.Scalar(letter)?.properties.numericType != nil
    }
  }
}
