import Graphs
import Testing

@testable import Plans

@Suite struct NodeIndexTests {
  private let index: NodeIndex

  init() {
    var index = NodeIndex()
    index.addPlan("north", at: 0)
    index.addPlan("South", at: 1)
    let rows: [(plan: Int, kind: NodeKind, id: String, name: String)] = [
      (0, .fund, "F1", "กลุ่มออม"), (0, .fund, "F2", "กองทุน"), (0, .fund, "F3", "กองทุน"),
      (0, .leader, "L1", "กลุ่มออม"), (0, .fund, "กองทุนเอก", "อื่น"), (1, .fund, "F1", "Fund One"),
      (0, .place, "F1", "บ้าน"),
    ]
    var counts: [NodeReference: Int] = [:]
    for row in rows {
      let list = NodeReference(plan: row.plan, kind: row.kind, index: 0)
      let node = NodeReference(plan: row.plan, kind: row.kind, index: counts[list, default: 0])
      counts[list, default: 0] += 1
      _ = index.add(node, id: row.id, name: row.name)
    }
    self.index = index
  }

  private func found(_ text: String, _ kinds: [NodeKind] = [.fund], plan: Int = 0) -> [String] {
    func word(_ node: NodeReference) -> String { "\(node.plan) \(node.kind.word) \(node.index)" }
    switch index.find(text, kinds, plan: plan) {
    case .one(let node): return [word(node)]
    case .several(let nodes): return nodes.map(word)
    case .none: return []
    }
  }

  @Test("A row is found by its id or its exact name, in its own plan")
  func idOrName() {
    #expect(found("f1") == ["0 fund 0"])
    #expect(found(" กลุ่มออม ") == ["0 fund 0"])
    #expect(found("F1", plan: 1) == ["1 fund 0"])
    #expect(found("กลุ่ม") == [])
    #expect(found("Fund One") == [])
  }

  @Test("An id goes before a name")
  func idFirst() { #expect(found("กองทุนเอก") == ["0 fund 3"]) }

  @Test("A name that fits several rows gives them all")
  func several() {
    #expect(found("กองทุน") == ["0 fund 1", "0 fund 2"])
    #expect(found("กลุ่มออม", [.fund, .leader]) == ["0 fund 0", "0 leader 0"])
    #expect(found("F1", [.fund, .place]) == ["0 fund 0", "0 place 0"])
  }

  @Test("A row of another plan is found by plan/id and plan/name, in any case")
  func otherPlan() {
    #expect(found("south/F1") == ["1 fund 0"])
    #expect(found("South/fund one") == ["1 fund 0"])
    #expect(found("north/F2", plan: 1) == ["0 fund 1"])
    #expect(found("east/F1") == [])
    #expect(found("south/south/F1") == [])
  }

  @Test("Kinds that were not asked for are not found")
  func kinds() { #expect(found("L1") == []) }

  @Test("An id is given once in a plan and kind")
  func taken() {
    var index = index
    let node = NodeReference(plan: 0, kind: .fund, index: 9)
    let isAdded = index.add(node, id: " f1 ", name: "x")
    #expect(!isAdded)
    #expect(found("x") == [])
    #expect(index.row(id: "F1", .fund, plan: 0) == 0)
    #expect(index.row(id: "F9", .fund, plan: 0) == nil)
    #expect(index.plan(id: "NORTH") == 0)
  }
}
