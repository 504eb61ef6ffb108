import TestSupport
import Testing

@testable import Sheets

@Suite struct XLSXWriterTests {
  private func draft(_ name: String, _ rows: [[Cell]], columns: Int = 3) -> SheetDraft {
    SheetDraft(
      name: name, columns: (0..<columns).map { SheetDraft.Column("ช่อง \($0)", width: 12) },
      rows: rows)
  }

  private func written(_ drafts: [SheetDraft]) throws -> [Sheet] {
    let folder = try TemporaryFolder()
    let path = folder.file("out.xlsx")
    try XLSXWriter.write(drafts, to: path)
    return try Workbook(contentsOf: path).sheets
  }

  @Test("Every kind of cell is read back as it was written")
  func roundTrip() throws {
    let rows: [[Cell]] = [
      [.text("กลุ่มออมทรัพย์"), .number(1_234.5), .boolean(true)],
      [.empty, .number(-3), .boolean(false)],
      [
        .day(Day(year: 2024, month: 2, day: 29)), .day(Day(year: 1901, month: 3, day: 1)),
        .number(0),
      ],
      [.text("two\nlines"), .text(" blanks "), .text("<&>\"'")],
    ]
    let sheet = try #require(try written([draft("แผ่น", rows)]).first)
    #expect(sheet.row(0).map(\.text) == ["ช่อง 0", "ช่อง 1", "ช่อง 2"])
    #expect((1...4).map { Array(sheet.row($0)) } == rows)
  }

  @Test(
    "Text stays text, also where it looks like a formula, number, link or date",
    arguments: [
      "=1+1", "=HYPERLINK(\"x\")", "+1", "-", "@a", "007", "1,200", "https://example.org",
      "1/2/2566",
    ])
  func textStaysText(_ text: String) throws {
    let sheet = try #require(try written([draft("s", [[.text(text)]])]).first)
    #expect(sheet[1, 0] == .text(text))
  }

  @Test("Sheets keep their order, and their names are made such as Excel takes")
  func names() throws {
    let long = String(repeating: "กิ", count: 20)
    let sheets = try written([
      draft("แกนนำ", []), draft("a/b:c", []), draft("A B C", []), draft(long, []), draft(long, []),
      draft("", []),
    ])
    let names = sheets.map(\.name)
    #expect(names.count == 6)
    #expect(names[0] == "แกนนำ")
    #expect(names[1] == "a b c")
    #expect(Set(names.map { $0.lowercased() }).count == 6)
    #expect(names.allSatisfy { !$0.isEmpty && $0.utf16.count <= 31 })
  }

  @Test("Text longer than a cell holds is cut with an ellipsis")
  func clipped() throws {
    let sheet = try #require(
      try written([draft("s", [[.text(String(repeating: "ก", count: 40_000))]])]).first)
    #expect(sheet[1, 0].text.utf16.count == 32_767)
    #expect(sheet[1, 0].text.hasSuffix("ก…"))
  }

  @Test("The same sheets give the same bytes")
  func sameBytes() throws {
    let folder = try TemporaryFolder()
    let drafts = [draft("ก", [[.text("x"), .number(1)]]), draft("ข", [])]
    for name in ["1.xlsx", "2.xlsx"] { try XLSXWriter.write(drafts, to: folder.file(name)) }
    #expect(try folder.bytes("1.xlsx") == folder.bytes("2.xlsx"))
  }

  @Test("A drop-down does not change what is read")
  func choices() throws {
    let column = SheetDraft.Column("สถานะ", width: 9, choices: ["แผน", "เสร็จ"])
    let sheet = try #require(
      try written([SheetDraft(name: "s", columns: [column], rows: [[.text("อื่น")]])]).first)
    #expect(sheet.rowCount == 2)
    #expect(sheet[1, 0] == .text("อื่น"))
  }

  @Test("Where no workbook can be written, the error names the path and nothing stays beside")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write("taken.xlsx/f", "x")
    let path = folder.file("taken.xlsx")
    #expect {
      try XLSXWriter.write([draft("s", [])], to: path)
    } throws: { error in
      guard case SheetError.unwritable(path, _)? = error as? SheetError else { return false }
      return true
    }
    let left = folder.everything()
    #expect(left == ["taken.xlsx", "taken.xlsx/f"])
  }

  @Test("A workbook is as written until another program saves it, and no other file is")
  func isAsWritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.xlsx")
    try XLSXWriter.write(
      [SheetDraft(name: "ก", columns: [.init("ก", width: 9)], rows: [])], to: path)
    #expect(XLSXWriter.isAsWritten(path))
    try folder.write("b.xlsx", "no workbook")
    #expect(!XLSXWriter.isAsWritten(folder.file("b.xlsx")))
    #expect(!XLSXWriter.isAsWritten(folder.file("c.xlsx")))
  }

  @Test("Notes and names of sheets hold no sign that XML does not know")
  func controls() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.xlsx")
    let bad = "ก\u{7}ข\u{1B}\u{0}\u{FFFE}\nค"
    try XLSXWriter.write(
      [SheetDraft(name: bad, columns: [.init(bad, width: 9, note: bad)], rows: [[Cell(bad)]])],
      to: path)
    let sheet = try Workbook(contentsOf: path).sheets[0]
    #expect(sheet.name.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    var archive = try ZipArchive(FileBytes.read(path), path: path)
    for part in ["xl/comments1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"] {
      var bytes: [UInt8] = []
      try archive.read(part) { bytes.append(contentsOf: $0) }
      #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }, "\(part)")
    }
  }
}
