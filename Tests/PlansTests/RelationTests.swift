import Graphs
import Plans
import Testing

@Suite struct RelationTests {
  @Test("FORMAT's relations are known in any case, with _, - or a blank")
  func known() {
    #expect(Relation("Serves-On") == .servesOn)
    #expect(Relation(" part of ") == .partOf)
    for relation in Relation.known { #expect(Relation(relation.word) == relation) }
  }

  @Test("Who asks whom is known in Thai too", arguments: ["asked_by", "ถูกถามโดย", "มีคนมาปรึกษาคือ"])
  func askedBy(word: String) {
    #expect(Relation(word) == .askedBy)
  }

  @Test("Any other word stays as it was typed and has no edge kind of its own")
  func other() {
    #expect(Relation("พี่เลี้ยง").word == "พี่เลี้ยง")
    #expect(Relation("พี่เลี้ยง").edgeKind == nil)
  }

  @Test("Known relations have edge kinds that differ")
  func edgeKinds() {
    let kinds = Relation.known.compactMap(\.edgeKind)
    #expect(Set(kinds).count == 16)
  }

  @Test("Every kind of node is known by its word")
  func nodeKinds() {
    for kind in NodeKind.all { #expect(NodeKind(word: kind.word.uppercased()) == kind) }
    #expect(NodeKind(word: "village") == nil)
    #expect(NodeKind.fund.word == "fund")
  }
}
