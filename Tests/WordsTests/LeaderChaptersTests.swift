import Linkage
import Plans
import TestSupport
import Testing
import Words

@Suite("The chapters on leaders")
struct LeaderChaptersTests {
  private static let day = PlanDate(year: 2025, month: 6, day: 15)

  private func chapters(
    _ plan: String = "khok-charoen", _ language: Language = .thai,
    people: Names.People = .byConsent
  ) throws -> LeaderChapters {
    let plans = PlanGraph(try PlanReading([Repository.plan(plan)]).plans)
    return LeaderChapters(Names(plans, language, people: people), plan: 0, asOf: Self.day)
  }

  private func texts(_ chapter: Chapter) -> [String] {
    let cells = chapter.grids.flatMap(\.rows).joined().compactMap { value -> String? in
      if case .text(let text) = value { text } else { nil }
    }
    return [chapter.title, chapter.question] + chapter.paragraphs + chapter.notes + cells
      + chapter.grids.map(\.title)
  }

  @Test(
    "have a value for each column in every row, and say nothing empty", arguments: Language.allCases
  )
  func shape(language: Language) throws {
    for plan in Repository.plans {
      let chapters = try chapters(plan, language)
      for chapter in [try #require(chapters.leaders), try #require(chapters.continuity)] {
        for grid in chapter.grids {
          #expect(!grid.rows.isEmpty && grid.title.count <= 31, "\(grid.title)")
          #expect(grid.rows.allSatisfy { $0.count == grid.columns.count }, "\(grid.title)")
        }
        #expect(texts(chapter).allSatisfy { !$0.isEmpty })
      }
    }
  }

  @Test("name nobody who has not consented, unless the officer asks, and then say so")
  func consent() throws {
    let words = try PrivateWords.of(Repository.plan("khok-charoen"))
    for language in Language.allCases {
      let chapters = try chapters(language: language)
      for chapter in [chapters.leaders, chapters.continuity].compactMap(\.self) {
        let all = Array(texts(chapter).joined(separator: "\n").utf8)
        #expect(PrivateWords.found(words, in: all).isEmpty)
      }
    }
    let own = try #require(try chapters(people: .all).leaders)
    #expect(texts(own).contains { $0.contains("บัวลี") })
    #expect(own.notes.contains { $0.contains("ห้ามเผยแพร่") })
  }

  private func chapters(language: Language) throws -> LeaderChapters {
    try chapters("khok-charoen", language)
  }

  @Test("say to everybody nothing of who falls away, carries too much or whose term ends")
  func publicPart() throws {
    let chapter = try #require(try chapters().leaders)
    #expect(chapter.grids.count == 4)
    for text in texts(chapter) {
      for word in ["ครบวาระ", "ถ้าขาด", "มากกว่าสามงาน", "ไม่ต่อกับ"] { #expect(!text.contains(word)) }
    }
  }

  @Test("show what is not known as not known, and have one who is free right behind the best")
  func people() throws {
    let grid = try #require(try chapters().leaders?.grids.first)
    let asked = try #require(grid.columns.firstIndex { $0.heading == "คนไปปรึกษา" })
    #expect(grid.rows.count == 36)
    #expect(
      grid.rows.contains { $0[asked] == .unknown }
        && grid.rows.contains { $0[asked] == .number(2, places: 0) })
    #expect(!grid.rows.contains { $0[asked] == .number(0, places: 0) })
    #expect(grid.rows[0].last != .empty && grid.rows[1].last == .text("งานในมือยังน้อย น่าชวนก่อน"))
  }

  @Test("are left out where a plan names no leaders")
  func none() throws {
    let plans = try SmallPlan.graph(changed: [
      "leaders.csv": "id,name\n", "activities.csv": "id,name\nA1,งาน\n",
    ])
    let chapters = LeaderChapters(Names(plans, .thai), plan: 0, asOf: Self.day)
    #expect(chapters.leaders == nil && chapters.continuity == nil)
  }
}
