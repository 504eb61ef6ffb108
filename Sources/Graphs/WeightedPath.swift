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

extension Graph {
  /// All paths along a metapath from one node to some others, heaviest first.
  ///
  /// Weights and rules are those of `PathCounter`, which counts the same paths without listing them.
  ///
  /// - Parameters:
  ///   - metaPath: The walk; it begins at the node's kind.
  ///   - start: Where the paths begin.
  ///   - part: The part that the walk keeps to at nodes that parts share; nil for the start's own.
  ///   - ends: Where they may end.
  ///   - damping: The exponent, 0 (plain count) to 1.
  /// - Returns: For each end that is reached its paths.
  /// - Complexity: O(walks of the metapath from the node).
  public func paths(
    along metaPath: MetaPath, from start: NodeID, within part: Int? = nil, to ends: Set<NodeID>,
    damping: Double = 0.4
  ) -> [NodeID: [WeightedPath]] {
    var paths: [NodeID: [WeightedPath]] = [:]
    let walk = PathWalk(self, metaPath, damping: damping, part: part ?? self.part(of: start))
    walk.walk(from: start) { nodes, weight in
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
  private let part: Int

  init(_ graph: Graph, _ metaPath: MetaPath, damping: Double, part: Int) {
    self.graph = graph
    self.damping = damping
    self.part = part
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
    extend(&nodes, weight: 1, visit)
  }

  private func extend(
    _ nodes: inout [NodeID], weight: Double, _ visit: ([NodeID], Double) -> Void
  ) {
    let depth = nodes.count - 1
    guard depth < steps.count else {
      visit(nodes, weight)
      return
    }
    let step = steps[depth]
    let row = graph.row(of: nodes[depth], in: step.ahead, of: step.toKind, within: part)
    let leaving = damped(row.count)
    for position in row.positions {
      let next = step.ahead.neighbours[position]
      if nodes.contains(next) { continue }
      let arriving = graph.row(of: next, in: step.back, of: step.fromKind, within: part).count
      nodes.append(next)
      extend(&nodes, weight: weight * leaving * damped(arriving), visit)
      nodes.removeLast()
    }
  }

  private func damped(_ degree: Int) -> Double {
    degree == 1 ? 1 : pow(Double(degree), -damping)
  }
}

extension Graph {
  /// How many edges of a type a node has at one end, as seen from a part.
  public func degree(
    of node: NodeID, _ type: EdgeType, _ direction: Direction, within part: Int
  ) -> Int {
    row(
      of: node, in: adjacency(type, direction), of: direction == .forward ? type.to : type.from,
      within: part
    ).count
  }

  /// A node's row; at a shared node only the shared neighbours and those of the part.
  fileprivate func row(
    of node: NodeID, in rows: Adjacency, of neighbourKind: NodeKind, within part: Int
  ) -> PartRow {
    let row = rows.row(node)
    guard part > 0, self.part(of: node) == 0 else { return PartRow(all: row) }
    return PartRow(
      row, shared: range(of: neighbourKind, in: 0).upperBound,
      own: range(of: neighbourKind, in: part)
    ) { rows.neighbours[$0].rawValue }
  }
}
