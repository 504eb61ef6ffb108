import Glibc
import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The score of a pair")
struct BruteForceScoreTests {
  @Test(
    "equals the scaled and weighted count of all its paths, from the plan's own ties",
    arguments: 1...25)
  func equalsBruteForce(seed: UInt64) throws {
    let plans = try RandomPlan.graph(seed: seed)
    let ties = TieList(plans)
    let approach = Self.walksOnly
    let search = OpportunitySearch(plans, approach)
    let model = search.models[1]
    var sums: [[NodeID]: [Double]] = [:]
    for (column, item) in approach.metaPaths.enumerated() {
      for fund in plans.graph.nodes(of: .fund) {
        for path in ties.paths(along: item.metaPath, [fund]) {
          let ends = [fund, path[path.count - 1]]
          sums[ends, default: approach.metaPaths.map { _ in 0 }][column] +=
            ties.weight(of: path, along: item.metaPath)
        }
      }
    }
    let open = sums.filter {
      !ties.all.contains(TieList.Entry(.finances, $0.key[0], $0.key[1]))
    }
    for column in approach.metaPaths.indices {
      let values = open.values.map { $0[column] }.filter { $0 > 0 }
      let scale = values.isEmpty ? 1 : values.reduce(0, +) / Double(values.count) / 2
      #expect(abs(model.scales[column] - scale) < 1e-12)
    }
    let expected = open.mapValues { values in
      values.indices.reduce(0) { $0 + model.weights[$1] * asinh(values[$1] / model.scales[$1]) }
    }.filter { $0.value > 0 }
    let found = search.opportunities(perTarget: 0, least: 0)
    #expect(Set(found.map { [$0.from, $0.to] }) == Set(expected.keys))
    for opportunity in found {
      let score = expected[[opportunity.from, opportunity.to]] ?? 0
      #expect(abs(opportunity.score - score) < 1e-9)
    }
    #expect(!found.isEmpty)
  }

  /// The approach without likenesses, which are no ties.
  private static let walksOnly: Approach = {
    let savings = Approach.standard(.savings)
    return Approach(
      name: savings.name, from: savings.from, to: savings.to, proposes: savings.proposes,
      metaPaths: savings.metaPaths.filter(\.likeness.isEmpty))
  }()
}

/// The ties of plans as a plain list, and paths found by trying each.
private struct TieList {
  struct Entry: Hashable {
    let relation: Relation
    let from: NodeID
    let to: NodeID

    init(_ relation: Relation, _ from: NodeID, _ to: NodeID) {
      self.relation = relation
      self.from = from
      self.to = to
    }
  }

  let plans: PlanGraph
  let all: Set<Entry>

  init(_ plans: PlanGraph) {
    self.plans = plans
    all = Set(
      plans.plans.flatMap(\.ties).map {
        Entry($0.relation, plans.node(of: $0.from), plans.node(of: $0.to))
      })
  }

  func paths(along metaPath: MetaPath, _ path: [NodeID]) -> [[NodeID]] {
    guard path.count <= metaPath.steps.count else { return [path] }
    return neighbours(path[path.count - 1], metaPath.steps[path.count - 1])
      .filter { !path.contains($0) }
      .flatMap { paths(along: metaPath, path + [$0]) }
  }

  func weight(of path: [NodeID], along metaPath: MetaPath) -> Double {
    metaPath.steps.enumerated().reduce(1) { weight, item in
      let (index, step) = item
      let before = index == 0 ? metaPath.start : metaPath.steps[index - 1].to
      let back = MetaPath.Step(step.edge, step.direction.reversed, to: before)
      let degrees = neighbours(path[index], step).count * neighbours(path[index + 1], back).count
      return weight * pow(Double(degrees), -0.4)
    }
  }

  private func neighbours(_ node: NodeID, _ step: MetaPath.Step) -> [NodeID] {
    all.filter { $0.relation == plans.relation(of: step.edge) }
      .compactMap { tie in
        let (from, to) = step.direction == .forward ? (tie.from, tie.to) : (tie.to, tie.from)
        return from == node && plans.graph.kind(of: to) == step.to ? to : nil
      }
      .sorted()
  }
}
