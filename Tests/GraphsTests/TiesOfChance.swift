import Graphs
import TestSupport

/// Small random ties with what shortcuts of the algorithms rely on: pendant trees, twins, several
/// pieces, blocks that meet in one node.
struct TiesOfChance {
  let nodeCount: Int
  let edges: [(Int, Int)]

  var graph: SimpleGraph { SimpleGraph(nodeCount: nodeCount, edges: edges) }

  /// Whether two nodes are tied, by matrix.
  var isTied: [[Bool]] {
    var isTied = [[Bool]](
      repeating: [Bool](repeating: false, count: nodeCount), count: nodeCount)
    for (left, right) in edges where left != right {
      isTied[left][right] = true
      isTied[right][left] = true
    }
    return isTied
  }

  init(seed: UInt64, nodes: Int = 16) {
    var random = SeededGenerator(seed: seed)
    let core = Int.random(in: 1...nodes, using: &random)
    var edges: [(Int, Int)] = []
    for _ in 0..<Int.random(in: 0...2 * core, using: &random) {
      edges.append(
        (Int.random(in: 0..<core, using: &random), Int.random(in: 0..<core, using: &random)))
    }
    for node in core..<max(core, nodes) {
      let other = Int.random(in: 0..<node, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: break
      case 1, 2: edges.append((other, node))
      default:
        // A twin: tied to whatever the other one is tied to, and now and then to it as well.
        for (left, right) in edges where left == other || right == other {
          edges.append((left == other ? right : left, node))
        }
        if Bool.random(using: &random) { edges.append((node, other)) }
      }
    }
    let names = Array(0..<nodes).shuffled(using: &random)
    self.edges = edges.map { (names[$0.0], names[$0.1]) }.shuffled(using: &random)
    nodeCount = nodes
  }
}
