import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite("Decisions beside the plans")
struct PlanReaderDecisionsTests {
  private static func decisions(_ name: String, _ rows: [[String]]) -> SheetDraft {
    let headings = ["approach", "from", "to", "status", "rank", "why"]
    return SheetDraft(
      name: name, columns: headings.map { .init($0, width: 9) },
      rows: rows.map { $0.map { Cell($0) } })
  }

  private static func plan(_ id: String, in folder: borrowing TemporaryFolder) throws -> String {
    try folder.write("\(id)/plan.csv", "id,name\n\(id),แผน\(id)\n")
    try folder.write("\(id)/funds.csv", "id,name\nF1,กองทุน\n")
    try folder.write("\(id)/activities.csv", "id,name\nA1,งานหนึ่ง\nA2,งานสอง\n")
    return folder.file(id)
  }

  @Test("are those of the plan that each is about, whatever the order of the paths")
  func areOfTheirPlan() throws {
    let folder = try TemporaryFolder()
    let plans = try ["a", "b"].map { try Self.plan($0, in: folder) }
    try XLSXWriter.write(
      [
        Self.decisions(
          "ข้อเสนอและมติ",
          [
            ["savings", "b/F1", "b/A1", "accepted", "1", "เพราะ"],
            ["ออมหนุนงาน", "a/F1", "a/A2", "ไม่เห็นชอบ", "2", ""],
            ["savings", "a/F1", "a/A1", "", "3", ""],
          ]), SheetDraft(name: "กองทุนใดช่วยใคร", columns: [.init("ก", width: 9)], rows: []),
      ], to: folder.file("o.xlsx"))
    for paths in [plans + [folder.file("o.xlsx")], [folder.file("o.xlsx")] + plans] {
      let reading = try PlanReading(paths)
      #expect(reading.plans.map { $0.decisions.map(\.status) } == [[.rejected], [.accepted]])
      #expect(reading.plans[0].decisions[0].from == NodeReference(plan: 0, kind: .fund, index: 0))
      #expect(reading.plans[1].decisions[0].to == NodeReference(plan: 1, kind: .activity, index: 0))
      #expect(reading.diagnostics.map(\.problem) == [.undecided])
      #expect(reading.diagnostics.first?.file == "o.xlsx")
    }
  }

  @Test("need no plan in their ids where only one is read")
  func needNoPrefix() throws {
    let folder = try TemporaryFolder()
    let plan = try Self.plan("a", in: folder)
    try folder.write("มติ.csv", "แนวทาง,จาก,ถึง,สถานะ\nออมหนุนงาน,กองทุน,งานสอง,ได้งบ\n")
    let reading = try PlanReading([plan, folder.file("มติ.csv")])
    #expect(reading.plans[0].decisions.map(\.status) == [.funded])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "of several meetings stand on sheets side by side, named as a copy is",
    arguments: [true, false])
  func standSideBySide(isInWorkbook: Bool) throws {
    let folder = try TemporaryFolder()
    let rows = [["savings", "F1", "A1", "accepted"], ["savings", "F1", "A2", "rejected"]]
    let path: String
    if isInWorkbook {
      path = folder.file("p.xlsx")
      let columns = ["id", "name"].map { SheetDraft.Column($0, width: 9) }
      try XLSXWriter.write(
        [
          SheetDraft(name: "แผน", columns: columns, rows: [[Cell("p"), Cell("แผน")]]),
          SheetDraft(name: "funds", columns: columns, rows: [[Cell("F1"), Cell("กองทุน")]]),
          SheetDraft(
            name: "กิจกรรม", columns: columns,
            rows: [[Cell("A1"), Cell("งานหนึ่ง")], [Cell("A2"), Cell("งานสอง")]]),
          Self.decisions("มติ", [rows[0]]), Self.decisions("ข้อเสนอและมติ (2)", [rows[1]]),
        ], to: path)
    } else {
      path = try Self.plan("p", in: folder)
      for (name, row) in zip(["มติ", "มติ (2)"], rows) {
        try folder.write(
          "p/\(name).csv", "approach,from,to,status\n" + row.joined(separator: ",") + "\n")
      }
    }
    let reading = try PlanReading([path])
    #expect(Set(reading.plans[0].decisions.map(\.status)) == [.accepted, .rejected])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("without any plan are an error that says so")
  func needAPlan() throws {
    let folder = try TemporaryFolder()
    try folder.write("มติ.csv", "แนวทาง,จาก,ถึง,สถานะ\nออมหนุนงาน,F1,A1,ได้งบ\n")
    #expect(throws: PlanError.onlyDecisions(path: folder.file("มติ.csv"))) {
      try PlanReading([folder.file("มติ.csv")])
    }
  }

  @Test("with a word beside them and no status are a warning, and neither an error nor passed over")
  func needAStatus() throws {
    let folder = try TemporaryFolder()
    let plan = try Self.plan("a", in: folder)
    try folder.write("a/มติ.csv", "แนวทาง,จาก,ถึง,สถานะ,ผู้รับผิดชอบ\nออมหนุนงาน,F1,A1,,ป้าแดง\n")
    let reading = try PlanReading([plan])
    #expect(reading.diagnostics.map(\.problem) == [.withoutStatus])
    #expect(reading.diagnostics[0].severity == .warning && !reading.hasErrors)
    #expect(reading.diagnostics[0].cells.map(\.description) == ["2"])
    #expect(reading.plans[0].decisions.isEmpty)
  }

  @Test(
    "bear names of their own, and copies' names; no other sheet does",
    arguments: [
      ("มติ", true), ("มติ (2)", true), ("Decisions(13)", true), ("ข้อเสนอและมติ", true),
      ("proposals and decisions (3)", true), ("มติ (ร่าง)", false), ("มติ 2568", false),
      ("กิจกรรม (2)", false), ("(2)", false), ("มติ ()", false),
    ])
  func names(name: String, isTable: Bool) {
    #expect((Table(sheetNamed: name) == .decisions) == isTable)
  }
}
