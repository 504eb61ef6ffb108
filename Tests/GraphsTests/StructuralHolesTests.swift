import Graphs
import TestSupport
import Testing

@Suite("Constraint and effective size")
struct StructuralHolesTests {
  /// The graph of Borgatti's figure, whose values UCINET confirms; nodes A to G.
  private static let ties: [(Int, Int, Double)] = [
    (0, 1, 2), (0, 5, 3), (0, 6, 5), (0, 4, 2), (4, 6, 8), (5, 6, 3), (1, 6, 4), (1, 3, 1),
    (3, 6, 3), (6, 2, 10),
  ]

  @Test("of Borgatti's figure are as published: G .400 and 4.67, A .595 and 2.50")
  func equalPublishedValues() throws {
    let graph = SimpleGraph(nodeCount: 7, edges: Self.ties.map { ($0.0, $0.1) })
    let (constraint, size) = (graph.constraint(), graph.effectiveSize())
    #expect(abs(try #require(constraint[6]) - 0.400) < 0.0005)
    #expect(abs(try #require(constraint[0]) - 0.595) < 0.0005)
    #expect(constraint[2] == 1)
    #expect(abs(try #require(size[6]) - 4.67) < 0.005)
    #expect(abs(try #require(size[0]) - 2.50) < 0.005)
    #expect(size[2] == 1)
  }

  @Test("heed weights as published: G .299 and 5.47, A .795 and 2.47")
  func heedWeights() throws {
    let graph = SimpleGraph(nodeCount: 7, weightedEdges: Self.ties)
    let (constraint, size) = (graph.constraint(), graph.effectiveSize())
    #expect(abs(try #require(constraint[6]) - 0.2988516061459785) < 1e-12)
    #expect(abs(try #require(constraint[0]) - 0.7949553265597636) < 1e-12)
    #expect(abs(try #require(size[6]) - 5.471717171717172) < 1e-12)
    #expect(abs(try #require(size[0]) - 2.475) < 1e-12)
  }

  @Test("are unknown for a node without ties")
  func areUnknownForTheLonely() {
    let graph = SimpleGraph(nodeCount: 3, edges: [(0, 1), (2, 2)])
    #expect(graph.constraint() == [1, 1, nil])
    #expect(graph.effectiveSize() == [1, 1, nil])
  }

  @Test("equal the formulas written out over matrices", arguments: 1...100)
  func equalBruteForce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let edges = TiesOfChance(seed: seed, nodes: 12).edges.map { left, right in
      (left, right, seed % 2 == 0 ? Double(Int.random(in: 1...5, using: &random)) : 1)
    }
    let isWeighted = seed % 2 == 0
    let graph =
      isWeighted
      ? SimpleGraph(nodeCount: 12, weightedEdges: edges)
      : SimpleGraph(nodeCount: 12, edges: edges.map { ($0.0, $0.1) })
    var weight = [[Double]](repeating: [Double](repeating: 0, count: 12), count: 12)
    for (left, right, value) in edges where left != right {
      weight[left][right] = isWeighted ? weight[left][right] + value : 1
      weight[right][left] = weight[left][right]
    }
    for node in 0..<12 {
      guard weight[node].contains(where: { $0 > 0 }) else {
        #expect(graph.constraint()[node] == nil)
        continue
      }
      let constraint = try #require(graph.constraint()[node])
      #expect(abs(constraint - Self.constraint(node, weight)) < 1e-9)
      let size = try #require(graph.effectiveSize()[node])
      #expect(abs(size - Self.effectiveSize(node, weight)) < 1e-9)
    }
  }

  private static func share(_ from: Int, _ to: Int, _ weight: [[Double]]) -> Double {
    weight[from][to] / weight[from].reduce(0, +)
  }

  private static func constraint(_ node: Int, _ weight: [[Double]]) -> Double {
    weight.indices.filter { weight[node][$0] > 0 }.reduce(0) { sum, contact in
      let indirect = weight.indices.filter { weight[$0][contact] > 0 }
        .reduce(0.0) { $0 + share(node, $1, weight) * share($1, contact, weight) }
      let invested = share(node, contact, weight) + indirect
      return sum + invested * invested
    }
  }

  private static func effectiveSize(_ node: Int, _ weight: [[Double]]) -> Double {
    weight.indices.filter { weight[node][$0] > 0 }.reduce(0) { sum, contact in
      let heaviest = weight[contact].max() ?? 1
      return sum
        + weight.indices.filter { $0 != contact }.reduce(1.0) {
          $0 - share(node, $1, weight) * weight[contact][$1] / heaviest
        }
    }
  }
}
