import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("Pictures of plans")
struct PictureTests {
  @Test("keep every label inside its box, and boxes apart", arguments: 1...6)
  func keepLabelsInside(seed: UInt64) throws {
    let plans = try RandomPlan.graph(seed: seed, activities: 12)
    let names = Names(plans, .thai)
    let found = OpportunitySearch(plans, .standard(.savings)).opportunities()
    let view = SavingsView(
      names, plan: 0, scope(plans), opportunities: found)
    var renderer = Renderer(.thai)
    let diagram = try #require(view.diagrams(limit: 10).first)
    let picture = try renderer.picture(of: diagram)
    #expect(picture.groups.filter { $0.kind == .node }.count >= 6)
    #expect(picture.faults.isEmpty)
  }

  @Test("are the same, byte for byte, for the same plan")
  func areStable() throws {
    let plans = try RandomPlan.graph(seed: 3)
    let names = Names(plans, .thai)
    let found = OpportunitySearch(plans, .standard(.savings)).opportunities()
    func draw() throws -> String {
      var renderer = Renderer(.thai)
      let view = OverviewView(names, plan: 0, opportunities: found)
      return try renderer.picture(of: view.diagram(limit: 10)).svgElement
    }
    #expect(try draw() == draw())
  }

  @Test("fold what is beyond the limit into counted bundles")
  func fold() throws {
    let plans = try RandomPlan.graph(seed: 5, activities: 30)
    let view = SavingsView(
      Names(plans, .thai), plan: 0, scope(plans), opportunities: [])
    let diagram = try #require(view.diagrams(limit: 4).first)
    #expect(diagram.columns.allSatisfy { $0.count <= 4 })
    let bundle = try #require(diagram.columns[1].last)
    #expect(bundle.shape == .bundle)
    let all = SavingsView.activities(
      plans, plan: 0, scope(plans))
    #expect(bundle.label == "อีก \(all.count - 3) กิจกรรม")
  }

  @Test("draw what a meeting agreed on as planned, and tell so in the legend, and only then")
  func drawPlanned() throws {
    func diagram(_ status: String) throws -> Diagram {
      let decision = "approach,from,to,status\nsavings,F1,A1,\(status)\n"
      let plans = try SmallPlan.graph(changed: ["decisions.csv": decision])
      let search = OpportunitySearch(plans, .standard(.savings))
      let view = SavingsView(
        Names(plans, .thai), plan: 0, .all, opportunities: search.opportunities(),
        agreed: search.agreed)
      return try #require(view.diagrams(limit: 10).first)
    }
    let agreed = try diagram("accepted")
    let planned = try #require(agreed.edges.first { $0.line == .planned })
    let labels = [planned.from, planned.to].map { id in
      agreed.columns.joined().first { $0.id == id }?.label
    }
    #expect(labels == ["กลุ่มออมทรัพย์บ้านหนึ่ง", "รังวัดที่ดิน"])
    #expect(agreed.edges.filter { $0.line == .planned }.count == 1)
    #expect(agreed.legend.edges.contains { $0.line == .planned })
    var renderer = Renderer(.thai)
    let picture = try renderer.picture(of: agreed)
    #expect(picture.dot?.contains("planned-") == true)
    for status in ["proposed", "rejected"] {
      let other = try diagram(status)
      #expect(!(other.edges + other.legend.edges).contains { $0.line == .planned })
    }
  }

  private func scope(_ plans: PlanGraph) -> SavingsView.Scope {
    plans.graph.nodes(of: .issue).first.map { .issue($0) } ?? .all
  }
}
