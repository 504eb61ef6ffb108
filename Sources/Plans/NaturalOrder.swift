/// Ids in the order in which people count: `A2` before `A10`.
enum NaturalOrder {
  /// Whether one text comes before another; numbers within them by their value, all else by its letters.
  static func precedes(_ left: String, _ right: String) -> Bool {
    if let answer = precedesByBytes(left, right) { return answer }
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

  /// The answer where the first bytes that differ give it; nil for other texts.
  private static func precedesByBytes(_ left: String, _ right: String) -> Bool? {
    let answer: Bool?? = left.utf8.withContiguousStorageIfAvailable { one in
      right.utf8.withContiguousStorageIfAvailable { other -> Bool? in
        var start = zip(one, other).prefix { $0 == $1 }.count
        guard start < one.count, start < other.count else { return nil }
        let different = start
        while start > 0, isDigit(one[start - 1]) { start -= 1 }
        // Not within or before a number, bytes stand in the order of the letters.
        guard start < different || isDigit(one[start]) && isDigit(other[start]) else {
          return one[start] < other[start]
        }
        // Numbers without leading zeros: the shorter is less, else the first digit that differs tells.
        let low = one[start...].prefix(while: isDigit).drop { $0 == 0x30 }
        let high = other[start...].prefix(while: isDigit).drop { $0 == 0x30 }
        if low.count != high.count { return low.count < high.count }
        return zip(low, high).first { $0 != $1 }.map { $0.0 < $0.1 }
      } ?? nil
    }
    return answer ?? nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

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
