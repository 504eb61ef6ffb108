import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("The tables of a forum")
struct ForumTablesTests {
  /// Funds whose reserves, overdue loans, external debt and accounts are drawn by chance.
  private func graph(_ count: Int, seed: UInt64) throws -> PlanGraph {
    var chance = SplitMix64(seed: seed)
    let kinds = ["กลุ่มสัจจะ", "สหกรณ์", "ธนาคารข้าว"]
    let rows = (1...count).map { number -> String in
      func either(_ good: String, _ bad: String) -> String {
        [good, bad, bad, "-"].randomElement(using: &chance) ?? "-"
      }
      return "F\(number),ก\(number),\(kinds.randomElement(using: &chance) ?? ""),"
        + "\(either("200", "20")),1000,100,\(either("1", "30")),\(either("0", "300")),"
        + either("ใช่", "ไม่")
    }
    return try SomePlans.graph([
      "p": [
        "plan": "id,name\np,แผน\n",
        "funds": "id,name,kind,reserves,assets,loans,overdue,external_debt,accounts_current\n"
          + rows.joined(separator: "\n") + "\n",
      ]
    ])
  }

  /// The most that any seating of the funds at two tables of equal size can cover.
  private func most(_ skills: ForumSkills) -> Double {
    let seating = Seating(skills, tables: 2)
    let count = skills.funds.count
    var most = 0.0
    for chosen in 0..<(1 << count) where chosen.nonzeroBitCount == (count + 1) / 2 {
      let sides = (0..<count).map { chosen >> $0 & 1 == 1 }
      let one = (0..<count).filter { sides[$0] }
      let other = (0..<count).filter { !sides[$0] }
      most = max(most, seating.value(of: [one, other]))
    }
    return most
  }

  @Test("cover as much as the best of all seatings", arguments: 1...12)
  func best(seed: UInt64) throws {
    let plans = try graph(9, seed: seed)
    let forum = ForumTables(plans, tables: 2)
    let skills = ForumSkills(plans, by: RuleSet.standard)
    #expect(abs(forum.covered - most(skills)) < 1e-9)
    #expect(forum.covered <= forum.possible && forum.possible <= forum.total)
  }

  @Test("seat everyone once, at tables that differ by one seat at most")
  func seats() throws {
    let plans = try graph(23, seed: 3)
    let forum = ForumTables(plans, tables: 4)
    let sizes = forum.tables.map(\.funds.count).sorted()
    let seated = forum.tables.flatMap(\.funds)
    #expect((sizes.last ?? 9) - (sizes.first ?? 0) <= 1 && forum.tables.count == 4)
    #expect((seated + forum.unplaced).sorted() == Array(plans.graph.nodes(of: .fund)))
  }

  @Test(
    "say of each weak point who at the table has mastered it, who elsewhere, or that nobody has")
  func needs() throws {
    let plans = try graph(12, seed: 5)
    let forum = ForumTables(plans, tables: 3)
    let needs = forum.tables.flatMap { table in table.needs.map { (table, $0) } }
    #expect(!needs.isEmpty)
    for (table, need) in needs {
      #expect(need.result.verdict == .fail && table.funds.contains(need.fund))
      #expect(need.teachers.allSatisfy(table.funds.contains))
      #expect(!need.elsewhere.contains(where: table.funds.contains))
      #expect(!(need.teachers + need.elsewhere).contains(need.fund))
    }
    let covered = needs.filter { !$0.1.teachers.isEmpty }.reduce(0) { $0 + $1.1.result.rule.weight }
    #expect(abs(covered - forum.covered) < 1e-9)
  }

  @Test("of few funds are one, and of none known nothing")
  func few() throws {
    #expect(ForumTables.count(for: 5, atMost: 8) == 1)
    #expect(ForumTables.count(for: 17, atMost: 8) == 3)
    let plans = try SomePlans.graph([
      "p": ["plan": "id,name\np,แผน\n", "funds": "id,name\nF1,ก\n"]
    ])
    let forum = ForumTables(plans, tables: 3)
    #expect(forum.tables.flatMap(\.funds) == [] && forum.unplaced.count == 1 && forum.total == 0)
  }

  @Test("are the same whatever the order of the rows")
  func sameTwice() throws {
    let plans = try graph(15, seed: 9)
    #expect(ForumTables(plans, tables: 2) == ForumTables(plans, tables: 2))
  }
}
