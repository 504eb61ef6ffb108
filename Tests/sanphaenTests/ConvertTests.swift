import Sheets
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
      for key in ["tables", "ties"] { #expect(outputs[0][key] == outputs[1][key]) }
      #expect(notes(outputs[0]) == notes(outputs[1]))
    } else {
      #expect(outputs[0] == outputs[1] && !outputs[0].items.isEmpty)
    }
  }

  /// What was found and in which cells; that numbers and text are mixed only a workbook can say.
  private func notes(_ check: JSON) -> [String] {
    (check["problems"]?.items ?? []).filter { $0["code"]?.string != "mixed-kinds" }
      .map { "\($0["code"]?.string ?? "") \($0["cells"] ?? .null)" }.sorted()
  }

  @Test("From the workbook back to a folder of CSV the plan is still the same, file by file")
  func backAgain() throws {
    let folder = try TemporaryFolder()
    for step in [[plan, "w.xlsx"], ["w.xlsx", "back"], ["back", "v.xlsx"]] {
      #expect(try Program.sanphaen(["convert"] + step, in: folder.path).code == 0)
    }
    let outputs = try [plan, "back", "v.xlsx"].map { path in
      try JSON(
        text: try Program.sanphaen(["check", path, "--format", "json"], in: folder.path).output)
    }
    for key in ["tables", "ties"] {
      #expect(outputs[0][key] == outputs[1][key])
      #expect(outputs[0][key] == outputs[2][key])
    }
    #expect(outputs[0]["problems"] == outputs[1]["problems"])
    #expect(notes(outputs[0]) == notes(outputs[2]))
    #expect(try folder.bytes("w.xlsx") == folder.bytes("v.xlsx"))
  }

  @Test("What is there already is not written over, unless that is asked for")
  func overwriting() throws {
    let folder = try TemporaryFolder()
    try folder.write("w.xlsx", "mine")
    try folder.write("d/mine.csv", "mine")
    for target in ["w.xlsx", "d"] {
      try expectComplaint(["convert", plan, target], in: folder, code: 2, naming: ["--replace"])
      let run = try Program.sanphaen(["convert", plan, target, "--replace"], in: folder.path)
      #expect(run.code == 0)
    }
    #expect(try folder.bytes("d/mine.csv") == Array("mine".utf8))
    #expect(FileBytes.exists(folder.file("d/กิจกรรม.csv")))
    #expect(try Workbook(contentsOf: folder.file("w.xlsx")).sheets.count == 10)
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
