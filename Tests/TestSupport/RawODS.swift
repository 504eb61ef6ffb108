public import Sheets

/// A workbook of OpenDocument written part by part.
public enum RawODS {
  /// The bytes of a workbook.
  ///
  /// - Parameters:
  ///   - tables: What stands within `office:spreadsheet`.
  ///   - styles: What stands within `office:automatic-styles`.
  ///   - prologue: What stands before the root element.
  public static func bytes(_ tables: String, styles: String = "", prologue: String = "") -> [UInt8]
  {
    let spaces = ["office", "table", "text", "style", "draw"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")
    let content = """
      <?xml version="1.0" encoding="UTF-8"?>\(prologue)<office:document-content \(spaces) \
      xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">\
      <office:automatic-styles>\(styles)</office:automatic-styles><office:body>\
      <office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
      """
    return StoredZip.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
  }

  /// The bytes of a workbook of sheets, as a spreadsheet program would write them.
  public static func bytes(_ sheets: [Sheet]) -> [UInt8] {
    bytes(
      sheets.map { sheet in
        let rows = (0..<sheet.rowCount).map { row in
          "<table:table-row>\(sheet.row(row).map(cell).joined())</table:table-row>"
        }
        return """
          <table:table table:name="\(escaped(sheet.name))">\(rows.joined())\
          <table:table-row table:number-rows-repeated="1048000"><table:table-cell \
          table:number-columns-repeated="16384"/></table:table-row></table:table>
          """
      }.joined())
  }

  private static func cell(_ cell: Cell) -> String {
    let shown = cell.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<text:p>\(escaped(spaced(String($0))))</text:p>"
    }.joined().replacing("\u{1}", with: "<text:s/>").replacing("\u{2}", with: "<text:tab/>")
    let attributes =
      switch cell {
      case .empty: ""
      case .text: " office:value-type=\"string\""
      case .error: " office:value-type=\"string\" calcext:value-type=\"error\""
      case .number(let number): " office:value-type=\"float\" office:value=\"\(number)\""
      case .day(let day): " office:value-type=\"date\" office:date-value=\"\(day.iso)\""
      case .boolean(let flag): " office:value-type=\"boolean\" office:boolean-value=\"\(flag)\""
      }
    return cell == .empty
      ? "<table:table-cell/>" : "<table:table-cell\(attributes)>\(shown)</table:table-cell>"
  }

  /// Blanks and tabs that XML would fold stand as elements of their own.
  private static func spaced(_ text: String) -> String {
    text.replacing(" ", with: "\u{1}").replacing("\t", with: "\u{2}")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
