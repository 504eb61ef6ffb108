import Graphs
import TestSupport
import Testing

@Suite struct NumberMapTests {
  @Test("It finds what a dictionary finds", arguments: UInt64(0)..<6)
  func dictionary(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var map = NumberMap(reserving: Int(seed) * 40)
    var known: [UInt64: Int32] = [:]
    for number in Int32(0)..<2_000 {
      // Some keys differ only in their low bits, some only in their high ones.
      let key = UInt64.random(in: 0..<600, using: &random) << (number % 2 == 0 ? 0 : 45)
      #expect(map.insert(number, under: key) == (known[key] == nil))
      if known[key] == nil { known[key] = number }
    }
    #expect(map.count == known.count)
    for key in UInt64(0)..<600 {
      #expect(map[key] == known[key])
      #expect(map[key << 45] == known[key << 45])
    }
  }

  @Test("Keys are numbered in the order in which they are met, and anew when all are gone")
  func numbering() {
    var map = NumberMap()
    for _ in 0..<2 {
      #expect([7, 7 << 40, 0, 7, 0].map { map.numbering($0) } == [0, 1, 2, 0, 2])
      map.removeAll()
      #expect(map.count == 0 && map[7] == nil)
    }
  }
}
