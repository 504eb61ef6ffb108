/// How a bar chart is drawn: labels at the left, bars in the middle, figures at their ends.
extension BarChart {
  private static let barHeight = 9.0
  /// The distance of a row's bars.
  private static let step = 13.0
  /// The room between rows.
  private static let gap = 5.0
  private static let sizes = (label: 12.0, figure: 11.0, scale: 10.0)

  /// The areas across a width.
  private struct Columns {
    let all: Double
    let label: Double
    let bars: Double

    /// The room at the right is for the figures of a bar that reaches the end.
    init(_ width: Double) {
      all = width
      label = width * 0.28
      bars = width - label - 12 - min(200, width / 4)
    }
  }

  /// The marks of a chart of a width, its upper left corner at the origin, and its height.
  ///
  /// - Parameter hasTitle: Whether the title stands above; on a sheet of its own it stands there anyway.
  /// - Returns: What is drawn, and labels of which something is left out, whole.
  func marks(
    width: Double, hasTitle: Bool, _ breaker: borrowing LineBreaker,
    _ measure: inout TextMeasure
  ) -> (groups: [MarkGroup], height: Double, shortened: [String]) {
    let columns = Columns(width)
    var groups: [MarkGroup] = []
    var below = 0.0
    func add(_ block: TextBlock, _ marks: [Mark] = [], x: Double = 0) {
      groups.append(
        MarkGroup(
          kind: .frame, id: "", title: block.lines.map(\.text).joined(separator: " "), box: nil,
          marks: marks + block.marks(at: Point(x, below), .left)))
    }
    if hasTitle, !title.isEmpty {
      let block = Self.block(title, 14, width, isBold: true, breaker, &measure)
      add(block)
      below += block.height + 4
    }
    for key in keys {
      let block = Self.block(key.text, Self.sizes.figure, width - 30, breaker, &measure)
      let sample = Box(left: 0, top: below + 3, right: 24, bottom: below + 3 + Self.barHeight)
      add(block, [Self.bar(sample, key.fill)], x: 30)
      below += block.height + 2
    }
    below += 4
    let top = below
    var rows: [MarkGroup] = []
    var shortened: [String] = []
    for row in self.rows {
      let (group, height, isWhole) = Self.group(of: row, columns, top: below, breaker, &measure)
      rows.append(group)
      if !isWhole { shortened.append(row.label.printable) }
      below += height
    }
    groups.append(Self.scale(columns, top: top, bottom: below, &measure))
    return (groups + rows, below + 18, shortened)
  }

  private static func block(
    _ text: String, _ size: Double, _ width: Double, isBold: Bool = false,
    _ breaker: borrowing LineBreaker, _ measure: inout TextMeasure
  ) -> TextBlock {
    // Lines are broken by letters; as many are taken as stand in the width when measured.
    var letters = Int(width / (size * 0.45))
    while true {
      var block = TextBlock()
      block.add(
        breaker.lines(of: text.printable, width: letters, limit: 4), size, isBold: isBold, &measure)
      if block.width <= width || letters <= 6 { return block }
      letters -= 1
    }
  }

  private static func group(
    of row: Row, _ columns: Columns, top: Double, _ breaker: borrowing LineBreaker,
    _ measure: inout TextMeasure
  ) -> (MarkGroup, height: Double, isWhole: Bool) {
    let isHeading = row.bars.isEmpty
    let label = block(
      row.label, sizes.label, isHeading ? columns.all : columns.label - 8, isBold: isHeading,
      breaker, &measure)
    let height = max(label.height, step * Double(row.bars.count)) + gap
    var marks: [Mark] = []
    // The scale's lines must not run through words.
    if isHeading { marks.append(backing(label, at: Point(0, top))) }
    let labelTop = top + (height - gap - label.height) / 2
    marks += label.marks(at: Point(0, labelTop), .left)
    var y = top + (height - gap - step * Double(row.bars.count)) / 2 + (step - barHeight) / 2
    for bar in row.bars {
      var end = columns.label
      for part in bar.parts where part.share > 0 {
        let length = columns.bars * min(max(part.share, 0), 1)
        marks.append(
          Self.bar(Box(left: end, top: y, right: end + length, bottom: y + barHeight), part.fill))
        end += length
      }
      var figure = TextBlock()
      figure.add([bar.text.printable], sizes.figure, &measure)
      let place = Point(end + 5, y + (barHeight - figure.height) / 2)
      marks.append(backing(figure, at: place))
      marks += figure.marks(at: place, .left)
      y += step
    }
    let text = ([row.label] + row.bars.map(\.text)).joined(separator: " ")
    let isWhole = label.lines.last?.text.hasSuffix("…") != true || row.label.hasSuffix("…")
    return (MarkGroup(kind: .frame, id: "", title: text, box: nil, marks: marks), height, isWhole)
  }

  /// White behind a text.
  private static func backing(_ text: TextBlock, at point: Point) -> Mark {
    .outline(
      .box(
        Box(
          left: point.x - 2, top: point.y, right: point.x + text.width + 3,
          bottom: point.y + text.height), nil, .colour(.white)))
  }

  /// The quarters, thin, with their numbers below.
  private static func scale(
    _ columns: Columns, top: Double, bottom: Double, _ measure: inout TextMeasure
  ) -> MarkGroup {
    var marks: [Mark] = []
    for quarter in 0...4 {
      let x = columns.label + columns.bars * Double(quarter) / 4
      let pen = Outline.Stroke(colour: Colour(0x4D4D4D), width: quarter == 0 ? 0.8 : 0.2)
      marks.append(.outline(.line([Point(x, top), Point(x, bottom)], pen)))
      var number = TextBlock()
      number.add(["\(quarter * 25)%"], sizes.scale, &measure)
      marks += number.marks(at: Point(x, bottom))
    }
    return MarkGroup(kind: .frame, id: "", title: "", box: nil, marks: marks)
  }

  private static func bar(_ box: Box, _ fill: Fill) -> Mark {
    let pen = Outline.Stroke(colour: Colour(0x333333), width: 0.5)
    let filling: Outline.Fill =
      switch fill {
      case .black: .colour(.black)
      case .grey: .colour(Colour(0x999999))
      case .white: .colour(.white)
      case .hatched: .hatched(.black)
      }
    return .outline(.box(box, pen, filling))
  }
}

/// A chart laid out for a width, ready to be drawn.
public struct PlacedChart: Sendable {
  let groups: [MarkGroup]
  /// The height that it takes, points.
  public let height: Double

  /// Lays a chart out for a width, points.
  public init(_ chart: BarChart, width: Double) {
    var measure = TextMeasure()
    (groups, height, _) = chart.marks(width: width, hasTitle: true, LineBreaker(), &measure)
  }

  /// Draws it with its upper left corner at a point.
  public func draw(on canvas: borrowing Canvas, x: Double, y: Double) {
    Picture.draw(groups, on: canvas, x: x, y: y)
  }
}
