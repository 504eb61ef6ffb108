import Graphs
import TestSupport
import Testing

@Suite("A simple graph")
struct SimpleGraphTests {
  @Test("drops self-ties and makes one of parallel ties, whichever way they point")
  func isSimple() {
    let graph = SimpleGraph(nodeCount: 4, edges: [(2, 0), (0, 2), (1, 1), (0, 1), (2, 0)])
    #expect(graph.nodeCount == 4)
    #expect(graph.edgeCount == 2)
    #expect(graph.edges.map { [$0.0, $0.1] } == [[0, 1], [0, 2]])
    #expect((0..<4).map { Array(graph.neighbours(of: $0)) } == [[1, 2], [0], [0], []])
    #expect((0..<4).map(graph.degree) == [2, 1, 1, 0])
    #expect(graph.weights(of: 0) == [1, 1])
    #expect(graph.hasEdge(2, 0))
    #expect(!graph.hasEdge(2, 1))
    #expect(!graph.hasEdge(3, 3))
  }

  @Test("adds the weights of parallel ties, and drops ties without a positive, finite weight")
  func addsWeights() {
    let graph = SimpleGraph(
      nodeCount: 3,
      weightedEdges: [
        (0, 1, 2), (1, 0, 0.5), (0, 2, 0), (1, 2, -1), (1, 2, .nan), (2, 1, .infinity), (2, 2, 7),
        (0, 1, 0.25),
      ])
    #expect(graph.edges.map { [$0.0, $0.1] } == [[0, 1]])
    #expect(graph.weights(of: 0) == [2.75])
    #expect(graph.weights(of: 1) == [2.75])
    #expect(graph.weights(of: 2).isEmpty)
  }

  @Test("is the same in whatever order its ties come", arguments: 1...20)
  func heedsNoOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let edges = TiesOfChance(seed: seed).edges.map { left, right in
      (left, right, Double.random(in: 0.1...3, using: &random))
    }
    let graph = SimpleGraph(nodeCount: 16, weightedEdges: edges + edges + edges)
    let mixed = (edges + edges + edges).shuffled(using: &random).map { ($0.1, $0.0, $0.2) }
    let other = SimpleGraph(nodeCount: 16, weightedEdges: mixed)
    for node in 0..<16 {
      #expect(graph.neighbours(of: node) == other.neighbours(of: node))
      #expect(graph.weights(of: node) == other.weights(of: node))
    }
  }

  @Test("has the ties of a matrix that was filled with them", arguments: 1...30)
  func equalsMatrix(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    let (graph, isTied) = (ties.graph, ties.isTied)
    for node in 0..<ties.nodeCount {
      #expect(
        graph.neighbours(of: node).map(Int.init)
          == (0..<ties.nodeCount).filter { isTied[node][$0] })
      for other in 0..<ties.nodeCount {
        #expect(graph.hasEdge(node, other) == isTied[node][other])
      }
    }
    #expect(graph.edgeCount == graph.edges.count)
  }

  @Test("may be empty, or without ties")
  func mayBeEmpty() {
    #expect(SimpleGraph(nodeCount: 0, edges: []).edges.isEmpty)
    #expect(SimpleGraph(nodeCount: 3, edges: []).edgeCount == 0)
  }
}
