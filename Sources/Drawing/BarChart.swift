/// Horizontal bars of shares, in black, grey and hatching, so that they survive a copier.
public struct BarChart: Sendable, Equatable {
  /// How a part of a bar is filled.
  public enum Fill: Sendable, Equatable {
    case black
    case grey
    case hatched
    case white
  }

  /// A part of a bar; parts follow one another.
  public struct Part: Sendable, Equatable {
    /// The share of the whole width, 0 to 1.
    public let share: Double
    /// How it is filled.
    public let fill: Fill

    /// A part of a share.
    public init(_ share: Double, _ fill: Fill) {
      self.share = share
      self.fill = fill
    }
  }

  /// A bar with the words beside it.
  public struct Bar: Sendable, Equatable {
    /// Its parts; none where nothing is known.
    public let parts: [Part]
    /// What stands at its end: the figure, or that it is not known.
    public let text: String

    /// A bar of parts.
    public init(_ parts: [Part], _ text: String) {
      self.parts = parts
      self.text = text
    }
  }

  /// A label and its bars, one below the other; without bars it heads the rows below it.
  public struct Row: Sendable, Equatable {
    /// What the bars are of.
    public let label: String
    /// The bars.
    public let bars: [Bar]

    /// A row of bars.
    public init(_ label: String, _ bars: [Bar]) {
      self.label = label
      self.bars = bars
    }
  }

  /// What a fill means.
  public struct Key: Sendable, Equatable {
    /// The fill.
    public let fill: Fill
    /// What it means.
    public let text: String

    /// A fill and what it means.
    public init(_ fill: Fill, _ text: String) {
      self.fill = fill
      self.text = text
    }
  }

  /// What stands above it.
  public let title: String
  /// The rows, from top to bottom.
  public let rows: [Row]
  /// What the fills mean.
  public let keys: [Key]

  /// A chart of rows.
  public init(title: String, rows: [Row], keys: [Key]) {
    self.title = title
    self.rows = rows
    self.keys = keys
  }
}

extension BarChart {
  private static let barHeight = 8.0
  /// The room between rows.
  private static let gap = 4.0
  private static let labelStyle = TextStyle(size: 12)
  private static let textStyle = TextStyle(size: 10.5)

  /// The areas across a width: labels at the left, bars, figures at their ends.
  private struct Columns {
    let all: Double
    let label: Double
    let bars: Double
    let text: Double

    init(_ width: Double) {
      all = width
      label = width * 0.28
      text = min(200, width / 4)
      bars = width - label - text - 12
    }
  }

  /// The height that it takes in a width, points.
  public func height(on canvas: borrowing Canvas, width: Double) -> Double {
    place(on: canvas, x: 0, y: 0, width: width, draws: false)
  }

  /// Draws it with its upper left corner at a point.
  ///
  /// - Returns: Its height, points.
  @discardableResult
  public func draw(on canvas: borrowing Canvas, x: Double, y: Double, width: Double) -> Double {
    place(on: canvas, x: x, y: y, width: width, draws: true)
  }

  private func place(
    on canvas: borrowing Canvas, x: Double, y: Double, width: Double, draws: Bool
  ) -> Double {
    let columns = Columns(width)
    var below = y
    if !title.isEmpty {
      below +=
        canvas.text(
          title, x: x, y: below, width: width, TextStyle(size: 14, isBold: true), draws: draws) + 4
    }
    below += placeKeys(on: canvas, x: x, y: below, width: width, draws: draws)
    let end = rows.reduce(below) {
      $0 + place($1, columns, on: canvas, x: x, y: $0, draws: false)
    }
    if draws {
      drawScale(columns, on: canvas, x: x, top: below, below: end)
      for row in rows { below += place(row, columns, on: canvas, x: x, y: below, draws: true) }
    }
    return end + 14 - y
  }

  private func place(
    _ row: Row, _ columns: Columns, on canvas: borrowing Canvas, x: Double, y: Double, draws: Bool
  ) -> Double {
    if row.bars.isEmpty {
      let style = TextStyle(size: Self.labelStyle.size, isBold: true)
      if draws {
        // The scale's lines must not run through the words.
        let room = canvas.room(of: row.label, style)
        canvas.fill(x, y, min(room.width, columns.all) + 4, room.above + room.below + 4, grey: 1)
      }
      return canvas.text(row.label, x: x, y: y, width: columns.all, style, draws: draws) + Self.gap
    }
    let step = Self.barHeight + 4
    let text = canvas.text(
      row.label, x: x, y: y, width: columns.label - 8, Self.labelStyle, draws: draws)
    let height = max(text, step * Double(row.bars.count)) + Self.gap
    guard draws else { return height }
    var barY = y + (height - Self.gap - step * Double(row.bars.count)) / 2 + 2
    for bar in row.bars {
      var end = x + columns.label
      for part in bar.parts where part.share > 0 {
        let length = columns.bars * min(max(part.share, 0), 1)
        Self.fill(part.fill, end, barY, length, on: canvas)
        end += length
      }
      // The scale's lines must not run through the figures.
      let room = canvas.room(of: bar.text, Self.textStyle)
      canvas.fill(end + 4, barY - 2, room.width + 2, Self.barHeight + 4, grey: 1)
      canvas.text(bar.text, x: end + 5, y: barY - 4, width: columns.text, Self.textStyle)
      barY += step
    }
    return height
  }

  private func placeKeys(
    on canvas: borrowing Canvas, x: Double, y: Double, width: Double, draws: Bool
  ) -> Double {
    var below = y
    for key in keys {
      if draws { Self.fill(key.fill, x, below + 4, 24, on: canvas) }
      below += canvas.text(
        key.text, x: x + 30, y: below, width: width - 30, Self.textStyle, draws: draws)
    }
    return keys.isEmpty ? 0 : below - y + 6
  }

  /// The quarters, thin, with their numbers below.
  private func drawScale(
    _ columns: Columns, on canvas: borrowing Canvas, x: Double, top: Double, below: Double
  ) {
    for quarter in 0...4 {
      let place = x + columns.label + columns.bars * Double(quarter) / 4
      canvas.line(place, top, place, below, width: quarter == 0 ? 0.8 : 0.2)
      canvas.text(
        "\(quarter * 25)%", x: place - 20, y: below, width: 40,
        TextStyle(size: 9, alignment: .centre))
    }
  }

  private static func fill(
    _ fill: Fill, _ x: Double, _ y: Double, _ width: Double, on canvas: borrowing Canvas
  ) {
    switch fill {
    case .black: canvas.fill(x, y, width, barHeight, grey: 0)
    case .grey: canvas.fill(x, y, width, barHeight, grey: 0.6)
    case .white: canvas.fill(x, y, width, barHeight, grey: 1)
    case .hatched:
      canvas.fill(x, y, width, barHeight, grey: 1)
      hatch(x, y, width, on: canvas)
    }
    canvas.line(x, y, x + width, y)
    canvas.line(x, y + barHeight, x + width, y + barHeight)
    canvas.line(x, y, x, y + barHeight)
    canvas.line(x + width, y, x + width, y + barHeight)
  }

  /// Strokes from lower left to upper right, cut at the edges.
  private static func hatch(_ x: Double, _ y: Double, _ width: Double, on canvas: borrowing Canvas)
  {
    var start = -barHeight
    while start < width {
      let (left, right) = (max(start, 0), min(start + barHeight, width))
      canvas.line(
        x + left, y + barHeight - (left - start), x + right, y + barHeight - (right - start),
        width: 0.8)
      start += 4
    }
  }
}
