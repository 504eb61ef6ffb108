public import Words

/// Makes pictures of diagrams: measures the labels, has them laid out, and draws shapes and lines.
public struct Renderer: ~Copyable {
  let language: Language
  let theme: Theme
  private let pool: LayoutPool
  let breaker = LineBreaker()
  var measure = TextMeasure()

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
      method: method,
      width: full + 2 * Self.margin, height: below + footer.height + Self.margin,
      groups: header.groups(at: Point(Self.margin + full / 2, Self.margin))
        + graph.map { $0.moved(by: shift) }
        + footer.groups.map { $0.moved(by: Point(Self.margin, below)) },
      fullTexts: footer.fullTexts)
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
    var footer = Footer()
    addShortened(chart.shortened, to: &footer, width: width)
    return Picture(
      diagram: nil, key: sheet.key, name: sheet.name, title: sheet.title, method: nil,
      width: max(width, footer.width) + 2 * Self.margin,
      height: top + chart.height + footer.height + Self.margin,
      groups: header.groups(at: Point(Self.margin + width / 2, Self.margin))
        + chart.groups.map { $0.moved(by: Point(Self.margin, top)) }
        + footer.groups.map { $0.moved(by: Point(Self.margin, top + chart.height)) },
      fullTexts: footer.fullTexts)
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

  func group(
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
