import Drawing
import Linkage
import Plans
import Sheets
import Words

/// Many plans on a few pages: what they hold together to be read aloud, then table by table.
struct RollUpBooklet {
  private static let body = TextStyle(size: 12.5)
  private static let small = TextStyle(size: 9.5)
  /// Plans that are named one by one: more than an office visits in a season.
  private static let named = 30
  /// Issues that have a bar.
  private static let charted = 12
  /// Characters of a cell on paper at most.
  private static let cellLimit = 160

  private let report: RollUpReport

  private var sentences: RollUpSentences { report.sentences }
  private var language: Language { report.language }
  private var format: PageFormat { report.format }

  init(_ report: RollUpReport) { self.report = report }

  /// Writes the PDF.
  ///
  /// - Returns: Where the written pages break the law of legibility.
  func write(to path: String) throws(SheetError) -> [LegibilityBreach] {
    try PaperDocument(
      laidOut(), format, language, title: sentences.heading,
      foot: "\(sentences.heading) · \(sentences.scope)"
    ).write(to: path)
  }

  private func laidOut() -> LaidOut {
    var flow = PageFlow(format, language)
    setTitle(&flow)
    for text in sentences.paragraphs { flow.bullet(text, Self.body, gap: 2) }
    if let text = leftOut { flow.bullet(text, Self.body, gap: 2) }
    for chapter in sentences.chapters(naming: Self.named) { set(chapter, &flow) }
    setProblems(&flow)
    return flow.document
  }

  private func setTitle(_ flow: inout PageFlow) {
    let lines: [(String, TextStyle)] = [
      (sentences.heading, TextStyle(size: 24, isBold: true, alignment: .centre)),
      (sentences.scope, TextStyle(size: 16, alignment: .centre)),
    ]
    flow.place(.destination("summary", x: format.left, y: flow.y))
    for (text, style) in lines { flow.paragraph(text, style, gap: 2) }
    flow.y += 3
    flow.rule(1)
    flow.y += 8
  }

  /// The plans that no figure counts, by their ids.
  private var leftOut: String? {
    guard !report.left.isEmpty else { return nil }
    let count = language.count(report.left.count, .plan)
    let list = language.list(report.left.map { sentences.id(of: $0) }, atMost: 8)
    return language.pick(
      "\(count) อ่านได้ไม่ครบจึงไม่ได้นับรวม: \(list)",
      "Not counted, as too little of them can be read: \(count), \(list).")
  }

  private func set(_ chapter: Chapter, _ flow: inout PageFlow) {
    flow.heading(
      "\(chapter.title): \(chapter.question)", level: 1,
      following: chapter.key == "issues" ? 300 : 110,
      contents: chapter.title)
    if chapter.key == "issues", let chart = BarChart.issues(sentences, limit: Self.charted) {
      let placed = PlacedChart(chart, width: format.width)
      flow.turn(unlessFits: placed.height)
      flow.place(.chart(placed, x: format.left, y: flow.y))
      flow.y += placed.height + 6
    }
    let tail = chapter.notes.reduce(0) { $0 + flow.measured($1, Self.small).height + 2 }
    for (index, grid) in chapter.grids.enumerated() {
      set(grid, tail: index == chapter.grids.count - 1 ? tail : 0, &flow)
    }
    for note in chapter.notes { flow.paragraph(note, Self.small, gap: 2) }
  }

  private func set(_ grid: Chapter.Grid, tail: Double, _ flow: inout PageFlow) {
    let rows = grid.rows.prefix(grid.paperLimit)
    let rest = grid.rows.count - rows.count
    let more =
      rest > 0
      ? language.pick(
        " (อีก \(rest) แถวอยู่ใน summary.xlsx)", " (\(rest) more rows are in summary.xlsx)") : ""
    flow.table(
      PaperTable(
        columns: grid.columns.enumerated().map { index, column in
          .init(
            heading: column.heading, share: column.width,
            alignment: grid.isNumeric(column: index) ? .right : .left)
        },
        rows: rows.map { row in row.map { language.text(of: $0).clipped(to: Self.cellLimit) } }),
      title: grid.title + more, tail: tail)
  }

  /// What the check found: the gravest first.
  private func setProblems(_ flow: inout PageFlow) {
    let problems = report.problems
    guard !problems.rows.isEmpty else { return }
    set(
      Chapter(
        key: "check", title: language.pick("ผลการตรวจ", "Check"),
        question: language.pick("ควรแก้อะไรในแผนก่อน", "What should be mended first?"),
        paragraphs: [], grids: [problems],
        notes: [
          language.pick(
            "ดูทุกช่องที่ต้องแก้ด้วยคำสั่ง check", "All cells to be mended are told by check.")
        ]), &flow)
  }
}
