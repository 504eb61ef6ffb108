/// What a sheet says beside its cells: merged ranges, and what it hides.
public struct SheetLayout: Sendable, Equatable {
  /// The merged ranges of more than one cell, by their upper left cells.
  public let merges: [CellRange]
  /// Whether the whole sheet is hidden.
  public let isHidden: Bool
  /// The hidden rows, from 0, ascending and apart; rows that a filter hides are among them.
  public let hiddenRows: [ClosedRange<Int>]
  /// The hidden columns, from 0, ascending and apart.
  public let hiddenColumns: [ClosedRange<Int>]
  /// For every merge the last row of all up to it, so that a search backwards knows where to end.
  private let lastRows: [Int]

  /// A layout; ranges may come in any order, and those of rows and of columns may overlap.
  public init(
    merges: [CellRange] = [], isHidden: Bool = false, hiddenRows: [ClosedRange<Int>] = [],
    hiddenColumns: [ClosedRange<Int>] = []
  ) {
    self.merges = merges.filter { $0.rows.count > 1 || $0.columns.count > 1 }.sorted()
    self.isHidden = isHidden
    self.hiddenRows = Self.joined(hiddenRows)
    self.hiddenColumns = Self.joined(hiddenColumns)
    var last = 0
    lastRows = self.merges.map { merge in
      last = max(last, merge.rows.upperBound)
      return last
    }
  }

  /// The merged range that a cell lies in.
  ///
  /// - Complexity: O(log merges + merges of the same rows).
  public func merge(at address: CellAddress) -> CellRange? {
    var low = 0
    var high = merges.count
    while low < high {
      let middle = (low + high) / 2
      if merges[middle].rows.lowerBound <= address.row { low = middle + 1 } else { high = middle }
    }
    while low > 0, lastRows[low - 1] >= address.row {
      low -= 1
      if merges[low].contains(address) { return merges[low] }
    }
    return nil
  }

  /// Whether a row, from 0, is hidden.
  public func hides(row: Int) -> Bool { Self.contains(hiddenRows, row) }

  /// Whether a column, from 0, is hidden.
  public func hides(column: Int) -> Bool { Self.contains(hiddenColumns, column) }

  private static func contains(_ ranges: [ClosedRange<Int>], _ number: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(number)
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
