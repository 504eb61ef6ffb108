import TestSupport
import Testing

@testable import Sheets

/// What a hostile file meets; every limit once.
@Suite struct LimitTests {
  private func error(_ name: String, _ bytes: [UInt8]) throws -> SheetError? {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes: bytes)
    let before = folder.everything()
    defer { #expect(folder.everything() == before, "nothing is unpacked") }
    do {
      _ = try Workbook(contentsOf: path)
      return nil
    } catch { return error }
  }

  @Test("Parts that inflate to more than the limit together are too large")
  func inflated() throws {
    let part = String(repeating: "x", count: 40_000)
    let bytes = StoredZip.bytes([("a", part), ("b", part)])
    var archive = try ZipArchive(bytes, path: "f", limit: 70_000)
    try archive.read("a") { _ in }
    #expect(throws: SheetError.tooLarge(path: "f")) { try archive.read("b") { _ in } }
  }

  @Test("An archive of too many parts is too large")
  func entries() throws {
    let parts = (0...ZipArchive.entryLimit).map { (name: "p\($0)", text: "") }
    guard case .tooLarge? = try error("f.xlsx", StoredZip.bytes(parts)) else {
      Issue.record("not refused")
      return
    }
  }

  @Test("Elements nested without end are damage")
  func nesting() throws {
    let deep = String(repeating: "<x>", count: 200) + String(repeating: "</x>", count: 200)
    guard
      case .damaged(_, "xl/worksheets/sheet1.xml")? = try error(
        "f.xlsx", RawWorkbook(rows: deep).bytes)
    else {
      Issue.record("not refused")
      return
    }
    guard case .damaged(_, "content.xml")? = try error("f.ods", RawODS.bytes(deep)) else {
      Issue.record("not refused")
      return
    }
  }

  @Test("A text longer than a person types is named with its cell, in every kind of file")
  func longText() throws {
    let long = String(repeating: "ก", count: TextArena.textLimit / 3 + 1)
    var book = RawWorkbook(
      rows: "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>\(long)</t></is></c></row>")
    let cell = try #require(CellAddress("B2"))
    let ods = """
      <table:table table:name="แผ่น"><table:table-row/><table:table-row><table:table-cell/>\
      <table:table-cell office:value-type="string"><text:p>\(long)</text:p></table:table-cell>\
      </table:table-row></table:table>
      """
    for (name, bytes, sheet) in [
      ("f.xlsx", book.bytes, "แผ่น"), ("f.ods", RawODS.bytes(ods), "แผ่น"),
      ("f.csv", Array("a,b\n1,\(long)\n".utf8), nil),
      ("g.csv", Array("a,b\n1,\"\(long)\"\n".utf8), nil),
    ] as [(String, [UInt8], String?)] {
      guard case .cellTooLong(_, sheet, cell)? = try error(name, bytes) else {
        Issue.record("\(name) not refused")
        continue
      }
    }
    book.rows = "<row><c t=\"s\"><v>0</v></c></row>"
    book.sharedStrings = "<si><t>\(long)</t></si>"
    #expect(try error("f.xlsx", book.bytes) != nil)
  }

  @Test("A part's name is never a path: a target outside of the archive is not there")
  func names() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret.xml", "<worksheet/>")
    for target in ["../../secret.xml", folder.file("secret.xml")] {
      var book = RawWorkbook()
      book.sheetTarget = target
      guard case .damaged? = try error("f.xlsx", book.bytes) else {
        Issue.record("\(target) was read")
        continue
      }
    }
  }
}
