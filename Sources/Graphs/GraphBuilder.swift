/// Collects nodes and edges, and builds the graph.
public struct GraphBuilder {
  private var nodeKinds: [NodeKind] = []
  private var nodeParts: [Int32] = []
  private var edges: [EdgeType: [(from: NodeID, to: NodeID, number: Int)]] = [:]
  private var edgeCount = 0

  /// A builder with neither nodes nor edges.
  public init() {}

  /// Adds a node; they come by ascending kind, and within a kind by ascending part.
  ///
  /// - Parameter part: 0 for a node that all parts share.
  /// - Returns: The node; nodes are numbered in the order in which they come.
  @discardableResult
  public mutating func addNode(_ kind: NodeKind, part: Int = 1) -> NodeID {
    if let lastKind = nodeKinds.last, let lastPart = nodeParts.last {
      precondition(
        (lastKind, Int(lastPart)) <= (kind, part), "nodes come by kind, then by part")
    }
    nodeKinds.append(kind)
    nodeParts.append(Int32(part))
    return NodeID(nodeKinds.count - 1)
  }

  /// Adds an edge; the edges come in any order, and are numbered from 0 as they come.
  public mutating func addEdge(_ kind: EdgeKind, from: NodeID, to: NodeID) {
    let type = EdgeType(kind, from: nodeKinds[from.index], to: nodeKinds[to.index])
    edges[type, default: []].append((from, to, edgeCount))
    edgeCount += 1
  }

  /// What `build` makes.
  public struct Result: Sendable {
    /// The graph.
    public let graph: Graph
    /// For each `EdgeID` the number that the edge had when it was added.
    public let addedAs: [Int]
  }

  /// Builds the graph by counting sorts.
  ///
  /// - Parameter mergesParallelEdges: Whether of edges alike in kind and both ends only the first
  ///   one added is kept.
  /// - Complexity: O(nodes + edges).
  public consuming func build(mergesParallelEdges: Bool = false) -> Result {
    let parts = Int(nodeParts.max() ?? 0)
    var rows: [(type: EdgeType, edges: [(from: NodeID, to: NodeID)])] = []
    var addedAs: [Int] = []
    for (type, list) in edges.sorted(by: { $0.key < $1.key }) {
      let all = Array(list.indices.map(Int32.init))
      let byTarget = Adjacency.order(of: list.map(\.to), within: all)
      var kept: [(from: NodeID, to: NodeID)] = []
      for position in Adjacency.order(of: list.map(\.from), within: byTarget) {
        let edge = list[Int(position)]
        if mergesParallelEdges, let last = kept.last, last == (edge.from, edge.to) { continue }
        kept.append((edge.from, edge.to))
        addedAs.append(edge.number)
      }
      rows.append((type, kept))
    }
    let graph = Graph(
      partStarts: Self.partStarts(nodeKinds, nodeParts, parts: parts), nodeKinds: nodeKinds,
      nodeParts: nodeParts, partCount: parts, rows: rows)
    return Result(graph: graph, addedAs: addedAs)
  }

  private static func partStarts(
    _ kinds: [NodeKind], _ parts: [Int32], parts count: Int
  ) -> [NodeKind: [Int32]] {
    var starts: [NodeKind: [Int32]] = [:]
    for index in kinds.indices {
      let part = Int(parts[index])
      starts[kinds[index], default: [Int32](repeating: 0, count: count + 2)][part + 1] += 1
    }
    var offset: Int32 = 0
    for kind in starts.keys.sorted() {
      guard var list = starts[kind] else { continue }
      list[0] = offset
      for index in list.indices.dropFirst() { list[index] += list[index - 1] }
      offset = list.last ?? offset
      starts[kind] = list
    }
    return starts
  }
}
