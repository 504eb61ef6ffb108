import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

/// A fund whose every ratio is reckoned by hand.
///
/// Assets 1,000,000, of which loans 750,000 less an allowance of 30,000; overdue 40,000, of which 20,000
/// for more than a year; savings 780,000, shares 50,000, liabilities 800,000 with the savings in them.
private let wholeFund = [
  "kind": "กลุ่มสัจจะ", "founded": "2550", "as_of": "2567-12-31", "members": "120",
  "savings": "780,000", "shares": "50,000", "loans": "750,000", "overdue": "40,000",
  "reserves": "100,000", "assets": "1,000,000", "external_debt": "20,000",
  "ค่าเผื่อหนี้สงสัยจะสูญ": "30,000", "ค้างเกิน 12 เดือน": "20,000", "หนี้สินรวม": "800,000",
  "สินทรัพย์มีปัญหา": "10,000", "สินทรัพย์ไม่ก่อรายได้": "60,000", "ค่าใช้จ่ายดำเนินงาน": "36,000",
  "สินทรัพย์ปีก่อน": "800,000",
]

@Suite("The strength of a fund")
struct StrengthAssessmentTests {
  private func set(_ id: String) throws -> RuleSet {
    try #require(RuleSet.standard.first { $0.id == id })
  }

  private func assess(_ cells: [String: String], by id: String) throws -> StrengthAssessment {
    let columns = cells.sorted { $0.key < $1.key }
    let plans = try SomePlans.graph([
      "p": [
        "plan": "id,name\np,แผน\n", "places": "id,name\nV1,ก\nV2,ข\nV3,ค\nV4,ง\nV5,จ\n",
        "activities": "id,name,funds\nA1,งาน,F1\n",
        "funds": "id,name," + columns.map(\.key).joined(separator: ",") + "\nF1,ออม,"
          + columns.map { "\"\($0.value)\"" }.joined(separator: ",") + "\n",
      ]
    ])
    let fund = try #require(plans.graph.nodes(of: .fund).first)
    return try #require(StrengthAssessment(plans, fund: fund, by: try set(id)))
  }

  private func values(_ assessment: StrengthAssessment) -> [String: Double] {
    assessment.results.reduce(into: [:]) { values, result in
      if case .number(let number)? = result.value { values[result.rule.id] = number }
    }
  }

  private func verdicts(_ assessment: StrengthAssessment) -> [String: RuleResult.Verdict] {
    Dictionary(uniqueKeysWithValues: assessment.results.map { ($0.rule.id, $0.verdict) })
  }

