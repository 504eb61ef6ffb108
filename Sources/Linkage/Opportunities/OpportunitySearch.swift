public import Graphs
public import Plans

/// Finds the links that an approach proposes, and what speaks for each.
public struct OpportunitySearch: Sendable {
  /// The plans.
  public let plans: PlanGraph
  /// The approach.
  public let approach: Approach
  private let existing: Set<EdgeKind>
  private let decisions: [Pair: Decision.Status]

  private struct Pair: Hashable {
    let from: NodeID
    let to: NodeID
  }

  private struct Candidate {
    let from: NodeID
    let to: NodeID
    var score: Double
    var counts: [String: Int]
  }

  /// A search in plans by an approach.
  public init(_ plans: PlanGraph, _ approach: Approach) {
    self.plans = plans
    self.approach = approach
    existing = Set([approach.proposes].compactMap(\.edgeKind))
    decisions = Self.decisions(plans, approach)
  }

  /// The opportunities, best first; equal scores by the ids of both ends.
  ///
  /// Left out are pairs that are tied already, pairs on which a meeting has decided (`decisions`,
  /// all but `proposed`), and activities that are done or stopped.
  ///
  /// - Parameters:
  ///   - plan: The index of the plan whose nodes they leave; nil for all.
  ///   - perTarget: How many each reached node has at most, its best ones; 0 for all.
  /// - Returns: The opportunities, ranked from 1.
  /// - Complexity: O(walks of all metapaths).
  public func opportunities(in plan: Int? = nil, perTarget: Int = 3) -> [Opportunity] {
    var byTarget: [NodeID: [Candidate]] = [:]
    let sources =
      plan.map { Array(plans.graph.nodes(of: approach.from, in: $0 + 1)) }
      ?? Array(plans.graph.nodes(of: approach.from))
    for source in sources {
      for candidate in candidates(from: source) {
        byTarget[candidate.to, default: []].append(candidate)
      }
    }
    let kept = byTarget.values.flatMap { candidates in
      let sorted = candidates.sorted(by: Self.precedes)
      return perTarget > 0 ? Array(sorted.prefix(perTarget)) : sorted
    }
    return kept.sorted(by: Self.precedes).enumerated().map { index, candidate in
      Opportunity(
        rank: index + 1, approach: approach.name, from: candidate.from, to: candidate.to,
        score: candidate.score, counts: candidate.counts, effect: effect(of: candidate))
    }
  }

  /// All paths that speak for a pair, the largest share first.
  ///
  /// - Complexity: O(walks of all metapaths from the first node).
  public func evidence(from: NodeID, to: NodeID) -> [Evidence] {
    evidence(from: from, to: [to])[to] ?? []
  }

  /// For several opportunities all paths that speak for each, in the order of the opportunities.
  ///
  /// - Complexity: O(walks of all metapaths from the nodes that the opportunities leave).
  public func evidence(for opportunities: [Opportunity]) -> [[Evidence]] {
    let targets = Dictionary(grouping: opportunities, by: \.from).mapValues { Set($0.map(\.to)) }
    var found: [NodeID: [NodeID: [Evidence]]] = [:]
    for (source, ends) in targets { found[source] = evidence(from: source, to: ends) }
    return opportunities.map { found[$0.from]?[$0.to] ?? [] }
  }

  private func evidence(from: NodeID, to ends: Set<NodeID>) -> [NodeID: [Evidence]] {
    var weighted: [NodeID: [(metaPath: String, path: WeightedPath)]] = [:]
    for item in approach.metaPaths {
      for (end, paths) in plans.graph.paths(along: item.metaPath, from: from, to: ends) {
        weighted[end, default: []] += paths.map { path in
          (item.metaPath.name, WeightedPath(nodes: path.nodes, weight: path.weight * item.weight))
        }
      }
    }
    return weighted.mapValues { list in
      let total = list.reduce(0) { $0 + $1.path.weight }
      return list.sorted { $0.path < $1.path }.map {
        Evidence(metaPath: $0.metaPath, nodes: $0.path.nodes, share: $0.path.weight / total)
      }
    }
  }

  private func candidates(from source: NodeID) -> [Candidate] {
    var found: [NodeID: Candidate] = [:]
    for item in approach.metaPaths {
      for (target, count) in plans.graph.pathCounts(along: item.metaPath, from: source) {
        var candidate =
          found[target] ?? Candidate(from: source, to: target, score: 0, counts: [:])
        candidate.score += count.weight * item.weight
        candidate.counts[item.metaPath.name] = count.count
        found[target] = candidate
      }
    }
    return found.values.filter { isOpen($0.from, $0.to) }
  }

  private func isOpen(_ from: NodeID, _ to: NodeID) -> Bool {
    if let decision = decisions[Pair(from: from, to: to)], decision != .proposed { return false }
    if let activity = plans.record(of: to) as? Activity, !activity.isOpen { return false }
    return !plans.graph.hasEdge(existing, from: from, to: to)
  }

  private func effect(of candidate: Candidate) -> Effect {
    let target = candidate.to
    let isFinanced = { (activity: NodeID) in
      !plans.ties(of: activity, approach.proposes, .backward).isEmpty
    }
    let places = plans.neighbours(of: target, .locatedIn, .forward)
    let untouched = places.filter { place in
      !plans.neighbours(of: place, .locatedIn, .backward).contains {
        plans.graph.kind(of: $0) == .activity && isFinanced($0)
      }
    }
    let isPromised = decisions.contains { pair, status in
      pair.to == target && status != .proposed && status != .rejected
    }
    return Effect(
      isFirstFund: !isFinanced(target) && !isPromised, newPlaces: untouched,
      isPending: decisions[Pair(from: candidate.from, to: target)] == .proposed)
  }

  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    left.score != right.score
      ? left.score > right.score : (left.from, left.to) < (right.from, right.to)
  }

  /// What meetings said of pairs, both ways round; of several words the last counts.
  ///
  /// A decision whose approach is not known counts too: better one proposal too few than one that
  /// the meeting has dealt with.
  private static func decisions(
    _ plans: PlanGraph, _ approach: Approach
  ) -> [Pair: Decision.Status] {
    var pairs: [Pair: Decision.Status] = [:]
    for decision in plans.plans.flatMap(\.decisions) {
      guard let from = decision.from, let to = decision.to, let status = decision.status,
        decision.approach == nil || decision.approach?.rawValue == approach.name
      else { continue }
      pairs[Pair(from: plans.node(of: from), to: plans.node(of: to))] = status
      pairs[Pair(from: plans.node(of: to), to: plans.node(of: from))] = status
    }
    return pairs
  }
}
