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
  /// by halving.
  ///
  /// - Parameters:
  ///   - shared: The number at which the shared neighbours' kind ends.
  ///   - own: The numbers of the part's nodes of the neighbours' kind.
  ///   - number: The neighbour at a position.
  init(_ row: Range<Int>, shared: Int32, own: Range<Int32>, number: (Int) -> Int32) {
    first = row.lowerBound
    sharedEnd = row.firstPosition { number($0) >= shared }
    self.own = (sharedEnd..<row.upperBound).firstPosition { number($0) >= own.lowerBound }
    end = (self.own..<row.upperBound).firstPosition { number($0) >= own.upperBound }
  }

  @inline(__always)
  var count: Int { sharedEnd - first + end - own }

  var positions: some Sequence<Int> { [first..<sharedEnd, own..<end].lazy.joined() }
}

extension Range<Int> {
  /// The first position where something holds that holds from there on; the end where it never does.
  fileprivate func firstPosition(where holds: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
