import Sheets
import TestSupport
import Testing

@Suite("check --accept")
struct CheckAcceptTests {
  private func write(_ folder: borrowing TemporaryFolder) throws {
    try folder.write("p/plan.csv", "id,name\np,Plan\n")
    try folder.write("p/funds.csv", "id,name\nF1,กลุ่มออมทรัพย์บ้านหนองแวง\n")
    try folder.write(
      "p/activities.csv", "id,name,funds\nA1,งาน,กลุ่มออมทรัพย์บ้านหนองแวก\nA2,งานอื่น,F1\n")
  }

  private func problems(_ run: Program) throws -> [String] {
    try #require(try JSON(text: run.output)["problems"]).items.compactMap { $0["code"]?.string }
  }

  @Test("takes all proposals, says where it wrote them, and shows the plan as it is read then")
  func all() throws {
    let folder = try TemporaryFolder()
    try write(folder)
    let before = try Program.sanphaen(["check", "p", "--format", "json"], in: folder.path)
    #expect(before.code == 1)
    #expect(try problems(before).contains("near-names"))
    let run = try Program.sanphaen(
      ["check", "p", "--accept", "all", "--format", "json"], in: folder.path)
    #expect(run.code == 0 && run.errors.contains("p/mapping.yaml"))
    #expect(try problems(run).contains("near-names") == false)
    #expect(try JSON(text: run.output)["ties"]?["finances"]?.number == 2)
    let again = try Program.sanphaen(["check", "p", "--accept", "all"], in: folder.path)
    #expect(again.code == 0 && again.errors.contains("ไม่มีชื่อใดให้รับ"))
  }

  @Test("takes one by its code, as the text shows it")
  func one() throws {
    let folder = try TemporaryFolder()
    try write(folder)
    let shown = try Program.sanphaen(["check", "p"], in: folder.path)
    let words = shown.output.split(whereSeparator: \.isWhitespace)
    let place = try #require(words.firstIndex(of: "--accept"))
    let run = try Program.sanphaen(
      ["check", "p", "--accept", String(words[place + 1])], in: folder.path)
    #expect(run.code == 0)
  }

  @Test("refuses a code that nothing has, and writes nothing")
  func unknown() throws {
    let folder = try TemporaryFolder()
    try write(folder)
    try expectComplaint(
      ["check", "p", "--accept", "zzzzz"], in: folder, code: 2, naming: ["zzzzz"])
  }

  @Test("does not take two rows of a table for one unless their own code is given")
  func rows() throws {
    let folder = try TemporaryFolder()
    try write(folder)
    try folder.write(
      "p/leaders.csv", "id,name,funds\nL1,นายบุญมา ใจดีงาม,F1\nL2,นายบุญมี ใจดีงาม,F1\n")
    let run = try Program.sanphaen(
      ["check", "p", "--accept", "all", "--format", "json"], in: folder.path)
    #expect(try JSON(text: run.output)["tables"]?["leaders"]?.number == 2)
    #expect(try problems(run).contains("near-names"))
  }
}
