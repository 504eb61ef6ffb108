public import Graphs
public import Plans

/// What one rule says of a fund.
public struct RuleResult: Sendable, Equatable {
  /// Whether the rule is fulfilled.
  public enum Verdict: String, Sendable, CaseIterable {
    case pass
    case fail
    case unknown
  }

  /// The rule.
  public let rule: Rule
  /// What its formula comes to; nil where that is not known.
  public let value: FormulaValue?
  /// Whether it is fulfilled.
  public let verdict: Verdict
  /// Why it is not known; empty where it is.
  public let gaps: [Gap]
}

/// What a rule set says of a fund, rule by rule.
public struct StrengthAssessment: Sendable, Equatable {
  /// The fund.
  public let fund: NodeID
  /// What each rule says, in the order of the set.
  public let results: [RuleResult]
  /// The weight of the rules that it passes among those that are known, 0 to 1; nil where none is.
  public let score: Double?
  /// The weight of the rules that are known among all, 0 to 1.
  public let known: Double
  /// The band; nil where too little is known.
  public let band: RuleSet.Band?
  /// The place in the ranking of its set, from 1; equal scores share it; nil where too little is known.
  public internal(set) var rank: Int?
  /// Whether the set was chosen by the fund's name, since its kind is not given.
  public let isChosenByName: Bool

  /// How many rules are known.
  public var knownCount: Int { results.count { $0.verdict != .unknown } }
  /// How many rules it passes.
  public var passCount: Int { results.count { $0.verdict == .pass } }

  /// Looks at a fund by a rule set; nil where the node is no fund.
  ///
  /// - Complexity: O(length of all formulas).
  public init?(_ plans: PlanGraph, fund node: NodeID, by set: RuleSet, isChosenByName: Bool = false)
  {
    guard let figures = FundFigures(plans, node) else { return nil }
    fund = node
    let results = set.rules.map { Self.result($0, figures, since: set.validFrom) }
    func weight(_ verdicts: Set<RuleResult.Verdict>) -> Double {
      results.filter { verdicts.contains($0.verdict) }.reduce(0) { $0 + $1.rule.weight }
    }
    let (total, sure) = (weight([.pass, .fail, .unknown]), weight([.pass, .fail]))
    let score = sure > 0 ? weight([.pass]) / sure : nil
    let known = total > 0 ? sure / total : 0
    let isEnough = sure > 0 && Comparison.atLeast.holds(known, set.leastKnown)
    self.results = results
    self.score = score
    self.known = known
    band = isEnough ? score.flatMap(set.band) : nil
    rank = isEnough ? 0 : nil
    self.isChosenByName = isChosenByName
  }

  private static func result(
    _ rule: Rule, _ figures: FundFigures, since: PlanDate?
  ) -> RuleResult {
    if let since = rule.validFrom ?? since, let asOf = figures.asOf, asOf.isBefore(since) {
      return RuleResult(rule: rule, value: nil, verdict: .unknown, gaps: [.ruleIsLater(since)])
    }
    switch rule.formula.value(for: figures) {
    case .known(let value):
      return RuleResult(
        rule: rule, value: value, verdict: rule.condition.isMet(by: value) ? .pass : .fail, gaps: []
      )
    case .unknown(let gaps):
      return RuleResult(rule: rule, value: nil, verdict: .unknown, gaps: gaps)
    }
  }
}

extension PlanDate {
  /// Whether all of it lies before another date begins, as far as both are known.
  fileprivate func isBefore(_ other: PlanDate) -> Bool {
    if year != other.year { return year < other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month < otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day < otherDay
  }
}
