import Plans

/// Numbers in a text that may be a phone's.
///
/// Nine or ten digits, Arabic or Thai, that begin with 0, or with 66 for Thailand in its place, with
/// blanks, dashes, dots, brackets and slashes between them. Dates, times of day, amounts with
/// thousands separators and ids that begin with letters are none.
struct PhoneNumbers {
  /// Digits that stand together.
  private struct Group {
    let range: Range<Int>
    let digits: [UInt32]
  }

  private let typed: [Unicode.Scalar]
  private var groups: [Group] = []

  /// The text with a word in place of every number that may be a phone's.
  ///
  /// - Complexity: O(characters).
  static func hidden(in text: String, as word: String) -> String {
    guard text.unicodeScalars.count(where: { digit($0) != nil }) >= 8 else { return text }
    let numbers = PhoneNumbers(text)
    var shown = String.UnicodeScalarView()
    var end = 0
    for range in numbers.ranges() {
      shown.append(contentsOf: numbers.typed[end..<range.lowerBound])
      shown.append(contentsOf: word.unicodeScalars)
      end = range.upperBound
    }
    shown.append(contentsOf: numbers.typed[end...])
    return String(shown)
  }

  private init(_ text: String) {
    typed = Array(text.unicodeScalars)
    var start = 0
    while start < typed.count {
      let end = typed[start...].firstIndex { Self.digit($0) == nil } ?? typed.count
      if end > start {
        groups.append(Group(range: start..<end, digits: typed[start..<end].compactMap(Self.digit)))
      }
      start = end + 1
    }
  }

  private func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < groups.count {
      if let date = dateOrTime(index) {
        index = date
      } else if let end = phoneEnd(index, ranges.last?.upperBound ?? 0) {
        ranges.append(phoneStart(index)..<groups[end - 1].range.upperBound)
        index = end
      } else {
        index += 1
      }
    }
    return ranges
  }

  /// Behind which group the phone number ends that begins with a group; nil where none does.
  private func phoneEnd(_ first: Int, _ lastEnd: Int) -> Int? {
    guard mayBegin(first, lastEnd) else { return nil }
    var digits: [UInt32] = []
    var found: Int?
    for index in first..<groups.count {
      if index > first, !isJoined(index) { break }
      digits += groups[index].digits
      guard digits.count <= 14 else { break }
      switch Self.fit(digits, hasPlus: hasPlus(first), isAnnounced: isAnnounced(first)) {
      case .exact: return index + 1
      case .likely: found = index + 1
      case .no: break
      }
    }
    return found
  }

  private enum Fit { case exact, likely, no }

  /// Whether digits are a Thai number: ten for a mobile phone, nine for any other.
  private static func fit(_ digits: [UInt32], hasPlus: Bool, isAnnounced: Bool) -> Fit {
    var national = digits[...]
    if digits.starts(with: [0, 0, 6, 6]), digits.count > 11 {
      national = digits.dropFirst(4)
    } else if digits.starts(with: [6, 6]), hasPlus || digits.count >= 11 {
      national = digits.dropFirst(2)
    } else if hasPlus {
      return (9...14).contains(digits.count) ? .likely : .no
    } else if digits.first == 0 {
      national = digits.dropFirst()
    } else if !isAnnounced {
      return .no
    }
    if national.first == 0 { national = national.dropFirst() }
    guard let first = national.first else { return .no }
    let isMobile = [6, 8, 9].contains(first)
    // Without a plus, 66 before anything but a mobile number is a number like any other.
    if digits.first == 6, !hasPlus, !isAnnounced, !isMobile || national.count != 9 { return .no }
    if national.count == (isMobile ? 9 : 8) { return .exact }
    return (8...9).contains(national.count) ? .likely : .no
  }

  /// Whether a number may begin with a group, for what stands before it.
  private func mayBegin(_ index: Int, _ lastEnd: Int) -> Bool {
    let start = groups[index].range.lowerBound
    // 0.5 and the like.
    if groups[index].digits == [0], start + 1 < typed.count, typed[start + 1] == "." {
      return false
    }
    guard start > 0 else { return true }
    let before = typed[start - 1]
    if before.properties.isAlphabetic, before.isASCII { return isAnnounced(index) }
    guard index > 0, groups[index - 1].range.upperBound == start - 1,
      groups[index - 1].range.upperBound != lastEnd
    else { return true }
    if before == "," { return groups[index].digits.count != 3 }
    if Self.isDash(before) { return groups[index].digits.count >= 9 }
    return before != "." || (groups[index].digits.count < 9 && groups[index - 1].digits.count < 3)
  }

  /// Whether nothing but what stands between the digits of a phone number is before a group.
  private func isJoined(_ index: Int) -> Bool {
    let gap = groups[index - 1].range.upperBound..<groups[index].range.lowerBound
    return gap.count <= 5
      && typed[gap].allSatisfy {
        " .()/_\u{200B}\u{200C}\u{200D}\u{FEFF}".unicodeScalars.contains($0) || Self.isDash($0)
          || $0.properties.isWhitespace
      }
  }

  private func hasPlus(_ index: Int) -> Bool {
    let start = groups[index].range.lowerBound
    return typed[..<start].suffix(3).last { $0 != " " && $0 != "(" } == "+"
  }

  /// Whether a word before a group says that a phone number follows, which may lack its 0 then.
  private func isAnnounced(_ index: Int) -> Bool {
    let before = typed[..<groups[index].range.lowerBound].suffix(16)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: before.filter { $0.properties.isAlphabetic || $0.value >= 0x0E30 })
    let words = ["โทร", "โทรศัพท์", "เบอร์", "มือถือ", "tel", "phone", "mobile", "ph"]
    return words.contains { String(text).lowercased().hasSuffix($0) }
  }

  /// Where the number begins: with its plus or opening bracket.
  private func phoneStart(_ index: Int) -> Int {
    var start = groups[index].range.lowerBound
    let end = groups[index].range.upperBound
    if start > 0, typed[start - 1] == "(", end < typed.count, typed[end] == ")" { start -= 1 }
    if hasPlus(index), let plus = typed[..<start].lastIndex(of: "+") { start = plus }
    return start
  }

  /// Behind which group a date or a time of day ends that begins with a group.
  private func dateOrTime(_ index: Int) -> Int? {
    func two(_ index: Int, atMost limit: UInt32) -> Bool {
      guard index < groups.count else { return false }
      let digits = groups[index].digits
      return digits.count <= 2 && digits.reduce(0) { $0 * 10 + $1 } <= limit
    }
    func separator(_ index: Int) -> Unicode.Scalar? {
      guard index < groups.count else { return nil }
      let end = groups[index - 1].range.upperBound
      return groups[index].range.lowerBound == end + 1 ? typed[end] : nil
    }
    guard let first = separator(index + 1), first != " ", first != "(" else { return nil }
    if two(index, atMost: 31), two(index + 1, atMost: 12), separator(index + 2) == first,
      [2, 4].contains(groups[index + 2].digits.count)
    {
      return index + 3
    }
    let isTime =
      (first == "." || first == ":") && two(index, atMost: 24) && two(index + 1, atMost: 59)
      && groups[index + 1].digits.count == 2
    return isTime ? index + 2 : nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? { NationalID.digit(of: scalar) }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}"
  }
}
