import Graphs
import Linkage
import Plans
import TestSupport
import Testing

@Suite("The figures of a plan")
struct PlanFiguresTests {
  @Test("count its rows, and what activities lack")
  func count() throws {
    let plans = try SmallPlan.graph()
    let figures = PlanFigures(plans, plan: 0)
    #expect(figures.counts[.activity] == 3)
    #expect(figures.counts[.fund] == 2)
    // A3 is done: that it had no fund is no longer a matter for a meeting.
    #expect(figures.open.map { plans.id(of: $0) } == ["small/A1", "small/A2"])
    #expect(figures.withoutFund.map { plans.id(of: $0) } == ["small/A1"])
    #expect(figures.withoutLeader.isEmpty)
    #expect(figures.adopted.isEmpty)
  }

  @Test("sum what is known and say of how many; unknown is never zero")
  func sumWhatIsKnown() throws {
    let figures = PlanFigures(try SmallPlan.graph(), plan: 0)
    #expect(figures.savings.sum == 1_000)
    #expect(figures.savings.known == 1)
    #expect(figures.savings.total == 2)
    #expect(figures.budget.sum == nil)
  }
}
