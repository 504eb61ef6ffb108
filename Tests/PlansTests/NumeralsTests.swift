import Sheets
import Testing

@testable import Plans

@Suite struct NumeralsTests {
  @Test(
    "Numbers are read with separators, Thai digits and units",
    arguments: [
      ("12", 12), ("1,234,567", 1_234_567), ("๑,๒๓๔.๕", 1_234.5), ("0", 0), ("๐", 0), ("-5", -5),
      ("−5", -5), ("3.25", 3.25), ("120 บาท", 120), ("12บาท", 12), ("฿1,200", 1_200),
      ("15 ไร่", 15), ("318 คน", 318), (" 7 ", 7), ("7\u{00A0}คน", 7), ("5 กก./ปี", 5),
      ("-1,200", -1_200), ("1.5 ล้านบาท", 1_500_000), ("2.6 แสน", 260_000), ("5 พัน", 5_000),
      ("๑,๒๐๐,๐๐๐.-", 1_200_000), ("3 million baht", 3_000_000), ("12 หมื่นบาท", 120_000),
      ("1,000.50 บาท", 1_000.5),
    ] as [(String, Double)])
  func numbers(_ text: String, _ number: Double) {
    #expect(Numerals.number(.text(text)) == number)
  }

  @Test(
    "What is not one number is none",
    arguments: [
      "บาท", "5-10", "1,23", "12,3456", "1.2.3", "สิบ", "5 ไร่ 2 งาน", "10%", "1 200", "nan", "inf",
      "0x10", "1e5", ",", "-", "1,234.5,6", ",123", "½",
    ])
  func none(_ text: String) { #expect(Numerals.number(.text(text)) == nil) }

  @Test(
    "In brackets a number is below zero",
    arguments: [
      ("(1,200)", -1_200), ("(๕๐๐) บาท", -500), ("(฿300)", -300), ("(12.5 ล้าน)", -12_500_000),
    ] as [(String, Double)])
  func brackets(_ text: String, _ number: Double) {
    #expect(Numerals.number(.text(text)) == number)
  }

  @Test("Brackets around words, and numbers with brackets behind, are no numbers")
  func otherBrackets() {
    for text in ["(ประมาณ 500)", "()", "500 (ประมาณ)", "(5", "(-5-)", "(5)(6)"] {
      #expect(Numerals.number(.text(text)) == nil, "\(text)")
    }
  }

  @Test("Percentages are read in sign and words; a workbook keeps them as shares of one")
  func percent() {
    #expect(
      ["30%", "๓๐ %", "30 เปอร์เซ็นต์", "ร้อยละ 30"].map { Numerals.percent(.text($0)) } == [
        30, 30, 30, 30,
      ])
    #expect(Numerals.percent(.number(0.25)) == 25)
    #expect(
      [Cell.text("30"), .text("%"), .number(1), .number(0), .empty].allSatisfy {
        Numerals.percent($0) == nil
      })
  }

  @Test("Four digits before a comma are no group of a number")
  func longFirstGroup() { #expect(Numerals.number(.text("1234,567")) == nil) }

  @Test("A workbook's number is taken as it is; days, truth values and errors are none")
  func cells() {
    #expect(Numerals.number(.number(1.5)) == 1.5)
    for cell in [
      Cell.empty, .boolean(true), .error("#N/A"), .day(Day(year: 2024, month: 1, day: 1)),
    ] {
      #expect(Numerals.number(cell) == nil)
    }
  }

  @Test("Thai digits become western ones, all else stays")
  func western() { #expect(Numerals.western("พ.ศ. ๒๕๖๗ no. 9") == "พ.ศ. 2567 no. 9") }

  @Test(
    "What most cells hold is read at once, and as all else is read",
    arguments: [
      "0", "12", "1,200", "12,724,000", "900 บาท", "35คน", "007", "999999999999999", "1.5",
      "13.7563",
      "0.1", "1,200.25", "99.000000000001", "๑๒", "๑,๒๓๔.๕ ไร่",
    ])
  func plain(_ text: String) throws {
    let plain = try #require(Numerals.plain(text))
    #expect(Numerals.number(.text(" " + text)) == plain)
  }

  @Test(
    "What is no plain number is left to be read in full",
    arguments: [
      "", "1,2", ",5", "1,200,", "1.", ".5", "1.2.3", "1.5,0", "2 ล้านบาท", "-5", "30%",
      "1234567890123456",
    ])
  func notPlain(_ text: String) { #expect(Numerals.plain(text) == nil) }
}
