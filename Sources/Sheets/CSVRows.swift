import CCsv
import Glibc

/// The rows of a text, as they are found.
///
/// libcsv reads every line that holds a quotation mark, up to where the mark is closed. The lines
/// between are only cut at their separators: their cells stay where the file has them, uncopied.
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
        let quote = bytes.firstOffset(of: 0x22, from: next) ?? bytes.count
        let line = quote == bytes.count ? quote : bytes.lineStart(before: quote, notBefore: next)
        cut(bytes, next..<line)
        next = readQuoted(bytes, from: line, &parser)
      }
    }
    return problem
  }

  /// Cuts lines without quotation marks.
  private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let ends = ByteFinder(separator, 0x0A, 0x0D)
    var start = range.lowerBound
    while start < range.upperBound, problem == nil {
      let end = ends.first(in: bytes, start..<range.upperBound)
      if end > start, bytes[start] == 0x27,
        CSVGuard.isThere(
          UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<end]))
      {
        start += 1
      }
      let isError =
        end > start && ErrorCode.mayBegin(bytes[start]) && ErrorCode.isCode(bytes[start..<end])
      take(length: end - start) { texts in
        texts.packed(source: start..<end, as: isError ? .error : .text)
      }
      start = end + 1
      guard end < range.upperBound else {
        endRow(0)
        return
      }
      let byte = bytes[end]
      if byte == separator {
        // A separator at the very end has an empty cell behind it, which is none.
        if start == range.upperBound { endRow(0) }
        continue
      }
      endRow(Int32(byte))
      if byte == 0x0D, start < range.upperBound, bytes[start] == 0x0A { start += 1 }
      afterReturn = false
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
    row += 1
    column = 0
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
