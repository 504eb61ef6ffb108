import Drawing
import Linkage
import Plans
import Words

/// Chapters on paper: the question, what is said, then the tables.
extension Booklet {
  /// Characters of a cell on paper at most; the workbook holds the whole.
  private static let cellLimit = 220
  /// Characters of a row that is one sentence across the page.
  private static let sentenceLimit = 600

  func set(_ chapter: Chapter, _ flow: inout PageFlow, level: Int) {
    flow.heading(
      "\(chapter.title): \(chapter.question)", level: level,
      following: Self.following, named: "chapter-\(chapter.key)",
      contents: chapter.title)
    // What is proposed one by one below needs no sentences above.
    let isProposed = meeting.sections.contains {
      $0.sentences.approach.measure == .lessons && $0.sentences.approach.name == chapter.key
        && !$0.chosen.isEmpty
    }
    for paragraph in chapter.paragraphs where !isProposed || reader == .officer {
      flow.paragraph(paragraph, TextStyle(size: 12.5), gap: 3)
    }
    setChart(of: chapter, &flow)
    let printed = chapter.grids.filter(isPrinted)
    let notes = notes(chapter).map { flow.measured($0, TextStyle(size: 9.5)) }
    let tail = notes.reduce(0) { $0 + $1.height + 2 }
    for (index, grid) in printed.enumerated() {
      set(grid, of: chapter, tail: index == printed.count - 1 ? tail : 0, &flow)
    }
    for note in notes {
      flow.turn(unlessFits: note.height)
      flow.place(.text(note, x: format.left, y: flow.y))
      flow.y += note.height + 2
    }
  }

  /// The chart with as many rows as there is room for.
  private func setChart(of chapter: Chapter, _ flow: inout PageFlow) {
    guard let charts = charts[chapter.key], let fullest = charts.first else { return }
    let chart = charts.first { $0.height <= flow.room } ?? fullest
    flow.turn(unlessFits: chart.height)
    flow.place(.chart(chart, x: format.left, y: flow.y))
    flow.y += chart.height + 6
  }

  /// What must stand on the page of a chapter's heading: what is said first, or the begin of a table.
  static let following = 110.0

  /// The officer's part is nowhere but on its paper.
  private func isPrinted(_ grid: Chapter.Grid) -> Bool {
    !grid.rows.isEmpty && (reader == .officer || grid.paperLimit > 0)
  }

  private func set(
    _ grid: Chapter.Grid, of chapter: Chapter, tail: Double, _ flow: inout PageFlow
  ) {
    let isOfficers = reader == .officer
    let isWhole = isOfficers || grid.paperLimit == .max
    let rows = grid.rows.prefix(isWhole ? .max : grid.paperLimit)
    let limit = grid.columns.count == 1 ? Self.sentenceLimit : Self.cellLimit
    let table = PaperTable(
      columns: grid.columns.enumerated().map { index, column in
        .init(
          heading: column.heading, share: column.width,
          alignment: grid.isNumeric(column: index) ? .right : .left)
      }, rows: rows.map { row in row.map { language.text(of: $0).clipped(to: limit) } })
    if isWhole { return flow.table(table, title: grid.title, tail: tail) }
    flow.table(table, atMost: format.height, tail: tail) { count in
      guard count < grid.rows.count else { return grid.title }
      return grid.title
        + language.pick(
          " (พิมพ์ \(count) จาก \(grid.rows.count) แถว ทั้งหมดอยู่ใน opportunities.xlsx)",
          " (\(count) of \(grid.rows.count) rows; all are in opportunities.xlsx)")
    }
  }

  /// The small print: which tables are not on paper, then the chapter's own.
  private func notes(_ chapter: Chapter) -> [String] {
    let left = chapter.grids.filter { !$0.rows.isEmpty && !isPrinted($0) }.map { "“\($0.title)”" }
    guard !left.isEmpty else { return chapter.notes }
    let titles = language.list(left, atMost: 6)
    return [
      language.pick("ตารางใน opportunities.xlsx: \(titles)", "In opportunities.xlsx: \(titles).")
    ] + chapter.notes
  }

  /// What the check found, where it found anything; words that may name people are not printed.
  func setCheck(_ flow: inout PageFlow) {
    let problems = meeting.reading.diagnostics
    guard !problems.isEmpty else { return }
    set(.check, following: 40, &flow)
    for text in problems.prefix(Self.problemLimit).map(line) {
      flow.paragraph(text, TextStyle(size: 11.5), gap: 2)
      flow.rule()
      flow.y += 3
    }
    if problems.count > Self.problemLimit {
      flow.paragraph(
        language.pick(
          "และอีก \(problems.count - Self.problemLimit) เรื่อง ดูทั้งหมดด้วยคำสั่ง check",
          "and \(problems.count - Self.problemLimit) more; see all with check."),
        TextStyle(size: 11.5))
    }
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    "[\(language.name(of: diagnostic.severity))] \(language.place(of: diagnostic)): "
      + language.message(of: diagnostic, hidesPeople: true).clipped(to: 400)
      + language.times(diagnostic) + " — " + language.suggestion(for: diagnostic)
  }

  /// Problems on paper at most: what is more is mended at the screen.
  private static let problemLimit = 30
}

extension Chapter.Grid {
  /// Whether a column holds no text but numbers, or nothing at all.
  func isNumeric(column: Int) -> Bool {
    !rows.contains { row in
      guard column < row.count, case .text = row[column] else { return false }
      return true
    }
  }
}
