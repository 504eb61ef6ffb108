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
    var steps: [PathRow.Step] = []
    return withSteps(&steps, ends: []) { steps, ends in
      factors.withUnsafeBufferPointer { factors in
        var row = PathRow(self, steps: steps, ends: ends, factors: factors)
        return body(&row)
      }
    }
  }

  /// Opens the arrays of one step after the other, and then calls the closure.
  private func withSteps<Result>(
    _ steps: inout [PathRow.Step], ends: [Int],
    _ body: ([PathRow.Step], [Int]) -> Result
  ) -> Result {
    guard ends.count < metaPaths.count else { return body(steps, ends) }
    let metaPath = metaPaths[ends.count]
    let index = steps.count - (ends.last ?? 0)
    guard index < metaPath.steps.count else {
      return withSteps(&steps, ends: ends + [steps.count], body)
    }
    let type = metaPath.edgeType(ofStep: index)
    let direction = metaPath.steps[index].direction
    return graph.adjacency(type, direction).withPointers { ahead in
      graph.adjacency(type, direction.reversed).withPointers { back in
        steps.append(PathRow.Step(graph, metaPath, index, ahead: ahead, back: back))
        return withSteps(&steps, ends: ends, body)
      }
    }
  }
}

/// What one starting node reaches along each metapath: a sparse row of path counts.
public struct PathRow: ~Copyable {
  private let graph: Graph
  private let steps: UnsafeMutablePointer<Step>
  private let stepCount: Int
  private let stepEnds: [Int]
  private let startKind: NodeKind
  private let factors: UnsafeBufferPointer<Double>
  @usableFromInline let width: Int
  @usableFromInline let firstEnd: Int32
  @usableFromInline let cells: UnsafeMutablePointer<PathCount>
  private let isReached: UnsafeMutablePointer<Bool>
  private let trail: UnsafeMutablePointer<Int32>
  private let part: UnsafeMutablePointer<Int>
  private let avoided: UnsafeMutablePointer<Avoided>
  @usableFromInline let reached: UnsafeMutablePointer<NodeID>
  @usableFromInline let reachedCount: UnsafeMutablePointer<Int>

  fileprivate init(
    _ counter: PathCounter, steps: [Step], ends: [Int], factors: UnsafeBufferPointer<Double>
  ) {
    graph = counter.graph
    self.steps = .allocate(capacity: max(steps.count, 1))
    self.steps.initialize(from: steps, count: steps.count)
    stepCount = steps.count
    self.factors = factors
    stepEnds = ends
    startKind = counter.start
    width = counter.metaPaths.count + counter.moreColumns
    let nodes = graph.nodes(of: counter.end)
    firstEnd = nodes.first?.rawValue ?? 0
    let count = nodes.count
    // Zeroed memory is given page by page as it is touched, so a row costs what it reaches.
    cells = zeroed(count * width)
    isReached = zeroed(count)
    reached = zeroed(count)
    trail = zeroed(steps.count + 1)
    part = zeroed(1)
    avoided = zeroed(1)
    reachedCount = zeroed(1)
  }

  deinit {
    for index in 0..<stepCount { steps[index].free() }
    steps.deallocate()
    free(cells)
    free(isReached)
    free(reached)
    free(trail)
    free(part)
    free(avoided)
    free(reachedCount)
  }

  /// How many nodes the last start has reached.
  @inlinable public var count: Int { reachedCount.pointee }

  /// The nodes that the last start has reached, in the order in which they were met.
  @inlinable
  public func end(_ index: Int) -> NodeID { reached[index] }

  /// The paths along one metapath to a reached node.
  @inlinable
  public func paths(_ index: Int, along metaPath: Int) -> PathCount {
    cells[Int(reached[index].rawValue - firstEnd) * width + metaPath]
  }

  /// The paths along one metapath to any node of the kind that the metapaths end at.
  @inlinable
  public func paths(to node: NodeID, along metaPath: Int) -> PathCount {
    cells[Int(node.rawValue - firstEnd) * width + metaPath]
  }

  /// Adds one path of a weight to a node in a column.
  public mutating func add(_ weight: Double, to node: NodeID, along column: Int) {
    add(weight, to: node.rawValue, column)
  }

