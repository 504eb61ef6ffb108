/// Three nodes that are tied to one another, and where their ties lie.
struct Triangle {
  /// The three nodes; `first` has the fewest neighbours, `third` the most.
  let first, second, third: Int32
}

extension SimpleGraph {
  /// Calls a closure for every triangle, once each, in an order that the graph alone decides.
  ///
  /// Ties are directed from the node of fewer neighbours to that of more. N. Chiba & T. Nishizeki,
  /// *Arboricity and subgraph listing algorithms*, SIAM Journal on Computing 14 (1985) 210–223.
  ///
  /// - Complexity: O(ties^1.5).
  func forEachTriangle(_ body: (Triangle) -> Void) {
    let ahead = AscendingTies(self)
    var isMarked = [Bool](repeating: false, count: nodeCount)
    for first in 0..<nodeCount where ahead.row(first).count > 1 {
      for position in ahead.row(first) { isMarked[Int(ahead.targets[position])] = true }
      for position in ahead.row(first) {
        let second = ahead.targets[position]
        for position in ahead.row(Int(second)) where isMarked[Int(ahead.targets[position])] {
          body(Triangle(first: Int32(first), second: second, third: ahead.targets[position]))
        }
      }
      for position in ahead.row(first) { isMarked[Int(ahead.targets[position])] = false }
    }
  }
}

/// Every tie once, at its end of fewer neighbours; equal ones by number.
private struct AscendingTies {
  private let starts: [Int32]
  let targets: [Int32]

  init(_ graph: SimpleGraph) {
    var starts: [Int32] = [0]
    var targets: [Int32] = []
    targets.reserveCapacity(graph.edgeCount)
    for node in 0..<graph.nodeCount {
      let degree = graph.degree(of: node)
      for neighbour in graph.neighbours(of: node) {
        let other = graph.degree(of: Int(neighbour))
        if (degree, node) < (other, Int(neighbour)) { targets.append(neighbour) }
      }
      starts.append(Int32(targets.count))
    }
    (self.starts, self.targets) = (starts, targets)
  }

  @inline(__always)
  func row(_ node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }
}
