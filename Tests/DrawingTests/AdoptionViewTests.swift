import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The view of local plans")
struct AdoptionViewTests {
  @Test("has what is taken in left, what could be right, what a meeting agreed on dotted")
  func sides() throws {
    let rows = "A1,หนึ่ง,น้ำ,M1,M1\nA2,สอง,น้ำ,M1,\nA3,สาม,ป่า,,\n"
    let plans = try SmallPlan.graph(
      changed: [
        "mechanisms.csv": "id,name,level,issues\nM1,อบต.ตัวอย่าง,ตำบล,น้ำ\n",
        "activities.csv": "id,name,issues,mechanisms,adopted_by\n" + rows,
        "decisions.csv": "approach,from,to,status\nadoption,M1,A3,accepted\n",
      ])
    let search = OpportunitySearch(plans, .standard(.adoption))
    let view = AdoptionView(
      Names(plans, .thai), plan: 0, opportunities: search.opportunities(), agreed: search.agreed)
    #expect(view.isTelling)
    let diagram = try #require(view.diagrams(limit: 10).first)
    #expect(diagram.columns.map { $0.map(\.label) } == [["หนึ่ง"], ["อบต.ตัวอย่าง"], ["สอง", "สาม"]])
    #expect(diagram.columns[1][0].detail == "บรรจุแล้ว 1 กิจกรรม")
    #expect(diagram.edges.map(\.line) == [.support, .opportunity, .planned])
    #expect(diagram.edges[1].label == "1")
  }

  @Test("has nothing to say where nothing is taken in and nothing proposed")
  func nothing() throws {
    let plans = try SmallPlan.graph(
      changed: ["mechanisms.csv": "id,name,level\nM1,ส.ป.ก.,จังหวัด\n"])
    #expect(!AdoptionView(Names(plans, .thai), plan: 0, opportunities: []).isTelling)
  }
}
