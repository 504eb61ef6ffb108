import Glibc

/// One path along a metapath, with its weight in the degree-weighted path count.
public struct WeightedPath: Sendable, Equatable, Comparable {
  /// The nodes in order, both ends included.
  public let nodes: [NodeID]
  /// The product over all edges and both their ends of degree^-damping.
  public let weight: Double

  /// A path of a weight.
  public init(nodes: [NodeID], weight: Double) {
    self.nodes = nodes
    self.weight = weight
  }

  /// The heavier first, equal ones by their nodes.
  public static func < (left: WeightedPath, right: WeightedPath) -> Bool {
    left.weight != right.weight
      ? left.weight > right.weight : left.nodes.lexicographicallyPrecedes(right.nodes)
  }
}

/// How many paths lead to a node, and what they weigh together.
public struct PathCount: Sendable, Equatable {
  /// The number of paths.
  public let count: Int
  /// The degree-weighted path count: the sum of the paths' weights.
  public let weight: Double
}

extension Graph {
  /// Degree-weighted path counts along a metapath, from one node to every node that it reaches.
  ///
  /// D. S. Himmelstein & S. E. Baranzini, *Heterogeneous network edge prediction*, PLOS
  /// Computational Biology 11 (2015) e1004259: every edge on a path counts by the degrees of its
  /// two ends to the power of -damping, degrees taken per edge type. A path repeats no node. At
  /// nodes that parts share, only edges within the starting node's part are walked and counted.
  ///
  /// - Parameters:
  ///   - metaPath: The walk; it begins at the node's kind.
  ///   - node: Where the paths begin.
  ///   - damping: The exponent, 0 (plain count) to 1.
  /// - Returns: The reached nodes, ascending, each once.
  /// - Complexity: O(walks of the metapath from the node).
  public func pathCounts(
    along metaPath: MetaPath, from node: NodeID, damping: Double = 0.4
  ) -> [(node: NodeID, count: PathCount)] {
    var counts: [NodeID: PathCount] = [:]
    PathWalk(self, metaPath, damping: damping).walk(from: node) { nodes, weight in
      let end = nodes[nodes.count - 1]
      let before = counts[end] ?? PathCount(count: 0, weight: 0)
      counts[end] = PathCount(count: before.count + 1, weight: before.weight + weight)
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// All paths along a metapath from one node to some others, heaviest first.
  ///
  /// - Returns: For each end that is reached its paths.
  /// - Complexity: as `pathCounts(along:from:damping:)`.
  public func paths(
    along metaPath: MetaPath, from start: NodeID, to ends: Set<NodeID>, damping: Double = 0.4
  ) -> [NodeID: [WeightedPath]] {
    var paths: [NodeID: [WeightedPath]] = [:]
    PathWalk(self, metaPath, damping: damping).walk(from: start) { nodes, weight in
      let end = nodes[nodes.count - 1]
      if ends.contains(end) {
        paths[end, default: []].append(WeightedPath(nodes: nodes, weight: weight))
      }
    }
    return paths.mapValues { $0.sorted() }
  }
}

/// Walks all paths of one metapath, depth first.
private struct PathWalk {
  private struct Step {
    let ahead: Adjacency
    let back: Adjacency
    let fromKind: NodeKind
    let toKind: NodeKind
  }

  private let graph: Graph
  private let steps: [Step]
  private let damping: Double

  init(_ graph: Graph, _ metaPath: MetaPath, damping: Double) {
    self.graph = graph
    self.damping = damping
    steps = metaPath.steps.indices.map { index in
      let type = metaPath.edgeType(ofStep: index)
      let direction = metaPath.steps[index].direction
      return Step(
        ahead: graph.adjacency(type, direction), back: graph.adjacency(type, direction.reversed),
        fromKind: index == 0 ? metaPath.start : metaPath.steps[index - 1].to,
        toKind: metaPath.steps[index].to)
    }
  }

  func walk(from start: NodeID, _ visit: ([NodeID], Double) -> Void) {
    guard let first = steps.first, graph.kind(of: start) == first.fromKind else { return }
    var nodes = [start]
    extend(&nodes, weight: 1, part: graph.part(of: start), visit)
  }

  private func extend(
    _ nodes: inout [NodeID], weight: Double, part: Int, _ visit: ([NodeID], Double) -> Void
  ) {
    let depth = nodes.count - 1
    guard depth < steps.count else {
      visit(nodes, weight)
      return
    }
    let step = steps[depth]
    let rows = rows(of: nodes[depth], in: step.ahead, neighbourKind: step.toKind, part: part)
    let leaving = damped(rows.shared.count + rows.own.count)
    for row in [rows.shared, rows.own] {
      for position in row {
        let next = step.ahead.neighbours[position]
        if nodes.contains(next) { continue }
        let arriving = self.rows(of: next, in: step.back, neighbourKind: step.fromKind, part: part)
        nodes.append(next)
        extend(
          &nodes, weight: weight * leaving * damped(arriving.shared.count + arriving.own.count),
          part: part, visit)
        nodes.removeLast()
      }
    }
  }

  /// A node's row; at a shared node only the shared neighbours and those of the part.
  ///
  /// Rows are ascending and nodes are numbered by part, so both halves are found by halving.
  private func rows(
    of node: NodeID, in rows: Adjacency, neighbourKind: NodeKind, part: Int
  ) -> (shared: Range<Int>, own: Range<Int>) {
    let row = rows.row(node)
    guard part > 0, graph.part(of: node) == 0, !row.isEmpty else { return (0..<0, row) }
    let shared = graph.range(of: neighbourKind, in: 0).upperBound
    let own = graph.range(of: neighbourKind, in: part)
    return (
      row.lowerBound..<rows.position(of: shared, in: row),
      rows.position(of: own.lowerBound, in: row)..<rows.position(of: own.upperBound, in: row)
    )
  }

  private func damped(_ degree: Int) -> Double {
    degree == 1 ? 1 : pow(Double(degree), -damping)
  }
}

extension Adjacency {
  /// Where in a row the first neighbour not below a number stands.
  fileprivate func position(of number: Int32, in row: Range<Int>) -> Int {
    var low = row.lowerBound
    var high = row.upperBound
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle].rawValue < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
