extension SimpleGraph {
  /// The nodes in an order in which neighbours stand near one another, component by component.
  ///
  /// From each component's smallest node on, the reached node that has the fewest neighbours comes
  /// next: so what meets only in a few well-connected nodes is listed one after the other.
  ///
  /// - Complexity: O(nodes + ties + reached nodes · degrees between them).
  func localityOrder() -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(nodeCount)
    var isReached = [Bool](repeating: false, count: nodeCount)
    var reached = DegreeBuckets(count: (0..<nodeCount).map(degree).max().map { $0 + 1 } ?? 0)
    for start in 0..<nodeCount where !isReached[start] {
      isReached[start] = true
      reached.insert(Int32(start), degree: degree(of: start))
      while let node = reached.removeFirst() {
        order.append(node)
        for neighbour in neighbours(of: Int(node)) where !isReached[Int(neighbour)] {
          isReached[Int(neighbour)] = true
          reached.insert(neighbour, degree: degree(of: Int(neighbour)))
        }
      }
    }
    return order
  }

  /// The graph with its nodes numbered anew, weights left aside.
  ///
  /// - Parameter order: For each new number the old one.
  func renumbered(_ order: [Int32]) -> SimpleGraph {
    var numbers = [Int32](repeating: 0, count: nodeCount)
    for (number, node) in order.enumerated() { numbers[Int(node)] = Int32(number) }
    var starts: [Int32] = [0]
    var targets: [Int32] = []
    starts.reserveCapacity(nodeCount + 1)
    targets.reserveCapacity(self.targets.count)
    for node in order {
      for neighbour in neighbours(of: Int(node)) { targets.append(numbers[Int(neighbour)]) }
      targets[Int(starts[starts.count - 1])...].sort()
      starts.append(Int32(targets.count))
    }
    return SimpleGraph(starts: starts, targets: targets)
  }
}

/// Nodes by their degrees; of equal ones the last comes first.
private struct DegreeBuckets {
  private var buckets: [[Int32]]
  private var lowest = 0

  init(count: Int) { buckets = [[Int32]](repeating: [], count: count) }

  mutating func insert(_ node: Int32, degree: Int) {
    buckets[degree].append(node)
    lowest = min(lowest, degree)
  }

  mutating func removeFirst() -> Int32? {
    while lowest < buckets.count {
      if let node = buckets[lowest].popLast() { return node }
      lowest += 1
    }
    return nil
  }
}
