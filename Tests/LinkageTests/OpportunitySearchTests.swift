import Glibc
import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The search for opportunities")
struct OpportunitySearchTests {
  private func pairs(_ plans: PlanGraph, perTarget: Int = 3) -> [String] {
    OpportunitySearch(plans, .standard(.savings)).opportunities(perTarget: perTarget)
      .map { "\(plans.id(of: $0.from))→\(plans.id(of: $0.to))" }
  }

  @Test("proposes what has a reason, best first, and nothing that is tied or done")
  func proposes() throws {
    let found = pairs(try SmallPlan.graph())
    #expect(found == ["small/F1→small/A1", "small/F2→small/A1"])
  }

  @Test("scores a pair by the weighted sum of its scaled paths, by hand")
  func scoresByHand() throws {
    let plans = try SmallPlan.graph()
    let search = OpportunitySearch(plans, .standard(.savings))
    let best = try #require(search.opportunities().first)
    // leader: F1 has one leader, who leads two activities; all other degrees are 1. It is the only pair
    // with such a path, so the scale is half of it, and asinh(2) remains; so with place and leader-place:
    // F2 is in V2 with A2, which it finances, and with A3; L2 lives there and leads A2.
    let model = search.models[1]
    let place = asinh(1 / model.scales[3])
    let leaderPlace = asinh(pow(2, -0.4) / model.scales[4])
    let expected =
      model.weights[0] * asinh(2) + model.weights[3] * place + model.weights[4] * leaderPlace
    #expect(abs(model.scales[0] - pow(2, -0.4) / 2) < 1e-12)
    #expect(abs(best.score - expected) < 1e-12)
    #expect(best.counts == ["leader": 1, "place": 1, "leader-place": 1])
  }

  @Test(
    "gives the first of all where only some are wanted, and counts all the same", arguments: 1...4)
  func limited(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed, plans: 2)
    for approach in Approach.standard {
      let search = OpportunitySearch(plans, approach)
      let all = search.search()
      #expect(all.count == all.opportunities.count)
      for limit in [0, 1, 3, 1_000] {
        let some = search.search(limit: limit)
        #expect(some.opportunities == Array(all.opportunities.prefix(limit)))
        #expect(some.count == all.count && some.behind == all.behind && some.thin == all.thin)
      }
    }
  }

  @Test("gives evidence whose shares add up to 1, the largest first")
  func givesShares() throws {
    let plans = try SmallPlan.graph()
    let search = OpportunitySearch(plans, .standard(.savings))
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
    func found(_ status: String) throws -> [Opportunity] {
      let decision = "approach,from,to,status\nsavings,F1,A1,\(status)\n"
      let plans = try SmallPlan.graph(changed: ["decisions.csv": decision])
      return OpportunitySearch(plans, .standard(.savings)).opportunities()
    }
    #expect(try found("accepted").map(\.effect.isFirst) == [false])
    #expect(try found("proposed").map { $0.history?.outcome == .pending } == [true, false])
    #expect(try found("proposed").map(\.effect.isFirst) == [true, true])
  }

  @Test("says what a link would change: the first fund, and places new to savings")
  func saysTheEffect() throws {
    let plans = try SmallPlan.graph()
    let best = try #require(OpportunitySearch(plans, .standard(.savings)).opportunities().first)
    #expect(best.effect.isFirst)
    #expect(best.effect.newPlaces.map { plans.id(of: $0) } == ["small/V1"])
  }

  @Test("proposes an agency that plans share only in the plans that name it")
  func staysWithThePlanThatNames() throws {
    let agency = "id,name,level,issues\nM1,สำนักงานที่ดิน,จังหวัด,ที่ดิน\n"
    let folder = try TemporaryFolder()
    for name in ["one", "two"] {
      for (file, text) in SmallPlan.files where name == "one" || file != "mechanisms.csv" {
        let own = file == "mechanisms.csv" ? agency : text.replacing(",M1\n", with: ",\n")
        try folder.write("\(name)/\(file)", own.replacing("small,", with: "\(name),"))
      }
    }
    let plans = PlanGraph(
      try PlanReading([folder.file("one"), folder.file("two")]).plans)
    let found = OpportunitySearch(plans, .standard(.hub)).opportunities(perTarget: 0, least: 0)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { plans.id(of: $0.from).hasPrefix("one/") })
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
      let all = OpportunitySearch(plans, .standard(.savings)).opportunities()
      let own = all.filter { plans.id(of: $0.from).hasPrefix("one/") }
      return Dictionary(
        uniqueKeysWithValues: own.map {
          ("\(plans.id(of: $0.from)) \(plans.id(of: $0.to))", $0.score)
        })
    }
    #expect(scores(alone) == scores(both))
    #expect(scores(alone).count == 2)
    // Asked for one plan, the numbers are its own too: what is printed of it stays the same.
    let own = OpportunitySearch(both, .standard(.savings)).opportunities(in: 0)
    #expect(own.map(\.rank) == [1, 2])
    #expect(own.allSatisfy { both.id(of: $0.from).hasPrefix("one/") })
  }
}
