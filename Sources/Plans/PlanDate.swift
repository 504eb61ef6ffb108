public import Sheets

/// A year, month or day as a plan gives it, in the Common Era.
public struct PlanDate: Sendable, Hashable, Comparable {
  // Eight bytes, as a country's plans hold millions; 0 is what is not given.
  private let yearNumber: Int32
  private let monthNumber: UInt8
  private let dayNumber: UInt8

  /// The year, Common Era.
  public var year: Int { Int(yearNumber) }
  /// The month, 1 to 12, where given.
  public var month: Int? { monthNumber == 0 ? nil : Int(monthNumber) }
  /// The day of the month, 1 to 31, where given.
  public var day: Int? { dayNumber == 0 ? nil : Int(dayNumber) }

  /// A date from its parts.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    yearNumber = Int32(clamping: year)
    monthNumber = UInt8(clamping: month ?? 0)
    dayNumber = UInt8(clamping: day ?? 0)
  }

  /// Reads a cell: a workbook's own date, a year, `2566-05-31`, `31/5/2566` or `31 พ.ค. 2566`.
  ///
  /// Years from 2400 to 2700 are of the Buddhist Era, 543 ahead of the Common one; a workbook's own
  /// date may hold either. Nil where the cell is none of these.
  public init?(_ cell: Cell) {
    switch cell {
    case .day(let day):
      guard let year = Self.commonEra(day.year) else { return nil }
      self.init(year: year, month: day.month, day: day.day)
    case .number(let number):
      guard let whole = Int(exactly: number), let year = Self.commonEra(whole) else { return nil }
      self.init(year: year)
    case .text(let text): self.init(text)
    case .empty, .boolean, .error: return nil
    }
  }

  /// Reads a date from text.
  public init?(_ text: String) {
    if let year = Self.plainYear(text) {
      self.init(parts: (year, nil, nil))
    } else {
      self.init(words: Self.words(of: text))
    }
  }

  /// The year of four digits and nothing else, as most cells hold it, in UTF-8; nil for any other text,
  /// which may be a date all the same.
  init?(plainYear bytes: UnsafeBufferPointer<UInt8>) {
    guard let year = Self.plainYear(bytes).flatMap(Self.commonEra) else { return nil }
    self.init(year: year)
  }

  private static func plainYear(_ text: String) -> Int? {
    text.utf8.withContiguousStorageIfAvailable(plainYear) ?? nil
  }

  /// The year of four western or Thai digits and nothing else.
  private static func plainYear(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var year = 0
    var next = 0
    for _ in 0..<4 {
      guard let (digit, length) = Numerals.digit(bytes, at: next) else { return nil }
      year = year * 10 + digit
      next += length
    }
    return next == bytes.count ? year : nil
  }

  private init?(words: [String]) {
    let month = words.count > 1 ? words.compactMap(Self.month(named:)).first : nil
    let numbers = words.compactMap { Int($0) }
    switch (numbers.count, words.count, month) {
    case (1, 1, nil): self.init(parts: (numbers[0], nil, nil))
    case (1, 2, .some): self.init(parts: (numbers[0], month, nil))
    case (2, 3, .some) where numbers[0] > 31:
      self.init(parts: (numbers[0], month, numbers[1]))
    case (2, 3, .some): self.init(parts: (numbers[1], month, numbers[0]))
    case (2, 2, nil) where numbers[0] > 31: self.init(parts: (numbers[0], numbers[1], nil))
    case (2, 2, nil): self.init(parts: (numbers[1], numbers[0], nil))
    case (3, 3, nil) where numbers[0] > 31: self.init(parts: (numbers[0], numbers[1], numbers[2]))
    case (3, 3, nil): self.init(parts: (numbers[2], numbers[1], numbers[0]))
    default: return nil
    }
  }

  /// The year of a cell that is a date but for its century: `66`, `31/5/66`, `31 พ.ค. 66`.
  static func twoDigitYear(_ cell: Cell) -> Int? {
    if case .number(let number) = cell {
      return Int(exactly: number).flatMap { (0...99).contains($0) ? $0 : nil }
    }
    guard case .text(let text) = cell else { return nil }
    let words = words(of: text)
    let isMonthAndYear = words.count == 2 && words.allSatisfy { Int($0) != nil }
    for place in [words.indices.last, words.indices.first] {
      guard let place, words[place].count == 2, let year = Int(words[place]),
        !isMonthAndYear || year > 12
      else { continue }
      var full = words
      full[place] = String(2_500 + year)
      if PlanDate(words: full) != nil { return year }
    }
    return nil
  }

  private init?(parts: (year: Int, month: Int?, day: Int?)) {
    guard let year = Self.commonEra(parts.year), (1...12).contains(parts.month ?? 1) else {
      return nil
    }
    let length = parts.month.map { Self.length(ofMonth: $0, year) } ?? 31
    guard (1...length).contains(parts.day ?? 1) else { return nil }
    self.init(year: year, month: parts.month, day: parts.day)
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The year in the Common Era; nil for a number that is no year of either.
  public static func commonEra(_ year: Int) -> Int? {
    switch year {
    case 2400...2700: year - 543
    case 1800...2200: year
    default: nil
    }
  }

  /// The year in the Buddhist Era.
  public var buddhistYear: Int { year + 543 }

  private static let eras = [
    "พ.ศ.", "พศ.", "พศ", "ค.ศ.", "คศ.", "คศ", "ปีงบประมาณ", "ปีงบฯ", "ปีงบ", "ปี", "วันที่", "b.e.", "be",
    "ce",
  ]

  /// Numbers and words, split at blanks and separators; eras and a time of day are left out.
  private static func words(of text: String) -> [String] {
    let words = Numerals.western(text.lowercased()).split { " /-–\u{00A0},".contains($0) }
    return words.flatMap { word -> [String] in
      // `31T00:00:00Z`: the day, then the time.
      let day = word.first?.isNumber == true ? word.prefix { $0 != "t" } : word
      let era = eras.first { day.hasPrefix($0) } ?? ""
      let rest = day.dropFirst(era.count)
      return rest.isEmpty || rest.contains(":") ? [] : apart(rest)
    }
  }

  /// `31พ.ค.2566` as its day, month and year.
  private static func apart(_ word: Substring) -> [String] {
    var parts: [String] = []
    for character in word {
      if let last = parts.last?.last, last.isNumber == character.isNumber || character == "." {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
    }
    return parts
  }

  /// The months, short ones without their dots, which people leave out.
  private static let monthNames: [[String]] = [
    ["มค", "มกราคม", "มกรา", "jan", "january"], ["กพ", "กุมภาพันธ์", "กุมภา", "feb", "february"],
    ["มีค", "มีนาคม", "มีนา", "mar", "march"], ["เมย", "เมษายน", "เมษา", "apr", "april"],
    ["พค", "พฤษภาคม", "พฤษภา", "may"], ["มิย", "มิถุนายน", "มิถุนา", "jun", "june"],
    ["กค", "กรกฎาคม", "กรกฎา", "jul", "july"], ["สค", "สิงหาคม", "สิงหา", "aug", "august"],
    ["กย", "กันยายน", "กันยา", "sep", "sept", "september"],
    ["ตค", "ตุลาคม", "ตุลา", "oct", "october"], ["พย", "พฤศจิกายน", "พฤศจิกา", "nov", "november"],
    ["ธค", "ธันวาคม", "ธันวา", "dec", "december"],
  ]

  /// The month of a name, whole or short, Thai or English, 1 to 12.
  static func month(named word: String) -> Int? {
    let name = MatchKey.name(word.filter { $0 != "." })
    return monthNames.firstIndex { $0.contains(name) }.map { $0 + 1 }
  }

  /// By year, month and day; what is not given comes first.
  public static func < (left: PlanDate, right: PlanDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}
