public import Graphs

/// Small random typed graphs, with the list of their edges for brute force.
public struct RandomGraph {
  /// The graph.
  public let graph: Graph
  /// Its edges as they were added, each once.
  public let edges: [(kind: EdgeKind, from: NodeID, to: NodeID)]

  /// A graph of three kinds of nodes in two parts and a shared one, with three kinds of edges
  /// between any of them.
  public init(seed: UInt64, nodes: Int = 18, edges count: Int = 45) {
    var generator = SeededGenerator(seed: seed)
    var builder = GraphBuilder()
    var all: [NodeID] = []
    for kind in UInt8(0)..<3 {
      var parts = (0..<nodes / 3).map { _ in Int.random(in: 0...2, using: &generator) }
      parts.sort()
      for part in parts { all.append(builder.addNode(NodeKind(rawValue: kind), part: part)) }
    }
    var edges: [(kind: EdgeKind, from: NodeID, to: NodeID)] = []
    for _ in 0..<count {
      let kind = EdgeKind(rawValue: UInt8.random(in: 0..<3, using: &generator))
      let from = all[Int.random(in: 0..<all.count, using: &generator)]
      let to = all[Int.random(in: 0..<all.count, using: &generator)]
      if edges.contains(where: { $0 == (kind, from, to) }) { continue }
      edges.append((kind, from, to))
      builder.addEdge(kind, from: from, to: to)
    }
    graph = builder.build().graph
    self.edges = edges
  }
}
