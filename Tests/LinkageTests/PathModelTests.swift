import Glibc
import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The model of a plan")
struct PathModelTests {
  private static let measured = Approach.standard.filter { $0.measure == .paths }

  @Test(
    "sees each tie as if it were not there: what the plan without it says of all who could stand there",
    arguments: measured.map(\.name), 1...4)
  func leavesOneOut(name: String, seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed, plans: 2)
    let search = OpportunitySearch(plans, approach(name))
    for part in 1...2 {
      let ties = search.table.ties(of: part)
      let scales = search.approach.metaPaths.indices.map { 0.5 + Double($0) / 4 }
      let cases = search.table.cases(ties, part, scales)
      #expect(cases.count == ties.count)
      for (tie, found) in zip(ties, cases) {
        let expected = without(tie, search, plans, part, scales)
        #expect(rounded(found.own) == rounded(expected.own))
        let width = scales.count
        let others = stride(from: 0, to: found.others.count, by: width)
          .map { rounded(Array(found.others[$0..<$0 + width])) }
        #expect(others.sorted { $0.lexicographicallyPrecedes($1) } == expected.others)
        #expect(found.zeros == expected.zeros)
      }
    }
  }

  @Test(
    "knows the ties of a part by what they reach, whichever way round they were written",
    arguments: measured.map(\.name), 1...4)
  func knowsTies(name: String, seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed, plans: 2)
    let search = OpportunitySearch(plans, approach(name))
    for part in 1...2 {
      var expected: Set<[NodeID]> = []
      for tie in plans.plans[part - 1].ties where tie.relation == search.approach.proposes {
        let ends = [plans.node(of: tie.from), plans.node(of: tie.to)]
        let kinds = ends.map(plans.graph.kind(of:))
        if kinds == [search.approach.from, search.approach.to] { expected.insert(ends) }
        if kinds == [search.approach.to, search.approach.from] { expected.insert(ends.reversed()) }
      }
      let found = search.table.ties(of: part).map { [$0.from, $0.to] }
      #expect(found.count == expected.count && Set(found) == expected)
      #expect(found.map { $0[1] } == found.map { $0[1] }.sorted())
    }
  }

  @Test(
    "scales each metapath to half the mean of what pairs that are not tied have of it",
    arguments: measured.map(\.name), 1...4)
  func scales(name: String, seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed, plans: 2)
    let search = OpportunitySearch(plans, approach(name))
    for part in 1...2 {
      var values = search.approach.metaPaths.map { _ in [Double]() }
      for target in search.table.targets(of: part) {
        let tied = search.table.tied(to: target)
        for (node, row) in rows(search.table, target, part) where !tied.contains(node) {
          for column in row.indices where row[column] > 0 { values[column].append(row[column]) }
        }
      }
      for (column, scale) in search.models[part].scales.enumerated() {
        let sum = values[column].reduce(0, +)
        let expected = sum > 0 ? sum / Double(values[column].count) / 2 : 1
        #expect(abs(scale - expected) < 1e-12)
      }
    }
  }

  @Test("has no negative weight, and where a plan holds no tie the approach's own")
  func hasWeights() throws {
    for approach in Self.measured {
      let random = OpportunitySearch(try RandomPlans.graph(seed: 7), approach).models[1]
      #expect(random.weights.allSatisfy { $0 >= 0 })
      let empty = try SomePlans.graph(["p": ["funds": "id,name\nF1,ออม\n"]])
      let model = OpportunitySearch(empty, approach).models[1]
      #expect(model.weights == approach.metaPaths.map(\.weight))
    }
  }

  @Test("is the same in every run", arguments: measured.map(\.name))
  func isStable(name: String) throws {
    let plans = try RandomPlans.graph(seed: 5, plans: 2, activities: 20)
    let models = (0..<3).map { _ in OpportunitySearch(plans, approach(name)).models[2] }
    #expect(models[0] == models[1] && models[1] == models[2])
  }

  private func approach(_ name: String) -> Approach {
    Self.measured.first { $0.name == name } ?? .standard(.savings)
  }

  private func rows(
    _ table: FeatureTable, _ target: NodeID, _ part: Int
  ) -> [NodeID: [Double]] {
    table.withRows { row, near, memory in
      table.fill(&row, &near, &memory, from: target, within: part)
      return Dictionary(
        uniqueKeysWithValues: (0..<row.count).map { index in
          let columns = table.approach.metaPaths.indices
          return (row.end(index), columns.map { table.paths(row, index, along: $0).weight })
        })
    }
  }

  /// The features of a tie and of the others on the graph without it.
  private func without(
    _ tie: (from: NodeID, to: NodeID), _ search: OpportunitySearch, _ plans: PlanGraph,
    _ part: Int, _ scales: [Double]
  ) -> (own: [Double], others: [[Int]], zeros: Int) {
    let kind = search.approach.proposes.edgeKind
    let graph = plans.graph.removing { type, from, to in
      type.kind == kind
        && ([from, to] == [tie.from, tie.to] || [from, to] == [tie.to, tie.from])
    }
    let table = FeatureTable(graph, search.approach, comparing: plans)
    let features = rows(table, tie.to, part)
      .mapValues { zip($0, scales).map { asinh($0 / $1) } }
    let tied = table.tied(to: tie.to)
    let kinds = search.approach.from
    let candidates = (Array(graph.nodes(of: kinds, in: 0)) + graph.nodes(of: kinds, in: part))
      .filter { $0 != tie.from && !tied.contains($0) }
    let others = candidates.compactMap { features[$0] }.filter { $0.contains { $0 > 0 } }
    return (
      features[tie.from] ?? scales.map { _ in 0 },
      others.map(rounded).sorted { $0.lexicographicallyPrecedes($1) },
      candidates.count - others.count
    )
  }

  private func rounded(_ values: [Double]) -> [Int] {
    values.map { Int(($0 * 1e9).rounded()) }
  }
}
