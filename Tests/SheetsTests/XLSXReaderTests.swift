import Sheets
import TestSupport
import Testing

@Suite struct XLSXReaderTests {
  private func read(_ book: RawWorkbook) throws -> Sheet {
    let folder = try TemporaryFolder()
    let path = try folder.write("raw.xlsx", bytes: book.bytes)
    return try #require(try Workbook(contentsOf: path).sheets.first)
  }

  private func error(_ book: RawWorkbook) throws -> SheetError? {
    let folder = try TemporaryFolder()
    let path = try folder.write("raw.xlsx", bytes: book.bytes)
    do {
      _ = try Workbook(contentsOf: path)
      return nil
    } catch SheetError.damaged(path, let part) { return .damaged(path: "", part: part) } catch {
      return error
    }
  }

  @Test("Shared strings are looked up by their number")
  func sharedStrings() throws {
    var book = RawWorkbook(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
    book.sharedStrings = "<si><t>ข &amp; ค</t></si><si><t xml:space=\"preserve\"> ก </t></si>"
    #expect(Array(try read(book).row(0)) == [.text(" ก "), .text("ข & ค")])
  }

  @Test("Runs of rich text are joined, and the reading aid beside them is left out")
  func richText() throws {
    let text =
      "<r><rPr><b/></rPr><t>กลุ่ม</t></r><r><t>ออม</t></r><rPh sb=\"0\" eb=\"1\"><t>X</t></rPh>"
    var book = RawWorkbook(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>\(text)</is></c>\
        <c r="C1" t="s"><v>1</v></c></row>
        """)
    book.sharedStrings = "<si>\(text)</si><si><t>ต่อไป</t></si>"
    #expect(Array(try read(book).row(0)) == [.text("กลุ่มออม"), .text("กลุ่มออม"), .text("ต่อไป")])
  }

  @Test("Numbers, truth values, errors and computed text keep their kinds")
  func kinds() throws {
    let book = RawWorkbook(
      rows: """
        <row r="1"><c r="A1"><v>1234.5</v></c><c r="B1" t="n"><v>-2E3</v></c>\
        <c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#REF!</v></c>\
        <c r="F1" t="str"><f>A1&amp;"x"</f><v>1234.5x</v></c><c r="G1"><f>SUM(A1)</f><v>7</v></c>\
        <c r="H1" t="d"><v>2024-01-31</v></c></row>
        """)
    let expected: [Cell] = [
      .number(1_234.5), .number(-2_000), .boolean(true), .boolean(false), .error("#REF!"),
      .text("1234.5x"), .number(7), .text("2024-01-31"),
    ]
    #expect(Array(try read(book).row(0)) == expected)
  }

  @Test("Cells and rows stand where their addresses say, with empty ones between")
  func addresses() throws {
    let book = RawWorkbook(
      rows: "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"5\"><c r=\"A5\"><v>2</v></c></row>"
    )
    let sheet = try read(book)
    #expect(sheet.rowCount == 5)
    #expect(Array(sheet.row(1)) == [.empty, .empty, .number(1)])
    #expect(sheet[4, 0] == .number(2))
  }

  @Test("Cells and rows without addresses follow those before them")
  func withoutAddresses() throws {
    let book = RawWorkbook(
      rows: """
        <row><c><v>1</v></c><c><v>2</v></c></row><row><c r="B2"><v>3</v></c><c><v>4</v></c></row>\
        <row r="5"><c><v>5</v></c></row><row><c><v>6</v></c></row>
        """)
    let sheet = try read(book)
    #expect(Array(sheet.row(0)) == [.number(1), .number(2)])
    #expect(Array(sheet.row(1)) == [.empty, .number(3), .number(4)])
    #expect(sheet[4, 0] == .number(5))
    #expect(sheet[5, 0] == .number(6))
  }

  @Test("Formats that show a day make days, those that look like it only in quotes do not")
  func dateFormats() throws {
    var book = RawWorkbook(
      rows: "<row>" + (0..<8).map { "<c s=\"\($0)\"><v>45292</v></c>" }.joined() + "</row>")
    book.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-D00041E]d mmm bbbb"/>\
      <numFmt numFmtId="165" formatCode="#,##0 &quot;day&quot;"/>\
      <numFmt numFmtId="166" formatCode="[Red]0.00\\d"/>\
      <numFmt numFmtId="167" formatCode="mmm\\-yy"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>\
      <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>
      """
    let isDay = try read(book).row(0).map { $0 == .day(Day(year: 2024, month: 1, day: 1)) }
    #expect(isDay == [false, true, true, false, false, true, true, false])
  }

  @Test("Days count from 1904 where the workbook says so")
  func days1904() throws {
    var book = RawWorkbook(rows: "<row><c s=\"0\"><v>43830</v></c></row>")
    book.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    book.uses1904 = true
    #expect(try read(book)[0, 0] == .day(Day(year: 2024, month: 1, day: 1)))
  }

  @Test("Signs that XML cannot hold are read from their escapes (ECMA-376, 22.9.2.19)")
  func escapes() throws {
    var book = RawWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>")
    book.sharedStrings = "<si><t>ก_x000D_\nข_x005F_x</t></si>"
    #expect(try read(book)[0, 0] == .text("ก\r\nข_x"))
  }

  @Test("A sheet without any cell has no rows to speak of")
  func noCells() throws {
    let sheet = try read(
      RawWorkbook(rows: "<row r=\"1\"/><row r=\"2\"><c r=\"A2\" s=\"0\"/></row>"))
    #expect((0..<sheet.rowCount).allSatisfy { sheet.row($0).isEmpty })
    #expect(sheet.columnCount == 0)
  }

  @Test(
    "A cell that contradicts its type makes its part damaged",
    arguments: [
      "<row><c t=\"s\"><v>9</v></c></row>", "<row><c t=\"s\"><v>x</v></c></row>",
      "<row><c><v>twelve</v></c></row>",
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>",
      "<row><c><v>1</v></c>",
    ])
  func contradictions(_ rows: String) throws {
    #expect(
      try error(RawWorkbook(rows: rows)) == .damaged(path: "", part: "xl/worksheets/sheet1.xml"))
  }

  @Test(
    "A part that is named and not there is damaged",
    arguments: ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
  func missingPart(_ part: String) throws {
    var book = RawWorkbook()
    book.missing = [part]
    #expect(try error(book) == .damaged(path: "", part: part))
  }

  @Test("A formula that was never computed is an error of its cell, not an empty one")
  func formulaWithoutValue() throws {
    let book = RawWorkbook(
      rows: #"<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c></row>"#)
    let sheet = try read(book)
    #expect(sheet[0, 0] == .error("=?"))
    #expect(sheet[0, 1] == .number(2))
  }

  @Test("Merges are read, and rows and columns that are hidden")
  func layout() throws {
    var book = RawWorkbook(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"/><row r="4" hidden="true"/>\
        <row r="5" hidden="0"/><row r="9" hidden="1"><c r="A9"><v>1</v></c></row>
        """)
    book.columns =
      #"<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>"#
    book.merges = #"<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C4:C6"/></mergeCells>"#
    let layout = try read(book).layout
    #expect(layout.merges.map(\.description) == ["A1:B2", "C4:C6"])
    #expect(layout.hiddenRows == [2...3, 8...8])
    #expect(layout.hiddenColumns == [1...2])
    #expect(!layout.isHidden)
  }

  @Test("A hidden sheet is read and known as such", arguments: ["hidden", "veryHidden", "visible"])
  func hidden(_ state: String) throws {
    var book = RawWorkbook(rows: "<row><c><v>1</v></c></row>")
    book.state = state
    let sheet = try read(book)
    #expect(sheet.layout.isHidden == (state != "visible"))
    #expect(sheet[0, 0] == .number(1))
  }
}
