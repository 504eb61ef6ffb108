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

  /// How many values each pair has.
  let width: Int
  /// The values, pair by pair; the first pair of each case is the tie.
  private(set) var values = Pile<Double>()
  /// By case its first pair, and behind the last one the end.
  private(set) var starts = Pile<Int>()
  /// By case how many others have no value at all.
  private(set) var zeros = Pile<Int>()

  /// No cases yet.
  init(width: Int) {
    self.width = width
    starts.append(0)
  }

  /// Some cases.
  init(_ cases: [Case], width: Int) {
    self.init(width: width)
    for item in cases {
      for value in item.own + item.others { values.append(value) }
      end(zeros: item.zeros)
    }
  }

  /// How many cases there are.
  var count: Int { zeros.count }
  /// How many pairs there are in all cases.
  var pairCount: Int { width > 0 ? values.count / width : 0 }

  mutating func removeAll() {
    values.removeAll()
    starts.removeAll()
    zeros.removeAll()
    starts.append(0)
  }

  /// Adds a pair to the case that has not ended, the tie first.
  ///
  /// - Returns: Its values, which the caller fills in; good until another is added.
  mutating func addPair() -> UnsafeMutablePointer<Double> { values.extend(by: width) }

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
    let (first, end) = (starts.elements[index] * width, starts.elements[index + 1] * width)
    return Case(
      own: (first..<first + width).map { values.elements[$0] },
      others: (first + width..<end).map { values.elements[$0] }, zeros: zeros.elements[index])
  }
}
