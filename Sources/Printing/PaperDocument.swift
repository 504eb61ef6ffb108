import Drawing
import Sheets
import Words

/// Pages with a foot, painted into a PDF with bookmarks, links and labels.
struct PaperDocument {
  private static let foot = TextStyle(size: 10)

  private let document: LaidOut
  private let format: PageFormat
  private let language: Language
  private let title: String
  private let foot: String
  private let labels: [String]?

  /// - Parameters:
  ///   - foot: Stands at the foot of every page, clipped where it is too long.
  ///   - labels: What the pages are called; their numbers where nil.
  init(
    _ document: LaidOut, _ format: PageFormat, _ language: Language, title: String, foot: String,
    labels: [String]? = nil
  ) {
    self.document = document
    self.format = format
    self.language = language
    self.title = title
    self.foot = foot
    self.labels = labels
  }

  /// Writes the PDF.
  ///
  /// - Returns: Where what was written breaks the law of the paper.
  func write(to path: String) throws(SheetError) -> [LegibilityBreach] {
    let canvas = Canvas(
      pdf: path, width: format.paperWidth, height: format.paperHeight, title: title, language)
    canvas.scale(by: format.scale)
    let numbers = document.pageNumbers
    for (index, page) in document.pages.enumerated() {
      canvas.label(page: label(index))
      for item in page.items { paint(item, numbers, on: canvas) }
      paintFoot(page: index + 1, on: canvas)
      canvas.endPage()
    }
    bookmark(on: canvas)
    let breaches = canvas.breaches(of: format.law)
    try canvas.finish()
    return breaches
  }

  private func label(_ index: Int) -> String {
    labels.map { index < $0.count ? $0[index] : "" } ?? String(index + 1)
  }

  private func bookmark(on canvas: borrowing Canvas) {
    var parent: Int32 = 0
    for heading in document.headings {
      let added = canvas.bookmark(
        heading.title, to: heading.destination, below: heading.level == 1 ? 0 : parent)
      if heading.level == 1 { parent = added }
    }
  }

  private func paintFoot(page: Int, on canvas: borrowing Canvas) {
    let number = language.pick(
      "สานแผน · หน้า \(page) จาก \(document.pages.count)",
      "sanphaen · page \(page) of \(document.pages.count)")
    let right = canvas.room(of: number, Self.foot).width + 2
    canvas.text(
      number, x: format.right - right, y: format.foot, width: right + 1, Self.foot)
    let width = format.width - right - 16
    var text = foot
    while canvas.room(of: text, Self.foot).width > width, text.count > 8 {
      text = text.clipped(to: min(text.count - 1, text.count * 9 / 10))
    }
    canvas.text(text, x: format.left, y: format.foot, width: width + 1, Self.foot)
  }

  private func paint(
    _ item: Page.Item, _ numbers: [String: Int], on canvas: borrowing Canvas
  ) {
    switch item {
    case .text(let text, let x, let y): canvas.show(text, x: x, y: y)
    case .reference(let reference): paint(reference, numbers, on: canvas)
    case .rule(let x, let y, let toX, let toY, let width):
      canvas.line(x, y, toX, toY, width: width)
    case .dots(let x, let y, let toX): canvas.line(x, y, toX, y, width: 0.9, dots: 3)
    case .tickBox(let x, let y, let side): paintBox(x, y, side, on: canvas)
    case .fill(let x, let y, let width, let height, let grey):
      canvas.fill(x, y, width, height, grey: grey)
    case .picture(let picture, let placement): paint(picture, placement, on: canvas)
    case .chart(let chart, let x, let y): chart.draw(on: canvas, x: x, y: y)
    case .link(let destination, let x, let y, let width, let height):
      if numbers[destination] != nil {
        canvas.link(to: destination, x: x, y: y, width: width, height: height)
      }
    case .destination(let name, let x, let y): canvas.destination(name, x: x, y: y)
    }
  }

  private func paintBox(
    _ x: Double, _ y: Double, _ side: Double, on canvas: borrowing Canvas
  ) {
    canvas.line(x, y, x + side, y, width: 0.8)
    canvas.line(x, y + side, x + side, y + side, width: 0.8)
    canvas.line(x, y, x, y + side, width: 0.8)
    canvas.line(x + side, y, x + side, y + side, width: 0.8)
  }

  /// A reference to a page that is not there is not printed.
  private func paint(
    _ reference: Page.Reference, _ numbers: [String: Int], on canvas: borrowing Canvas
  ) {
    guard let number = numbers[reference.destination] else { return }
    let height = canvas.text(
      reference.text(number), x: reference.x, y: reference.y, width: reference.width,
      reference.style)
    canvas.link(
      to: reference.destination, x: reference.x, y: reference.y, width: reference.width,
      height: height)
  }

  private func paint(
    _ picture: Picture, _ placement: Page.Placement, on canvas: borrowing Canvas
  ) {
    guard placement.isTurned else {
      picture.draw(
        on: canvas, x: placement.x, y: placement.y, width: placement.width,
        height: placement.height)
      return
    }
    canvas.turn(x: placement.x, y: placement.y)
    picture.draw(on: canvas, x: 0, y: 0, width: placement.width, height: placement.height)
    canvas.endTurn()
  }
}
