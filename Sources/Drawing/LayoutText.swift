/// A measured diagram as Graphviz needs it to lay it out: boxes of fixed sizes and lines between them.
///
/// No word that was typed into a plan is among it. Nodes are named `n0`, `n1`, … in the order of the
/// columns, labels on lines `m0`, … and lines by their place among the diagram's lines, the two halves
/// of one with a label `-a` and `-b`.
enum LayoutText {
  /// Other settings of `dot`, for where it leads a line through a node: lines of straight pieces, and
  /// more room.
  static let variants = [
    [], [("splines", "polyline")], [("ranksep", "1"), ("nodesep", "0.2")],
    [("ranksep", "1.3"), ("nodesep", "0.3"), ("splines", "polyline")],
  ]

  /// The ways to lay a diagram out, the best first.
  ///
  /// - Parameter variant: Settings for the first way beside the usual ones.
  static func attempts(
    _ measured: MeasuredDiagram, _ variant: [(String, String)] = []
  ) -> [LayoutPool.Attempt] {
    let isLarge = measured.nodes.count > 60 && measured.diagram.arrangement == .network
    let longest = isLarge ? 6 : Double.infinity
    return [
      .init(
        method: .layered, engine: "dot", text: text(of: measured, isLayered: true, bounds: variant),
        longest: longest),
      .init(
        method: .boundedLayered, engine: "dot",
        text: text(
          of: measured, isLayered: true,
          bounds: [
            ("nslimit", "1"), ("nslimit1", "1"), ("mclimit", "0.1"), ("splines", "line"),
          ]), longest: longest),
      .init(
        method: .forces, engine: "sfdp",
        text: text(
          of: measured, isLayered: false,
          bounds: [("overlap", "prism"), ("sep", "+12"), ("splines", "line"), ("K", "1.2")])),
    ]
  }

  private static func text(
    of measured: MeasuredDiagram, isLayered: Bool, bounds: [(String, String)]
  ) -> String {
    let diagram = measured.diagram
    let hasColumns = isLayered && diagram.arrangement == .columns
    var lines = ["digraph plan {"]
    lines.append(
      "graph "
        + DOT.list(
          [
            ("rankdir", "LR"), ("nodesep", DOT.number(diagram.spacing)),
            ("ranksep", diagram.columns.count > 3 ? "0.4" : "0.7"), ("start", "1"),
          ] + bounds))
    lines.append("node [shape=box, fixedsize=true, label=\"\"]")
    lines.append("edge [arrowsize=0.7, id=\"\"]")
    var names: [String: String] = [:]
    for (column, nodes) in diagram.columns.enumerated() {
      if hasColumns { lines.append("{ rank=same") }
      for node in nodes {
        let name = "n\(names.count)"
        names[node.id] = name
        let isEllipse = Theme(inks: .colour).node(node.shape).form == .ellipse
        lines.append("\(name) " + size(measured.nodes[node.id], isEllipse: isEllipse))
      }
      // An invisible anchor in each column keeps the columns apart and in order.
      if hasColumns { lines.append("a\(column) [style=invis, width=0, height=0]\n}") }
    }
    if hasColumns {
      for column in diagram.columns.indices.dropFirst() {
        let length = diagram.hasLabels(after: column - 1) ? 2 : 1
        lines.append("a\(column - 1) -> a\(column) [style=invis, minlen=\(length)]")
      }
    }
    for (index, edge) in diagram.edges.enumerated() {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      lines += self.lines(
        edge, index, from, to, measured.lines[index], ports: hasColumns)
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func size(_ label: MeasuredDiagram.Label?, isEllipse: Bool = false) -> String {
    // Graphviz counts in inches, and rounds the box of a node to whole points.
    func inches(_ points: Double) -> String { String(points.rounded(.up) / 72) }
    return "[width=\(inches(label?.width ?? 20)), height=\(inches(label?.height ?? 20))"
      + (isEllipse ? ", shape=ellipse]" : "]")
  }

  /// A line; one that bears a label goes through a node of its own, so that the label stands *on* the
  /// line and nothing else can come near it.
  private static func lines(
    _ edge: Diagram.Edge, _ index: Int, _ from: String, _ to: String,
    _ label: MeasuredDiagram.Label?, ports: Bool
  ) -> [String] {
    let style = Theme(inks: .colour).line(edge.line, weight: edge.weight)
    let (east, west) = ports ? (":e", ":w") : ("", "")
    guard let label else {
      return ["\(from)\(east) -> \(to)\(west) [id=\"\(index)\", \(arrows(style.start, style.end))]"]
    }
    return [
      "m\(index) \(size(label))",
      "\(from)\(east) -> m\(index)\(west) [id=\"\(index)-a\", \(arrows(style.start, nil))]",
      "m\(index)\(east) -> \(to)\(west) [id=\"\(index)-b\", \(arrows(nil, style.end))]",
    ]
  }

  private static func arrows(_ start: Arrow?, _ end: Arrow?) -> String {
    switch (start, end) {
    case (nil, nil): "dir=none"
    case (let start?, nil): "dir=back, arrowtail=\(start.rawValue)"
    case (nil, let end?): "dir=forward, arrowhead=\(end.rawValue)"
    case (let start?, let end?):
      "dir=both, arrowtail=\(start.rawValue), arrowhead=\(end.rawValue)"
    }
  }
}
