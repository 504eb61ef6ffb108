/// The edges of one type seen from one end, in compressed sparse rows.
///
/// Only the span of nodes that have such an edge at all takes space: `starts` begins at `firstNode`.
public struct Adjacency: Sendable {
  let firstNode: Int32
  let starts: [Int32]
  let neighbours: [NodeID]
  /// The number of the type's first edge.
  private let firstEdge: Int32
  /// The place of each edge among those of its type; nil where it is the place in `neighbours`.
  private let places: [Int32]?
  /// The length of the longest row.
  let highestDegree: Int

  /// No edges.
  public static let empty = Adjacency(ahead: SortedEdges(sources: [], targets: []), firstEdge: 0)

  /// Where a node's row lies in `neighbours`.
  @inline(__always)
  func row(_ node: NodeID) -> Range<Int> {
    let index = Int(node.rawValue - firstNode)
    guard index >= 0, index + 1 < starts.count else { return 0..<0 }
    return Int(starts[index])..<Int(starts[index + 1])
  }

  /// The neighbours of a node, ascending; one appears once for each parallel edge.
  public func neighbours(of node: NodeID) -> ArraySlice<NodeID> { neighbours[row(node)] }

  /// The edges at a node, in the order of `neighbours(of:)`.
  public func edges(of node: NodeID) -> [EdgeID] { row(node).map(edge(at:)) }

  /// The edge at a position of `neighbours`.
  func edge(at position: Int) -> EdgeID {
    EdgeID(Int(firstEdge) + (places.map { Int($0[position]) } ?? position))
  }

  /// How many edges of this type a node has at this end.
  public func degree(of node: NodeID) -> Int { row(node).count }

  /// The rows of the nodes that edges leave.
  ///
  /// - Complexity: O(edges + span of nodes).
  init(ahead edges: SortedEdges, firstEdge: Int) {
    let rows = RowStarts(of: edges.sources)
    (firstNode, starts, highestDegree) = (rows.firstNode, rows.starts, rows.longest)
    neighbours = edges.targets
    self.firstEdge = Int32(firstEdge)
    places = nil
  }

  /// The rows of the nodes that edges reach, by a counting sort that keeps the order of the edges.
  ///
  /// - Complexity: O(edges + span of nodes).
  init(back edges: SortedEdges, firstEdge: Int) {
    let rows = RowStarts(of: edges.targets)
    (firstNode, starts, highestDegree) = (rows.firstNode, rows.starts, rows.longest)
    self.firstEdge = Int32(firstEdge)
    let places = rows.places(of: edges.targets)
    self.places = places
    neighbours = [NodeID](unsafeUninitializedCapacity: places.count) { neighbours, count in
      edges.sources.withUnsafeBufferPointer { sources in
        for (position, place) in places.enumerated() {
          neighbours.initializeElement(at: position, to: sources[Int(place)])
        }
      }
      count = places.count
    }
  }
}

/// The edges of one type, ascending by the node that they leave, then by the one that they reach.
struct SortedEdges: Sendable {
  let sources: [NodeID]
  let targets: [NodeID]
}

/// Where the row of each node begins among edges, for a counting sort.
struct RowStarts {
  let firstNode: Int32
  /// For each node from the first on where its row begins, and at the end where the last one stops.
  let starts: [Int32]
  /// The length of the longest row.
  let longest: Int

  /// The rows of the nodes at one end of edges.
  init(of nodes: [NodeID]) {
    let numbers = nodes.withUnsafeBufferPointer { nodes in
      nodes.reduce(into: (lowest: Int32.max, highest: Int32.min)) { bounds, node in
        bounds.lowest = min(bounds.lowest, node.rawValue)
        bounds.highest = max(bounds.highest, node.rawValue)
      }
    }
    guard !nodes.isEmpty else {
      (firstNode, starts, longest) = (0, [0], 0)
      return
    }
    var starts = [Int32](repeating: 0, count: Int(numbers.highest - numbers.lowest) + 2)
    var (sum, longest) = (Int32(0), Int32(0))
    starts.withUnsafeMutableBufferPointer { starts in
      nodes.withUnsafeBufferPointer { nodes in
        for node in nodes { starts[Int(node.rawValue &- numbers.lowest)] &+= 1 }
      }
      for index in starts.indices {
        let count = starts[index]
        starts[index] = sum
        sum += count
        longest = max(longest, count)
      }
    }
    firstNode = numbers.lowest
    self.starts = starts
    self.longest = Int(longest)
  }

  /// The places of edges by the node at one end; edges of one node keep their order.
  func places(of nodes: [NodeID]) -> [Int32] {
    var next = starts
    return [Int32](unsafeUninitializedCapacity: nodes.count) { places, count in
      next.withUnsafeMutableBufferPointer { next in
        nodes.withUnsafeBufferPointer { nodes in
          for place in nodes.indices {
            let row = Int(nodes[place].rawValue &- firstNode)
            places.initializeElement(at: Int(next[row]), to: Int32(truncatingIfNeeded: place))
            next[row] &+= 1
          }
        }
      }
      count = nodes.count
    }
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
