import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Columns that rules read")
struct RuleColumnsTests {
  private func headings(_ reading: PlanReading) -> [[String]] {
    reading.diagnostics.compactMap {
      if case .unknownColumns(_, let headings, _) = $0.problem { headings } else { nil }
    }
  }

  @Test("are not unknown, nor is the number of borrowers; all others stay so")
  func areKnown() throws {
    let head = "id,name,ค่าเผื่อหนี้สงสัยจะสูญ (บาท),ผู้กู้,สีป้าย\n"
    let reading = try SmallPlan.reading(changed: ["funds.csv": head + "F1,กองทุน,5,9,แดง\n"])
    #expect(headings(reading).map(\.count) == [3])
    let known = reading.knowing(RuleSet.standard)
    #expect(headings(known) == [["สีป้าย"]])
    #expect(known.diagnostics.count == reading.diagnostics.count)
    #expect(headings(reading.knowing([])) == [["ค่าเผื่อหนี้สงสัยจะสูญ (บาท)", "สีป้าย"]])
  }

  @Test("leave nothing to be told where there is no other, and are read in the funds table alone")
  func leaveNothing() throws {
    let reading = try SmallPlan.reading(changed: [
      "funds.csv": "id,name,หนี้สินรวม\nF1,กองทุน,5\n",
      "mechanisms.csv": "id,name,หนี้สินรวม\nM1,ส.ป.ก.,5\n",
    ])
    #expect(headings(reading).count == 2)
    #expect(headings(reading.knowing(RuleSet.standard)) == [["หนี้สินรวม"]])
  }
}
