import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct TotalsRowTests {
  @Test(
    "Words that sum up are known, with a count, a unit or a bracket behind",
    arguments: [
      "รวม", " รวมทั้งสิ้น ", "ยอดรวม", "รวม 12 โครงการ", "รวม (บาท)", "รวมทั้งหมด 5 กลุ่ม", "Total",
      "TOTAL:",
      "Grand Total", "รวม 3",
    ])
  func totals(_ text: String) { #expect(TotalsRow.isTotal(text)) }

  @Test(
    "Names that begin alike are names",
    arguments: ["รวมพลังคนรักป่า", "รวมใจพัฒนา", "รวม 3 ใจ", "totally", "กลุ่มรวมทรัพย์", "", "5"])
  func names(_ text: String) { #expect(!TotalsRow.isTotal(text)) }

  @Test("A row of totals is left out and named, wherever its word stands before the name")
  func rows() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n",
      "funds.csv": """
      ลำดับ,id,name,savings
      1,F1,ก,5
      2,F2,รวมใจ,6
      รวม,,,11
      ,รวมทั้งสิ้น,,11
      ,,ยอดรวม,11

      """,
      "offers.csv": "owner,type,item,quantity\nF1,มีให้,ปุ๋ย,5\nรวม,,,5\n",
    ])
    #expect(reading.plans[0].funds.map(\.name) == ["ก", "รวมใจ"])
    let totals = reading.diagnostics.filter { $0.code == "totals-row" }
    #expect(totals.map { $0.cells.map(\.description) } == [["4", "5", "6"], ["3"]])
    #expect(!reading.hasErrors)
  }

  @Test(
    "A part's sum that bears no id and holds only amounts is left out",
    arguments: [
      "รวมหมวดที่ดิน", "รวมหมวดที่ 1", "รวมด้านเศรษฐกิจ", "ผลรวม", "ยอดยกมา", "รวมประเด็นที่ดิน", "รวมหน้านี้",
      "เฉลี่ย",
    ])
  func parts(_ word: String) throws {
    let table = "id,name,issues,budget\nA1,ก,-,5\n,\(word),,7\n\(word),,,7\nA2,ข,-,6\n"
    let reading = try readPlans(["plan.csv": "id,name\np,แผน\n", "activities.csv": table])
    #expect(reading.plans[0].activities.map(\.name) == ["ก", "ข"])
    #expect(reading.diagnostics.map(\.code) == ["totals-row"])
  }

  @Test("A name that begins like a sum is one only where its amount is that of the rows above")
  func sums() throws {
    let table = """
      id,name,issues,budget
      A1,ก,-,500
      A2,รวมเงินซื้อที่ดิน,land,600
      ,รวมงานที่ดิน,,"1,100"
      A3,ค,-,5
      A4,ง,-,6
      ,รวมงานน้ำ,,11
      ,รวมพลังทำนา,,77
      A5,รวมหมวดที่ 1,-,8

      """
    let reading = try readPlans(["plan.csv": "id,name\np,แผน\n", "activities.csv": table])
    let names = reading.plans[0].activities.map(\.name)
    #expect(names == ["ก", "รวมเงินซื้อที่ดิน", "ค", "ง", "รวมพลังทำนา", "รวมหมวดที่ 1"])
    let doubtful = reading.diagnostics.filter { $0.code == "maybe-total" }
    #expect(doubtful.flatMap { $0.cells.map(\.description) } == ["8"])
    #expect(doubtful.allSatisfy { $0.severity == .warning })
    let totals = reading.diagnostics.filter { $0.code == "totals-row" }
    #expect(totals.flatMap { $0.cells.map(\.description) } == ["4", "7"])
  }

  @Test("A remark below the table is no entry, and is named")
  func remarks() throws {
    let table =
      "id,name\nF1,หมายเหตุ: ชื่อจริง\nหมายเหตุ: ข้อมูล ณ มกราคม 2567,\n,ที่มา: อบต.\n,หมายเหตุบ้านเรา\n"
    let reading = try readPlans(["plan.csv": "id,name\np,แผน\n", "funds.csv": table])
    #expect(reading.plans[0].funds.map(\.name) == ["หมายเหตุ: ชื่อจริง", "หมายเหตุบ้านเรา"])
    let remarks = reading.diagnostics.filter { $0.code == "remark-row" }
    #expect(remarks.flatMap { $0.cells.map(\.description) } == ["3", "4"])
  }
}
