/// Three nodes that are tied to one another, and where their ties lie.
struct Triangle {
  /// The three nodes; the first has the fewest neighbours, the third the most.
  let first, second, third: Int
  /// The ties between them.
  let firstSecond, firstThird, secondThird: Tie

  /// Where a tie stands in the row of one end and in that of the other.
  struct Tie {
    let there, back: Int

    var reversed: Tie { Tie(there: back, back: there) }
  }

  /// One of its nodes, and how it sees the two others.
  struct Corner {
    let node, left, right: Int
    /// From the node to the one and to the other, and from the one to the other.
    let toLeft, toRight, across: Tie
  }

  /// Calls a closure with each of the three corners.
  @inline(__always)
  func forEachCorner(_ body: (Corner) -> Void) {
    body(
      Corner(
        node: first, left: second, right: third, toLeft: firstSecond, toRight: firstThird,
        across: secondThird))
    body(
      Corner(
        node: second, left: first, right: third, toLeft: firstSecond.reversed,
        toRight: secondThird, across: firstThird))
    body(
      Corner(
        node: third, left: first, right: second, toLeft: firstThird.reversed,
        toRight: secondThird.reversed, across: firstSecond))
  }
}

extension SimpleGraph {
  /// Calls a closure for every triangle, once each, in an order that the graph alone decides.
  ///
  /// Ties are directed from the node of fewer neighbours to that of more. N. Chiba & T. Nishizeki,
  /// *Arboricity and subgraph listing algorithms*, SIAM Journal on Computing 14 (1985) 210–223.
  ///
  /// - Complexity: O(ties^1.5).
  @inline(__always)
  func forEachTriangle(_ body: (Triangle) -> Void) {
    let ahead = AscendingTies(self)
    // Where the tie of the first node to each other stands in `ahead`; -1 where there is none.
    var places = [Int32](repeating: -1, count: nodeCount)
    places.withUnsafeMutableBufferPointer { places in
      ahead.ties.withUnsafeBufferPointer { ties in
        for first in 0..<nodeCount where ahead.row(first).count > 1 {
          for place in ahead.row(first) { places[Int(ties[place].end)] = Int32(place) }
          for place in ahead.row(first) {
            let second = Int(ties[place].end)
            for other in ahead.row(second) {
              let third = Int(ties[other].end)
              if places[third] < 0 { continue }
              body(
                Triangle(
                  first: first, second: second, third: third, firstSecond: ties[place].tie,
                  firstThird: ties[Int(places[third])].tie, secondThird: ties[other].tie))
            }
          }
          for place in ahead.row(first) { places[Int(ties[place].end)] = -1 }
        }
      }
    }
  }
}

/// Every tie once, at its end of fewer neighbours; equal ones by number.
struct AscendingTies {
  /// A tie of a node: the other end, and where it stands in the rows of both.
  struct Entry {
    let end, there, back: Int32

    @inline(__always)
    var tie: Triangle.Tie { Triangle.Tie(there: Int(there), back: Int(back)) }
  }

  private let starts: [Int32]
  let ties: [Entry]

  init(_ graph: SimpleGraph) {
    var starts: [Int32] = [0]
    var ties: [Entry] = []
    starts.reserveCapacity(graph.nodeCount + 1)
    ties.reserveCapacity(graph.edgeCount)
    // Rows are ascending, so that a node meets its place in each neighbour's row in turn.
    var next = graph.starts
    for node in 0..<graph.nodeCount {
      let row = graph.row(node)
      for position in row {
        let neighbour = graph.targets[position]
        let back = next[Int(neighbour)]
        next[Int(neighbour)] += 1
        if (row.count, node) < (graph.degree(of: Int(neighbour)), Int(neighbour)) {
          ties.append(Entry(end: neighbour, there: Int32(position), back: back))
        }
      }
      starts.append(Int32(ties.count))
    }
    (self.starts, self.ties) = (starts, ties)
  }

  @inline(__always)
  func row(_ node: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[node]), Int(starts[node + 1])))
  }
}
