public import Words

/// Makes pictures of diagrams: measures the labels, has them laid out, and draws shapes and lines.
public struct Renderer: ~Copyable {
  private let language: Language
  private let theme: Theme
  private let pool: LayoutPool
  private let breaker = LineBreaker()
  private var measure = TextMeasure()

  /// A renderer.
  ///
  /// - Parameters:
  ///   - language: The language of what the renderer itself says on a sheet.
  ///   - inks: What is printed with.
  ///   - pool: The children that lay out.
  public init(_ language: Language, inks: Inks = .colour, pool: LayoutPool = .shared) {
    self.language = language
    theme = Theme(inks: inks)
    self.pool = pool
  }

  /// The picture of a diagram.
  ///
  /// - Throws: `DrawingError` where no way of laying it out succeeds.
  public mutating func picture(of diagram: Diagram) throws(DrawingError) -> Picture {
    let measured = MeasuredDiagram(diagram, breaker, &measure)
    var best: (picture: Picture, faults: Int)?
    for variant in LayoutText.variants {
      let (layout, method) = try pool.layout(
        LayoutText.attempts(measured, variant), key: diagram.key)
      let picture = picture(of: measured, layout, method)
      // A tangle that takes its time is not laid out over and over.
      let faults = method == .layered ? picture.faults.count : 0
      if faults < best?.faults ?? .max { best = (picture, faults) }
      if faults == 0 { break }
    }
    guard let best else { throw .layout(key: diagram.key, reason: "none") }
    return best.picture
  }

  private mutating func picture(
    of measured: MeasuredDiagram, _ layout: Layout, _ method: LayoutMethod
  ) -> Picture {
    let diagram = measured.diagram
    let graph = edges(measured, layout) + nodes(measured, layout)
    let bounds = Self.bounds(of: graph, layout)
    let width = max(bounds.width, Self.leastWidth)
    let place = [diagram.subtitle, diagram.sheet?.text].compactMap(\.self)
    let header = header(
      title: diagram.title, [place.joined(separator: " · "), language.note(on: method)],
      width: width)
    let footer = footer(of: measured, width: width)
    let full = max(width, header.width, footer.width)
    let shift = Point(
      Self.margin + (full - bounds.width) / 2 - bounds.left,
      Self.margin + header.height + Self.gap - bounds.top)
    let below = Self.margin + header.height + Self.gap + bounds.height + Self.gap
    return Picture(
      diagram: diagram, key: diagram.key, name: diagram.name, title: diagram.title,
      dot: DOT.text(of: diagram, breaker), method: method,
      width: full + 2 * Self.margin, height: below + footer.height + Self.margin,
      groups: header.groups(at: Point(Self.margin + full / 2, Self.margin))
        + graph.map { $0.moved(by: shift) }
        + footer.groups.map { $0.moved(by: Point(Self.margin, below)) })
  }

  /// The picture of a chart.
  public mutating func picture(of sheet: ChartSheet) -> Picture {
    let width = Self.chartWidth
    let header = header(
      title: sheet.title,
      [[sheet.subtitle, sheet.sheet?.text].compactMap(\.self).joined(separator: " · ")],
      width: width)
    let chart = sheet.chart.marks(width: width, hasTitle: false, breaker, &measure)
    let top = Self.margin + header.height + Self.gap
    return Picture(
      diagram: nil, key: sheet.key, name: sheet.name, title: sheet.title, dot: nil, method: nil,
      width: width + 2 * Self.margin, height: top + chart.height + Self.margin,
      groups: header.groups(at: Point(Self.margin + width / 2, Self.margin))
        + chart.groups.map { $0.moved(by: Point(Self.margin, top)) })
  }

  private static let margin = 6.0
  private static let gap = 10.0
  private static let chartWidth = 690.0
  /// Titles are not broken into columns where a diagram is narrow.
  private static let leastWidth = 520.0

  /// The room of the marks: Graphviz does not count how far lines bend out.
  private static func bounds(of groups: [MarkGroup], _ layout: Layout) -> Box {
    var bounds = Box(left: 0, top: 0, right: layout.width, bottom: layout.height)
    for box in groups.compactMap(\.box) {
      bounds = Box(
        left: min(bounds.left, box.left), top: min(bounds.top, box.top),
        right: max(bounds.right, box.right), bottom: max(bounds.bottom, box.bottom))
    }
    return bounds
  }
}

extension Renderer {
  private func nodes(_ measured: MeasuredDiagram, _ layout: Layout) -> [MarkGroup] {
    let diagram = measured.diagram
    var groups: [MarkGroup] = []
    for (index, node) in diagram.columns.joined().enumerated() {
      guard let middle = layout.nodes["n\(index)"], let label = measured.nodes[node.id] else {
        continue
      }
      groups.append(
        group(
          of: node, label, Box(middle: middle, width: label.width, height: label.height),
          id: "\(diagram.key):\(node.id)"))
    }
    for (index, edge) in diagram.edges.enumerated() {
      guard let middle = layout.nodes["m\(index)"], let label = measured.lines[index] else {
        continue
      }
      let box = Box(middle: middle, width: label.width, height: label.height)
      groups.append(
        MarkGroup(
          kind: .node, id: "\(diagram.key):\(edge.id)", title: edge.label ?? "", box: box,
          marks: marks(of: label, edge.line, box)))
    }
    return groups
  }

