import Sheets
import TestSupport
import Testing

@Suite struct WorkbookTests {
  private func workbook(in folder: borrowing TemporaryFolder) throws -> [UInt8] {
    let path = folder.file("whole.xlsx")
    let rows = (0..<40).map { [Cell.text("แถว \($0)"), .number(Double($0))] }
    let columns = [SheetDraft.Column("ชื่อ", width: 20), SheetDraft.Column("จำนวน", width: 9)]
    try XLSXWriter.write([SheetDraft(name: "กิจกรรม", columns: columns, rows: rows)], to: path)
    return try FileBytes.read(path)
  }

  private func error(_ path: String) -> SheetError? {
    do {
      _ = try Workbook(contentsOf: path)
      return nil
    } catch { return error }
  }

  @Test("The content decides what a file is, not its ending")
  func content() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("book.csv", bytes: try workbook(in: folder))
    let sheet = try #require(try Workbook(contentsOf: path).sheets.first)
    #expect(sheet.isInWorkbook)
    #expect(sheet[1, 0] == .text("แถว 0"))
  }

  @Test("A path that is not there is not found")
  func notFound() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("none.xlsx")
    #expect(error(path) == .notFound(path: path))
  }

  @Test("An empty file is empty, whatever its ending", arguments: ["f.xlsx", "f.csv"])
  func empty(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, "")
    #expect(error(path) == .empty(path: path))
  }

  @Test("A picture, text under a workbook's ending and another archive are no workbooks")
  func notAWorkbook() throws {
    let folder = try TemporaryFolder()
    let archive = StoredZip.bytes([("word/document.xml", "<w/>")])
    for (name, bytes) in [
      ("f.csv", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]), ("f.xlsx", Array("a,b".utf8)),
      ("f.docx", archive),
    ] {
      let path = try folder.write(name, bytes: bytes)
      #expect(error(path) == .notAWorkbook(path: path))
    }
  }

  @Test("An Excel file of before 2007 is known by its first bytes")
  func oldWorkbook() throws {
    let folder = try TemporaryFolder()
    let magic: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 99)
    for name in ["old.xls", "locked.xlsx", "old.csv"] {
      let path = try folder.write(name, bytes: magic)
      #expect(error(path) == .oldOrProtectedWorkbook(path: path))
    }
  }

  @Test("A workbook cut off anywhere is an error of its own, never half a workbook")
  func truncated() throws {
    let folder = try TemporaryFolder()
    let bytes = try workbook(in: folder)
    let lengths =
      Array(stride(from: 0, to: bytes.count - 40, by: 61)) + (bytes.count - 40..<bytes.count)
    for length in lengths {
      let path = try folder.write("cut.xlsx", bytes: Array(bytes.prefix(length)))
      let found = try #require(error(path), "cut at \(length) of \(bytes.count)")
      if length >= 4 { #expect(found == .damaged(path: path, part: nil)) }
    }
  }

  @Test("A workbook with a wrong byte anywhere is refused, or read as if it were right")
  func wrongByte() throws {
    let folder = try TemporaryFolder()
    let bytes = try workbook(in: folder)
    let whole = try Workbook(contentsOf: folder.file("whole.xlsx")).sheets.map(cells)
    var refused = 0
    for offset in stride(from: 4, to: bytes.count, by: 37) {
      var changed = bytes
      changed[offset] ^= 0xFF
      let path = try folder.write("wrong.xlsx", bytes: changed)
      do {
        let found = try Workbook(contentsOf: path).sheets.map(cells)
        #expect(found == whole, "byte \(offset) of \(bytes.count)")
      } catch { refused += 1 }
    }
    #expect(refused > 10)
  }

  private func cells(_ sheet: Sheet) -> [[Cell]] {
    (0..<sheet.rowCount).map { Array(sheet.row($0)) }
  }

  @Test("A folder's CSV files are its sheets, by name; other files are left alone")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.CSV", "2")
    try folder.write("a.csv", "1")
    try folder.write("README.md", "x")
    let book = try Workbook(folder: folder.path)
    #expect(book.sheets.map(\.name) == ["a", "b"])
  }

  @Test("Text in no encoding of Thai sheets is undecodable")
  func undecodable() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("f.csv", bytes: [0xA1, 0xFC, 0xFD, 0xFE])
    #expect(error(path) == .undecodable(path: path, encoding: .windows874, row: 1))
  }

  @Test("The form that was taken is said, and a form that is given is taken")
  func textForm() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("f.csv", "a;b,c\n1;2,3\n")
    let found = try #require(try Workbook(contentsOf: path).sheets.first)
    #expect(found.textForm == TextForm(encoding: .utf8, separator: .comma))
    let form = TextForm(separator: .semicolon)
    let given = try #require(try Workbook(folder: folder.path, forms: ["f.csv": form]).sheets.first)
    #expect(given.textForm == TextForm(encoding: .utf8, separator: .semicolon))
    #expect(given[1, 1] == .text("2,3"))
    let thai = try folder.write("g.csv", bytes: [0xC3, 0xA1])
    let read = try #require(
      try Workbook(contentsOf: thai, as: TextForm(encoding: .windows874)).sheets.first)
    #expect(read[0, 0] == .text("รก"))
  }
}
