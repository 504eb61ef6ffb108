import Drawing
import Linkage
import Plans
public import Sheets
import Words

/// The meeting's working paper, as PDF; laid out on A4 across, and enlarged for other paper.
public struct Booklet {
  static let width = Paper.a4.width
  static let height = Paper.a4.height
  static let margin = 28.0
  /// The width between the margins.
  static let full = width - 2 * margin
  /// The lower end of what may be printed; the foot stands below.
  static let bottom = 560.0

  /// Who it is for.
  public enum Reader: Sendable {
    /// Everybody at the meeting: first page, diagrams, numbered tables, chapters, the check's page.
    case everybody
    /// The officer alone: what must be thought of before the meeting, and is not handed out.
    case officer
  }

  let meeting: Meeting
  private let paper: Paper
  let reader: Reader
  var language: Language { meeting.names.language }

  /// A booklet of a meeting.
  public init(_ meeting: Meeting, paper: Paper = .a4, for reader: Reader = .everybody) {
    self.meeting = meeting
    self.paper = paper
    self.reader = reader
  }

  /// Writes the PDF.
  public func write(to path: String) throws(SheetError) {
    try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
      // The first run only counts pages, for "page n of m".
      let measuring = Canvas(measuringWidth: Self.width, height: Self.height)
      let total = print(on: measuring, total: 0, draws: false)
      let canvas = Canvas(
        pdf: beside, width: paper.width, height: paper.height,
        title: meeting.names.title(of: meeting.plan))
      canvas.scale(by: paper.scale)
      print(on: canvas, total: total, draws: true)
      try canvas.finish()
    }
  }

  /// Where the next text goes, and which page it is.
  struct Position {
    var y = Booklet.margin
    var page = 1
  }

  @discardableResult
  private func print(on canvas: borrowing Canvas, total: Int, draws: Bool) -> Int {
    var position = Position()
    switch reader {
    case .everybody: printForEverybody(canvas, &position, total, draws: draws)
    case .officer:
      for chapter in meeting.officerChapters { print(chapter, canvas, &position, total) }
    }
    printFoot(canvas, position, total)
    canvas.endPage()
    return position.page
  }

  private func printForEverybody(
    _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int, draws: Bool
  ) {
    printFirstPage(canvas, &position)
    for picture in meeting.pictures {
      turn(canvas, &position, total)
      if draws { place(picture, on: canvas) }
    }
    turn(canvas, &position, total)
    printOpportunities(canvas, &position, total)
    for chapter in meeting.chapters { print(chapter, canvas, &position, total) }
    printCheck(canvas, &position, total)
  }

  /// Ends the page and begins the next one.
  func turn(_ canvas: borrowing Canvas, _ position: inout Position, _ total: Int) {
    printFoot(canvas, position, total)
    canvas.endPage()
    position = Position(page: position.page + 1)
  }

  private func printFoot(_ canvas: borrowing Canvas, _ position: Position, _ total: Int) {
    let style = TextStyle(size: 10)
    let note = reader == .officer ? "\(meeting.officerNote) · " : ""
    canvas.text(
      (note + meeting.names.line(of: meeting.plan)).clipped(to: 110), x: Self.margin, y: 570,
      width: 620, style)
    let page = language.pick(
      "สานแผน · หน้า \(position.page) จาก \(total)", "sanphaen · page \(position.page) of \(total)")
    canvas.text(
      page, x: Self.width - Self.margin - 160, y: 570, width: 160,
      TextStyle(size: 10, alignment: .right))
  }

  private func printFirstPage(_ canvas: borrowing Canvas, _ position: inout Position) {
    let names = meeting.names
    let plan = names.plans.plans[meeting.plan]
    let full = Self.full
    position.y = 48
    position.y += canvas.text(
      names.title(of: meeting.plan), x: Self.margin, y: position.y, width: full,
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

extension Paper {
  /// The width laid across, points.
  var width: Double { sides.long }
  /// The height laid across, points.
  var height: Double { sides.short }
  /// How much larger everything is than on A4.
  var scale: Double { width / Paper.a4.width }
}
