import TestSupport
import Testing

@testable import Graphs

@Suite("Rows of bits")
struct BitMatrixTests {
  @Test("answer through a mask as sets do", arguments: [5, 64, 65, 200])
  func equalSets(columns: Int) {
    var random = SeededGenerator(seed: UInt64(columns))
    let draw = { (random: inout SeededGenerator) in
      Set((0..<columns).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    }
    let sets = (0..<6).map { _ in draw(&random) }
    let allowed = draw(&random)
    var matrix = BitMatrix(rows: 6, columns: columns)
    for (row, set) in sets.enumerated() {
      for column in set { matrix.insert(column, in: row) }
    }
    var mask = BitMask(count: columns, isFull: true)
    #expect(mask.count == columns)
    for column in 0..<columns where !allowed.contains(column) { mask[column] = false }
    #expect(mask.members == allowed.sorted())
    #expect(mask.isEmpty == allowed.isEmpty)
    for (row, set) in sets.enumerated() {
      let seen = set.intersection(allowed)
      #expect(matrix.members(row, within: mask) == seen.sorted())
      #expect(matrix.count(row, within: mask) == seen.count)
      #expect(matrix.first(row, within: mask) == seen.min())
      var rest = mask
      matrix.subtract(row, from: &rest)
      #expect(rest.members == allowed.subtracting(set).sorted())
      for (other, otherSet) in sets.enumerated() {
        #expect(
          matrix.isContained(row, in: other, within: mask) == seen.isSubset(of: otherSet))
      }
    }
  }
}
