import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The evaluation by hidden ties")
struct EvaluationTests {
  /// F1 finances A1 to A3, F2 A4, F3 A5; of 25 funds the others finance nothing.
  private func popularPlan() throws -> PlanGraph {
    let funds = (1...25).map { "F\($0),กองทุน \($0)\n" }.joined()
    return try SomePlans.graph([
      "p": [
        "funds": "id,name\n" + funds,
        "activities": "id,name,funds\nA1,ก,F1\nA2,ข,F1\nA3,ค,F1\nA4,ง,F2\nA5,จ,F3\n",
      ]
    ])
  }

  private func figures(
    _ method: Evaluation.Method, _ plans: PlanGraph, _ approach: Approach = .standard(.savings),
    hiding share: Double = 0.2, seeds: Range<UInt64> = 1..<6
  ) throws -> Evaluation {
    let all = Evaluator(plans, approach).evaluate(hiding: share, seeds: seeds)
    return try #require(all.first { $0.method == method })
  }

  /// The ties that a seed hides.
  private func hidden(
    _ plans: PlanGraph, _ count: Int, seed: UInt64
  ) -> [[String]] {
    let ties = OpportunitySearch(plans, .standard(.savings)).table.ties(of: 1)
      .map { HiddenTie(from: $0.from, to: $0.to, part: 1) }
    return HiddenTie.shuffled(ties, seed: seed).prefix(count).map { tie in
      [tie.from, tie.to].map { String(plans.id(of: $0).dropFirst(2)) }
    }
  }

  @Test("ranks by popularity as by hand: the fund of most work first, those alike share a rank")
  func popularity() throws {
    let plans = try popularPlan()
    for seed in UInt64(1)...8 {
      let tie = try #require(hidden(plans, 1, seed: seed).first)
      let found = try figures(.baseline(.popularity), plans, seeds: seed..<seed + 1)
      // F1 keeps two activities and comes first. F2 or F3 keeps none: two funds are above it, and it
      // shares the ranks 3 to 25 with 22 others.
      let rank = tie[0] == "F1" ? 1.0 : 14
      #expect(abs(found.meanReciprocalRank.mean - 1 / rank) < 1e-12)
      #expect(abs(found.averagePrecision.mean - 1 / rank) < 1e-12)
      #expect(found.hitsAt10.mean == (tie[0] == "F1" ? 1 : 0))
      #expect(found.hidden == 1 && found.seeds == 1)
    }
  }

  @Test("reckons hits, reciprocal ranks and average precision of several hidden ties as by hand")
  func severalTies() throws {
    let plans = try SomePlans.graph([
      "p": [
        "funds": "id,name\nF1,ก\nF2,ข\nF3,ค\n",
        "activities": "id,name,funds\nA1,ก,F1;F2\nA2,ข,F3\n",
      ]
    ])
    var seen: Set<Bool> = []
    for seed in UInt64(1)...12 {
      let ties = hidden(plans, 2, seed: seed)
      let found = try figures(
        .baseline(.popularity), plans, hiding: 0.67, seeds: seed..<seed + 1)
      let isBoth = Set(ties.map { $0[1] }) == ["A1"]
      seen.insert(isBoth)
      // Both of A1: F3 has one activity, F1 and F2 share the ranks 2 and 3. One of each: of A1 the two
      // open funds are alike, of A2 the visible fund is above two alike.
      let reciprocal = isBoth ? 1 / 2.5 : (1 / 1.5 + 1 / 2.5) / 2
      let precision = isBoth ? (1 / 2.5 + 2 / 2.5) / 2 : reciprocal
      #expect(abs(found.meanReciprocalRank.mean - reciprocal) < 1e-12)
      #expect(abs(found.averagePrecision.mean - precision) < 1e-12)
      #expect(found.hitsAt10.mean == 1 && found.hidden == 2)
    }
    #expect(seen == [true, false])
  }

  @Test("hides ties altogether: by the hidden tie itself nothing is found but by chance")
  func hidesAltogether() throws {
    let finances = try #require(Relation.finances.edgeKind)
    let walk = MetaPath("tie", from: .fund, [.init(finances, .forward, to: .activity)])
    let approach = Approach(
      name: "blind", from: .fund, to: .activity, proposes: .finances,
      metaPaths: [.init(walk, weight: 1)])
    let found = try figures(.approach, try popularPlan(), approach)
    // All 25 funds score nothing: each hidden one shares the ranks 1 to 25.
    #expect(abs(found.meanReciprocalRank.mean - 1 / 13) < 1e-12)
    #expect(found.hitsAt10.mean == 0 && found.meanReciprocalRank.spread == 0)
  }

