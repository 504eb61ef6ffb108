import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite struct RollUpTests {
  @Test("Every sum is that of the plans read one by one")
  func sums() throws {
    let paths = Repository.plans.map(Repository.plan)
    let rollUp = RollUp(try PlanReading(paths).plans)
    let graphs = try paths.map { PlanGraph(try PlanReading([$0]).plans) }
    let figures = graphs.map { PlanFigures($0, plan: 0) }
    for kind in NodeKind.all.dropFirst() where kind != .issue {
      #expect(rollUp.whole.counts[kind] == figures.reduce(0) { $0 + ($1.counts[kind] ?? 0) })
    }
    #expect(rollUp.whole.open == figures.reduce(0) { $0 + $1.open.count })
    #expect(rollUp.whole.withoutFund.count == figures.reduce(0) { $0 + $1.withoutFund.count })
    #expect(rollUp.whole.adopted == figures.reduce(0) { $0 + $1.adopted.count })
    #expect(rollUp.whole.savings.sum == figures.reduce(0) { $0 + ($1.savings.sum ?? 0) })
    #expect(rollUp.whole.savings.known == figures.reduce(0) { $0 + $1.savings.known })
    let surveys = graphs.map { SelfRelianceSurvey($0).plans[0] }
    #expect(rollUp.whole.capital.own == surveys.reduce(0) { $0 + ($1.own ?? 0) })
    #expect(rollUp.whole.capital.total == surveys.reduce(0) { $0 + ($1.total ?? 0) })
    #expect(rollUp.whole.capital.known == surveys.reduce(0) { $0 + $1.known })
    for approach in PlanTally.approaches {
      let found = graphs.map { OpportunitySearch($0, approach).opportunities().count }
      #expect(rollUp.tallies.map { $0.figures.proposals[approach.name] } == found)
      #expect(rollUp.whole.proposals[approach.name] == found.reduce(0, +))
    }
  }

  @Test("Groups of every level hold each plan once, and their figures add up to the whole")
  func levels() throws {
    let plans = try RandomPlans.graph(seed: 7, plans: 5).plans
    let rollUp = RollUp(plans, leavingOut: [3])
    for groups in [rollUp.regions, rollUp.provinces, rollUp.amphoes] {
      #expect(groups.flatMap(\.plans).sorted() == [0, 1, 2, 4])
      #expect(groups.reduce(into: Tally()) { $0.add($1.figures) } == rollUp.whole)
    }
    #expect(rollUp.whole.plans == 4)
    #expect(rollUp.tallies.map(\.plan) == [0, 1, 2, 4])
  }

  private func plan(_ id: String, _ rest: String) -> String {
    "id,name,tambon,amphoe,province,region\n\(id),แผน \(id),\(rest)\n"
  }

  @Test(
    "Plans that do not say where they are stand apart, and spellings of one place stand together")
  func places() throws {
    let work = "id,name\nA1,งาน\n"
    let reading = try readPlans([
      "a/plan.csv": plan("a", "หนึ่ง,เมือง,จ.เชียงราย,ภาคเหนือ"), "a/activities.csv": work,
      "b/plan.csv": plan("b", "สอง,เมือง,เชียงราย,เหนือ"), "b/activities.csv": work,
      "c/plan.csv": plan("c", "สาม,เมือง,เชียงราย,"), "c/activities.csv": work,
      "d/plan.csv": plan("d", "สี่,เมือง,อุดรธานี,"), "d/activities.csv": work,
      "e/plan.csv": plan("e", ",,,"), "e/activities.csv": work,
      "f/plan.csv": plan("f", "สอง,อ.เมือง,จังหวัดเชียงราย,"), "f/activities.csv": work,
    ])
    let rollUp = RollUp(reading.plans)
    #expect(rollUp.regions.map(\.name) == ["ภาคเหนือ", nil])
    #expect(rollUp.regions.map(\.plans) == [[0, 1], [2, 3, 4, 5]])
    // Within a region first, then those that name none; เชียงราย stands under ช.
    #expect(rollUp.provinces.map(\.name) == ["เชียงราย", "อุดรธานี", nil])
    #expect(rollUp.provinces[0].spellings == ["เชียงราย", "จ.เชียงราย", "จังหวัดเชียงราย"])
    #expect(rollUp.provinces[0].within == "ภาคเหนือ")
    // Amphoes of one name in two provinces are two.
    #expect(rollUp.amphoes.map(\.plans) == [[0, 1, 2, 5], [3], [4]])
    #expect(rollUp.sharingTambon == 2)
  }

  @Test("Names sort as in a Thai dictionary")
  func dictionaryOrder() {
    let sorted = ["อุดรธานี", "แพร่", "เชียงใหม่", "น่าน", "กระบี่", "เชียงราย", "พะเยา"]
      .sorted { Grouping.dictionaryKey($0) < Grouping.dictionaryKey($1) }
    #expect(sorted == ["กระบี่", "เชียงราย", "เชียงใหม่", "น่าน", "พะเยา", "แพร่", "อุดรธานี"])
  }

  @Test("What is not known is in no sum, and no plan without funds lacks them")
  func unknown() throws {
    let reading = try readPlans([
      "a/plan.csv": "id,name\na,ก\n",
      "a/activities.csv":
        "id,name,budget,own_budget,funds,issues\nA1,ก,100,40,F1,น้ำ\nA2,ข,-,5,,น้ำ;ป่า\nA3,ค,10,20,,\n",
      "a/funds.csv": "id,name,members,savings\nF1,ออม,50,900\nF2,เล็ก,3,700\nF3,ใหม่,20,-\n",
      "b/plan.csv": "id,name\nb,ข\n", "b/activities.csv": "id,name,issues\nA1,ก,แหล่งน้ำ\n",
    ])
    let rollUp = RollUp(reading.plans)
    let whole = rollUp.whole
    // The savings of three members are theirs.
    #expect(whole.savings.sum == 900 && whole.savings.known == 1 && whole.savings.total == 3)
    #expect(whole.capital.own == 40 && whole.capital.total == 100 && whole.capital.known == 1)
    #expect(whole.capital.activities == 4 && whole.capital.contradictory == 1)
    #expect(whole.budget.sum == 110 && whole.budget.total == 4)
    #expect(whole.open == 4)
    #expect(whole.withoutFund.count == 2 && whole.withoutFund.known == 3)
    #expect(whole.withoutLeader.known == 0)
    #expect(whole.count(of: .leader) == nil && whole.count(of: .fund) == 3)
    #expect(rollUp.tallies[1].figures.savings.sum == nil)
    #expect(rollUp.tallies[1].figures.capital.share == nil)
    let open = rollUp.issues.map { [$0.work.open, $0.work.plans] }
    #expect(open == [[3, 2], [1, 1], [1, 1]])
    #expect(rollUp.issues.last?.key == nil)
    #expect(rollUp.issues[0].work.withoutFund.known == 2)
  }
}
