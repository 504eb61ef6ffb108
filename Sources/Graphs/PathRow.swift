import Glibc

/// What one starting node reaches along each metapath: a sparse row of path counts.
public struct PathRow: ~Copyable {
  private let graph: Graph
  private let walks: [Walk]
  private let steps: UnsafeMutablePointer<Step>
  private let startKind: NodeKind
  let factors: UnsafeBufferPointer<Double>
  @usableFromInline let cells: RowCells
  private let trail: UnsafeMutablePointer<Int32>
  private var avoided = Avoided(node: -1, tie: nil)
  var start: Int32 = 0
  var part = 0
  var rests: WalkRests
  /// By end what comes there over the start itself, while a walk is taken that may.
  let returns: UnsafeMutablePointer<PathCount>
  /// What such walks weigh less for arriving at the start and for leaving it again.
  var (arrivingBack, leavingAgain) = (1.0, 1.0)

  init(
    _ counter: PathCounter, _ rows: [EdgeView: OpenRows], factors: UnsafeBufferPointer<Double>
  ) {
    graph = counter.graph
    (walks, steps) = Self.walks(of: counter.metaPaths, rows)
    self.factors = factors
    startKind = counter.start
    let ends = graph.nodes(of: counter.end)
    cells = RowCells(ends, width: counter.metaPaths.count + counter.moreColumns)
    returns = zeroed(ends.count)
    trail = zeroed((walks.map(\.length).max() ?? 0) + 1)
    rests = WalkRests(graph, counter.metaPaths, to: counter.end)
  }

  deinit {
    steps.deallocate()
    cells.deallocate()
    free(returns)
    free(trail)
  }

  /// How many nodes the last start has reached.
  @inlinable public var count: Int { cells.count }

  /// The nodes that the last start has reached, in the order in which they were met.
  @inlinable
  public func end(_ index: Int) -> NodeID { NodeID(Int(cells.ends[index + 1])) }

  /// The paths to a reached node, by column; good until the row is filled anew.
  @inlinable
  public func columns(_ index: Int) -> UnsafePointer<PathCount> {
    UnsafePointer(cells.cells + (index + 1) * cells.width)
  }

  /// The paths along one metapath to a reached node.
  @inlinable
  public func paths(_ index: Int, along metaPath: Int) -> PathCount { columns(index)[metaPath] }

  /// The paths along one metapath to any node of the kind that the metapaths end at.
  @inlinable
  public func paths(to node: NodeID, along metaPath: Int) -> PathCount {
    cells.columns(of: node)[metaPath]
  }

  /// Adds one path of a weight to a node in a column.
  @inlinable
  public mutating func add(_ weight: Double, to node: NodeID, along column: Int) {
    cells.addOne(weight, to: node.rawValue, column)
  }

  /// Takes all paths to a node away; it stays among the reached ones.
  @inlinable
  public mutating func empty(_ node: NodeID) {
    let columns = cells.columns(of: node)
    for column in 0..<cells.width { columns[column] = PathCount(count: 0, weight: 0) }
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
    cells.clear()
    guard graph.kind(of: start) == startKind else { return }
    self.start = start.rawValue
    self.part = part ?? graph.part(of: start)
    rests.enter(self.part)
    self.avoided = Avoided(node: avoided?.node.rawValue ?? -1, tie: avoided?.tie)
    trail[0] = start.rawValue
    for walk in walks where walk.length > 0 { begin(walk) }
  }

  /// Takes a walk from where the row begins.
  ///
  /// What is left of it after the first step is taken from what is kept, where it is.
  private mutating func begin(_ walk: Walk) {
    let step = walk.steps[0]
    let row = step.ahead.row(of: start, within: part)
    if row.count == 0 { return }
    let neighbours = step.ahead.neighbours
    let isCut = avoided.tie == step.edge && holds(row, neighbours)
    let leaving = factors[row.count - (isCut ? 1 : 0)]
    let mayReturn = walk.mayReturn && openReturns(walk)
    for position in row.positions {
      let next = neighbours[position]
      if next == start || (isCut && next == avoided.node) { continue }
      if let rest = rests.rest(of: next, walk.column) ?? newRest(of: next, walk) {
        let weight = leaving * rest.arriving
        if mayReturn || walk.mayEndAtStart {
          add(rest, of: next, walk, weight: weight, mayReturn: mayReturn)
        } else {
          cells.add(
            rests.entries.elements + Int(rest.first), Int(rest.count), weight * rest.leaving,
            walk.column)
        }
      } else {
        trail[1] = next
        let weight = leaving * factors[step.back.count(of: next, within: part)]
        extend(walk, 1, weight: weight)
      }
    }
    if mayReturn { closeReturns(walk) }
  }

