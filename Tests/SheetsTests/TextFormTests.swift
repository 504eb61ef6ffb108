import Testing

@testable import Sheets

@Suite struct TextFormTests {
  private func separator(_ text: String) -> TextSeparator? {
    TextSeparator.detect(Array(text.utf8)[...])
  }

  @Test("Each separator is found in plain rows", arguments: TextSeparator.allCases)
  func plain(_ separator: TextSeparator) {
    let row = ["ก", "ข", "ค"].joined(separator: separator.rawValue) + "\r\n"
    #expect(self.separator(row + row) == separator)
  }

  @Test("A text without any separator has none")
  func none() { #expect(separator("ชื่อ\nก\nข\n") == nil) }

  @Test("Cells of several values do not make the semicolon the separator")
  func severalValues() {
    let text = "ชื่อ,ประเด็น\nก,น้ำ;ป่า;ดิน\nข,น้ำ;ป่า\nค,หนี้;ออม;ที่ดิน;น้ำ\n"
    #expect(separator(text) == .comma)
  }

  @Test("Thousands with commas do not make the comma the separator")
  func thousands() {
    #expect(separator("ชื่อ;งบ;ทุน\nก;1,200,000;5,000\nข;3,000;700\nค;1,000,000;2\n") == .semicolon)
  }

  @Test("Title lines decide nothing")
  func title() {
    let text = "แผนแม่บทชุมชน, ตำบลโคกเจริญ, ปี 2567\n\nชื่อ\tงบ\nก\t1\nข\t2\nค\t3\n"
    #expect(separator(text) == .tab)
  }

  @Test("Rows that end early do not hide the separator")
  func ragged() { #expect(separator("a,b,c,d\n1,2\n3\n4,5,6;7\n8,9\n") == .comma) }

  @Test("What stands in quotation marks decides nothing, also behind marks within them")
  func quoted() {
    #expect(separator("\"a,b,\"\"c,\nd,\"\"e,f\";g\n\"h,i\";j\n") == .semicolon)
  }
}
