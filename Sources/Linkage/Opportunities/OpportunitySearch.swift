public import Graphs
public import Plans

/// Finds the links that an approach proposes, and what speaks for each.
public struct OpportunitySearch: Sendable {
  /// The plans.
  public let plans: PlanGraph
  /// The approach.
  public let approach: Approach
  private let existing: Set<EdgeKind>
  private let settled: Set<Pair>

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
    settled = Self.settled(plans, approach)
  }

  /// The opportunities, best first; equal scores by the ids of both ends.
  ///
  /// Left out are pairs that are tied already, pairs on which a meeting has decided (`decisions`,
  /// all but `proposed`), and activities that are done or stopped.
  ///
  /// - Parameter perTarget: How many each reached node has at most, its best ones; 0 for all.
  /// - Returns: The opportunities, ranked from 1.
  /// - Complexity: O(walks of all metapaths).
  public func opportunities(perTarget: Int = 3) -> [Opportunity] {
    var byTarget: [NodeID: [Candidate]] = [:]
    for source in plans.graph.nodes(of: approach.from) {
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
        score: candidate.score, counts: candidate.counts, effect: effect(on: candidate.to))
    }
  }

  /// All paths that speak for a pair, the largest share first.
  ///
  /// - Complexity: O(walks of all metapaths from the first node).
  public func evidence(from: NodeID, to: NodeID) -> [Evidence] {
    var weighted: [(metaPath: String, nodes: [NodeID], weight: Double)] = []
    for item in approach.metaPaths {
      for path in plans.graph.paths(along: item.metaPath, from: from, to: to) {
        weighted.append((item.metaPath.name, path.nodes, path.weight * item.weight))
      }
    }
    let total = weighted.reduce(0) { $0 + $1.weight }
    let sorted = weighted.sorted {
      $0.weight != $1.weight
        ? $0.weight > $1.weight : $0.nodes.lexicographicallyPrecedes($1.nodes)
    }
    return sorted.map {
      Evidence(metaPath: $0.metaPath, nodes: $0.nodes, share: $0.weight / total)
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
    if settled.contains(Pair(from: from, to: to)) { return false }
    if let activity = plans.record(of: to) as? Activity,
      activity.status == .done || activity.status == .stopped
    {
      return false
    }
    return !plans.graph.hasEdge(existing, from: from, to: to)
  }

  private func effect(on target: NodeID) -> Effect {
    let graph = plans.graph
    let isFinanced = { (activity: NodeID) in
      graph.incidences(of: activity).contains {
        existing.contains($0.type.kind) && $0.direction == .backward
      }
    }
    let places = neighbours(of: target, .locatedIn, .forward)
    let untouched = places.filter { place in
      !neighbours(of: place, .locatedIn, .backward).contains {
        graph.kind(of: $0) == .activity && isFinanced($0)
      }
    }
    return Effect(isFirstFund: !isFinanced(target), newPlaces: untouched)
  }

  private func neighbours(
    of node: NodeID, _ relation: Relation, _ direction: Direction
  ) -> [NodeID] {
    plans.graph.incidences(of: node)
      .filter { $0.type.kind == relation.edgeKind && $0.direction == direction }
      .map(\.neighbour)
  }

  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    left.score != right.score
      ? left.score > right.score : (left.from, left.to) < (right.from, right.to)
  }

  /// The pairs on which a meeting has decided.
  private static func settled(_ plans: PlanGraph, _ approach: Approach) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for decision in plans.plans.flatMap(\.decisions) {
      guard let from = decision.from, let to = decision.to,
        let status = decision.status, status != .proposed,
        decision.approach.lowercased() == approach.name
      else { continue }
      pairs.insert(Pair(from: plans.node(of: from), to: plans.node(of: to)))
      pairs.insert(Pair(from: plans.node(of: to), to: plans.node(of: from)))
    }
    return pairs
  }
}
