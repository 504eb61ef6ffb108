/// The edges of one type seen from one end, in compressed sparse rows.
///
/// Only the span of nodes that have such an edge at all takes space: `starts` begins at `firstNode`.
public struct Adjacency: Sendable {
  let firstNode: Int32
  let starts: [Int32]
  let neighbours: [NodeID]
  let edges: [EdgeID]
  /// The length of the longest row.
  let highestDegree: Int

  /// No edges.
  public static let empty = Adjacency(firstNode: 0, starts: [0], neighbours: [], edges: [])

  /// Where a node's row lies in `neighbours` and `edges`.
  @inline(__always)
  func row(_ node: NodeID) -> Range<Int> {
    let index = Int(node.rawValue - firstNode)
    guard index >= 0, index + 1 < starts.count else { return 0..<0 }
    return Int(starts[index])..<Int(starts[index + 1])
  }

  /// The neighbours of a node, ascending; one appears once for each parallel edge.
  public func neighbours(of node: NodeID) -> ArraySlice<NodeID> { neighbours[row(node)] }

  /// The edges at a node, in the order of `neighbours(of:)`.
  public func edges(of node: NodeID) -> ArraySlice<EdgeID> { edges[row(node)] }

  /// How many edges of this type a node has at this end.
  public func degree(of node: NodeID) -> Int { row(node).count }

  /// Builds the rows from edges in any order, by two stable counting sorts.
  ///
  /// - Complexity: O(edges + span of nodes).
  init(sources: [NodeID], targets: [NodeID], edges: [EdgeID]) {
    guard let lowest = sources.min(), let highest = sources.max() else {
      self = .empty
      return
    }
    let byTarget = Adjacency.order(of: targets, within: Array(sources.indices.map(Int32.init)))
    let order = Adjacency.order(of: sources, within: byTarget)
    var starts = [Int32](repeating: 0, count: Int(highest.rawValue - lowest.rawValue) + 2)
    for source in sources { starts[Int(source.rawValue - lowest.rawValue) + 1] += 1 }
    highestDegree = Int(starts.max() ?? 0)
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    firstNode = lowest.rawValue
    self.starts = starts
    neighbours = order.map { targets[Int($0)] }
    self.edges = edges.isEmpty ? order.map { EdgeID(Int($0)) } : order.map { edges[Int($0)] }
  }

  private init(firstNode: Int32, starts: [Int32], neighbours: [NodeID], edges: [EdgeID]) {
    highestDegree = 0
    self.firstNode = firstNode
    self.starts = starts
    self.neighbours = neighbours
    self.edges = edges
  }

  /// Sorts positions by the key that stands at each; equal keys keep their order.
  static func order(of keys: [NodeID], within positions: [Int32]) -> [Int32] {
    guard let lowest = keys.min(), let highest = keys.max() else { return [] }
    var next = [Int32](repeating: 0, count: Int(highest.rawValue - lowest.rawValue) + 2)
    for key in keys { next[Int(key.rawValue - lowest.rawValue) + 1] += 1 }
    for index in next.indices.dropFirst() { next[index] += next[index - 1] }
    var sorted = [Int32](repeating: 0, count: positions.count)
    for position in positions {
      let slot = Int(keys[Int(position)].rawValue - lowest.rawValue)
      sorted[Int(next[slot])] = position
      next[slot] += 1
    }
    return sorted
  }
}

/// The arrays of an adjacency, opened for tight loops.
public struct AdjacencyPointers: BitwiseCopyable {
  @usableFromInline let firstNode: Int32
  @usableFromInline let starts: UnsafeBufferPointer<Int32>
  @usableFromInline let neighbours: UnsafeBufferPointer<Int32>

  /// The numbers of a node's neighbours, ascending; one appears once for each parallel edge.
  @inlinable
  public func neighbours(of node: NodeID) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(rebasing: neighbours[row(node.rawValue)])
  }

  /// Where a node's row lies in `neighbours`.
  @inlinable
  func row(_ node: Int32) -> Range<Int> {
    let index = Int(node - firstNode)
    guard index >= 0, index + 1 < starts.count else { return 0..<0 }
    return Range(uncheckedBounds: (Int(starts[index]), Int(starts[index + 1])))
  }
}

extension Adjacency {
  /// Calls a closure with the arrays opened; the pointers must not leave it.
  public func withPointers<Result>(_ body: (AdjacencyPointers) -> Result) -> Result {
    starts.withUnsafeBufferPointer { starts in
      neighbours.withUnsafeBufferPointer { nodes in
        nodes.withMemoryRebound(to: Int32.self) { nodes in
          body(AdjacencyPointers(firstNode: firstNode, starts: starts, neighbours: nodes))
        }
      }
    }
  }
}
