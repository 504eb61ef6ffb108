/// An immutable directed multigraph with typed nodes and edges.
///
/// Nodes are numbered by kind, and within a kind by *part*: part 0 holds the nodes that all parts
/// share, the parts from 1 on are otherwise separate pieces that were loaded together. The edges of
/// each type (`EdgeType`) lie in compressed sparse rows, once for each direction.
public struct Graph: Sendable {
  /// Where the nodes of a kind and part begin; one entry more than parts, for the end.
  let partStarts: [NodeKind: [Int32]]
  private let nodeKinds: [NodeKind]
  private let nodeParts: [Int32]
  /// The types of edges that there are, ascending.
  public let edgeTypes: [EdgeType]
  private let rows: [TypeRows]
  private let typeStarts: [Int]

  /// The edges of one type, and their rows from both ends.
  private struct TypeRows: Sendable {
    let edges: SortedEdges
    let forward: Adjacency
    let backward: Adjacency
  }

  /// The number of nodes.
  public var nodeCount: Int { nodeKinds.count }
  /// The number of edges.
  public var edgeCount: Int { typeStarts[typeStarts.count - 1] }
  /// The number of parts, the shared one not counted.
  public let partCount: Int

  init(
    partStarts: [NodeKind: [Int32]], nodeKinds: [NodeKind], nodeParts: [Int32], partCount: Int,
    rows: [(type: EdgeType, edges: SortedEdges)]
  ) {
    self.partStarts = partStarts
    self.nodeKinds = nodeKinds
    self.nodeParts = nodeParts
    self.partCount = partCount
    edgeTypes = rows.map(\.type)
    var starts = [0]
    for row in rows { starts.append(starts[starts.count - 1] + row.edges.sources.count) }
    let typeStarts = starts
    self.typeStarts = typeStarts
    self.rows = concurrentMap(rows.count) { index in
      let edges = rows[index].edges
      return TypeRows(
        edges: edges, forward: Adjacency(ahead: edges, firstEdge: typeStarts[index]),
        backward: Adjacency(back: edges, firstEdge: typeStarts[index]))
    }
  }

  /// All nodes, ascending.
  public var nodes: some RandomAccessCollection<NodeID> {
    (0..<nodeCount).lazy.map { NodeID($0) }
  }

  /// The nodes of a kind, ascending; they follow one another.
  public func nodes(of kind: NodeKind) -> some RandomAccessCollection<NodeID> {
    let starts = partStarts[kind]
    return (Int(starts?.first ?? 0)..<Int(starts?.last ?? 0)).lazy.map { NodeID($0) }
  }

  /// The nodes of a kind in one part (0 for the shared ones), ascending; they follow one another.
  public func nodes(of kind: NodeKind, in part: Int) -> some RandomAccessCollection<NodeID> {
    range(of: kind, in: part).lazy.map { NodeID(Int($0)) }
  }

  /// The nodes of a kind that a part sees: those that all parts share, then its own; ascending.
  public func nodes(of kind: NodeKind, seenFrom part: Int) -> [NodeID] {
    Array(nodes(of: kind, in: 0)) + Array(nodes(of: kind, in: part))
  }

  /// The nodes of a kind in one part (0 for the shared ones), as a range of nodes.
  public func span(of kind: NodeKind, in part: Int) -> Range<NodeID> {
    let range = range(of: kind, in: part)
    return NodeID(Int(range.lowerBound))..<NodeID(Int(range.upperBound))
  }

  func range(of kind: NodeKind, in part: Int) -> Range<Int32> {
    guard let starts = partStarts[kind], part + 1 < starts.count else { return 0..<0 }
    return starts[part]..<starts[part + 1]
  }

  /// What a node is.
  public func kind(of node: NodeID) -> NodeKind { nodeKinds[node.index] }

  /// The part that a node lies in; 0 where all parts share it.
  public func part(of node: NodeID) -> Int { Int(nodeParts[node.index]) }

  /// The nodes that an edge leaves and reaches.
  ///
  /// - Complexity: O(log edge types).
  public func ends(of edge: EdgeID) -> (from: NodeID, to: NodeID) {
    let index = typeIndex(of: edge)
    let place = edge.index - typeStarts[index]
    return (rows[index].edges.sources[place], rows[index].edges.targets[place])
  }

