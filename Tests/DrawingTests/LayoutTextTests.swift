import Testing

@testable import Drawing

@Suite("What Graphviz is told")
struct LayoutTextTests {
  @Test("holds no word that was typed into a plan")
  func holdsNoWords() {
    let texts = LayoutText.attempts(
      SomeDiagrams.measured(.pair("SECRET\"]; n9 [image=\"/etc/passwd")))
    #expect(texts.map(\.engine) == ["dot", "dot", "sfdp"])
    for attempt in texts {
      #expect(!attempt.text.contains("SECRET") && !attempt.text.contains("image"))
      #expect(attempt.text.contains("n0 -> n1") || attempt.text.contains("n0:e -> n1:w"))
    }
  }

  @Test("gives each box the room that its text needs")
  func givesRoom() throws {
    let measured = SomeDiagrams.measured(.pair("กลุ่มออมทรัพย์"))
    let label = try #require(measured.nodes["0"])
    #expect(label.width > label.text.width && label.height > label.text.height)
    let width = String(label.width.rounded(.up) / 72)
    #expect(LayoutText.attempts(measured)[0].text.contains("n0 [width=\(width),"))
  }
}
