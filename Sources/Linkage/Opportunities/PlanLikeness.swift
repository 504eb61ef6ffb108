import Glibc
import Graphs
import Plans

/// How near plans are to one another, and how alike in the issues of their work.
struct PlanLikeness: Sendable {
  /// By plan its issues, ascending, and how many activities are about each.
  private let issues: [[(issue: NodeID, count: Double)]]
  private let lengths: [Double]
  /// The plans whose work is about an issue, with how many activities are.
  private let plansOfIssue: [NodeID: [(plan: Int32, count: Double)]]
  private let positions: [Position?]
  /// By plan the numbers of its amphoe, province and region; -1 where it is not known.
  private let areas: [[Int32]]

  private struct Position {
    let latitude: Double
    let longitude: Double
    let cosine: Double
  }

  /// - Complexity: O(ties of all work to issues).
  init(_ plans: PlanGraph) {
    let issues = concurrentMap(plans.plans.count) { plan in
      var counts: [NodeID: Double] = [:]
      for activity in plans.graph.nodes(of: .activity, in: plan + 1) {
        for issue in plans.neighbours(of: activity, .about, .forward) {
          counts[issue, default: 0] += 1
        }
      }
      return counts.sorted { $0.key < $1.key }.map { (issue: $0.key, count: $0.value) }
    }
    self.issues = issues
    // Sums of whole numbers: exact in any order.
    lengths = issues.map { $0.reduce(0) { $0 + $1.count * $1.count }.squareRoot() }
    var plansOfIssue: [NodeID: [(plan: Int32, count: Double)]] = [:]
    for (plan, counts) in issues.enumerated() {
      for (issue, count) in counts { plansOfIssue[issue, default: []].append((Int32(plan), count)) }
    }
    self.plansOfIssue = plansOfIssue
    positions = plans.plans.map { Self.position(of: $0) }
    var numbers: [String: Int32] = [:]
    areas = plans.plans.map { plan in
      [plan.amphoe, plan.province, plan.region].map { area in
        guard let area else { return -1 }
        let next = Int32(numbers.count)
        let name = MatchKey.name(area)
        if let known = numbers[name] { return known }
        numbers[name] = next
        return next
      }
    }
  }

  /// The middle of a plan's places; nil where none has a position.
  private static func position(of plan: Plan) -> Position? {
    let located = plan.places.compactMap { place -> (Double, Double)? in
      guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
      return (latitude, longitude)
    }
    guard !located.isEmpty else { return nil }
    let latitude = located.map(\.0).reduce(0, +) / Double(located.count)
    return Position(
      latitude: latitude, longitude: located.map(\.1).reduce(0, +) / Double(located.count),
      cosine: cos(latitude * .pi / 180))
  }

  /// By distance where both have positions (half at 50 km), else by the areas that they share; nil
  /// where either says nothing.
  func nearness(_ plan: Int, _ other: Int) -> Double? {
    if let here = positions[plan], let there = positions[other] {
      let north = (here.latitude - there.latitude) * 111
      let east = (here.longitude - there.longitude) * 111 * here.cosine
      return 50 / (50 + (north * north + east * east).squareRoot())
    }
    let (own, others) = (areas[plan], areas[other])
    for (index, value) in [0.9, 0.7, 0.5].enumerated() where own[index] >= 0 {
      if own[index] == others[index] { return value }
    }
    return own.allSatisfy { $0 < 0 } || others.allSatisfy { $0 < 0 } ? nil : 0.2
  }

  /// The cosine of the numbers of activities by issue.
  func ofIssues(_ plan: Int, _ other: Int) -> Double {
    let (own, others) = (issues[plan], issues[other])
    var (i, j, product) = (0, 0, 0.0)
    while i < own.count, j < others.count {
      if own[i].issue == others[j].issue { product += own[i].count * others[j].count }
      if own[i].issue < others[j].issue { i += 1 } else { j += 1 }
    }
    return product == 0 ? 0 : product / (lengths[plan] * lengths[other])
  }

  /// The other plans, the best first: how near they are, and how alike, half of it each.
  func nearest(to plan: Int) -> Nearest {
    var products = [Double](repeating: 0, count: issues.count)
    products.withUnsafeMutableBufferPointer { products in
      for (issue, count) in issues[plan] {
        for other in plansOfIssue[issue] ?? [] { products[Int(other.plan)] += count * other.count }
      }
    }
    let scores = products.indices.map { other in
      let alike =
        products[other] == 0 ? 0 : products[other] / (lengths[plan] * lengths[other])
      // How near is taken for half where it is not known.
      return ((nearness(plan, other) ?? 0.5) + alike) / 2
    }
    return Nearest(plan: plan, scores: scores)
  }

  /// All plans by how good they are for one.
  struct Nearest {
    let plan: Int
    let scores: [Double]
    /// The best plans, best first; found when they are first asked for.
    private var best: [Int32] = []

    /// How many of the best are looked at one by one.
    private static let few = 64

    init(plan: Int, scores: [Double]) {
      self.plan = plan
      self.scores = scores
    }

    /// The best of some plans; of equal ones the first.
    ///
    /// - Parameter holds: Whether a plan is one of them.
    mutating func best(
      of plans: [Int32], where holds: (Int) -> Bool
    ) -> (plan: Int, score: Double)? {
      if plans.count > Self.few {
        if best.isEmpty { findBest() }
        if let found = best.first(where: { holds(Int($0)) }) {
          return (Int(found), scores[Int(found)])
        }
      }
      return plans.lazy.map(Int.init).filter { [plan] in $0 != plan }
        .min { precedes($0, $1) }.map { ($0, scores[$0]) }
    }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
      (scores[other], one) < (scores[one], other)
    }

    private mutating func findBest() {
      var found: [Int32] = []
      var worst = -Double.infinity
      for other in scores.indices where other != plan && scores[other] >= worst {
        found.append(Int32(other))
        guard found.count >= 4 * Self.few else { continue }
        found = sorted(found)
        worst = scores[Int(found[found.count - 1])]
      }
      best = sorted(found)
    }

    private func sorted(_ plans: [Int32]) -> [Int32] {
      Array(plans.sorted { precedes(Int($0), Int($1)) }.prefix(Self.few))
    }
  }
}
