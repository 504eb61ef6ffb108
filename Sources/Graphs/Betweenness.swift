extension SimpleGraph {
  /// How often each node lies between two others on a shortest path, exactly.
  ///
  /// A pair counts by the share of its shortest paths that pass the node; weights are left aside.
  /// U. Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical Sociology 25
  /// (2001) 163–177.
  ///
  /// - Parameter isNormalised: Whether the counts are divided by the pairs of other nodes of the whole
  ///   graph, (n−1)(n−2)/2, however it hangs together; a graph of fewer than three nodes gives zeros.
  /// - Returns: A value for each node.
  /// - Complexity: O(nodes · ties).
  public func betweennessCentrality(isNormalised: Bool = true) -> [Double] {
    // As many chunks on every machine, so that sums are taken in the same order.
    let chunks = min(nodeCount, 16)
    let sums = concurrentMap(chunks) { chunk in
      var search = ShortestPathCounting(self)
      for source in nodeCount * chunk / chunks..<nodeCount * (chunk + 1) / chunks {
        search.count(from: source)
      }
      return search.dependencies
    }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2) / 2
    // Each pair is met from both of its ends.
    let scale = isNormalised ? (pairs > 0 ? 0.5 / pairs : 0) : 0.5
    return (0..<nodeCount).map { node in sums.reduce(0) { $0 + $1[node] } * scale }
  }
}

/// The sum of the dependencies of some sources on every node.
private struct ShortestPathCounting {
  private let graph: SimpleGraph
  private(set) var dependencies: [Double]
  private var distance: [Int32]
  private var paths: [Double]
  private var share: [Double]
  private var order: [Int32] = []

  init(_ graph: SimpleGraph) {
    self.graph = graph
    dependencies = [Double](repeating: 0, count: graph.nodeCount)
    distance = [Int32](repeating: -1, count: graph.nodeCount)
    paths = [Double](repeating: 0, count: graph.nodeCount)
    share = [Double](repeating: 0, count: graph.nodeCount)
  }

  mutating func count(from source: Int) {
    search(from: Int32(source))
    for node in order.reversed() {
      let node = Int(node)
      for neighbour in graph.neighbours(of: node) where distance[Int(neighbour)] > distance[node] {
        share[node] += paths[node] / paths[Int(neighbour)] * (1 + share[Int(neighbour)])
      }
      if node != source { dependencies[node] += share[node] }
    }
    for node in order {
      distance[Int(node)] = -1
      share[Int(node)] = 0
    }
  }

  private mutating func search(from source: Int32) {
    order.removeAll(keepingCapacity: true)
    order.append(source)
    distance[Int(source)] = 0
    paths[Int(source)] = 1
    var next = 0
    while next < order.count {
      let node = Int(order[next])
      next += 1
      for neighbour in graph.neighbours(of: node) {
        let neighbour = Int(neighbour)
        if distance[neighbour] < 0 {
          distance[neighbour] = distance[node] + 1
          paths[neighbour] = 0
          order.append(Int32(neighbour))
        }
        if distance[neighbour] > distance[node] { paths[neighbour] += paths[node] }
      }
    }
  }
}
