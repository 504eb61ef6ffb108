import Plans
import Sheets
import TestSupport
import Testing
import Words

@Suite("The sentences of the check")
struct DiagnosticSentencesTests {
  private static let broken = [
    "activities.csv": """
    id,name,issues,leaders,budget,start,status,สีป้าย
    A1,งานหนึ่ง,น้ำ,ไม่มีคนนี้,สองพัน,ปีหน้า,เฉย ๆ,แดง
    A1,งานสอง,น้ำ,,,,,
    ,,น้ำ,,,,,

    """,
    "notes.csv": "a,b\n1,2\n",
  ]

  @Test(
    "are there for every problem, in both languages, with what to do", arguments: Language.allCases)
  func areThere(language: Language) throws {
    let reading = try SmallPlan.reading(changed: Self.broken)
    #expect(reading.diagnostics.count >= 7)
    for diagnostic in reading.diagnostics {
      #expect(!language.message(of: diagnostic).isEmpty)
      #expect(!language.suggestion(for: diagnostic).isEmpty)
      #expect(language.place(of: diagnostic).contains(diagnostic.file))
    }
  }

  @Test("say which cell, what stands there and what was expected")
  func sayWhich() throws {
    let reading = try SmallPlan.reading(changed: Self.broken)
    let number = try #require(reading.diagnostics.first { $0.code == "not-a-number" })
    #expect(Language.thai.place(of: number) == "activities.csv ช่อง E2")
    #expect(Language.thai.message(of: number).contains("“สองพัน”"))
    #expect(Language.english.message(of: number).contains("should be a number"))
  }

  @Test("leave out words that may name people where others read them")
  func hidePeople() throws {
    let reading = try SmallPlan.reading(changed: Self.broken)
    let dangling = try #require(reading.diagnostics.first { $0.code == "dangling-reference" })
    #expect(Language.thai.message(of: dangling).contains("ไม่มีคนนี้"))
    #expect(!Language.thai.message(of: dangling, hidesPeople: true).contains("ไม่มีคนนี้"))
  }

  @Test("name many cells as ranges")
  func nameRanges() throws {
    let rows = (2...9).map { "A\($0),งาน \($0),ไม่ใช่เลข" }.joined(separator: "\n")
    let reading = try SmallPlan.reading(
      changed: ["activities.csv": "id,name,budget\n" + rows + "\n"])
    let found = try #require(reading.diagnostics.first { $0.code == "not-a-number" })
    #expect(found.count == 8)
    #expect(Language.thai.cells(of: found, atMost: 6) == "C2–C9")
  }
}
