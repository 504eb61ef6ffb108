import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The ranking of pairs")
struct PairRankingTests {
  private static let names = Approach.standard.filter { $0.measure == .paths }.map(\.name)

  private func ranking(
    _ search: OpportunitySearch, _ change: (inout PairRanking.Limits) -> Void = { _ in }
  ) -> PairRanking {
    var limits = PairRanking.Limits(parts: Array(1...search.plans.plans.count))
    change(&limits)
    let models = search.models
    return PairRanking(search.table, limits) { models[$0] }
  }

  private func search(_ name: String, _ seed: UInt64) throws -> OpportunitySearch {
    let plans = try RandomPlans.graph(seed: seed, plans: 2, activities: 20)
    let approach = try #require(Approach.standard.first { $0.name == name })
    return OpportunitySearch(plans, approach)
  }

  @Test("keeps of each reached node the first few of all its pairs", arguments: names, 1...3)
  func keepsTheFirst(name: String, seed: UInt64) throws {
    let search = try search(name, seed)
    let all = Array(ranking(search).pairs)
    for limit in [1, 2, 5] {
      let few = Array(ranking(search) { $0.perTarget = limit }.pairs)
      // A node that plans share has a row of its own in each.
      let groups = Dictionary(grouping: all) { pair in
        [pair.to.index, search.part(pair.from, pair.to)]
      }
      let expected = groups.values.flatMap { group in
        group.sorted { ($1.score, $0.from) < ($0.score, $1.from) }.prefix(limit)
      }
      #expect(Set(few.map { [$0.from, $0.to] }) == Set(expected.map { [$0.from, $0.to] }))
      #expect(few.count == expected.count)
    }
    #expect(!all.isEmpty)
  }

  @Test("goes by score within a reached node, equal scores by the node's number", arguments: names)
  func sortsByScore(name: String) throws {
    for chunk in ranking(try search(name, 4)).chunks {
      for (one, next) in zip(chunk.pairs, chunk.pairs.dropFirst()) where one.to == next.to {
        #expect(one.score > next.score || (one.score == next.score && one.from < next.from))
      }
    }
  }

  @Test(
    "has no pair that the tie holds together, whichever way round it was written", arguments: names)
  func leavesOutTies(name: String) throws {
    for seed in UInt64(1)...4 {
      let search = try search(name, seed)
      let kind = try #require(search.approach.proposes.edgeKind)
      for pair in ranking(search).pairs {
        #expect(!search.plans.graph.hasEdge([kind], from: pair.from, to: pair.to))
        #expect(!search.plans.graph.hasEdge([kind], from: pair.to, to: pair.from))
      }
      let withTied = ranking(search) { $0.includesTied = true }
      #expect(Array(withTied.pairs).count >= Array(ranking(search).pairs).count)
    }
  }

  @Test("has no pair of two plans", arguments: names)
  func staysWithinPlans(name: String) throws {
    let search = try search(name, 2)
    for pair in ranking(search).pairs {
      let parts = [pair.from, pair.to].map(search.plans.graph.part(of:))
      #expect(parts[0] == parts[1] || parts.contains(0))
      #expect(parts != [0, 0])
    }
  }

  @Test("counts the pairs that are too thin and lists none of them", arguments: names, 1...3)
  func countsThinOnes(name: String, seed: UInt64) throws {
    let search = try search(name, seed)
    let all = Array(ranking(search) { $0.least = 0 }.pairs)
    let telling = Set(search.approach.metaPaths.filter(\.standsAlone).map(\.name))
    for least in [0.01, 0.5, 1.5] {
      let cut = ranking(search) { $0.least = least }
      let kept = Array(cut.pairs)
      #expect(cut.chunks.reduce(0) { $0 + $1.considered } == all.count)
      #expect(cut.chunks.reduce(0) { $0 + $1.thin } == all.count - kept.count)
      #expect(kept.allSatisfy { $0.score >= least })
      for pair in kept {
        let evidence = search.evidence(from: pair.from, to: pair.to)
        let share = evidence.filter { telling.contains($0.metaPath) }.reduce(0) { $0 + $1.share }
        #expect(share * pair.score >= least - 1e-9)
      }
    }
  }

  @Test("is the same on all cores as row by row, and in every run", arguments: names)
  func isStable(name: String) throws {
    let search = try search(name, 6)
    let graph = search.plans.graph
    let together = Array(ranking(search) { $0.perTarget = 3 }.pairs)
    for _ in 0..<3 { #expect(Array(ranking(search) { $0.perTarget = 3 }.pairs) == together) }
    let alone = (1...2).flatMap { part in
      (Array(graph.nodes(of: search.approach.to, in: 0))
        + graph.nodes(of: search.approach.to, in: part)).flatMap { target in
          ranking(search) { limits in
            limits.parts = [part]
            limits.perTarget = 3
            limits.isOpen = { $0 == target }
          }.pairs
        }
    }
    #expect(alone == together)
  }

  @Test("gives shares that add up to 1", arguments: names)
  func givesShares(name: String) throws {
    let search = try search(name, 3)
    let width = search.approach.metaPaths.count
    for chunk in ranking(search).chunks {
      #expect(chunk.shares.count == chunk.pairs.count * width)
      for first in stride(from: 0, to: chunk.shares.count, by: width) {
        #expect(abs(chunk.shares[first..<first + width].reduce(0, +) - 1) < 1e-5)
      }
    }
  }
}
