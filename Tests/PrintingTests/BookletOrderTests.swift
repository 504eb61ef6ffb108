import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

@Suite("The booklet's order")
struct BookletOrderTests {
  private func booklet(_ plans: [String], _ language: Language = .thai) throws -> Booklet {
    let reading = try PlanReading(plans)
    return Booklet(try Meeting(reading, Names(PlanGraph(reading.plans), language), plan: 0))
  }

  private func sample(_ language: Language = .thai) throws -> Booklet {
    try booklet(Repository.plans.map(Repository.plan), language)
  }

  private func letters(_ booklet: Booklet) throws -> String {
    let folder = try TemporaryFolder()
    try booklet.write(to: folder.file("b.pdf"))
    return try #require(Shell.output("pdftotext \(folder.file("b.pdf")) -"))
      .filter { !$0.isWhitespace }
  }

  @Test("numbers no two proposals alike", arguments: Language.allCases)
  func numbersApart(language: Language) throws {
    let booklet = try sample(language)
    let numbers = booklet.meeting.sections.flatMap { section in
      section.chosen.map {
        language.number(of: $0.opportunity.rank, approach: $0.opportunity.approach)
      }
    }
    #expect(booklet.meeting.sections.count > 5 && Set(numbers).count == numbers.count)
    let text = try letters(booklet)
    for number in numbers { #expect(text.contains(number), "\(number)") }
    // The lines of the drawings bear the same numbers.
    let first = language.letter(ofApproach: "hub")
    let hub = try #require(booklet.pictures.first { $0.key == "hub" || $0.key == "hub-1" })
    let lines = try #require(hub.diagram).edges.filter { !$0.numbers.isEmpty }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.label?.hasPrefix(first) == true })
  }

  @Test("numbers the items of the agenda one after the other, whatever is missing")
  func numbersItems() throws {
    let folder = try TemporaryFolder()
    try folder.write("little/funds.csv", "id,name\nF1,กองทุนเดียว\nF1,กองทุนเดิม\n")
    for booklet in [try booklet([folder.file("little")]), try sample()] {
      let items = booklet.laidOut().headings.filter { $0.level == 1 }.map(\.title)
      let numbered = items.filter { $0.hasPrefix("วาระที่ ") }
      #expect(numbered.count > 2 && numbered.first?.contains("แจ้งเพื่อทราบ") == true)
      for (index, title) in numbered.enumerated() {
        #expect(title.hasPrefix("วาระที่ \(index + 1) "), "\(title)")
      }
      #expect(numbered.dropLast().last?.hasSuffix("เรื่องอื่น ๆ") == true)
      // The annex is no item, and stands behind the signatures.
      #expect(Array(items.prefix(numbered.count)) == numbered)
      #expect(items.count - numbered.count == (booklet.agenda.contains(.check) ? 1 : 0))
    }
  }

  @Test("never parts a heading from what stands below it")
  func keepsHeadings() {
    var flow = PageFlow(PageFormat(), .thai)
    flow.paragraph("ก่อนหน้า", TextStyle(size: 12))
    flow.y = flow.format.bottom - 120
    flow.heading("วาระ", level: 1, following: 0, named: "item")
    flow.heading("เรื่อง", level: 2, following: 0, named: "part")
    flow.turn(unlessFits: 300)
    flow.paragraph("เนื้อหา", TextStyle(size: 12))
    let pages = flow.document.pageNumbers
    #expect(pages["item"] == 2 && pages["part"] == 2)
    // A heading of an earlier page is none of this one.
    flow.turn()
    while flow.document.pages[2].items.count < 6 { flow.paragraph("ต่อ", TextStyle(size: 12)) }
    flow.turn()
    #expect(flow.document.pages[2].items.count == 6 && flow.document.pages[3].items.isEmpty)
    // What moves keeps its order and leaves nothing behind.
    #expect(flow.document.pages[0].items.count == 1)
  }

  @Test("sets the sheets of one series one after the other")
  func keepsSeries() throws {
    let booklet = try sample()
    let set = booklet.laidOut().headings.filter { $0.level == 3 }.map(\.destination)
    #expect(Set(set) == Set(booklet.pictures.map(\.destination)))
    let series = Dictionary(grouping: booklet.pictures, by: \.series)
    #expect(series.values.contains { $0.count > 2 })
    for sheets in series.values {
      let own = sheets.map(\.destination)
      #expect(set.filter(own.contains) == own)
    }
  }

  @Test("names everything so in the bookmarks that no two read alike", arguments: Language.allCases)
  func namesBookmarks(language: Language) throws {
    let titles = try sample(language).laidOut().headings.map(\.title)
    #expect(titles.count > 20)
    let twice = Dictionary(grouping: titles, by: \.self).filter { $0.value.count > 1 }.keys
    #expect(twice.isEmpty, "\(twice)")
  }

  @Test("prints the smallest team whole")
  func printsTheTeam() throws {
    let booklet = try sample()
    let chapter = try #require(booklet.meeting.chapters.first { $0.key == "leaders" })
    let team = try #require(chapter.grids.first { $0.title == "ทีมที่เล็กที่สุด" })
    #expect(team.rows.count > 5)
    let text = try letters(booklet)
    for row in team.rows {
      let name = Language.thai.text(of: row[0]).prefix { $0 != "(" }.filter { !$0.isWhitespace }
      #expect(text.contains(name), "\(name)")
    }
    #expect(!text.contains("ทีมที่เล็กที่สุด(พิมพ์"))
  }

  @Test("says which proposals were preferred, and that the strongest is not among them")
  func saysWhatWasPreferred() throws {
    let booklet = try sample()
    let savings = booklet.meeting.sections[0]
    #expect(savings.strongestLeftOut?.rank == 1)
    let text = try letters(booklet)
    #expect(text.contains("เลือกงานที่ยังไม่มีกองทุนหนุนก่อน") && text.contains("ก1มีเหตุผลหนักที่สุดแต่ไม่ได้พิมพ์"))
  }

  @Test("has another title for the officer, and points to no hand-outs that are not there")
  func titles() throws {
    let folder = try TemporaryFolder()
    let meeting = try sample().meeting
    try Booklet(meeting, for: .officer).write(to: folder.file("officer.pdf"))
    let info = try #require(Shell.output("pdfinfo \(folder.file("officer.pdf"))"))
    #expect(info.contains("ส่วนของเจ้าหน้าที่"))
    try folder.write("little/funds.csv", "name\nกองทุนเดียว\n")
    #expect(!(try letters(booklet([folder.file("little")]))).contains("handouts.pdf"))
    #expect(try letters(Booklet(meeting)).contains("handouts.pdf"))
  }
}
