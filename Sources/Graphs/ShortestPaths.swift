/// A path of edges that may be walked in either direction.
public struct Path: Sendable, Equatable {
  /// The node that it begins at.
  public let start: NodeID
  /// The edges in order, each with the node that it leads to.
  public let steps: [Graph.Incidence]

  /// The nodes in order, both ends included.
  public var nodes: [NodeID] { [start] + steps.map(\.neighbour) }
}

extension Graph {
  /// The shortest paths between two nodes, shortest first, equal ones by their nodes.
  ///
  /// Edges are walked in both directions; no node comes twice in a path, and of parallel edges only
  /// the first is used. J. Y. Yen, *Finding the k shortest loopless paths in a network*, Management
  /// Science 17 (1971) 712–716, with breadth-first searches.
  ///
  /// - Parameters:
  ///   - start: Where the paths begin.
  ///   - end: Where they end.
  ///   - count: How many paths at most.
  ///   - avoiding: Kinds of nodes that no path passes through; the two ends may be of them.
  /// - Returns: At most `count` paths; none where the two do not hang together, or are one.
  /// - Complexity: O(count · length · (nodes + edges)).
  public func shortestPaths(
    from start: NodeID, to end: NodeID, count: Int, avoiding: Set<NodeKind> = []
  ) -> [Path] {
    guard start != end, count > 0 else { return [] }
    let search = PathSearch(graph: self, end: end, avoided: avoiding)
    guard let first = search.shortest(from: start, closed: [], banned: []) else { return [] }
    var found = [first]
    var candidates: [[NodeID]] = []
    while found.count < count, let last = found.last {
      for position in 0..<(last.count - 1) {
        let root = Array(last[...position])
        let banned = Set(
          found.filter { $0.starts(with: root) && $0.count > position + 1 }
            .map { $0[position + 1] })
        guard
          let spur = search.shortest(
            from: last[position], closed: Set(root.dropLast()), banned: banned)
        else { continue }
        let candidate = root.dropLast() + spur
        if !candidates.contains(Array(candidate)) { candidates.append(Array(candidate)) }
      }
      candidates.removeAll { found.contains($0) }
      guard
        let best = candidates.min(by: {
          $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
        })
      else { break }
      found.append(best)
    }
    return found.map { nodes in
      Path(start: start, steps: zip(nodes, nodes.dropFirst()).compactMap { edge(from: $0, to: $1) })
    }
  }

  private func edge(from node: NodeID, to neighbour: NodeID) -> Incidence? {
    incidences(of: node).first { $0.neighbour == neighbour }
  }
}

private struct PathSearch {
  let graph: Graph
  let end: NodeID
  let avoided: Set<NodeKind>

  /// The nodes of the first shortest path to `end`, by node numbers; nil where there is none.
  ///
  /// - Parameters:
  ///   - closed: Nodes not to be entered.
  ///   - banned: Neighbours of `start` not to be entered in the first step.
  func shortest(from start: NodeID, closed: Set<NodeID>, banned: Set<NodeID>) -> [NodeID]? {
    var previous: [NodeID: NodeID] = [start: start]
    var frontier = [start]
    while !frontier.isEmpty {
      var next: [NodeID] = []
      for node in frontier {
        for neighbour in Set(graph.incidences(of: node).map(\.neighbour)).sorted() {
          if previous[neighbour] != nil || closed.contains(neighbour) { continue }
          if node == start, banned.contains(neighbour) { continue }
          if neighbour != end, avoided.contains(graph.kind(of: neighbour)) { continue }
          previous[neighbour] = node
          if neighbour == end { return trace(previous, from: start) }
          next.append(neighbour)
        }
      }
      frontier = next
    }
    return nil
  }

  private func trace(_ previous: [NodeID: NodeID], from start: NodeID) -> [NodeID] {
    var nodes = [end]
    while let node = nodes.last, node != start, let before = previous[node] { nodes.append(before) }
    return nodes.reversed()
  }
}
