import Words

// What stands above and below a drawing: the question and its place, the legend, the key.

extension Renderer {
  /// What stands above the drawing: the question, then plan, place and year, then how it was laid out
  /// where that was not as usual.
  struct Header {
    var title = TextBlock()
    var subtitle = TextBlock()
    var width: Double { max(title.width, subtitle.width) }
    var height: Double { title.height + 2 + subtitle.height }

    /// Its marks, the upper middle at a point.
    func groups(at point: Point) -> [MarkGroup] {
      let below = Point(point.x, point.y + title.height + 2)
      let lines = title.lines.map(\.text).joined(separator: " ")
      return [
        MarkGroup(
          kind: .frame, id: "", title: lines, box: nil,
          marks: title.marks(at: point) + subtitle.marks(at: below))
      ]
    }
  }

  mutating func header(title: String, _ below: [String], width: Double) -> Header {
    var header = Header()
    header.title.add(
      breaker.lines(of: title.printable, width: Self.letters(width, Theme.titleSize), limit: 3),
      Theme.titleSize, isBold: true, &measure)
    for text in below where !text.isEmpty {
      header.subtitle.add(
        breaker.lines(
          of: text.printable, width: Self.letters(width, Theme.fontSize), limit: 3),
        Theme.fontSize, &measure)
    }
    return header
  }

  /// About how many letters of a size stand in a width.
  private static func letters(_ width: Double, _ size: Double) -> Int {
    max(20, Int(width / (size * 0.52)))
  }

  /// What stands below the drawing: the legend, and shortened labels in full.
  struct Footer {
    var groups: [MarkGroup] = []
    var width = 0.0
    var height = 0.0
    /// Texts that the key only begins, whole.
    var fullTexts: [String] = []
  }

  mutating func footer(of measured: MeasuredDiagram, width: Double) -> Footer {
    var footer = Footer()
    let items = legendItems(of: measured.diagram)
    var flow = Flow(width: width)
    for item in items { flow.place(item) }
    let line = Outline.line(
      [Point(0, 0), Point(max(width, flow.widest), 0)],
      Outline.Stroke(colour: Colour(0x555555), width: 0.6))
    footer.groups.append(
      MarkGroup(
        kind: .frame, id: "", title: measured.diagram.legend.title, box: nil,
        marks: [.outline(line)] + flow.marks.map { $0.moved(by: Point(0, 6)) }))
    footer.height = 6 + flow.height
    footer.width = flow.widest
    let shortened =
      measured.diagram.columns.joined().flatMap { measured.nodes[$0.id]?.shortened ?? [] }
      + measured.lines.sorted { $0.key < $1.key }.flatMap(\.value.shortened)
    addShortened(shortened, to: &footer, width: width)
    return footer
  }

  /// Letters of a text that stand in the key at most; of a longer one the beginning does.
  private static let keyLimit = (whole: 400, beginning: 200)

  /// Labels that did not fit, whole, each once; those that would fill the sheet follow on further pages.
  mutating func addShortened(
    _ shortened: [String], to footer: inout Footer, width: Double
  ) {
    guard !shortened.isEmpty else { return }
    var block = TextBlock()
    var told: Set<String> = []
    for text in shortened where told.insert(text).inserted {
      let isWhole = text.count <= Self.keyLimit.whole
      if !isWhole { footer.fullTexts.append(text) }
      let shown =
        isWhole
        ? text : text.clipped(to: Self.keyLimit.beginning) + language.isBehind(text.count)
      let lines = breaker.lines(
        of: "… " + shown, width: Self.letters(width, Theme.fontSize), limit: 0)
      block.add(lines, Theme.fontSize, gap: 2, &measure)
    }
    footer.groups.append(
      MarkGroup(
        kind: .frame, id: "", title: language.pick("ข้อความเต็ม", "In full"), box: nil,
        marks: block.marks(at: Point(0, footer.height + 6), .left)))
    footer.height += 6 + block.height
    footer.width = max(footer.width, block.width)
  }
}

extension Renderer {
  /// An item of the legend, its upper left corner at the origin.
  private struct Item {
    var marks: [Mark]
    var width: Double
    var height: Double
  }

  private mutating func legendItems(of diagram: Diagram) -> [Item] {
    let legend = diagram.legend
    var items = [item(legend.title, isBold: true)]
    // An example has a shape twice where it stands in two columns.
    let shapes = legend.columns.enumerated().filter { index, node in
      !legend.columns.prefix(index).contains { $0.label == node.label && $0.shape == node.shape }
    }
    for (_, node) in shapes {
      let label = MeasuredDiagram.label(of: node, width: 40, breaker, &measure)
      let box = Box(left: 0, top: 0, right: label.width, bottom: label.height)
      items.append(
        Item(marks: group(of: node, label, box, id: "").marks, width: box.width, height: box.height)
      )
    }
    for edge in legend.edges {
      if let label = edge.label { items.append(item(of: edge, label.replacing("\n", with: " "))) }
    }
    return items
  }

  private mutating func item(_ text: String, isBold: Bool = false) -> Item {
    var block = TextBlock()
    block.add([text.printable], Theme.fontSize, isBold: isBold, &measure)
    return Item(
      marks: block.marks(at: Point(0, 0), .left), width: block.width, height: block.height)
  }

  /// A piece of line with its arrows, and what it means.
  private mutating func item(of edge: Diagram.Edge, _ text: String) -> Item {
    let words = item(text)
    let style = theme.line(edge.line, weight: edge.weight)
    let (length, head) = (44.0, 7.0)
    let y = words.height / 2
    let start = Point(style.start == nil ? 0 : head, y)
    let end = Point(style.end == nil ? length : length - head, y)
    var marks: [Mark] = [.outline(.line([start, end], style.stroke))]
    if let arrow = style.start { marks += Self.head(arrow, from: start, to: Point(0, y), style) }
    if let arrow = style.end { marks += Self.head(arrow, from: end, to: Point(length, y), style) }
    let gap = 6.0
    return Item(
      marks: marks + words.marks.map { $0.moved(by: Point(length + gap, 0)) },
      width: length + gap + words.width, height: words.height)
  }

  /// Items side by side, in as many rows as they take.
  private struct Flow {
    let width: Double
    private var rows: [[(item: Item, x: Double)]] = [[]]
    private var right = 0.0
    private(set) var widest = 0.0

    private static let gaps = (across: 18.0, down: 5.0)

    init(width: Double) { self.width = width }

    mutating func place(_ item: Item) {
      if right > 0, right + item.width > width {
        rows.append([])
        right = 0
      }
      rows[rows.count - 1].append((item, right))
      widest = max(widest, right + item.width)
      right += item.width + Self.gaps.across
    }

    /// The height of all rows.
    var height: Double {
      rows.reduce(-Self.gaps.down) { $0 + Self.height(of: $1) + Self.gaps.down }
    }

    /// The marks, items in the middle of their rows.
    var marks: [Mark] {
      var marks: [Mark] = []
      var top = 0.0
      for row in rows {
        let height = Self.height(of: row)
        for (item, x) in row {
          marks += item.marks.map { $0.moved(by: Point(x, top + (height - item.height) / 2)) }
        }
        top += height + Self.gaps.down
      }
      return marks
    }

    private static func height(of row: [(item: Item, x: Double)]) -> Double {
      row.map(\.item.height).max() ?? 0
    }
  }
}
