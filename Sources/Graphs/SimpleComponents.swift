extension SimpleGraph {
  /// The connected component of each node; they are numbered from 0 by their smallest nodes.
  ///
  /// - Complexity: O(nodes + ties).
  public func connectedComponents() -> [Int] {
    var component = [Int](repeating: -1, count: nodeCount)
    var count = 0
    var waiting: [Int] = []
    for start in 0..<nodeCount where component[start] < 0 {
      component[start] = count
      waiting.append(start)
      while let node = waiting.popLast() {
        for neighbour in neighbours(of: node) where component[Int(neighbour)] < 0 {
          component[Int(neighbour)] = count
          waiting.append(Int(neighbour))
        }
      }
      count += 1
    }
    return component
  }
}
