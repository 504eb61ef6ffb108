import Sheets
import TestSupport
import Testing

@Suite struct TemplateTests {
  @Test(
    "The untouched template is no fault: the check says that it is empty, and where to begin",
    arguments: ["th", "en"])
  func untouched(_ language: String) throws {
    let folder = try TemporaryFolder()
    #expect(
      try Program.sanphaen(["template", "t.xlsx", "--lang", language], in: folder.path).code == 0)
    let run = try Program.sanphaen(["check", "t.xlsx", "--format", "json"], in: folder.path)
    #expect(run.code == 0)
    let problems = try #require(try JSON(text: run.output)["problems"]).items
    #expect(problems.map { $0["code"]?.string } == ["empty-template"])
  }

  @Test("A template that is filled in is a plan like any other, and its examples are no rows")
  func filled() throws {
    let folder = try TemporaryFolder()
    _ = try Program.sanphaen(["template", "t.xlsx"], in: folder.path)
    let sheets = try Workbook(contentsOf: folder.file("t.xlsx")).sheets
    let filled = sheets.map { sheet in
      var rows = (0..<sheet.rowCount).map { Array(sheet.row($0)) }
      if sheet.name == "แผน" { rows.append([.text("p"), .text("แผนทดลอง")]) }
      if sheet.name == "แกนนำ" { rows.append([.empty, .text("นางมา")]) }
      return Sheet(file: sheet.file, name: sheet.name, isInWorkbook: true, rows: rows)
    }
    let path = try SheetFiles.xlsx.write(filled, to: "f", in: folder)
    let check = try JSON(
      text: try Program.sanphaen(["check", path, "--format", "json"], in: folder.path).output)
    #expect(check["tables"]?["leaders"]?.number == 1)
    #expect(check["problems"] != nil)
    #expect(!(check["problems"]?.items ?? []).contains { $0["severity"]?.string == "error" })
    #expect(!(check["problems"]?.items ?? []).contains { $0["code"]?.string == "unknown-sheet" })
  }

  @Test("A workbook that is there already is not written over")
  func overwriting() throws {
    let folder = try TemporaryFolder()
    try folder.write("t.xlsx", "mine")
    try expectComplaint(["template", "t.xlsx"], in: folder, code: 2, naming: ["t.xlsx"])
  }
}
