import Testing
import Words

@testable import Drawing
@testable import Printing

@Suite("A table on paper")
struct PaperTableTests {
  private func table(columns: Int, rows: Int) -> PaperTable {
    PaperTable(
      columns: (0..<columns).map { .init(heading: "หัวข้อที่ \($0)", share: 1) },
      rows: (0..<rows).map { row in (0..<columns).map { "แถว \(row) ช่อง \($0)" } })
  }

  private func texts(_ flow: borrowing PageFlow) -> [[String]] {
    flow.document.pages.map { page in
      page.items.compactMap { if case .text(let text, _, _) = $0 { text.content } else { nil } }
    }
  }

  @Test("shares a width out by the columns' shares, and gives none less than it needs")
  func sharesOut() {
    #expect(PaperTable.shared(100, among: [1, 3], atLeast: [10, 10]) == [25, 75])
    #expect(PaperTable.shared(100, among: [1, 9], atLeast: [30, 10]) == [30, 70])
    #expect(PaperTable.shared(100, among: [1, 2, 1], atLeast: [40, 10, 20]) == [40, 40, 20])
  }

  @Test("has its headings on each of its pages, and each row on one, whole")
  func repeatsHeadings() {
    var flow = PageFlow(PageFormat(), .thai)
    flow.table(table(columns: 3, rows: 60), title: "ตาราง")
    let pages = texts(flow)
    #expect(pages.count > 1)
    #expect(pages.allSatisfy { $0.contains("หัวข้อที่ 0") && $0.contains("หัวข้อที่ 2") })
    for row in 0..<60 {
      let holders = pages.filter { $0.contains("แถว \(row) ช่อง 0") }
      #expect(holders.count == 1 && holders[0].contains("แถว \(row) ช่อง 2"))
    }
  }

  @Test("is parted into several with the same first column where its columns do not fit")
  func isParted() {
    var flow = PageFlow(PageFormat(.a4, isUpright: true), .thai)
    flow.table(table(columns: 14, rows: 2), title: "ตาราง")
    let all = texts(flow).flatMap { $0 }
    let first = all.filter { $0 == "แถว 0 ช่อง 0" }.count
    #expect(first > 1 && all.filter { $0 == "หัวข้อที่ 0" }.count == first)
    for column in 1..<14 { #expect(all.filter { $0 == "แถว 1 ช่อง \(column)" }.count == 1) }
  }

  @Test("leaves no row alone on a page", arguments: 20...60)
  func keepsTheLastRow(rows: Int) {
    var flow = PageFlow(PageFormat(), .thai)
    flow.table(table(columns: 2, rows: rows), title: "ตาราง")
    for page in texts(flow) { #expect(page.count { $0.hasSuffix("ช่อง 1") } > 1) }
    // Nor does what is said below it.
    var noted = PageFlow(PageFormat(), .thai)
    noted.table(table(columns: 2, rows: rows), title: "ตาราง", tail: 20)
    noted.turn(unlessFits: 20)
    noted.paragraph("หมายเหตุ", TextStyle(size: 9.5))
    #expect(texts(noted).last?.contains("แถว \(rows - 1) ช่อง 1") == true)
  }

  @Test("stands without what belongs below it rather than leave the page empty")
  func goesWithoutItsTail() {
    var flow = PageFlow(PageFormat(), .thai)
    flow.paragraph("ก่อนหน้า", TextStyle(size: 12))
    flow.table(table(columns: 2, rows: 90), atMost: 500, tail: 460) { "ตาราง \($0)" }
    #expect(texts(flow).count == 1)
  }

  @Test("says how many rows it has where a page does not hold all")
  func counts() {
    var flow = PageFlow(PageFormat(), .thai)
    flow.table(table(columns: 2, rows: 90), atMost: 200, tail: 0) { "ตาราง \($0)" }
    let texts = texts(flow)
    #expect(texts.count == 1)
    let rows = texts[0].filter { $0.hasSuffix("ช่อง 1") }.count
    #expect(rows > 3 && rows < 90 && texts[0].contains("ตาราง \(rows)"))
  }

  @Test("stands with its title where a new page is begun for it")
  func standsWithItsTitle() {
    var flow = PageFlow(PageFormat(), .thai)
    flow.paragraph("ก่อนหน้า", TextStyle(size: 12))
    flow.y = flow.format.bottom - 60
    flow.table(table(columns: 2, rows: 5), atMost: 200, tail: 0) { _ in "ตาราง" }
    let pages = texts(flow)
    #expect(pages.count == 2 && pages[1].contains("ตาราง") && pages[1].contains("แถว 0 ช่อง 0"))
  }
}
