public import Graphs
public import Plans
import Synchronization

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
    let choices = RuleChoices(among: others.isEmpty ? [set] : others)
    self.init(plans, by: set, in: plan, choices, funds: funds)
  }

  private init(
    _ plans: PlanGraph, by set: RuleSet, in plan: Int?, _ choices: RuleChoices,
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
      guard let fund = plans.record(of: node) as? Fund, choices.choice(of: fund)?.id == set.id
      else { return nil }
      return StrengthAssessment(plans, fund: node, by: set, isChosenByName: fund.kind == nil)
    }
    assessments = Self.ranked(found)
  }

  /// One ranking for each of some sets that looks at any fund.
  public static func all(
    _ plans: PlanGraph, in plan: Int? = nil, by sets: [RuleSet] = RuleSet.standard
  ) -> [StrengthRanking] {
    all(plans, in: plan, RuleChoices(among: sets))
  }

  /// As `all(_:in:by:)`, with what is known of kinds of funds from other plans.
  static func all(
    _ plans: PlanGraph, in plan: Int?, _ choices: RuleChoices
  ) -> [StrengthRanking] {
    choices.sets.map { StrengthRanking(plans, by: $0, in: plan, choices) }
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

  /// The funds of a plan, or of all, that none of some sets is made for.
  public func fundsWithoutRules(in plan: Int? = nil, by sets: [RuleSet] = RuleSet.standard)
    -> [NodeID]
  {
    let choices = RuleChoices(among: sets)
    return funds(in: plan).filter { node in
      (record(of: node) as? Fund).flatMap { choices.choice(of: $0) } == nil
    }
  }
}

/// Which of some sets fits a fund best; each kind of fund is looked up once.
final class RuleChoices: Sendable {
  let sets: [RuleSet]
  private let known = Mutex<[String: Int]>([:])

  init(among sets: [RuleSet]) { self.sets = sets }

  /// The set that fits best: by the fund's kind, or where that is not given by its name.
  func choice(of fund: Fund) -> RuleSet? {
    let text = fund.kind ?? fund.name
    let index = known.withLock { known in
      if let found = known[text] { return found }
      let fitting = sets.indices.compactMap { index in
        sets[index].fit(text).map { (index: index, letters: $0) }
      }
      let best = fitting.max { left, right in
        (left.letters, sets[right.index].id) < (right.letters, sets[left.index].id)
      }
      known[text] = best?.index ?? -1
      return best?.index ?? -1
    }
    return index < 0 ? nil : sets[index]
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