  @Test("hides ties of the plan whichever way round they were written")
  func hidesBothWays() throws {
    let plans = try SomePlans.graph([
      "p": [
        "funds": "id,name\nF1,ก\nF2,ข\nF3,ค\n", "mechanisms": "id,name,level\nM1,อบต.,ตำบล\n",
        "links": "from,relation,to\nF1,partners,M1\nM1,partners,F2\nM1,partners,F1\n",
      ]
    ])
    let partners = try #require(Relation.partners.edgeKind)
    let walks = [
      MetaPath("ahead", from: .fund, [.init(partners, .forward, to: .mechanism)]),
      MetaPath("back", from: .fund, [.init(partners, .backward, to: .mechanism)]),
    ]
    let approach = Approach(
      name: "blind", from: .fund, to: .mechanism, proposes: .partners,
      metaPaths: walks.map { .init($0, weight: 1) })
    let found = try figures(.approach, plans, approach, hiding: 0.5)
    #expect(found.hidden == 1)
    #expect(abs(found.meanReciprocalRank.mean - 1 / 1.5) < 1e-12)
  }

  @Test("gives the same figures for the same seeds, and a mean and spread over them")
  func isStable() throws {
    let plans = try RandomPlans.graph(seed: 4, plans: 2, activities: 14)
    for approach in Approach.standard where approach.measure == .paths {
      let runs = (0..<2).map { _ in
        Evaluator(plans, approach).evaluate(hiding: 0.3, seeds: 1..<5)
      }
      #expect(runs[0] == runs[1])
      let single = (UInt64(1)..<5).map { seed in
        Evaluator(plans, approach).evaluate(hiding: 0.3, seeds: seed..<seed + 1)
      }
      for (index, together) in runs[0].enumerated() {
        let means = single.map { $0[index].meanReciprocalRank.mean }
        let mean = means.reduce(0, +) / 4
        let spread = (means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4).squareRoot()
        #expect(abs(together.meanReciprocalRank.mean - mean) < 1e-12)
        #expect(abs(together.meanReciprocalRank.spread - spread) < 1e-12)
        #expect(together.seeds == 4)
        for figure in [together.hitsAt10, together.meanReciprocalRank, together.averagePrecision] {
          #expect((0...1).contains(figure.mean))
        }
      }
    }
  }

  @Test(
    "hides the share asked for, one tie at least and never all",
    arguments: [
      (0.2, 1), (0.01, 1), (0.5, 3), (0.99, 4),
    ])
  func hidesTheShare(share: Double, count: Int) throws {
    #expect(try figures(.approach, try popularPlan(), hiding: share).hidden == count)
  }

  @Test("is empty where there is nothing to hide or the approach is not measured by paths")
  func isEmpty() throws {
    let plans = try SmallPlan.graph()
    #expect(Evaluator(plans, .standard(.savings)).evaluate(hiding: 0.2, seeds: 1..<3).isEmpty)
    #expect(Evaluator(plans, .standard(.adoption)).evaluate(hiding: 0.2, seeds: 1..<3).isEmpty)
    for name in [ApproachName.partners, .expansion] {
      let popular = Evaluator(try popularPlan(), .standard(name))
      #expect(popular.evaluate(hiding: 0.2, seeds: 1..<3).isEmpty)
    }
  }

  @Test("reports apart what a twin gives away")
  func knowsTwins() throws {
    let twins = try figures(.approach, try popularPlan(), seeds: 1..<9)
    // A1, A2 and A3 are alike in everything: each gives the others away. A4 and A5 are alone.
    let single = (UInt64(1)..<9).filter { seed in
      (try? popularPlan()).map { hidden($0, 1, seed: seed)[0][0] != "F1" } ?? false
    }
    #expect((twins.withoutTwins == nil) == single.isEmpty)
  }

  @Test("puts savings above all four baselines on a sample plan", arguments: Repository.plans)
  func savingsBeatsBaselines(name: String) throws {
    let plans = PlanGraph(try PlanReading([Repository.plan(name)]).plans)
    let all = Evaluator(plans, .standard(.savings)).evaluate(hiding: 0.2, seeds: 1..<21)
    #expect(all.count == 5)
    let own = try #require(all.first)
    #expect(own.method == .approach)
    for baseline in all.dropFirst() {
      #expect(own.meanReciprocalRank.mean > baseline.meanReciprocalRank.mean)
      #expect(own.hitsAt10.mean >= baseline.hitsAt10.mean)
    }
  }
}
