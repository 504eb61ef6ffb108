internal import Synchronization

/// Collects nodes and edges, and builds the graph.
public struct GraphBuilder {
  private var nodeKinds: [NodeKind] = []
  private var nodeParts: [Int32] = []
  private var lists: [EdgeList] = []
  private var listNumbers: [EdgeType: Int] = [:]
  /// The list that the last edge went to: mostly edges of one type follow one another.
  private var last = 0
  private var edgeCount: Int32 = 0

  /// A builder with neither nodes nor edges.
  public init() {}

  /// Adds a node; they come by ascending kind, and within a kind by ascending part.
  ///
  /// - Parameter part: 0 for a node that all parts share.
  /// - Returns: The node; nodes are numbered in the order in which they come.
  @discardableResult
  public mutating func addNode(_ kind: NodeKind, part: Int = 1) -> NodeID {
    addNodes(1, kind, part: part)
  }

  /// Adds so many nodes of one kind and part.
  ///
  /// - Returns: The first of them; the others follow it.
  @discardableResult
  public mutating func addNodes(_ count: Int, _ kind: NodeKind, part: Int = 1) -> NodeID {
    if let lastKind = nodeKinds.last, let lastPart = nodeParts.last {
      precondition(
        (lastKind, Int(lastPart)) <= (kind, part), "nodes come by kind, then by part")
    }
    let first = NodeID(nodeKinds.count)
    nodeKinds.append(contentsOf: repeatElement(kind, count: count))
    nodeParts.append(contentsOf: repeatElement(Int32(part), count: count))
    return first
  }

  /// Adds an edge; the edges come in any order, and are numbered from 0 as they come.
  public mutating func addEdge(_ kind: EdgeKind, from: NodeID, to: NodeID) {
    let type = EdgeType(kind, from: nodeKinds[from.index], to: nodeKinds[to.index])
    if lists.isEmpty || lists[last].type != type { last = listNumber(of: type) }
    lists[last].noteNumber(edgeCount)
    lists[last].sources.append(from)
    lists[last].targets.append(to)
    edgeCount += 1
  }

  /// Makes room for edges of a type.
  public mutating func reserve(_ count: Int, of type: EdgeType) {
    let number = listNumber(of: type)
    lists[number].sources.reserveCapacity(count)
    lists[number].targets.reserveCapacity(count)
  }

  /// Adds edges of one type at once, each from a node to the one at the same place of the other list.
  public mutating func addEdges(_ type: EdgeType, from sources: [NodeID], to targets: [NodeID]) {
    precondition(sources.count == targets.count, "each edge has two ends")
    guard !sources.isEmpty else { return }
    last = listNumber(of: type)
    lists[last].noteNumber(edgeCount)
    if lists[last].sources.capacity == 0 {
      (lists[last].sources, lists[last].targets) = (sources, targets)
    } else {
      lists[last].sources += sources
      lists[last].targets += targets
    }
    edgeCount += Int32(sources.count)
  }

  private mutating func listNumber(of type: EdgeType) -> Int {
    if let number = listNumbers[type] { return number }
    lists.append(EdgeList(type: type))
    listNumbers[type] = lists.count - 1
    return lists.count - 1
  }

  /// What `build` makes.
  public struct Result: Sendable {
    /// The graph.
    public let graph: Graph
    /// For each `EdgeID` the number that the edge had when it was added.
    public let addedAs: [Int32]
  }

  /// Builds the graph by counting sorts, one type of edge on each core.
  ///
  /// - Parameter mergesParallelEdges: Whether of edges alike in kind and both ends only the first
  ///   one added is kept.
  /// - Complexity: O(nodes + edges), and O(n log n) for a node's n edges that come in no order.
  public consuming func build(mergesParallelEdges: Bool = false) -> Result {
    let parts = Int(nodeParts.max() ?? 0)
    // The longest first, so that no core is left with it in the end.
    let bySize = lists.sorted { ($1.sources.count, $0.type) < ($0.sources.count, $1.type) }
    let count = lists.count
    lists = []
    // Each is let go of when it is sorted, so that a country's edges are not there twice.
    let unsorted = Mutex(bySize.map(Optional.some))
    let sorted = concurrentMap(count) { index in
      unsorted.withLock { $0[index].take() }?.sorted(mergesParallelEdges: mergesParallelEdges)
    }.compactMap(\.self).sorted { $0.type < $1.type }
    let graph = Graph(
      partStarts: Self.partStarts(nodeKinds, nodeParts, parts: parts), nodeKinds: nodeKinds,
      nodeParts: nodeParts, partCount: parts, rows: sorted.map { ($0.type, $0.edges) })
    return Result(graph: graph, addedAs: sorted.flatMap(\.numbers))
  }

