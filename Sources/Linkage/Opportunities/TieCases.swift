import Graphs

/// Known ties, each among the pairs that could stand in its place, in flat columns.
struct TieCases: ~Copyable {
  /// One known tie.
  struct Case: Sendable, Equatable {
    /// The tie's own values, one a weight.
    let own: [Double]
    /// The values of the others that have any, one after the other.
    let others: [Double]
    /// How many others have none at all.
    let zeros: Int
  }

  /// Four values side by side, as they are reckoned with.
  typealias Block = SIMD4<Double>

  /// How many values each pair has.
  let width: Int
  /// How many blocks these fill; what is left of the last one is 0.
  let blocks: Int
  /// The values, pair by pair; the first pair of each case is the tie.
  private var values = Pile<Block>()
  /// By case its first pair, and behind the last one the end.
  private(set) var starts = Pile<Int>()
  /// By case how many others have no value at all.
  private(set) var zeros = Pile<Int>()

  /// No cases yet.
  init(width: Int) {
    self.width = width
    blocks = (width + 3) / 4
    starts.append(0)
  }

  /// Some cases.
  init(_ cases: [Case], width: Int) {
    self.init(width: width)
    for item in cases {
      let all = item.own + item.others
      for first in stride(from: 0, to: all.count, by: max(width, 1)) {
        let pair = addPair()
        for column in 0..<width { pair[column] = all[first + column] }
      }
      end(zeros: item.zeros)
    }
  }

  /// How many cases there are.
  var count: Int { zeros.count }
  /// How many pairs there are in all cases.
  var pairCount: Int { blocks > 0 ? values.count / blocks : 0 }

  /// The values of a pair; good until another is added.
  @inline(__always)
  func values(of pair: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(values.elements + pair * blocks)
      .assumingMemoryBound(to: Double.self)
  }

  /// The values of a pair in blocks.
  @inline(__always)
  func blocks(of pair: Int) -> UnsafePointer<Block> {
    UnsafePointer(values.elements + pair * blocks)
  }

  mutating func removeAll() {
    values.removeAll()
    starts.removeAll()
    zeros.removeAll()
    starts.append(0)
  }

  /// Adds a pair to the case that has not ended, the tie first.
  ///
  /// - Returns: Its values, all 0; good until another is added.
  mutating func addPair() -> UnsafeMutablePointer<Double> {
    values.extend(by: blocks).initialize(repeating: .zero, count: blocks)
    return values(of: pairCount - 1)
  }

  /// Ends a case.
  mutating func end(zeros: Int) {
    starts.append(pairCount)
    self.zeros.append(zeros)
  }

  /// Adds the cases of another list.
  mutating func append(_ other: borrowing TieCases) {
    let before = pairCount
    values.extend(by: other.values.count)
      .initialize(from: other.values.elements, count: other.values.count)
    for index in 0..<other.count {
      starts.append(before + other.starts.elements[index + 1])
      zeros.append(other.zeros.elements[index])
    }
  }

  /// One case by its number.
  subscript(index: Int) -> Case {
    let (first, end) = (starts.elements[index], starts.elements[index + 1])
    let pairs = (first..<end).map { pair in (0..<width).map { values(of: pair)[$0] } }
    return Case(
      own: pairs[0], others: Array(pairs.dropFirst().joined()), zeros: zeros.elements[index])
  }
}
