import Graphs
import Linkage
import Plans
import TestSupport
import Testing

@Suite("Leaders whom something brings together across plans")
struct LeadersAcrossTests {
  /// Thirty plans of two leaders each who lead work of one agency; six plans to an amphoe, named so
  /// that the order of names is not that of amphoe.
  private static func graph() throws -> PlanGraph {
    var plans: [(String, [String: String])] = []
    for number in 0..<30 {
      let id = number < 10 ? "p0\(number)" : "p\(number)"
      plans.append(
        (
          id,
          [
            "plan": "id,name,amphoe,province\n\(id),แผน \(number),อำเภอ \(number % 5),ขอนแก่น\n",
            "mechanisms": "id,name,level\nM1,พอช.,ประเทศ\n",
            "leaders": "id,name\nL1,นายเอก\(number)\nL2,นางโท\(number)\n",
            "activities": "id,name,leaders,mechanisms\nA1,งาน,L1;L2,M1\n",
          ]
        ))
    }
    return try SomePlans.graph(of: plans)
  }

  @Test("are named of the nearest plans, those of the own amphoe first, and counted in all")
  func nearest() throws {
    let plans = try Self.graph()
    let across = LeadersAcross(PlanBridge.between(plans), in: plans)
    for leader in plans.graph.nodes(of: .leader) {
      let meetings = across.meetings(of: leader)
      #expect(meetings.count == 1)
      let meeting = try #require(meetings.first)
      #expect(meeting.count == 58 && meeting.nearest.count == LeadersAcross.most)
      #expect(meeting.nearest == Set(meeting.nearest).sorted())
      let own = try #require(plans.plan(of: leader))
      let met = Set(meeting.nearest.compactMap { plans.plan(of: $0) })
      #expect(!met.contains(own))
      let neighbours = plans.plans.indices.filter {
        $0 != own && plans.plans[$0].amphoe == plans.plans[own].amphoe
      }
      #expect(neighbours.count == 5 && met.isSuperset(of: neighbours))
    }
  }

  @Test("are all named where they are few, and nobody where there is no bridge")
  func few() throws {
    let files = [
      "mechanisms": "id,name,level\nM1,พอช.,ประเทศ\n", "leaders": "id,name\nL1,ก ข\nL2,ค ง\n",
      "activities": "id,name,leaders,mechanisms\nA1,งาน,L1,M1\n",
    ]
    let plans = try SomePlans.graph(["a": files, "b": files])
    let across = LeadersAcross(PlanBridge.between(plans), in: plans)
    let found = plans.graph.nodes(of: .leader).map { leader in
      across.meetings(of: leader).map { $0.nearest.map { plans.id(of: $0) } }
    }
    // One name each in both plans, and the agency for those who lead.
    #expect(found == [[["b/L1"], ["b/L1"]], [["b/L2"]], [["a/L1"], ["a/L1"]], [["a/L2"]]])
    #expect(LeadersAcross([], in: plans).meetings(of: NodeID(0)).isEmpty)
  }
}
