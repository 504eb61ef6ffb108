import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("A lesson between funds")
struct LessonTests {
  private let funds =
    "id,name,kind,places,founded,reserves,assets,loans,overdue,external_debt,accounts_current\n"

  private func graph(
    _ rows: String, links: String = "", decisions: String = "", activities: String = ""
  ) throws -> PlanGraph {
    try SomePlans.graph([
      "p": [
        "plan": "id,name\np,แผน\n", "places": "id,name\nV1,หนึ่ง\nV2,สอง\n",
        "funds": funds + rows, "links": "from,relation,to\n" + links,
        "activities": "id,name,issues,funds\n" + activities,
        "decisions": "approach,from,to,status\n" + decisions,
      ]
    ])
  }

  private func found(_ plans: PlanGraph) -> [Opportunity] {
    OpportunitySearch(plans, .standard(.forum)).opportunities()
  }

  private func pairs(_ plans: PlanGraph) -> [String] {
    found(plans).map {
      [$0.from, $0.to].map { plans.record(of: $0)?.id ?? "" }.joined(separator: "→")
    }
  }

  private let two = """
    F1,ก,กลุ่มสัจจะ,V1,,200,1000,100,9,0,ใช่
    F2,ข,กลุ่มสัจจะ,V2,,50,1000,100,1,90,ใช่

    """

  @Test("leads from whom has more to tell, and holds what each passes and the other fails")
  func points() throws {
    let plans = try graph(two)
    let lesson = try #require(found(plans).first?.lesson)
    #expect(pairs(plans) == ["F1→F2"])
    let told = lesson.points.map { ($0.rule.id, plans.record(of: $0.teacher)?.id ?? "") }
    #expect(told.map(\.0) == ["E6", "E8", "A1"] && told.map(\.1) == ["F1", "F1", "F2"])
    // Three of the eleven rules of PEARLS; one kind and nothing else brings them near.
    #expect(abs(lesson.score - 3.0 / 11 / 3) < 1e-12)
    #expect(lesson.nearness.isOneKind && !lesson.nearness.isOneTambon)
  }

  @Test("takes an issue, a kind or a place in common, and nothing is told to strangers")
  func nearness() throws {
    let strangers = two.replacing("F2,ข,กลุ่มสัจจะ", with: "F2,ข,กลุ่มออมทรัพย์")
    #expect(try pairs(graph(strangers)) == [])
    #expect(try pairs(graph(strangers.replacing("V2", with: "V1"))) == ["F1→F2"])
    let works = "A1,งาน,น้ำ,F1\nA2,งานสอง,น้ำ,F2\n"
    #expect(try pairs(graph(strangers, activities: works)) == ["F1→F2"])
  }

  @Test("is never between funds under different rules, nor where anything is unknown")
  func sameRules() throws {
    let other = two.replacing("F2,ข,กลุ่มสัจจะ", with: "F2,ข,สหกรณ์").replacing("V2", with: "V1")
    // By the basics, which hold for both kinds, F2 can tell of its loans.
    #expect(try found(graph(other)).flatMap { $0.lesson?.points ?? [] }.map(\.rule.id) == ["B3"])
    let unknown = """
      F1,ก,กลุ่มสัจจะ,V1,,-,1000,100,1,-,ใช่
      F2,ข,กลุ่มสัจจะ,V1,,50,1000,-,-,90,ใช่

      """
    #expect(try pairs(graph(unknown)) == [])
  }

  @Test("is left out where the two are partners, or a meeting has settled it")
  func settled() throws {
    #expect(try pairs(graph(two, links: "F2,partners,F1\n")) == [])
    #expect(try pairs(graph(two, decisions: "forum,F2,F1,accepted\n")) == [])
    #expect(try pairs(graph(two, decisions: "forum,F1,F2,rejected\n")) == [])
    #expect(try pairs(graph(two, decisions: "savings,F1,F2,proposed\n")) == ["F1→F2"])
  }

  @Test("is the same for one pair as in the list")
  func examination() throws {
    let plans = try graph(two)
    let search = OpportunitySearch(plans, .standard(.forum))
    let ends = Array(plans.graph.nodes(of: .fund))
    let examined = try #require(search.examination(of: ends[1], ends[0]))
    #expect(examined.lesson == found(plans).first?.lesson && !examined.isTied)
    #expect(examined.score == found(plans).first?.score && examined.evidence.map(\.share) == [1])
  }
}
