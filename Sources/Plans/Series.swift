/// Texts that count up from row to row, as when somebody drags a cell's corner down a column.
struct Series {
  /// Where its texts stand among those that were looked at.
  let range: Range<Int>
  /// The rows, from 0, one directly below the other.
  let rows: [Int]
  /// The text of the first row: what was meant for all of them.
  let first: String
  /// The text of the last row.
  let last: String
  /// What stands before the number that grows.
  private let before: String
  /// How many rows lie between the number and the one before it, for a pair of years `2564/2565`.
  private let yearBefore: Int?
  private let firstNumber: Int

  /// Fewer rows than this are no series.
  static let shortest = 3

  /// The runs of texts in consecutive rows that are alike but for one number, which grows by one.
  ///
  /// - Parameters:
  ///   - texts: The column's texts, as typed.
  ///   - rows: The rows of the texts, ascending.
  /// - Complexity: O(letters).
  static func runs(in texts: [String], rows: [Int]) -> [Series] {
    var runs: [Series] = []
    var start = 0
    var step: Step?
    for index in texts.indices.dropFirst() {
      let next =
        rows[index] == rows[index - 1] + 1 ? Step(from: texts[index - 1], to: texts[index]) : nil
      if let before = step, let next, before.continues(with: next) {
        step = next
        continue
      }
      runs += [Series(texts, rows, start..<index, step)].compactMap { $0 }
      start = next == nil ? index : index - 1
      step = next
    }
    return runs + [Series(texts, rows, start..<texts.count, step)].compactMap { $0 }
  }

  /// The stretches of rows, by their places, outside of which no texts in UTF-8 are such a run.
  static func stretches(
    of rows: [Int], _ text: (_ row: Int) -> UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    for place in 0...rows.count {
      let own = place < rows.count ? text(rows[place]) : last
      let continues =
        place > 0 && place < rows.count && rows[place] == rows[place - 1] + 1
        && Step.mayCount(from: last, to: own)
      if !continues {
        if place - start >= shortest { stretches.append(start..<place) }
        start = place
      }
      last = own
    }
    return stretches
  }

  private init?(_ texts: [String], _ rows: [Int], _ range: Range<Int>, _ step: Step?) {
    guard let step, range.count >= Self.shortest else { return nil }
    self.range = range
    self.rows = Array(rows[range])
    first = texts[range.lowerBound]
    last = texts[range.upperBound - 1]
    before = step.before
    firstNumber = step.number
    yearBefore = step.yearBefore
  }

  /// Whether the counting can only be a mistake: a pair of years that drift apart, or a long name
  /// whose number is neither a village's, a round's nor another that names do count up by.
  var isMistake: Bool {
    if isPairOfYears { return true }
    let words = MatchKey.heading(before)
    return words.count >= 6 && !Self.counters.contains { words.hasSuffix($0) }
  }

  /// Whether years `2564/2566`, `2564/2567`… drift apart.
  var isPairOfYears: Bool {
    yearBefore.map { Self.isYear($0) && Self.isYear(firstNumber) } ?? false
  }

  private static func isYear(_ number: Int) -> Bool {
    (1_900...2_100).contains(number) || (2_400...2_700).contains(number)
  }

  /// Words before a number by which things of one kind are rightly told apart.
  private static let counters = [
    "หมู่", "หมู่ที่", "ม.", "ที่", "ครั้งที่", "ครั้ง", "รุ่น", "รุ่นที่", "เขต", "ระยะ", "ระยะที่", "เฟส", "ลำดับ",
    "ข้อ", "ชุด", "ชุดที่", "กลุ่ม", "กลุ่มที่", "สาย", "ซอย", "ซ.", "ถนน", "เบอร์", "เลขที่", "ห้อง", "ชั้น",
    "แปลง",
    "โซน", "คุ้ม", "บ่อ", "จุด", "สาขา", "ปี", "พ.ศ.", "ไตรมาส", "งวด", "moo", "no.", "no", "phase",
    "zone", "group", "round", "year", "village", "#",
  ]
}

/// The one number by which two texts differ, one more in the second.
private struct Step {
  let before: String
  let after: Substring
  let number: Int
  /// The number right before, with only a `/` or `-` between.
  let yearBefore: Int?

  init?(from first: String, to second: String) {
    // Most neighbours differ in length by more than a digit, or not at all.
    guard abs(first.utf8.count - second.utf8.count) <= 3,
      Self.mayCount(from: first, to: second), first != second
    else { return nil }
    let left = Numerals.western(first)
    let right = Numerals.western(second)
    let common = zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
    var start = left.utf8.index(left.startIndex, offsetBy: common)
    while start > left.startIndex {
      let before = left.utf8.index(before: start)
      guard left.utf8[before].isDigit else { break }
      start = before
    }
    let offset = left.utf8.distance(from: left.startIndex, to: start)
    let other = right.utf8.index(right.startIndex, offsetBy: offset)
    let digits = left[start...].prefix { $0.utf8.allSatisfy(\.isDigit) }
    let grown = right[other...].prefix { $0.utf8.allSatisfy(\.isDigit) }
    guard let number = Int(digits), Int(grown) == number + 1,
      left[digits.endIndex...] == right[grown.endIndex...]
    else { return nil }
    before = String(left[..<start])
    after = left[digits.endIndex...]
    self.number = number
    let mark = left[..<start].last
    let year = left[..<start].dropLast().reversed().prefix { $0.isNumber }
    yearBefore = mark == "/" || mark == "-" ? Int(String(year.reversed())) : nil
  }

  /// Whether texts may differ by a number that grows by one; of most neighbours their bytes tell that
  /// they do not.
  private static func mayCount(from first: String, to second: String) -> Bool {
    let answer = first.utf8.withContiguousStorageIfAvailable { left in
      second.utf8.withContiguousStorageIfAvailable { mayCount(from: left, to: $0) } ?? true
    }
    return answer ?? true
  }

  /// The same of texts in UTF-8.
  static func mayCount(
    from left: UnsafeBufferPointer<UInt8>, to right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard abs(left.count - right.count) <= 3 else { return false }
    var start = 0
    let shorter = min(left.count, right.count)
    while start < shorter, left[start] == right[start] { start += 1 }
    if holdsThaiDigit(left) || holdsThaiDigit(right) { return true }
    while start > 0, left[start - 1].isDigit { start -= 1 }
    let digits = left[start...].prefix(while: \.isDigit)
    let grown = right[start...].prefix(while: \.isDigit)
    guard !digits.isEmpty, !grown.isEmpty, digits.count <= 18, grown.count <= 18 else {
      return digits.count > 18 || grown.count > 18
    }
    return value(digits) + 1 == value(grown)
      && left[digits.endIndex...].elementsEqual(right[grown.endIndex...])
  }

  private static func value(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  /// Whether ๐ to ๙, E0 B9 90 to E0 B9 99, may be among bytes.
  private static func holdsThaiDigit(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isBehindB9 = false
    for byte in bytes {
      if isBehindB9, (0x90...0x99).contains(byte) { return true }
      isBehindB9 = byte == 0xB9
    }
    return false
  }

  func continues(with next: Step) -> Bool {
    next.number == number + 1 && next.before == before && next.after == after
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
