/// A rectangle of cells, written as people read it: `B3:D5`.
public struct CellRange: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The rows, from 0.
  public let rows: ClosedRange<Int>
  /// The columns, from 0.
  public let columns: ClosedRange<Int>

  /// The rectangle of rows and columns, both from 0.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads a range such as `B3:D5`, or a single cell; nil where the text is none.
  public init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map {
      CellAddress(String($0))
    }
    guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1],
      let left = first.column, let right = last.column, left <= right, first.row <= last.row
    else { return nil }
    self.init(rows: first.row...last.row, columns: left...right)
  }

  /// The cell at its upper left, which holds what a merged range shows.
  public var anchor: CellAddress {
    CellAddress(row: rows.lowerBound, column: columns.lowerBound)
  }

  /// Whether a cell lies in it; for a whole row, whether all of its columns do is not asked.
  public func contains(_ address: CellAddress) -> Bool {
    rows.contains(address.row) && address.column.map { columns.contains($0) } ?? false
  }

  /// The range as shown, `B3:D5`.
  public var description: String {
    "\(anchor):\(CellAddress(row: rows.upperBound, column: columns.upperBound))"
  }

  /// By the upper left cell, row by row.
  public static func < (left: CellRange, right: CellRange) -> Bool {
    (left.anchor, left.rows.upperBound, left.columns.upperBound)
      < (right.anchor, right.rows.upperBound, right.columns.upperBound)
  }
}
