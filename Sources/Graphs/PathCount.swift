import Glibc

/// How many paths lead to a node, and what they weigh together.
public struct PathCount: Sendable, Equatable, BitwiseCopyable {
  /// The number of paths.
  public var count: Int
  /// The degree-weighted path count: the sum of the paths' weights.
  public var weight: Double

  /// A count of a weight.
  public init(count: Int, weight: Double) {
    self.count = count
    self.weight = weight
  }
}

/// Degree-weighted path counts along several metapaths at once, for many starting nodes in turn.
///
/// D. S. Himmelstein & S. E. Baranzini, *Heterogeneous network edge prediction*, PLOS Computational
/// Biology 11 (2015) e1004259: every edge on a path counts by the degrees of its two ends to the
/// power of -damping, degrees taken per edge type. A path repeats no node. At nodes that parts share,
/// only edges within the row's part are walked and counted.
///
/// By hand: fund F has the leaders L1 and L2 on its committee; L1 leads A1 and A2, L2 leads A2 and
/// A3. From F to A2 there are two paths; on each F has two leaders, each of whom serves one fund and
/// leads two activities, and A2 has two leaders: 2 · (2 · 1 · 2 · 2)^-0.4 = 0.871.
public struct PathCounter: Sendable {
  let graph: Graph
  /// The walks; all begin at one kind of node, and end at one.
  public let metaPaths: [MetaPath]
  let start: NodeKind
  let end: NodeKind
  let moreColumns: Int
  private let factors: [Double]

  /// A counter of metapaths that all begin at one kind of node and end at one.
  ///
  /// - Parameters:
  ///   - start: The kind of node that they begin at.
  ///   - end: The kind of node that they end at.
  ///   - damping: The exponent, 0 (plain count) to 1.
  ///   - moreColumns: Columns after those of the metapaths that the row's user fills.
  public init(
    _ graph: Graph, _ metaPaths: [MetaPath], from start: NodeKind, to end: NodeKind,
    damping: Double = 0.4, moreColumns: Int = 0
  ) {
    precondition(
      metaPaths.allSatisfy { $0.start == start && $0.end == end },
      "the metapaths have the same ends")
    self.graph = graph
    self.metaPaths = metaPaths
    self.start = start
    self.end = end
    self.moreColumns = moreColumns
    let used = metaPaths.flatMap { path in path.steps.indices.map { path.edgeType(ofStep: $0) } }
    let highest = Set(used).map {
      max(graph.adjacency($0, .forward).highestDegree, graph.adjacency($0, .backward).highestDegree)
    }
    factors = (0...(highest.max() ?? 0)).map { $0 < 2 ? 1 : pow(Double($0), -damping) }
  }

  /// Calls a closure with a row that can be filled again and again.
  ///
  /// The row must not leave the closure. Rows of several threads do not disturb one another.
  public func withRow<Result>(_ body: (inout PathRow) -> Result) -> Result {
    withOpenRows { rows, factors in
      var row = PathRow(self, rows, factors: factors)
      return body(&row)
    }
  }

  /// Calls a closure with what lists the paths that a row counts; as with rows, one for each thread.
  func withLister<Result>(_ body: (inout PathLister) -> Result) -> Result {
    withOpenRows { rows, factors in
      var lister = PathLister(self, rows, factors: factors)
      return body(&lister)
    }
  }

  private func withOpenRows<Result>(
    _ body: ([EdgeView: OpenRows], UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    let views = Set(metaPaths.flatMap(EdgeView.all))
    return withOpenRows(Array(views)[...], [:]) { rows in
      defer { for open in rows.values { open.deallocate() } }
      return factors.withUnsafeBufferPointer { body(rows, $0) }
    }
  }

  /// Opens the edges of one view after the other, and then calls the closure.
  private func withOpenRows<Result>(
    _ views: ArraySlice<EdgeView>, _ rows: [EdgeView: OpenRows],
    _ body: ([EdgeView: OpenRows]) -> Result
  ) -> Result {
    guard let view = views.first else { return body(rows) }
    return graph.adjacency(view.type, view.direction).withPointers { pointers in
      let open = OpenRows(graph, pointers, from: view.start, to: view.end)
      return withOpenRows(
        views.dropFirst(), rows.merging([view: open]) { known, _ in known }, body)
    }
  }
}

extension Graph {
  /// Degree-weighted path counts along a metapath, from one node to every node that it reaches.
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
    let counter = PathCounter(
      self, [metaPath], from: metaPath.start, to: metaPath.end, damping: damping)
    return counter.withRow { row in
      row.fill(from: node)
      return (0..<row.count).map { (row.end($0), row.paths($0, along: 0)) }
        .sorted { $0.0 < $1.0 }
    }
  }
}
