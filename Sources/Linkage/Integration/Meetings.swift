import Graphs
import Plans

/// Pairs of work on different issues, and who brings each together.
struct Meetings {
  /// The activities that are about an issue, ascending.
  let activities: [NodeID]
  /// The issues that they are about, ascending.
  let issues: [NodeID]
  /// The work of each that has any, ascending; only activities that are about an issue.
  private(set) var work: [NodeID: [NodeID]] = [:]
  private let plans: PlanGraph
  private let plan: Int
  private let about: [NodeID: Set<NodeID>]
  /// For each pair of work that meets: the kinds through which, as bits, and through how many in all.
  private var met: [[NodeID]: (kinds: UInt8, brokers: Int)] = [:]

  init(_ plans: PlanGraph, plan: Int) {
    self.plans = plans
    self.plan = plan
    var about: [NodeID: Set<NodeID>] = [:]
    for activity in plans.graph.nodes(of: .activity, in: plan + 1) {
      let issues = Set(plans.neighbours(of: activity, .about, .forward))
      if !issues.isEmpty { about[activity] = issues }
    }
    self.about = about
    activities = about.keys.sorted()
    issues = Set(about.values.joined()).sorted()
    for (bit, side) in Integration.sides.enumerated() {
      for node in heads(of: side.kind) {
        let own = Set(side.relations.flatMap { plans.neighbours(of: node, $0, .forward) })
          .filter { about[$0] != nil }.sorted()
        if !own.isEmpty { work[node] = own }
        for pair in pairs(of: own) {
          met[pair, default: (0, 0)].kinds |= 1 << UInt8(bit)
          met[pair, default: (0, 0)].brokers += 1
        }
      }
    }
  }

  /// The nodes of a kind that the plan names, ascending.
  func heads(of kind: NodeKind) -> [NodeID] {
    plans.graph.nodes(of: kind, seenFrom: plan + 1).filter { plans.isNamed($0, in: plan) }
  }

  /// The activities that any fund, organisation or mechanism stands beside.
  var tied: Int {
    let kinds: Set<NodeKind> = [.fund, .organisation, .mechanism]
    return Set(work.filter { kinds.contains(plans.graph.kind(of: $0.key)) }.values.joined()).count
  }

  /// The pairs of some work that share no issue.
  private func pairs(of work: [NodeID]) -> [[NodeID]] {
    work.indices.flatMap { first in
      work[(first + 1)...].compactMap { other in
        let isApart = about[work[first]]?.isDisjoint(with: about[other] ?? []) == true
        return isApart ? [work[first], other] : nil
      }
    }
  }

  private func bit(of kind: NodeKind) -> UInt8 {
    1 << UInt8(Integration.sides.firstIndex { $0.kind == kind } ?? 7)
  }

  func pairs(through kind: NodeKind) -> Int { met.values.count { $0.kinds & bit(of: kind) != 0 } }

  func pairs(throughOnly kind: NodeKind) -> Int {
    met.values.count { $0.kinds == bit(of: kind) }
  }

  /// Whoever brings work together or cuts any off, the most pairs first.
  func brokers(_ pieces: PlanPieces) -> [Integration.Broker] {
    let all = Integration.sides.flatMap { heads(of: $0.kind) }.map { node in
      let own = work[node] ?? []
      let pairs = pairs(of: own)
      let separation = pieces.separation(at: node)
      return Integration.Broker(
        node: node, activities: own.count, pairs: pairs.count,
        only: pairs.count { met[$0]?.brokers == 1 },
        issues: Set(own.flatMap { about[$0] ?? [] }).sorted(),
        cutOff: separation?.cutOff ?? [], morePieces: separation?.morePieces ?? 0)
    }
    return all.filter { $0.pairs > 0 || !$0.cutOff.isEmpty }.sorted {
      ($1.pairs, $1.cutOff.count, $0.node) < ($0.pairs, $0.cutOff.count, $1.node)
    }
  }

  /// The pairs of issues whose work meets, the most pairs first.
  func issuePairs() -> [Integration.IssuePair] {
    var pairs: [[NodeID]: [NodeKind: Int]] = [:]
    var only: [[NodeID]: [NodeKind: Int]] = [:]
    for (work, meeting) in met {
      let ends = Set(
        (about[work[0]] ?? []).flatMap { one in
          (about[work[1]] ?? []).map { [min(one, $0), max(one, $0)] }
        })
      for pair in ends {
        for side in Integration.sides where meeting.kinds & bit(of: side.kind) != 0 {
          pairs[pair, default: [:]][side.kind, default: 0] += 1
          if meeting.kinds == bit(of: side.kind) {
            only[pair, default: [:]][side.kind, default: 0] += 1
          }
        }
      }
    }
    return pairs.map { pair, counts in
      Integration.IssuePair(
        one: pair[0], other: pair[1],
        joint: about.values.count { $0.contains(pair[0]) && $0.contains(pair[1]) },
        pairs: counts, only: only[pair] ?? [:])
    }.sorted { left, right in
      let (many, few) = (left.pairs.values.reduce(0, +), right.pairs.values.reduce(0, +))
      return many != few
        ? many > few : (left.one, left.other) < (right.one, right.other)
    }
  }
}
