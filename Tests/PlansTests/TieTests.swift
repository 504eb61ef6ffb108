import Graphs
import Sheets
import Testing

@testable import Plans

@Suite struct TieTests {
  private func tie(
    _ word: String, _ from: Int, _ to: Int, _ source: Source, since: PlanDate? = nil,
    note: String? = nil
  ) -> Tie {
    Tie(
      relation: Relation(word), from: NodeReference(plan: 3, kind: .fund, index: from),
      to: NodeReference(plan: 3, kind: .activity, index: to), source: source, since: since,
      note: note)
  }

  private var ties: [Tie] {
    let sheets = ["a.csv", "b.csv"].map { Source(file: $0, sheet: nil) }
    return [
      tie("finances", 0, 1, sheets[0].at(CellAddress("C2"))),
      tie("เพื่อนบ้าน", 2, 0, sheets[1].at(CellAddress(row: 4, column: nil)), note: "ก"),
      tie("partners", 1, 1, sheets[1], since: PlanDate(year: 2020, month: 5)),
      tie("เพื่อนบ้าน", 7, 90_000, sheets[0].at(CellAddress("XFD1048576"))),
      tie("finances", 1 << 29, 4_000_000_000, sheets[0].at(CellAddress("C3"))),
      tie("finances", 1, 2, sheets[0].at(CellAddress(row: 0xFF_FFFF, column: 2))),
      Tie(
        relation: .partners, from: NodeReference(plan: 3, kind: .fund, index: 1),
        to: NodeReference(plan: 5, kind: .fund, index: 1),
        source: sheets[0].at(CellAddress("C4")), since: nil, note: nil),
    ]
  }

  @Test("A list gives its ties back as they were added, whole ones too")
  func asAdded() {
    var list = TieList()
    for tie in ties { list.append(tie) }
    #expect(Array(list) == ties)
  }

  @Test("More sheets and relations than there are numbers for lose nothing")
  func many() {
    let many = (0..<600).map { number in
      tie("ก\(number)", number, 0, Source(file: "\(number).csv", sheet: "s"))
    }
    var list = TieList()
    for tie in many { list.append(tie) }
    #expect(Array(list) == many)
  }

  @Test("Plans are renumbered in every tie")
  func moved() {
    var list = TieList()
    for tie in ties { list.append(tie) }
    list.movePlans(by: 40)
    #expect(list.map(\.from.plan) == ties.map { $0.from.plan + 40 })
    #expect(list.map(\.to.plan) == ties.map { $0.to.plan + 40 })
    list.movePlans(by: -40)
    #expect(Array(list) == ties)
  }
}