  @Test("comes with every rule set, each rule with its source")
  func shipped() {
    #expect(
      RuleSet.standard.map(\.id)
        == ["codi-welfare", "pearls", "pearls-shares", "basics", "self-assessment"])
    #expect(RuleSet.standard.allSatisfy { !$0.source.isEmpty && !$0.rules.isEmpty })
    #expect(RuleSet.standard.map(\.rules.count) == [17, 11, 9, 3, 9])
  }

  @Test("by PEARLS is what is reckoned by hand, ratio by ratio")
  func pearls() throws {
    let assessment = try assess(wholeFund, by: "pearls")
    let expected = [
      // 30,000 set aside for 20,000; the other 10,000 for the other 20,000.
      "P1": 1.5, "P2": 0.5,
      // 1,000,000 + 30,000 - (20,000 + 35 % · 20,000 + 800,000 + 10,000 - 780,000) over 830,000.
      "P6": 973_000.0 / 830_000,
      "E1": 0.72, "E5": 0.78, "E6": 0.02, "E7": 0.05, "E8": 0.1, "A1": 40.0 / 750, "A2": 0.06,
      "R9": 0.04,
    ]
    let found = values(assessment)
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (rule, value) in expected {
      #expect(abs((found[rule] ?? .nan) - value) < 1e-12, "\(rule)")
    }
    let failed = verdicts(assessment).filter { $0.value != .pass }
    #expect(failed == ["A1": .fail, "A2": .fail])
    #expect(assessment.score == 9.0 / 11 && assessment.known == 1)
    #expect(assessment.band?.name.english == "strong" && assessment.rank != nil)
  }

  @Test("by PEARLS of shares leaves out the parts of savings and shares")
  func shares() throws {
    let all = try set("pearls").rules.map(\.id)
    let kept = try set("pearls-shares").rules.map(\.id)
    #expect(kept == all.filter { $0 != "E5" && $0 != "E7" })
    #expect(try values(assess(wholeFund, by: "pearls-shares"))["E8"] == 0.1)
  }

  @Test(
    "has the limits of WOCCU, and both ends of a range belong to it",
    arguments: [
      ("E8", ["reserves": "99,999"], RuleResult.Verdict.fail),
      ("E8", ["reserves": "100,000"], .pass),
      ("E5", ["savings": "700,000"], .pass), ("E5", ["savings": "800,000"], .pass),
      ("E5", ["savings": "699,999"], .fail), ("E5", ["savings": "800,001"], .fail),
      ("E6", ["external_debt": "50,000"], .pass), ("E6", ["external_debt": "50,001"], .fail),
      ("E7", ["shares": "200,000"], .pass), ("E7", ["shares": "200,001"], .fail),
      ("A1", ["overdue": "37,500"], .pass), ("A1", ["overdue": "37,501"], .fail),
      ("A2", ["สินทรัพย์ไม่ก่อรายได้": "50,000"], .pass),
      ("R9", ["ค่าใช้จ่ายดำเนินงาน": "45,000"], .pass),
      ("R9", ["ค่าใช้จ่ายดำเนินงาน": "45,001"], .fail),
      ("P1", ["ค่าเผื่อหนี้สงสัยจะสูญ": "20,000"], .pass),
      ("P1", ["ค่าเผื่อหนี้สงสัยจะสูญ": "19,999"], .fail),
      ("P2", ["ค่าเผื่อหนี้สงสัยจะสูญ": "27,000"], .pass),
      ("P2", ["ค่าเผื่อหนี้สงสัยจะสูญ": "26,999"], .fail),
      ("P6", ["assets": "948,300"], .pass), ("P6", ["assets": "948,299"], .fail),
    ])
  func limits(rule: String, cells: [String: String], verdict: RuleResult.Verdict) throws {
    let cells = wholeFund.merging(cells) { $1 }
    #expect(try verdicts(assess(cells, by: "pearls"))[rule] == verdict)
  }

  @Test("by CODI's criteria is what is reckoned by hand")
  func codi() throws {
    let cells = [
      "kind": "กองทุนสวัสดิการชุมชน", "founded": "2550", "as_of": "2567", "places": "V1;V2",
      "savings": "1,000", "committee": "นายก;นางข", "accounts_current": "ใช่",
      "welfare_kinds": "เกิด;ตาย", "อยู่ในเขตเทศบาล": "ไม่", "ทะเบียนสมาชิก": "มี", "ระเบียบกองทุน": "ไม่มี",
      "สมาชิกกลุ่มเปราะบาง": "12 คน", "เงินสมทบ อปท.": "0",
    ]
    let assessment = try assess(cells, by: "codi-welfare")
    let known = verdicts(assessment).filter { $0.value != .unknown }
    #expect(
      known == [
        "1.1": .pass, "2.2": .pass, "2.3": .fail, "3.1": .pass, "3.2": .fail, "4.1": .pass,
        "4.2": .pass, "4.3": .fail, "4.4": .pass, "5.1": .fail, "5.2": .pass,
      ])
    #expect(values(assessment)["4.1"] == 2)
    // Each of the six counts as much: the weights of each add up to 1.
    let weights = Dictionary(grouping: assessment.results) { $0.rule.id.first }
      .mapValues { $0.reduce(0) { $0 + $1.rule.weight } }
    #expect(weights.count == 6 && weights.values.allSatisfy { abs($0 - 1) < 1e-9 })
  }

  @Test("in a municipality asks for a fifth of the villages, elsewhere for half")
  func municipality() throws {
    func verdict(_ places: String, _ municipality: String) throws -> RuleResult.Verdict? {
      let cells = ["places": places, "อยู่ในเขตเทศบาล": municipality]
      return try verdicts(assess(cells, by: "codi-welfare"))["2.3"]
    }
    #expect(try verdict("V1;V2;V3", "-") == .pass)
    #expect(try verdict("V1", "ใช่") == .pass)
    #expect(try verdict("V1", "ไม่") == .fail)
    #expect(try verdict("V1", "-") == .unknown)
  }

  @Test("by their own words is 1 to 5; what cannot be told, or is no such number, is unknown")
  func selfAssessment() throws {
    let cells = [
      "การมีส่วนร่วม": "4", "ภาวะผู้นำ": "๕", "โครงสร้างกลุ่ม": "3", "การรู้ปัญหาของตนเอง": "ประเมินไม่ได้",
      "การคิดหาสาเหตุ": "6", "การบริหารจัดการ": "1",
    ]
    let assessment = try assess(cells, by: "self-assessment")
    #expect(
      assessment.results.map(\.verdict)
        == [.pass, .pass, .fail, .unknown, .unknown, .unknown, .unknown, .unknown, .fail])
    #expect(assessment.score == 0.5 && assessment.knownCount == 4)
    #expect(assessment.band == nil && assessment.rank == nil)
  }

  @Test("without any figure is unknown throughout, and has no score")
  func nothingKnown() throws {
    for set in RuleSet.standard where set.id != "codi-welfare" {
      let assessment = try assess(["kind": "กลุ่ม"], by: set.id)
      #expect(assessment.results.allSatisfy { $0.verdict == .unknown && !$0.gaps.isEmpty })
      #expect(assessment.score == nil && assessment.known == 0 && assessment.band == nil)
    }
  }

  @Test("is not measured by rules of a later day than its figures")
  func laterRules() throws {
    let result = try assess(wholeFund.merging(["as_of": "2540"]) { $1 }, by: "pearls").results[0]
    #expect(result.verdict == .unknown && result.gaps == [.ruleIsLater(PlanDate(year: 2002))])
  }

  @Test("says nothing of loans where fewer than five people borrow")
  func fewBorrowers() throws {
    for few in [["ผู้กู้": "4 คน"], ["จำนวนผู้กู้": "๓"], ["members": "4"], ["ผู้กู้": "ไม่กี่คน"]] {
      let verdicts = try verdicts(assess(wholeFund.merging(few) { $1 }, by: "pearls"))
      for rule in ["A1", "E1", "P1", "P2", "P6"] { #expect(verdicts[rule] == .unknown, "\(rule)") }
    }
    let enough = try verdicts(assess(wholeFund.merging(["ผู้กู้": "5"]) { $1 }, by: "pearls"))
    #expect(!enough.values.contains(.unknown))
  }
}
