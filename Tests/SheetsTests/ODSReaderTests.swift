import Sheets
import TestSupport
import Testing

@Suite struct ODSReaderTests {
  private func sheets(_ bytes: [UInt8]) throws -> [Sheet] {
    let folder = try TemporaryFolder()
    return try Workbook(contentsOf: try folder.write("f.ods", bytes: bytes)).sheets
  }

  private func error(_ bytes: [UInt8]) throws -> SheetError? {
    let folder = try TemporaryFolder()
    let path = try folder.write("f.ods", bytes: bytes)
    do {
      _ = try Workbook(contentsOf: path)
      return nil
    } catch SheetError.tooLarge { return .tooLarge(path: "") } catch SheetError.documentType(
      _, let part)
    {
      return .documentType(path: "", part: part)
    } catch SheetError.damaged(_, let part) { return .damaged(path: "", part: part) } catch {
      return error
    }
  }

  private func sheet(_ rows: String) throws -> Sheet {
    let table = "<table:table table:name=\"แผ่น\">\(rows)</table:table>"
    return try #require(try sheets(RawODS.bytes(table)).first)
  }

  private func row(_ cells: String) throws -> [Cell] {
    Array(try sheet("<table:table-row>\(cells)</table:table-row>").row(0))
  }

  @Test("Every kind of value is read, times as parts of a day")
  func kinds() throws {
    func typed(_ kind: String, _ value: String, _ shown: String) -> String {
      """
      <table:table-cell office:value-type="\(kind)" office:\(value)><text:p>\(shown)</text:p>\
      </table:table-cell>
      """
    }
    let cells =
      typed("float", "value=\"1200\"", "1,200") + typed("percentage", "value=\"0.05\"", "5%")
      + typed("currency", "value=\"-3.5\"", "฿3.50-")
      + typed("date", "date-value=\"2024-01-31\"", "31 ม.ค. 67")
      + typed("date", "date-value=\"2024-01-31T10:00:00\"", "x")
      + typed("time", "time-value=\"PT12H00M00S\"", "12:00")
      + typed("boolean", "boolean-value=\"true\"", "จริง")
      + typed("string", "string-value=\"ก\"", "ก")
    let day = Cell.day(Day(year: 2024, month: 1, day: 31))
    #expect(
      try row(cells) == [
        .number(1_200), .number(0.05), .number(-3.5), day, day, .number(0.5), .boolean(true),
        .text("ก"),
      ])
  }

  @Test("Paragraphs are lines, and blanks, tabs and breaks stand as they were typed")
  func paragraphs() throws {
    let text = """
      <text:p>ก<text:s text:c="2"/>ข<text:tab/><text:span>ค</text:span></text:p>\
      <text:p>ง<text:line-break/><text:a>จ</text:a></text:p><text:p/>
      """
    let cell = "<table:table-cell office:value-type=\"string\">\(text)</table:table-cell>"
    #expect(try row(cell) == [.text("ก  ข\tค\nง\nจ\n")])
  }

  @Test("Notes and pictures in a cell are not its text")
  func notes() throws {
    let cell = """
      <table:table-cell office:value-type="string"><office:annotation><text:p>หมายเหตุ</text:p>\
      </office:annotation><draw:frame><draw:text-box><text:p>รูป</text:p></draw:text-box>\
      </draw:frame><text:p>จริง</text:p></table:table-cell>
      """
    #expect(try row(cell) == [.text("จริง")])
  }

  @Test("Repeated cells and rows stand as often as they say, empty ones to the end of the sheet")
  func repeats() throws {
    let x = "office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
    let sheet = try sheet(
      """
      <table:table-row table:number-rows-repeated="2"><table:table-cell \
      table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="3" \(x)\
      <table:table-cell table:number-columns-repeated="16379"/></table:table-row>\
      <table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>\
      <table:table-row><table:table-cell \(x)</table:table-row>
      """)
    #expect(sheet.filledCount == 7)
    #expect(Array(sheet.row(1)) == [.empty, .empty, .text("x"), .text("x"), .text("x")])
    #expect(sheet[1_000_002, 0] == .text("x"))
    #expect(sheet.columnCount == 5)
  }

  @Test("Spans are merges; what a covered cell holds is read")
  func spans() throws {
    let sheet = try sheet(
      """
      <table:table-row><table:table-cell/><table:table-cell table:number-columns-spanned="2" \
      table:number-rows-spanned="3" office:value-type="float" office:value="1"/>\
      <table:covered-table-cell office:value-type="float" office:value="2"/></table:table-row>
      """)
    #expect(sheet.layout.merges.map(\.description) == ["B1:C3"])
    #expect(Array(sheet.row(0)) == [.empty, .number(1), .number(2)])
  }

  @Test("Hidden tables, rows and columns are known, filtered rows among them")
  func hidden() throws {
    let tables = """
      <table:table table:name="a" table:style-name="ta1"><table:table-column/>\
      <table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>\
      <table:table-row table:visibility="filter" table:number-rows-repeated="2"/>\
      <table:table-row table:visibility="collapse"/><table:table-row/></table:table>\
      <table:table table:name="b" table:style-name="ta2"/>
      """
    let styles = """
      <style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>\
      <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
      """
    let sheets = try sheets(RawODS.bytes(tables, styles: styles))
    #expect(sheets.map(\.layout.isHidden) == [false, true])
    #expect(sheets[0].layout.hiddenRows == [0...2])
    #expect(sheets[0].layout.hiddenColumns == [1...2])
  }

  @Test("Errors are errors, and a formula gives the value last computed")
  func formulas() throws {
    let formula = "<table:table-cell table:formula=\"of:=1\""
    #expect(
      try row(
        """
        \(formula) office:value-type="string" office:string-value="" calcext:value-type="error">\
        <text:p>#DIV/0!</text:p></table:table-cell>\
        \(formula) office:value-type="float" office:value="0"><text:p>#REF!</text:p>\
        </table:table-cell>\(formula) office:value-type="float" office:value="7"/>\(formula)/>\
        \(formula) office:value-type="string"/>
        """) == [.error("#DIV/0!"), .error("#REF!"), .number(7), .error("=?")])
  }

  @Test("A value that contradicts its type stays as it is shown")
  func contradiction() throws {
    let cell =
      "<table:table-cell office:value-type=\"float\" office:value=\"x\"><text:p>12 บาท</text:p></table:table-cell>"
    #expect(try row(cell) == [.text("12 บาท")])
  }

  @Test("What is written as ODS is read back cell by cell")
  func roundTrip() throws {
    let rows: [[Cell]] = [
      [.text("ก  & <ข>\t\"ค\"\nง"), .empty, .number(-1.5)], [],
      [.day(Day(year: 2024, month: 2, day: 29)), .boolean(false), .error("#N/A"), .text("007")],
    ]
    let sheet = Sheet(file: "f.ods", name: "ก&ข", isInWorkbook: true, rows: rows)
    let found = try #require(try sheets(RawODS.bytes([sheet])).first)
    #expect(found.name == "ก&ข")
    #expect((0..<found.rowCount).map { Array(found.row($0)) } == rows)
  }

  @Test("A document type is refused")
  func documentType() throws {
    let bytes = RawODS.bytes("", prologue: "<!DOCTYPE x [<!ENTITY a \"b\">]>")
    #expect(try error(bytes) == .documentType(path: "", part: "content.xml"))
  }

  @Test("Filled cells repeated without end are too many, and end the reading at once")
  func tooMany() throws {
    let cell =
      "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>"
    let row = "<table:table-row table:number-rows-repeated=\"1048576\">\(cell)</table:table-row>"
    let bytes = RawODS.bytes("<table:table>\(row)</table:table>")
    #expect(try error(bytes) == .tooLarge(path: ""))
  }

  @Test("Filled cells beyond the last row are damage, empty ones are not")
  func beyond() throws {
    let gap = "<table:table-row table:number-rows-repeated=\"1048576\"/>"
    let cell =
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
    #expect(
      try error(RawODS.bytes("<table:table>\(gap)\(cell)</table:table>"))
        == .damaged(path: "", part: "content.xml"))
    #expect(try sheets(RawODS.bytes("<table:table>\(gap)\(gap)</table:table>")).count == 1)
  }

  @Test("A text document is no workbook, and one with a password says so")
  func others() throws {
    let folder = try TemporaryFolder()
    let letter = try folder.write(
      "f.odt", bytes: StoredZip.bytes([("content.xml", "<d><body><text/></body></d>")]))
    #expect(throws: SheetError.notAWorkbook(path: letter)) { try Workbook(contentsOf: letter) }
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    let locked = try folder.write(
      "f.ods",
      bytes: StoredZip.bytes([("content.xml", "\u{1}"), ("META-INF/manifest.xml", manifest)]))
    #expect(throws: SheetError.oldOrProtectedWorkbook(path: locked)) {
      try Workbook(contentsOf: locked)
    }
  }
}
