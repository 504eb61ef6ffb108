import Plans
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

@Suite("The room on the booklet's pages")
struct BookletRoomTests {
  private func booklet(_ plan: String, _ language: Language = .thai) throws -> Booklet {
    let reading = try PlanReading([Repository.plan(plan)])
    return Booklet(try Meeting(reading, Names(PlanGraph(reading.plans), language), plan: 0))
  }

  /// The lowest point of what stands on a page.
  private func end(of page: Page) -> Double {
    page.items.map { item in
      switch item {
      case .text(let text, _, let y): y + text.height
      case .reference(let reference): reference.y + reference.style.size
      case .rule(_, let y, _, let toY, _): max(y, toY)
      case .dots(_, let y, _): y
      case .fill(_, let y, _, let height, _): y + height
      case .picture(_, let place): place.isTurned ? place.y : place.y + place.height
      case .chart(let chart, _, let y): y + chart.height
      case .tickBox, .link, .destination: 0
      }
    }.max() ?? 0
  }

  /// Whether the first thing on a page is a drawing, which may have been too large for the last one.
  private func beginsWithDrawing(_ page: Page) -> Bool {
    let first = page.items.first { item in
      switch item {
      case .destination, .reference: false
      default: true
      }
    }
    if case .picture? = first { return true }
    return false
  }

  @Test(
    "is used: no page is more than half empty but before a drawing that needs a page, and the last",
    arguments: Repository.plans, Language.allCases)
  func isUsed(plan: String, language: Language) throws {
    let booklet = try booklet(plan, language)
    let (pages, format) = (booklet.laidOut().pages, booklet.format)
    let thin = pages.indices.dropLast().filter { index in
      (end(of: pages[index]) - format.top) / format.height < 0.5
    }
    #expect(thin.allSatisfy { beginsWithDrawing(pages[$0 + 1]) }, "\(thin.map { $0 + 1 })")
    #expect(thin.count <= 1)
  }

  @Test("holds the lines for other business beside something else", arguments: Repository.plans)
  func joinsOtherBusiness(plan: String) throws {
    let document = try booklet(plan).laidOut()
    let page = try #require(document.pageNumbers["agenda-\(AgendaItem.other.rawValue)"])
    let others = document.pageNumbers.filter { $0.value == page }
    #expect(others.count > 1, "\(others)")
  }

  @Test("holds a chart with as many rows as fit below what is said")
  func cutsCharts() throws {
    let booklet = try booklet("khok-charoen")
    let charts = try #require(booklet.charts["self-reliance"])
    #expect(charts.count > 2 && charts.map(\.height) == charts.map(\.height).sorted(by: >))
    let document = booklet.laidOut()
    let page = try #require(document.pageNumbers["chapter-self-reliance"])
    #expect(
      document.pages[page - 1].items.contains { if case .chart = $0 { true } else { false } })
  }

  @Test("makes a drawing smaller by a little only, and never below the law")
  func shrinksLittle() throws {
    for plan in Repository.plans {
      for page in try booklet(plan).laidOut().pages {
        for case .picture(let picture, let place) in page.items {
          let smallest = try #require(picture.smallestText)
          #expect(smallest * place.width / picture.width >= 9, "\(picture.key)")
        }
      }
    }
  }

  @Test("goes on behind a drawing for a name of thousands of letters, whole")
  func holdsFullTexts() throws {
    let folder = try TemporaryFolder()
    let name = (1...700).map { "กองทุน\($0)" }.joined()
    let reading = try SmallPlan.reading(changed: [
      "funds.csv": "id,name,kind,places,savings,members,loans,overdue,assets\n"
        + "F1,\(name),กลุ่มออมทรัพย์,V1,1000,50,500,5,2000\nF2,กองทุนที่ดิน,,V2,5,,,,\n"
    ])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    func letters(_ path: String) throws -> String {
      try #require(Shell.output("pdftotext '\(path)' -")).filter { !$0.isWhitespace }
    }
    let drawings = meeting.pictures.filter { $0.fullTexts.contains(name) }
    #expect(Set(drawings.map(\.key)).isSuperset(of: ["overview"]))
    // A chart has a key for its labels too.
    let strength = meeting.pictures.filter { $0.diagram == nil && $0.key.hasPrefix("strength") }
    #expect(strength.allSatisfy { $0.fullTexts == [name] } && !strength.isEmpty)
    let drawing = try #require(drawings.first)
    #expect(try drawing.write(.pdf, to: folder.file("d.pdf"), .thai) == [])
    #expect(try letters(folder.file("d.pdf")).contains(name))
    for (paper, tiles) in [(Paper.a1, Paper?.none), (.a0, .a4), (.a3, nil)] {
      let sheet = WallSheet(drawing, on: paper, isUpright: false, tiles: tiles, .thai)
      #expect(try sheet.write(to: folder.file("w.pdf")) == [])
      #expect(try letters(folder.file("w.pdf")).contains(name), "\(paper)")
    }
    #expect(try Booklet(meeting).write(to: folder.file("b.pdf")) == [])
    // The feet stand between its pages.
    let parts = try letters(folder.file("b.pdf")).ranges(of: "กองทุน700").count
    #expect(parts > 1)
  }
}
