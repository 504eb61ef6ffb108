import Glibc
import Graphs
import Testing

@Suite("Diffusion centrality")
struct DiffusionTests {
  @Test("of a path of three after two passes is counted by hand")
  func ofAPath() {
    let graph = SimpleGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
    // One pass: 1, 2, 1 hear it, each with a half; two passes: 2, 2, 2 walks with a quarter.
    #expect(graph.diffusionCentrality(probability: 0.5, passes: 2) == [1, 1.5, 1])
    #expect(graph.diffusionCentrality(probability: 0.5, passes: 0) == [0, 0, 0])
  }

  @Test("after one pass is the number of neighbours times the probability")
  func afterOnePass() {
    let ties = TiesOfChance(seed: 3)
    let values = ties.graph.diffusionCentrality(probability: 0.25, passes: 1)
    #expect(values == (0..<16).map { 0.25 * Double(ties.graph.degree(of: $0)) })
  }

  @Test("equals the sum of powers of the matrix", arguments: 1...40)
  func equalsBruteForce(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    let isTied = ties.isTied
    var walks = [Double](repeating: 1, count: 16)
    var sum = [Double](repeating: 0, count: 16)
    for _ in 1...5 {
      walks = (0..<16).map { node in
        (0..<16).reduce(0) { isTied[node][$1] ? $0 + 0.3 * walks[$1] : $0 }
      }
      for node in 0..<16 { sum[node] += walks[node] }
    }
    let values = ties.graph.diffusionCentrality(probability: 0.3, passes: 5)
    for (value, expected) in zip(values, sum) { #expect(abs(value - expected) < 1e-9) }
  }

  @Test("takes the largest eigenvalue where it is known: complete, bipartite, path, pieces")
  func knowsEigenvalues() {
    let complete = SimpleGraph(
      nodeCount: 6, edges: (0..<6).flatMap { left in (0..<left).map { (left, $0) } })
    #expect(abs(complete.largestEigenvalue() - 5) < 1e-12)
    let bipartite = SimpleGraph(
      nodeCount: 7, edges: (0..<3).flatMap { left in (3..<7).map { (left, $0) } })
    #expect(abs(bipartite.largestEigenvalue() - 12.0.squareRoot()) < 1e-12)
    let path = SimpleGraph(nodeCount: 200, edges: (0..<199).map { ($0, $0 + 1) })
    #expect(abs(path.largestEigenvalue() - 2 * cos(Double.pi / 201)) < 1e-9)
    let pieces = SimpleGraph(nodeCount: 9, edges: [(0, 1), (3, 4), (4, 5), (3, 5), (6, 7)])
    #expect(abs(pieces.largestEigenvalue() - 2) < 1e-12)
    #expect(SimpleGraph(nodeCount: 3, edges: []).largestEigenvalue() == 0)
  }

  @Test("finds the largest eigenvalue that many matrix products find", arguments: 1...20)
  func equalsPowerIteration(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    let isTied = ties.isTied
    var vector = [Double](repeating: 1, count: 16)
    var value = 0.0
    for _ in 0..<2_000 {
      // Shifted by one, so that the negative end of a bipartite graph dies out.
      vector = (0..<16).map { node in
        (0..<16).reduce(vector[node]) { isTied[node][$1] ? $0 + vector[$1] : $0 }
      }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vector = vector.map { $0 / length }
      value = length - 1
    }
    #expect(abs(ties.graph.largestEigenvalue() - value) < 1e-4)
  }
}
