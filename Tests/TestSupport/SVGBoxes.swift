/// The boxes of an SVG of Graphviz: where each node and its lines of text stand, points.
public struct SVGBoxes {
  /// A line of text: its middle and baseline, its size and content.
  public struct Text {
    /// The middle.
    public let x: Double
    /// The baseline.
    public let y: Double
    /// The size.
    public let size: Double
    /// The content, XML's references as they are.
    public let content: String
  }

  /// A node: its box and what stands in it.
  public struct Node {
    /// The left side.
    public let left: Double
    /// The right side.
    public let right: Double
    /// The upper side.
    public let top: Double
    /// The lower side.
    public let bottom: Double
    /// The lines of its label.
    public let texts: [Text]

    /// Whether the middle of a line stands in the box.
    public func contains(_ text: Text) -> Bool {
      text.x > left && text.x < right && text.y > top && text.y < bottom
    }

    /// Whether two boxes share more than a line.
    public func overlaps(_ other: Node) -> Bool {
      min(right, other.right) - max(left, other.left) > 0.5
        && min(bottom, other.bottom) - max(top, other.top) > 0.5
    }
  }

  /// The nodes, in the order of the drawing.
  public let nodes: [Node]

  /// The boxes of an SVG.
  public init(_ svg: String) {
    var nodes: [Node] = []
    for part in svg.components(separatedBy: "class=\"node\"").dropFirst() {
      let group = part.components(separatedBy: "</g>")[0]
      let points = group.split(separator: "\n").flatMap(Self.points)
      let texts = group.split(separator: "\n").filter { $0.hasPrefix("<text") }.compactMap(
        Self.text)
      guard let left = points.map(\.0).min(), let right = points.map(\.0).max(),
        let top = points.map(\.1).min(), let bottom = points.map(\.1).max()
      else { continue }
      nodes.append(Node(left: left, right: right, top: top, bottom: bottom, texts: texts))
    }
    self.nodes = nodes
  }

  /// The points of a polygon or path: pairs of numbers with a comma between.
  private static func points(_ line: Substring) -> [(Double, Double)] {
    guard line.hasPrefix("<polygon") || line.hasPrefix("<path") else { return [] }
    return line.split { " \"MCL".contains($0) }.compactMap { pair in
      let numbers = pair.split(separator: ",").compactMap { Double($0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
  }

  private static func text(_ line: Substring) -> Text? {
    func number(_ name: String) -> Double? {
      guard let start = line.firstRange(of: " \(name)=\"") else { return nil }
      return Double(line[start.upperBound...].prefix { $0 != "\"" })
    }
    guard let x = number("x"), let y = number("y"), let size = number("font-size") else {
      return nil
    }
    let content = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
    return Text(x: x, y: y + (number("dy") ?? 0), size: size, content: String(content))
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
