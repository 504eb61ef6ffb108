import Linkage
import Plans
import TestSupport
import Testing

@testable import Words

@Suite("A chapter")
struct ChapterTests {
  @Test("says that something is not known instead of leaving it empty or zero")
  func saysUnknown() {
    #expect(Language.thai.text(of: .unknown) == "ไม่ทราบ")
    #expect(Language.english.text(of: .unknown) == "unknown")
    #expect(Language.english.text(of: .empty).isEmpty)
  }

  @Test("shows numbers with the places it is asked for, rounded as people round")
  func showsNumbers() {
    let values: [(Double, Int, String)] = [
      (0, 0, "0"), (1234.5, 0, "1,235"), (1234.5, 1, "1,234.5"), (0.05, 2, "0.05"),
      (-0.004, 2, "0.00"), (-1234.56, 1, "-1,234.6"), (999.999, 2, "1,000.00"), (2, -3, "2"),
    ]
    for (value, places, text) in values {
      #expect(Language.english.text(of: .number(value, places: places)) == text)
    }
    #expect(Language.english.text(of: .number(.nan, places: 2)) == "nan")
    #expect(Language.english.text(of: .share(0.345)) == "35%")
  }
}

@Suite("The chapter on who helps with what")
struct CoverageChapterTests {
  private func chapter(_ language: Language, changed: [String: String] = [:]) throws -> Chapter? {
    let plans = try SmallPlan.graph(changed: changed)
    return Names(plans, language).chapter(Coverage(plans, plan: 0))
  }

  @Test("names the issues that no fund stands beside, and counts the others")
  func namesBareIssues() throws {
    let chapter = try #require(try chapter(.english))
    #expect(
      chapter.paragraphs == ["Of the plan's 2 issues, 1 have no fund beside any work: น้ำ"])
    #expect(
      chapter.grids[0].rows.map { $0.map(Language.english.text(of:)) } == [
        ["น้ำ", "1", "0", "1", "none yet"], ["ที่ดิน", "2", "1", "1", "กองทุนที่ดิน (1)"],
      ])
    #expect(
      chapter.grids[1].rows.map { $0.map(Language.english.text(of:)) } == [
        ["กองทุนที่ดิน", "1", ""], ["กลุ่มออมทรัพย์บ้านหนึ่ง", "", ""],
      ])
  }

  @Test("is left out where the plan names no funds or no issues")
  func isLeftOut() throws {
    #expect(try chapter(.thai, changed: ["funds.csv": "id,name\n"]) == nil)
    #expect(try chapter(.thai, changed: ["activities.csv": "id,name,funds\nA1,งาน,F1\n"]) == nil)
  }

  @Test("counts the issues past ten in one column of the matrix")
  func foldsIssues() throws {
    let issues = "กขคงจฉชซฌญฎฏฐฑฒ".map(String.init)
    let rows = issues.enumerated().map { "A\($0),งาน\($1),เรื่อง\($1),F1\n" }.joined()
    let chapter = try #require(
      try chapter(.english, changed: ["activities.csv": "id,name,issues,funds\n" + rows]))
    #expect(chapter.grids[1].columns.last?.heading == "5 more issues")
    #expect(chapter.grids[1].rows[0].last == .number(5, places: 0))
    #expect(chapter.grids[0].rows.count == 15)
  }
}
