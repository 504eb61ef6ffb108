public import Graphs
import Plans

/// What two funds could learn from one another.
public struct Lesson: Sendable, Equatable {
  /// One rule that the one passes and the other fails.
  public struct Point: Sendable, Equatable {
    /// The id of the rule set.
    public let set: String
    /// The fund that passes the rule.
    public let teacher: NodeID
    /// The fund that fails it.
    public let learner: NodeID
    /// What the rule says of the fund that passes it.
    public let passed: RuleResult
    /// What it says of the fund that fails it.
    public let failed: RuleResult

    /// The rule.
    public var rule: Rule { failed.rule }
  }

  /// What brings two funds near to one another.
  public struct Nearness: Sendable, Equatable {
    /// The issues that both finance work on.
    public let issues: [NodeID]
    /// The places that both are in.
    public let places: [NodeID]
    /// Whether they are in one tambon.
    public let isOneTambon: Bool
    /// Whether they are of one kind.
    public let isOneKind: Bool

    /// How near, 0 to 1: a third each for issue, kind and place; one tambon is half a place.
    public var value: Double {
      let place = places.isEmpty ? (isOneTambon ? 0.5 : 0) : 1
      return ((issues.isEmpty ? 0 : 1) + (isOneKind ? 1 : 0) + place) / 3
    }
  }

  /// The rules, what the first of the two could teach before what it could learn, by weight.
  public let points: [Point]
  /// What brings the two near.
  public let nearness: Nearness
  /// The fund that has more to tell; of equals the one of the lower id.
  public let from: NodeID
  /// The other fund.
  public let to: NodeID
  /// The weight of the rules that can be learned among all of their set, times the nearness.
  public let score: Double
}

/// Finds what funds could learn from one another: by the same rules, and near to one another.
struct LessonSearch: Sendable {
  private let plans: PlanGraph
  private let choices: RuleChoices

  init(_ plans: PlanGraph, by sets: [RuleSet] = RuleSet.standard) {
    self.plans = plans
    choices = RuleChoices(among: sets)
  }

  /// The lessons between funds of a plan, best first; equal ones by the funds.
  ///
  /// - Complexity: O(pairs of the plan's funds · rules).
  func lessons(in plan: Int) -> [Lesson] {
    let funds = Array(plans.graph.nodes(of: .fund, in: plan + 1))
    let results = StrengthRanking.all(plans, in: plan, choices).map { ranking in
      (
        set: ranking.set,
        of: Dictionary(uniqueKeysWithValues: ranking.assessments.map { ($0.fund, $0.results) })
      )
    }
    var lessons: [Lesson] = []
    for (index, one) in funds.enumerated() {
      for other in funds[(index + 1)...] {
        // What two sets ask alike is learned once.
        var asked: Set<String> = []
        let found = results.flatMap { points(one, other, $0.set, $0.of) }
          .filter { asked.insert($0.rule.formula.text).inserted }
        if let lesson = lesson(one, other, found) { lessons.append(lesson) }
      }
    }
    return lessons.sorted {
      $0.score != $1.score ? $0.score > $1.score : ($0.from, $0.to) < ($1.from, $1.to)
    }
  }

  /// What two funds could learn from one another; nil where there is nothing, or nothing brings them
  /// near.
  func lesson(between one: NodeID, _ other: NodeID) -> Lesson? {
    guard let plan = plans.plan(of: one), plans.plan(of: other) == plan else { return nil }
    return lessons(in: plan).first { Set([$0.from, $0.to]) == Set([one, other]) }
  }

  private func points(
    _ one: NodeID, _ other: NodeID, _ set: RuleSet, _ results: [NodeID: [RuleResult]]
  ) -> [Lesson.Point] {
    guard let left = results[one], let right = results[other] else { return [] }
    return zip(left, right).compactMap { left, right in
      guard left.rule.lesson != nil else { return nil }
      switch (left.verdict, right.verdict) {
      case (.pass, .fail):
        return Lesson.Point(
          set: set.id, teacher: one, learner: other, passed: left, failed: right)
      case (.fail, .pass):
        return Lesson.Point(
          set: set.id, teacher: other, learner: one, passed: right, failed: left)
      default: return nil
      }
    }
  }

  private func lesson(
    _ one: NodeID, _ other: NodeID, _ points: [Lesson.Point]
  ) -> Lesson? {
    let nearness = nearness(one, other)
    guard !points.isEmpty, nearness.value > 0 else { return nil }
    func told(by fund: NodeID) -> Double {
      points.filter { $0.teacher == fund }.reduce(0) { $0 + $1.rule.weight }
    }
    let from = told(by: other) > told(by: one) ? other : one
    let sorted = points.enumerated().sorted { left, right in
      let (one, two) = (left.element, right.element)
      if (one.teacher == from) != (two.teacher == from) { return one.teacher == from }
      return one.rule.weight != two.rule.weight
        ? one.rule.weight > two.rule.weight : left.offset < right.offset
    }.map(\.element)
    return Lesson(
      points: sorted, nearness: nearness, from: from, to: from == one ? other : one,
      score: share(of: points) * nearness.value)
  }

  /// The weight of rules among all of their sets.
  private func share(of points: [Lesson.Point]) -> Double {
    let named = Set(points.map(\.set))
    let total = choices.sets.filter { named.contains($0.id) }
      .flatMap(\.rules).reduce(0) { $0 + $1.weight }
    return total > 0 ? points.reduce(0) { $0 + $1.rule.weight } / total : 0
  }

  private func nearness(_ one: NodeID, _ other: NodeID) -> Lesson.Nearness {
    let (left, right) = (places(one), places(other))
    let shared = issues(one).intersection(issues(other))
    return Lesson.Nearness(
      issues: shared.sorted(), places: villages(one).intersection(villages(other)).sorted(),
      isOneTambon: tambon(of: one, left).map { $0 == tambon(of: other, right) } ?? false,
      isOneKind: kind(one).map { $0 == kind(other) } ?? false)
  }

  private func kind(_ fund: NodeID) -> String? {
    (plans.record(of: fund) as? Fund)?.kind.map(MatchKey.name)
  }

  /// The issues of the work that a fund stands beside.
  private func issues(_ fund: NodeID) -> Set<NodeID> {
    Set(
      plans.neighbours(of: fund, .finances, .forward).flatMap {
        plans.neighbours(of: $0, .about, .forward)
      })
  }

  /// The places of a fund; none of one that is in more than half of them all: it is nobody's neighbour
  /// in a single village.
  private func villages(_ fund: NodeID) -> Set<NodeID> {
    let places = places(fund)
    let all = plans.graph.nodes(of: .place, in: plans.graph.part(of: fund)).count
    return 2 * places.count > all && places.count > 1 ? [] : places
  }

  private func places(_ fund: NodeID) -> Set<NodeID> {
    Set(plans.neighbours(of: fund, .locatedIn, .forward))
  }

  /// The tambon that all of a fund's places lie in, else that of its plan; nil where it is not known.
  private func tambon(of fund: NodeID, _ places: Set<NodeID>) -> String? {
    let names = Set(places.map { (plans.record(of: $0) as? Place)?.tambon.map(MatchKey.name) })
    if names.count == 1, let name = names.first.flatMap(\.self) { return name }
    if names.count > 1, !names.contains(nil) { return nil }
    return plans.plan(of: fund).flatMap { plans.plans[$0].tambon.map(MatchKey.name) }
  }
}
