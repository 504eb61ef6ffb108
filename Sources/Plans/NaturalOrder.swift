/// Ids in the order in which people count: `A2` before `A10`.
enum NaturalOrder {
  /// Whether one text comes before another; numbers within them by their value, all else by its letters.
  static func precedes(_ left: String, _ right: String) -> Bool {
    var (one, other) = (left.unicodeScalars[...], right.unicodeScalars[...])
    while let first = one.first, let second = other.first {
      if isDigit(first), isDigit(second) {
        let (low, high) = (number(&one), number(&other))
        if low != high { return low.count != high.count ? low.count < high.count : low < high }
      } else {
        if first != second { return first < second }
        one.removeFirst()
        other.removeFirst()
      }
    }
    return one.isEmpty != other.isEmpty ? one.isEmpty : left < right
  }

  /// The positions of texts in their natural order; equal ones keep theirs.
  ///
  /// - Complexity: O(texts) where they are in order already, else O(texts · log texts).
  static func positions(of texts: [String]) -> [Int] {
    let all = Array(texts.indices)
    let isSorted = zip(texts, texts.dropFirst()).allSatisfy { !precedes($1, $0) }
    if isSorted { return all }
    return all.sorted {
      precedes(texts[$0], texts[$1]) || (!precedes(texts[$1], texts[$0]) && $0 < $1)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Takes the digits at the beginning, without leading zeros.
  private static func number(_ text: inout Substring.UnicodeScalarView) -> String {
    var digits = ""
    while let first = text.first, isDigit(first) {
      digits.unicodeScalars.append(first)
      text.removeFirst()
    }
    return String(digits.drop { $0 == "0" })
  }
}
