import Graphs
import TestSupport
import Testing

@Suite("Betweenness")
struct BetweennessTests {
  @Test("of Padgett's Florentine families is as published: Medici .522, Guadagni .255")
  func equalsPublishedValues() {
    let graph = FlorentineFamilies.graph(alsoAlone: 0)
    let values = graph.betweennessCentrality()
    let published = [
      "Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Ridolfi": 0.114,
      "Bischeri": 0.104, "Strozzi": 0.103, "Barbadori": 0.093, "Tornabuoni": 0.092,
      "Castellani": 0.055, "Peruzzi": 0.022, "Pazzi": 0,
    ]
    for (name, value) in published {
      #expect(abs(values[FlorentineFamilies.number(name)] - value) < 0.0005)
    }
    #expect(abs(values[FlorentineFamilies.number("Medici")] - 47.5 / 91) < 1e-12)
  }

  @Test("is divided by the pairs of the whole graph, the Pucci that married nobody included")
  func countsTheLonely() {
    let values = FlorentineFamilies.graph(alsoAlone: 1).betweennessCentrality()
    #expect(abs(values[FlorentineFamilies.number("Medici")] - 47.5 / 105) < 1e-12)
    #expect(values[15] == 0)
  }

  @Test("equals the count over all pairs and all their shortest paths", arguments: 1...400)
  func equalsBruteForce(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    let expected = Self.bruteForce(ties)
    let values = ties.graph.betweennessCentrality(isNormalised: false)
    for (value, expected) in zip(values, expected) { #expect(abs(value - expected) < 1e-9) }
    let normalised = ties.graph.betweennessCentrality()
    for (value, expected) in zip(normalised, expected) {
      #expect(abs(value - expected / 105) < 1e-12)
    }
  }

  @Test("of a larger graph in several pieces equals the same", arguments: 1...3)
  func equalsBruteForceAtSize(seed: UInt64) {
    let ties = TiesOfChance(seed: seed, nodes: 60)
    let values = ties.graph.betweennessCentrality(isNormalised: false)
    for (value, expected) in zip(values, Self.bruteForce(ties)) {
      #expect(abs(value - expected) < 1e-9 * max(1, expected))
    }
  }

  @Test("is the same to the last bit each time, though many threads share the work")
  func isDeterministic() {
    let graph = TiesOfChance(seed: 7, nodes: 300).graph
    let first = graph.betweennessCentrality()
    for _ in 0..<5 { #expect(graph.betweennessCentrality() == first) }
  }

  @Test("of the middle of a path and of a star counts the pairs that must pass")
  func ofSimpleShapes() {
    let path = SimpleGraph(nodeCount: 5, edges: (0..<4).map { ($0, $0 + 1) })
    #expect(path.betweennessCentrality(isNormalised: false) == [0, 3, 4, 3, 0])
    let star = SimpleGraph(nodeCount: 6, edges: (1..<6).map { (0, $0) })
    #expect(star.betweennessCentrality() == [1, 0, 0, 0, 0, 0])
  }

  @Test("counts the same where a piece is large enough to be shared out, beside many small ones")
  func ofLargePieces() {
    // A path of 1,100 nodes among 400 paths of three and lone nodes.
    var edges = (1..<1_100).map { ($0 - 1, $0) }
    for piece in 0..<400 {
      let first = 1_100 + 4 * piece
      edges += [(first, first + 1), (first + 1, first + 2)]
    }
    let values = SimpleGraph(nodeCount: 2_700, edges: edges)
      .betweennessCentrality(isNormalised: false)
    #expect((0..<1_100).allSatisfy { values[$0] == Double($0 * (1_099 - $0)) })
    #expect(
      (0..<400).allSatisfy {
        Array(values[(1_100 + 4 * $0)...][..<(1_104 + 4 * $0)]) == [0, 1, 0, 0]
      })
  }

  @Test("of fewer than three nodes is zero")
  func ofTooFew() {
    #expect(SimpleGraph(nodeCount: 0, edges: []).betweennessCentrality().isEmpty)
    #expect(SimpleGraph(nodeCount: 1, edges: []).betweennessCentrality() == [0])
    #expect(SimpleGraph(nodeCount: 2, edges: [(0, 1)]).betweennessCentrality() == [0, 0])
  }

  /// By distances and numbers of paths between all pairs.
  private static func bruteForce(_ ties: TiesOfChance) -> [Double] {
    let (count, isTied) = (ties.nodeCount, ties.isTied)
    var distance = [[Int]](repeating: [Int](repeating: .max / 4, count: count), count: count)
    var paths = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for start in 0..<count {
      (distance[start][start], paths[start][start]) = (0, 1)
      for length in 1...count {
        for end in 0..<count where distance[start][end] >= length {
          let before = (0..<count).filter { isTied[$0][end] && distance[start][$0] == length - 1 }
          if before.isEmpty { continue }
          distance[start][end] = length
          paths[start][end] = before.reduce(0) { $0 + paths[start][$1] }
        }
      }
    }
    return (0..<count).map { node in
      var sum = 0.0
      for start in 0..<count where start != node {
        for end in 0..<start where end != node && paths[start][end] > 0 {
          if distance[start][node] + distance[node][end] == distance[start][end] {
            sum += paths[start][node] * paths[node][end] / paths[start][end]
          }
        }
      }
      return sum
    }
  }
}

/// Marriages between Florentine families in the 15th century.
///
/// J. F. Padgett & C. K. Ansell, *Robust action and the rise of the Medici*, American Journal of
/// Sociology 98 (1993) 1259–1319.
enum FlorentineFamilies {
  private static let marriages = """
    Acciaiuoli Medici, Castellani Peruzzi, Castellani Strozzi, Castellani Barbadori, Medici Barbadori,
    Medici Ridolfi, Medici Tornabuoni, Medici Albizzi, Medici Salviati, Salviati Pazzi,
    Peruzzi Strozzi, Peruzzi Bischeri, Strozzi Ridolfi, Strozzi Bischeri, Ridolfi Tornabuoni,
    Tornabuoni Guadagni, Albizzi Ginori, Albizzi Guadagni, Bischeri Guadagni, Guadagni Lamberteschi
    """.split(separator: ",").map { $0.split { " \n".contains($0) }.map(String.init) }

  private static let names = Set(marriages.joined()).sorted()

  static func number(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }

  static func graph(alsoAlone lonely: Int) -> SimpleGraph {
    SimpleGraph(
      nodeCount: names.count + lonely, edges: marriages.map { (number($0[0]), number($0[1])) })
  }
}