  /// Fills the row anew; columns after those of the metapaths are empty.
  ///
  /// - Parameters:
  ///   - start: Where the paths begin; of the metapaths' first kind.
  ///   - part: The part that the walk keeps to at shared nodes; nil for the start's own.
  ///   - avoided: A tie that is taken for not there, where a walk begins with it: a node of the
  ///     metapaths' last kind, and the kind of edge between the start and it.
  /// - Complexity: O(walks of all metapaths from the node).
  public mutating func fill(
    from start: NodeID, within part: Int? = nil,
    avoiding avoided: (node: NodeID, tie: EdgeKind)? = nil
  ) {
    for index in 0..<count {
      let slot = Int(reached[index].rawValue - firstEnd)
      isReached[slot] = false
      for column in 0..<width { cells[slot * width + column] = PathCount(count: 0, weight: 0) }
    }
    reachedCount.pointee = 0
    guard graph.kind(of: start) == startKind else { return }
    self.part.pointee = part ?? graph.part(of: start)
    self.avoided.pointee = Avoided(node: avoided?.node.rawValue ?? -1, tie: avoided?.tie)
    trail[0] = start.rawValue
    var first = 0
    for (column, end) in stepEnds.enumerated() {
      if end > first { extend(first, first, end, column, weight: 1) }
      first = end
    }
  }

  /// Walks on from the last node of the trail along step `index` of those from `first` to `end`.
  private borrowing func extend(
    _ index: Int, _ first: Int, _ end: Int, _ column: Int, weight: Double
  ) {
    let depth = index - first
    // By its address: a step is large, and copying it would cost more than most rows.
    let step = steps + index
    let row = step.pointee.ahead.row(of: trail[depth], within: part.pointee)
    if row.count == 0 { return }
    let isCut = depth == 0 && avoided.pointee.tie == step.pointee.edge && holds(row, step)
    let leaving = weight * factors[row.count - (isCut ? 1 : 0)]
    let isLast = index + 1 == end
    if isLast, step.pointee.isPlainAtEnd, !isCut {
      arrive(by: step, row.first..<row.sharedEnd, depth, column, weight: leaving)
      return arrive(by: step, row.own..<row.end, depth, column, weight: leaving)
    }
    // One loop over both halves of the row, without a sequence made for it.
    var position = row.first
    for _ in 0..<row.count {
      if position == row.sharedEnd { position = row.own }
      let next = step.pointee.ahead.neighbours[position]
      position &+= 1
      if repeats(next, step, depth) || (isCut && next == avoided.pointee.node) { continue }
      let weight = leaving * factors[step.pointee.back.count(of: next, within: part.pointee)]
      if isLast {
        add(weight, to: next, column)
      } else {
        trail[depth + 1] = next
        extend(index + 1, first, end, column, weight: weight)
      }
    }
  }

  /// Takes the last step of a metapath to each neighbour of a range: the loop that all paths pass.
  @inline(__always)
  private borrowing func arrive(
    by step: UnsafeMutablePointer<Step>, _ range: Range<Int>, _ depth: Int, _ column: Int,
    weight: Double
  ) {
    let neighbours = step.pointee.ahead.neighbours
    let starts = step.pointee.back.pointers.starts
    let first = step.pointee.back.pointers.firstNode
    let mayRepeat = step.pointee.mayRepeat != 0
    for position in range {
      let next = neighbours[position]
      if mayRepeat, repeats(next, step, depth) { continue }
      let row = Int(next &- first)
      add(weight * factors[Int(starts[row &+ 1] &- starts[row])], to: next, column)
    }
  }

  /// Whether a row holds the node whose tie is taken for not there.
  private borrowing func holds(_ row: PartRow, _ step: UnsafeMutablePointer<Step>) -> Bool {
    row.positions.contains { step.pointee.ahead.neighbours[$0] == avoided.pointee.node }
  }

  /// Whether a node is on the trail already; only places of its own kind are looked at.
  @inline(__always)
  private borrowing func repeats(
    _ node: Int32, _ step: UnsafeMutablePointer<Step>, _ depth: Int
  ) -> Bool {
    let places = step.pointee.mayRepeat
    guard places != 0 else { return false }
    for place in 0...depth where places & (1 &<< place) != 0 && trail[place] == node { return true }
    return false
  }

  @inline(__always)
  private borrowing func add(_ weight: Double, to node: Int32, _ column: Int) {
    let slot = Int(node - firstEnd)
    if !isReached[slot] {
      isReached[slot] = true
      reached[reachedCount.pointee] = NodeID(Int(node))
      reachedCount.pointee += 1
    }
    let cell = cells + (slot &* width &+ column)
    cell.pointee.count &+= 1
    cell.pointee.weight += weight
  }
}

