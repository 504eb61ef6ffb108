import Graphs
import Plans

/// A plan's graph of people, groups, work and supporters, and the pieces that it falls into.
///
/// That two things are about one issue or in one village holds nothing together, and is left out.
struct PlanPieces {
  /// What is lost where one node is left out.
  struct Separation {
    /// Activities no longer in the largest piece of what the node held together, ascending.
    let cutOff: [NodeID]
    /// How many pieces more there are.
    let morePieces: Int
  }

  private let plans: PlanGraph
  private let nodes: [NodeID]
  private let number: [NodeID: Int]
  private let edges: [(Int, Int)]
  private let separations: [NodeID: Separation]

  private static let kinds: [NodeKind] = [.activity, .leader, .organisation, .fund, .mechanism]

  init(_ plans: PlanGraph, plan: Int) {
    self.plans = plans
    let nodes = Self.kinds.flatMap { kind in
      plans.graph.nodes(of: kind, seenFrom: plan + 1).filter { plans.isNamed($0, in: plan) }
    }
    let number = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var edges: [(Int, Int)] = []
    for (index, node) in nodes.enumerated() {
      for tie in plans.graph.incidences(of: node) {
        if let other = number[tie.neighbour], other > index { edges.append((index, other)) }
      }
    }
    self.nodes = nodes
    self.number = number
    self.edges = edges
    separations = Self.separations(
      SimpleGraph(nodeCount: nodes.count, edges: edges), nodes, plans)
  }

  private static func separations(
    _ graph: SimpleGraph, _ nodes: [NodeID], _ plans: PlanGraph
  ) -> [NodeID: Separation] {
    let all = graph.articulationPoints().map { point in
      let pieces = graph.pieces(without: point)
      let lost = pieces.dropFirst().joined().map { nodes[$0] }
        .filter { plans.graph.kind(of: $0) == .activity }
      return (
        nodes[point], Separation(cutOff: lost.sorted(), morePieces: pieces.count - 1)
      )
    }
    return Dictionary(uniqueKeysWithValues: all)
  }

  /// What falls off where a node is left out; nil where nothing does.
  func separation(at node: NodeID) -> Separation? { separations[node] }

  /// The activities in the piece that holds most of them, all nodes of a kind left out.
  func largest(without kind: NodeKind?) -> Int {
    let isLeft = nodes.map { plans.graph.kind(of: $0) != kind }
    let graph = SimpleGraph(
      nodeCount: nodes.count, edges: edges.filter { isLeft[$0.0] && isLeft[$0.1] })
    let component = graph.connectedComponents()
    let activities = nodes.indices.filter { plans.graph.kind(of: nodes[$0]) == .activity }
    return Dictionary(grouping: activities) { component[$0] }.values.map(\.count).max() ?? 0
  }
}
