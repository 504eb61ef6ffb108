import Glibc
import Plans
import Sheets
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

/// Goes over every page that plans of all kinds and sizes produce, and reads it as others do.
///
/// With `SANPHAEN_PAGES=200` as many random plans, and with `SANPHAEN_DATA` set to a folder of real
/// plans these too.
@Suite("Every page that is printed")
struct EveryPageTests {
  /// Nodes of the random plans, from 1 to 5,000, each some larger than the last.
  static let sizes: [Int] = {
    let count = getenv("SANPHAEN_PAGES").flatMap { Int(String(cString: $0)) } ?? 20
    return (0..<count).map { index in
      Int(exp(log(5_000) * Double(index) / Double(max(1, count - 1))).rounded())
    }
  }()

  static let realPlans: [String] = {
    guard let folder = getenv("SANPHAEN_DATA").map({ String(cString: $0) }) else { return [] }
    return ((try? Folder.names(in: folder)) ?? []).map { Folder.join(folder, $0) }
  }()

  /// The largest first, so that no core waits for it in the end.
  @Test(
    "of random plans keeps to the law",
    arguments: Array(sizes.enumerated()).map { ($0, $1) }.reversed())
  func random(index: Int, nodes: Int) throws {
    let folder = try TemporaryFolder()
    let files = SizedPlan.files(seed: UInt64(index + 1), nodes: nodes)
    for (name, text) in files { try folder.write("plan/" + name, text) }
    let language: Language = index % 2 == 0 ? .thai : .english
    let format = PageFormat(index % 3 == 2 ? .a3 : .a4, isUpright: index % 4 == 3)
    try check(PlanReading([folder.file("plan")]), language, format, turn: index)
  }

  @Test("of the sample plans keeps to the law", arguments: Repository.plans, Language.allCases)
  func samples(plan: String, language: Language) throws {
    try check(
      PlanReading([Repository.plan(plan)]), language, PageFormat(),
      turn: language == .thai ? 2 : 3)
  }

  @Test("of real plans keeps to the law", .enabled(if: !realPlans.isEmpty), arguments: realPlans)
  func real(path: String) throws {
    try check(PlanReading([path]), .thai, PageFormat(), turn: 4)
    try check(PlanReading([path]), .english, PageFormat(.a3, isUpright: true), turn: 7)
  }

  /// - Parameter turn: Chooses what of the drawings is enlarged for a wall, and how.
  private func check(
    _ reading: PlanReading, _ language: Language, _ format: PageFormat, turn: Int
  ) throws {
    let folder = try TemporaryFolder()
    let meeting = try Meeting(
      reading, Names(PlanGraph(reading.plans), language), plan: 0, format: format)
    #expect(meeting.undrawn == [])
    let written = try Report(meeting).write(to: folder.file("out"))
    #expect(written.breaches.map(\.breach) == [])
    try check(Booklet(meeting).laidOut(), format, folder.file("out/booklet.pdf"))
    if !meeting.officerChapters.isEmpty {
      let officer = Booklet(meeting, for: .officer)
      try check(officer.laidOut(), format, folder.file("out/officer.pdf"))
    }
    let handouts = Handouts(meeting)
    if !handouts.isEmpty {
      try check(
        handouts.laidOut(), PageFormat(format.paper, isUpright: true),
        folder.file("out/handouts.pdf"))
    }
    for picture in meeting.pictures {
      #expect(picture.faults.isEmpty, "\(picture.key)")
      try check(picture, folder.file("out/diagrams/\(picture.key)"))
    }
    if !meeting.pictures.isEmpty {
      let picture = meeting.pictures[turn % meeting.pictures.count]
      try checkWall(of: picture, language, turn, folder.file("wall.pdf"))
    }
  }

  /// A document of pages: each has its texts, and nothing else of its law is broken.
  private func check(_ document: LaidOut, _ format: PageFormat, _ path: String) throws {
    let pages = try #require(PDFPages(path))
    let name = Folder.lastName(of: path)
    PageChecks(law: format.law, file: name).check(pages)
    #expect(pages.pages.count == document.pages.count)
    for (index, (laid, page)) in zip(document.pages, pages.pages).enumerated() {
      let texts = laid.items.flatMap { item -> [String] in
        switch item {
        case .text(let text, _, _): [text.content]
        case .picture(let picture, _): picture.texts.map(\.content)
        default: []
        }
      }
      PageChecks.check(texts, are: page.letters, "\(name), page \(index + 1)")
    }
  }

  /// A drawing alone, as PDF and as SVG.
  private func check(_ picture: Picture, _ path: String) throws {
    let pages = try #require(PDFPages(path + ".pdf"))
    let law = LegibilityLaw(
      smallest: LegibilityLaw.smallestInHand, left: 3, margin: 3, width: picture.width,
      height: picture.height)
    PageChecks(law: law, file: picture.key).check(pages)
    PageChecks.check(picture.texts.map(\.content), are: pages.letters, picture.key)
    let svg = try String(decoding: FileBytes.read(path + ".svg"), as: UTF8.self)
    PageChecks.check(try #require(SVGFile(svg)), of: picture)
  }

  /// A drawing for a table or a wall, whole or in tiles.
  private func checkWall(
    of picture: Picture, _ language: Language, _ turn: Int, _ path: String
  ) throws {
    let paper = [Paper.a1, .a0, .a2, .a3, .a4][turn % 5]
    let sheet = WallSheet(
      picture, on: paper, isUpright: turn % 4 > 1, tiles: turn % 2 == 0 ? .a4 : nil, language)
    #expect(try sheet.write(to: path) == [])
    let pages = try #require(PDFPages(path))
    let page = sheet.tile ?? sheet.sheet
    let law = sheet.law(of: page)
    let place = "\(picture.key) on \(paper)"
    guard sheet.tile != nil else {
      PageChecks(law: law, file: place).check(pages)
      return PageChecks.check(picture.texts.map(\.content), are: pages.letters, place)
    }
    #expect(pages.pages.count == sheet.tiles.count + 1)
    // The map is for whoever glues; the tiles are the sheet.
    PageChecks(law: law.inHand, file: "map of \(place)").check(pages.only(0..<1))
    let tiles = pages.only(1..<pages.pages.count)
    PageChecks(law: law, file: place).check(tiles, isParted: true)
    PageChecks.check(sheet.wholeTexts(of: picture), are: tiles.letters, place)
  }
}

extension WallSheet {
  /// The texts that lie on one tile from end to end; titles may be wider than any.
  fileprivate func wholeTexts(of picture: Picture) -> [String] {
    guard let tile else { return [] }
    return picture.texts.filter { text in
      tiles.contains { row, column in
        let (left, top) = (columns[column].start, rows[row].start)
        return text.box.left * scale >= left && text.box.top * scale >= top
          && text.box.right * scale <= left + tile.width - 72
          && text.box.bottom * scale <= top + tile.height - 72
      }
    }.map(\.content)
  }
}

extension LegibilityLaw {
  /// The same margins, and letters as in the hand.
  fileprivate var inHand: LegibilityLaw {
    LegibilityLaw(
      smallest: Self.smallestInHand, left: left, margin: margin, width: width, height: height)
  }
}
