import Drawing
import Words

/// Sets text, tables and drawings one below the other, on as many pages as it takes; every text is
/// measured once.
struct PageFlow: ~Copyable {
  let format: PageFormat
  let language: Language
  private let canvas: Canvas
  private(set) var pages = [Page()]
  private(set) var headings: [Heading] = []
  /// Where the next text goes.
  var y: Double
  /// The headings that nothing stands below yet: which of the page's things they are, and where they
  /// begin.
  private var bare: (items: Range<Int>, y: Double)?

  init(_ format: PageFormat, _ language: Language) {
    self.format = format
    self.language = language
    canvas = Canvas(measuringWidth: format.width, height: format.height)
    y = format.top
  }

  /// What has been laid out.
  var document: LaidOut { LaidOut(pages: pages, headings: headings) }
  /// The room that is left on the page.
  var room: Double { format.bottom - y }
  /// Whether nothing stands on the page yet.
  var isAtTop: Bool { y <= format.top }

  /// Ends the page and begins the next one; headings that nothing stands below go there too.
  mutating func turn() {
    let moved = bareHeadings
    bare = nil
    let foot = y
    pages.append(Page())
    y = format.top
    guard let moved else { return }
    let (last, distance) = (pages.count - 2, format.top - moved.y)
    let items = pages[last].items[moved.items].map { $0.moved(by: distance) }
    pages[last].items.removeSubrange(moved.items)
    pages[last + 1].items = items
    bare = (items.indices, format.top)
    y += foot - moved.y
  }

  /// The headings at the foot of the page that nothing stands below; nil where they are all that is on it.
  private var bareHeadings: (items: Range<Int>, y: Double)? {
    guard let bare, bare.items.upperBound == pages[pages.count - 1].items.count,
      bare.items.lowerBound > 0
    else { return nil }
    return bare
  }

  /// Begins a new page where a height does not fit on this one.
  mutating func turn(unlessFits height: Double) {
    if height > room && !isAtTop { turn() }
  }

  /// Leaves room between what stands above and what comes; none at the top of a page.
  mutating func leave(_ gap: Double) {
    if !isAtTop { y += gap }
  }

  mutating func place(_ item: Page.Item) { pages[pages.count - 1].items.append(item) }

  /// Places something on an earlier page.
  mutating func place(_ item: Page.Item, onPage index: Int) { pages[index].items.append(item) }

  func measured(_ text: String, width: Double? = nil, _ style: TextStyle) -> MeasuredText {
    canvas.measured(text, width: width ?? format.width, style)
  }

  func lines(of text: String, _ style: TextStyle) -> [MeasuredText] {
    canvas.lines(of: text, width: format.width, style)
  }

  func widestWord(of text: String, _ style: TextStyle) -> Double {
    canvas.widestWord(of: text, style)
  }

  func width(of text: String, _ style: TextStyle) -> Double {
    canvas.room(of: text, style).width
  }

  /// A line across the page.
  mutating func rule(_ width: Double = 0.4) {
    place(.rule(x: format.left, y: y, toX: format.right, toY: y, width: width))
  }
}

extension PageFlow {
  /// Sets a text over the whole width, or from an indent on.
  mutating func paragraph(
    _ text: String, _ style: TextStyle, indent: Double = 0, gap: Double = 4
  ) {
    let measured = measured(text, width: format.width - indent, style)
    turn(unlessFits: measured.height)
    place(.text(measured, x: format.left + indent, y: y))
    y += measured.height + gap
  }

  /// Sets a text behind a bullet.
  mutating func bullet(_ text: String, _ style: TextStyle, gap: Double = 4) {
    let measured = measured(text, width: format.width - 14, style)
    turn(unlessFits: measured.height)
    place(.text(self.measured("•", width: 12, style), x: format.left, y: y))
    place(.text(measured, x: format.left + 14, y: y))
    y += measured.height + gap
  }

  /// Sets a heading that the table of contents and the bookmarks name.
  ///
  /// - Parameters:
  ///   - level: 1 for an item of the agenda, 2 for a part of it, 3 for one that is not named.
  ///   - following: The height of what must stand on the same page.
  ///   - name: The destination's name, where others lead to it.
  ///   - contents: What the contents call it; else the same.
  mutating func heading(
    _ title: String, level: Int, following: Double = 40, named name: String? = nil,
    contents: String? = nil
  ) {
    let size = level == 1 ? 19.0 : level == 2 ? 16 : 13
    let text = measured(title, TextStyle(size: size, isBold: true))
    leave(level == 1 ? 20 : level == 2 ? 14 : 8)
    turn(unlessFits: text.height + 8 + following)
    let first = pages[pages.count - 1].items.count
    let above = bare.flatMap { $0.items.upperBound == first && !isAtTop ? $0 : nil }
    let begin = (item: above?.items.lowerBound ?? first, y: above?.y ?? y)
    if level < 3 {
      let destination = name ?? "part-\(headings.count + 1)"
      place(.destination(destination, x: format.left, y: y))
      headings.append(Heading(title: contents ?? title, level: level, destination: destination))
    }
    place(.text(text, x: format.left, y: y))
    y += text.height + 4
    if level == 1 {
      rule(1)
      y += 7
    }
    bare = (begin.item..<pages[pages.count - 1].items.count, begin.y)
  }

  /// Names a place for the bookmarks alone, below the item of the agenda.
  mutating func mark(_ title: String, at destination: String) {
    headings.append(Heading(title: title, level: 3, destination: destination))
  }

  /// Names something before all that has been named so far.
  mutating func lead(with heading: Heading) { headings.insert(heading, at: 0) }

  /// A text that leads to a destination and names its page.
  mutating func reference(
    to destination: String, x: Double, y: Double, width: Double, _ style: TextStyle,
    _ text: @escaping @Sendable (Int) -> String
  ) {
    place(
      .reference(
        .init(
          x: x, y: y, width: width, style: style, destination: destination, text: text)))
  }
}
