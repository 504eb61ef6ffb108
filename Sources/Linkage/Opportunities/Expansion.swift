import Glibc
public import Graphs
import Plans

/// Work that stands in another plan, and the parts here that could do the like.
public struct Pattern: Sendable, Equatable {
  /// The issue that both are about.
  public let issue: NodeID
  /// The fund, the work and the supporter there, where they stand together.
  public let there: Parts
  /// The fund, the work and the supporter here, where they do not yet.
  public let here: Parts
  /// Whether the fund here stands beside the work here already, so that its supporter alone is missing.
  public let hasFund: Bool
  /// Whether the supporter here supports the work here already, so that the fund alone is missing.
  public let hasSupporter: Bool
  /// In how many other plans the like stands.
  public let plans: Int
  /// How near the two plans are, 0 to 1; nil where the plans do not say where they are.
  public let nearness: Double?
  /// How alike the issues of the two plans are, 0 to 1.
  public let likeness: Double

  /// The tie that is missing first: that of the fund, else that of the supporter.
  public var link: (from: NodeID, to: NodeID) {
    (hasFund ? here.mechanism : here.fund, here.activity)
  }

  /// A fund, the work that it stands beside, and who supports it.
  public struct Parts: Sendable, Hashable {
    /// The fund.
    public let fund: NodeID
    /// The work.
    public let activity: NodeID
    /// The supporter.
    public let mechanism: NodeID
  }
}

/// Compares plans: what works there, is missing here, and has all its parts here already.
///
/// A pattern is an issue, a kind of fund that finances work on it, and a supporter of that work, where
/// the work is going on or done. It is missing here where no work on the issue has both; its parts are
/// here where there is a fund of the kind, the supporter, and open work on the issue.
struct ExpansionSearch: Sendable {
  private struct Key: Hashable {
    let issue: NodeID
    let fundKind: String
    let supporter: String
  }

  private let plans: PlanGraph
  private let surveys: [PlanSurvey]
  private let standing: [[Key: [Pattern.Parts]]]

  init(_ plans: PlanGraph) {
    self.plans = plans
    surveys = plans.plans.indices.map { PlanSurvey(plans, plan: $0) }
    standing = plans.plans.indices.map { plan in
      Self.parts(plans, plan) { $0.status == .active || $0.status == .done }
    }
  }

  /// The patterns that a plan could take over, the best first; each kind of pattern once.
  ///
  /// - Complexity: O(plans · patterns).
  func patterns(for plan: Int) -> [(plan: Int, score: Double, pattern: Pattern)] {
    // What stands here in any state is not missing, though it may have stopped.
    let known = Self.parts(plans, plan) { _ in true }
    var sources: [Key: [Int]] = [:]
    for other in plans.plans.indices where other != plan {
      for key in standing[other].keys where known[key] == nil {
        sources[key, default: []].append(other)
      }
    }
    let found = sources.compactMap { key, others -> (plan: Int, score: Double, pattern: Pattern)? in
      guard let (other, score) = best(of: others, for: plan),
        let there = standing[other][key]?.min(by: { $0.activity < $1.activity }),
        let here = parts(here: plan, key, like: there.activity)
      else { return nil }
      let pattern = Pattern(
        issue: key.issue, there: there, here: here,
        hasFund: plans.neighbours(of: here.activity, .finances, .backward).contains(here.fund),
        hasSupporter: plans.neighbours(of: here.activity, .supports, .backward)
          .contains(here.mechanism),
        plans: others.count,
        nearness: surveys[plan].nearness(to: surveys[other]),
        likeness: surveys[plan].likeness(to: surveys[other]))
      return (other, score, pattern)
    }
    return found.sorted {
      $0.score != $1.score
        ? $0.score > $1.score
        : (
          $0.pattern.issue, $0.pattern.here.activity, $0.pattern.here.fund,
          $0.pattern.here.mechanism
        )
          < (
            $1.pattern.issue, $1.pattern.here.activity, $1.pattern.here.fund,
            $1.pattern.here.mechanism
          )
    }
  }

  /// The nearest and most alike of some plans; how near is taken for half where it is not known.
  private func best(of others: [Int], for plan: Int) -> (plan: Int, score: Double)? {
    let scored = others.map { other in
      let nearness = surveys[plan].nearness(to: surveys[other]) ?? 0.5
      return (other, (nearness + surveys[plan].likeness(to: surveys[other])) / 2)
    }
    return scored.max { ($0.1, $1.0) < ($1.1, $0.0) }.map { (plan: $0.0, score: $0.1) }
  }

  /// The parts of a pattern in a plan where it is missing: the work most like that there, and of it
  /// those that are nearest to one another.
  private func parts(here plan: Int, _ key: Key, like there: NodeID) -> Pattern.Parts? {
    let funds = plans.graph.nodes(of: .fund, in: plan + 1).filter {
      Self.kind(ofFund: $0, plans) == key.fundKind
    }
    let supporters = surveys[plan].supporters[key.supporter] ?? []
    let work = plans.neighbours(of: key.issue, .about, .backward).filter { activity in
      plans.plan(of: activity) == plan && (plans.record(of: activity) as? Activity)?.isOpen == true
    }
    let all = work.flatMap { activity in
      funds.flatMap { fund in
        supporters.map { Pattern.Parts(fund: fund, activity: activity, mechanism: $0) }
      }
    }
    return all.max { left, right in
      let (low, high) = (
        ties(in: left) + 3 * sharedIssues(left.activity, there),
        ties(in: right) + 3 * sharedIssues(right.activity, there)
      )
      return low != high
        ? low < high
        : (right.activity, right.fund, right.mechanism)
          < (left.activity, left.fund, left.mechanism)
    }
  }

