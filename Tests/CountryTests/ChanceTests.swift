import Testing

@testable import Country

struct ChanceTests {
  @Test("A tambon's draws depend on the seed, the tambon and the purpose alone")
  func streamsAreTheirOwn() {
    func draws(_ seed: UInt64, _ tambon: Int, _ stream: UInt64) -> [Double] {
      var chance = Chance(seed: seed, tambon: tambon, stream: stream)
      return (0..<4).map { _ in chance.unit() }
    }
    #expect(draws(1, 2, 3) == draws(1, 2, 3))
    #expect(Set([draws(1, 2, 3), draws(2, 2, 3), draws(1, 3, 3), draws(1, 2, 4)]).count == 4)
  }

  @Test("Positions are drawn by their weights, each once, and never one without weight")
  func positionsFollowWeights() {
    var chance = Chance(seed: 1, tambon: 0, stream: 0)
    var firsts = [0, 0, 0]
    for _ in 0..<2_000 {
      let drawn = chance.positions(3, in: [3, 0, 1])
      #expect(drawn.sorted() == [0, 2])
      firsts[drawn[0]] += 1
    }
    #expect((1_400...1_600).contains(firsts[0]))
    #expect(chance.position(in: [0, 0]) == nil)
    #expect(chance.position(in: []) == nil)
  }

  @Test("Half of the draws about a middle lie below it; heavy ones begin at 1 and keep a limit")
  func drawsHaveTheirShape() {
    var chance = Chance(seed: 2, tambon: 0, stream: 0)
    let below = (0..<2_000).count { _ in chance.around(10, spread: 0.5) < 10 }
    #expect((900...1_100).contains(below))
    let heavy = (0..<2_000).map { _ in chance.heavy(1.2, atMost: 50) }
    #expect(heavy.allSatisfy { (1...50).contains($0) })
    #expect(heavy.contains { $0 > 20 })
  }
}
