import Drawing
import Linkage
import Plans
public import Sheets
import Words

/// The meeting's working paper, as PDF; laid out on A4 across, and enlarged for other paper.
public struct Booklet {
  private static let width = Paper.a4.width
  private static let height = Paper.a4.height
  private static let margin = 28.0
  /// The lower end of what may be printed; the foot stands below.
  private static let bottom = 560.0

  private let meeting: Meeting
  private let paper: Paper
  private var language: Language { meeting.names.language }

  /// A booklet of a meeting.
  public init(_ meeting: Meeting, paper: Paper = .a4) {
    self.meeting = meeting
    self.paper = paper
  }

  /// Writes the PDF: first page, diagrams, numbered table, the check's page.
  public func write(to path: String) throws(SheetError) {
    try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
      // The first run only counts pages, for "page n of m".
      let measuring = Canvas(measuringWidth: Self.width, height: Self.height)
      let total = print(on: measuring, total: 0, draws: false)
      let canvas = Canvas(
        pdf: beside, width: paper.width, height: paper.height,
        title: meeting.names.plans.plans[meeting.plan].name)
      canvas.scale(by: paper.scale)
      print(on: canvas, total: total, draws: true)
      try canvas.finish()
    }
  }

  /// Where the next text goes, and which page it is.
  private struct Position {
    var y = Booklet.margin
    var page = 1
  }

  @discardableResult
  private func print(on canvas: borrowing Canvas, total: Int, draws: Bool) -> Int {
    var position = Position()
    printFirstPage(canvas, &position)
    for picture in meeting.pictures {
      turn(canvas, &position, total)
      if draws { place(picture, on: canvas) }
    }
    turn(canvas, &position, total)
    printTables(canvas, &position, total)
    printCheck(canvas, &position, total)
    printFoot(canvas, position, total)
    canvas.endPage()
    return position.page
  }

  private func turn(_ canvas: borrowing Canvas, _ position: inout Position, _ total: Int) {
    printFoot(canvas, position, total)
    canvas.endPage()
    position = Position(page: position.page + 1)
  }

  private func printFoot(_ canvas: borrowing Canvas, _ position: Position, _ total: Int) {
    let plan = meeting.names.plans.plans[meeting.plan]
    let style = TextStyle(size: 10)
    canvas.text(language.line(of: plan), x: Self.margin, y: 570, width: 560, style)
    let page = language.pick(
      "สานแผน · หน้า \(position.page) จาก \(total)", "sanphaen · page \(position.page) of \(total)")
    canvas.text(
      page, x: Self.width - Self.margin - 160, y: 570, width: 160,
      TextStyle(size: 10, alignment: .right))
  }

  private func printFirstPage(_ canvas: borrowing Canvas, _ position: inout Position) {
    let names = meeting.names
    let plan = names.plans.plans[meeting.plan]
    let full = Self.width - 2 * Self.margin
    position.y = 48
    position.y += canvas.text(
      plan.name, x: Self.margin, y: position.y, width: full,
      TextStyle(size: 26, isBold: true, alignment: .centre))
    position.y += canvas.text(
      language.placeAndYear(of: plan), x: Self.margin, y: position.y, width: full,
      TextStyle(size: 16, alignment: .centre))
    position.y +=
      canvas.text(
        language.pick(
          "เอกสารประกอบการประชุม: ทุนชุมชนหนุนงานของแผน",
          "Working paper for the meeting: savings beside the work of the plan"),
        x: Self.margin, y: position.y + 4, width: full, TextStyle(size: 16, alignment: .centre))
      + 26
    let top = position.y
    printFigures(canvas, top: top)
    printStatements(canvas, top: top)
  }

  private func printFigures(_ canvas: borrowing Canvas, top: Double) {
    var y = top
    y +=
      canvas.text(
        language.pick("แผนนี้มีอะไรบ้าง", "What the plan holds"), x: 60, y: y, width: 320,
        TextStyle(size: 16, isBold: true)) + 4
    for (heading, text) in meeting.names.figures(meeting.figures) {
      canvas.text(heading, x: 60, y: y, width: 130, TextStyle(size: 13))
      let height = canvas.text(text, x: 195, y: y, width: 190, TextStyle(size: 13))
      y += height + 3
      canvas.line(60, y - 1, 385, y - 1, width: 0.3)
    }
  }

  private func printStatements(_ canvas: borrowing Canvas, top: Double) {
    var y = top
    let x = 425.0
    let width = Self.width - x - 50
    y +=
      canvas.text(
        language.pick("แผนนี้บอกอะไร", "What the plan says"), x: x, y: y, width: width,
        TextStyle(size: 16, isBold: true)) + 4
    let statements = meeting.names.statements(
      meeting.figures, opportunities: meeting.sections.first?.count ?? 0, plan: meeting.plan)
    for text in statements {
      canvas.text("•", x: x, y: y, width: 12, TextStyle(size: 13))
      y += canvas.text(text, x: x + 12, y: y, width: width - 12, TextStyle(size: 13)) + 4
    }
    y += 12
    y +=
      canvas.text(
        language.pick("อ่านเอกสารนี้อย่างไร", "How to read this paper"), x: x, y: y, width: width,
        TextStyle(size: 16, isBold: true)) + 4
    canvas.text(
      language.pick(
        "เส้นทึบในแผนภาพคือสิ่งที่เชื่อมกันอยู่แล้ว เส้นประมีเลขคือข้อเสนอ เลขตรงกับตารางท้ายเล่ม ซึ่งบอกเหตุผลของแต่ละข้อ "
          + "และเว้นช่องไว้ให้ที่ประชุมลงมติ ข้อเสนอเป็นเพียงจุดตั้งต้นให้คุยกัน ไม่ใช่คำตัดสิน "
          + "สิ่งที่แผนไม่ได้บอกถือว่าไม่ทราบ ชื่อบุคคลแสดงเฉพาะผู้ที่ยินยอม",
        "Solid lines are ties that exist; dashed lines with a number are proposed. The number "
          + "stands in the table at the end, with the reason and room for what the meeting decides. "
          + "A proposal is a start for talk, not a verdict. What the plan does not say counts as "
          + "unknown. Names of people are shown only with their consent."),
      x: x, y: y, width: width, TextStyle(size: 13))
  }

  private func place(_ picture: borrowing Picture, on canvas: borrowing Canvas) {
    let area = Meeting.area
    let scale = picture.scale(fitting: area.width, area.height)
    let width = picture.width * scale
    let height = picture.height * scale
    picture.draw(
      on: canvas, x: (Self.width - width) / 2, y: Self.margin + (area.height - height) / 2,
      width: width, height: height)
  }
}

