/// How shapes and lines look.
///
/// They are told apart by form and line as well as by colour, and the colours by lightness as well as
/// by hue, so that a copy in black and white still reads.
enum Theme {
  /// The typeface; Thai official forms are set in its sister Sarabun.
  static let font = "Laksaman"
  /// The size of the smallest text, points.
  static let fontSize = 13.0
  /// The size of titles, points.
  static let titleSize = 18.0
  /// How much larger the text is that the layout is made for than the text that is drawn.
  ///
  /// Graphviz sets lines 1.2 em apart, and in Thai a vowel below then touches the tone mark of the
  /// next line.
  static let leading = 1.12
  /// How far down the text is moved, in its own size.
  ///
  /// Graphviz centres lines as Latin ones; Thai marks stand higher above the line than below it.
  static let drop = 0.13
  /// Lines of a label at most.
  static let labelLines = 3

  static func attributes(_ shape: Diagram.Shape) -> [(String, String)] {
    switch shape {
    case .fund:
      [
        ("shape", "box"), ("style", "filled"), ("peripheries", "2"), ("color", "#0B4F8A"),
        ("fillcolor", "#E3EFF9"),
      ]
    case .activity:
      [
        ("shape", "box"), ("style", "rounded,filled"), ("color", "#222222"),
        ("fillcolor", "#FFFFFF"),
      ]
    case .mechanism:
      [("shape", "note"), ("style", "filled"), ("color", "#555555"), ("fillcolor", "#EEEEEE")]
    case .issue:
      [("shape", "tab"), ("style", "filled"), ("color", "#7A5600"), ("fillcolor", "#FFF3D1")]
    case .leader:
      [
        ("shape", "ellipse"), ("style", "filled"), ("color", "#1B5E20"), ("fillcolor", "#EAF4EA"),
      ]
    case .organisation:
      [("shape", "component"), ("style", "filled"), ("color", "#4A2C6F"), ("fillcolor", "#F1EAF8")]
    case .place:
      [("shape", "house"), ("style", "filled"), ("color", "#5D4037"), ("fillcolor", "#F5EDE8")]
    case .offer:
      [("shape", "cds"), ("style", "filled"), ("color", "#222222"), ("fillcolor", "#FFFFFF")]
    case .bundle:
      [("shape", "box"), ("style", "dotted"), ("color", "#555555")]
    case .continuation:
      [("shape", "cds"), ("style", "dashed"), ("color", "#555555"), ("margin", "0.2,0.1")]
    }
  }

  static func attributes(_ line: Diagram.Line) -> [(String, String)] {
    switch line {
    case .tie: [("style", "solid"), ("color", "#0B4F8A")]
    case .plain: [("style", "solid"), ("color", "#0B4F8A"), ("dir", "none")]
    case .support:
      [
        ("style", "solid"), ("color", "#555555"), ("penwidth", "1"), ("dir", "back"),
        ("arrowtail", "vee"),
      ]
    case .continued: [("style", "dotted"), ("color", "#555555"), ("dir", "none")]
    case .planned: [("style", "dotted"), ("color", "#1B5E20"), ("penwidth", "3")]
    case .opportunity:
      [
        ("style", "dashed"), ("color", "#B3261E"), ("penwidth", "2"), ("arrowhead", "empty"),
      ]
    }
  }

  /// The node on a line that bears its label.
  static func label(_ line: Diagram.Line) -> [(String, String)] {
    switch line {
    case .opportunity:
      [
        ("shape", "box"), ("style", "rounded,filled"), ("color", "#B3261E"), ("penwidth", "1.6"),
        ("fillcolor", "#FFFFFF"), ("width", "0.3"),
        ("margin", "0.05,0.02"),
      ]
    case .tie, .plain, .support, .planned, .continued:
      [("shape", "plaintext"), ("margin", "0.03,0.0")]
    }
  }

  /// A thicker line for one that stands for several; six at most count.
  static func weight(_ weight: Int, _ line: Diagram.Line) -> [(String, String)] {
    guard line == .tie || line == .plain else { return [] }
    return [("penwidth", String(1.5 + Double(min(max(weight, 1), 6) - 1)))]
  }
}
