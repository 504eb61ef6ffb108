import Glibc

/// A cell as a sheet keeps it: sixteen bytes, its text elsewhere.
struct PackedCell: Sendable {
  enum Kind: UInt8 { case text, number, day, boolean, error }

  /// The number's bits, the day's parts, the truth value, or where the text begins.
  let payload: UInt64
  /// The bytes of the text.
  let length: UInt32
  fileprivate(set) var column: UInt16 = 0
  let kind: Kind

  fileprivate init(_ kind: Kind, payload: UInt64, length: UInt32 = 0) {
    self.kind = kind
    self.payload = payload
    self.length = length
  }

  init(_ number: Double) { self.init(.number, payload: number.bitPattern) }

  init(_ flag: Bool) { self.init(.boolean, payload: flag ? 1 : 0) }

  init(_ day: Day) {
    self.init(.day, payload: UInt64(day.year) << 16 | UInt64(day.month) << 8 | UInt64(day.day))
  }
}

/// The texts of sheets, one after the other.
struct TextArena: Sendable {
  /// The bytes of one text: thirty times what a cell of Excel holds in Thai.
  static let textLimit = 1 << 20

  /// The bytes of all texts of a file.
  static let limit = 1 << 30

  /// A text read from a file, of which cells may be parts.
  private let source: ArraySlice<UInt8>
  private var bytes: [UInt8] = []

  init(over source: ArraySlice<UInt8> = []) { self.source = source }

  /// The bytes beside the source.
  var count: Int { bytes.count }

  mutating func append(_ piece: UnsafeRawBufferPointer) { bytes.append(contentsOf: piece) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// What was appended since a length as a cell.
  func packed(since start: Int, as kind: PackedCell.Kind = .text) -> PackedCell {
    PackedCell(
      kind, payload: UInt64(source.count + start), length: UInt32(bytes.count - start))
  }

  /// A part of the source as a cell.
  func packed(source range: Range<Int>, as kind: PackedCell.Kind = .text) -> PackedCell {
    PackedCell(kind, payload: UInt64(range.lowerBound), length: UInt32(range.count))
  }

  /// Whether `_x` stands among the bytes since a length.
  func holdsEscape(since start: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var next = start
      while next + 1 < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + next, 0x5F, bytes.count - next - 1)
      {
        next = UnsafeRawPointer(found) - base + 1
        if bytes[next] == UInt8(ascii: "x") { return true }
      }
      return false
    }
  }

  /// The bytes since a length as a text, taken off.
  mutating func take(since start: Int) -> String {
    defer { bytes.removeLast(bytes.count - start) }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  mutating func pack(_ text: String, as kind: PackedCell.Kind = .text) -> PackedCell {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return packed(since: start, as: kind)
  }

  /// A cell that is not empty, packed.
  mutating func pack(_ cell: Cell) -> PackedCell {
    switch cell {
    case .empty: pack("")
    case .text(let text): pack(text)
    case .error(let code): pack(code, as: .error)
    case .number(let number): PackedCell(number)
    case .boolean(let flag): PackedCell(flag)
    case .day(let day): PackedCell(day)
    }
  }

  func cell(of packed: PackedCell) -> Cell {
    switch packed.kind {
    case .text: .text(text(of: packed))
    case .error: .error(text(of: packed))
    case .number: .number(Double(bitPattern: packed.payload))
    case .boolean: .boolean(packed.payload == 1)
    case .day:
      .day(
        Day(
          year: Int(packed.payload >> 16), month: Int(packed.payload >> 8 & 0xFF),
          day: Int(packed.payload & 0xFF)))
    }
  }

  func text(of packed: PackedCell) -> String {
    withBytes(of: packed) { String(decoding: $0, as: UTF8.self) }
  }

  func leadingBytes(of packed: PackedCell) -> UInt32 {
    withBytes(of: packed, \.leading)
  }

  func addCodes(of packed: PackedCell, to codes: inout [TextCode]) -> Bool {
    withBytes(of: packed) { bytes in
      for value in bytes.split(separator: 0x3B) {
        guard let code = TextCode(value) else { return false }
        codes.append(code)
      }
      return true
    }
  }

  /// Whether a cell is a text that says nothing.
  func isBlank(_ packed: PackedCell) -> Bool {
    packed.kind == .text && withBytes(of: packed) { BlankText.isBlank($0) }
  }

  /// Calls with the bytes of the source, and with those beside it.
  func withParts<Value>(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    source.withUnsafeBufferPointer { source in
      bytes.withUnsafeBufferPointer { body(source, $0) }
    }
  }

  private func withBytes<Result>(
    of packed: PackedCell, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = Int(packed.payload)
    let end = start + Int(packed.length)
    guard start >= source.count else {
      return source.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start - source.count..<end - source.count]))
    }
  }
}

/// The filled cells of a sheet, row by row, each with its column: empty ones take no room.
struct CellGrid: Sendable {
  /// Filled cells that one file may have: more is taken for a hostile file, not for a plan.
  static let cellLimit = 20_000_000
  /// Rows and columns that a sheet of Excel or Calc may have.
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  private(set) var cells: [PackedCell] = []
  private(set) var columnCount = 0
  /// Where each row begins; the last row is open.
  private var rowStarts: [UInt32] = []

  var rowCount: Int { rowStarts.count }
  var filledCount: Int { cells.count }

  /// Calls with the cells, and with the number of the first of each row.
  func withParts<Value>(
    _ body: (UnsafeBufferPointer<PackedCell>, UnsafeBufferPointer<UInt32>) -> Value
  ) -> Value {
    cells.withUnsafeBufferPointer { cells in
      rowStarts.withUnsafeBufferPointer { body(cells, $0) }
    }
  }

  mutating func reserve(_ count: Int) { cells.reserveCapacity(count) }

  func row(_ row: Int) -> Range<Int> {
    Int(rowStarts[row])..<(row + 1 < rowStarts.count ? Int(rowStarts[row + 1]) : cells.count)
  }

  /// Where the cell of a column stands among those of a row; nil where there is none.
  func find(column: Int, in row: Range<Int>) -> Int? {
    cells.withUnsafeBufferPointer { Self.find(column: column, in: row, of: $0) }
  }

  /// The same of cells that are at hand.
  static func find(
    column: Int, in row: Range<Int>, of cells: UnsafeBufferPointer<PackedCell>
  ) -> Int? {
    guard column >= 0 else { return nil }
    // In a row without gaps, which is most rows, it stands where it would.
    let direct = row.lowerBound + column
    if direct < row.upperBound, cells[direct].column == column { return direct }
    var low = row.lowerBound
    var high = min(row.upperBound, direct)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < row.upperBound && cells[low].column == column ? low : nil
  }

  /// Makes sure that a row is there, if only as an empty one.
  mutating func extend(toRow row: Int) {
    while rowStarts.count <= row { rowStarts.append(UInt32(cells.count)) }
  }

  /// Puts a cell at its place; false where that does not lie ahead of all cells so far.
  mutating func place(_ cell: PackedCell, row: Int, column: Int) -> Bool {
    guard row >= rowStarts.count - 1, row < Self.rowLimit, column >= 0, column < Self.columnLimit
    else { return false }
    extend(toRow: row)
    if cells.count > rowStarts[row], Int(cells[cells.count - 1].column) >= column { return false }
    cells.append(cell)
    cells[cells.count - 1].column = UInt16(column)
    if column >= columnCount { columnCount = column + 1 }
    return true
  }
}
