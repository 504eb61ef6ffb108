import CXlsxWriter
import Glibc

/// Workbooks written through libxlsxwriter: text stays text, headings stay in sight.
public enum XLSXWriter {
  /// The units of UTF-16 that a cell of Excel holds; longer text is cut with an ellipsis.
  public static let cellLimit = 32_767

  /// Writes the sheets as one workbook, beside its place first and then renamed.
  ///
  /// Every text is written as text: what begins with `=` is no formula. The creation date is
  /// `SOURCE_DATE_EPOCH` where that is set, else 1 January 2000, so that the same sheets give the
  /// same bytes.
  ///
  /// - Parameter isForTyping: Whether people type in it, so that `isAsWritten` must tell who only looked.
  public static func write(
    _ sheets: [SheetDraft], to path: String, isForTyping: Bool = false
  ) throws(SheetError) {
    try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
      // libxlsxwriter finds out only at its end, and then speaks for itself.
      guard let probe = fopen(beside, "wb") else { throw .refusedWrite(path) }
      fclose(probe)
      guard let workbook = workbook_new(beside) else { throw .refusedWrite(path) }
      setProperties(of: workbook)
      if isForTyping {
        workbook_set_custom_property_string(workbook, contentsMark, CellDigest(sheets).text)
      }
      var formats = WorkbookFormats(workbook)
      var taken: Set<String> = []
      var hasShown = false
      for sheet in sheets {
        let name = sheetName(sheet.name, taken: &taken)
        guard let worksheet = workbook_add_worksheet(workbook, name) else { continue }
        fill(worksheet, with: sheet, &formats)
        // Excel opens no workbook whose active sheet is hidden, or all of them.
        if sheet.layout.isHidden, hasShown || sheets.contains(where: { !$0.layout.isHidden }) {
          worksheet_hide(worksheet)
        } else if !hasShown {
          worksheet_activate(worksheet)
          worksheet_set_first_sheet(worksheet)
          hasShown = true
        }
      }
      guard workbook_close(workbook) == LXW_NO_ERROR else { throw .refusedWrite(path) }
    }
  }

  /// The property that keeps what the cells said when they were written.
  private static let contentsMark = "sanphaen-contents"

  /// Whether a workbook still is as this program wrote it: no other has saved it since, or none that
  /// changed a cell.
  ///
  /// Whoever saves a workbook writes down when; this program writes one day for both, the day it was
  /// made and the day it was changed. Saved since, the cells of one that is for typing are compared with
  /// what they were. What cannot be read was not left as it was.
  public static func isAsWritten(_ path: String) -> Bool {
    guard let bytes = try? FileBytes.read(path),
      var archive = try? ZipArchive(bytes, path: path)
    else { return false }
    guard let text = archive.text(of: "docProps/core.xml") else { return false }
    let days = ["created", "modified"].map { name in
      text.firstRange(of: "<dcterms:\(name) ").map { range in
        text[range.upperBound...].drop { $0 != ">" }.prefix { $0 != "<" }
      }
    }
    if days[0] != nil && days[0] == days[1] { return true }
    guard let properties = archive.text(of: "docProps/custom.xml"),
      let mark = properties.firstRange(of: "name=\"\(contentsMark)\""),
      let value = properties[mark.upperBound...].firstRange(of: "<vt:lpwstr>"),
      let workbook = try? Workbook(contentsOf: path)
    else { return false }
    return properties[value.upperBound...].prefix { $0 != "<" } == CellDigest(workbook.sheets).text
  }

  private static func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    var properties = lxw_doc_properties()
    properties.created =
      getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
      ?? 946_684_800
    workbook_set_properties(workbook, &properties)
  }

  private static func fill(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, with sheet: SheetDraft,
    _ formats: inout WorkbookFormats
  ) {
    // Printed across, as wide as the paper, the headings on every page.
    worksheet_set_landscape(worksheet)
    worksheet_set_paper(worksheet, 9)
    worksheet_fit_to_pages(worksheet, 1, 0)
    setColumns(of: worksheet, sheet, formats)
    merge(sheet.layout.merges, in: worksheet, formats)
    if sheet.hasHeadings { addHeadings(to: worksheet, sheet, formats) }
    let first = sheet.hasHeadings ? 1 : 0
    let shades = Dictionary(
      sheet.marks.map { ($0.address, $0.shade) }, uniquingKeysWith: { first, _ in first })
    for (index, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() where cell != .empty {
        let place = CellAddress(row: index + first, column: column)
        write(cell, to: worksheet, place, &formats, shades[place])
      }
    }
    hideRows(sheet.layout.hiddenRows, of: worksheet)
    for mark in sheet.marks { add(mark, to: worksheet, sheet, &formats, firstRow: first) }
  }

  private static func addHeadings(
    to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: SheetDraft,
    _ formats: WorkbookFormats
  ) {
    worksheet_freeze_panes(worksheet, 1, 0)
    worksheet_repeat_rows(worksheet, 0, 0)
    for (index, column) in sheet.columns.enumerated() {
      let at = UInt16(index)
      worksheet_write_string(worksheet, 0, at, clipped(column.heading), formats.heading)
      if let note = column.note { addNote(note, to: worksheet, row: 0, column: at) }
      addChoices(of: column, to: worksheet, column: at, rows: sheet.rows.count)
    }
    if !sheet.columns.isEmpty {
      worksheet_autofilter(
        worksheet, 0, 0, UInt32(max(1, sheet.rows.count)), UInt16(sheet.columns.count - 1))
    }
  }

  private static func setColumns(
    of worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: SheetDraft,
    _ formats: WorkbookFormats
  ) {
    for (index, column) in sheet.columns.enumerated() {
      let at = UInt16(index)
      var options = lxw_row_col_options(
        hidden: sheet.layout.hides(column: index) ? 1 : 0, level: 0, collapsed: 0)
      worksheet_set_column_opt(worksheet, at, at, column.width, formats.body, &options)
    }
  }

  /// Merges what overlaps nothing before it: Excel opens no workbook of other merges.
  private static func merge(
    _ merges: [CellRange], in worksheet: UnsafeMutablePointer<lxw_worksheet>,
    _ formats: WorkbookFormats
  ) {
    var kept: [CellRange] = []
    for merge in merges {
      let overlaps = kept.contains {
        $0.rows.overlaps(merge.rows) && $0.columns.overlaps(merge.columns)
      }
      if overlaps { continue }
      kept.append(merge)
      worksheet_merge_range(
        worksheet, UInt32(merge.rows.lowerBound), UInt16(merge.columns.lowerBound),
        UInt32(merge.rows.upperBound), UInt16(merge.columns.upperBound), nil, formats.body)
    }
  }

  private static func hideRows(
    _ ranges: [ClosedRange<Int>], of worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    var options = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
    for row in ranges.joined() where row < CellGrid.rowLimit {
      worksheet_set_row_opt(worksheet, UInt32(row), 15, nil, &options)
    }
  }

  private static func write(
    _ cell: Cell, to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ place: CellAddress,
    _ formats: inout WorkbookFormats, _ shade: SheetDraft.Mark.Shade?
  ) {
    let row = UInt32(place.row)
    let column = UInt16(place.column ?? 0)
    let format = formats.format(of: cell, shade)
    switch cell {
    case .empty: worksheet_write_blank(worksheet, row, column, format)
    case .error(let code) where ErrorCode.isConstant(code):
      worksheet_write_formula_str(worksheet, row, column, "=" + code, format, code)
    case .text(let text), .error(let text):
      worksheet_write_string(worksheet, row, column, clipped(text.withoutNoncharacters), format)
    case .number(let number):
      worksheet_write_number(worksheet, row, column, number, format)
    case .day(let day):
      var time = lxw_datetime(
        year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0,
        sec: 0)
      worksheet_write_datetime(worksheet, row, column, &time, format)
    case .boolean(let flag):
      worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, format)
    }
  }

  private static func add(
    _ mark: SheetDraft.Mark, to worksheet: UnsafeMutablePointer<lxw_worksheet>,
    _ sheet: SheetDraft, _ formats: inout WorkbookFormats, firstRow: Int
  ) {
    let row = mark.address.row
    let column = mark.address.column ?? 0
    guard row < CellGrid.rowLimit, column < CellGrid.columnLimit else { return }
    let cells =
      row >= firstRow && row - firstRow < sheet.rows.count ? sheet.rows[row - firstRow] : []
    let isEmpty = column >= cells.count || cells[column] == .empty
    if isEmpty, row >= firstRow {
      let place = CellAddress(row: row, column: column)
      write(.empty, to: worksheet, place, &formats, mark.shade)
    }
    if !mark.note.isEmpty {
      addNote(mark.note, to: worksheet, row: UInt32(row), column: UInt16(column))
    }
  }

  private static func addNote(
    _ text: String, to worksheet: UnsafeMutablePointer<lxw_worksheet>, row: UInt32, column: UInt16
  ) {
    var options = lxw_comment_options()
    // Wide enough that a sentence of Thai takes few lines; as high as it then is.
    options.width = 320
    options.height = UInt16(min(600, 40 + 18 * (text.count / 36 + text.count { $0.isNewline } + 1)))
    worksheet_write_comment_opt(worksheet, row, column, clipped(text.withoutControls), &options)
  }

  private static func addChoices(
    of column: SheetDraft.Column, to worksheet: UnsafeMutablePointer<lxw_worksheet>,
    column at: UInt16,
    rows: Int
  ) {
    guard !column.choices.isEmpty || column.choicesRange != nil else { return }
    var list: [UnsafeMutablePointer<CChar>?] = column.choices.map { strdup($0) } + [nil]
    let range = column.choicesRange.flatMap { strdup($0) }
    defer {
      for item in list { free(item) }
      free(range)
    }
    list.withUnsafeMutableBufferPointer { buffer in
      var validation = lxw_data_validation()
      if let range {
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        validation.value_formula = range
      } else {
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        validation.value_list = buffer.baseAddress
      }
      // A planner may write her own word beside the list's.
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
      worksheet_data_validation_range(
        worksheet, 1, at, UInt32(max(rows, 500)), at, &validation)
    }
  }

  /// A cell of Excel holds at most 32,767 characters of UTF-16.
  private static func clipped(_ text: String) -> String {
    guard text.utf16.count > cellLimit else { return text }
    var units = 0
    return String(
      text.prefix {
        units += $0.utf16.count
        return units < cellLimit
      }) + "…"
  }

  /// A name that Excel takes: 31 characters, none of `[]:*?/\`, none twice.
  private static func sheetName(_ name: String, taken: inout Set<String>) -> String {
    let cleaned = String(
      name.withoutControls.map { "[]:*?/\\'\t".contains($0) || $0.isNewline ? " " : $0 })
    let base = cleaned.isEmpty ? "Sheet" : cleaned
    var count = 1
    while true {
      let suffix = count == 1 ? "" : " \(count)"
      var short = base
      while short.utf16.count + suffix.count > 31 { short.removeLast() }
      if taken.insert((short + suffix).lowercased()).inserted { return short + suffix }
      count += 1
    }
  }
}

extension ZipArchive {
  /// A part as text; nil where it is not there.
  fileprivate mutating func text(of part: String) -> String? {
    guard contains(part) else { return nil }
    var bytes: [UInt8] = []
    guard (try? read(part) { bytes.append(contentsOf: $0) }) != nil else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The text with a sign for what no XML may hold and libxlsxwriter leaves: with it no program would open
  /// the workbook.
  fileprivate var withoutNoncharacters: String {
    guard unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else {
      return self
    }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      text.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }

  /// The text with blanks for what XML cannot hold: in cells libxlsxwriter writes these signs as words, in
  /// notes and names it would leave them, and no program would open the workbook.
  fileprivate var withoutControls: String {
    var text = ""
    for scalar in unicodeScalars {
      let isKept =
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || scalar == "\n"
        || scalar == "\t"
      text.unicodeScalars.append(isKept ? scalar : " ")
    }
    return text
  }
}
