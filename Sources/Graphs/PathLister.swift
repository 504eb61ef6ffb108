import Glibc

/// Lists paths along several metapaths to some ends, for one start after another.
struct PathLister: ~Copyable {
  private let startKind: NodeKind
  private let graph: Graph
  private let walks: [PathRow.Walk]
  private let steps: UnsafeMutablePointer<PathRow.Step>
  private let factors: UnsafeBufferPointer<Double>
  private let firstEnd: Int32
  private let endCount: Int
  /// By end whether paths to it are wanted.
  private let isWanted: UnsafeMutablePointer<Bool>
  private let trail: UnsafeMutablePointer<Int32>
  private let columns: UnsafeMutablePointer<PathColumn>
  private var part = 0

  init(
    _ counter: PathCounter, _ rows: [EdgeView: OpenRows], factors: UnsafeBufferPointer<Double>
  ) {
    (graph, startKind, self.factors) = (counter.graph, counter.start, factors)
    (walks, steps) = PathRow.walks(of: counter.metaPaths, rows)
    let ends = counter.graph.nodes(of: counter.end)
    firstEnd = ends.first?.rawValue ?? 0
    endCount = ends.count
    isWanted = zeroed(ends.count)
    trail = zeroed((walks.map(\.length).max() ?? 0) + 1)
    columns = .allocate(capacity: max(walks.count, 1))
    for (index, walk) in walks.enumerated() {
      (columns + index).initialize(to: PathColumn(width: walk.length + 1))
    }
  }

  deinit {
    for index in walks.indices { columns[index].deallocate() }
    columns.deallocate()
    steps.deallocate()
    free(isWanted)
    free(trail)
  }

  /// Adds the paths of a request to the lists.
  mutating func add(_ request: PathRequest) {
    guard graph.kind(of: request.start) == startKind else { return }
    mark(request.ends, true)
    part = request.part
    trail[0] = request.start.rawValue
    for (index, walk) in walks.enumerated() where walk.length > 0 {
      extend(walk, 0, weight: 1, columns + index)
    }
    mark(request.ends, false)
  }

  /// The lists of all requests since the last call, one a metapath.
  mutating func take() -> [PathList] { walks.indices.map { columns[$0].take() } }

  private mutating func mark(_ ends: [NodeID], _ value: Bool) {
    for end in ends {
      let index = Int(end.rawValue - firstEnd)
      if index >= 0, index < endCount { isWanted[index] = value }
    }
  }

  /// Walks on from the last node of the trail.
  private mutating func extend(
    _ walk: PathRow.Walk, _ index: Int, weight: Double, _ column: UnsafeMutablePointer<PathColumn>
  ) {
    let step = walk.steps[index]
    let row = step.ahead.row(of: trail[index], within: part)
    let leaving = weight * factors[row.count]
    let isLast = index + 1 == walk.length
    if isLast { column.pointee.makeRoom(for: row.count) }
    for position in row.positions {
      let next = step.ahead.neighbours[position]
      if isLast, !isWanted[Int(next &- firstEnd)] { continue }
      if step.mayRepeat != 0, isOnTrail(next, step, index) { continue }
      let weight = leaving * factors[step.back.count(of: next, within: part)]
      if isLast {
        column.pointee.append(trail, next, weight)
      } else {
        trail[index + 1] = next
        extend(walk, index + 1, weight: weight, column)
      }
    }
  }

  /// Whether a node is on the trail already; only places of its own kind are looked at.
  private mutating func isOnTrail(_ node: Int32, _ step: PathRow.Step, _ last: Int) -> Bool {
    let trail = trail
    return (0...last).contains { step.mayRepeat & (1 << $0) != 0 && trail[$0] == node }
  }
}

/// A growing list of paths of one length, used again and again.
private struct PathColumn: BitwiseCopyable {
  private let width: Int
  private var nodes: UnsafeMutablePointer<Int32>
  private var weights: UnsafeMutablePointer<Double>
  private var count = 0
  private var room = 1_024

  init(width: Int) {
    self.width = width
    nodes = .allocate(capacity: room * width)
    weights = .allocate(capacity: room)
  }

  func deallocate() {
    nodes.deallocate()
    weights.deallocate()
  }

  /// Makes sure that so many paths can be appended.
  @inline(__always)
  mutating func makeRoom(for more: Int) {
    if count + more > room { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    let old = self
    room = 2 * (count + more)
    nodes = .allocate(capacity: room * width)
    weights = .allocate(capacity: room)
    nodes.initialize(from: old.nodes, count: count * width)
    weights.initialize(from: old.weights, count: count)
    old.deallocate()
  }

  /// Adds the path over a trail to a last node.
  @inline(__always)
  mutating func append(_ trail: UnsafePointer<Int32>, _ last: Int32, _ weight: Double) {
    let path = nodes + count &* width
    for index in 0..<(width &- 1) { path[index] = trail[index] }
    path[width &- 1] = last
    weights[count] = weight
    count &+= 1
  }

  /// The list, which begins anew.
  mutating func take() -> PathList {
    defer { count = 0 }
    let length = count * width
    let from = UnsafeRawBufferPointer(UnsafeBufferPointer(start: nodes, count: length))
    let taken = [NodeID](unsafeUninitializedCapacity: length) { buffer, filled in
      // A node is its number.
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: from)
      filled = length
    }
    return PathList(
      width: width, nodes: taken,
      weights: Array(UnsafeBufferPointer(start: weights, count: count)))
  }
}
