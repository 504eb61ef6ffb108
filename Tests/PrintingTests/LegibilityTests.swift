import Plans
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

@Suite("What is printed can be read")
struct LegibilityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let plan: String
    let language: Language
    let format: PageFormat
    var testDescription: String {
      "\(plan) \(language.rawValue) \(format.paper.rawValue)\(format.isUpright ? " upright" : "")"
    }
  }

  /// Each plan in each language; small and large paper, either way up.
  static let cases: [Case] = {
    let formats = [
      PageFormat(), PageFormat(.a4, isUpright: true), PageFormat(.a3),
      PageFormat(.a3, isUpright: true), PageFormat(.a2), PageFormat(.a0, isUpright: true),
    ]
    let pairs = Repository.plans.flatMap { plan in Language.allCases.map { (plan, $0) } }
    return formats.enumerated().map { index, format in
      Case(
        plan: pairs[index % pairs.count].0, language: pairs[index % pairs.count].1, format: format)
    }
  }()

  private func meeting(_ test: Case) throws -> Meeting {
    let reading = try PlanReading([Repository.plan(test.plan)])
    return try Meeting(
      reading, Names(PlanGraph(reading.plans), test.language), plan: 0, format: test.format)
  }

  @Test(
    "on every paper: no letters too small, none over the margin, none on others", arguments: cases)
  func keepsTheLaw(test: Case) throws {
    let folder = try TemporaryFolder()
    let meeting = try meeting(test)
    let booklet = try Booklet(meeting).write(to: folder.file("booklet.pdf"))
    #expect(booklet == [])
    #expect(try Handouts(meeting).write(to: folder.file("handouts.pdf")) == [])
    #expect(try Booklet(meeting, for: .officer).write(to: folder.file("officer.pdf")) == [])
  }

  @Test("also by what another program reads in the file: places of words within the margins")
  func isSoByAnothersReading() throws {
    let folder = try TemporaryFolder()
    let format = PageFormat(.a4, isUpright: true)
    let meeting = try meeting(Case(plan: "wang-ang", language: .thai, format: format))
    let path = folder.file("booklet.pdf")
    try Booklet(meeting).write(to: path)
    let boxes = try #require(Shell.output("pdftotext -bbox \(path) -"))
    let words = boxes.split(separator: "\n").filter { $0.contains("<word ") }
    #expect(words.count > 1_000)
    for word in words {
      let numbers = word.split(separator: "\"").compactMap { Double($0) }
      #expect(numbers.count >= 4 && numbers[0] >= 58, "\(word)")
      // A font's own box is higher than its ink.
      #expect(
        numbers[2] <= format.paperWidth - 22 && numbers[3] <= format.paperHeight - 14, "\(word)")
    }
  }

  @Test("Labels become narrower where no fewer nodes would do")
  func wideLabels() throws {
    let columns = ["a", "b", "c"].map { column in
      (0..<2).map { index in
        Diagram.Node(
          id: column + String(index), label: String(repeating: "w\(index)", count: 20),
          shape: .fund)
      }
    }
    let edges = [("a0", "b0"), ("b1", "c1")].map { from, to in
      Diagram.Edge(id: from + to, from: from, to: to, line: .tie)
    }
    let series = SheetSeries(.overview) { _ in
      [
        Diagram(
          key: "wide", name: "wide", title: "wide", subtitle: "", columns: columns, edges: edges,
          labelWidth: 40, legend: Diagram.Legend(title: "", columns: [], edges: []))
      ]
    }
    let format = PageFormat(.a3, isUpright: true)
    let room = format.drawing
    var renderer = Renderer(.english)
    let free = series.drawn(&renderer).pictures.map {
      $0.smallestText(fitting: room.width, room.height)
    }
    let fitted = series.drawn(&renderer, on: format).pictures.map {
      $0.smallestText(fitting: room.width, room.height)
    }
    #expect(free.allSatisfy { $0 < PageFormat.smallestText } && free.count == 1)
    #expect(fitted.allSatisfy { $0 >= PageFormat.smallestText } && fitted.count == 1)
  }
}
