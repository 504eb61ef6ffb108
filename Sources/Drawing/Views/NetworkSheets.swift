import Graphs

/// The clusters of a network and the ties between them.
struct NetworkSheets {
  /// Nodes on a sheet at most that say where it goes on: a fifth of all.
  let continuations: Int
  let clusters: [[Int]]
  /// By node its cluster.
  let cluster: [Int]
  private let between: [[Int: Int]]
  /// By node its ties to other clusters.
  private let beyond: [[Int: Int]]

  /// - Parameter room: Nodes of a cluster at most.
  init(_ clusters: [[Int]], _ ties: [(Int, Int)], room: Int) {
    continuations = max(2, room / 4)
    self.clusters = clusters
    var cluster = [Int](repeating: 0, count: clusters.reduce(0) { $0 + $1.count })
    for (index, members) in clusters.enumerated() {
      for node in members { cluster[node] = index }
    }
    var between = [[Int: Int]](repeating: [:], count: clusters.count)
    var beyond = [[Int: Int]](repeating: [:], count: cluster.count)
    for (left, right) in ties where cluster[left] != cluster[right] {
      between[cluster[left]][cluster[right], default: 0] += 1
      between[cluster[right]][cluster[left], default: 0] += 1
      beyond[left][cluster[right], default: 0] += 1
      beyond[right][cluster[left], default: 0] += 1
    }
    self.cluster = cluster
    self.between = between
    self.beyond = beyond
  }

  func isWithin(_ left: Int, _ right: Int) -> Bool { cluster[left] == cluster[right] }

  /// The clusters that a node has ties to beside its own, ascending.
  func sheets(of node: Int) -> [Int] { beyond[node].keys.sorted() }

  /// The node of a cluster that has most ties to another, the first of several.
  func gate(from index: Int, to other: Int) -> Int? {
    clusters[index].filter { beyond[$0][other] != nil }
      .max { (beyond[$0][other] ?? 0, $1) < (beyond[$1][other] ?? 0, $0) }
  }

  /// A tie between two clusters, the one nearer to the root of their tree first.
  struct MainTie {
    let from: Int
    let to: Int
    let ties: Int
    /// How many ties lie between the root and `to`.
    let depth: Int

    /// Whether it runs to the right where trees go to and fro over the columns.
    var isForward: Bool {
      NetworkSheets.column(ofDepth: depth) > NetworkSheets.column(ofDepth: depth - 1)
    }
  }

  /// The ties that hold clusters together best, each tree from the cluster with most ties on.
  ///
  /// It is a maximum spanning forest (J. B. Kruskal, *On the shortest spanning subtree of a graph*, Proceedings of the
  /// American Mathematical Society 7 (1956) 48–50).
  func mainTies(within part: Range<Int>) -> [MainTie] {
    let all = part.flatMap { index in
      between[index].filter { part.contains($0.key) && $0.key > index }
        .map { (from: index, to: $0.key, ties: $0.value) }
    }.sorted { ($1.ties, $0.from, $0.to) < ($0.ties, $1.from, $1.to) }
    var trees = Components()
    var beside: [Int: [(other: Int, ties: Int)]] = [:]
    for tie in all where trees.join(NodeID(tie.from), NodeID(tie.to)) {
      beside[tie.from, default: []].append((tie.to, tie.ties))
      beside[tie.to, default: []].append((tie.from, tie.ties))
    }
    let weights = part.map { between[$0].values.reduce(0, +) }
    var seen: Set<Int> = []
    var found: [MainTie] = []
    for root in part.sorted(by: {
      (weights[$1 - part.lowerBound], $0) < (weights[$0 - part.lowerBound], $1)
    }) where seen.insert(root).inserted {
      var open = [(index: root, depth: 0)]
      while let (index, depth) = open.popLast() {
        for next in beside[index] ?? [] where seen.insert(next.other).inserted {
          found.append(MainTie(from: index, to: next.other, ties: next.ties, depth: depth + 1))
          open.append((next.other, depth + 1))
        }
      }
    }
    return found
  }

  /// The clusters of a part by columns, so that every main tie runs between two that stand beside one
  /// another.
  static func columns(_ part: Range<Int>, _ ties: [MainTie]) -> [[Int]] {
    let depths = Dictionary(uniqueKeysWithValues: ties.map { ($0.to, $0.depth) })
    var columns: [[Int]] = []
    for index in part {
      let column = column(ofDepth: depths[index] ?? 0)
      while columns.count <= column { columns.append([]) }
      columns[column].append(index)
    }
    return columns
  }

  /// The column of a depth, four of them to and fro: 0, 1, 2, 3, 2, 1, 0, 1.
  private static func column(ofDepth depth: Int) -> Int {
    let place = depth % 6
    return place <= 3 ? place : 6 - place
  }

  /// The clusters that a cluster has ties to, those with most first; equal ones by number.
  func neighbours(of index: Int) -> [(cluster: Int, ties: Int)] {
    between[index].sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (cluster: $0.key, ties: $0.value) }
  }
}
