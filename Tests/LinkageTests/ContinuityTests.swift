import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Whether work goes on when people change")
struct ContinuityTests {
  private static let day = PlanDate(year: 2025, month: 5, day: 31)

  private func found(_ files: [String: String]) throws -> Continuity {
    Continuity(LeaderNetwork(try SomePlans.graph(["p": files]), plan: 0), asOf: Self.day)
  }

  private func ids(_ nodes: [NodeID], _ continuity: Continuity) -> [String] {
    nodes.map { continuity.network.plans.record(of: $0)?.id ?? "" }
  }

  @Test("names open work without a leader and of only one, with the nearest first")
  func work() throws {
    let found = try found([
      "places": "id,name\nV1,ก\nV2,ข\n",
      "organisations": "id,name\nO1,กลุ่ม\n",
      "leaders":
        "id,name,place,issues,organisations\nL1,ก,V2,น้ำ,\nL2,ข,V1,,\nL3,ค,V2,,O1\nL4,ง,V2,,\n",
      "activities": """
      id,name,issues,places,status,organisations,leaders
      A1,หนึ่ง,น้ำ,V1,แผน,O1,
      A2,สอง,ป่า,V1,กำลังทำ,,L4
      A3,สาม,ป่า,V1,,,L1;L4
      A4,สี่,ป่า,V1,เสร็จ,,

      """,
    ])
    #expect(found.openCount == 3)
    #expect(ids(found.withoutLeader.map(\.activity), found) == ["A1"])
    #expect(ids(found.withoutLeader[0].near.map(\.leader), found) == ["L2", "L3", "L1"])
    #expect(found.withoutLeader[0].near.map(\.isNear) == [true, true, false])
    #expect(ids(found.onOnePerson.map(\.activity), found) == ["A2"])
    #expect(ids(found.onOnePerson.compactMap(\.leader), found) == ["L4"])
    #expect(!ids(found.onOnePerson[0].near.map(\.leader), found).contains("L4"))
  }

  @Test("names who carries more than three, not three")
  func loaded() throws {
    let work = (1...7).map { "A\($0),งาน \($0),\($0 < 5 ? "L1" : "L2")\n" }.joined()
    let found = try found([
      "leaders": "id,name\nL1,ก\nL2,ข\n", "activities": "id,name,leaders\n" + work,
    ])
    #expect(ids(found.loaded.map(\.leader), found) == ["L1"])
    #expect(found.loaded[0].present.count == 4)
  }

  @Test("names terms that may end within a year, the soonest first, and successors who stay")
  func endings() throws {
    let found = try found([
      "funds": "id,name\nF1,ออม\n",
      "leaders": """
      id,name,until,funds
      L1,ก,2569,F1
      L2,ข,2569-06-01,F1
      L3,ค,2568-05-30,F1
      L4,ง,-,F1
      L5,จ,2570,
      L6,ฉ,2569-05-31,

      """,
    ])
    #expect(ids(found.endings.map(\.leader), found) == ["L3", "L1", "L6"])
    #expect(found.endings.map(\.isOver) == [true, false, false])
    #expect(ids(found.endings[1].successors.map(\.leader), found) == ["L2", "L4"])
  }

  @Test("puts who shares a group or village before who shares an issue only, and less loaded first")
  func successors() throws {
    let found = try found([
      "places": "id,name\nV1,ก\nV2,ข\n",
      "funds": "id,name\nF1,ออม\n",
      "leaders": """
      id,name,place,issues,funds,until
      L1,ก,V1,น้ำ,F1,2568-12-31
      L2,ข,V2,น้ำ;ป่า,,
      L3,ค,V2,,F1,
      L4,ง,V1,,,
      L5,จ,V2,,,

      """,
      "activities": "id,name,leaders\nA1,งาน,L3\n",
    ])
    #expect(ids(found.endings[0].successors.map(\.leader), found) == ["L4", "L3", "L2"])
  }

  @Test("tells how much comes apart without one, and nothing where all holds", arguments: 1...6)
  func cutOff(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed)
    let network = LeaderNetwork(plans, plan: 0)
    let found = Continuity(network, asOf: Self.day)
    for leader in network.leaders {
      // By hand: the pieces of the leader's own piece when the leader is taken out.
      func piece(_ start: NodeID, without gone: NodeID?) -> Set<NodeID> {
        var seen: Set<NodeID> = [start]
        var open = [start]
        while let node = open.popLast() {
          for next in network.neighbours(of: node) where next != gone {
            if seen.insert(next).inserted { open.append(next) }
          }
        }
        return seen
      }
      let whole = piece(leader, without: nil).subtracting([leader])
      let pieces = Set(whole.map { piece($0, without: leader) })
      let largest = pieces.map(\.count).max() ?? 0
      let item = found.dependences.first { $0.leader == leader }
      #expect((item?.cutOff.count ?? 0) == (pieces.count > 1 ? whole.count - largest : 0))
    }
  }

  @Test("names groups of which the plan knows nobody else")
  func soleGroups() throws {
    let found = try found([
      "funds": "id,name\nF1,ออม\nF2,สัจจะ\n",
      "leaders": "id,name,funds\nL1,ก,F1;F2\nL2,ข,F1\n",
    ])
    #expect(found.dependences.count == 1)
    #expect(ids(found.dependences[0].groups, found) == ["F2"])
    #expect(ids(found.cutPoints, found) == ["L1"])
  }
}
