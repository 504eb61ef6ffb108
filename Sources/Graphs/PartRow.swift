/// A node's row as seen from one part: the neighbours that all parts share, then the part's own.
struct PartRow: BitwiseCopyable {
  /// Where the shared neighbours begin; they end at `sharedEnd`.
  let first: Int
  let sharedEnd: Int
  /// Where the part's own neighbours begin; they end at `end`.
  let own: Int
  let end: Int

  /// A row that is seen as a whole.
  @inline(__always)
  init(all row: Range<Int>) {
    (first, sharedEnd, own, end) = (row.lowerBound, row.lowerBound, row.lowerBound, row.upperBound)
  }

  /// A row cut to a part; rows are ascending and nodes are numbered by part, so both halves are found
  /// in ever longer strides, and then by halving.
  ///
  /// - Parameters:
  ///   - earlier: The same row cut to a part before this one; the search begins where it ends.
  ///   - shared: The number at which the shared neighbours' kind ends.
  ///   - own: The numbers of the part's nodes of the neighbours' kind.
  ///   - number: The neighbour at a position.
  /// - Complexity: O(log of what is skipped).
  init(
    _ row: Range<Int>, shared: Int32, own: Range<Int32>, after earlier: PartRow? = nil,
    number: (Int) -> Int32
  ) {
    first = row.lowerBound
    sharedEnd = earlier?.sharedEnd ?? row.firstPosition { number($0) >= shared }
    let start = earlier?.end ?? sharedEnd
    self.own = (start..<row.upperBound).firstPosition { number($0) >= own.lowerBound }
    end = (self.own..<row.upperBound).firstPosition { number($0) >= own.upperBound }
  }

  @inline(__always)
  var count: Int { sharedEnd - first + end - own }

  /// The positions of both halves, one after the other.
  @inline(__always)
  var positions: Positions { Positions(self) }

  /// As one loop: a sequence of two ranges would cost more than the few neighbours that most have.
  struct Positions: Sequence, IteratorProtocol {
    private var position: Int
    private var left: Int
    private let sharedEnd: Int
    private let own: Int

    @inline(__always)
    fileprivate init(_ row: PartRow) {
      position = row.first == row.sharedEnd ? row.own : row.first
      left = row.count
      (sharedEnd, own) = (row.sharedEnd, row.own)
    }

    @inline(__always)
    mutating func next() -> Int? {
      guard left > 0 else { return nil }
      left &-= 1
      let next = position
      position &+= 1
      if position == sharedEnd { position = own }
      return next
    }
  }

  /// Where a neighbour stands in the row; several positions where edges are parallel.
  func positions(of node: Int32, in neighbours: UnsafeBufferPointer<Int32>) -> Range<Int> {
    let shared = first..<sharedEnd
    let isShared = sharedEnd > first && neighbours[sharedEnd - 1] >= node
    let half = isShared ? shared : own..<end
    var start = half.lowerBound
    var length = half.count
    while length > 0 {
      let isBefore = neighbours[start + length / 2] < node
      start = isBefore ? start + length / 2 + 1 : start
      length = isBefore ? length - length / 2 - 1 : length / 2
    }
    var stop = start
    while stop < half.upperBound, neighbours[stop] == node { stop += 1 }
    return start..<stop
  }
}

extension Range<Int> {
  /// The first position where something holds that holds from there on; the end where it never does.
  fileprivate func firstPosition(where holds: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = lowerBound
    var stride = 1
    while high < upperBound, !holds(high) {
      low = high + 1
      high = Swift.min(high + stride, upperBound)
      stride *= 2
    }
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
