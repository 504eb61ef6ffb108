import Linkage
import Plans
import TestSupport
import Testing

@Suite("What a village has and does")
struct PlaceFindingsTests {
  @Test("is its work with funds and leaders, and who lives there")
  func isItsOwn() throws {
    let plans = try SmallPlan.graph()
    let places = PlaceFindings.all(plans, plan: 0)
    #expect(places.map { plans.id(of: $0.place) } == ["small/V1", "small/V2"])
    #expect(places[0].work.map { plans.id(of: $0.activity) } == ["small/A1"])
    #expect(places[0].work[0].leaders.map(plans.id(of:)) == ["small/L1"])
    #expect(places[0].work[0].funds.isEmpty)
    #expect(places[0].ownFunds.map(plans.id(of:)) == ["small/F1"])
    #expect(places[0].leaders.map(plans.id(of:)) == ["small/L1"])
    // What is open comes before what is done.
    #expect(places[1].work.map { plans.id(of: $0.activity) } == ["small/A2", "small/A3"])
  }

  @Test("counts work and funds of most villages as the tambon's")
  func tellsCommonWork() throws {
    let plans = try SmallPlan.graph(changed: [
      "places.csv": "id,name\nV1,บ้านหนึ่ง\nV2,บ้านสอง\nV3,บ้านสาม\n",
      "activities.csv": "id,name,places\nA1,ทั้งตำบล,V1;V2\nA2,ของบ้านหนึ่ง,V1\n",
      "funds.csv": "id,name,places\nF1,กองทุนตำบล,V1;V2;V3\n",
    ])
    let first = try #require(PlaceFindings.all(plans, plan: 0).first)
    #expect(first.work.map { plans.id(of: $0.activity) } == ["small/A2"])
    #expect(first.common.map(plans.id(of:)) == ["small/A1"])
    #expect(first.ownFunds.isEmpty && first.commonFunds.map(plans.id(of:)) == ["small/F1"])
  }
}
