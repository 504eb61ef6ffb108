import Words

/// Diagrams as text in Graphviz's language.
///
/// Names of nodes are made up here, every text is escaped, and only the theme's attributes are
/// written, so that nothing typed into a plan is ever read as Graphviz's language or markup.
public enum DOT {
  /// The text of a diagram; the same diagram gives the same text.
  public static func text(of diagram: Diagram, _ breaker: borrowing LineBreaker) -> String {
    var lines = ["digraph plan {"]
    lines.append("  graph " + list(graphAttributes(diagram, breaker)))
    lines.append(
      "  node "
        + list(font + [("margin", diagram.isDense ? "0.1,0.04" : "0.1,0.055"), ("height", "0.3")]))
    lines.append("  edge " + list(font + [("arrowsize", "0.7")]))
    var names: [String: String] = [:]
    let isNetwork = diagram.arrangement == .network
    for (column, nodes) in diagram.columns.enumerated() {
      lines.append(isNetwork ? "  {" : "  { rank=same")
      for node in nodes {
        let name = "n\(names.count)"
        names[node.id] = name
        lines.append("    " + self.node(node, name, diagram, breaker))
      }
      // An invisible anchor in each column keeps the columns apart and in order.
      if !isNetwork { lines.append("    a\(column) [style=invis, width=0, height=0, label=\"\"]") }
      lines.append("  }")
    }
    for column in diagram.columns.indices.dropFirst() where !isNetwork {
      let length = diagram.hasLabels(after: column - 1) ? 2 : 1
      lines.append("  a\(column - 1) -> a\(column) [style=invis, minlen=\(length)]")
    }
    for (index, edge) in diagram.edges.enumerated() {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      lines += self.edge(edge, from, to, "m\(index)", diagram.key).map { "  " + $0 }
    }
    lines += legend(diagram, breaker)
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static var font: [(String, String)] {
    [("fontname", Theme.font), ("fontsize", number(Theme.fontSize))]
  }

  private static func graphAttributes(
    _ diagram: Diagram, _ breaker: borrowing LineBreaker
  ) -> [(String, String)] {
    let title = breaker.lines(of: diagram.title.printable, width: 80, limit: 2)
    let below = diagram.sheet.map { diagram.subtitle + " · " + $0.text } ?? diagram.subtitle
    let subtitle = breaker.lines(of: below.printable, width: 100, limit: 2)
    return [
      ("rankdir", "LR"), ("labelloc", "t"), ("fontname", Theme.font),
      ("fontsize", number(Theme.titleSize)), ("nodesep", number(diagram.spacing)),
      ("ranksep", diagram.columns.count > 3 ? "0.4" : "0.7"),
      ("outputorder", "edgesfirst"), ("start", "1"), ("pad", "0.1"), ("bgcolor", "white"),
      ("label", escaped(title + subtitle)),
    ]
  }

  private static func node(
    _ node: Diagram.Node, _ name: String, _ diagram: Diagram, _ breaker: borrowing LineBreaker
  ) -> String {
    let text = breaker.parts(of: node, width: diagram.labelWidth).flatMap(\.lines)
    let attributes =
      [("id", escaped(["\(diagram.key):\(node.id)"])), ("label", escaped(text))]
      + attributes(theme.node(node.shape))
    return "\(name) " + list(attributes)
  }

  /// A line; one that bears a label goes through a node of its own, so that the label stands *on*
  /// the line and nothing else can come near it.
  private static func edge(
    _ edge: Diagram.Edge, _ from: String, _ to: String, _ middle: String, _ key: String
  ) -> [String] {
    let attributes = attributes(theme.line(edge.line, weight: edge.weight))
    let id = escaped(["\(key):\(edge.id)"])
    guard let label = edge.label else {
      return ["\(from):e -> \(to):w " + list([("id", id)] + attributes)]
    }
    let isBackward = attributes.contains { $0 == ("dir", "back") }
    let plain = attributes.filter { !["dir", "arrowhead", "arrowtail"].contains($0.0) }
    let bare = plain + [("dir", "none")]
    return [
      "\(middle) "
        + list(
          [
            ("id", id),
            ("label", escaped(label.split(separator: "\n").map { String($0).printable })),
          ]
            + labelAttributes(edge.line)),
      "\(from):e -> \(middle):w " + list([("id", id + "-a")] + (isBackward ? attributes : bare)),
      "\(middle):e -> \(to):w " + list([("id", id + "-b")] + (isBackward ? bare : attributes)),
    ]
  }

  private static func legend(
    _ diagram: Diagram, _ breaker: borrowing LineBreaker
  ) -> [String] {
    var lines = ["  subgraph cluster_legend {"]
    lines.append(
      "    graph "
        + list([
          ("label", escaped([diagram.legend.title.printable])), ("labelloc", "t"),
          ("labeljust", "l"),
          ("style", "dotted"), ("color", "#555555"),
          ("fontsize", number(Theme.fontSize)),
        ]))
    var names: [String: String] = [:]
    for node in diagram.legend.columns {
      let name = "l\(names.count)"
      names[node.id] = name
      lines.append("    " + self.node(node, name, diagram, breaker))
    }
    for (index, edge) in diagram.legend.edges.enumerated() {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      lines += self.edge(edge, from, to, "k\(index)", diagram.key).map { "    " + $0 }
    }
    lines += shortened(diagram, breaker)
    lines.append("  }")
    return lines
  }

  /// Labels that did not fit their nodes or lines, whole.
  private static func shortened(
    _ diagram: Diagram, _ breaker: borrowing LineBreaker
  ) -> [String] {
    let labels =
      diagram.columns.joined().flatMap { node in
        breaker.parts(of: node, width: diagram.labelWidth).filter(\.isShortened).map(\.whole)
      } + diagram.edges.flatMap { MeasuredDiagram.rows(of: $0.label ?? "").shortened }
    return labels.enumerated().map { index, label in
      let lines = breaker.lines(of: "… " + label, width: 80, limit: 0)
      return "    s\(index) " + list([("label", escaped(lines)), ("shape", "plaintext")])
    }
  }

  private static let theme = Theme(inks: .colour)

  private static func attributes(_ style: Theme.NodeStyle) -> [(String, String)] {
    let isRounded = style.form == .rounded
    let manners = [
      isRounded ? "rounded" : nil, style.pattern == .solid ? nil : style.pattern.rawValue,
    ]
    return style.form.attributes + [
      ("style", (manners.compactMap(\.self) + ["filled"]).joined(separator: ",")),
      ("color", style.colour.code), ("fillcolor", (style.fill ?? .white).code),
    ]
  }

  private static func attributes(_ style: Theme.LineStyle) -> [(String, String)] {
    var attributes = [
      ("style", style.pattern.rawValue), ("color", style.colour.code),
      ("penwidth", number(style.width)),
    ]
    switch (style.start, style.end) {
    case (nil, nil): attributes.append(("dir", "none"))
    case (let start?, nil): attributes += [("dir", "back"), ("arrowtail", start.rawValue)]
    case (nil, let end?): attributes.append(("arrowhead", end.rawValue))
    case (let start?, let end?):
      attributes += [("dir", "both"), ("arrowtail", start.rawValue), ("arrowhead", end.rawValue)]
    }
    return attributes
  }

  /// The node on a line that bears its label.
  private static func labelAttributes(_ line: Diagram.Line) -> [(String, String)] {
    guard line == .opportunity else { return [("shape", "plaintext"), ("margin", "0.03,0.0")] }
    return [
      ("shape", "box"), ("style", "rounded,filled"), ("color", theme.line(line).colour.code),
      ("penwidth", "1.6"), ("fillcolor", Colour.white.code), ("width", "0.3"),
      ("margin", "0.05,0.02"),
    ]
  }

  static func list(_ attributes: [(String, String)]) -> String {
    "[" + attributes.map { "\($0)=\"\($1)\"" }.joined(separator: ", ") + "]"
  }

  /// A number with at most two places after the point.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return hundredths % 100 == 0 ? String(hundredths / 100) : String(Double(hundredths) / 100)
  }

  /// Lines as the content of a quoted string: no character keeps a meaning of its own.
  static func escaped(_ lines: [String]) -> String {
    lines.map { line in
      var text = ""
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\\": text += "\\\\"
        case "\"": text += "\\\""
        case "&": text += "&amp;"
        case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): text += " "
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
    .joined(separator: "\\n")
  }
}

extension Diagram {
  /// Whether a line to the column after one bears a label, which takes a column of its own.
  func hasLabels(after column: Int) -> Bool {
    let ids = Set(columns[column].map(\.id))
    let legendIDs = Set(legend.columns.prefix(column + 1).suffix(1).map(\.id))
    return edges.contains { $0.label != nil && ids.contains($0.from) }
      || legend.edges.contains { $0.label != nil && legendIDs.contains($0.from) }
  }

  /// Whether so many lines pass between the nodes that these must stand close to fit a page.
  var isDense: Bool { edges.count > 40 }

  /// The room between the nodes of a column, inches.
  var spacing: Double { isDense ? 0.03 : 0.13 }
}
