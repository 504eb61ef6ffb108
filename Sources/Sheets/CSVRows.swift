import CCsv
import Glibc

/// The rows of a text, as they are found.
///
/// Lines are only cut at their separators, and cells between quotation marks at these: they stay
/// where the file has them, uncopied. What quotation marks do otherwise, such as one that stands for
/// itself, libcsv reads, up to where the last mark is closed.
struct CSVRows {
  enum Problem { case tooManyCells, longCell, openQuote }

  private(set) var grid = CellGrid()
  private(set) var texts: TextArena
  /// Where reading stands, from 0.
  private(set) var row = 0
  private(set) var column = 0
  private let text: ArraySlice<UInt8>
  private let separator: UInt8
  private var problem: Problem?
  private var afterReturn = false
  /// The cells of the line that is being cut.
  private var line: [Range<Int>] = []
  /// How many separators every filled row has; nil before the first, below zero where they differ.
  private var evenCount: Int?

  init(_ text: ArraySlice<UInt8>, separator: UInt8) {
    self.text = text
    self.separator = separator
    texts = TextArena(over: text)
    grid.reserve(text.count / 24)
  }

  /// Reads all rows; what hinders it, with `row` and `column` where it was met.
  mutating func read(path: String) throws(SheetError) -> Problem? {
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_REPALL_NL)) == 0 else {
      throw .unreadable(path: path, reason: "libcsv")
    }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, separator)
    csv_set_space_func(&parser) { _ in 0 }
    text.withUnsafeBufferPointer { bytes in
      var next = 0
      while next < bytes.count, problem == nil {
        next = cut(bytes, from: next) ?? readQuoted(bytes, from: next, &parser)
      }
    }
    return problem
  }

  /// Whether the rows surely are apart by the separator, and by no other: all that are filled have
  /// equally many, and the first of them holds none of the others.
  var areEven: Bool {
    guard let evenCount, evenCount > 0 else { return false }
    return text.withUnsafeBufferPointer { bytes in
      var next = 0
      while next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D { next += 1 }
      while next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D {
        let byte = bytes[next]
        if byte == 0x22 || byte < 0x80 && byte != separator && TextSeparator.bytes.contains(byte) {
          return false
        }
        next += 1
      }
      return true
    }
  }

  /// Cuts one line, if its quotation marks stand only around whole cells; returns where the next begins.
  private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let ends = ByteFinder(separator, 0x0A, 0x0D, 0x22)
    line.removeAll(keepingCapacity: true)
    var next = start
    var end = bytes.count
    while true {
      let cell: Range<Int>
      if next < bytes.count, bytes[next] == 0x22 {
        guard let close = bytes.firstOffset(of: 0x22, from: next + 1) else { return nil }
        cell = next + 1..<close
        end = close + 1
        guard end == bytes.count || isEnd(bytes[end]) else { return nil }
      } else {
        end = ends.first(in: bytes, next..<bytes.count)
        guard end == bytes.count || bytes[end] != 0x22 else { return nil }
        cell = next..<end
      }
      line.append(cell)
      next = end + 1
      // A separator at the very end has an empty cell behind it, which is none.
      guard next < bytes.count, bytes[end] == separator else { break }
    }
    takeLine(bytes)
    if end == bytes.count || bytes[end] == separator {
      endRow(0)
      return bytes.count
    }
    endRow(Int32(bytes[end]))
    afterReturn = false
    return bytes[end] == 0x0D && next < bytes.count && bytes[next] == 0x0A ? next + 1 : next
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  /// Takes the cells that a line was cut into.
  private mutating func takeLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    for range in line {
      var cell = range
      if !cell.isEmpty, bytes[cell.lowerBound] == 0x27,
        CSVGuard.isThere(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[cell])))
      {
        cell = cell.lowerBound + 1..<cell.upperBound
      }
      let isError =
        !cell.isEmpty && ErrorCode.mayBegin(bytes[cell.lowerBound])
        && ErrorCode.isCode(bytes[cell])
      take(length: cell.count) { texts in texts.packed(source: cell, as: isError ? .error : .text) }
    }
  }

  /// Lets libcsv read lines until none of its cells is open; returns where it stopped.
  private mutating func readQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ parser: inout csv_parser
  ) -> Int {
    var next = start
    withUnsafeMutablePointer(to: &self) { rows in
      while next < bytes.count {
        let end = bytes.lineEnd(from: next)
        let count = end - next
        let read = csv_parse(
          &parser, bytes.baseAddress.map { $0 + next }, count, takeField, takeRowEnd, rows)
        next = end
        // Short only where it found no memory for so long a cell.
        if read < count { rows.pointee.problem = .longCell }
        if rows.pointee.problem != nil || parser.pstate == rowNotBegun { return }
      }
      // Asked before the end: libcsv itself takes an open quotation mark for closed there.
      if parser.quoted != 0, parser.pstate == fieldBegun {
        rows.pointee.problem = .openQuote
      } else {
        csv_fini(&parser, takeField, takeRowEnd, rows)
      }
    }
    return next
  }

  private mutating func take(length: Int, _ packed: (inout TextArena) -> PackedCell) {
    afterReturn = false
    guard problem == nil else { return }
    if length > TextArena.textLimit {
      problem = .longCell
      return
    }
    if length > 0 {
      let isPlaced = grid.place(packed(&texts), row: row, column: column)
      if !isPlaced || grid.filledCount > CellGrid.cellLimit { problem = .tooManyCells }
    }
    if problem == nil { column += 1 }
  }

  fileprivate mutating func take(_ cell: UnsafeRawBufferPointer) {
    let field =
      CSVGuard.isThere(cell) ? UnsafeRawBufferPointer(rebasing: cell.dropFirst()) : cell
    take(length: field.count) { texts in
      let start = texts.count
      texts.append(field)
      return texts.packed(since: start, as: ErrorCode.isCode(field) ? .error : .text)
    }
  }

  fileprivate mutating func endRow(_ character: Int32) {
    // libcsv reports both halves of CR LF; the second ends no row.
    if character == 0x0A, afterReturn {
      afterReturn = false
      return
    }
    afterReturn = character == 0x0D
    guard problem == nil else { return }
    if row < CellGrid.rowLimit { grid.extend(toRow: row) }
    noteSeparators()
    row += 1
    column = 0
  }

  /// Keeps whether all filled rows have equally many separators.
  private mutating func noteSeparators() {
    if column <= 1, row >= grid.rowCount || grid.row(row).isEmpty { return }
    if evenCount == nil { evenCount = column - 1 }
    if evenCount != column - 1 { evenCount = -1 }
  }
}

/// libcsv's states between rows and within a field; its header does not name them.
private let rowNotBegun: Int32 = 0
private let fieldBegun: Int32 = 2

private func takeField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  context?.assumingMemoryBound(to: CSVRows.self).pointee.take(
    UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
}

private func takeRowEnd(_ character: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: CSVRows.self).pointee.endRow(character)
}
