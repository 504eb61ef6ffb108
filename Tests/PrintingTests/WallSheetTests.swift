import Drawing
import Plans
import TestSupport
import Testing
import Words

@testable import Printing

@Suite("A sheet for the wall")
struct WallSheetTests {
  private func picture(_ index: Int = 0) throws -> Picture {
    let reading = try PlanReading([Repository.plan("khok-charoen")])
    return try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0).pictures[index]
  }

  @Test(
    "keeps the paper's law of the smallest text, both ways up", arguments: Paper.allCases,
    [true, false])
  func keepsTheLaw(paper: Paper, isUpright: Bool) throws {
    let picture = try picture()
    let sheet = WallSheet(picture, on: paper, isUpright: isUpright, .thai)
    #expect(try #require(picture.smallestText) * sheet.scale >= paper.smallestText - 1e-9)
    #expect(sheet.tile == nil || sheet.columns.count * sheet.rows.count > 1)
  }

  @Test(
    "stays on paper as it was asked for, and lies on its side where its letters would be too small")
  func turned() throws {
    let picture = try picture()
    let across = WallSheet(picture, on: .a4, isUpright: false, .thai)
    let upright = WallSheet(picture, on: .a4, isUpright: true, .thai)
    #expect(across.isOnePage && !across.isTurned && upright.isOnePage && upright.isTurned)
    #expect(upright.sheet == across.sheet.turned)
    let folder = try TemporaryFolder()
    #expect(try WallSheet.write([upright, upright], to: folder.file("a.pdf")) == [])
    let info = try #require(Shell.output("pdfinfo \(folder.file("a.pdf"))"))
    #expect(info.contains("595.28 x 841.89") && info.contains("Pages:           2"))
  }

  @Test("has no tile for nothing but a piece of the rule above the legend")
  func leavesRulesAlone() throws {
    let picture = try picture()
    let lines = picture.groups.filter { $0.kind == .frame }.flatMap(\.marks).compactMap {
      mark -> Box? in
      guard case .outline(let outline) = mark, outline.steps.count == 2,
        case .move(let from) = outline.steps[0], case .line(let to) = outline.steps[1],
        from.y == to.y
      else { return nil }
      return Box(left: from.x, top: from.y - 2, right: to.x, bottom: from.y + 2)
    }
    // Samples of lines in the legend are shorter.
    let rule = try #require(lines.max { $0.width < $1.width })
    let end = Box(left: rule.right - 20, top: rule.top, right: rule.right, bottom: rule.bottom)
    #expect(picture.isEmpty(in: end, scale: 1))
    let above = Box(left: rule.left, top: 0, right: rule.right, bottom: rule.bottom)
    #expect(!picture.isEmpty(in: above, scale: 1))
  }

  @Test("is printed on tiles of A4 that hold every label whole, the map first")
  func tiles() throws {
    let folder = try TemporaryFolder()
    let picture = try picture()
    let sheet = WallSheet(picture, on: .a1, isUpright: false, tiles: .a4, .thai)
    try sheet.write(to: folder.file("wall.pdf"))
    let pages = sheet.tiles.count + 1
    let text = try #require(Shell.output("pdftotext \(folder.file("wall.pdf")) -"))
    #expect(text.filter { $0 == "\u{0C}" }.count == pages && pages >= 6)
    let letters = text.filter { !$0.isWhitespace }
    // Titles are wider than a tile; of labels hardly one is parted, where it cannot be avoided.
    let labels = picture.groups.filter { $0.kind == .node }.flatMap(\.texts).map(\.content)
    let whole = labels.count { letters.contains($0.filter { !$0.isWhitespace }) }
    #expect(Double(whole) >= 0.95 * Double(labels.count))
    // Cuts run through fewer labels than where tiles simply end.
    let boxes = picture.texts.map(\.box)
    func cut(_ places: [Double], _ sides: (Box) -> (Double, Double)) -> Int {
      places.reduce(0) { sum, place in
        sum
          + boxes.count {
            sides($0).0 * sheet.scale < place && place < sides($0).1 * sheet.scale
          }
      }
    }
    let area = try #require(sheet.tile)
    let chosen =
      cut(sheet.columns.dropLast().map(\.cut)) { ($0.left, $0.right) }
      + cut(sheet.rows.dropLast().map(\.cut)) { ($0.top, $0.bottom) }
    let naive =
      cut(sheet.columns.dropLast().map { $0.start + area.width - 72 }) { ($0.left, $0.right) }
      + cut(sheet.rows.dropLast().map { $0.start + area.height - 72 }) { ($0.top, $0.bottom) }
    #expect(chosen < naive)
  }
}
