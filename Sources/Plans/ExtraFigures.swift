import Sheets

extension ExtraValue {
  /// Whether the cell says that nothing is known: ไม่ทราบ, n/a, ประเมินไม่ได้.
  public var isUnknown: Bool {
    MatchKey.isUnknown(text) || (MatchKey.saysUnknown(text) && !saysNone) || cannotAssess
  }

  /// Whether the cell says that the answer cannot be given: ประเมินไม่ได้.
  public var cannotAssess: Bool {
    ["ประเมินไม่ได้", "ยังประเมินไม่ได้", "cannot assess", "can't assess"].contains(MatchKey.name(text))
  }

  /// The number, as numbers are read elsewhere: Thai digits, separators, units; 30 % is 0.3.
  public var number: Double? { Numerals.number(typed: text) }

  /// Yes or no, in the words that columns of FORMAT take.
  public var answer: Bool? { Answer(word: text).map { $0 == .yes } }

  /// The heading as headings are compared, blanks and a unit in brackets aside.
  ///
  /// Only units that leave the number as it is: thousands of baht are no baht.
  public var headingKey: String { Self.key(ofHeading: heading) }

  static func key(ofHeading heading: String) -> String {
    var key = MatchKey.heading(heading)
    for unit in ["(บาท)", "(คน)", "(ราย)", "(baht)"] where key.hasSuffix(unit) {
      key.removeLast(unit.count)
    }
    return key
  }

  /// ไม่มี is an answer where yes or no is asked.
  private var saysNone: Bool { MatchKey.name(text) == "ไม่มี" }
}
