public import Plans

/// A text in both languages.
public struct Bilingual: Sendable, Hashable {
  /// In Thai.
  public let thai: String
  /// In English.
  public let english: String

  /// A text in both languages.
  public init(thai: String, english: String) {
    self.thai = thai
    self.english = english
  }
}

/// A column that FORMAT does not know and that a rule set asks for.
public struct RuleInput: Sendable, Hashable {
  /// What may stand in it.
  public enum Content: String, Sendable, CaseIterable {
    case number
    /// Yes or no.
    case answer
  }

  /// The word by which formulas name it.
  public let key: String
  /// The headings that it may bear: the first Thai one and the first English one are proposed.
  public let headings: [String]
  /// The headings that are proposed to planners.
  public let heading: Bilingual
  /// What stands in it.
  public let content: Content
  /// The least number that can be right; nil for 0.
  public let least: Double?
  /// The greatest number that can be right; nil for no bound.
  public let most: Double?
  /// The figure that it is a part of, and so cannot exceed; nil where it is of none.
  public let whole: Column?
  /// The headings and the word, as headings are compared.
  let matchKeys: [String]

  init(
    key: String, headings: [String], heading: Bilingual, content: Content, least: Double?,
    most: Double?, whole: Column?
  ) {
    self.key = key
    self.headings = headings
    self.heading = heading
    self.content = content
    self.least = least
    self.most = most
    self.whole = whole
    matchKeys = (headings + [key]).map(MatchKey.heading)
  }
}

/// Something that a formula may name.
public enum Figure: Sendable, Hashable {
  /// A column of the funds table.
  case column(Column)
  /// A column that the rule set asks for.
  case input(RuleInput)
  /// The places of the plan: the villages of the tambon.
  case planPlaces
  /// The activities that the fund finances.
  case work

  /// What can be done with it.
  enum Content: Equatable {
    case number
    case answer
    case list
    case date
  }

  /// What it holds; nil for names and other texts, with which nothing can be reckoned.
  var content: Content? {
    switch self {
    case .column(.committee): .number
    case .column(.accountsCurrent): .answer
    case .column(.welfareKinds), .column(.places), .column(.organisations): .list
    case .column(.founded), .column(.asOf): .date
    case .column(let column): Self.numbers.contains(column) ? .number : nil
    case .input(let input): input.content == .number ? .number : .answer
    case .planPlaces, .work: .list
    }
  }

  private static let numbers: Set<Column> = [
    .members, .savings, .shares, .loans, .overdue, .reserves, .assets, .externalDebt, .welfarePaid,
  ]

  /// The English word by which formulas name it.
  public var word: String {
    switch self {
    case .column(let column): column.englishName
    case .input(let input): input.key
    case .planPlaces: "plan_places"
    case .work: "work"
    }
  }

  /// All words by which formulas may name it.
  var words: [String] {
    switch self {
    case .column(let column): [column.englishName, Table.funds.thaiName(of: column)]
    case .input(let input): [input.key] + input.headings
    case .planPlaces: [word, "พื้นที่ของแผน"]
    case .work: [word, "งานที่ออกทุน"]
    }
  }

  /// The figures that any rule set may name.
  static let standard: [Figure] =
    Table.funds.columns.map { .column($0.column) } + [.planPlaces, .work]
}

/// Why a figure, or what is reckoned from it, is not known.
public enum Gap: Sendable, Hashable {
  /// The cell is empty, or there is no such column.
  case missing(Figure)
  /// Those who filled it in say that they cannot tell.
  case cannotAssess(Figure)
  /// The cell holds what is no number, or neither yes nor no; as typed.
  case unreadable(Figure, text: String)
  /// Two columns that both bear its name hold different things.
  case disagreeing(Figure)
  /// It is below zero, which it cannot be.
  case negative(Figure)
  /// It is outside of what it can be.
  case outside(Figure, from: Double, to: Double)
  /// A part is greater than its whole.
  case partOverWhole(Figure, Figure)
  /// A date lies after another that it should lie before.
  case dateAfter(Figure, Figure)
  /// What would be divided by is zero: it is reckoned from these.
  case zeroDenominator([Figure])
  /// Fewer than five people stand behind it.
  case tooFewPeople(Figure)
  /// The rule is of a later day than the figures.
  case ruleIsLater(PlanDate)
}
