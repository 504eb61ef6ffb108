import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Coverage")
struct CoverageTests {
  @Test("agrees with counting every activity, issue and fund by hand", arguments: [1, 2, 3, 4, 5])
  func agreesWithCounting(seed: Int) throws {
    for name in Repository.plans {
      let plans = PlanGraph(try PlanReading([Repository.plan(name)]).plans)
      let coverage = Coverage(plans, plan: 0)
      let plan = plans.plans[0]
      var generator = SeededGenerator(seed: UInt64(seed))
      let row = try #require(coverage.rows.randomElement(using: &generator))
      let about = plan.ties.filter {
        $0.relation == .about && $0.from.kind == .activity
          && plans.node(of: $0.to) == row.issue
          && plan.activities[$0.from.index].status != .stopped
      }.map(\.from)
      let beside = plan.ties.filter { $0.relation == .finances && about.contains($0.to) }
      #expect(row.activities == Set(about).count)
      #expect(row.withoutFund == Set(about).subtracting(beside.map(\.to)).count)
      #expect(row.funds.reduce(0) { $0 + $1.activities } == beside.count)
    }
  }

  @Test("leaves out activities that are stopped")
  func leavesOutStopped() throws {
    let plans = try SmallPlan.graph(
      changed: ["activities.csv": "id,name,issues,status,funds\nA1,งาน,น้ำ,หยุด,F1\n"])
    #expect(Coverage(plans, plan: 0).rows.isEmpty)
  }

  @Test("puts the fund beside most issues first")
  func putsBroadFundsFirst() throws {
    let rows = "A1,หนึ่ง,น้ำ,F2\nA2,สอง,ป่า,F2\nA3,สาม,ป่า,F1;F2\n"
    let plans = try SmallPlan.graph(
      changed: ["activities.csv": "id,name,issues,funds\n" + rows])
    let coverage = Coverage(plans, plan: 0)
    #expect(coverage.funds.map(plans.id(of:)) == ["small/F2", "small/F1"])
    #expect(coverage.rows[0].funds.map(\.activities) == [2, 1])
    #expect(coverage.bare.isEmpty)
  }

  @Test("counts the work of every village, and tells nothing where no work says where it is")
  func villages() throws {
    let rows = "A1,หนึ่ง,V1,F1,\nA2,สอง,V1;V2,,\nA3,สาม,V2,,หยุด\n"
    let plans = try SmallPlan.graph(
      changed: [
        "places.csv": "id,name\nV1,บ้านหนึ่ง\nV2,บ้านสอง\nV3,บ้านสาม\n",
        "activities.csv": "id,name,places,funds,status\n" + rows,
      ])
    let villages = Coverage(plans, plan: 0).villages
    #expect(villages.map { plans.id(of: $0.place) } == ["small/V1", "small/V2", "small/V3"])
    #expect(villages.map(\.activities) == [2, 1, 0] && villages.map(\.withoutFund) == [1, 1, 0])
    let nowhere = try SmallPlan.graph(changed: ["activities.csv": "id,name\nA1,งาน\n"])
    #expect(Coverage(nowhere, plan: 0).villages.isEmpty)
  }
}
