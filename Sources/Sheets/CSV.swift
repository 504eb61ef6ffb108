import CCsv

/// Text sheets, read and written by libcsv; RFC 4180 with any of the separators in use.
public enum CSV {
  /// Reads one text sheet.
  ///
  /// Every cell stays the text that was typed; empty rows are kept, so that row numbers agree with
  /// what a spreadsheet shows. What of the form is not given is found out, and said in the sheet.
  ///
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8], path: String, as form: TextForm = TextForm()
  ) throws(SheetError) -> Sheet {
    let encoding = form.encoding ?? TextEncoding.detect(bytes)
    let text = try encoding.utf8(bytes, path: path)
    let separator = form.separator ?? TextSeparator.detect(text)
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_REPALL_NL)) == 0 else {
      throw .unreadable(path: path, reason: "libcsv")
    }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, (separator ?? .comma).byte)
    csv_set_space_func(&parser) { _ in 0 }
    var rows = CSVRows()
    rows.texts.reserve(text.count)
    let complete = withUnsafeMutablePointer(to: &rows) { rows in
      text.withUnsafeBufferPointer { buffer in
        let read = csv_parse(
          &parser, buffer.baseAddress, buffer.count, takeField, takeRowEnd, rows)
        // Asked before the end: libcsv itself takes an open quotation mark for closed there.
        let isOpen = parser.quoted != 0 && parser.pstate == fieldBegun
        return read == buffer.count && !isOpen
          && csv_fini(&parser, takeField, takeRowEnd, rows) == 0
      }
    }
    switch rows.problem {
    case .tooManyCells?: throw .tooLarge(path: path)
    case .longCell?:
      let cell = CellAddress(row: rows.row, column: rows.column)
      throw .cellTooLong(path: path, sheet: nil, cell: cell)
    case nil: break
    }
    guard complete else { throw .openQuote(path: path, row: rows.row + 1) }
    return Sheet(
      file: Folder.lastName(of: path), name: Folder.stem(of: path), isInWorkbook: false,
      textForm: TextForm(encoding: encoding, separator: separator), rows.grid, rows.texts)
  }

  /// The text of rows in CSV, UTF-8 with a byte order mark so that Excel opens it as Thai.
  public static func bytes(of rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows {
      for (column, text) in row.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        appendField(text, to: &bytes)
      }
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
  }

  private static func appendField(_ text: String, to bytes: inout [UInt8]) {
    let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
    guard text.utf8.contains(where: special.contains) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}

/// libcsv's state within a field; its header does not name the states.
private let fieldBegun: Int32 = 2

/// What the parser's callbacks fill.
private struct CSVRows {
  enum Problem { case tooManyCells, longCell }

  var grid = CellGrid()
  var texts = TextArena()
  var row = 0
  var column = 0
  var problem: Problem?
  var afterReturn = false

  mutating func take(_ field: UnsafeRawBufferPointer) {
    afterReturn = false
    guard problem == nil else { return }
    if field.count > TextArena.textLimit {
      problem = .longCell
    } else if !field.isEmpty {
      let start = texts.count
      texts.append(field)
      let isPlaced = grid.place(texts.packed(since: start), row: row, column: column)
      if !isPlaced || grid.filledCount > CellGrid.cellLimit { problem = .tooManyCells }
    }
    if problem == nil { column += 1 }
  }

  mutating func endRow(_ character: Int32) {
    // The parser reports both halves of CR LF; the second ends no row.
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

private func takeField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  context?.assumingMemoryBound(to: CSVRows.self).pointee.take(
    UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
}

private func takeRowEnd(_ character: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: CSVRows.self).pointee.endRow(character)
}
