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

  var positions: some Sequence<Int> { [first..<sharedEnd, own..<end].lazy.joined() }

  /// Where a neighbour stands in the row; several positions where edges are parallel.
  func positions(of node: Int32, in neighbours: UnsafeBufferPointer<Int32>) -> Range<Int> {
    let shared = first..<sharedEnd
    let isShared = sharedEnd > first && neighbours[sharedEnd - 1] >= node
    let half = isShared ? shared : own..<end
    let start = half.firstPosition { neighbours[$0] >= node }
    return start..<(start..<half.upperBound).firstPosition { neighbours[$0] > node }
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
