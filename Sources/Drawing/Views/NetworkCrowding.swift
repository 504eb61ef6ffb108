import Graphs

/// How tall clusters of a network are when they are drawn, and parts of those that are too tall.
///
/// It is a guess before anything is laid out, so that one crowded sheet does not make all others small.
struct NetworkCrowding {
  /// By node the lines of its label.
  private let lines: [Int]
  private let homes: [Int]
  private let graph: SimpleGraph
  private let room: Int

  /// - Parameters:
  ///   - lines: By node the lines of its label.
  ///   - homes: By node the column of its kind.
  ///   - room: Nodes in a cluster at most; a column may hold so many lines of text and a third more.
  init(lines: [Int], homes: [Int], _ graph: SimpleGraph, room: Int) {
    self.lines = lines
    self.homes = homes
    self.graph = graph
    self.room = room
  }

  /// A cluster, or the halves of one that is too tall, halved until they are not.
  func parts(_ cluster: [Int]) -> [[Int]] {
    guard cluster.count > 4 else { return [cluster] }
    let places = Dictionary(uniqueKeysWithValues: cluster.enumerated().map { ($1, $0) })
    let ties = cluster.flatMap { node in
      graph.neighbours(of: node).compactMap { other in
        places[Int(other)].flatMap { $0 > places[node] ?? 0 ? (places[node] ?? 0, $0) : nil }
      }
    }
    guard height(cluster, ties) * 3 > room * 4 else { return [cluster] }
    let halves = SimpleGraph(nodeCount: cluster.count, edges: ties)
      .clusters(atMost: (cluster.count + 1) / 2)
    return halves.flatMap { half in parts(half.map { cluster[$0] }) }
  }

  /// The lines of text in the tallest column: of each node its label, where it goes on and the gap below
  /// it, and half a line for each tie that passes through; pieces stand below one another.
  private func height(_ cluster: [Int], _ ties: [(Int, Int)]) -> Int {
    let columns = NetworkColumns.colours(count: cluster.count, ties, cluster.map { homes[$0] })
    var pieces = Components()
    for (left, right) in ties { pieces.join(NodeID(left), NodeID(right)) }
    // In half lines, by piece and column.
    var halves: [[Int]: Int] = [:]
    for (place, column) in columns.enumerated() {
      let piece = pieces.piece(of: NodeID(place)).index
      halves[[piece, column], default: 0] += 2 * (lines[cluster[place]] + 2)
    }
    for (left, right) in ties {
      let (first, last) = (min(columns[left], columns[right]), max(columns[left], columns[right]))
      let piece = pieces.piece(of: NodeID(left)).index
      for column in (first + 1)..<max(last, first + 1) {
        halves[[piece, column], default: 0] += 1
      }
    }
    let tallest = halves.reduce(into: [Int: Int]()) { tallest, item in
      tallest[item.key[0]] = max(tallest[item.key[0]] ?? 0, item.value)
    }
    return tallest.values.reduce(0, +) / 2
  }
}