  /// What kind an edge is, and between which kinds of nodes.
  ///
  /// - Complexity: O(log edge types).
  public func type(of edge: EdgeID) -> EdgeType { edgeTypes[typeIndex(of: edge)] }

  /// How many edges of each type there are, by ascending type.
  public var edgeCounts: [(type: EdgeType, count: Int)] {
    edgeTypes.indices.map { (edgeTypes[$0], typeStarts[$0 + 1] - typeStarts[$0]) }
  }

  private func typeIndex(of edge: EdgeID) -> Int {
    var low = 0
    var high = edgeTypes.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if typeStarts[middle] <= edge.index { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The edges of a type seen from one end; empty where there are none.
  public func adjacency(_ type: EdgeType, _ direction: Direction) -> Adjacency {
    guard let index = edgeTypes.firstIndex(of: type) else { return .empty }
    return direction == .forward ? rows[index].forward : rows[index].backward
  }

  /// One end of an edge as seen from the other.
  public struct Incidence: Sendable, Equatable {
    /// The edge.
    public let edge: EdgeID
    /// The type of the edge.
    public let type: EdgeType
    /// The node at its other end.
    public let neighbour: NodeID
    /// Whether the edge leaves the node that was asked about.
    public let direction: Direction
  }

  /// All edges at a node, by type, those that leave it before those that reach it.
  ///
  /// - Complexity: O(edge types + edges at the node).
  public func incidences(of node: NodeID) -> [Incidence] {
    var found: [Incidence] = []
    for (index, type) in edgeTypes.enumerated() {
      for direction in [Direction.forward, .backward] {
        let rows = direction == .forward ? self.rows[index].forward : self.rows[index].backward
        let row = rows.row(node)
        for position in row {
          found.append(
            Incidence(
              edge: rows.edge(at: position), type: type, neighbour: rows.neighbours[position],
              direction: direction))
        }
      }
    }
    return found
  }

  /// The nodes tied to a node by edges of one kind in one direction, by type.
  ///
  /// - Complexity: O(edge types + the node's edges of the kind).
  public func neighbours(
    of node: NodeID, _ kind: EdgeKind, _ direction: Direction
  ) -> [NodeID] {
    let nodeKind = self.kind(of: node)
    var found: [NodeID] = []
    for (index, type) in edgeTypes.enumerated() where type.kind == kind {
      guard (direction == .forward ? type.from : type.to) == nodeKind else { continue }
      found +=
        direction == .forward
        ? rows[index].forward.neighbours(of: node) : rows[index].backward.neighbours(of: node)
    }
    return found
  }

  /// The edges of one kind at a node in one direction, by type.
  ///
  /// - Complexity: O(edge types + the node's edges of the kind).
  public func incidences(
    of node: NodeID, _ kind: EdgeKind, _ direction: Direction
  ) -> [Incidence] {
    let nodeKind = self.kind(of: node)
    return edgeTypes.indices.flatMap { index -> [Incidence] in
      let type = edgeTypes[index]
      let end = direction == .forward ? type.from : type.to
      guard type.kind == kind, end == nodeKind else { return [] }
      let rows = direction == .forward ? self.rows[index].forward : self.rows[index].backward
      return rows.row(node).map { position in
        Incidence(
          edge: rows.edge(at: position), type: type, neighbour: rows.neighbours[position],
          direction: direction)
      }
    }
  }

  /// The graph without some of its edges; nodes keep their numbers, edges are numbered anew.
  ///
  /// - Complexity: O(edges).
  public func removing(_ isGone: (EdgeType, NodeID, NodeID) -> Bool) -> Graph {
    let left = zip(edgeTypes, rows).map { type, rows in
      let edges = zip(rows.edges.sources, rows.edges.targets).filter { !isGone(type, $0, $1) }
      return (type: type, edges: SortedEdges(sources: edges.map(\.0), targets: edges.map(\.1)))
    }
    return Graph(
      partStarts: partStarts, nodeKinds: nodeKinds, nodeParts: nodeParts, partCount: partCount,
      rows: left.filter { !$0.edges.sources.isEmpty })
  }

  /// Whether an edge of one of the kinds runs from one node to another.
  public func hasEdge(_ kinds: Set<EdgeKind>, from: NodeID, to: NodeID) -> Bool {
    edgeTypes.indices.contains { index in
      kinds.contains(edgeTypes[index].kind)
        && rows[index].forward.neighbours(of: from).contains(to)
    }
  }
}
