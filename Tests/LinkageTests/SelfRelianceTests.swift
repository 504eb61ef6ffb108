import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Self-reliance")
struct SelfRelianceTests {
  /// Activities with their columns after the name: issues, places, mode, status, budget, own_budget.
  private func survey(
    _ activities: [String], funds: String = "id,name\n", more: [String: String] = [:]
  ) throws -> SelfRelianceSurvey {
    let heading = "id,name,issues,places,mode,status,budget,own_budget,funds\n"
    let rows = activities.enumerated().map { "A\($0 + 1),งานที่\($0 + 1),\($1)" }
    let files = [
      "plan": "id,name,tambon,year\na,แผน,ก,2567\n", "places": "id,name\nV1,บ้านหนึ่ง\nV2,บ้านสอง\n",
      "funds": funds, "activities": heading + rows.joined(separator: "\n") + "\n",
    ]
    return SelfRelianceSurvey(
      try SomePlans.graph(["a": files.merging(more, uniquingKeysWith: { $1 })]))
  }

  @Test("is the own part over the budgets of the activities where both are known")
  func share() throws {
    let whole = try survey([
      "น้ำ,V1,ทำเอง,แผน,1000,250,", "น้ำ,V1,ทำร่วม,แผน,3000,1000,", "น้ำ,V1,ทำร่วม,แผน,500,-,",
      "น้ำ,V1,-,แผน,-,70,",
    ]).plans[0]
    #expect(whole.own == 1_250 && whole.total == 4_000 && whole.known == 2)
    #expect(whole.share == 0.3125 && whole.unknown == nil)
    #expect(whole.modes == [.own: 1, .joint: 2])
  }

  @Test(
    "is unknown, with the reason, where nothing is known, all is zero, or figures contradict",
    arguments: [
      ([], SelfReliance.Unknown.noWork), (["น้ำ,V1,,,-,10,", "น้ำ,V1,,,5,-,"], .nothingKnown),
      (["น้ำ,V1,,,0,0,", "น้ำ,V1,,,-,3,"], .zeroBudget), (["น้ำ,V1,,,10,20,"], .contradictory),
      (["น้ำ,V1,,,10,-5,"], .contradictory),
    ])
  func unknown(rows: [String], reason: SelfReliance.Unknown) throws {
    let whole = try survey(rows).plans[0]
    #expect(whole.share == nil && whole.unknown == reason)
  }

  @Test("leaves contradictory figures out of the sum, and names them")
  func contradictory() throws {
    let found = try survey(["น้ำ,V1,,,100,200,", "น้ำ,V1,,,100,50,"]).plans[0]
    #expect(found.share == 0.5 && found.contradictory == [found.activities[0]])
  }

  @Test("counts work on two issues in both, and of villages only work that is in one alone")
  func scopes() throws {
    let found = try survey([
      "น้ำ;ป่า,V1,,,100,40,", "ป่า,V1;V2,,,100,0,", ",V2,,,100,100,", "น้ำ,,,,100,10,",
    ])
    let issues = found.issues[0].map { ($0.scope, $0.share) }
    #expect(issues.map(\.1) == [0.2, 0.25, 1])
    #expect(issues.last?.0 == .withoutIssue)
    let places = found.places[0]
    #expect(places.map(\.share) == [0.4, 1, 0, 0.1])
    #expect(places.map(\.scope).suffix(2) == [.severalPlaces, .withoutPlace])
    #expect(places.reduce(0) { $0 + ($1.total ?? 0) } == found.plans[0].total)
  }

  @Test("sums debt and assets of the funds that give both, leaving out doubtful and tiny ones")
  func debt() throws {
    let funds = """
      id,name,places,members,assets,external_debt
      F1,หนึ่ง,V1,40,1000,200
      F2,สอง,V1,50,3000,0
      F3,สาม,V1,50,-,100
      F4,สี่,V1,50,0,100
      F5,ห้า,V1,4,1000,900
      F6,หก,V1,50,500,-1

      """
    let debt = try survey(["น้ำ,V1,,,1,1,"], funds: funds).plans[0].debt
    #expect(debt.debt == 200 && debt.assets == 4_000 && debt.known == 2 && debt.funds == 6)
    #expect(debt.ratio == 0.05)
    let none = try survey(["น้ำ,V1,,,1,1,"], funds: "id,name,assets\nF1,ก,0\n").plans[0].debt
    #expect(none.ratio == nil && none.funds == 1)
  }

  @Test("counts open work with a fund now, with what is agreed on, and with sound proposals")
  func reach() throws {
    let funds = """
      id,name,places,loans,overdue,accounts_current
      F1,ดี,V1,100,0,ใช่
      F2,ค้าง,V1,100,50,ไม่

      """
    let leaders = "id,name,funds\nL1,คนหนึ่ง,F1\nL2,คนสอง,F2\n"
    let decisions = "approach,from,to,status\nsavings,F1,A2,accepted\nsavings,F2,A6,rejected\n"
    let links = "from,relation,to\nL1,leads,A3\nL2,leads,A4\n"
    let found = try survey(
      [
        "น้ำ,V1,,กำลังทำ,,,F1", "ป่า,V2,,กำลังทำ,,,", "ดิน,V2,,กำลังทำ,,,", "หนี้,V2,,กำลังทำ,,,",
        "น้ำ,V2,,เสร็จ,,,F1", "ขยะ,V2,,กำลังทำ,,,",
      ], funds: funds, more: ["leaders": leaders, "decisions": decisions, "links": links])
    let reach = found.plans[0].reach
    #expect(
      reach
        == FundReach(
          open: 5, now: 1, withAgreed: 2, withProposed: 3, onlyDoubtful: 1, isKnown: true))
    #expect(reach.share == 0.2 && reach.shareWithAgreed == 0.4 && reach.shareWithLinks == 0.6)
  }

  @Test("follows a tambon over the years")
  func years() throws {
    func files(_ id: String, _ year: Int, _ own: Int) -> [String: String] {
      [
        "plan": "id,name,tambon,year\n\(id),แผน,ก,\(year)\n",
        "activities": "id,name,budget,own_budget\nA1,งาน,100,\(own)\n",
      ]
    }
    let found = SelfRelianceSurvey(
      try SomePlans.graph(["b": files("b", 2567, 40), "a": files("a", 2565, 25)]))
    #expect(found.series.map { $0.plans.map { found.plans[$0].share } } == [[0.25, 0.4]])
  }

  @Test("does not hang on the order of rows")
  func order() throws {
    let rows = ["น้ำ,V1,ทำเอง,แผน,100,10,", "ป่า,V2,ทำร่วม,แผน,200,80,", "ดิน,V1,,แผน,300,30,"]
    let numbered = rows.enumerated().map { "A\($0 + 1),งาน,\($1)" }
    func shares(_ rows: [String]) throws -> [[Double?]] {
      let heading = "id,name,issues,places,mode,status,budget,own_budget,funds\n"
      let files = [
        "plan": "id,name\na,แผน\n", "places": "id,name\nV1,หนึ่ง\nV2,สอง\n",
        "activities": heading + rows.joined(separator: "\n") + "\n",
      ]
      let found = SelfRelianceSurvey(try SomePlans.graph(["a": files]))
      return [found.plans.map(\.share), found.issues[0].map(\.share), found.places[0].map(\.share)]
    }
    #expect(try shares(numbered) == shares(numbered.reversed()))
  }
}
