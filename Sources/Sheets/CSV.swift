/// Text sheets, read and written by libcsv; RFC 4180 with any of the separators in use.
public enum CSV {
  /// Reads one text sheet.
  ///
  /// Every cell stays the text that was typed, without the apostrophe that keeps `=1+1` a text; empty rows are kept, so that row numbers agree with
  /// what a spreadsheet shows. What of the form is not given is found out, and said in the sheet.
  ///
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: [UInt8], path: String, as form: TextForm = TextForm()
  ) throws(SheetError) -> Sheet {
    let (encoding, text) = try TextEncoding.decode(bytes, as: form.encoding, path: path)
    var separator = form.separator
    // Most files are rows of equally many commas, which shows when they are cut.
    var rows = CSVRows(text, separator: (separator ?? .comma).byte)
    var problem = try rows.read(path: path)
    if separator == nil {
      separator = problem == nil && rows.areEven ? .comma : TextSeparator.detect(text)
      if let separator, separator != .comma {
        rows = CSVRows(text, separator: separator.byte)
        problem = try rows.read(path: path)
      }
    }
    switch problem {
    case .tooManyCells?: throw .tooLarge(path: path)
    case .longCell?:
      let cell = CellAddress(row: rows.row, column: rows.column)
      throw .cellTooLong(path: path, sheet: nil, cell: cell)
    case .openQuote?: throw .openQuote(path: path, row: rows.row + 1)
    case nil: break
    }
    return Sheet(
      file: Folder.lastName(of: path), name: Folder.stem(of: path), isInWorkbook: false,
      textForm: TextForm(encoding: encoding, separator: separator), rows.grid, rows.texts)
  }

  /// The text of rows in CSV, UTF-8 with a byte order mark so that Excel opens it as Thai; what Excel
  /// would reckon is kept a text by an apostrophe, which reading takes off again.
  public static func bytes(of rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows {
      for (column, text) in row.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        appendField(CSVGuard.isNeeded(text) ? "'" + text : text, to: &bytes)
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
