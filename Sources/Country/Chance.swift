import Glibc
import Graphs

/// Draws from a seeded source.
struct Chance {
  private var source: SplitMix64

  /// Draws of one tambon and one purpose; each such stream is independent of the others.
  init(seed: UInt64, tambon: Int, stream: UInt64) {
    var own = SplitMix64(seed: seed &+ UInt64(tambon) &* 0xD134_2543_DE82_EF95)
    source = SplitMix64(seed: own.next() ^ (stream &* 0x2545_F491_4F6C_DD1D))
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(source.next() >> 11) * 0x1p-53 }

  /// Whether something of a probability happens.
  mutating func occurs(_ probability: Double) -> Bool { unit() < probability }

  /// A whole number of a range.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.count))
  }

  /// One of several.
  mutating func one<Element>(of list: [Element]) -> Element { list[whole(0...list.count - 1)] }

  /// A number whose logarithm is normal: half of the draws below the middle.
  mutating func around(_ middle: Double, spread: Double) -> Double {
    middle * exp(spread * sqrt(-2 * log(1 - unit())) * cos(2 * .pi * unit()))
  }

  /// A number from 1 with a heavy (Pareto) tail.
  mutating func heavy(_ exponent: Double, atMost limit: Double = 60) -> Double {
    min(limit, pow(1 - unit(), -1 / exponent))
  }

  /// A position, each as likely as its weight; nil where all weights are 0.
  mutating func position(in weights: [Double]) -> Int? {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    var rest = unit() * total
    var last: Int?
    for index in weights.indices where weights[index] > 0 {
      last = index
      rest -= weights[index]
      if rest < 0 { break }
    }
    return last
  }

  /// Different positions in the order in which they were drawn, at most `count`.
  mutating func positions(_ count: Int, in weights: [Double]) -> [Int] {
    var weights = weights
    var drawn: [Int] = []
    while drawn.count < count, let next = position(in: weights) {
      drawn.append(next)
      weights[next] = 0
    }
    return drawn
  }

  /// How many: the position of a share among shares.
  mutating func count(_ shares: [Double]) -> Int { position(in: shares) ?? 0 }
}
