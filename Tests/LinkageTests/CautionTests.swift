import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("What speaks against a link")
struct CautionTests {
  /// The cautions of a link from a fund or leader to A1.
  private func cautions(
    _ from: String, _ files: [String: String]
  ) throws -> (plans: PlanGraph, cautions: [Caution]) {
    let plans = try SomePlans.graph(["p": files])
    let ends = [from, "A1"].map { plans.nodes(named: $0)[0] }
    return (plans, CautionSearch(plans).cautions(from: ends[0], to: ends[1]))
  }

  private func fund(_ cells: String) throws -> [Caution] {
    try cautions(
      "F1",
      [
        "activities": "id,name\nA1,งาน\n",
        "funds": "id,name,loans,overdue,accounts_current\nF1,ออม,\(cells)\n",
      ]
    ).cautions
  }

  @Test("is nothing of a fund whose accounts are in order and whose loans come back")
  func strongFund() throws {
    #expect(try fund("100,5,ใช่").isEmpty)
    #expect(try fund("100,5,-").isEmpty)
    #expect(try fund("-,-,ใช่").isEmpty)
  }

  @Test("is a fund whose accounts are not up to date")
  func accounts() throws {
    guard case .accountsNotCurrent = try #require(try fund("-,-,ไม่").first) else {
      Issue.record("another caution")
      return
    }
  }

  @Test("is more than a twentieth of the loans overdue, with the share")
  func overdue() throws {
    let found = try fund("1000,51,ใช่")
    guard case .overdue(_, let share) = try #require(found.first) else {
      Issue.record("another caution")
      return
    }
    #expect(abs(share - 0.051) < 1e-12 && found.count == 1)
    #expect(try fund("0,51,ใช่").isEmpty)
  }

  @Test("is a fund of which neither is known, and both weaknesses where there are two")
  func unknownFund() throws {
    guard case .strengthUnknown = try #require(try fund("-,-,-").first) else {
      Issue.record("another caution")
      return
    }
    #expect(try fund("100,50,ไม่").count == 2)
  }

  @Test(
    "is a leader who carries three open activities, not one who carries two", arguments: [2, 3, 4])
  func load(count: Int) throws {
    let work = (1...count).map { "B\($0),งาน \($0),กำลังทำ,L1\n" }.joined()
    let found = try cautions(
      "L1",
      [
        "activities": "id,name,status,leaders\nA1,งาน,แผน,\nB9,เก่า,เสร็จ,L1\n" + work,
        "leaders": "id,name\nL1,คน\n",
      ])
    let leader = found.plans.nodes(named: "L1")[0]
    #expect(found.cautions == (count < 3 ? [] : [.leaderLoaded(leader, activities: count)]))
  }

  @Test("is a term that ends before the work does, where both are known")
  func term() throws {
    func found(_ until: String, _ end: String) throws -> Int {
      try cautions(
        "L1",
        [
          "activities": "id,name,end\nA1,งาน,\(end)\n",
          "leaders": "id,name,until\nL1,คน,\(until)\n",
        ]
      ).cautions.count
    }
    #expect(try found("2568", "2569") == 1)
    #expect(try found("2569", "2569") == 0)
    #expect(try found("2570", "2569") == 0)
    #expect(try found("-", "2569") == 0 && found("2568", "-") == 0)
  }

  private func distance(_ fund: String, _ activity: String) throws -> [Caution] {
    try cautions(
      "F1",
      [
        "places": "id,name,tambon\nV1,ก,เหนือ\nV2,ข,เหนือ\nV3,ค,ใต้\nV4,ง,-\n",
        "activities": "id,name,places\nA1,งาน,\(activity)\n",
        "funds": "id,name,places,accounts_current\nF1,ออม,\(fund),ใช่\n",
      ]
    ).cautions
  }

  @Test("is another tambon, else another village, and nothing where they meet or are not known")
  func distances() throws {
    #expect(try distance("V1", "V3") == [.otherTambon("เหนือ", "ใต้")])
    #expect(try distance("V1;V2", "V3") == [.otherTambon("เหนือ", "ใต้")])
    guard case .otherPlaces = try #require(try distance("V1", "V2").first) else {
      Issue.record("another caution")
      return
    }
    // Where a tambon is not known, only the villages are told apart.
    guard case .otherPlaces = try #require(try distance("V1", "V4").first) else {
      Issue.record("another caution")
      return
    }
    #expect(try distance("V1;V2", "V2;V3").isEmpty)
    #expect(try distance("", "V2").isEmpty && distance("V1", "").isEmpty)
  }

  @Test("is told with the opportunity and with the examined pair alike")
  func isTold() throws {
    let plans = try SmallPlan.graph()
    let search = OpportunitySearch(plans, .standard(.savings))
    for opportunity in search.opportunities() {
      let examined = try #require(search.examination(of: opportunity.from, opportunity.to))
      #expect(opportunity.cautions == examined.cautions && !examined.cautions.isEmpty)
      #expect(abs(opportunity.score - examined.score) < 1e-12)
      #expect(opportunity.effect == examined.effect)
    }
  }
}
