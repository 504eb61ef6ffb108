import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("What meetings have said")
struct DecisionLedgerTests {
  /// The opportunities of the small plan, where F1–A1 has one path of each leader, place, leader-place.
  private func found(
    _ decision: String, _ changed: [String: String] = [:], least: Double? = nil
  ) throws -> [Opportunity] {
    try search(decision, changed).opportunities(least: least)
  }

  private func search(
    _ decision: String, _ changed: [String: String] = [:]
  ) throws -> OpportunitySearch {
    let heading = "approach,from,to,status,date,reason,evidence\n"
    let plans = try SmallPlan.graph(
      changed: changed.merging(["decisions.csv": heading + decision + "\n"]) { $1 })
    return OpportunitySearch(plans, .standard(.savings))
  }

  private func first(_ found: [Opportunity]) -> Opportunity? {
    found.first { $0.counts["leader"] != nil }
  }

  @Test("keeps a rejected pair away while nothing more speaks for it")
  func staysAway() throws {
    for evidence in ["leader 1; place 1; leader-place 1", "leader 2; place 1; leader-place 3", ""] {
      #expect(
        first(try found("savings,F1,A1,rejected,2567-01-01,ไม่พร้อม,\(evidence)")) == nil)
    }
  }

  @Test(
    "brings a rejected pair back where it has more paths than were put to the meeting, and says which"
  )
  func comesBack() throws {
    let again = try #require(
      first(try found("savings,F1,A1,rejected,2567-01-01,ไม่พร้อม,place 1; leader-place 1")))
    #expect(
      again.history
        == History(
          outcome: .rejected(grown: ["leader"]), date: PlanDate(year: 2024, month: 1, day: 1),
          reason: "ไม่พร้อม"))
    let two = try #require(first(try found("savings,F1,A1,rejected,,,place 1")))
    #expect(two.history?.outcome == .rejected(grown: ["leader", "leader-place"]))
    #expect(two.history?.date == nil && two.history?.reason == nil)
  }

  @Test("does not bring it back for what is no reason alone, such as living in one village")
  func weakReasonsAreNone() throws {
    #expect(first(try found("savings,F1,A1,rejected,,,leader 1; place 1")) == nil)
    #expect(first(try found("savings,F1,A1,rejected,,,leader 1; leader-place 1")) == nil)
  }

  @Test("waits where a meeting put it off, and says so")
  func isPostponed() throws {
    let found = try #require(first(try found("savings,F1,A1,เลื่อน,2568-01-01,,")))
    #expect(found.history?.outcome == .postponed)
    #expect(try search("savings,F1,A1,เลื่อน,,,").agreed.isEmpty)
  }

  @Test("is what the later decision says, by its day before the order of rows")
  func isTheLatest() throws {
    let waiting = "savings,F1,A1,proposed,2568-08-20,,\n"
    for rows in [
      waiting + "savings,F1,A1,accepted,,,", "savings,F1,A1,accepted,2568-09-01,,\n" + waiting,
    ] {
      #expect(first(try found(rows)) == nil)
      #expect(try search(rows).agreed.count == 1)
    }
  }

  @Test("brings it back whichever way round the decision names the two")
  func eitherWayRound() throws {
    #expect(first(try found("savings,A1,F1,rejected,,,place 1")) != nil)
    #expect(first(try found("savings,A1,F1,rejected,,,")) == nil)
  }

  private func since(_ year: String, _ evidence: String = "") throws -> Opportunity? {
    let leaders = """
      id,name,place,since,funds,consent
      L1,นางหนึ่ง ใจดี,V1,\(year),F1,ใช่
      L2,นายสอง ลับสุดยอด,V2,,,ไม่

      """
    return first(
      try found("savings,F1,A1,rejected,2567-06-15,,\(evidence)", ["leaders.csv": leaders]))
  }

  @Test("brings it back where someone on the path surely began after the day of the decision")
  func comesBackByDate() throws {
    #expect(
      try since("2568")?.history?.outcome == .rejected(grown: ["leader", "leader-place"]))
    #expect(try since("2567-07")?.history != nil)
    #expect(try since("2567-06-16")?.history != nil)
  }

  @Test("keeps it away where that is not sure, or no date is known")
  func isNotSure() throws {
    for year in ["2567", "2567-06", "2567-06-15", "2560", "-"] { #expect(try since(year) == nil) }
    #expect(first(try found("savings,F1,A1,rejected,,,")) == nil)
  }

  @Test("counts by the paths where they are written, and by the dates where they are not readable")
  func prefersPaths() throws {
    #expect(try since("2568", "leader 1; place 1; leader-place 1") == nil)
    #expect(try since("2568", "มีคนรู้จักกัน") != nil)
  }

  @Test("brings it back by a tie of its own date")
  func comesBackByTie() throws {
    let leaders = "id,name,place,consent\nL1,นางหนึ่ง ใจดี,V1,ใช่\nL2,นายสอง ลับสุดยอด,V2,ไม่\n"
    func outcome(_ since: String) throws -> History.Outcome? {
      first(
        try found(
          "savings,F1,A1,rejected,2567,,",
          [
            "leaders.csv": leaders,
            "links.csv": "from,relation,to,since\nL1,serves_on,F1,\(since)\n",
          ]))?.history?.outcome
    }
    #expect(try outcome("2568") == .rejected(grown: ["leader"]))
    #expect(try outcome("2567") == nil)
    #expect(try outcome("") == nil)
  }

  @Test(
    "never proposes again what a meeting has taken up, whatever speaks for it",
    arguments: [
      "accepted", "in_plan", "funded", "active", "done",
    ])
  func acceptedStays(status: String) throws {
    let search = try search("savings,F1,A1,\(status),2560-01-01,,place 1")
    #expect(first(search.opportunities(least: 0)) == nil)
    #expect(search.agreed.map { search.plans.id(of: $0.from) } == ["small/F1"])
    #expect(search.agreed.map { search.plans.id(of: $0.to) } == ["small/A1"])
  }

  @Test("no longer lists as agreed what the plan ties, whichever way round")
  func agreedUntilTied() throws {
    for link in ["F1,finances,A1", "A1,finances,F1"] {
      let links = "from,relation,to\n\(link)\n"
      let search = try search("savings,F1,A1,accepted,,,", ["links.csv": links])
      #expect(search.agreed.isEmpty)
      #expect(first(search.opportunities()) == nil)
    }
    #expect(try search("savings,F1,A1,rejected,,,").agreed.isEmpty)
  }

  @Test("takes of several words on one pair the last")
  func lastWordCounts() throws {
    let both = "savings,F1,A1,rejected,,,\nsavings,F1,A1,accepted,,,"
    #expect(try search(both).agreed.count == 1)
    let back = "savings,F1,A1,accepted,,,\nsavings,F1,A1,proposed,,,"
    #expect(first(try found(back))?.history?.outcome == .pending)
  }

  @Test("keeps decisions on one approach out of the others")
  func knowsItsApproach() throws {
    #expect(first(try found("leaders,F1,A1,rejected,,,"))?.history == nil)
    #expect(first(try found("leaders,F1,A1,rejected,,,")) != nil)
  }

  @Test("writes counts of paths so that they read back, and takes nonsense for no counts at all")
  func summaryRoundTrip() {
    let counts = ["leader": 2, "leader-place": 1, "place": 10]
    let text = EvidenceSummary.text(of: counts)
    #expect(text == "leader 2; leader-place 1; place 10")
    #expect(EvidenceSummary.grown(counts, since: text) == [])
    #expect(EvidenceSummary.grown(["leader": 3, "issue": 1], since: text) == ["issue", "leader"])
    #expect(EvidenceSummary.grown(["leader": 1], since: text) == [])
    for nonsense in ["", "มีคน", "leader", "leader one", "leader 1 2", ";", "leader 1; place"] {
      #expect(EvidenceSummary.grown(counts, since: nonsense) == nil)
    }
  }

  @Test(
    "is written by the program as it reads it: what was proposed stays away once rejected",
    arguments: 1...3)
  func ownSummaryKeepsAway(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed)
    let open = OpportunitySearch(plans, .standard(.savings)).opportunities()
    let rows = open.map { opportunity in
      "savings,\(plans.id(of: opportunity.from)),\(plans.id(of: opportunity.to)),rejected,"
        + EvidenceSummary.text(of: opportunity.counts)
    }
    let after = try RandomPlans.graph(
      seed: seed,
      decisions: "approach,from,to,status,evidence\n" + rows.joined(separator: "\n") + "\n")
    let again = OpportunitySearch(after, .standard(.savings)).opportunities(perTarget: 0)
    let pairs = Set(open.map { [$0.from, $0.to] })
    #expect(!open.isEmpty)
    #expect(again.allSatisfy { !pairs.contains([$0.from, $0.to]) })
  }
}
