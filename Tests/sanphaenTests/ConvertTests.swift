import TestSupport
import Testing

@Suite struct ConvertTests {
  private let plan = Repository.plan("wang-ang")

  @Test("The workbook that is made holds the same plan", arguments: ["check", "links"])
  func samePlan(_ command: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.sanphaen(["convert", plan, "w.xlsx"], in: folder.path)
    #expect(run.code == 0 && run.errors.isEmpty && run.output == "w.xlsx\n")
    let outputs = try [plan, "w.xlsx"].map { path in
      try JSON(
        text: try Program.sanphaen([command, path, "--format", "json"], in: folder.path).output)
    }
    if command == "check" {
      for key in ["tables", "ties", "problems"] { #expect(outputs[0][key] == outputs[1][key]) }
    } else {
      #expect(outputs[0] == outputs[1] && !outputs[0].items.isEmpty)
    }
  }

  @Test("A name that is no workbook's is wrong use")
  func ending() throws {
    let folder = try TemporaryFolder()
    try expectComplaint(["convert", plan, "w.xls"], in: folder, code: 2, naming: [".xlsx"])
  }

  @Test("A folder without CSV files is wrong use")
  func noFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/notes.txt", "x")
    try expectComplaint(["convert", "p", "w.xlsx"], in: folder, code: 2, naming: ["“p”"])
  }

  @Test(
    "A workbook that cannot be written ends with 3 in one sentence, and nothing stays beside",
    arguments: ["none/w.xlsx", "taken.xlsx"])
  func unwritable(_ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("taken.xlsx/f", "x")
    try expectComplaint(["convert", plan, path], in: folder, code: 3, naming: ["“\(path)”"])
  }
}
