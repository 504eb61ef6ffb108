import Sheets
import TestSupport
import Testing

@Suite struct XMLScannerTests {
  @Test(
    "A document type in any part is refused, with the part's name",
    arguments: [
      "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
      "xl/worksheets/sheet1.xml",
    ])
  func documentType(_ part: String) throws {
    let folder = try TemporaryFolder()
    var book = RawWorkbook(rows: "<row><c><v>1</v></c></row>")
    book.styles = ""
    book.sharedStrings = ""
    let plain = try folder.write("plain.xlsx", bytes: book.bytes)
    #expect(try Workbook(contentsOf: plain).sheets.count == 1)
    book.prologues[part] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
    let path = try folder.write("typed.xlsx", bytes: book.bytes)
    #expect(throws: SheetError.documentType(path: path, part: part)) {
      try Workbook(contentsOf: path)
    }
  }

  @Test("XML that is not well-formed makes its part damaged")
  func malformed() throws {
    let folder = try TemporaryFolder()
    var book = RawWorkbook()
    book.sharedStrings = "<si><t>a</si></t>"
    let path = try folder.write("bad.xlsx", bytes: book.bytes)
    #expect(throws: SheetError.damaged(path: path, part: "xl/sharedStrings.xml")) {
      try Workbook(contentsOf: path)
    }
  }
}
