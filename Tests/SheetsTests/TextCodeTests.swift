import Testing

@testable import Sheets

@Suite struct TextCodeTests {
  @Test("Texts of up to eight signs have codes, and each its own")
  func codes() {
    let texts = ["A", "AA", "A1", "a1", "F01", "12345678", "A/1-x"]
    #expect(Set(texts.compactMap { TextCode($0) }).count == texts.count)
    #expect(TextCode("F01") == TextCode(Array("F01".utf8)))
  }

  @Test("Others have none", arguments: ["", " ", "A 1", "ก", "123456789", "a\t", "\u{7F}"])
  func none(_ text: String) { #expect(TextCode(text) == nil) }

  @Test("The values of a cell are codes where all of them are")
  func cells() {
    let texts = ["F1;F2", "F1;กองทุน", " F1", "F1;;F2;"]
    let sheet = Sheet(
      file: "a.csv", name: "a", isInWorkbook: false, rows: [texts.map { Cell($0) } + [.number(1)]])
    let found = (0...5).map { column -> Int? in
      var codes: [TextCode] = []
      return sheet.addCodes(row: 0, column: column, to: &codes) ? codes.count : nil
    }
    #expect(found == [2, nil, nil, 2, nil, nil])
  }

  @Test("Folded codes are those of the text in small letters")
  func folded() {
    for text in ["F01", "f01", "ABCDEFGH", "Az@[`{1", "Z"] {
      #expect(TextCode(text)?.folded == TextCode(text.lowercased()))
    }
  }
}
