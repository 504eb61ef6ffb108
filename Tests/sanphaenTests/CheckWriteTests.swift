import TestSupport
import Testing

@testable import Sheets

@Suite struct CheckWriteTests {
  @Test("The copy holds every cell as it was, and the sentences of the check as notes")
  func copy() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "p/กิจกรรม.csv", "ชื่อกิจกรรม,งบประมาณ,แกนนำ\nขุดสระ,สิบ,นายไม่มี\nฝาย,200,-\n")
    try folder.write("p/แกนนำ.csv", "ชื่อ\nนางมา\n")
    let run = try Program.sanphaen(["check", "p", "--write", "c.xlsx"], in: folder.path)
    #expect(run.code == 1)
    #expect(run.errors.contains("c.xlsx"))
    let sheets = try Workbook(contentsOf: folder.file("c.xlsx")).sheets
    let activities = try #require(sheets.first { $0.name == "กิจกรรม" })
    #expect(activities.row(1).map(\.text) == ["ขุดสระ", "สิบ", "นายไม่มี"])
    #expect(activities.row(2).map(\.text) == ["ฝาย", "200", "-"])
    var archive = try ZipArchive(try folder.bytes("c.xlsx"), path: "c.xlsx")
    var bytes: [UInt8] = []
    try archive.read("xl/comments1.xml") { (chunk) throws(SheetError) in bytes += Array(chunk) }
    let notes = String(decoding: bytes, as: UTF8.self)
    for cell in ["B2", "C2"] { #expect(notes.contains("ref=\"\(cell)\"")) }
    #expect(notes.contains("สิบ") && notes.contains("นายไม่มี"))
  }

  @Test(
    "Identity cards' numbers are not in the copy, and the check says that they were left unread")
  func identityNumbers() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "p/แกนนำ.csv", "ชื่อ,เลขบัตรประชาชน,ยินยอมเปิดเผยชื่อ\nนางมา,1101700207030,ใช่\n")
    let run = try Program.sanphaen(["check", "p", "--write", "c.xlsx"], in: folder.path)
    #expect(run.output.contains("“เลขบัตรประชาชน”") && !run.output.contains("1101700207030"))
    let sheets = try Workbook(contentsOf: folder.file("c.xlsx")).sheets
    let leaders = try #require(sheets.first { $0.name == "แกนนำ" })
    #expect(leaders.row(0).map(\.text) == ["ชื่อ", "เลขบัตรประชาชน", "ยินยอมเปิดเผยชื่อ"])
    #expect(leaders.row(1).map(\.text) == ["นางมา", "", "ใช่"])
  }

  @Test("Merges, hidden rows and numbers of a workbook stay in the copy")
  func layout() throws {
    let folder = try TemporaryFolder()
    let merge = try #require(CellRange("A2:A3"))
    let rows: [[Cell]] = [
      [.text("ชื่อ"), .text("เงินออม"), .text("ข้อมูล ณ")],
      [.text("กลุ่มออม"), .number(1_200.5), .day(Day(year: 2024, month: 1, day: 31))],
      [.empty, .number(3), .error("#REF!")], [.text("ข"), .number(1), .empty],
    ]
    let draft = SheetDraft(
      name: "องค์กรการเงิน", columns: [], rows: rows, hasHeadings: false,
      layout: SheetLayout(merges: [merge], hiddenRows: [3...3]))
    try XLSXWriter.write([draft], to: folder.file("w.xlsx"))
    _ = try Program.sanphaen(["check", "w.xlsx", "--write", "c.xlsx"], in: folder.path)
    let sheet = try #require(try Workbook(contentsOf: folder.file("c.xlsx")).sheets.last)
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() { #expect(sheet[row, column] == cell) }
    }
    #expect(sheet.layout.merges == [merge])
    #expect(sheet.layout.hiddenRows == [3...3])
  }

  @Test("A workbook that is no such copy is never written over; a copy is")
  func overwriting() throws {
    let folder = try TemporaryFolder()
    let plan = Repository.plan("wang-ang")
    try folder.write("mine.xlsx", "mine")
    try expectComplaint(
      ["check", plan, "--write", "mine.xlsx"], in: folder, code: 2, naming: ["mine.xlsx"])
    for _ in 0..<2 {
      let run = try Program.sanphaen(["check", plan, "--write", "c.xlsx"], in: folder.path)
      #expect(run.code == 0)
    }
  }

  @Test("A name that is no workbook's is wrong use")
  func ending() throws {
    let folder = try TemporaryFolder()
    try expectComplaint(
      ["check", Repository.plan("wang-ang"), "--write", "c.csv"], in: folder, code: 2,
      naming: [".xlsx"])
  }
}