  private func sharedIssues(_ one: NodeID, _ other: NodeID) -> Int {
    let issues = Set(plans.neighbours(of: one, .about, .forward))
    return plans.neighbours(of: other, .about, .forward).filter(issues.contains).count
  }

  /// How much holds the parts together already: a fund or supporter at the work, a shared village.
  private func ties(in parts: Pattern.Parts) -> Int {
    let funds = plans.neighbours(of: parts.activity, .finances, .backward)
    let supporters = plans.neighbours(of: parts.activity, .supports, .backward)
    let places = Set(plans.neighbours(of: parts.activity, .locatedIn, .forward))
    let near = plans.neighbours(of: parts.fund, .locatedIn, .forward).contains(
      where: places.contains)
    return (funds.contains(parts.fund) ? 4 : 0) + (supporters.contains(parts.mechanism) ? 4 : 0)
      + (near ? 2 : 0) + (funds.isEmpty ? 1 : 0)
  }

  private static func parts(
    _ plans: PlanGraph, _ plan: Int, where isWanted: (Activity) -> Bool
  ) -> [Key: [Pattern.Parts]] {
    var found: [Key: [Pattern.Parts]] = [:]
    for activity in plans.graph.nodes(of: .activity, in: plan + 1) {
      guard let record = plans.record(of: activity) as? Activity, isWanted(record) else { continue }
      let funds = plans.neighbours(of: activity, .finances, .backward)
      let supporters = plans.neighbours(of: activity, .supports, .backward)
      for issue in plans.neighbours(of: activity, .about, .forward) {
        for fund in funds {
          guard let kind = kind(ofFund: fund, plans) else { continue }
          for mechanism in supporters {
            guard let supporter = PlanSurvey.supporter(mechanism, plans) else { continue }
            let key = Key(issue: issue, fundKind: kind, supporter: supporter)
            found[key, default: []].append(
              .init(fund: fund, activity: activity, mechanism: mechanism))
          }
        }
      }
    }
    return found
  }

  private static func kind(ofFund fund: NodeID, _ plans: PlanGraph) -> String? {
    (plans.record(of: fund) as? Fund)?.kind.map(MatchKey.name)
  }
}

/// What plans are compared by.
private struct PlanSurvey: Sendable {
  /// The supporters in the plan by what makes them the same elsewhere.
  let supporters: [String: [NodeID]]
  private let issues: [NodeID: Double]
  private let position: (latitude: Double, longitude: Double)?
  private let areas: [String?]

  init(_ plans: PlanGraph, plan: Int) {
    let content = plans.plans[plan]
    var issues: [NodeID: Double] = [:]
    for activity in plans.graph.nodes(of: .activity, in: plan + 1) {
      for issue in plans.neighbours(of: activity, .about, .forward) {
        issues[issue, default: 0] += 1
      }
    }
    self.issues = issues
    var supporters: [String: [NodeID]] = [:]
    for index in content.mechanisms.indices {
      let node = plans.node(of: NodeReference(plan: plan, kind: .mechanism, index: index))
      if let key = Self.supporter(node, plans) { supporters[key, default: []].append(node) }
    }
    self.supporters = supporters
    let located = content.places.compactMap { place -> (Double, Double)? in
      guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
      return (latitude, longitude)
    }
    position =
      located.isEmpty
      ? nil
      : (
        located.map(\.0).reduce(0, +) / Double(located.count),
        located.map(\.1).reduce(0, +) / Double(located.count)
      )
    areas = [content.amphoe, content.province, content.region].map { $0.map(MatchKey.name) }
  }

  /// What makes supporters of two plans the same: one shared office, else the agency or, for local
  /// government, its kind.
  static func supporter(_ node: NodeID, _ plans: PlanGraph) -> String? {
    guard let mechanism = plans.record(of: node) as? Mechanism else { return nil }
    if mechanism.isLocalGovernment { return "local government" }
    if mechanism.isShared { return MatchKey.name(mechanism.name) }
    return mechanism.agency.map(MatchKey.name)
  }

  /// By distance where both have positions (half at 50 km), else by the areas that they share.
  func nearness(to other: PlanSurvey) -> Double? {
    if let position, let there = other.position {
      let north = (position.latitude - there.latitude) * 111
      let east =
        (position.longitude - there.longitude) * 111 * cos(position.latitude * .pi / 180)
      return 50 / (50 + (north * north + east * east).squareRoot())
    }
    for (index, value) in [0.9, 0.7, 0.5].enumerated() {
      if let area = areas[index], let there = other.areas[index], area == there { return value }
    }
    return areas.compactMap(\.self).isEmpty || other.areas.compactMap(\.self).isEmpty ? nil : 0.2
  }

  /// The cosine of the numbers of activities by issue.
  func likeness(to other: PlanSurvey) -> Double {
    let product = issues.keys.sorted().reduce(0) {
      $0 + (issues[$1] ?? 0) * (other.issues[$1] ?? 0)
    }
    let lengths = [issues, other.issues].map {
      $0.values.sorted().reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    return product == 0 ? 0 : product / (lengths[0] * lengths[1])
  }
}
