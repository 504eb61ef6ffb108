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
}
