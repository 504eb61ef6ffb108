import Graphs
import Plans
import TestSupport
import Testing

@Suite struct PlanGraphTests {
  private func graph(_ files: KeyValuePairs<String, String>) throws -> PlanGraph {
    PlanGraph(try readPlans(files).plans)
  }

  private func names(_ plans: PlanGraph, _ kind: NodeKind) -> [String] {
    plans.graph.nodes(of: kind).map { plans.record(of: $0)?.name ?? plans.id(of: $0) }
  }

  @Test(
    "Issues of one meaning and mechanisms of a province or the nation are one node of all plans")
  func shared() throws {
    let mechanisms = "id,name,level\nM1,อบต.,ตำบล\nM2,สปก.,จังหวัด\nM3,กรม,national\nM4,อำเภอ,amphoe\n"
    let plans = try graph([
      "a/activities.csv": "id,name,issues\nA1,ก,ที่ดิน\n", "a/mechanisms.csv": mechanisms,
      "b/activities.csv": "id,name,issues\nA1,ก,ที่ดินทำกิน\n", "b/mechanisms.csv": mechanisms,
    ])
    #expect(names(plans, .issue) == ["ที่ดิน"])
    #expect(names(plans, .mechanism) == ["สปก.", "กรม", "อบต.", "อำเภอ", "อบต.", "อำเภอ"])
    #expect(names(plans, .activity) == ["ก", "ก"])
    let shared = try #require(plans.graph.nodes(of: .mechanism).first)
    #expect(plans.plan(of: shared) == nil && plans.references(of: shared).map(\.plan) == [0, 1])
    let own = plans.node(of: NodeReference(plan: 1, kind: .mechanism, index: 0))
    #expect(plans.plan(of: own) == 1 && plans.id(of: own) == "b/M1")
  }

  @Test("Rows and nodes lead to each other")
  func references() throws {
    let plans = PlanGraph(try PlanReading(Repository.plans.map(Repository.plan)).plans)
    for node in plans.graph.nodes {
      #expect(!plans.references(of: node).isEmpty)
      for reference in plans.references(of: node) {
        #expect(plans.node(of: reference) == node)
        #expect(plans.graph.kind(of: node) == reference.kind)
      }
    }
  }

  @Test("Every activity is part of its plan")
  func partOf() throws {
    let plans = try graph([
      "a/activities.csv": "id,name\nA1,ก\nA2,ข\n", "b/activities.csv": "id,name\nA1,ค\n",
    ])
    let ends = (0..<plans.graph.edgeCount).map { edge in
      #expect(plans.relation(of: EdgeID(edge)) == .partOf && plans.tie(of: EdgeID(edge)) == nil)
      let ends = plans.graph.ends(of: EdgeID(edge))
      return plans.id(of: ends.from) + " " + plans.id(of: ends.to)
    }
    #expect(ends == ["a/A1 a", "a/A2 a", "b/A1 b"])
  }

  @Test("Ties said twice are one, and relations of the planner's own words are kept apart")
  func mergedTies() throws {
    let plans = try graph([
      "funds.csv": "id,name\nF1,ออม\n", "activities.csv": "id,name,funds\nA1,ก,F1;ออม\n",
      "links.csv": "from,relation,to\nF1,finances,A1\nF1,พี่เลี้ยง,A1\nF1,พี่เลี้ยง,A1\nA1,พี่เลี้ยง,F1\n",
    ])
    let words = (0..<plans.graph.edgeCount).map { plans.relation(of: EdgeID($0)).word }
    #expect(words.sorted() == ["finances", "part_of", "พี่เลี้ยง", "พี่เลี้ยง"])
    let finances = try #require((0..<plans.graph.edgeCount).first { words[$0] == "finances" })
    let tie = try #require(plans.tie(of: EdgeID(finances)))
    #expect(tie.relation == .finances && tie.source.file == "activities.csv")
  }

  @Test("A leader without id and consent never shows the name in an id")
  func leaderIDs() throws {
    let plans = try graph([
      "leaders.csv": """
      id,name,consent
      ,นางลับ มาก,
      L2,นางลับ สอง,ไม่
      ,นายเปิด เผย,ใช่
      นายซ้ำ ชื่อ,นายซ้ำ ชื่อ,ไม่
      """
    ])
    let ids = plans.graph.nodes(of: .leader).map { plans.id(of: $0) }
    #expect(Set(ids) == ["p/leader-1", "p/L2", "p/นายเปิด เผย", "p/leader-4"])
  }

  @Test("Ids outside of a plan are plan/id, the plan's own, and issue/name")
  func ids() throws {
    let plans = try graph(["p2/activities.csv": "id,name,issues\nA1,ก,ที่ดิน\n"])
    #expect(plans.graph.nodes.map { plans.id(of: $0) } == ["p2", "p2/A1", "issue/ที่ดิน"])
  }

  @Test("A word means a full id first, then ids, then exact names")
  func named() throws {
    let funds = "id,name\nF1,ออม\nF2,กู้\nกู้,อื่น\n"
    let plans = try graph(["a/funds.csv": funds, "b/funds.csv": "id,name\nF1,ออม\nF3,A/F1\n"])
    func ids(_ word: String) -> [String] { plans.nodes(named: word).map { plans.id(of: $0) } }
    #expect(ids("A/f1") == ["a/F1"])
    #expect(ids("F1") == ["a/F1", "b/F1"])
    #expect(ids("F3") == ["b/F3"])
    #expect(ids(" ออม ") == ["a/F1", "b/F1"])
    #expect(ids("กู้") == ["a/กู้"])
    #expect(ids("b") == ["b"])
    #expect(ids("F9") == [])
  }

  @Test("An empty word means nothing, not the plans, which have no record")
  func emptyWord() throws {
    #expect(try graph(["funds.csv": "id,name\nF1,ออม\n"]).nodes(named: "").isEmpty)
  }

  @Test("A shared mechanism is found by its id in each plan that names it")
  func namedShared() throws {
    let plans = try graph([
      "a/funds.csv": "name\nก\n", "a/mechanisms.csv": "id,name,level\nM1,กรม,national\n",
      "b/funds.csv": "name\nก\n", "b/mechanisms.csv": "id,name,level\nM7,กรม,national\n",
    ])
    #expect(plans.nodes(named: "b/M7").map { plans.id(of: $0) } == ["a/M1"])
    #expect(plans.nodes(named: "M7") == plans.nodes(named: "a/M1"))
  }

  @Test("No plans make an empty graph")
  func empty() { #expect(PlanGraph([]).graph.nodeCount == 0) }
}
