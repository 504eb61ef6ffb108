import TestSupport
import Testing

@testable import Graphs

@Suite("A covering problem as bits")
struct CoverMatrixTests {
  @Test("takes the only set of an item, and drops what others hold")
  func reduces() {
    // Set 0 is item 0's only one; then set 2 lies within set 1, which is the only one left.
    let matrix = CoverMatrix(itemCount: 4, sets: [[0, 1], [1, 2, 3], [2]])
    var state = CoverState(matrix)
    #expect(matrix.reduce(&state))
    #expect(state.taken.sorted() == [0, 1])
    #expect(state.items.isEmpty)
  }

  @Test("is not covered where an item has no set left")
  func saysWhatCannotBe() {
    let matrix = CoverMatrix(itemCount: 2, sets: [[0]])
    var state = CoverState(matrix)
    #expect(!matrix.reduce(&state))
  }

  @Test("falls into the parts that share no item, each with its sets' old numbers")
  func fallsIntoParts() {
    let matrix = CoverMatrix(itemCount: 5, sets: [[0, 4], [1, 2], [4], [2, 3]])
    let parts = matrix.parts(of: CoverState(matrix))
    #expect(parts.map(\.sets) == [[0, 2], [1, 3]])
    #expect(parts.map(\.matrix.itemCount) == [2, 3])
  }

  @Test("keeps, once reduced, a cover of the fewest sets", arguments: 1...100)
  func keepsTheOptimum(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sets = (0..<8).map { _ in
      (0..<10).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    }
    let held = Set(sets.joined())
    let choices = (0..<256).map { number in (0..<8).filter { number >> $0 & 1 == 1 } }
    let covers = choices.filter { Set($0.flatMap { sets[$0] }) == held }
    let matrix = CoverMatrix(itemCount: 10, sets: sets)
    var state = CoverState(matrix)
    for item in 0..<10 where !held.contains(item) { state.items[item] = false }
    #expect(matrix.reduce(&state))
    let kept = covers.filter { cover in
      Set(state.taken).isSubset(of: cover)
        && cover.allSatisfy { state.taken.contains($0) || state.sets[$0] }
    }
    #expect(kept.map(\.count).min() == covers.map(\.count).min())
  }
}
