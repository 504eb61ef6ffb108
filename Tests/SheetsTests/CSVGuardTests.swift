import TestSupport
import Testing

@testable import Sheets

@Suite("Text that a spreadsheet would reckon")
struct CSVGuardTests {
  @Test(
    "is written behind an apostrophe, which reading takes off again",
    arguments: ["=1+1", "+66", "@x", "-x", "-2+3", "=HYPERLINK(\"http://x\")", "- ไม่ทราบ", "=ก,ข"])
  func isGuarded(text: String) throws {
    let written = String(decoding: CSV.bytes(of: [[text, "ข"]]), as: UTF8.self)
    let cell = written.replacing("\u{FEFF}", with: "")
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    let sheet = try CSV.read(CSV.bytes(of: [[text, "ข"]]), path: "a.csv")
    #expect(sheet[0, 0] == .text(text))
  }

  @Test(
    "is nothing else: numbers, dashes and apostrophes stay as they are",
    arguments: ["-5", "-1,200.50", "-", "–", "'", "'ใน", "ก=ข", "5", "''"])
  func leavesOthers(text: String) throws {
    let bytes = CSV.bytes(of: [[text]])
    #expect(!String(decoding: bytes, as: UTF8.self).contains("''") || text == "''")
    #expect(try CSV.read(bytes, path: "a.csv")[0, 0] == .text(text))
  }

  @Test("comes back as it was, whatever stands before it", arguments: 0..<200)
  func comesBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("='+-@\"1,ก ")
    let rows = (0..<4).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            signs[Int.random(in: 0..<signs.count, using: &generator)]
          })
      }
    }
    let sheet = try CSV.read(CSV.bytes(of: rows), path: "a.csv", as: TextForm(separator: .comma))
    #expect((0..<4).map { row in (0..<3).map { sheet[row, $0].text } } == rows)
  }
}
