extension SimpleGraph {
  /// The nodes in clusters of at most so many, such that few ties are cut.
  ///
  /// Connected pieces that fit stay whole. The others are cut by greedy graph growing (G. Karypis and
  /// V. Kumar, *A fast and high quality multilevel scheme for partitioning irregular graphs*, SIAM
  /// Journal on Scientific Computing 20 (1998) 359–392): a cluster grows from a node of fewest ties by
  /// the node again and again that leaves least to be cut. What is left over joins the cluster that it
  /// has most ties with, and where none has room one that has.
  ///
  /// - Parameter size: Nodes in a cluster at most, 1 at least.
  /// - Returns: The clusters, that of the smallest node first, each ascending; every node in one.
  /// - Complexity: O(nodes · log nodes + size · ties).
  public func clusters(atMost size: Int) -> [[Int]] {
    var growing = GrowingClusters(self, size: max(1, size))
    growing.grow()
    growing.joinNeighbours()
    growing.fillRoom()
    return growing.clusters.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}

private struct GrowingClusters {
  private let graph: SimpleGraph
  private let size: Int
  /// By node its cluster; -1 where it has none yet.
  private var cluster: [Int]
  /// By node how many of its neighbours have no cluster yet.
  private var open: [Int]
  private(set) var clusters: [[Int]] = []

  init(_ graph: SimpleGraph, size: Int) {
    self.graph = graph
    self.size = size
    cluster = [Int](repeating: -1, count: graph.nodeCount)
    open = (0..<graph.nodeCount).map(graph.degree)
  }

  mutating func grow() {
    let seeds = (0..<graph.nodeCount).sorted {
      (graph.degree(of: $0), $0) < (graph.degree(of: $1), $1)
    }
    for seed in seeds where cluster[seed] < 0 {
      clusters.append([])
      // By neighbour of the cluster the number of its ties to it.
      var inside: [Int: Int] = [seed: 0]
      while clusters[clusters.count - 1].count < size, let next = best(inside) {
        inside[next] = nil
        cluster[next] = clusters.count - 1
        clusters[clusters.count - 1].append(next)
        for neighbour in graph.neighbours(of: next).map(Int.init) {
          open[neighbour] -= 1
          if cluster[neighbour] < 0 { inside[neighbour, default: 0] += 1 }
        }
      }
    }
  }

  /// The neighbour that leaves least to be cut; of several the one with most ties, then the first.
  private func best(_ inside: [Int: Int]) -> Int? {
    inside.max { left, right in
      let (one, other) = (left.value - open[left.key], right.value - open[right.key])
      return (one, left.value, -left.key) < (other, right.value, -right.key)
    }?.key
  }

  /// Joins clusters, the smallest first, to the one that they have most ties with and that has room.
  mutating func joinNeighbours() {
    let order = clusters.indices.sorted {
      (clusters[$0].count, clusters[$0][0]) < (clusters[$1].count, clusters[$1][0])
    }
    for index in order where clusters[index].count < size {
      var ties: [Int: Int] = [:]
      for node in clusters[index] {
        for neighbour in graph.neighbours(of: node) {
          ties[cluster[Int(neighbour)], default: 0] += 1
        }
      }
      let fitting = ties.filter { other, _ in
        other != index && clusters[other].count + clusters[index].count <= size
      }
      if let best = fitting.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key {
        move(index, to: best)
      }
    }
  }

  /// Puts clusters of less than a third of what fits where there is room: best fit, the largest first.
  mutating func fillRoom() {
    var byRoom = [[Int]](repeating: [], count: size + 1)
    var small: [Int] = []
    for index in clusters.indices where !clusters[index].isEmpty {
      if clusters[index].count * 3 < size {
        small.append(index)
      } else {
        byRoom[size - clusters[index].count].append(index)
      }
    }
    small.sort { (clusters[$1].count, $0) < (clusters[$0].count, $1) }
    for index in small {
      let needed = clusters[index].count
      if let room = (needed...size).first(where: { !byRoom[$0].isEmpty }) {
        let other = byRoom[room].removeLast()
        move(index, to: other)
        byRoom[room - needed].append(other)
      } else {
        byRoom[size - needed].append(index)
      }
    }
  }

  private mutating func move(_ index: Int, to other: Int) {
    for node in clusters[index] { cluster[node] = other }
    clusters[other] += clusters[index]
    clusters[index] = []
  }
}
