import Graphs
import TestSupport
import Testing

@testable import Linkage

@Suite("The best few of a row")
struct BestFewTests {
  @Test(
    "are the first of all in order, however many there are and however many are alike",
    arguments: [0, 1, 3, 10, 40], [0, 1, 4, 9, 32, 33, 65, 300])
  func areTheFirst(limit: Int, count: Int) {
    for seed in UInt64(1)...5 {
      var generator = SeededGenerator(seed: seed)
      var best = BestFew(limit)
      // A row before this one leaves nothing behind.
      for node in 0..<50 { best.add(1_000, NodeID(node), node) }
      best.sort()
      best.clear()
      let scores = (0..<count).map { _ in Double(Int.random(in: 1...20, using: &generator)) / 8 }
      let nodes = (0..<count).shuffled(using: &generator)
      for (index, score) in scores.enumerated() { best.add(score, NodeID(nodes[index]), index) }
      best.sort()
      let expected = (0..<count).sorted {
        (scores[$1], nodes[$0]) < (scores[$0], nodes[$1])
      }.prefix(limit == 0 ? count : limit)
      let found = (0..<best.count).map { best.entries[$0] }
      #expect(found.map { Int($0.index) } == Array(expected))
      #expect(found.map(\.score) == expected.map { scores[$0] })
      #expect(found.map(\.from.index) == expected.map { nodes[$0] })
    }
  }
}
