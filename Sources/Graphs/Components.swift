/// The connected pieces of one part of a graph.
public struct Components: Sendable {
  private var parents: [NodeID: NodeID] = [:]
  private var sizes: [NodeID: Int] = [:]

  /// Every node a piece of its own.
  public init() {}

  /// The piece of a node, named by one of its nodes; a node without edges is a piece of its own.
  public func piece(of node: NodeID) -> NodeID {
    var root = node
    while let parent = parents[root], parent != root { root = parent }
    return root
  }

  /// How many nodes hang together with a node, itself included.
  public func size(at node: NodeID) -> Int { sizes[piece(of: node)] ?? 1 }

  /// Joins the pieces of two nodes, the smaller to the larger (union by size).
  ///
  /// - Returns: Whether they were two.
  /// - Complexity: O(log nodes).
  @discardableResult
  public mutating func join(_ left: NodeID, _ right: NodeID) -> Bool {
    var (large, small) = (piece(of: left), piece(of: right))
    guard large != small else { return false }
    let (left, right) = (sizes[large] ?? 1, sizes[small] ?? 1)
    if left < right || (left == right && small < large) { swap(&large, &small) }
    parents[small] = large
    sizes[large] = left + right
    sizes[small] = nil
    return true
  }
}

extension Graph {
  /// The pieces that hang together by edges of some kinds, directions aside.
  ///
  /// At nodes that parts share only edges to the part's own nodes are followed.
  ///
  /// - Parameters:
  ///   - part: The part; the pieces are those of its own nodes and of what they touch.
  ///   - isFollowed: Whether edges of a type join their ends.
  /// - Complexity: O(edges of the part · log nodes).
  public func connectedComponents(
    of part: Int, through isFollowed: (EdgeType) -> Bool
  ) -> Components {
    var components = Components()
    for type in edgeTypes where isFollowed(type) {
      let forward = adjacency(type, .forward)
      for node in nodes(of: type.from, in: part) {
        for neighbour in forward.neighbours(of: node) { components.join(node, neighbour) }
      }
      let backward = adjacency(type, .backward)
      for node in nodes(of: type.to, in: part) {
        for neighbour in backward.neighbours(of: node) where self.part(of: neighbour) != part {
          components.join(node, neighbour)
        }
      }
    }
    return components
  }
}
