import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Integration")
struct IntegrationTests {
  /// A plan of activities with their issues, funds, organisations, mechanisms and leaders.
  private func integration(_ activities: [String], more: [String: String] = [:]) throws
    -> Integration
  {
    func table(_ letter: String) -> String {
      "id,name\n" + (1...4).map { "\(letter)\($0),\(letter) ที่ \($0)" }.joined(separator: "\n")
        + "\n"
    }
    let rows = activities.enumerated().map { "A\($0 + 1),งานที่\($0 + 1),\($1)" }
    let files = [
      "plan": "id,name\na,แผน\n", "funds": table("F"), "organisations": table("O"),
      "mechanisms": table("M"), "leaders": table("L"),
      "activities": "id,name,issues,funds,organisations,mechanisms,leaders\n"
        + rows.joined(separator: "\n") + "\n",
    ]
    return Integration(
      try SomePlans.graph(["a": files.merging(more, uniquingKeysWith: { $1 })]), plan: 0)
  }

  @Test("counts the pairs of work on different issues that meet through each kind, by hand")
  func byHand() throws {
    let found = try integration([
      "น้ำ,F1,O1,M1,", "ป่า,F1,O2,,L1", "ดิน,F1;F2,O1,,", "น้ำ,F2,,,L1", "น้ำ;ป่า,F1,,M1,",
    ])
    // F1: A1 A2 A3 A5; apart are A1A2, A1A3, A2A3, A3A5. F2: A3A4. O1: A1A3. L1: A2A4. M1: none.
    #expect(found.figure(.fund)?.pairs == 5 && found.figure(.organisation)?.pairs == 1)
    #expect(found.figure(.mechanism)?.pairs == 0 && found.figure(.leader)?.pairs == 1)
    #expect(found.figure(.fund)?.only == 4 && found.figure(.organisation)?.only == 0)
    #expect(found.figure(.fund)?.perHead == 1.25 && found.figure(.fund)?.active == 2)
    #expect(found.brokers.first?.pairs == 4 && found.brokers.first?.only == 3)
    #expect(found.verdict == .integrator)
    let pairs = found.issuePairs.map { [$0.joint, $0.pairs[.fund] ?? 0, $0.only[.fund] ?? 0] }
    // Earth and water: A1A3, A3A4, A3A5; earth and forest: A2A3, A3A5; water and forest: A1A2 by fund.
    #expect(Set(pairs) == [[0, 3, 2], [0, 2, 2], [1, 1, 1]])
  }

  @Test("says whether the funds are the integrator, in sum and per head")
  func verdicts() throws {
    let apart = ["น้ำ", "ป่า", "ดิน", "หนี้"]
    func plan(_ ties: (Int) -> String) throws -> Integration.Verdict {
      try integration(apart.enumerated().map { "\($1),\(ties($0))," }).verdict
    }
    #expect(try plan { $0 < 3 ? "F1,," : ",O1," } == .integrator)
    #expect(try plan { $0 < 3 ? ",O1," : "F1,," } == .notYet)
    #expect(try plan { _ in "F1,O1," } == .notYet)
    let few = ["funds": "id,name\nF1,หนึ่ง\n"]
    let rows = ["น้ำ,F1,O1,,", "ป่า,F1,O1,,", "ดิน,,O1,,"]
    #expect(try integration(rows, more: few).verdict == .perHead)
    let single = ["organisations": "id,name\nO1,หนึ่ง\n"]
    let wide = ["น้ำ,F1,O1,,", "ป่า,F1,O1,,", "ดิน,F1,,,"]
    #expect(try integration(wide, more: single).verdict == .inSum)
  }

