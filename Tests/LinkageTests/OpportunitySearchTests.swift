import Glibc
import Graphs
import Linkage
import Plans
import TestSupport
import Testing

@Suite("The search for opportunities")
struct OpportunitySearchTests {
  private func pairs(_ plans: PlanGraph, perTarget: Int = 3) -> [String] {
    OpportunitySearch(plans, .savings).opportunities(perTarget: perTarget)
      .map { "\(plans.id(of: $0.from))→\(plans.id(of: $0.to))" }
  }

  @Test("proposes what has a reason, best first, and nothing that is tied or done")
  func proposes() throws {
    let found = pairs(try SmallPlan.graph())
    #expect(found == ["small/F1→small/A1", "small/F2→small/A1"])
  }

  @Test("scores a pair by the weighted sum of its paths, by hand")
  func scoresByHand() throws {
    let plans = try SmallPlan.graph()
    let best = try #require(OpportunitySearch(plans, .savings).opportunities().first)
    // leader: F1 has one leader, who leads two activities; all other degrees are 1.
    // place: F1 and A1 are in V1 alone, and V1 has one fund and one activity.
    // leader-place: V1 is home of one leader, who leads two; A1 has one leader.
    let expected = 1 * pow(2, -0.4) + 0.25 * 1 + 0.25 * pow(2, -0.4)
    #expect(abs(best.score - expected) < 1e-12)
    #expect(best.counts == ["leader": 1, "place": 1, "leader-place": 1])
  }

  @Test("gives evidence whose shares add up to 1, the largest first")
  func givesShares() throws {
    let plans = try SmallPlan.graph()
    let search = OpportunitySearch(plans, .savings)
    for opportunity in search.opportunities() {
      let evidence = search.evidence(from: opportunity.from, to: opportunity.to)
      #expect(abs(evidence.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      #expect(evidence.map(\.share) == evidence.map(\.share).sorted(by: >))
      #expect(evidence.count == opportunity.counts.values.reduce(0, +))
      #expect(evidence.allSatisfy { $0.nodes.first == opportunity.from })
      #expect(evidence.allSatisfy { $0.nodes.last == opportunity.to })
    }
  }

  @Test("keeps for each activity the best few")
  func keepsTheBest() throws {
    let plans = try SmallPlan.graph()
    #expect(pairs(plans, perTarget: 1) == ["small/F1→small/A1"])
    #expect(pairs(plans, perTarget: 0).count == 2)
  }

  @Test("leaves out what a meeting has decided, but not what it has only proposed")
  func respectsDecisions() throws {
    func decided(_ status: String) throws -> [String] {
      let decision = "approach,from,to,status\nsavings,F1,A1,\(status)\n"
      return pairs(try SmallPlan.graph(changed: ["decisions.csv": decision]))
    }
    #expect(try decided("rejected") == ["small/F2→small/A1"])
    #expect(try decided("accepted") == ["small/F2→small/A1"])
    #expect(try decided("proposed") == ["small/F1→small/A1", "small/F2→small/A1"])
  }

  @Test("takes a decision of an unknown approach for one on this pair too")
  func respectsUnnamedDecisions() throws {
    let decision = "approach,from,to,status\nอะไรก็ได้,F1,A1,accepted\n"
    #expect(
      pairs(try SmallPlan.graph(changed: ["decisions.csv": decision])) == ["small/F2→small/A1"])
  }

  @Test("does not call a fund the first where a meeting has accepted another, and tells what waits")
  func knowsPromises() throws {
    func effects(_ status: String) throws -> [Effect] {
      let decision = "approach,from,to,status\nsavings,F1,A1,\(status)\n"
      let plans = try SmallPlan.graph(changed: ["decisions.csv": decision])
      return OpportunitySearch(plans, .savings).opportunities().map(\.effect)
    }
    #expect(try effects("accepted").map(\.isFirstFund) == [false])
    #expect(try effects("proposed").map(\.isPending) == [true, false])
    #expect(try effects("proposed").map(\.isFirstFund) == [true, true])
  }

  @Test("says what a link would change: the first fund, and places new to savings")
  func saysTheEffect() throws {
    let plans = try SmallPlan.graph()
    let best = try #require(OpportunitySearch(plans, .savings).opportunities().first)
    #expect(best.effect.isFirstFund)
    #expect(best.effect.newPlaces.map { plans.id(of: $0) } == ["small/V1"])
  }

  @Test("finds the same for a plan whatever else is loaded")
  func isIndependentOfOtherPlans() throws {
    let folder = try TemporaryFolder()
    for name in ["one", "two"] {
      for (file, text) in SmallPlan.files {
        try folder.write("\(name)/\(file)", text.replacing("small,", with: "\(name),"))
      }
    }
    let alone = PlanGraph(try PlanReading([folder.file("one")]).plans)
    let both = PlanGraph(try PlanReading([folder.file("one"), folder.file("two")]).plans)
    func scores(_ plans: PlanGraph) -> [String: Double] {
      let all = OpportunitySearch(plans, .savings).opportunities()
      let own = all.filter { plans.id(of: $0.from).hasPrefix("one/") }
      return Dictionary(
        uniqueKeysWithValues: own.map {
          ("\(plans.id(of: $0.from)) \(plans.id(of: $0.to))", $0.score)
        })
    }
    #expect(scores(alone) == scores(both))
    #expect(scores(alone).count == 2)
    // Asked for one plan, the numbers are its own too: what is printed of it stays the same.
    let own = OpportunitySearch(both, .savings).opportunities(in: 0)
    #expect(own.map(\.rank) == [1, 2])
    #expect(own.allSatisfy { both.id(of: $0.from).hasPrefix("one/") })
  }
}
