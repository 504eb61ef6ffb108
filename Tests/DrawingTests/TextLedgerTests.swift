import Sheets
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The law of legibility")
struct TextLedgerTests {
  private let law = LegibilityLaw(smallest: 9, left: 50, margin: 20, width: 600, height: 800)

  private func text(
    _ content: String, _ left: Double, _ top: Double, page: Int = 1, size: Double = 10
  ) -> SetText {
    SetText(
      page: page, content: content, left: left, top: top, right: left + 100, bottom: top + 10,
      size: size)
  }

  @Test("has nothing against large texts apart from one another within the margins")
  func isQuiet() {
    #expect(law.breaches(of: [text("a", 60, 30), text("b", 60, 41), text("c", 170, 30)]) == [])
  }

  @Test("tells of letters under the paper's least, and of none at it")
  func tellsOfSmallLetters() {
    let found = law.breaches(of: [text("a", 60, 30, size: 8.9), text("b", 60, 60, size: 9)])
    #expect(found.map(\.text) == ["a"] && found.map(\.kind) == [.small(8.9)])
  }

  @Test(
    "tells of text over each of the four margins",
    arguments: [
      (40.0, 100.0), (490, 100), (60, 10), (60, 780),
    ])
  func tellsOfTextOutside(left: Double, top: Double) {
    #expect(law.breaches(of: [text("a", left, top)]).map(\.kind) == [.outside])
  }

  @Test("tells of text on text, on the same page alone")
  func tellsOfOverlaps() {
    let texts = [text("a", 60, 30), text("b", 120, 35), text("c", 60, 30, page: 2)]
    let found = law.breaches(of: texts)
    #expect(found.map(\.kind) == [.overlaps("b")] && found.map(\.page) == [1])
  }

  @Test("finds just the pairs that a look at every pair finds", arguments: 0..<20)
  func findsAllPairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<60).map { index in
      text(
        String(index), Double.random(in: 60...460, using: &random),
        Double.random(in: 30...700, using: &random))
    }
    var pairs: Set<Set<String>> = []
    for one in texts {
      for other in texts where one.content < other.content {
        let across = min(one.right, other.right) - max(one.left, other.left)
        let down = min(one.bottom, other.bottom) - max(one.top, other.top)
        if across > 1 && down > 1 { pairs.insert([one.content, other.content]) }
      }
    }
    let found = law.breaches(of: texts).compactMap { breach -> Set<String>? in
      guard case .overlaps(let other) = breach.kind else { return nil }
      return [breach.text, other]
    }
    #expect(!pairs.isEmpty && Set(found) == pairs && found.count == pairs.count)
  }

  @Test("counts sizes and places as they are on paper, also where the page is enlarged or turned")
  func countsOnPaper() throws {
    let folder = try TemporaryFolder()
    let canvas = Canvas(pdf: folder.file("a.pdf"), width: 400, height: 300, title: "ก", .thai)
    canvas.scale(by: 2)
    canvas.text("กขค", x: 20, y: 20, width: 100, TextStyle(size: 6))
    canvas.turn(x: 100, y: 140)
    canvas.text("งจฉ", x: 0, y: 0, width: 100, TextStyle(size: 6))
    canvas.endTurn()
    let law = LegibilityLaw(smallest: 12.1, left: 0, margin: 0, width: 400, height: 300)
    #expect(canvas.breaches(of: law).allSatisfy { $0.kind == .small(12) })
    #expect(canvas.breaches(of: law).count == 2)
    // The turned text runs upwards from (200, 280) on paper.
    let narrow = LegibilityLaw(smallest: 1, left: 0, margin: 0, width: 195, height: 300)
    #expect(canvas.breaches(of: narrow).map(\.text) == ["งจฉ"])
    let low = LegibilityLaw(smallest: 1, left: 0, margin: 0, width: 400, height: 281)
    #expect(canvas.breaches(of: low).isEmpty)
    try canvas.finish()
  }

  @Test("asks of what is for those who glue sheets no more than of a hand-out")
  func allowsAsides() {
    let wall = LegibilityLaw(smallest: 24, left: 36, margin: 36, width: 600, height: 800)
    func kinds(_ top: Double, _ size: Double) -> [LegibilityBreach.Kind] {
      let text = SetText(
        page: 1, content: "a", left: 60, top: top, right: 90, bottom: top + 10, size: size,
        isAside: true)
      return wall.breaches(of: [text]).map(\.kind)
    }
    #expect(kinds(14, 9.5) == [])
    #expect(kinds(14, 8) == [.small(8)])
    #expect(kinds(5, 9.5) == [.outside])
  }

  @Test("sees of text that is cut at an edge what stands before it")
  func seesWhatIsDrawn() throws {
    let folder = try TemporaryFolder()
    let canvas = Canvas(pdf: folder.file("a.pdf"), width: 400, height: 300, title: "ก", .thai)
    canvas.clip(x: 100, y: 0, width: 50, height: 100)
    canvas.text("กขคงจฉชซ", x: 90, y: 20, width: 200, TextStyle(size: 20))
    canvas.text("ไกลออกไป", x: 200, y: 20, width: 100, TextStyle(size: 20))
    canvas.endClip()
    func law(_ left: Double, _ right: Double) -> LegibilityLaw {
      LegibilityLaw(smallest: 1, left: left, margin: 0, width: right, height: 300)
    }
    #expect(canvas.breaches(of: law(100, 150)) == [])
    #expect(canvas.breaches(of: law(102, 150)).map(\.kind) == [.outside])
    #expect(canvas.breaches(of: law(100, 148)).map(\.kind) == [.outside])
    try canvas.finish()
  }
}