  @Test("says what is too little known to tell")
  func unknown() throws {
    #expect(
      try integration(["น้ำ,,O1,,"], more: ["funds": "id,name\n"]).verdict == .unknown(.noFunds))
    #expect(try integration(["น้ำ,F1,O1,,", "น้ำ,F1,O1,,"]).verdict == .unknown(.fewIssues))
    #expect(
      try integration(["น้ำ,F1,O1,,", "ป่า,,,,", "ดิน,,,,"]).verdict == .unknown(.fewTies))
    #expect(try integration(["น้ำ,F1,,,", "ป่า,F1,,,"]).verdict == .unknown(.nothingBeside))
    #expect(try integration(["น้ำ,F1,O2,,", "ป่า,F2,O1,,"]).verdict == .unknown(.nothingMeets))
  }

  @Test("finds what falls off without each, and how much holds without a whole kind")
  func pieces() throws {
    let found = try integration(["น้ำ,F1,O1,,", "ป่า,F1,O1,,", "ดิน,F1,,,", "หนี้,,,,"])
    #expect(found.largest == 3)
    let fund = found.brokers.first
    #expect(fund?.morePieces == 1 && fund?.cutOff.count == 1)
    #expect(found.figure(.fund)?.cutpoints == 1 && found.figure(.fund)?.largestWithout == 2)
    #expect(found.figure(.organisation)?.cutpoints == 0)
    #expect(found.figure(.organisation)?.largestWithout == 3)
  }

  @Test("equals counting pair by pair and leaving out one by one", arguments: UInt64(1)...12)
  func bruteForce(seed: UInt64) throws {
    let plans = try RandomPlan.graph(seed: seed, activities: 10)
    let found = Integration(plans, plan: 0)
    let work = Array(plans.graph.nodes(of: .activity, in: 1))
    func issues(_ node: NodeID) -> Set<NodeID> {
      Set(plans.neighbours(of: node, .about, .forward))
    }
    for (kind, relation) in [
      (NodeKind.fund, Relation.finances), (.organisation, .runs), (.mechanism, .supports),
      (.leader, .leads),
    ] {
      var count = 0
      for (index, one) in work.enumerated() {
        for other in work[(index + 1)...]
        where issues(one).isDisjoint(with: issues(other)) && !issues(one).isEmpty
          && !issues(other).isEmpty
        {
          let shared = Set(plans.neighbours(of: one, relation, .backward))
            .intersection(plans.neighbours(of: other, relation, .backward))
          if !shared.isEmpty { count += 1 }
        }
      }
      #expect(found.figure(kind)?.pairs == count)
    }
    for broker in found.brokers {
      #expect(broker.cutOff == cutOff(without: broker.node, plans).sorted())
    }
  }

  /// The activities that hang with a node today, and not in the largest of the pieces without it.
  private func cutOff(without node: NodeID, _ plans: PlanGraph) -> [NodeID] {
    let kinds: Set<NodeKind> = [.activity, .leader, .organisation, .fund, .mechanism]
    func reached(from start: NodeID, avoiding: NodeID?) -> Set<NodeID> {
      var seen: Set<NodeID> = [start]
      var next = [start]
      while let current = next.popLast() {
        for tie in plans.graph.incidences(of: current)
        where kinds.contains(plans.graph.kind(of: tie.neighbour)) && tie.neighbour != avoiding {
          if seen.insert(tie.neighbour).inserted { next.append(tie.neighbour) }
        }
      }
      return seen
    }
    var rest = reached(from: node, avoiding: nil).subtracting([node])
    var pieces: [[NodeID]] = []
    while let start = rest.min() {
      let piece = reached(from: start, avoiding: node)
      rest.subtract(piece)
      pieces.append(piece.sorted { plans.order(of: $0) < plans.order(of: $1) })
    }
    pieces.sort {
      $0.count != $1.count ? $0.count > $1.count : plans.order(of: $0[0]) < plans.order(of: $1[0])
    }
    return pieces.dropFirst().joined().filter { plans.graph.kind(of: $0) == .activity }
  }
}

extension PlanGraph {
  /// Where a node stands when kinds come in the order in which a plan's pieces are looked at.
  fileprivate func order(of node: NodeID) -> Int {
    let kinds: [NodeKind] = [.activity, .leader, .organisation, .fund, .mechanism]
    return (kinds.firstIndex(of: graph.kind(of: node)) ?? 9) * 100_000 + node.index
  }
}
