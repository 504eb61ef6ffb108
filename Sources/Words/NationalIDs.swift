import Plans

/// Numbers of Thai identity cards in a text.
///
/// Thirteen digits, Arabic or Thai, with no digit on either side; blanks and dashes may stand between
/// them. The check digit is not asked for: a number with a slip of the pen still points at a person.
enum NationalIDs {
  /// The text with a word in place of every such number.
  ///
  /// - Complexity: O(characters).
  static func hidden(in text: String, as word: String) -> String {
    guard text.unicodeScalars.count(where: { NationalID.digit(of: $0) != nil }) >= 13 else {
      return text
    }
    let typed = Array(text.unicodeScalars)
    var shown = String.UnicodeScalarView()
    var index = 0
    while index < typed.count {
      if let end = end(ofNumberAt: index, in: typed) {
        shown.append(contentsOf: word.unicodeScalars)
        index = end
      } else {
        shown.append(typed[index])
        index += 1
      }
    }
    return String(shown)
  }

  /// Behind which character the number ends that begins at one; nil where none does.
  private static func end(ofNumberAt start: Int, in typed: [Unicode.Scalar]) -> Int? {
    guard NationalID.digit(of: typed[start]) != nil,
      start == 0 || NationalID.digit(of: typed[start - 1]) == nil
    else { return nil }
    var digits: [UInt32] = []
    var index = start
    while index < typed.count {
      if let digit = NationalID.digit(of: typed[index]) {
        digits.append(digit)
        index += 1
        if digits.count < 13 { continue }
        let isOver = index == typed.count || NationalID.digit(of: typed[index]) == nil
        return isOver ? index : nil
      }
      guard isGap(typed[index]) else { return nil }
      index += 1
    }
    return nil
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
      || ".\u{2212}\u{200B}".unicodeScalars.contains(scalar)
  }
}
