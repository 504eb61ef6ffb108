import Graphs
import Plans
import Sheets
import TestSupport
import Testing

@Suite struct PlanWorkbookTests {
  private func sheet(_ name: String, _ rows: [[String]]) -> Sheet {
    Sheet(
      file: name + ".csv", name: name, isInWorkbook: false,
      rows: rows.map { row in row.map { Cell($0) } })
  }

  @Test("Sheets stand in the order of FORMAT, others last, each with its own name")
  func order() {
    let drafts = PlanWorkbook.drafts(
      of: ["notes", "มติ", "funds", "a", "แผน"].map { sheet($0, [["name"]]) })
    #expect(drafts.map(\.name) == ["แผน", "funds", "มติ", "notes", "a"])
  }

  @Test("Plain numbers in number columns become numbers, every other cell stays text")
  func numbers() throws {
    let rows = [
      ["id", "name", "เงินออม", "founded", "members", "note"],
      ["007", "12", "9,842,600", "2527", "318 คน", "5"], ["F2", "=1+1", "-", "๒๕๕๐", "๑๒", ""],
      ["F3", "x", "1,23", "-", "2.5", "-"],
    ]
    let draft = try #require(PlanWorkbook.drafts(of: [sheet("funds", rows)]).first)
    #expect(draft.columns.map(\.heading) == rows[0])
    #expect(
      draft.rows == [
        [
          .text("007"), .text("12"), .number(9_842_600), .text("2527"), .text("318 คน"), .text("5"),
        ],
        [.text("F2"), .text("=1+1"), .text("-"), .text("๒๕๕๐"), .text("๑๒")],
        [.text("F3"), .text("x"), .text("1,23"), .text("-"), .number(2.5), .text("-")],
      ])
  }

  @Test("Columns of few words offer them, the others offer nothing")
  func choices() throws {
    let rows = [["ชื่อกิจกรรม", "สถานะ", "ลักษณะการทำ", "อื่น"]]
    let draft = try #require(PlanWorkbook.drafts(of: [sheet("กิจกรรม", rows)]).first)
    #expect(
      draft.columns.map(\.choices) == [
        [], ["แผน", "กำลังทำ", "เสร็จ", "หยุด"], ["ทำเอง", "ทำร่วม", "ขอสนับสนุน"], [],
      ])
  }

  @Test("An empty sheet is an empty draft")
  func empty() throws {
    let draft = try #require(PlanWorkbook.drafts(of: [sheet("funds", [])]).first)
    #expect(draft.columns.isEmpty && draft.rows.isEmpty)
  }

  @Test(
    "A plan read from its CSV files and from the workbook made of them are one and the same",
    arguments: Repository.plans)
  func roundTrip(_ name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("any.xlsx")
    let sheets = try Workbook(folder: Repository.plan(name)).sheets
    try XLSXWriter.write(PlanWorkbook.drafts(of: sheets), to: path)
    let text = try PlanReading([Repository.plan(name)])
    let workbook = try PlanReading([path])
    #expect(workbook.diagnostics.map(\.problem) == text.diagnostics.map(\.problem))
    #expect(workbook.sheets.map(\.rows) == text.sheets.map(\.rows))
    let lines = (content(text.plans[0]), content(workbook.plans[0]))
    #expect(lines.0.count > 500)
    #expect(lines.0 == lines.1)
  }

  /// Everything that a plan holds but the places that it was read from, as lines.
  private func content(_ plan: Plan) -> [String] {
    let records = NodeKind.all.flatMap { kind in
      (0..<plan.count(of: kind)).compactMap { plan.record(kind, $0) }.map { line($0) }
    }
    return [plan.id, plan.name, "\(plan.year as Any) \(plan.tambon as Any) \(plan.region as Any)"]
      + records + plan.ties.map { line($0) } + plan.offers.map { line($0) }
      + plan.decisions.map { line($0) }
  }

  /// The parts of a record; those of its header stand beside its own.
  private func line(_ value: Any) -> String {
    Mirror(reflecting: value).children.filter { $0.label != "source" }.map { part in
      part.label == "header" ? line(part.value) : "\(part.label ?? "")=\(part.value)"
    }.joined(separator: " ")
  }
}
