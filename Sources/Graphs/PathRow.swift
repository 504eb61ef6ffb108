import Glibc

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
  private let rests: UnsafeMutablePointer<WalkRests>

  init(
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
    rests = .allocate(capacity: 1)
    rests.initialize(to: WalkRests(graph, counter.metaPaths, to: counter.end))
  }

  deinit {
    rests.deinitialize(count: 1)
    rests.deallocate()
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

  /// The paths to a reached node, by column; good until the row is filled anew.
  @inlinable
  public func columns(_ index: Int) -> UnsafePointer<PathCount> {
    UnsafePointer(cells + Int(reached[index].rawValue - firstEnd) * width)
  }

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
    rests.pointee.enter(self.part.pointee)
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
    // The step after this one is taken here where it is the last: a call for each would cost more
    // than the few neighbours that most have.
    let isBeforeLast = index + 2 == end && (step + 1).pointee.isPlainAtEnd
    // One loop over both halves of the row, without a sequence made for it.
    var position = row.first
    for _ in 0..<row.count {
      if position == row.sharedEnd { position = row.own }
      let next = step.pointee.ahead.neighbours[position]
      position &+= 1
      if repeats(next, step, depth) || (isCut && next == avoided.pointee.node) { continue }
      let arriving = step.pointee.back.count(of: next, within: part.pointee)
      let weight = leaving * factors[arriving]
      if isLast {
        add(weight, to: next, column)
      } else if depth == 0, end - first == 3, arriving >= WalkRests.least {
        addRest(from: next, first, column, weight: weight)
      } else if isBeforeLast {
        trail[depth + 1] = next
        let row = (step + 1).pointee.ahead.row(of: next, within: part.pointee)
        let leaving = weight * factors[row.count]
        arrive(by: step + 1, row.first..<row.sharedEnd, depth + 1, column, weight: leaving)
        arrive(by: step + 1, row.own..<row.end, depth + 1, column, weight: leaving)
      } else {
        trail[depth + 1] = next
        extend(index + 1, first, end, column, weight: weight)
      }
    }
  }

  /// Takes the last two steps of a metapath of three from a node that many pass: where they lead is
  /// reckoned once for all of them, without the walks that come back to where this one began.
  private borrowing func addRest(from node: Int32, _ first: Int, _ column: Int, weight: Double) {
    let (second, third) = (steps + first + 1, steps + first + 2)
    let range: Range<Int>
    if let known = rests.pointee.range(of: node, column) {
      range = known
    } else {
      walkRest(from: node, second, third, into: &rests.pointee)
      range = rests.pointee.keep(as: node, column)
    }
    let start = trail[0]
    if second.pointee.mayRepeat & 1 != 0 {
      walkBack(from: node, second, third, to: start, into: &rests.pointee)
    }
    let mayEnd = third.pointee.mayRepeat & 1 != 0
    let hasReturns = rests.pointee.hasBegun
    let entries = rests.pointee.entries
    for index in range {
      let entry = entries[index]
      if mayEnd, entry.end == start { continue }
      guard hasReturns, let back = rests.pointee.begun(to: entry.end) else {
        add(entry.count, weight * entry.weight, to: entry.end, column)
        continue
      }
      // Of weights whose difference is nothing but rounding nothing is left.
      let count = entry.count - back.count
      if count > 0 { add(count, weight * (entry.weight - back.weight), to: entry.end, column) }
    }
    if hasReturns { rests.pointee.drop() }
  }

  /// Walks the last two steps from a node.
  private borrowing func walkRest(
    from node: Int32, _ second: UnsafeMutablePointer<Step>, _ third: UnsafeMutablePointer<Step>,
    into rests: inout WalkRests
  ) {
    let row = second.pointee.ahead.row(of: node, within: part.pointee)
    for position in row.positions {
      let middle = second.pointee.ahead.neighbours[position]
      if second.pointee.mayRepeat & 2 != 0, middle == node { continue }
      walkLast(from: middle, after: node, row.count, second, third, into: &rests)
    }
  }

  /// Walks the last two steps from a node, the first of them only back to where the walk began.
  private borrowing func walkBack(
    from node: Int32, _ second: UnsafeMutablePointer<Step>, _ third: UnsafeMutablePointer<Step>,
    to start: Int32, into rests: inout WalkRests
  ) {
    // Most walks that come back lead nowhere from there.
    guard third.pointee.ahead.count(of: start, within: part.pointee) > 0, start != node else {
      return
    }
    let row = second.pointee.ahead.row(of: node, within: part.pointee)
    for _ in row.positions(of: start, in: second.pointee.ahead.neighbours) {
      walkLast(from: start, after: node, row.count, second, third, into: &rests)
    }
  }

  /// Takes the last step from a node in the middle of the last two.
  private borrowing func walkLast(
    from middle: Int32, after node: Int32, _ leaving: Int, _ second: UnsafeMutablePointer<Step>,
    _ third: UnsafeMutablePointer<Step>, into rests: inout WalkRests
  ) {
    let part = self.part.pointee
    let row = third.pointee.ahead.row(of: middle, within: part)
    let weight =
      factors[leaving] * factors[second.pointee.back.count(of: middle, within: part)]
      * factors[row.count]
    for position in row.positions {
      let end = third.pointee.ahead.neighbours[position]
      if third.pointee.mayRepeat & 2 != 0, end == node { continue }
      if third.pointee.mayRepeat & 4 != 0, end == middle { continue }
      rests.add(weight * factors[third.pointee.back.count(of: end, within: part)], to: end)
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
    add(1, weight, to: node, column)
  }

  @inline(__always)
  private borrowing func add(_ count: Int, _ weight: Double, to node: Int32, _ column: Int) {
    let slot = Int(node - firstEnd)
    if !isReached[slot] {
      isReached[slot] = true
      reached[reachedCount.pointee] = NodeID(Int(node))
      reachedCount.pointee += 1
    }
    let cell = cells + (slot &* width &+ column)
    cell.pointee.count &+= count
    cell.pointee.weight += weight
  }
}
