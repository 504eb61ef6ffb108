public import Graphs
public import Plans

/// The funds that one rule set looks at, in the order of their scores; sets are never mixed.
public struct StrengthRanking: Sendable, Equatable {
  /// The rule set.
  public let set: RuleSet
  /// The funds: those of which enough is known, best score first, then the others by how much is known;
  /// what is equal by the funds' ids.
  public let assessments: [StrengthAssessment]

  /// Ranks the funds of plans that a set is made for.
  ///
  /// - Parameters:
  ///   - plan: The index of the plan whose funds they are; nil for all.
  ///   - others: The sets that a fund may fit better; of several that fit it belongs to one.
  ///   - funds: These funds, whatever their kind; nil for those that the set fits.
  /// - Complexity: O(funds · length of all formulas).
  public init(
    _ plans: PlanGraph, by set: RuleSet, in plan: Int? = nil, among others: [RuleSet] = [],
    funds: [NodeID]? = nil
  ) {
    self.set = set
    let candidates = funds ?? plans.funds(in: plan)
    let found = candidates.compactMap { node -> StrengthAssessment? in
      guard funds == nil else { return StrengthAssessment(plans, fund: node, by: set) }
      if set.kinds.isEmpty {
        // Made for all kinds: for those at least of which it can say anything.
        let found = StrengthAssessment(plans, fund: node, by: set)
        return found.flatMap { $0.knownCount > 0 ? $0 : nil }
      }
      guard let choice = plans.choice(of: node, among: others.isEmpty ? [set] : others),
        choice.set.id == set.id
      else { return nil }
      return StrengthAssessment(plans, fund: node, by: set, isChosenByName: choice.isByName)
    }
    assessments = Self.ranked(found)
  }

  /// One ranking for each of some sets that looks at any fund.
  public static func all(
    _ plans: PlanGraph, in plan: Int? = nil, by sets: [RuleSet] = RuleSet.standard
  ) -> [StrengthRanking] {
    sets.map { StrengthRanking(plans, by: $0, in: plan, among: sets) }
      .filter { !$0.assessments.isEmpty }
  }

  private static func ranked(_ found: [StrengthAssessment]) -> [StrengthAssessment] {
    var sorted = found.sorted { left, right in
      if (left.rank != nil) != (right.rank != nil) { return left.rank != nil }
      let (one, other) =
        left.rank != nil ? (left.score ?? 0, right.score ?? 0) : (left.known, right.known)
      return one != other ? one > other : left.fund < right.fund
    }
    for index in sorted.indices where sorted[index].rank != nil {
      let isEqual = index > 0 && sorted[index].score == sorted[index - 1].score
      sorted[index].rank = isEqual ? sorted[index - 1].rank : index + 1
    }
    return sorted
  }
}

extension PlanGraph {
  /// The funds of a plan, or of all, by their ids.
  func funds(in plan: Int?) -> [NodeID] {
    plan.map { Array(graph.nodes(of: .fund, in: $0 + 1)) } ?? Array(graph.nodes(of: .fund))
  }

  /// The set that fits a fund best: by its kind, or where that is not given by its name.
  func choice(of node: NodeID, among sets: [RuleSet]) -> (set: RuleSet, isByName: Bool)? {
    guard let fund = record(of: node) as? Fund else { return nil }
    let text = fund.kind ?? fund.name
    let fitting = sets.compactMap { set in set.fit(text).map { (set: set, letters: $0) } }
    let best = fitting.max { ($0.letters, $1.set.id) < ($1.letters, $0.set.id) }
    return best.map { (set: $0.set, isByName: fund.kind == nil) }
  }

  /// The funds of a plan, or of all, that none of some sets is made for.
  public func fundsWithoutRules(in plan: Int? = nil, by sets: [RuleSet] = RuleSet.standard)
    -> [NodeID]
  {
    funds(in: plan).filter { choice(of: $0, among: sets) == nil }
  }
}

extension RuleSet {
  /// The rule sets that come with the program, in the order in which they are shown.
  public static let standard: [RuleSet] = [
    ("codi-welfare.yaml", PackageResources.codi_welfare_yaml),
    ("pearls.yaml", PackageResources.pearls_yaml),
    ("pearls-shares.yaml", PackageResources.pearls_shares_yaml),
    ("basics.yaml", PackageResources.basics_yaml),
    ("self-assessment.yaml", PackageResources.self_assessment_yaml),
  ].compactMap { try? RuleFile.ruleSet(in: $0.1, file: $0.0) }
}

extension StrengthRanking {
  /// The same ranking with one fund alone, at its place.
  public func only(_ fund: NodeID) -> StrengthRanking {
    StrengthRanking(set: set, assessments: assessments.filter { $0.fund == fund })
  }

  private init(set: RuleSet, assessments: [StrengthAssessment]) {
    self.set = set
    self.assessments = assessments
  }
}
