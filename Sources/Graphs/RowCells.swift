import Glibc

/// The cells of a row of path counts: one line of columns for each node that is reached, in the order
/// in which they are met.
///
/// Lines lie one after the other however far the nodes are from each other, so that filling, reading
/// and clearing a row stay within the same few cache lines from row to row.
@usableFromInline
struct RowCells: BitwiseCopyable {
  @usableFromInline let width: Int
  @usableFromInline let firstEnd: Int32
  /// By end its line, from 1 on; 0 where it is not reached.
  @usableFromInline let lines: UnsafeMutablePointer<Int32>
  /// By line its end.
  @usableFromInline let ends: UnsafeMutablePointer<Int32>
  /// By line its columns; line 0 is empty.
  @usableFromInline let cells: UnsafeMutablePointer<PathCount>
  @usableFromInline let lineCount: UnsafeMutablePointer<Int32>

  /// No lines yet, for ends of a kind.
  ///
  /// Zeroed memory is given page by page as it is touched, so there is room for all ends at the price
  /// of those that are reached.
  init(_ ends: some RandomAccessCollection<NodeID>, width: Int) {
    self.width = width
    firstEnd = ends.first?.rawValue ?? 0
    lines = zeroed(ends.count)
    self.ends = zeroed(ends.count + 1)
    cells = zeroed((ends.count + 1) * width)
    lineCount = zeroed(1)
  }

  func deallocate() {
    free(lines)
    free(ends)
    free(cells)
    free(lineCount)
  }

  /// How many ends are reached.
  @inlinable var count: Int { Int(lineCount.pointee) }

  /// The columns of an end; empty ones where it is not reached.
  @inlinable
  func columns(of end: NodeID) -> UnsafeMutablePointer<PathCount> {
    cells + Int(lines[Int(end.rawValue - firstEnd)]) * width
  }

  func clear() {
    for line in stride(from: 1, through: count, by: 1) { lines[Int(ends[line] &- firstEnd)] = 0 }
    memset(cells + width, 0, count * width * MemoryLayout<PathCount>.stride)
    lineCount.pointee = 0
  }

  /// Adds one path to an end.
  @inlinable
  func addOne(_ weight: Double, to end: Int32, _ column: Int) {
    let slot = Int(end &- firstEnd)
    var line = lines[slot]
    if line == 0 {
      line = lineCount.pointee + 1
      lineCount.pointee = line
      lines[slot] = line
      ends[Int(line)] = end
    }
    let cell = cells + Int(line) &* width + column
    cell.pointee.count &+= 1
    cell.pointee.weight += weight
  }

  /// Adds paths that weigh so much together.
  func add(_ count: Int, _ weight: Double, to end: Int32, _ column: Int) {
    var entry = WalkRests.Entry(end: end, count: count, weight: 1)
    add(&entry, 1, weight, column)
  }

  /// Adds what each of some entries weighs, so many times: the loop that all paths pass.
  @inline(__always)
  func add(
    _ entries: UnsafePointer<WalkRests.Entry>, _ entryCount: Int, _ weight: Double, _ column: Int
  ) {
    let cells = cells + column
    var count = lineCount.pointee
    for entry in UnsafeBufferPointer(start: entries, count: entryCount) {
      let slot = Int(entry.end &- firstEnd)
      // Without a branch: many ends are new, and nothing foretells which.
      let known = lines[slot]
      let new: Int32 = known == 0 ? 1 : 0
      count &+= new
      let line = known | (count & (0 &- new))
      lines[slot] = line
      ends[Int(line)] = entry.end
      let cell = cells + Int(line) &* width
      cell.pointee.count &+= entry.count
      cell.pointee.weight += weight * entry.weight
    }
    lineCount.pointee = count
  }
}
