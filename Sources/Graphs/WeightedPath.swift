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
