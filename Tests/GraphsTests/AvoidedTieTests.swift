import Graphs
import TestSupport
import Testing

@Suite("A row of path counts that avoids a tie")
struct AvoidedTieTests {
  private static let (start, middle, end) = (
    NodeKind(rawValue: 0), NodeKind(rawValue: 2), NodeKind(rawValue: 1)
  )
  private static let (proposed, other) = (EdgeKind(rawValue: 0), EdgeKind(rawValue: 1))

  /// Walks from the row's node; the proposed tie is their first step or none of them.
  private static let metaPaths = [
    MetaPath("tie", from: start, [.init(proposed, .forward, to: end)]),
    MetaPath("other tie", from: start, [.init(other, .forward, to: end)]),
    MetaPath(
      "through the tie", from: start,
      [
        .init(proposed, .forward, to: end), .init(other, .forward, to: middle),
        .init(other, .backward, to: end),
      ]),
    MetaPath(
      "elsewhere", from: start,
      [.init(other, .backward, to: middle), .init(other, .forward, to: end)]),
  ]

  @Test("is the row of the graph without that tie", arguments: 1...40)
  func equalsRemoving(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 80)
    for tie in ties(of: random) {
      let without = random.graph.removing { kind, from, to in
        kind.kind == Self.proposed && (from, to) == tie
      }
      let expected = counts(without, Self.metaPaths, from: tie.from)
      let found = counts(
        random.graph, Self.metaPaths, from: tie.from, avoiding: tie.to)
      #expect(found.keys == expected.keys)
      for (node, row) in expected {
        for (one, another) in zip(row, found[node] ?? []) {
          #expect(one.count == another.count)
          #expect(abs(one.weight - another.weight) < 1e-12)
        }
      }
    }
  }

  @Test(
    "is that row for all but the avoided node too where walks end with such a tie",
    arguments: 1...40)
  func equalsRemovingForOthers(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 80)
    let back = MetaPath(
      "back", from: Self.start,
      [
        .init(Self.proposed, .forward, to: Self.end),
        .init(Self.proposed, .backward, to: Self.start),
        .init(Self.proposed, .forward, to: Self.end),
      ])
    for tie in ties(of: random) {
      let without = random.graph.removing { kind, from, to in
        kind.kind == Self.proposed && (from, to) == tie
      }
      let expected = counts(without, [back], from: tie.from)
      let found = counts(random.graph, [back], from: tie.from, avoiding: tie.to)
      #expect(Set(found.keys) == Set(expected.keys))
      for (node, row) in expected {
        #expect(found[node]?[0].count == row[0].count)
        let isSame = abs((found[node]?[0].weight ?? 0) - row[0].weight) < 1e-12
        #expect(isSame || node == tie.to)
      }
    }
  }

  @Test("leaves nothing behind in the rows that follow", arguments: 1...10)
  func isForgotten(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 80)
    let counter = PathCounter(random.graph, Self.metaPaths, from: Self.start, to: Self.end)
    counter.withRow { row in
      for tie in ties(of: random) {
        row.fill(from: tie.from, avoiding: (tie.to, Self.proposed))
        row.fill(from: tie.from)
        #expect(row.paths(to: tie.to, along: 0).count == 1)
      }
    }
  }

  private func ties(of random: RandomGraph) -> [(from: NodeID, to: NodeID)] {
    random.edges.filter { edge in
      edge.kind == Self.proposed && random.graph.kind(of: edge.from) == Self.start
        && random.graph.kind(of: edge.to) == Self.end
    }.map { ($0.from, $0.to) }
  }

  private func counts(
    _ graph: Graph, _ metaPaths: [MetaPath], from node: NodeID, avoiding avoided: NodeID? = nil
  ) -> [NodeID: [PathCount]] {
    let counter = PathCounter(graph, metaPaths, from: Self.start, to: Self.end)
    return counter.withRow { row in
      row.fill(from: node, avoiding: avoided.map { ($0, Self.proposed) })
      return Dictionary(
        uniqueKeysWithValues: (0..<row.count).map { index in
          (row.end(index), metaPaths.indices.map { row.paths(index, along: $0) })
        })
    }
  }
}