  private static func partStarts(
    _ kinds: [NodeKind], _ parts: [Int32], parts count: Int
  ) -> [NodeKind: [Int32]] {
    var starts: [NodeKind: [Int32]] = [:]
    var first = 0
    while first < kinds.count {
      // Nodes come by kind, then by part.
      let end = kinds[first...].firstIndex { $0 != kinds[first] } ?? kinds.count
      var list = [Int32](repeating: 0, count: count + 2)
      for index in first..<end { list[Int(parts[index]) + 1] += 1 }
      list[0] = Int32(first)
      for index in list.indices.dropFirst() { list[index] += list[index - 1] }
      starts[kinds[first]] = list
      first = end
    }
    return starts
  }
}

/// The edges of one type as they were added.
private struct EdgeList {
  let type: EdgeType
  var sources: [NodeID] = []
  var targets: [NodeID] = []
  /// Where edges begin that were added one right after the other, and the number of the first of them
  /// among the edges of all types.
  private var runs: [(place: Int, number: Int32)] = []

  init(type: EdgeType) { self.type = type }

  /// Notes the number of the edge that is added next.
  mutating func noteNumber(_ number: Int32) {
    if let run = runs.last, Int(number - run.number) == sources.count - run.place { return }
    runs.append((sources.count, number))
  }

  /// The edges by their ends, equal ones in the order in which they were added.
  func sorted(
    mergesParallelEdges: Bool
  ) -> (type: EdgeType, edges: SortedEdges, numbers: [Int32]) {
    let order = isInOrder(strictly: mergesParallelEdges) ? nil : order(mergesParallelEdges)
    let edges =
      order.map { order in
        SortedEdges(
          sources: order.map { sources[Int($0)] }, targets: order.map { targets[Int($0)] })
      } ?? SortedEdges(sources: sources, targets: targets)
    let numbers = numbers
    return (type, edges, order?.map { numbers[Int($0)] } ?? numbers)
  }

  /// The number of each edge.
  private var numbers: [Int32] {
    [Int32](unsafeUninitializedCapacity: sources.count) { numbers, count in
      for (index, run) in runs.enumerated() {
        let end = index + 1 < runs.count ? runs[index + 1].place : sources.count
        for place in run.place..<end {
          numbers.initializeElement(at: place, to: run.number + Int32(place - run.place))
        }
      }
      count = sources.count
    }
  }

  private func isInOrder(strictly: Bool) -> Bool {
    sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        for place in sources.indices.dropFirst() {
          let (one, next) = (
            key(sources[place - 1], targets[place - 1]), key(sources[place], targets[place])
          )
          if one > next || (strictly && one == next) { return false }
        }
        return true
      }
    }
  }

  private func key(_ high: NodeID, _ low: NodeID) -> UInt64 {
    UInt64(UInt32(bitPattern: high.rawValue)) << 32 | UInt64(UInt32(bitPattern: low.rawValue))
  }

  /// The places of the edges in the order of their ends; of merged ones the first place.
  private func order(_ mergesParallelEdges: Bool) -> [Int32] {
    let rows = RowStarts(of: sources)
    var order = rows.places(of: sources)
    order.withUnsafeMutableBufferPointer { order in
      for row in 1..<max(rows.starts.count, 1) {
        sort(&order, Int(rows.starts[row - 1])..<Int(rows.starts[row]))
      }
    }
    guard mergesParallelEdges else { return order }
    var last: UInt64?
    return order.filter { place in
      let ends = key(sources[Int(place)], targets[Int(place)])
      defer { last = ends }
      return ends != last
    }
  }

  /// Sorts a node's row by target, then by place; most are short or in order already.
  private func sort(_ order: inout UnsafeMutableBufferPointer<Int32>, _ row: Range<Int>) {
    var isSorted = true
    for index in row.dropFirst()
    where targets[Int(order[index])] < targets[Int(order[index - 1])] {
      isSorted = false
    }
    guard !isSorted else { return }
    order[row].sort { (targets[Int($0)], $0) < (targets[Int($1)], $1) }
  }
}