  /// Walks on from the last node of the trail.
  private mutating func extend(_ walk: Walk, _ index: Int, weight: Double) {
    guard index < walk.length else { return cells.add(1, weight, to: trail[index], walk.column) }
    let step = walk.steps[index]
    let row = step.ahead.row(of: trail[index], within: part)
    let leaving = weight * factors[row.count]
    for position in row.positions {
      let next = step.ahead.neighbours[position]
      if isOnTrail(next, step, index) { continue }
      trail[index + 1] = next
      extend(
        walk, index + 1, weight: leaving * factors[step.back.count(of: next, within: part)])
    }
  }

  // What follows changes nothing, and is mutating all the same: to be lent out, a row that is being
  // changed would be copied.

  /// Whether a row holds the node whose tie is taken for not there.
  private mutating func holds(_ row: PartRow, _ neighbours: UnsafeBufferPointer<Int32>) -> Bool {
    let node = avoided.node
    return row.positions.contains { neighbours[$0] == node }
  }

  /// Whether a node is on the trail already; only places of its own kind are looked at.
  private mutating func isOnTrail(_ node: Int32, _ step: Step, _ last: Int) -> Bool {
    let trail = trail
    return (0...last).contains { step.mayRepeat & (1 << $0) != 0 && trail[$0] == node }
  }
}

extension PathRow {
  /// Metapaths on open arrays, and the memory of their steps, which the caller gives back.
  static func walks(
    of metaPaths: [MetaPath], _ rows: [EdgeView: OpenRows]
  ) -> (walks: [Walk], steps: UnsafeMutablePointer<Step>) {
    let count = metaPaths.reduce(0) { $0 + $1.steps.count }
    let steps = UnsafeMutablePointer<Step>.allocate(capacity: max(count, 1))
    var walks: [Walk] = []
    var next = steps
    for (column, metaPath) in metaPaths.enumerated() {
      walks.append(Walk(metaPath, column, next))
      for index in metaPath.steps.indices {
        next.initialize(to: Step(metaPath, index, rows))
        next += 1
      }
    }
    return (walks, steps)
  }

  /// A tie of the start that is taken for not there.
  struct Avoided: BitwiseCopyable {
    let node: Int32
    let tie: EdgeKind?
  }

  /// One step of one metapath, on open arrays.
  struct Step: BitwiseCopyable {
    let ahead: OpenRows
    let back: OpenRows
    /// The places on the trail, as bits, where a node of the kind that the step leads to may stand.
    let mayRepeat: Int
    let edge: EdgeKind

    init(_ metaPath: MetaPath, _ index: Int, _ rows: [EdgeView: OpenRows]) {
      let views = EdgeView.ends(of: metaPath, step: index)
      guard let ahead = rows[views.ahead], let back = rows[views.back] else {
        preconditionFailure("all edges of the metapaths are open")
      }
      (self.ahead, self.back) = (ahead, back)
      let kinds = [metaPath.start] + metaPath.steps.map(\.to)
      mayRepeat = (0...index).reduce(0) { kinds[$1] == kinds[index + 1] ? $0 | 1 << $1 : $0 }
      edge = metaPath.steps[index].edge
    }
  }

  /// One metapath on open arrays.
  struct Walk: BitwiseCopyable {
    let column: Int
    let steps: UnsafeMutablePointer<Step>
    let length: Int
    /// Whether it ends at a node of the kind that it begins at.
    let mayEndAtStart: Bool
    /// Whether its rests are kept, and may come over such a node.
    let mayReturn: Bool
    /// Whether its rests are kept.
    let isKept: Bool

    init(_ metaPath: MetaPath, _ column: Int, _ steps: UnsafeMutablePointer<Step>) {
      self.column = column
      self.steps = steps
      length = metaPath.steps.count
      isKept = WalkRests.lengths.contains(length)
      mayEndAtStart = metaPath.end == metaPath.start
      mayReturn = length == 3 && metaPath.steps[1].to == metaPath.start
    }
  }
}
