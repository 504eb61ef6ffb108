/// The texts of a sheet's cells as the bytes that they are kept in, for readers of very many cells.
public struct CellBytes {
  private let cells: UnsafeBufferPointer<PackedCell>
  private let rowStarts: UnsafeBufferPointer<UInt32>
  private let source: UnsafeBufferPointer<UInt8>
  private let others: UnsafeBufferPointer<UInt8>

  fileprivate init(
    _ cells: UnsafeBufferPointer<PackedCell>, _ rowStarts: UnsafeBufferPointer<UInt32>,
    _ source: UnsafeBufferPointer<UInt8>, _ others: UnsafeBufferPointer<UInt8>
  ) {
    self.cells = cells
    self.rowStarts = rowStarts
    self.source = source
    self.others = others
  }

  /// The number of rows, empty ones included.
  public var rowCount: Int { rowStarts.count }

  /// The filled cells of a row, by their places among all.
  private func range(_ row: Int) -> Range<Int> {
    Int(rowStarts[row])..<(row + 1 < rowStarts.count ? Int(rowStarts[row + 1]) : cells.count)
  }

  /// The text of a cell in UTF-8; empty where there is no cell.
  ///
  /// - Complexity: O(1) in a row without empty cells, else O(log cells of the row).
  public subscript(row: Int, column: Int) -> UnsafeBufferPointer<UInt8> {
    CellGrid.find(column: column, in: range(row), of: cells).map { bytes(cells[$0]) }
      ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The first cell of a row that says something; nil where there is none.
  public func lead(_ row: Int) -> (column: Int, bytes: UnsafeBufferPointer<UInt8>)? {
    for place in range(row) {
      let bytes = bytes(cells[place])
      if !BlankText.isBlank(bytes) { return (Int(cells[place].column), bytes) }
    }
    return nil
  }

  /// The bytes from the first cell of a row to the end of its last one, where they stand together in
  /// the file; else nil.
  public func line(_ row: Int) -> UnsafeBufferPointer<UInt8>? {
    guard row < rowCount, let first = range(row).first, let last = range(row).last else {
      return nil
    }
    let start = Int(cells[first].payload)
    let end = Int(cells[last].payload) + Int(cells[last].length)
    guard start <= end, end <= source.count else { return nil }
    return UnsafeBufferPointer(rebasing: source[start..<end])
  }

  private func bytes(_ cell: PackedCell) -> UnsafeBufferPointer<UInt8> {
    let start = Int(cell.payload)
    let end = start + Int(cell.length)
    return start >= source.count
      ? UnsafeBufferPointer(rebasing: others[start - source.count..<end - source.count])
      : UnsafeBufferPointer(rebasing: source[start..<end])
  }

  /// Calls with the cells of sheets; nil where one of them is no text.
  public static func with<Value>(
    _ sheets: [Sheet], _ body: ([CellBytes]) -> Value
  ) -> Value? {
    with(sheets[...], [], body)
  }

  private static func with<Value>(
    _ sheets: ArraySlice<Sheet>, _ opened: [CellBytes], _ body: ([CellBytes]) -> Value
  ) -> Value? {
    guard let sheet = sheets.first else { return body(opened) }
    return sheet.withCellBytes { with(sheets.dropFirst(), opened + [$0], body) } ?? nil
  }
}

extension Sheet {
  fileprivate func withCellBytes<Value>(_ body: (CellBytes) -> Value) -> Value? {
    withParts { grid, texts in
      grid.withParts { cells, rowStarts in
        guard cells.allSatisfy({ $0.kind == .text }) else { return nil }
        return texts.withParts { body(CellBytes(cells, rowStarts, $0, $1)) }
      }
    }
  }
}
