import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("What one plan can take from another")
struct ExpansionTests {
  /// There a savings group finances a well, with the province's water office; here are a group of the
  /// kind, open work on water, and the same office.
  private static let there = [
    "plan": "id,name,amphoe,province\nthere,แผนโน้น,นาดี,ขอนแก่น\n",
    "activities": "id,name,issues,status,funds,mechanisms\nA1,ขุดบ่อ,น้ำ,เสร็จ,F1,M1\n",
    "funds": "id,name,kind\nF1,ออมทรัพย์บ้านโน้น,กลุ่มออมทรัพย์\n",
    "mechanisms": "id,name,level\nM1,สำนักงานน้ำ,จังหวัด\n",
  ]
  private static let here = [
    "plan": "id,name,amphoe,province\nhere,แผนนี้,นาดี,ขอนแก่น\n",
    "activities": "id,name,issues,status,funds,mechanisms\nB1,ซ่อมฝาย,น้ำ,แผน,,\n",
    "funds": "id,name,kind\nG1,ออมทรัพย์บ้านนี้,กลุ่มออมทรัพย์\n",
    "mechanisms": "id,name,level\nN1,สำนักงานน้ำ,จังหวัด\n",
  ]

  private func found(
    there: [String: String] = [:], here: [String: String] = [:]
  ) throws -> [Opportunity] {
    let plans = try SomePlans.graph([
      "here": Self.here.merging(here) { $1 }, "there": Self.there.merging(there) { $1 },
    ])
    return OpportunitySearch(plans, .standard(.expansion)).opportunities()
  }

  private func activities(_ status: String, _ rest: String) -> [String: String] {
    ["activities": "id,name,issues,status,funds,mechanisms\nX1,งาน,น้ำ,\(status),\(rest)\n"]
  }

  @Test("is a pattern that stands there, is missing here, and has its parts here")
  func findsPattern() throws {
    let plans = try SomePlans.graph(["here": Self.here, "there": Self.there])
    let search = OpportunitySearch(plans, .standard(.expansion))
    let found = search.opportunities()
    #expect(found.count == 1)
    let only = try #require(found.first)
    #expect([only.from, only.to].map { plans.id(of: $0) } == ["there", "here"])
    let pattern = try #require(only.pattern)
    #expect(
      [pattern.there.fund, pattern.there.activity, pattern.here.fund, pattern.here.activity]
        .map { plans.id(of: $0) } == ["there/F1", "there/A1", "here/G1", "here/B1"])
    #expect(pattern.here.mechanism == pattern.there.mechanism)
    #expect(plans.id(of: pattern.issue) == "issue/น้ำ")
    #expect(pattern.plans == 1 && pattern.nearness == 0.9 && pattern.likeness == 1)
    #expect(only.effect.isFirst && only.ends == (pattern.here.fund, pattern.here.activity))
    #expect(search.evidence(for: found).map { $0.map(\.share) } == [[1]])
  }

  @Test(
    "is nothing where it stands here too, in whatever state", arguments: ["แผน", "เสร็จ", "หยุด", ""])
  func isMissingHere(state: String) throws {
    var changed = activities(state, "G1,N1")
    changed["activities", default: ""] += "B1,ซ่อมฝาย,น้ำ,แผน,,\n"
    #expect(try found(here: changed).isEmpty)
  }

  @Test("is nothing where one of its parts is not here")
  func needsItsParts() throws {
    #expect(try found(here: ["funds": "id,name,kind\nG1,ออม,ธนาคารหมู่บ้าน\n"]).isEmpty)
    #expect(try found(here: ["funds": "id,name,kind\nG1,ออม,-\n"]).isEmpty)
    #expect(try found(here: ["mechanisms": "id,name,level\nN1,สำนักงานป่า,จังหวัด\n"]).isEmpty)
    #expect(
      try found(here: ["activities": "id,name,issues,status\nB1,ซ่อมฝาย,ป่า,แผน\n"]).isEmpty)
    #expect(
      try found(here: ["activities": "id,name,issues,status\nB1,ซ่อมฝาย,น้ำ,เสร็จ\n"]).isEmpty)
  }

  @Test("comes only from work that is under way or done", arguments: ["แผน", "หยุด", ""])
  func needsStandingWork(state: String) throws {
    #expect(try found(there: activities(state, "F1,M1")).isEmpty)
    #expect(try found(there: activities("กำลังทำ", "F1,M1")).count == 1)
  }

  @Test("needs the fund and the supporter at the same work there")
  func needsThemTogether() throws {
    var apart = activities("เสร็จ", "F1,")
    apart["activities", default: ""] += "X2,งานอื่น,น้ำ,เสร็จ,,M1\n"
    #expect(try found(there: apart).isEmpty)
  }

  @Test("comes from the nearer of two plans that have it, and says in how many it stands")
  func prefersNearer() throws {
    let far = Self.there.merging([
      "plan": "id,name,amphoe,province\nfar,แผนไกล,เมือง,ตรัง\n"
    ]) { $1 }
    let plans = try SomePlans.graph(["far": far, "here": Self.here, "there": Self.there])
    let found = OpportunitySearch(plans, .standard(.expansion)).opportunities(in: 1)
    #expect(found.map { plans.id(of: $0.from) } == ["there"])
    #expect(found.first?.pattern?.plans == 2)
  }

  @Test("takes local governments of two tambons for supporters of one kind")
  func knowsLocalGovernment() throws {
    let local = "id,name,level\nM1,อบต.โน้น,ตำบล\n"
    let own = "id,name,level\nN1,เทศบาลตำบลนี้,ตำบล\n"
    #expect(try found(there: ["mechanisms": local], here: ["mechanisms": own]).count == 1)
  }

  @Test("is nothing with one plan, and stays away once a meeting has decided on it")
  func isDecided() throws {
    let alone = try SomePlans.graph(["here": Self.here])
    #expect(OpportunitySearch(alone, .standard(.expansion)).opportunities().isEmpty)
    for (status, count) in [("rejected", 0), ("accepted", 0), ("proposed", 1)] {
      let decision = "approach,from,to,status\nexpansion,G1,B1,\(status)\n"
      let found = try found(here: ["decisions": decision])
      #expect(found.count == count)
      #expect(found.allSatisfy { $0.history?.outcome == .pending })
    }
  }

  @Test("is the same whichever order plans and rows come in", arguments: 1...6)
  func isStable(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed, plans: 3)
    let runs = (0..<3).map { _ in
      OpportunitySearch(plans, .standard(.expansion)).opportunities(perTarget: 0)
    }
    #expect(runs[0] == runs[1] && runs[1] == runs[2])
    #expect(runs[0].allSatisfy { $0.pattern != nil && $0.from != $0.to })
  }
}
