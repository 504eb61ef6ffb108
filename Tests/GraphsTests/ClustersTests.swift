import Graphs
import TestSupport
import Testing

@Suite("Clusters")
struct ClustersTests {
  @Test("hold every node once, and none more nodes than fit", arguments: 1...30)
  func areAPartition(seed: UInt64) {
    let graph = TiesOfChance(seed: seed, nodes: 40).graph
    for size in [1, 2, 5, 9, 40] {
      let clusters = graph.clusters(atMost: size)
      #expect(clusters.joined().sorted() == Array(0..<40))
      #expect(clusters.allSatisfy { (1...size).contains($0.count) && $0 == $0.sorted() })
    }
  }

  @Test("keep connected pieces that fit whole", arguments: 1...30)
  func keepPieces(seed: UInt64) {
    let ties = TiesOfChance(seed: seed, nodes: 40)
    var pieces = Components()
    for (left, right) in ties.edges { pieces.join(NodeID(left), NodeID(right)) }
    let clusters = ties.graph.clusters(atMost: 12)
    for piece in Dictionary(grouping: 0..<40, by: { pieces.piece(of: NodeID($0)) }).values
    where piece.count <= 12 {
      #expect(clusters.count { !Set($0).isDisjoint(with: piece) } == 1)
    }
  }

  @Test("cut two cliques apart at the only tie between them, whatever their nodes are called")
  func cutBridges() {
    var random = SeededGenerator(seed: 4)
    for _ in 1...10 {
      let names = Array(0..<12).shuffled(using: &random)
      var edges = [(names[0], names[6])]
      for clique in [0..<6, 6..<12] {
        for left in clique {
          for right in clique where left < right { edges.append((names[left], names[right])) }
        }
      }
      let clusters = SimpleGraph(nodeCount: 12, edges: edges).clusters(atMost: 6)
      #expect(Set(clusters.map(Set.init)) == [Set(names[..<6]), Set(names[6...])])
    }
  }

  @Test("cut no more ties than twice the best cut of a small graph into two, over all seeds")
  func cutFew() {
    var (cut, best) = (0, 0)
    for seed in UInt64(1)...25 {
      let graph = TiesOfChance(seed: seed, nodes: 10).graph
      let clusters = graph.clusters(atMost: 5)
      guard clusters.count == 2 else { continue }
      cut += Self.cut(graph, Set(clusters[0]))
      best +=
        (0..<1_024).filter { $0.nonzeroBitCount == 5 }.map { bits in
          Self.cut(graph, Set((0..<10).filter { bits >> $0 & 1 == 1 }))
        }.min() ?? 0
    }
    #expect(best > 0 && cut <= 2 * best)
  }

  private static func cut(_ graph: SimpleGraph, _ half: Set<Int>) -> Int {
    graph.edges.count { half.contains($0.0) != half.contains($0.1) }
  }
}
