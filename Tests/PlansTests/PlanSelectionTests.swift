import Graphs
import Plans
import TestSupport
import Testing

@Suite struct PlanSelectionTests {
  private let paths = Repository.plans.map(Repository.plan)

  @Test("A plan chosen from several is the plan that is read alone")
  func oneOfSeveral() throws {
    let together = try PlanReading(paths)
    for index in paths.indices {
      let alone = PlanGraph(try PlanReading([paths[index]]).plans)
      let chosen = PlanGraph(together.only([index]).plans)
      #expect(chosen.graph.nodeCount == alone.graph.nodeCount)
      #expect(chosen.graph.edgeCount == alone.graph.edgeCount)
      #expect(chosen.graph.nodes.map(chosen.id) == alone.graph.nodes.map(alone.id))
      #expect(together.plans[index].alone(at: index).ties.count == chosen.plans[0].ties.count)
      #expect(chosen.plans[0].offers.map(\.owner) == alone.plans[0].offers.map(\.owner))
      #expect(chosen.plans[0].decisions.map(\.to) == alone.plans[0].decisions.map(\.to))
    }
  }

  @Test("What was found stays with the plan in whose files it was found")
  func diagnostics() throws {
    let reading = try readPlans([
      "a/plan.csv": "id,name\na,ก\n", "a/activities.csv": "id,name,budget\nA1,งาน,มาก\n",
      "b/plan.csv": "id,name\nb,ข\n", "b/activities.csv": "id,name\nA1,งาน\n",
      "c/plan.csv": "id,name\nc,ค\n", "c/funds.csv": "members\n5\n",
    ])
    #expect(reading.plans.map(\.id) == ["a", "b", "c"])
    #expect(reading.only([0]).diagnostics.map(\.code) == ["not-a-number"])
    #expect(reading.only([1]).diagnostics.isEmpty)
    #expect(reading.only([1]).sheets.map(\.source.file) == ["b/plan.csv", "b/activities.csv"])
    #expect(reading.blockedPlans == [2])
    #expect(reading.plansOfDiagnostics.contains([0]))
  }

  @Test(
    "Of plans in one folder each chosen one has its own rows, and ties with others are left out")
  func oneFolder() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\na,ก\nb,ข\n",
      "activities.csv": "id,plan,name,funds\nA1,a,งาน,F1\nA2,b,งาน,F2\n",
      "funds.csv": "id,plan,name\nF1,a,ออม\nF2,b,ออม\n",
      "links.csv": "from,relation,to\na/F1,partners,b/F2\n",
    ])
    let chosen = reading.only([1])
    #expect(chosen.plans.map(\.id) == ["b"])
    #expect(chosen.plans[0].funds.map(\.id) == ["F2"])
    let graph = PlanGraph(chosen.plans)
    #expect(graph.tieCounts == ["part_of": 1, "finances": 1])
    #expect(PlanGraph(reading.only([1, 0]).plans).tieCounts["partners"] == 1)
  }
}

extension PlanGraph {
  fileprivate var tieCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for edge in 0..<graph.edgeCount { counts[relation(of: .init(edge)).word, default: 0] += 1 }
    return counts
  }
}