extension PathRow {
  /// A tie of the start that is taken for not there.
  fileprivate struct Avoided: BitwiseCopyable {
    let node: Int32
    let tie: EdgeKind?
  }

  /// One step of one metapath, on open arrays.
  fileprivate struct Step: BitwiseCopyable {
    let edge: EdgeKind
    let ahead: OpenRows
    let back: OpenRows
    /// The places on the trail, as bits, where a node of the kind that the step leads to may stand.
    let mayRepeat: Int
    /// Whether no node that the step leads to is shared, so that its row is whole.
    let isPlainAtEnd: Bool

    init(
      _ graph: Graph, _ metaPath: MetaPath, _ index: Int, ahead: AdjacencyPointers,
      back: AdjacencyPointers
    ) {
      let kinds = [metaPath.start] + metaPath.steps.map(\.to)
      edge = metaPath.steps[index].edge
      self.ahead = OpenRows(graph, ahead, from: kinds[index], to: kinds[index + 1])
      self.back = OpenRows(graph, back, from: kinds[index + 1], to: kinds[index])
      isPlainAtEnd = graph.range(of: kinds[index + 1], in: 0).isEmpty
      mayRepeat = (0...index).reduce(0) { kinds[$1] == kinds[index + 1] ? $0 | 1 << $1 : $0 }
    }

    func free() {
      ahead.free()
      back.free()
    }
  }

  /// The rows of one edge type and direction as seen from a part.
  fileprivate struct OpenRows: BitwiseCopyable {
    let pointers: AdjacencyPointers
    let neighbours: UnsafeBufferPointer<Int32>
    /// The shared nodes whose rows are cut to the part; they come first among their kind.
    private let firstShared: Int32
    private let lastShared: Int32
    private let sharedNeighbours: Int32
    /// Where the neighbours of each part begin.
    private let ownNeighbours: UnsafeMutableBufferPointer<Int32>
    private let known: UnsafeMutablePointer<KnownRow>

    /// A shared node's row as it was found for the part that asked last.
    struct KnownRow: BitwiseCopyable {
      let part: Int
      let row: PartRow
    }

    init(_ graph: Graph, _ pointers: AdjacencyPointers, from: NodeKind, to: NodeKind) {
      self.pointers = pointers
      neighbours = pointers.neighbours
      let shared = graph.range(of: from, in: 0)
      (firstShared, lastShared) = (shared.lowerBound, shared.upperBound)
      sharedNeighbours = graph.range(of: to, in: 0).upperBound
      let starts = graph.partStarts[to] ?? []
      ownNeighbours = .allocate(capacity: starts.count)
      _ = ownNeighbours.initialize(from: starts)
      known = zeroed(shared.count)
    }

    func free() {
      Glibc.free(known)
      ownNeighbours.deallocate()
    }

    /// How long a node's row is.
    @inline(__always)
    func count(of node: Int32, within part: Int) -> Int {
      if node < lastShared, node >= firstShared { return row(of: node, within: part).count }
      return pointers.row(node).count
    }

    @inline(__always)
    func row(of node: Int32, within part: Int) -> PartRow {
      guard part > 0, node < lastShared, node >= firstShared else {
        return PartRow(all: pointers.row(node))
      }
      let slot = Int(node - firstShared)
      if known[slot].part != part {
        known[slot] = KnownRow(part: part, row: cut(pointers.row(node), to: part))
      }
      return known[slot].row
    }

    /// Rows are ascending and nodes are numbered by part, so both halves are found by halving.
    private func cut(_ row: Range<Int>, to part: Int) -> PartRow {
      let hasOwn = part + 1 < ownNeighbours.count
      let (first, last) = hasOwn ? (ownNeighbours[part], ownNeighbours[part + 1]) : (0, 0)
      return PartRow(row, shared: sharedNeighbours, own: first..<last) { neighbours[$0] }
    }
  }
}

/// Memory of zeros for values that are fine as zeros; `free` gives it back.
private func zeroed<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
  guard let memory = calloc(max(count, 1), MemoryLayout<Value>.stride) else {
    fatalError("out of memory")
  }
  return memory.bindMemory(to: Value.self, capacity: max(count, 1))
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
