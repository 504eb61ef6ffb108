import Plans
import TestSupport
import Testing

@testable import Words

@Suite("Names of leaders that may not be shown")
struct HiddenNamesTests {
  private func hidden(_ text: String, leaders: [[String: String]]) throws -> String {
    let plans = try SomePlans.graph(of: Array(zip(["a", "b", "c"], leaders))).plans
    return HiddenNames(plans).hidden(in: text, as: "…")
  }

  private func leaders(_ rows: String...) -> [String: String] {
    [
      "leaders": "id,name,consent\n"
        + rows.enumerated().map { "L\($0),\($1)\n" }.joined(),
      "activities": "id,name\nA1,งาน\n",
    ]
  }

  @Test("are hidden though the same name stands in another plan with consent, in whatever order")
  func ofSeveralPlans() throws {
    let (yes, no) = (leaders("นายสมหวัง พรหมเจริญ,ใช่"), leaders("นายสมหวัง พรหมเจริญ,ไม่"))
    for plans in [[yes, no], [no, yes], [no, yes, no]] {
      #expect(!(try hidden("ถาม สมหวัง พรหมเจริญ", leaders: plans)).contains("พรหมเจริญ"))
    }
  }

  @Test("are found in a cell of several people, in brackets, and spelled with marks on a blank")
  func inAnyCell() throws {
    let plan = leaders(
      "นายสมหวัง พรหมเจริญ และนางสมศรี แก้วมณีโชติ,ไม่", "นายทองใบ (ใบ) ศรีสวัสดิ์วงศ์,ไม่")
    for name in ["พรหมเจริญ", "แก้วมณีโชติ", "ศรีสวัสดิ์วงศ์"] {
      #expect(!(try hidden("บ้านของ \(name)", leaders: [plan])).contains(name))
    }
    #expect(try hidden("บ้านของ พรหมเทพ", leaders: [plan]) == "บ้านของ พรหมเทพ")
  }
}
