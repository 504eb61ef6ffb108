import Graphs
import Testing

@Suite("A map on all cores")
struct ConcurrentMapTests {
  @Test("gives every value once, in order", arguments: [0, 1, 2, 7, 500])
  func keepsOrder(count: Int) {
    #expect(concurrentMap(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test("does so too where each core prepares something first", arguments: [0, 1, 2, 7, 500])
  func prepares(count: Int) {
    let values = concurrentMap(count) { run in
      var before = [-1]
      run { index in
        before.append(index)
        return (index, before.dropLast().last ?? index)
      }
    }
    #expect(values.map(\.0) == Array(0..<count))
    // What a core prepared serves its next call.
    #expect(values.allSatisfy { $0.1 < $0.0 })
  }

  @Test("is given all of its items, in ever smaller chunks", arguments: [0, 1, 600, 100_000])
  func shrinks(count: Int) {
    var left = count
    var sizes: [Int] = []
    while left > 0 {
      sizes.append(chunkSize(ofLeft: left))
      left -= sizes[sizes.count - 1]
      guard sizes.allSatisfy({ $0 > 0 }) else { break }
    }
    #expect(sizes.reduce(0, +) == count)
    #expect(sizes == sizes.sorted(by: >))
    #expect(sizes.count <= count)
  }

  @Test("in pieces gives the same values in order, of whatever size the pieces are")
  func inPieces() {
    for (count, size) in [(0, 3), (1, 3), (3, 3), (10, 3), (10, 100)] {
      #expect(concurrentMap(count, grain: size) { $0 * 2 } == (0..<count).map { $0 * 2 })
    }
  }
}