// MARK: - The table of opportunities

extension Booklet {
  private static let columns: [(x: Double, width: Double)] = [
    (28, 26), (56, 142), (204, 152), (362, 296), (664, 150),
  ]

  private func printTables(
    _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    for (index, section) in meeting.sections.enumerated() {
      if index > 0 {
        position.y += 16
        if position.y > Self.bottom - 110 { turn(canvas, &position, total) }
      }
      printTable(section, canvas, &position, total)
    }
  }

  private func printTable(
    _ section: Section, _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    let name = section.sentences.approach.name
    var title = "\(language.name(ofApproach: name)): \(language.question(ofApproach: name))"
    let isCut = section.chosen.count < section.count
    if isCut {
      title += language.pick(
        " (พิมพ์ \(section.chosen.count) จาก \(section.count) ข้อ)",
        " (\(section.chosen.count) of \(section.count) printed)")
    }
    printTitle(title, canvas, &position)
    if isCut {
      position.y +=
        canvas.text(
          language.pick(
            "เลขข้อเรียงตามน้ำหนักของเหตุผล ข้อที่ไม่ได้พิมพ์จึงถูกข้ามเลขไป ข้ออื่นดูได้ใน opportunities.xlsx",
            "Numbers follow the weight of the reasons; those not printed are skipped here and stand in "
              + "opportunities.xlsx."),
          x: Self.margin, y: position.y - 4, width: Self.width - 2 * Self.margin,
          TextStyle(size: 12)) + 2
    }
    guard !section.chosen.isEmpty else {
      position.y += canvas.text(
        language.noOpportunities(section.sentences.approach), x: Self.margin, y: position.y,
        width: Self.width - 2 * Self.margin, TextStyle(size: 13))
      return
    }
    printHeadings(section, canvas, &position)
    for proposal in section.chosen {
      let cells = cells(of: proposal, section.sentences)
      let height = max(30, self.height(of: cells, canvas))
      if position.y + height > Self.bottom {
        turn(canvas, &position, total)
        printHeadings(section, canvas, &position)
      }
      for (cell, column) in zip(cells, Self.columns) {
        canvas.text(cell, x: column.x, y: position.y, width: column.width, TextStyle(size: 11.5))
      }
      // The column to write in is set off, so that what is written by hand stays with its row.
      let decision = Self.columns[Self.columns.count - 1].x - 5
      canvas.line(decision, position.y, decision, position.y + height + 1, width: 0.3)
      position.y += height + 3
      rule(canvas, position.y - 2)
    }
  }

