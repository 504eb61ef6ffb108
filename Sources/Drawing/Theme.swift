/// How shapes and lines look.
///
/// They are told apart by form and line as well as by colour, and the colours by lightness as well as
/// by hue, so that a copy in black and white still reads, and so do eyes that see no red or no green.
struct Theme {
  /// The typeface; Thai official forms are set in its sister Sarabun.
  static let font = Fonts.family
  /// The size of the smallest text, points.
  static let fontSize = 13.0
  /// The size of titles, points.
  static let titleSize = 17.0
  /// Lines of a label at most.
  static let labelLines = 3

  let inks: Inks

  /// The form of a node, its line and its filling.
  struct NodeStyle {
    let form: NodeForm
    let pattern: LinePattern
    let colour: Colour
    let fill: Colour?

    /// The pen of its outline.
    var stroke: Outline.Stroke {
      Outline.Stroke(colour: colour, width: 1, dashes: pattern.dashes(1))
    }
  }

  /// A line and its arrows.
  struct LineStyle {
    var pattern = LinePattern.solid
    let colour: Colour
    var width: Double
    var start: Arrow?
    var end: Arrow?

    var stroke: Outline.Stroke {
      Outline.Stroke(colour: colour, width: width, dashes: pattern.dashes(width))
    }
  }

  func node(_ shape: Diagram.Shape) -> NodeStyle {
    let style = Self.style(of: shape)
    guard inks == .mono else { return style }
    return NodeStyle(form: style.form, pattern: style.pattern, colour: .black, fill: .white)
  }

  private static func style(of shape: Diagram.Shape) -> NodeStyle {
    func style(_ form: NodeForm, _ colour: UInt32, _ fill: UInt32) -> NodeStyle {
      NodeStyle(form: form, pattern: .solid, colour: Colour(colour), fill: Colour(fill))
    }
    return switch shape {
    case .fund: style(.doubleBox, 0x0B4F8A, 0xE3EFF9)
    case .activity: style(.rounded, 0x222222, 0xFFFFFF)
    case .mechanism: style(.note, 0x555555, 0xEEEEEE)
    case .issue: style(.tab, 0x7A5600, 0xFFF3D1)
    case .leader: style(.ellipse, 0x00573F, 0xE6F3EE)
    case .organisation: style(.component, 0x4A2C6F, 0xF1EAF8)
    case .place: style(.house, 0x5D4037, 0xF5EDE8)
    case .offer: style(.pointer, 0x222222, 0xFFFFFF)
    case .bundle:
      NodeStyle(form: .box, pattern: .dotted, colour: Colour(0x555555), fill: .white)
    case .continuation:
      NodeStyle(form: .pointer, pattern: .dashed, colour: Colour(0x555555), fill: .white)
    }
  }

  /// A line's style; thicker for one that stands for several ties, six at most count.
  func line(_ line: Diagram.Line, weight: Int = 1) -> LineStyle {
    var style = Self.style(of: line)
    if line == .tie || line == .plain {
      style.width = 1.5 + Double(min(max(weight, 1), 6) - 1)
    }
    guard inks == .mono else { return style }
    return LineStyle(
      pattern: style.pattern, colour: .black, width: style.width, start: style.start, end: style.end
    )
  }

  private static func style(of line: Diagram.Line) -> LineStyle {
    switch line {
    case .tie: LineStyle(colour: Colour(0x0B4F8A), width: 1.5, end: .filled)
    case .plain: LineStyle(colour: Colour(0x0B4F8A), width: 1.5)
    case .support: LineStyle(colour: Colour(0x555555), width: 1, start: .vee)
    case .opportunity:
      LineStyle(pattern: .dashed, colour: Colour(0xB03A00), width: 2, end: .hollow)
    case .continued: LineStyle(pattern: .dotted, colour: Colour(0x555555), width: 1)
    case .planned: LineStyle(pattern: .dotted, colour: Colour(0x00573F), width: 3, end: .filled)
    }
  }
}

/// What is printed with.
public enum Inks: String, Sendable, CaseIterable {
  /// Colours that also a copier and colour-blind eyes tell apart.
  case colour
  /// Black on white alone.
  case mono
}

/// How a line is broken up.
enum LinePattern: String {
  case solid
  case dashed
  case dotted

  /// Strokes and gaps of a pen of a width.
  func dashes(_ width: Double) -> [Double] {
    switch self {
    case .solid: []
    case .dashed: [max(6, 3 * width), max(4, 2 * width)]
    case .dotted: [max(1.5, width * 0.8), max(2.5, width * 1.2)]
    }
  }
}

/// An arrow's head.
enum Arrow: String {
  case filled = "normal"
  case hollow = "empty"
  case vee
}
