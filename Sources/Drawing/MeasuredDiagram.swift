import Words

/// A diagram with the size of each of its labels.
struct MeasuredDiagram {
  /// A node or a line's label: its text in lines, and the room that it takes.
  struct Label {
    let text: TextBlock
    let width: Double
    let height: Double
    /// Whether something of the text is left out.
    var isShortened = false
  }

  let diagram: Diagram
  /// The nodes' labels, by id.
  let nodes: [String: Label]
  /// The lines' labels, by the line's place among the diagram's lines.
  let lines: [Int: Label]

  init(
    _ diagram: Diagram, _ breaker: borrowing LineBreaker, _ measure: inout TextMeasure
  ) {
    self.diagram = diagram
    var nodes: [String: Label] = [:]
    for node in diagram.columns.joined() {
      nodes[node.id] = Self.label(of: node, width: diagram.labelWidth, breaker, &measure)
    }
    self.nodes = nodes
    var lines: [Int: Label] = [:]
    for (index, edge) in diagram.edges.enumerated() {
      guard let label = edge.label else { continue }
      lines[index] = Self.label(of: label, edge.line, &measure)
    }
    self.lines = lines
  }

  static func label(
    of node: Diagram.Node, width: Int, _ breaker: borrowing LineBreaker,
    _ measure: inout TextMeasure
  ) -> Label {
    var text = TextBlock()
    let lines = breaker.lines(of: node.label.printable, width: width, limit: Theme.labelLines)
    text.add(lines, Theme.fontSize, &measure)
    if let detail = node.detail {
      text.add(
        breaker.lines(of: detail.printable, width: width + 4, limit: 1), Theme.fontSize, &measure)
    }
    let size = Theme(inks: .colour).node(node.shape).form.size(around: text)
    return Label(
      text: text, width: size.width, height: max(20, size.height),
      isShortened: lines.last?.hasSuffix("…") == true && !node.label.hasSuffix("…"))
  }

  /// A label on a line; proposals stand in a frame.
  static func label(
    of text: String, _ line: Diagram.Line, _ measure: inout TextMeasure
  ) -> Label {
    var block = TextBlock()
    let rows = text.split(separator: "\n").map { String($0).printable.clipped(to: 60) }
    block.add(rows, Theme.fontSize, &measure)
    let margin = line == .opportunity ? 4.0 : 2.0
    return Label(
      text: block, width: max(20, block.width + 2 * margin), height: block.height + margin)
  }
}

extension String {
  /// Scalars that one letter as a reader sees it may have: no writing needs more, but heaps of marks do.
  private static let letterLimit = 12

  /// What can be set in type: characters that only steer are left out, any kind of blank is one blank.
  var printable: String {
    var text = ""
    for scalar in lazy.flatMap({ $0.unicodeScalars.prefix(Self.letterLimit) }) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: text += " "
      // Marks of direction would turn their neighbours round; the joiners belong to their letters.
      case .format where !["\u{200B}", "\u{200C}", "\u{200D}"].contains(scalar): break
      case .surrogate, .unassigned, .privateUse: text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }
}
