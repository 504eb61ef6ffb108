import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct SchemaAliasesTests {
  private func reading(_ name: String, _ text: String) throws -> PlanReading {
    try readPlans(["plan.csv": "id,name\np,แผน\n", "\(name).csv": text])
  }

  @Test(
    "A unit in brackets behind a heading does not hide it",
    arguments: [
      "งบประมาณ (บาท)", "งบประมาณ(บาท)", "งบประมาณ [บาท]", "งบประมาณ (หน่วย: บาท)", "budget (THB)",
    ])
  func units(_ heading: String) throws {
    let reading = try reading("กิจกรรม", "ชื่อกิจกรรม,\(heading),เริ่ม (พ.ศ.)\nงาน,500,2566\n")
    let activity = try #require(reading.plans.first?.activities.first)
    #expect(activity.budget == 500 && activity.start == PlanDate(year: 2023))
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Thousands of baht are not read as baht, and the missing column is named")
  func thousands() throws {
    let reading = try reading("กิจกรรม", "ชื่อกิจกรรม,งบประมาณ (พันบาท)\nงาน,500\n")
    #expect(reading.plans[0].activities[0].budget == nil)
    let found = try #require(reading.diagnostics.first { $0.code == "unknown-column" })
    guard case .unknownColumns(_, _, let absent) = found.problem else { return }
    #expect(absent.contains(.budget) && found.severity == .warning)
  }

  @Test(
    "Common words for the column of names are known",
    arguments: [
      ("แกนนำ", "ชื่อ-สกุล"), ("แกนนำ", "ชื่อ - นามสกุล"), ("องค์กร", "ชื่อกลุ่ม"), ("องค์กรการเงิน", "ชื่อกองทุน"),
      ("กิจกรรม", "โครงการ/กิจกรรม"), ("กิจกรรม", "โครงการ"), ("พื้นที่", "ชื่อ"),
    ])
  func names(_ sheet: String, _ heading: String) throws {
    let reading = try reading(sheet, "ลำดับ,รหัส,\(heading)\n1,X1,ก\n")
    let plan = reading.plans[0]
    let names =
      [plan.leaders.map(\.name), plan.organisations.map(\.name), plan.funds.map(\.name)]
      .flatMap { $0 } + plan.activities.map(\.name) + plan.places.map(\.name)
    #expect(names == ["ก"])
    #expect(!reading.diagnostics.contains { $0.code == "missing-column" })
  }

  @Test("The format's own heading goes before another word for it")
  func exact() throws {
    let reading = try reading("กิจกรรม", "โครงการ,ชื่อกิจกรรม\nใหญ่,ก\n")
    #expect(reading.plans[0].activities.map(\.name) == ["ก"])
  }

  @Test("Between two words for the name nothing is chosen; the likeliest is shown")
  func two() throws {
    let reading = try reading("กิจกรรม", "โครงการ,กิจกรรม\nใหญ่,ก\n")
    let found = try #require(reading.diagnostics.first { $0.code == "missing-column" })
    #expect(
      found.problem
        == .missingColumn(.activities, .name, found: ["โครงการ", "กิจกรรม"], likely: "โครงการ"))
  }

  @Test(
    "A sheet that may be an absent table is named as such",
    arguments: [("กองทุน", Table.funds), ("หน่วยงาน", .mechanisms), ("แกนนำ (2)", .leaders)])
  func sheets(_ name: String, _ table: Table) throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "activities.csv": "name\nก\n", "\(name).csv": "ชื่อ\nข\n",
    ])
    let found = try #require(reading.diagnostics.first { $0.code == "unknown-sheet" })
    #expect(found.problem == .unknownSheet(name: name, likely: table))
    #expect(found.severity == .warning)
  }

  @Test("Where the table is there, a sheet of a like name is only named")
  func twin() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "name\nก\n", "กองทุน.csv": "ชื่อ\nข\n",
    ])
    #expect(reading.diagnostics.map(\.problem) == [.unknownSheet(name: "กองทุน")])
  }
}
