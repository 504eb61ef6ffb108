import Glibc
import Graphs
import Linkage
import Plans
import TestSupport
import Testing

@Suite("The score of a pair")
struct BruteForceScoreTests {
  @Test("equals the weighted count of all its paths, from the plan's own ties", arguments: 1...25)
  func equalsBruteForce(seed: UInt64) throws {
    let plans = try RandomPlan.graph(seed: seed)
    let ties = TieList(plans)
    let found = OpportunitySearch(plans, .savings).opportunities(perTarget: 0)
    var expected: [[NodeID]: Double] = [:]
    for item in Approach.savings.metaPaths {
      for fund in plans.graph.nodes(of: .fund) {
        for path in ties.paths(along: item.metaPath, [fund]) {
          let ends = [fund, path[path.count - 1]]
          expected[ends, default: 0] += item.weight * ties.weight(of: path, along: item.metaPath)
        }
      }
    }
    for fund in plans.graph.nodes(of: .fund) {
      for activity in plans.graph.nodes(of: .activity)
      where ties.all.contains(TieList.Entry(.finances, fund, activity)) {
        expected[[fund, activity]] = nil
      }
    }
    #expect(Set(found.map { [$0.from, $0.to] }) == Set(expected.keys))
    for opportunity in found {
      let score = expected[[opportunity.from, opportunity.to]] ?? 0
      #expect(abs(opportunity.score - score) < 1e-12)
    }
    #expect(!found.isEmpty)
  }
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
