import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The view of a hub")
struct HubViewTests {
  private func view(_ decisions: String = "") throws -> (HubView, [Opportunity]) {
    let plans = PlanGraph(try PlanReading([Repository.plan("wang-ang")]).plans)
    let search = OpportunitySearch(plans, .standard(.hub))
    let found = search.opportunities()
    let fund = try #require(HubView.fund(plans, plan: 0, opportunities: found))
    let view = HubView(
      Names(plans, .thai), plan: 0, fund: fund, opportunities: found, agreed: search.agreed)
    return (view, found.filter { $0.from == fund })
  }

  @Test("is of the fund that most is proposed for")
  func most() throws {
    let plans = PlanGraph(try PlanReading([Repository.plan("wang-ang")]).plans)
    let found = OpportunitySearch(plans, .standard(.hub)).opportunities()
    let counts = Dictionary(grouping: found, by: \.from).mapValues(\.count)
    let fund = try #require(HubView.fund(plans, plan: 0, opportunities: found))
    #expect(counts[fund] == counts.values.max())
    #expect(HubView.fund(plans, plan: 0, opportunities: []) != nil)
  }

  @Test("has agencies left, the fund in the middle, what it finances right")
  func columns() throws {
    let (view, found) = try view()
    let diagram = try #require(view.diagrams(limit: 10).first)
    #expect(diagram.columns.map { Set($0.map(\.shape)) }.prefix(2) == [[.mechanism], [.fund]])
    #expect(diagram.columns[1].count == 1)
    #expect(diagram.columns[2].allSatisfy { $0.shape == .activity || $0.shape == .bundle })
    let numbers = diagram.edges.filter { $0.line == .opportunity }.compactMap(\.label)
    #expect(numbers == found.map { "ข\($0.rank)" })
    #expect(diagram.edges.contains { $0.line == .planned })
  }

  @Test("goes on on further sheets where agencies find no room, and says so")
  func goesOn() throws {
    let (view, found) = try view()
    let sheets = view.diagrams(limit: 4)
    #expect(sheets.count > 1)
    for sheet in sheets.dropLast() {
      #expect(sheet.columns[0].contains { $0.shape == .continuation })
    }
    #expect(sheets.last?.columns[0].contains { $0.shape == .continuation } == false)
    #expect(
      sheets.flatMap(\.edges).filter { $0.line == .opportunity }.count == found.count)
  }
}
