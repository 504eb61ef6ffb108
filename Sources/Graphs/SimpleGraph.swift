/// An undirected graph without parallel ties and self-ties, in compressed sparse rows.
///
/// Nodes are the numbers from 0. Most measures look at the ties alone; those that heed their weights
/// say so.
public struct SimpleGraph: Sendable {
  /// Where each node's row begins; one entry more than nodes, for the end.
  let starts: [Int32]
  /// The neighbours of all nodes, each row ascending.
  let targets: [Int32]
  /// The weights beside `targets`; empty where every tie weighs 1.
  let targetWeights: [Double]

  /// The number of nodes.
  public var nodeCount: Int { starts.count - 1 }
  /// The number of ties, each counted once.
  public var edgeCount: Int { targets.count / 2 }

  /// A graph of ties that all weigh 1: self-ties are dropped, parallel ties are one.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes there are.
  ///   - edges: The ties in any order, each in either direction; their ends are below `nodeCount`.
  /// - Complexity: O(nodes + ties).
  @inlinable
  public init(nodeCount: Int, edges: some Sequence<(Int, Int)>) {
    var ends: [(Int32, Int32)] = []
    ends.reserveCapacity(edges.underestimatedCount)
    for (left, right) in edges where left != right { ends.append((Int32(left), Int32(right))) }
    self.init(nodeCount: nodeCount, ends: ends, weights: [])
  }

  /// A graph of weighted ties: self-ties are dropped, the weights of parallel ties are added.
  ///
  /// A tie whose weight is not a positive, finite number is no tie and is dropped.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes there are.
  ///   - weightedEdges: The ties in any order, each in either direction, with their weights; their
  ///     ends are below `nodeCount`.
  /// - Complexity: O(nodes + ties).
  @inlinable
  public init(nodeCount: Int, weightedEdges: some Sequence<(Int, Int, Double)>) {
    var ends: [(Int32, Int32)] = []
    var weights: [Double] = []
    for (left, right, weight) in weightedEdges where left != right {
      guard weight > 0, weight.isFinite else { continue }
      ends.append((Int32(left), Int32(right)))
      weights.append(weight)
    }
    self.init(nodeCount: nodeCount, ends: ends, weights: weights)
  }

  @usableFromInline
  init(nodeCount: Int, ends: [(Int32, Int32)], weights: [Double]) {
    var rows = Rows(nodeCount: nodeCount, ends: ends, weights: weights)
    rows.transpose()
    rows.mergeParallels()
    (starts, targets, targetWeights) = (rows.starts, rows.targets, rows.weights)
  }

  /// A graph of rows that are as they should be already.
  init(starts: [Int32], targets: [Int32]) {
    (self.starts, self.targets, targetWeights) = (starts, targets, [])
  }

  /// How many neighbours a node has.
  public func degree(of node: Int) -> Int { Int(starts[node + 1] - starts[node]) }

  /// The neighbours of a node, ascending.
  public func neighbours(of node: Int) -> ArraySlice<Int32> { targets[row(node)] }

  /// The weights of a node's ties, in the order of `neighbours(of:)`.
  public func weights(of node: Int) -> [Double] {
    targetWeights.isEmpty
      ? [Double](repeating: 1, count: degree(of: node)) : Array(targetWeights[row(node)])
  }

  /// The ties, each once with its smaller end first, ascending.
  public var edges: [(Int, Int)] {
    var edges: [(Int, Int)] = []
    edges.reserveCapacity(edgeCount)
    for node in 0..<nodeCount {
      for neighbour in neighbours(of: node) where neighbour > node {
        edges.append((node, Int(neighbour)))
      }
    }
    return edges
  }

  /// Whether two nodes are tied.
  ///
  /// - Complexity: O(log neighbours).
  public func hasEdge(_ left: Int, _ right: Int) -> Bool {
    position(of: right, among: left) != nil
  }

  /// Where a node's row lies in `targets`.
  @inline(__always)
  func row(_ node: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[node]), Int(starts[node + 1])))
  }

  /// Where a neighbour stands in `targets` within a node's row; nil where it is none.
  func position(of neighbour: Int, among node: Int) -> Int? {
    var (low, high) = (Int(starts[node]), Int(starts[node + 1]))
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < neighbour { low = middle + 1 } else { high = middle }
    }
    return low < starts[node + 1] && targets[low] == neighbour ? low : nil
  }
}

/// Rows on their way to a simple graph.
private struct Rows {
  private(set) var starts: [Int32]
  private(set) var targets: [Int32]
  private(set) var weights: [Double]

  /// Both directions of all ties, by the node that they leave, in the order in which they came.
  init(nodeCount: Int, ends: [(Int32, Int32)], weights ofEnds: [Double]) {
    starts = [Int32](repeating: 0, count: nodeCount + 1)
    for (left, right) in ends {
      starts[Int(left) + 1] += 1
      starts[Int(right) + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    targets = [Int32](repeating: 0, count: 2 * ends.count)
    weights = [Double](repeating: 0, count: 2 * ofEnds.count)
    var next = starts
    for (index, (left, right)) in ends.enumerated() {
      let there = Self.slot(&next, left)
      let back = Self.slot(&next, right)
      targets[there] = right
      targets[back] = left
      if !ofEnds.isEmpty { (weights[there], weights[back]) = (ofEnds[index], ofEnds[index]) }
    }
  }

  /// Turns the rows over: as each tie is there in both directions, this sorts every row.
  mutating func transpose() {
    var sorted = [Int32](repeating: 0, count: targets.count)
    var sortedWeights = [Double](repeating: 0, count: weights.count)
    var next = starts
    for node in 0..<(starts.count - 1) {
      for position in Int(starts[node])..<Int(starts[node + 1]) {
        let slot = Self.slot(&next, targets[position])
        sorted[slot] = Int32(node)
        if !weights.isEmpty { sortedWeights[slot] = weights[position] }
      }
    }
    (targets, weights) = (sorted, sortedWeights)
  }

  /// Makes one of equal neighbours; their weights are added in ascending order, so that the sum does
  /// not depend on the order in which the ties came.
  mutating func mergeParallels() {
    var end = 0
    var first = 0
    for node in 0..<(starts.count - 1) {
      let last = Int(starts[node + 1])
      while first < last {
        var next = first + 1
        while next < last, targets[next] == targets[first] { next += 1 }
        targets[end] = targets[first]
        if !weights.isEmpty { weights[end] = weights[first..<next].sorted().reduce(0, +) }
        end += 1
        first = next
      }
      starts[node + 1] = Int32(end)
    }
    targets.removeLast(targets.count - end)
    if !weights.isEmpty { weights.removeLast(weights.count - end) }
  }

  @inline(__always)
  private static func slot(_ next: inout [Int32], _ node: Int32) -> Int {
    let slot = Int(next[Int(node)])
    next[Int(node)] += 1
    return slot
  }
}
