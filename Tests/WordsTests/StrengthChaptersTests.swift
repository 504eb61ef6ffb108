import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@Suite("The chapters on funds")
struct StrengthChaptersTests {
  private func chapters(_ plan: String, _ language: Language) throws -> StrengthChapters {
    let plans = PlanGraph(try PlanReading([Repository.plan(plan)]).plans)
    return StrengthChapters(Names(plans, language))
  }

  /// All that stands in a chapter, a text each.
  private func texts(_ chapter: Chapter) -> [String] {
    let cells = chapter.grids.flatMap(\.rows).flatMap(\.self).compactMap { value -> String? in
      if case .text(let text) = value { text } else { nil }
    }
    return [chapter.title, chapter.question] + chapter.paragraphs + chapter.notes + cells
      + chapter.grids.flatMap { [$0.title] + $0.columns.map(\.heading) }
  }

  @Test(
    "have sound tables with names of their own, short enough for a sheet",
    arguments: Repository.plans)
  func sound(plan: String) throws {
    for language in Language.allCases {
      let chapters = try chapters(plan, language)
      let all =
        try [#require(chapters.strength(plan: 0)), #require(chapters.forum(plan: 0))]
        + [chapters.tables(ForumTables(chapters.names.plans, tables: 2))]
      #expect(all.map(\.key) == ["strength", "forum", "forum-tables"])
      let titles = all.flatMap(\.grids).map(\.title)
      #expect(Set(titles).count == titles.count && titles.allSatisfy { $0.count <= 31 })
      for grid in all.flatMap(\.grids) {
        #expect(!grid.rows.isEmpty && grid.rows.allSatisfy { $0.count == grid.columns.count })
      }
      #expect(all.flatMap(texts).allSatisfy { !$0.isEmpty })
    }
  }

  @Test("rank each set apart, tell the official grade as recorded, and leave the unknown unknown")
  func ranking() throws {
    let chapter = try #require(chapters("khok-charoen", .english).strength(plan: 0))
    let titles = chapter.grids.map(\.title)
    #expect(titles.filter { $0.hasPrefix("Rank") }.count == 4)
    let shares = try #require(chapter.grids.first { $0.title == "Rank PEARLS shares" })
    #expect(shares.rows.map(\.last) == [.empty, .text("A"), .text("B"), .text("C")])
    #expect(shares.rows.last?.first == .text("–"))
    let rules = try #require(chapter.grids.first { $0.title == "By rule PEARLS savings" })
    #expect(rules.rows.count == 11 && rules.rows.flatMap(\.self).contains(.unknown))
    #expect(rules.rows.flatMap(\.self).contains(.text("pass 79.7%")))
  }

  @Test("tell who tells whom")
  func forum() throws {
    let chapter = try #require(chapters("khok-charoen", .thai).forum(plan: 0))
    let rows = chapter.grids[0].rows
    #expect(
      rows.contains { row in
        row[0] == .text("กลุ่มออมทรัพย์เพื่อการผลิตบ้านโคกเจริญ")
          && row[2] == .text("กลุ่มออมทรัพย์เพื่อการผลิตบ้านหนองแวง")
      })
    #expect(chapter.paragraphs.allSatisfy { $0.contains("เล่าวิธีทำให้ฟัง") })
  }
}