  private func cells(
    of proposal: Section.Proposal, _ sentences: OpportunitySentences
  ) -> [String] {
    let names = meeting.names
    let opportunity = proposal.opportunity
    let ends = opportunity.ends
    let cautions = sentences.cautions(opportunity.cautions)
    let notes = [
      sentences.effect(opportunity.effect), sentences.history(opportunity.history),
      cautions.isEmpty ? "" : "\(language.caution): \(cautions)",
    ].filter { !$0.isEmpty }
    let reason =
      opportunity.pattern == nil
      ? sentences.because(proposal.evidence)
      : sentences.explanation(of: opportunity, proposal.evidence)
    return [
      String(opportunity.rank), names.name(of: ends.from).clipped(to: 120),
      names.name(of: ends.to).clipped(to: 160),
      (reason + (notes.isEmpty ? "" : " (\(notes.joined(separator: " · ")))")).clipped(to: 600), "",
    ]
  }

  private func height(of cells: [String], _ canvas: borrowing Canvas) -> Double {
    var tallest = 0.0
    for (cell, column) in zip(cells, Self.columns) {
      let height = canvas.text(
        cell, x: 0, y: 0, width: column.width, TextStyle(size: 11.5), draws: false)
      tallest = max(tallest, height)
    }
    return tallest
  }

  private func printTitle(
    _ title: String, _ canvas: borrowing Canvas, _ position: inout Position
  ) {
    position.y +=
      canvas.text(
        title, x: Self.margin, y: position.y, width: Self.width - 2 * Self.margin,
        TextStyle(size: 16, isBold: true)) + 6
  }

  private func printHeadings(
    _ section: Section, _ canvas: borrowing Canvas, _ position: inout Position
  ) {
    let approach = section.sentences.approach
    let isPattern = approach.measure == .patterns
    let headings = [
      language.pick("ที่", "No."), language.name(of: isPattern ? .fund : approach.from),
      language.name(of: isPattern ? .activity : approach.to),
      language.pick("เหตุผล", "Reason"),
      language.pick("มติ / ผู้รับผิดชอบ / กำหนด", "Decision / who / by when"),
    ]
    canvas.fill(Self.margin - 4, position.y - 2, Self.width - 2 * Self.margin + 8, 20, grey: 0.9)
    for (heading, column) in zip(headings, Self.columns) {
      canvas.text(
        heading, x: column.x, y: position.y, width: column.width,
        TextStyle(size: 12, isBold: true))
    }
    position.y += 21
  }

  private func rule(_ canvas: borrowing Canvas, _ y: Double) {
    canvas.line(Self.margin - 4, y, Self.width - Self.margin + 4, y, width: 0.4)
  }

  /// What the check found, below the table where there is room; words that may name people are not
  /// printed.
  private func printCheck(
    _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    position.y += 18
    if position.y > Self.bottom - 90 { turn(canvas, &position, total) }
    printTitle(
      language.pick("สิ่งที่พบจากการตรวจแผน", "What the check found"), canvas, &position)
    let full = Self.width - 2 * Self.margin
    if meeting.reading.diagnostics.isEmpty {
      position.y += canvas.text(
        language.pick("ไม่พบข้อผิดพลาด", "Nothing is wrong."), x: Self.margin, y: position.y,
        width: full, TextStyle(size: 13))
    }
    for diagnostic in meeting.reading.diagnostics {
      let text =
        "[\(language.name(of: diagnostic.severity))] \(language.place(of: diagnostic)): "
        + language.message(of: diagnostic, hidesPeople: true).clipped(to: 400)
        + language.times(diagnostic) + " — " + language.suggestion(for: diagnostic)
      let style = TextStyle(size: 12)
      let height = canvas.text(text, x: 0, y: 0, width: full, style, draws: false)
      if position.y + height > Self.bottom { turn(canvas, &position, total) }
      canvas.text(text, x: Self.margin, y: position.y, width: full, style)
      position.y += height + 4
      rule(canvas, position.y - 2)
    }
  }
}
