import Glibc
import TestSupport
import Testing

@testable import Linkage

@Suite("The fit of weights")
struct WeightFitTests {
  @Test("keeps the given weights where there is no case")
  func keepsTheStart() {
    #expect(Self.weights([], from: [0.5, 2]) == [0.5, 2])
    #expect(Self.weights([], from: []) == [])
  }

  @Test(
    "is beaten by no other weights, near or far, and none of its own is negative", arguments: 1...25
  )
  func isTheBest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let start = (0..<4).map { _ in Double.random(in: 0...1, using: &random) }
    let cases = (0..<12).map { _ in Self.randomCase(width: 4, &random) }
    let found = Self.weights(cases, from: start)
    #expect(found.allSatisfy { $0 >= 0 })
    let best = Self.objective(cases, found, start)
    #expect(best <= Self.objective(cases, start, start))
    for size in [1e-3, 0.03, 0.3, 2] {
      for _ in 0..<50 {
        let other = found.map { max(0, $0 + Double.random(in: -size...size, using: &random)) }
        #expect(best <= Self.objective(cases, other, start) + 1e-9)
      }
    }
  }

  @Test("raises a weight that always favours the tie, and lowers one that never does, to 0 at most")
  func learns() {
    let item = TieCases.Case(own: [1, 0, 0], others: [0, 1, 0, 0, 2, 0], zeros: 3)
    let found = Self.weights(Array(repeating: item, count: 10), from: [0.5, 0.5, 0.5])
    #expect(found[0] > 0.6 && found[1] < 0.4)
    #expect(found[2] == 0.5)
    let many = Self.weights(Array(repeating: item, count: 200), from: [0.5, 0.5, 0.5])
    #expect(many[1] == 0)
  }

  @Test("leaves out a path whose weight is given as 0, whatever speaks for it")
  func zeroStaysZero() {
    let item = TieCases.Case(own: [1, 1], others: [0, 0], zeros: 3)
    let found = Self.weights(Array(repeating: item, count: 50), from: [0, 0.5])
    #expect(found[0] == 0 && found[1] > 0.5)
  }

  @Test("moves the farther the more cases say the same")
  func movesWithEvidence() {
    let item = TieCases.Case(own: [1], others: [0.2, 0.1], zeros: 2)
    let moved = [1, 3, 10, 40].map { count in
      Self.weights(Array(repeating: item, count: count), from: [0.25])[0] - 0.25
    }
    #expect(moved[0] > 0)
    #expect(moved == moved.sorted() && Set(moved).count == moved.count)
  }

  @Test("stays finite where values are huge or nothing stands in a tie's place")
  func staysFinite() {
    let cases = [
      TieCases.Case(own: [1e3, 0], others: [0, 1e3], zeros: 0),
      TieCases.Case(own: [0, 0], others: [], zeros: 0),
    ]
    #expect(Self.weights(cases, from: [1, 1]).allSatisfy { $0.isFinite && $0 >= 0 })
  }

  private static func weights(_ cases: [TieCases.Case], from start: [Double]) -> [Double] {
    WeightFit.weights(TieCases(cases, width: start.count), from: start)
  }

  private static func randomCase(
    width: Int, _ random: inout SeededGenerator
  ) -> TieCases.Case {
    func value() -> Double {
      Bool.random(using: &random) ? Double.random(in: 0...3, using: &random) : 0
    }
    return TieCases.Case(
      own: (0..<width).map { _ in value() },
      others: (0..<width * Int.random(in: 0...5, using: &random)).map { _ in value() },
      zeros: Int.random(in: 0...4, using: &random))
  }

  /// What the fit makes least, straight from its definition: precision 5 around the start.
  private static func objective(
    _ cases: [TieCases.Case], _ weights: [Double], _ start: [Double]
  ) -> Double {
    let far = zip(weights, start).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return cases.reduce(5 / 2 * far) { sum, item in
      let rows =
        [item.own]
        + stride(from: 0, to: item.others.count, by: weights.count).map {
          Array(item.others[$0..<$0 + weights.count])
        }
      let scores = rows.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
      return sum - scores[0] + log(scores.reduce(Double(item.zeros)) { $0 + exp($1) })
    }
  }
}
