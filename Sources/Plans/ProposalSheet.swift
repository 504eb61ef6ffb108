/// The sheet on which the program puts its proposals before a meeting, which decides on them in place.
///
/// It is the table of decisions under a name of its own, with columns more that are there for people.
public enum ProposalSheet {
  /// The sheet's name in Thai.
  public static let thaiName = "ข้อเสนอและมติ"
  /// The sheet's name in English.
  public static let englishName = "proposals and decisions"

  /// A column that is there for people and not read back.
  public enum Remark: Sendable, CaseIterable {
    case letter
    case rank
    case issues
    case why
    case effect
    case cautions
    case score
    case printed

    /// The heading in Thai.
    public var thaiName: String {
      switch self {
      case .letter: "อักษร"
      case .rank: "ที่"
      case .issues: "ประเด็น"
      case .why: "น่าเชื่อมโยงเพราะ"
      case .effect: "สิ่งที่จะเปลี่ยน"
      case .cautions: "ข้อควรระวัง"
      case .score: "คะแนน"
      case .printed: "อยู่ในเล่ม"
      }
    }

    /// The heading in English.
    public var englishName: String {
      switch self {
      case .letter: "letter"
      case .rank: "rank"
      case .issues: "issues"
      case .why: "why"
      case .effect: "effect"
      case .cautions: "cautions"
      case .score: "score"
      case .printed: "in the booklet"
      }
    }
  }

  /// Whether a heading's key is that of a column for people.
  static func isRemark(headingKey key: String) -> Bool { remarks.contains(key) }

  private static let remarks = Set(
    Remark.allCases.flatMap { [$0.thaiName, $0.englishName] }.map(MatchKey.heading))

  /// Whether a sheet's key is that of decisions, under one of their names or as Excel names a sheet that
  /// is copied to where its like is already: `มติ (2)`.
  static func isDecisions(sheetKey key: String) -> Bool {
    var name = Substring(key)
    if name.last == ")", let bracket = name.lastIndex(of: "(") {
      let number = name[bracket...].dropFirst().dropLast()
      guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return false }
      name = name[..<bracket]
    }
    return names.contains(String(name))
  }

  private static let names = Set(
    [thaiName, englishName, Table.decisions.thaiName, Table.decisions.englishName]
      .map(MatchKey.heading))
}
