extension SimpleGraph {
  /// The connected component of each node; they are numbered from 0 by their smallest nodes.
  ///
  /// - Complexity: O(nodes + ties).
  public func connectedComponents() -> [Int] {
    var components = [Int](repeating: -1, count: nodeCount)
    // The one beyond the last is written to before it is known whether it counts.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: nodeCount + 1) { queue in
      components.withUnsafeMutableBufferPointer { components in
        starts.withUnsafeBufferPointer { starts in
          targets.withUnsafeBufferPointer { targets in
            var (count, last) = (0, 0)
            for start in components.indices where components[start] < 0 {
              var next = last
              queue[last] = Int32(start)
              last += 1
              components[start] = count
              while next < last {
                let node = Int(queue[next])
                next &+= 1
                for position in Int(starts[node])..<Int(starts[node &+ 1]) {
                  let neighbour = targets[position]
                  let isNew = components[Int(neighbour)] < 0
                  queue[last] = neighbour
                  last &+= isNew ? 1 : 0
                  components[Int(neighbour)] = count
                }
              }
              count += 1
            }
          }
        }
      }
    }
    return components
  }
}
