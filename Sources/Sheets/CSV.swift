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
    let row = rows.builder.currentRow + 1
    if rows.isTooLarge { throw .tooLarge(path: path) }
    guard complete else { throw .openQuote(path: path, row: row) }
    return Sheet(
      file: Folder.lastName(of: path), name: Folder.stem(of: path), isInWorkbook: false,
      textForm: TextForm(encoding: encoding, separator: separator), rows.builder)
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
  var builder = SheetBuilder()
  var isTooLarge = false
  var afterReturn = false
}

private func takeField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let rows = context?.assumingMemoryBound(to: CSVRows.self) else { return }
  rows.pointee.afterReturn = false
  guard rows.pointee.builder.cells.count < SheetBuilder.cellLimit else {
    rows.pointee.isTooLarge = true
    return
  }
  let text = String(
    decoding: UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count), as: UTF8.self)
  rows.pointee.builder.append(Cell(text))
}

private func takeRowEnd(_ character: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let rows = context?.assumingMemoryBound(to: CSVRows.self) else { return }
  // The parser reports both halves of CR LF; the second ends no row.
  if character == 0x0A, rows.pointee.afterReturn {
    rows.pointee.afterReturn = false
    return
  }
  rows.pointee.afterReturn = character == 0x0D
  rows.pointee.builder.endRow()
}
