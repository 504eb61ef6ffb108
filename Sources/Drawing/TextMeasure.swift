import CPango

/// How wide texts are, and how far their marks reach; each text is measured once.
struct TextMeasure: ~Copyable {
  /// The room of a line: its width, and its ink above and below the baseline, in its own size.
  struct Extent {
    let width: Double
    let above: Double
    let below: Double
  }

  private struct Key: Hashable {
    let text: String
    let isBold: Bool
  }

  /// Measures are taken at this size, and are proportional: nothing is rounded to dots.
  private static let unit = 100.0

  private let canvas = Canvas(measuringWidth: 1, height: 1)
  private var extents: [Key: Extent] = [:]

  /// The room of a line of text of a size.
  mutating func extent(of text: String, _ size: Double, isBold: Bool = false) -> Extent {
    let unit = unitExtent(of: text, isBold: isBold)
    let scale = size / Self.unit
    return Extent(width: unit.width * scale, above: unit.above * scale, below: unit.below * scale)
  }

  private mutating func unitExtent(of text: String, isBold: Bool) -> Extent {
    let key = Key(text: text, isBold: isBold)
    if let known = extents[key] { return known }
    let room = canvas.room(of: text, TextStyle(size: Self.unit, isBold: isBold))
    let extent = Extent(width: room.width, above: room.above, below: room.below)
    extents[key] = extent
    return extent
  }
}

/// Lines of text one below the other, measured, with as much room between them as their marks need.
struct TextBlock {
  /// A line: its text and size, and how far its baseline is below the block's upper end.
  struct Line {
    let text: String
    let size: Double
    let isBold: Bool
    let extent: TextMeasure.Extent
    let baseline: Double
  }

  private(set) var lines: [Line] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// The least distance of baselines, in the text's size: less looks crowded also without marks.
  private static let leading = 1.24
  /// The least room above and below a baseline, in the text's size.
  private static let least = (above: 0.86, below: 0.3)

  /// The lines of one size, in order.
  mutating func add(
    _ texts: [String], _ size: Double, isBold: Bool = false, gap: Double = 0,
    _ measure: inout TextMeasure
  ) {
    guard !texts.isEmpty else { return }
    var extents: [TextMeasure.Extent] = []
    for text in texts { extents.append(measure.extent(of: text, size, isBold: isBold)) }
    let above = max(Self.least.above * size, extents.map(\.above).max() ?? 0)
    let below = max(Self.least.below * size, extents.map(\.below).max() ?? 0)
    // All lines of a block stand at the same distance, that of its tallest neighbours.
    let meeting = zip(extents, extents.dropFirst()).map { $0.below + $1.above }.max() ?? 0
    let pitch = max(Self.leading * size, meeting + 0.05 * size)
    for (index, text) in texts.enumerated() {
      lines.append(
        Line(
          text: text, size: size, isBold: isBold, extent: extents[index],
          baseline: height + gap + above + Double(index) * pitch))
    }
    height += gap + above + Double(texts.count - 1) * pitch + below
    width = max(width, extents.map(\.width).max() ?? 0)
  }

  /// Where the lines of a block stand.
  enum Alignment {
    case middle
    case left
  }

  /// The lines as marks, the block's upper middle, or its upper left corner, at a point.
  func marks(at point: Point, _ alignment: Alignment = .middle, colour: Colour = .black) -> [Mark] {
    lines.map { line in
      let middle = alignment == .middle ? point.x : point.x + line.extent.width / 2
      let place = Point(middle, point.y + line.baseline)
      return .text(
        TextLine(
          content: line.text, place: place, size: line.size, isBold: line.isBold, colour: colour,
          box: Box(
            left: middle - line.extent.width / 2, top: place.y - line.extent.above,
            right: middle + line.extent.width / 2, bottom: place.y + line.extent.below)))
    }
  }
}
