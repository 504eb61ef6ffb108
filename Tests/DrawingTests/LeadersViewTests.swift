import Drawing
import Linkage
import Plans
import TestSupport
import Testing
import Words

@Suite("The drawings of leaders")
struct LeadersViewTests {
  private func diagrams(
    _ plan: String, people: Names.People = .byConsent, limit: Int = 8
  ) throws -> [Diagram] {
    let plans = PlanGraph(try PlanReading([Repository.plan(plan)]).plans)
    let ranking = LeaderRanking(plans, plan: 0, asOf: PlanDate(year: 2025))
    let names = Names(plans, .thai, people: people)
    let team = TeamView(names, ranking.network, Team(smallestIn: ranking))
    return [LeadersView(names, ranking).diagram(limit: limit), team.diagram(limit: limit + 2)]
  }

  @Test(
    "hold thirty nodes at most, and every line runs between two of them",
    arguments: Repository.plans)
  func size(plan: String) throws {
    for diagram in try diagrams(plan) {
      let ids = diagram.columns.joined().map(\.id)
      #expect(
        ids.count <= Diagram.nodeLimit && Set(ids).count == ids.count, "\(diagram.key) \(ids.count)"
      )
      let drawn = Set(ids)
      #expect(!diagram.edges.isEmpty)
      #expect(diagram.edges.allSatisfy { drawn.contains($0.from) && drawn.contains($0.to) })
      #expect(Set(diagram.edges.map(\.id)).count == diagram.edges.count)
      #expect(diagram.columns.count == 3 && diagram.columns[1].allSatisfy { $0.shape == .leader })
    }
  }

  @Test("fold what does not fit", arguments: Repository.plans)
  func folds(plan: String) throws {
    let diagram = try diagrams(plan, limit: 3)[0]
    #expect(diagram.columns.joined().contains { $0.shape == .bundle })
    #expect(diagram.columns[1].count == 3)
  }

  @Test("name nobody without consent, unless the officer asks, and then say so above")
  func consent() throws {
    let words = try PrivateWords.of(Repository.plan("khok-charoen"))
    for diagram in try diagrams("khok-charoen") {
      let text = diagram.columns.joined().map(\.label).joined(separator: "\n")
      #expect(PrivateWords.found(words, in: Array(text.utf8)).isEmpty)
    }
    for diagram in try diagrams("khok-charoen", people: .all) {
      #expect(diagram.subtitle.contains("ห้ามเผยแพร่"))
    }
  }
}
