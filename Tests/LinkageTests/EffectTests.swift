import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("What a link would change")
struct EffectTests {
  private static let files = [
    "places": "id,name\nV1,หนึ่ง\nV2,สอง\nV3,สาม\n",
    "activities": """
    id,name,issues,places,status,budget,own_budget,leaders,funds,mechanisms,adopted_by
    A1,งานหนึ่ง,น้ำ,V1;V2,แผน,"1,000",250,L1,F1,,M1
    A2,งานสอง,น้ำ,V2;V3,แผน,"1,000",-,,,M2,
    A3,งานสาม,ป่า,V3,แผน,-,100,L1,F1,,
    A4,งานสี่,น้ำ,V3,เสร็จ,,,L1,F1,,
    A5,งานห้า,น้ำ,V3,แผน,0,0,L1,,M1,

    """,
    "leaders": "id,name,funds,consent\nL1,คนหนึ่ง,F1,ใช่\nL2,คนสอง,,ใช่\n",
    "funds": "id,name\nF1,ออม\nF2,ออมสอง\n",
    "mechanisms": "id,name,issues,level\nM1,อบต.หนึ่ง,น้ำ,ตำบล\nM2,อบต.สอง,น้ำ,ตำบล\n",
  ]

  private func effect(_ name: ApproachName, _ from: String, _ to: String) throws -> Effect {
    let plans = try SomePlans.graph(["p": Self.files])
    var reckoning = EffectReckoning(plans, .standard(name), promised: [])
    return reckoning.effect(from: plans.nodes(named: from)[0], to: plans.nodes(named: to)[0], in: 1)
  }

  private func names(_ nodes: [NodeID]) throws -> [String] {
    let plans = try SomePlans.graph(["p": Self.files])
    return nodes.map { plans.id(of: $0) }
  }

  @Test("is the first fund where the activity has none, and no second first")
  func firstFund() throws {
    let first = try effect(.savings, "F2", "A2")
    #expect(first.isFirst)
    #expect(try names(first.newActivities) == ["p/A2"])
    let second = try effect(.savings, "F2", "A1")
    #expect(!second.isFirst && second.newActivities.isEmpty)
  }

  @Test("is the first leader, and the first plan of local government, likewise")
  func firstLeaderAndPlan() throws {
    #expect(try effect(.leaders, "L2", "A2").isFirst)
    #expect(try !effect(.leaders, "L2", "A1").isFirst)
    #expect(try effect(.adoption, "M2", "A2").isFirst)
    #expect(try !effect(.adoption, "M2", "A1").isFirst)
  }

  @Test("is places where no work has a fund yet, for savings alone")
  func newPlaces() throws {
    // A3 and A4 have a fund in V3, A1 in V1 and V2.
    #expect(try effect(.savings, "F2", "A2").newPlaces.isEmpty)
    var files = Self.files
    files["activities"] = "id,name,places,funds\nA1,งานหนึ่ง,V1,F1\nA2,งานสอง,V1;V2;V3,\n"
    let plans = try SomePlans.graph(["p": files])
    let ends = ["F2", "A2"].map { plans.nodes(named: $0)[0] }
    var savings = EffectReckoning(plans, .standard(.savings), promised: [])
    let found = savings.effect(from: ends[0], to: ends[1], in: 1)
    #expect(found.newPlaces.map { plans.id(of: $0) } == ["p/V2", "p/V3"])
    #expect(found.gain == 1 + 2 + 1)
    var leaders = EffectReckoning(plans, .standard(.leaders), promised: [])
    let leader = plans.nodes(named: "L2")[0]
    #expect(leaders.effect(from: leader, to: ends[1], in: 1).newPlaces.isEmpty)
  }

  @Test(
    "of an agency is the open work of the fund, or of its committee, that it covers and does not support"
  )
  func newActivities() throws {
    // M1 covers water: A1 has the fund, A5 its leader but M1's support already, A4 is done, A3 is of forests.
    #expect(try names(try effect(.hub, "F1", "M1").newActivities) == ["p/A1"])
    #expect(try names(try effect(.hub, "F1", "M2").newActivities) == ["p/A1", "p/A5"])
    #expect(try effect(.hub, "F2", "M1").newActivities.isEmpty)
    #expect(try !effect(.hub, "F1", "M1").isFirst)
  }

  @Test("joins two pieces that only a village, an issue or the plan holds together today")
  func joinsPieces() throws {
    #expect(try effect(.savings, "F2", "A1").joinsPieces)
    #expect(try effect(.savings, "F1", "A2").joinsPieces)
    #expect(try !effect(.savings, "F1", "A5").joinsPieces)
  }

  @Test("tells the community's own share of the budget, and nothing where it is not known")
  func ownShare() throws {
    #expect(try effect(.savings, "F2", "A1").ownShare == 0.25)
    #expect(try effect(.savings, "F2", "A2").ownShare == nil)
    #expect(try effect(.savings, "F2", "A3").ownShare == nil)
    #expect(try effect(.savings, "F2", "A5").ownShare == nil)
    #expect(try effect(.leaders, "L2", "A1").ownShare == nil)
  }
}
