import Testing

@testable import Plans

@Suite struct NameKeyTests {
  @Test(
    "Keys are equal exactly where match keys are",
    arguments: [
      ("F01", "f01", true), ("กลุ่มออม", " กลุ่มออม ", true), ("กลุ่ม", "กลุม่", false),
      ("é", "e\u{301}", true), ("น้ำ", "นํ้า", true), ("A–B", "A-B", true), ("ก", "ข", false),
      ("กฺุ", "กฺุ", true),
    ])
  func equality(_ one: String, _ other: String, _ isSame: Bool) {
    #expect((NameKey(one) == NameKey(other)) == isSame)
    #expect((MatchKey.name(one) == MatchKey.name(other)) == isSame)
    #expect(Set([NameKey(one), NameKey(other)]).count == (isSame ? 1 : 2))
  }

  @Test("A key is met once, however many there are")
  func seen() {
    var seen = SeenKeys()
    let new = (0..<40).map { seen.insert(NameKey("F\($0)")) }
    let old = (0..<40).map { seen.insert(NameKey("f\($0)")) }
    #expect(new.allSatisfy { $0 } && !old.contains(true))
  }
}
