import Graphs
import TestSupport
import Testing

@Suite("Rings of three")
struct RingsTests {
  @Test("begin at their smallest node, one for each way round, whatever is given twice")
  func areListedOnce() {
    let arcs = [(2, 0), (0, 1), (1, 2), (1, 2), (0, 2), (2, 1), (1, 0), (1, 1), (7, 1)]
    #expect(ringsOfThree(arcs: arcs.map { (from: $0.0, to: $0.1) }) == [[0, 1, 2], [0, 2, 1]])
    #expect(ringsOfThree(arcs: []).isEmpty)
  }

  @Test("are found exactly where all three arcs are there", arguments: 1...50)
  func equalBruteForce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let arcs = (0..<30).map { _ in
      (from: Int.random(in: 0..<9, using: &random), to: Int.random(in: 0..<9, using: &random))
    }
    let isThere = { (from: Int, to: Int) in arcs.contains { $0.from == from && $0.to == to } }
    var expected: [[Int]] = []
    for first in 0..<9 {
      for second in 0..<9 where second > first && isThere(first, second) {
        for third in 0..<9 where third > first && third != second {
          if isThere(second, third), isThere(third, first) {
            expected.append([first, second, third])
          }
        }
      }
    }
    #expect(ringsOfThree(arcs: arcs) == expected)
    #expect(ringsOfThree(arcs: arcs.shuffled(using: &random)) == expected)
  }
}
