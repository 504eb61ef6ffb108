/// What a node's own piece of a graph falls into when the node is left out.
public struct Separation: Sendable, Hashable {
  /// The node that is left out.
  public let node: Int
  /// How many nodes each piece has, the largest first; two pieces at least.
  public let pieces: [Int]

  /// A node, and the sizes of the pieces.
  public init(node: Int, pieces: [Int]) { (self.node, self.pieces) = (node, pieces) }
}

extension SimpleGraph {
  /// The nodes without which their piece falls apart, ascending.
  ///
  /// J. Hopcroft & R. Tarjan, *Efficient algorithms for graph manipulation*, Communications of the ACM
  /// 16 (1973) 372–378.
  ///
  /// - Complexity: O(nodes + ties).
  public func articulationPoints() -> [Int] {
    let tree = DepthFirstTree(self)
    // How many pieces come off at a node; at a root one of them is what stays.
    var cuts = tree.parent.map { $0 < 0 ? Int32(-1) : 0 }
    for node in tree.order {
      let parent = Int(tree.parent[Int(node)])
      if parent >= 0, tree.lowest[Int(node)] >= tree.number[parent] { cuts[parent] += 1 }
    }
    return cuts.indices.filter { cuts[$0] > 0 }
  }

  /// The ties without which their piece falls apart, each with its smaller end first, ascending.
  ///
  /// Parallel ties were one from the start, so that several ties between two nodes are a bridge if one
  /// would be.
  ///
  /// - Complexity: O(nodes + ties + bridges · log bridges).
  public func bridges() -> [(Int, Int)] {
    let tree = DepthFirstTree(self)
    return tree.order.compactMap { node -> (Int, Int)? in
      let parent = tree.parent[Int(node)]
      guard parent >= 0, tree.lowest[Int(node)] > tree.number[Int(parent)] else { return nil }
      return (Int(min(node, parent)), Int(max(node, parent)))
    }.sorted { $0 < $1 }
  }

  /// The articulation points, ascending, each with what its piece falls into without it.
  ///
  /// - Complexity: O(nodes + ties + pieces · log pieces).
  public func separations() -> [Separation] {
    let tree = DepthFirstTree(self)
    var cut = [[Int]](repeating: [], count: nodeCount)
    for node in tree.order {
      let parent = Int(tree.parent[Int(node)])
      if parent >= 0, tree.lowest[Int(node)] >= tree.number[parent] {
        cut[parent].append(Int(tree.size[Int(node)]))
      }
    }
    return cut.indices.compactMap { node in
      let root = Int(tree.root[node])
      let rest = Int(tree.size[root]) - 1 - cut[node].reduce(0, +)
      let pieces = rest > 0 ? cut[node] + [rest] : cut[node]
      return pieces.count > 1
        ? Separation(node: node, pieces: pieces.sorted(by: >)) : nil
    }
  }

  /// The pieces that a node's own piece falls into without it: the largest first, equal ones by their
  /// smallest nodes; one piece where nothing falls apart, none where the node stands alone.
  ///
  /// - Returns: The nodes of each piece, ascending.
  /// - Complexity: O(nodes + ties).
  public func pieces(without node: Int) -> [[Int]] {
    var isReached = [Bool](repeating: false, count: nodeCount)
    isReached[node] = true
    var pieces: [[Int]] = []
    for start in neighbours(of: node) where !isReached[Int(start)] {
      var piece = [Int(start)]
      isReached[Int(start)] = true
      var next = 0
      while next < piece.count {
        for neighbour in neighbours(of: piece[next]) where !isReached[Int(neighbour)] {
          isReached[Int(neighbour)] = true
          piece.append(Int(neighbour))
        }
        next += 1
      }
      pieces.append(piece.sorted())
    }
    return pieces.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

/// A walk through a graph depth first, one tree a piece.
private struct DepthFirstTree {
  /// The nodes in the order in which they were met.
  private(set) var order: [Int32]
  /// The place of each node in that order.
  private(set) var number: [Int32]
  /// The node that each was met from; -1 for the roots.
  private(set) var parent: [Int32]
  /// The first node of the piece of each.
  private(set) var root: [Int32]
  /// The lowest number that is tied to a node or to one below it.
  private(set) var lowest: [Int32]
  /// How many nodes hang at a node, itself included.
  private(set) var size: [Int32]

  init(_ graph: SimpleGraph) {
    let count = graph.nodeCount
    number = [Int32](repeating: -1, count: count)
    (parent, root, lowest, order) = (number, number, number, number)
    size = [Int32](repeating: 1, count: count)
    walk(graph)
    for node in order.reversed() where parent[Int(node)] >= 0 {
      let above = Int(parent[Int(node)])
      size[above] += size[Int(node)]
      lowest[above] = min(lowest[above], lowest[Int(node)])
    }
  }

  private mutating func walk(_ graph: SimpleGraph) {
    var next = graph.starts
    graph.starts.withUnsafeBufferPointer { starts in
      graph.targets.withUnsafeBufferPointer { targets in
        next.withUnsafeMutableBufferPointer { next in
          number.withUnsafeMutableBufferPointer { number in
            parent.withUnsafeMutableBufferPointer { parent in
              lowest.withUnsafeMutableBufferPointer { lowest in
                order.withUnsafeMutableBufferPointer { order in
                  root.withUnsafeMutableBufferPointer { root in
                    let walk = DepthFirstWalk(
                      starts: starts, targets: targets, next: next, number: number,
                      parent: parent, lowest: lowest, order: order, root: root)
                    walk.walk()
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// The arrays of a walk, opened for a tight loop.
private struct DepthFirstWalk {
  let starts: UnsafeBufferPointer<Int32>
  let targets: UnsafeBufferPointer<Int32>
  /// Where the row of each node is to be read next.
  let next: UnsafeMutableBufferPointer<Int32>
  let number: UnsafeMutableBufferPointer<Int32>
  let parent: UnsafeMutableBufferPointer<Int32>
  let lowest: UnsafeMutableBufferPointer<Int32>
  let order: UnsafeMutableBufferPointer<Int32>
  let root: UnsafeMutableBufferPointer<Int32>

  func walk() {
    var count: Int32 = 0
    for node in number.indices where number[node] < 0 { walk(from: Int32(node), &count) }
  }

  /// Without recursion: a thread of a million nodes would be too deep for the stack.
  private func walk(from start: Int32, _ count: inout Int32) {
    var node = start
    meet(node, from: -1, start, &count)
    while node >= 0 {
      let (above, end) = (parent[Int(node)], starts[Int(node) + 1])
      var (position, low) = (next[Int(node)], lowest[Int(node)])
      var below: Int32 = -1
      while position < end {
        let neighbour = targets[Int(position)]
        position += 1
        let met = number[Int(neighbour)]
        if met < 0 {
          below = neighbour
          break
        }
        if neighbour != above { low = min(low, met) }
      }
      (next[Int(node)], lowest[Int(node)]) = (position, low)
      if below >= 0 { meet(below, from: node, start, &count) }
      node = below >= 0 ? below : above
    }
  }

  private func meet(_ node: Int32, from previous: Int32, _ start: Int32, _ count: inout Int32) {
    number[Int(node)] = count
    lowest[Int(node)] = count
    parent[Int(node)] = previous
    root[Int(node)] = start
    order[Int(count)] = node
    count += 1
  }
}
