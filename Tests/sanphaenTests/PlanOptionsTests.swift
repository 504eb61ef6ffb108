import TestSupport
import Testing

/// Bad input, which every command that reads plans meets alike.
@Suite struct PlanOptionsTests {
  private static let commands = [
    ["check"], ["links", "--format", "json"], ["report", "--output", "out"],
  ]

  private func expect(
    _ path: String, in folder: borrowing TemporaryFolder, code: Int32, naming words: [String],
    commands: [[String]] = Self.commands, at location: SourceLocation = #_sourceLocation
  ) throws {
    for command in commands {
      try expectComplaint(
        command + [path], in: folder, code: code, naming: words, at: location)
    }
  }

  @Test("A path that is not there is wrong use")
  func notThere() throws {
    let folder = try TemporaryFolder()
    try expect("nowhere/plan.xlsx", in: folder, code: 2, naming: ["“nowhere/plan.xlsx”"])
  }

  @Test("An empty file is named", arguments: ["funds.csv", "plan.xlsx"])
  func emptyFile(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, "")
    try expect(name, in: folder, code: 1, naming: ["“\(name)”"])
  }

  @Test("A folder without a table is named, with what stands in it")
  func noTable() throws {
    let folder = try TemporaryFolder()
    try folder.write("plans/notes.csv", "a,b\n1,2\n")
    try folder.write("plans/letter.docx", "x")
    try expect("plans", in: folder, code: 1, naming: ["“plans”", "“notes.csv”", "“letter.docx”"])
  }

  @Test("A file that is no workbook is named", arguments: ["photo.xlsx", "letter.docx"])
  func notAWorkbook(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0, 1, 2])
    try expect(name, in: folder, code: 1, naming: ["“\(name)”"])
  }

  @Test("An old or protected Excel file is named, with what to do")
  func oldWorkbook() throws {
    let folder = try TemporaryFolder()
    try folder.write("old.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    try expect("old.xls", in: folder, code: 1, naming: ["“old.xls”", ".xlsx"])
  }

  @Test("A workbook that is cut off is named")
  func truncated() throws {
    let folder = try TemporaryFolder()
    let convert = ["convert", Repository.plan("wang-ang"), "whole.xlsx"]
    #expect(try Program.sanphaen(convert, in: folder.path).code == 0)
    let bytes = try folder.bytes("whole.xlsx")
    try folder.write("cut.xlsx", bytes: Array(bytes.prefix(bytes.count / 2)))
    try expect("cut.xlsx", in: folder, code: 1, naming: ["“cut.xlsx”"])
  }

  @Test("A document type in a workbook is named with its part")
  func documentType() throws {
    let folder = try TemporaryFolder()
    var book = RawWorkbook()
    book.prologues["xl/workbook.xml"] = "<!DOCTYPE x [<!ENTITY a \"a\">]>"
    try folder.write("typed.xlsx", bytes: book.bytes)
    try expect("typed.xlsx", in: folder, code: 1, naming: ["“typed.xlsx”", "xl/workbook.xml"])
  }

  @Test("A quotation mark that is never closed is named with its row")
  func openQuote() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,a\nF2,\"b\nF3,c\n")
    try expect("p", in: folder, code: 1, naming: ["“p/funds.csv”", "3"])
  }

  @Test("A wrong key of a mapping is named with its line")
  func mappingKey() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/mapping.yaml", "name: x\ntables:\n  funds:\n    colums: {name: a}\n")
    try folder.write("p/list.csv", "a\nb\n")
    try expect("p", in: folder, code: 1, naming: ["“p/mapping.yaml”", " 4", "“colums”", "columns"])
  }

  @Test("A mapping that is no YAML is named with its line, in one sentence")
  func mappingNotYAML() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/mapping.yaml", "name: x\ntables: [\n")
    try folder.write("p/list.csv", "a\nb\n")
    try expect("p", in: folder, code: 1, naming: ["“p/mapping.yaml”"], commands: [["links"]])
  }

  @Test("A required column that is missing leaves no result, and names file and column")
  func missingColumn() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,Plan\n")
    try folder.write("p/funds.csv", "kind,savings\na,5\n")
    let commands = Self.commands.filter { $0 != ["check"] }
    try expect(
      "p", in: folder, code: 1, naming: ["funds.csv", "kind", "savings"], commands: commands)
  }

  @Test("Errors that leave a result are told beside it with file and cell, and the code is 1")
  func errorsBesideResult() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,Plan\n")
    try folder.write("p/funds.csv", "id,name\nF1,a\n")
    try folder.write("p/activities.csv", "id,name,funds\nA1,b,F9\n")
    let run = try Program.sanphaen(["links", "p", "--format", "json"], in: folder.path)
    #expect(run.code == 1)
    #expect(try JSON(text: run.output) == .array([]))
    #expect(run.complaints.first?.contains("activities.csv") == true)
    #expect(run.complaints.first?.contains("C2") == true)
    #expect(!run.complaints.map(\.speaksThai).contains(false))
  }
}
