import Testing

@testable import Plans

@Suite struct CellTextTests {
  @Test(
    "White space at the ends is taken off, and nothing else",
    arguments: [
      ("ก ข", "ก ข"), (" ก\t", "ก"), ("\u{00A0}a\u{3000}", "a"), ("", ""), (" ", ""), ("ก่", "ก่"),
      ("\u{200B}ก", "\u{200B}ก"),
    ])
  func trimmed(_ text: String, _ wanted: String) { #expect(text.trimmed == wanted) }

  @Test(
    "Values stand apart by semicolons and new lines",
    arguments: [
      ("F1", ["F1"]), ("F1;F2", ["F1", "F2"]), (" ก ; ข;;", ["ก", "ข"]), ("ก\r\nข", ["ก", "ข"]),
      ("ก；ข\u{2028}ค", ["ก", "ข", "ค"]), ("แดง;เขียว", ["แดง", "เขียว"]),
    ])
  func parts(_ text: String, _ wanted: [String]) { #expect(text.parts == wanted) }
}
