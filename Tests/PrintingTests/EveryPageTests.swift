import Drawing
import Glibc
import Plans
import Sheets
import TestSupport
import Testing
import Words

@testable import Printing

/// Goes over every page that plans of all kinds and sizes produce, and reads it as others do.
///
/// With
/// `SANPHAEN_PAGES=200` as many random plans, and with `SANPHAEN_DATA` set to a folder of real plans
/// these too.
@Suite("Every page that is printed", .serialized)
struct EveryPageTests {
  /// Nodes of the random plans, from 1 on, each some larger than the last: twenty to 150 nodes, or as
  /// many as are asked for to 5,000, which take their time in a debug build.
  static let sizes: [Int] = {
    let asked = getenv("SANPHAEN_PAGES").flatMap { Int(String(cString: $0)) }
    let (count, most) = asked.map { ($0, 5_000.0) } ?? (20, 150)
    return (0..<count).map { index in
      Int(exp(log(most) * Double(index) / Double(max(1, count - 1))).rounded())
    }
  }()

  static let realPlans: [String] = {
    guard let folder = getenv("SANPHAEN_DATA").map({ String(cString: $0) }) else { return [] }
    return ((try? Folder.names(in: folder)) ?? []).map { Folder.join(folder, $0) }
  }()

  @Test(
    "of random plans keeps to the law", arguments: Array(sizes.enumerated()).map { ($0, $1) })
  func random(index: Int, nodes: Int) throws {
    let folder = try TemporaryFolder()
    let files = SizedPlan.files(seed: UInt64(index + 1), nodes: nodes)
    for (name, text) in files { try folder.write("plan/" + name, text) }
    let language: Language = index % 2 == 0 ? .thai : .english
    let format = PageFormat(index % 3 == 2 ? .a3 : .a4, isUpright: index % 4 == 3)
    try check(PlanReading([folder.file("plan")]), language, format)
  }

  @Test("of the sample plans keeps to the law", arguments: Repository.plans, Language.allCases)
  func samples(plan: String, language: Language) throws {
    try check(PlanReading([Repository.plan(plan)]), language, PageFormat())
  }

  @Test("of real plans keeps to the law", .enabled(if: !realPlans.isEmpty), arguments: realPlans)
  func real(path: String) throws {
    try check(PlanReading([path]), .thai, PageFormat())
  }

  private func check(
    _ reading: PlanReading, _ language: Language, _ format: PageFormat
  ) throws {
    let folder = try TemporaryFolder()
    let meeting = try Meeting(
      reading, Names(PlanGraph(reading.plans), language), plan: 0, format: format)
    for picture in meeting.pictures { #expect(picture.faults.isEmpty, "\(picture.key)") }
    let booklet = Booklet(meeting)
    let breaches = try booklet.write(to: folder.file("booklet.pdf"))
    #expect(breaches == [])
    let pages = try #require(PDFPages(folder.file("booklet.pdf")))
    check(pages, format)
    for line in booklet.pictures.flatMap(\.texts) {
      let letters = line.content.filter { !$0.isWhitespace }
      // Signs of several characters come out as one or the other.
      let isPlain = letters.unicodeScalars.allSatisfy { $0.value < 0x2000 }
      #expect(pages.letters.contains(letters) || !isPlain, "\(letters)")
    }
    let handouts = Handouts(meeting)
    guard !handouts.isEmpty else { return }
    let others = try handouts.write(to: folder.file("handouts.pdf"))
    #expect(others == [])
    check(try #require(PDFPages(folder.file("handouts.pdf"))), format)
  }

  private func check(_ pages: PDFPages, _ format: PageFormat) {
    #expect(!pages.pages.isEmpty && !pages.fonts.isEmpty)
    let loose = pages.fonts.filter { !$0.isEmbedded }.map { $0.name }
    #expect(loose.isEmpty)
    for (index, page) in pages.pages.enumerated() {
      #expect(page.width == pages.pages[0].width && page.height == pages.pages[0].height)
      for (place, word) in page.words.enumerated() {
        #expect(word.left >= 50 && word.right <= page.width - 20, "page \(index + 1): \(word)")
        // The font's box is higher than its ink.
        #expect(word.top >= 8 && word.bottom <= page.height - 8, "page \(index + 1): \(word)")
        // On upright pages drawings are turned on their side, and the box says nothing of the size;
        // nor does it with another typeface than ours.
        guard !format.isUpright, word.text.unicodeScalars.allSatisfy({ $0.value < 0x2000 }) else {
          continue
        }
        #expect(word.size >= format.paper.smallestText - 0.1, "page \(index + 1): \(word)")
        for other in page.words[(place + 1)...] where word.covers(other) {
          Issue.record("page \(index + 1): \(word) stands on \(other)")
        }
      }
    }
  }
}
