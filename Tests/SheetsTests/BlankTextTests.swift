import Testing

@testable import Sheets

@Suite struct BlankTextTests {
  @Test(
    "White space, what has no width, and one dash say nothing",
    arguments: [
      "", " ", "-", "–", " - ", "\u{200B}", "\u{00A0}−", "\t\n",
    ])
  func blank(_ text: String) {
    #expect(BlankText.isBlank(text))
    #expect(Array(text.utf8).withUnsafeBufferPointer { BlankText.isBlank($0) })
  }

  @Test(
    "All else says something",
    arguments: [
      "--", "-1", "0", "ก", "่", ".", "\u{7F}", "\u{01}", "é", " ก",
    ])
  func filled(_ text: String) {
    #expect(!BlankText.isBlank(text))
    #expect(!Array(text.utf8).withUnsafeBufferPointer { BlankText.isBlank($0) })
  }
}
