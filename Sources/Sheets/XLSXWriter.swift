import CXlsxWriter
import Glibc

/// A sheet to be written: headings, rows, and how they look.
public struct SheetDraft: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// The heading in the first row.
    public let heading: String
    /// The width in characters.
    public let width: Double
    /// What the drop-down of the column's cells offers; none where empty.
    public let choices: [String]

    /// A column of a heading and a width in characters.
    public init(_ heading: String, width: Double, choices: [String] = []) {
      self.heading = heading
      self.width = width
      self.choices = choices
    }
  }

  /// The sheet's name; shortened and cleaned as Excel demands when it is written.
  public let name: String
  /// The columns, left to right.
  public let columns: [Column]
  /// The rows under the headings; shorter ones are filled with empty cells.
  public let rows: [[Cell]]

  /// A sheet of columns and rows.
  public init(name: String, columns: [Column], rows: [[Cell]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// Workbooks written through libxlsxwriter: text stays text, headings stay in sight.
public enum XLSXWriter {
  /// Writes the sheets as one workbook, beside its place first and then renamed.
  ///
  /// Every text is written as text: what begins with `=` is no formula. The creation date is
  /// `SOURCE_DATE_EPOCH` where that is set, else 1 January 2000, so that the same sheets give the
  /// same bytes.
  public static func write(_ sheets: [SheetDraft], to path: String) throws(SheetError) {
    try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
      // libxlsxwriter finds out only at its end, and then speaks for itself.
      guard let probe = fopen(beside, "wb") else { throw .refusedWrite(path) }
      fclose(probe)
      guard let workbook = workbook_new(beside) else { throw .refusedWrite(path) }
      setProperties(of: workbook)
      let formats = Formats(workbook)
      var taken: Set<String> = []
      for sheet in sheets {
        let name = sheetName(sheet.name, taken: &taken)
        if let worksheet = workbook_add_worksheet(workbook, name) {
          fill(worksheet, with: sheet, formats)
        }
      }
      guard workbook_close(workbook) == LXW_NO_ERROR else { throw .refusedWrite(path) }
    }
  }

  private struct Formats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let body: UnsafeMutablePointer<lxw_format>?
    let number: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      heading = workbook_add_format(workbook)
      format_set_bold(heading)
      format_set_text_wrap(heading)
      format_set_bg_color(heading, 0xE8EEF4)
      format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
      body = workbook_add_format(workbook)
      format_set_text_wrap(body)
      number = workbook_add_format(workbook)
      format_set_num_format(number, "#,##0.####")
      day = workbook_add_format(workbook)
      format_set_num_format(day, "yyyy-mm-dd")
      for format in [heading, body, number, day] {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_font_name(format, "TH Sarabun New")
        format_set_font_size(format, 16)
      }
    }
  }

  private static func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    var properties = lxw_doc_properties()
    properties.created =
      getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
      ?? 946_684_800
    workbook_set_properties(workbook, &properties)
  }

  private static func fill(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, with sheet: SheetDraft, _ formats: Formats
  ) {
    worksheet_freeze_panes(worksheet, 1, 0)
    // Printed across, as wide as the paper, the headings on every page.
    worksheet_set_landscape(worksheet)
    worksheet_set_paper(worksheet, 9)
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_repeat_rows(worksheet, 0, 0)
    for (index, column) in sheet.columns.enumerated() {
      let at = UInt16(index)
      worksheet_set_column(worksheet, at, at, column.width, formats.body)
      worksheet_write_string(worksheet, 0, at, column.heading, formats.heading)
      addChoices(column.choices, to: worksheet, column: at, rows: sheet.rows.count)
    }
    for (index, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        write(cell, to: worksheet, row: UInt32(index + 1), column: UInt16(column), formats)
      }
    }
    if !sheet.columns.isEmpty {
      worksheet_autofilter(
        worksheet, 0, 0, UInt32(max(1, sheet.rows.count)), UInt16(sheet.columns.count - 1))
    }
  }

  private static func write(
    _ cell: Cell, to worksheet: UnsafeMutablePointer<lxw_worksheet>, row: UInt32, column: UInt16,
    _ formats: Formats
  ) {
    switch cell {
    case .empty: break
    case .text(let text), .error(let text):
      worksheet_write_string(worksheet, row, column, clipped(text), formats.body)
    case .number(let number):
      worksheet_write_number(worksheet, row, column, number, formats.number)
    case .day(let day):
      var time = lxw_datetime(
        year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0,
        sec: 0)
      worksheet_write_datetime(worksheet, row, column, &time, formats.day)
    case .boolean(let flag):
      worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, formats.body)
    }
  }

  private static func addChoices(
    _ choices: [String], to worksheet: UnsafeMutablePointer<lxw_worksheet>, column: UInt16,
    rows: Int
  ) {
    guard !choices.isEmpty else { return }
    var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
    defer { for item in list { free(item) } }
    list.withUnsafeMutableBufferPointer { buffer in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      // A planner may write her own word beside the list's.
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
      validation.value_list = buffer.baseAddress
      worksheet_data_validation_range(
        worksheet, 1, column, UInt32(max(rows, 200)), column, &validation)
    }
  }

  /// A cell of Excel holds at most 32,767 characters of UTF-16.
  private static func clipped(_ text: String) -> String {
    guard text.utf16.count > 32_767 else { return text }
    var units = 0
    return String(
      text.prefix {
        units += $0.utf16.count
        return units <= 32_766
      }) + "…"
  }

  /// A name that Excel takes: 31 characters, none of `[]:*?/\`, none twice.
  private static func sheetName(_ name: String, taken: inout Set<String>) -> String {
    let cleaned = String(name.map { "[]:*?/\\'".contains($0) ? " " : $0 })
    let base = cleaned.isEmpty ? "Sheet" : cleaned
    var count = 1
    while true {
      let suffix = count == 1 ? "" : " \(count)"
      var short = base
      while short.unicodeScalars.count + suffix.count > 31 { short.removeLast() }
      if taken.insert((short + suffix).lowercased()).inserted { return short + suffix }
      count += 1
    }
  }
}
