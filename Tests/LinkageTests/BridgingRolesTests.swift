import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Who is in several groups")
struct BridgingRolesTests {
  @Test("joins alone what nobody else is in together and no tie joins, fund with group first")
  func alone() throws {
    let plans = try SomePlans.graph([
      "p": [
        "funds": "id,name,organisations\nF1,ออม,\nF2,สัจจะ,O1\n",
        "organisations": "id,name\nO1,กลุ่ม\nO2,ชมรม\n",
        "leaders": """
        id,name,organisations,funds
        L1,ก,O1;O2,F1;F2
        L2,ข,O1,F1
        L3,ค,O2,

        """,
      ]
    ])
    let network = LeaderNetwork(plans, plan: 0)
    let roles = network.bridgingRoles()
    func id(_ node: NodeID) -> String { plans.record(of: node)?.id ?? "" }
    #expect(roles.map { id($0.leader) } == ["L1", "L2"])
    #expect(
      roles[0].alone.map { id($0.one) + id($0.other) } == ["O2F1", "O2F2", "O1O2", "F1F2"])
    #expect(roles[1].alone.isEmpty)
  }

  @Test("an open pair is a fund and an agency of one leader that share no work")
  func openPairs() throws {
    let plans = try SomePlans.graph([
      "p": [
        "funds": "id,name\nF1,ออม\nF2,สัจจะ\n",
        "mechanisms": "id,name,level\nM1,อบต.,ตำบล\nM2,ส.ป.ก.,จังหวัด\n",
        "leaders": "id,name,funds\nL1,ก,F1;F2\n",
        "activities":
          "id,name,leaders,funds,mechanisms,status\nA1,งาน,L1,F1,M1,แผน\nA2,เก่า,L1,,M2,เสร็จ\n",
      ]
    ])
    let network = LeaderNetwork(plans, plan: 0)
    let pairs = network.openPairs(of: network.leaders[0])
    #expect(pairs.map { plans.id(of: $0.fund) + " " + plans.id(of: $0.mechanism) } == ["p/F2 p/M1"])
    let measures = LeaderMeasures.all(network, asOf: PlanDate(year: 2025))
    #expect(measures[0].brokerage.fundAndState == 1)
  }

  @Test("across plans an agency of the work of each, or one name, brings leaders together")
  func betweenPlans() throws {
    let files = [
      "mechanisms": "id,name,level\nM1,พอช.,ประเทศ\nM2,อบต.,ตำบล\n",
      "leaders": "id,name\nL1,นายเอก ใจดี\nL2,นายโท\n",
      "activities": "id,name,leaders,mechanisms\nA1,งาน,L2,M1;M2\n",
    ]
    var other = files
    other["leaders"] = "id,name\nL1,นายเอก  ใจดี\nL2,นางตรี\n"
    let plans = try SomePlans.graph(["a": files, "b": other])
    let bridges = PlanBridge.between(plans)
    #expect(
      bridges.map { $0.leaders.map { plans.id(of: $0) } } == [["a/L1", "b/L1"], ["a/L2", "b/L2"]])
    #expect(bridges[0].ground == .name)
    #expect(PlanBridge.between(try SomePlans.graph(["a": files])).isEmpty)
  }
}
