/// Columns for nodes of any kind, no line between two of the same column.
///
/// The columns are colours in the sense of graph colouring: the node with fewest columns left chooses
/// next (D. Brélaz, *New methods to color the vertices of a graph*, Communications of the ACM 22 (1979)
/// 251–256), and takes the column nearest to that of its kind.
struct NetworkColumns {
  /// The nodes by column, from left to right; none is empty.
  let columns: [[Diagram.Node]]
  /// The lines, each from the left to the right.
  let lines: [Diagram.Edge]

  /// Puts nodes into columns.
  ///
  /// - Parameters:
  ///   - homes: By node the column that it would stand in.
  ///   - lines: Lines without arrows between the nodes.
  /// - Complexity: O(nodes² + lines).
  init(_ nodes: [Diagram.Node], _ homes: [Int], _ lines: [Diagram.Edge]) {
    let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
    let ties = lines.compactMap { line -> (Int, Int)? in
      guard let from = places[line.from], let to = places[line.to] else { return nil }
      return (from, to)
    }
    let chosen = Self.colours(count: nodes.count, ties, homes)
    var columns = [[Diagram.Node]](repeating: [], count: (chosen.max() ?? 0) + 1)
    for (node, column) in zip(nodes, chosen) { columns[column].append(node) }
    self.columns = columns.filter { !$0.isEmpty }
    self.lines = lines.compactMap { line in
      guard let from = places[line.from], let to = places[line.to] else { return nil }
      return chosen[from] < chosen[to]
        ? line
        : Diagram.Edge(
          id: line.id, from: line.to, to: line.from, line: line.line, numbers: line.numbers,
          label: line.label, weight: line.weight)
    }
  }

  /// By node its column, such that no two that are tied share one.
  ///
  /// - Complexity: O(nodes² + ties).
  static func colours(count: Int, _ ties: [(Int, Int)], _ homes: [Int]) -> [Int] {
    var beside = [Set<Int>](repeating: [], count: count)
    for (left, right) in ties where left != right {
      beside[left].insert(right)
      beside[right].insert(left)
    }
    var chosen = [Int](repeating: -1, count: beside.count)
    var taken = [Set<Int>](repeating: [], count: beside.count)
    var sizes: [Int: Int] = [:]
    for _ in beside.indices {
      let open = beside.indices.filter { chosen[$0] < 0 }
      guard
        let node = open.max(by: {
          (taken[$0].count, beside[$0].count, $1) < (taken[$1].count, beside[$1].count, $0)
        })
      else { break }
      // A column more than the kinds have is taken only where no other is left; a full one is as far.
      let free = (0...beside.count).filter { !taken[node].contains($0) }
      let column = free.min { left, right in
        let (one, other) = (
          cost(left, homes[node], sizes[left] ?? 0), cost(right, homes[node], sizes[right] ?? 0)
        )
        return (one, left) < (other, right)
      }
      chosen[node] = column ?? 0
      sizes[chosen[node], default: 0] += 1
      for other in beside[node] { taken[other].insert(chosen[node]) }
    }
    return chosen
  }

  /// How little a column suits a node: how far it is from its kind's, and how full.
  private static func cost(_ column: Int, _ home: Int, _ size: Int) -> Int {
    (column > 4 ? 10 * column : 0) + 2 * abs(column - home) + max(0, size - 6)
  }
}