  private func group(
    of node: Diagram.Node, _ label: MeasuredDiagram.Label, _ box: Box, id: String
  ) -> MarkGroup {
    let style = theme.node(node.shape)
    let outlines = style.form.outlines(box, style.stroke, style.fill.map { .colour($0) })
    return MarkGroup(
      kind: .node, id: id,
      title: [node.label, node.detail].compactMap { $0?.printable }.joined(separator: " "),
      box: box,
      marks: outlines.map { .outline($0) }
        + label.text.marks(at: style.form.place(of: label.text, in: box)))
  }

  private func marks(
    of label: MeasuredDiagram.Label, _ line: Diagram.Line, _ box: Box
  ) -> [Mark] {
    let frame: [Mark]
    if line == .opportunity {
      let stroke = Outline.Stroke(colour: theme.line(line).colour, width: 1.6)
      frame = [.outline(.box(box, radius: 6, stroke, .colour(.white)))]
    } else {
      frame = []
    }
    return frame
      + label.text.marks(at: Point(box.middle.x, box.middle.y - label.text.height / 2))
  }

  private func edges(_ measured: MeasuredDiagram, _ layout: Layout) -> [MarkGroup] {
    let diagram = measured.diagram
    let labels = diagram.columns.joined().reduce(into: [String: String]()) {
      $0[$1.id] = $1.label.printable
    }
    return diagram.edges.enumerated().flatMap { index, edge in
      let style = theme.line(edge.line, weight: edge.weight)
      let title = "\(labels[edge.from] ?? "") – \(labels[edge.to] ?? "")"
      return ["", "-a", "-b"].compactMap { half -> MarkGroup? in
        guard let curves = layout.curves["\(index)\(half)"] else { return nil }
        return MarkGroup(
          kind: .edge, id: "\(diagram.key):\(edge.id)\(half)", title: title, box: nil,
          marks: curves.flatMap { Self.marks(of: $0, style) })
      }
    }
  }

  /// A curve and its arrows' heads.
  private static func marks(of curve: Layout.Curve, _ style: Theme.LineStyle) -> [Mark] {
    guard let first = curve.points.first, let last = curve.points.last else { return [] }
    var steps: [Outline.Step] = [.move(first)]
    for index in stride(from: 1, to: curve.points.count - 2, by: 3) {
      steps.append(.curve(curve.points[index], curve.points[index + 1], curve.points[index + 2]))
    }
    var marks: [Mark] = [.outline(Outline(steps: steps, stroke: style.stroke, fill: nil))]
    if let arrow = style.start, let tip = curve.startTip {
      marks += head(arrow, from: first, to: tip, style)
    }
    if let arrow = style.end, let tip = curve.endTip {
      marks += head(arrow, from: last, to: tip, style)
    }
    return marks
  }

  static func head(
    _ arrow: Arrow, from base: Point, to tip: Point, _ style: Theme.LineStyle
  ) -> [Mark] {
    let way = base.towards(tip)
    let half = 3.2 + style.width * 0.5
    let side = Point(-way.y * half, way.x * half)
    let pen = Outline.Stroke(colour: style.colour, width: min(style.width, 1.4))
    let corners = [base + side, tip, base - side]
    return switch arrow {
    case .filled: [.outline(.polygon(corners, pen, .colour(style.colour)))]
    case .hollow: [.outline(.polygon(corners, pen, .colour(.white)))]
    case .vee: [.outline(.line(corners, pen)), .outline(.line([base, tip], pen))]
    }
  }
}

extension Renderer {
  /// What stands above the drawing: the question, then plan, place and year, then how it was laid out
  /// where that was not as usual.
  private struct Header {
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

  private mutating func header(title: String, _ below: [String], width: Double) -> Header {
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
  private struct Footer {
    var groups: [MarkGroup] = []
    var width = 0.0
    var height = 0.0
  }

  private mutating func footer(of measured: MeasuredDiagram, width: Double) -> Footer {
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
    addShortened(of: measured, to: &footer, width: width)
    return footer
  }

  /// Labels that did not fit their nodes, whole; very long ones are cut here too.
  private mutating func addShortened(
    of measured: MeasuredDiagram, to footer: inout Footer, width: Double
  ) {
    let shortened = measured.diagram.columns.joined().filter {
      measured.nodes[$0.id]?.isShortened == true
    }
    guard !shortened.isEmpty else { return }
    var block = TextBlock()
    for node in shortened {
      let lines = breaker.lines(
        of: "… " + node.label.printable.clipped(to: 400),
        width: Self.letters(width, Theme.fontSize), limit: 6)
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
    for node in legend.columns {
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

extension Language {
  /// What a sheet says of how it was laid out; nothing where that was as usual.
  func note(on method: LayoutMethod) -> String {
    switch method {
    case .layered: ""
    case .boundedLayered:
      pick(
        "(เส้นพันกันมาก จึงจัดวางอย่างรวบรัด เส้นอาจตัดกันมากกว่าปกติ)",
        "(so tangled that it was laid out in short: more lines may cross than usual)")
    case .forces:
      pick(
        "(เส้นพันกันมากจนจัดเป็นแถวไม่ได้ จึงวางให้สิ่งที่เชื่อมกันอยู่ใกล้กันแทน)",
        "(too tangled for columns: what is tied stands close instead)")
    }
  }
}
