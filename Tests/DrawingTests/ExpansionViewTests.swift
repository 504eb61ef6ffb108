import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The view of expansion")
struct ExpansionViewTests {
  @Test("has the parts there left and here right, dashed where the tie here is missing")
  func parts() throws {
    let plans = PlanGraph(try PlanReading(Repository.plans.map(Repository.plan)).plans)
    let found = OpportunitySearch(plans, .standard(.expansion)).opportunities(in: 0)
    let view = ExpansionView(Names(plans, .thai), plan: 0, opportunities: found)
    #expect(!found.isEmpty && view.isTelling)
    let sheets = view.diagrams(limit: 9)
    let lines = Dictionary(
      sheets.flatMap(\.edges).map { ($0.id, $0.line) }, uniquingKeysWith: { first, _ in first })
    for opportunity in found {
      let pattern = try #require(opportunity.pattern)
      let here = "here-\(pattern.here.activity.index)"
      #expect(
        lines["\(here)-here-\(pattern.here.fund.index)"]
          == (pattern.hasFund ? .plain : .opportunity))
      #expect(
        lines["\(here)-here-\(pattern.here.mechanism.index)"]
          == (pattern.hasSupporter ? .plain : .opportunity))
      #expect(lines["expansion-\(opportunity.rank)"] == .opportunity)
    }
    #expect(sheets[0].columns[1].allSatisfy { $0.detail == "(ต.วังอ่าง)" })
    #expect(!ExpansionView(Names(plans, .thai), plan: 1, opportunities: found).isTelling)
  }
}
