import Glibc
import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The ranking by shared neighbours")
struct NeighbourRankingTests {
  private static let apart: Set<NodeKind> = [.plan, .place]

  @Test(
    "measures each pair by the published formulas: shared, Adamic–Adar, resource allocation, L3",
    arguments: [NodeKind.organisation, .leader, .fund], 1...6)
  func equalsFormulas(kind: NodeKind, seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed)
    let near = Self.neighbours(plans)
    let pairs = ranking(plans, kind).pairs
    var found: [[NodeID]: NeighbourRanking.Pair] = [:]
    for pair in pairs { found[[pair.from, pair.to]] = pair }
    var count = 0
    let nodes = Array(plans.graph.nodes(of: kind, in: 1))
    for (index, one) in nodes.enumerated() {
      for other in nodes.dropFirst(index + 1) {
        let shared = near[one, default: []].intersection(near[other, default: []])
        let threes = near[one, default: []].flatMap { first in
          near[first, default: []].intersection(near[other, default: []])
            .filter { $0 != one && first != other }.map { (first, $0) }
        }
        let isTied = plans.graph.incidences(of: one).contains {
          $0.neighbour == other && $0.type.kind == Relation.partners.edgeKind
        }
        guard !isTied, !(shared.isEmpty && threes.isEmpty) else {
          #expect(found[[one, other]] == nil)
          continue
        }
        count += 1
        let degrees = shared.map { Double(near[$0, default: []].count) }
        let pair = try #require(found[[one, other]])
        #expect(pair.shared == shared.count && pair.paths == threes.count)
        #expect(abs(pair.adamicAdar - degrees.reduce(0) { $0 + 1 / log($1) }) < 1e-9)
        #expect(abs(pair.resourceAllocation - degrees.reduce(0) { $0 + 1 / $1 }) < 1e-9)
        let three = threes.reduce(0) { sum, inner in
          let product = near[inner.0, default: []].count * near[inner.1, default: []].count
          return sum + 1 / Double(product).squareRoot()
        }
        #expect(abs(pair.three - three) < 1e-9)
      }
    }
    #expect(pairs.count == count)
  }

  @Test(
    "goes by the sum of the four ranks, equal values sharing the mean of theirs", arguments: 1...6)
  func sumsRanks(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed)
    let pairs = ranking(plans, .leader).pairs
    let measures: [(NeighbourRanking.Pair) -> Double] = [
      { Double($0.shared) }, \.adamicAdar, \.resourceAllocation, \.three,
    ]
    for pair in pairs {
      let score = measures.reduce(0) { sum, measure in
        let below = pairs.filter { measure($0) < measure(pair) }.count
        let equal = pairs.filter { measure($0) == measure(pair) }.count
        return sum + (Double(below) + Double(equal) / 2) / Double(pairs.count) / 4
      }
      #expect(abs(pair.score - score) < 1e-12)
    }
    let sorted = pairs.sorted { one, other in
      one.score != other.score
        ? one.score > other.score : (one.from, one.to) < (other.from, other.to)
    }
    #expect(pairs == sorted)
  }

  @Test(
    "gives partners evidence whose shares add up to 1 and whose steps are ties", arguments: 1...6)
  func givesEvidence(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed, plans: 2)
    let search = OpportunitySearch(plans, .standard(.partners))
    let found = search.opportunities(perTarget: 0, least: 0)
    #expect(!found.isEmpty)
    for opportunity in found {
      let evidence = search.evidence(from: opportunity.from, to: opportunity.to)
      #expect(abs(evidence.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      #expect(evidence.map(\.share) == evidence.map(\.share).sorted(by: >))
      #expect(evidence.count == opportunity.counts.values.reduce(0, +))
      for item in evidence {
        #expect(item.nodes.first == opportunity.from && item.nodes.last == opportunity.to)
        for (one, next) in zip(item.nodes, item.nodes.dropFirst()) {
          #expect(plans.graph.incidences(of: one).contains { $0.neighbour == next })
        }
      }
      #expect(search.examination(of: opportunity.to, opportunity.from)?.score == opportunity.score)
    }
  }

  @Test("counts what is too thin, and lets no organisation stand in more than three pairs")
  func limits() throws {
    let plans = try RandomPlans.graph(seed: 3, plans: 2, activities: 20)
    let search = OpportunitySearch(plans, .standard(.partners))
    let all = search.search(perTarget: 0, least: 0)
    let cut = search.search(perTarget: 1, least: 0.3)
    #expect(cut.opportunities.count + cut.thin + cut.behind == all.opportunities.count)
    #expect(all.thin == 0 && all.behind == 0)
    let ends = cut.opportunities.flatMap { [$0.from, $0.to] }
    #expect(Set(ends).count == ends.count)
  }

  private func ranking(_ plans: PlanGraph, _ kind: NodeKind) -> NeighbourRanking {
    NeighbourRanking(
      plans.graph, kind, in: 1, apart: Self.apart,
      excluding: Relation.partners.edgeKind ?? EdgeKind(rawValue: 0))
  }

  /// Who is tied to whom, types and directions aside; ties of two shared nodes may be another plan's.
  private static func neighbours(_ plans: PlanGraph) -> [NodeID: Set<NodeID>] {
    var near: [NodeID: Set<NodeID>] = [:]
    for number in 0..<plans.graph.edgeCount {
      let ends = plans.graph.ends(of: EdgeID(number))
      let kinds = [ends.from, ends.to].map(plans.graph.kind(of:))
      let isOwn = [ends.from, ends.to].contains { plans.graph.part(of: $0) == 1 }
      guard isOwn, apart.isDisjoint(with: kinds), ends.from != ends.to else { continue }
      near[ends.from, default: []].insert(ends.to)
      near[ends.to, default: []].insert(ends.from)
    }
    return near
  }
}
