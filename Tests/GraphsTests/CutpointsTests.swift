import Graphs
import Testing

@Suite("Articulation points and bridges")
struct CutpointsTests {
  @Test("are those without which more pieces are left", arguments: 1...150)
  func equalBruteForce(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    let graph = ties.graph
    let before = Self.pieces(ties.edges, without: nil)
    var expected: [Separation] = []
    for node in 0..<16 {
      let own = before.first { $0.contains(node) } ?? []
      let after = Self.pieces(ties.edges, without: node).filter { own.contains($0[0]) }
      let sorted = after.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
      #expect(graph.pieces(without: node) == sorted)
      if after.count > 1 {
        expected.append(Separation(node: node, pieces: sorted.map(\.count)))
      }
    }
    #expect(graph.separations() == expected)
    #expect(graph.articulationPoints() == expected.map(\.node))
    let bridges = graph.edges.filter { left, right in
      let rest = ties.edges.filter { ![[left, right], [right, left]].contains([$0.0, $0.1]) }
      return Self.pieces(rest, without: nil).count > before.count
    }
    #expect(graph.bridges().map { [$0.0, $0.1] } == bridges.map { [$0.0, $0.1] })
  }

  @Test("heed neither parallel ties nor self-ties")
  func heedSimpleTies() {
    let graph = SimpleGraph(nodeCount: 3, edges: [(0, 1), (1, 0), (1, 1), (2, 1)])
    #expect(graph.bridges().map { [$0.0, $0.1] } == [[0, 1], [1, 2]])
    #expect(graph.separations() == [Separation(node: 1, pieces: [1, 1])])
    #expect(graph.pieces(without: 1) == [[0], [2]])
    #expect(graph.pieces(without: 0) == [[1, 2]])
  }

  @Test("of a path of a million nodes are found without deep recursion")
  func ofALongPath() {
    let count = 1_000_000
    let graph = SimpleGraph(nodeCount: count, edges: (1..<count).map { ($0 - 1, $0) })
    let separations = graph.separations()
    #expect(separations.count == count - 2)
    #expect(separations.first == Separation(node: 1, pieces: [count - 2, 1]))
    #expect(graph.bridges().count == count - 1)
  }

  @Test("are none where nothing is tied")
  func ofNothing() {
    let graph = SimpleGraph(nodeCount: 2, edges: [])
    #expect(graph.articulationPoints().isEmpty)
    #expect(graph.bridges().isEmpty)
    #expect(graph.pieces(without: 0).isEmpty)
  }

  private static func pieces(_ edges: [(Int, Int)], without absent: Int?) -> [[Int]] {
    var pieces = (0..<16).filter { $0 != absent }.map { [$0] }
    for (left, right) in edges where left != absent && right != absent {
      let joined = pieces.filter { $0.contains(left) || $0.contains(right) }
      if joined.count < 2 { continue }
      pieces.removeAll { $0.contains(left) || $0.contains(right) }
      pieces.append(joined.joined().sorted())
    }
    return pieces
  }
}
