/// Months of the year, whatever the year: when something is to be had or is needed.
public struct Months: OptionSet, Sendable, Hashable {
  /// One bit a month, January the lowest.
  public let rawValue: UInt16

  /// The months of bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue & 0xFFF }

  /// One month, 1 to 12.
  public init(_ number: Int) { self.init(rawValue: 1 << UInt16(number - 1)) }

  /// All twelve.
  public static let wholeYear = Months(rawValue: 0xFFF)

  /// The numbers of the months, ascending.
  public var numbers: [Int] { (1...12).filter { contains(Months($0)) } }

  /// How many months.
  public var count: Int { rawValue.nonzeroBitCount }

  /// Months that follow one another, each as its first and last; December is followed by January.
  public var runs: [(first: Int, last: Int)] {
    if self == .wholeYear { return [(1, 12)] }
    return numbers.filter { !contains(Months(($0 + 10) % 12 + 1)) }.map { first in
      let length = (1...12).first { !contains(Months((first + $0 - 1) % 12 + 1)) } ?? 1
      return (first, (first + length - 2) % 12 + 1)
    }
  }

  /// Reads cells: names of months, whole or short, numbers, ranges (`พ.ย.-ก.พ.`), or `ทั้งปี`.
  ///
  /// Nil where there is none, or where any word is something else: then the months are not known.
  public init?(reading texts: [String]) {
    self = []
    for text in texts {
      guard let months = Months(reading: text) else { return nil }
      formUnion(months)
    }
    if isEmpty { return nil }
  }

  private init?(reading text: String) {
    let key = Numerals.western(MatchKey.name(text))
    if Self.wholeYearWords.contains(key) {
      self = .wholeYear
      return
    }
    let marked = Self.separators.reduce(key) { $0.replacing($1.word, with: $1.mark) }
    let parts = marked.split { " ,;/".contains($0) }.joined(separator: " ")
      .replacing(" -", with: "-").replacing("- ", with: "-").split(separator: " ")
    self = []
    for part in parts {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(Self.month)
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2
      else { return nil }
      formUnion(Months(from: first, to: last))
    }
  }

  /// The months from one to another, over the end of the year where the other comes first.
  private init(from first: Int, to last: Int) {
    self = []
    for step in 0...((last - first + 12) % 12) {
      formUnion(Months((first - 1 + step) % 12 + 1))
    }
  }

  private static func month(_ word: Substring) -> Int? {
    let word = word.hasPrefix("เดือน") ? word.dropFirst("เดือน".count) : word
    if let number = Int(word) { return (1...12).contains(number) ? number : nil }
    return PlanDate.month(named: String(word))
  }

  private static let wholeYearWords: Set<String> = [
    "ทั้งปี", "ตลอดปี", "ทุกเดือน", "ตลอดทั้งปี", "all year", "whole year", "every month",
  ]
  private static let separators: [(word: String, mark: String)] = [
    ("ถึง", "-"), (" to ", "-"), ("และ", " "), (" and ", " "),
  ]
}
