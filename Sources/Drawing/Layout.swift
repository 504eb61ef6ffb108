/// Where Graphviz puts the nodes and lines of a diagram, points from the upper left corner.
struct Layout: Sendable, Equatable {
  /// A line: pieces of cubic curves, and the tips of its arrows where it has any.
  struct Curve: Sendable, Equatable {
    /// The start, then two bending points and an end for each piece.
    var points: [Point]
    /// The tip of the arrow at the start.
    var startTip: Point?
    /// The tip of the arrow at the end.
    var endTip: Point?
  }

  /// The width of all.
  let width: Double
  /// The height of all.
  let height: Double
  /// The middles of the nodes, by name.
  let nodes: [String: Point]
  /// The lines, by id.
  let curves: [String: [Curve]]
}

extension Layout {
  /// Reads what a layout child wrote: a line `g` with the bounds, `n` for each node, `e` for each line.
  ///
  /// - Returns: Nil where the text is not whole.
  init?(reading text: Substring) {
    var bounds: [Double] = []
    var nodes: [String: Point] = [:]
    var curves: [String: [Curve]] = [:]
    // Graphviz counts upwards from the lower left corner.
    func point(_ x: Double, _ y: Double) -> Point { Point(x - bounds[0], bounds[3] - y) }
    for row in text.split(separator: "\n") {
      let parts = row.split(separator: " ")
      let skipped = parts.first == "g" ? 1 : 2
      let numbers = parts.dropFirst(skipped).compactMap { Double($0) }
      guard numbers.count == parts.count - skipped else { return nil }
      switch parts.first {
      case "g" where numbers.count == 4: bounds = numbers
      case "n" where numbers.count == 2 && !bounds.isEmpty:
        nodes[String(parts[1])] = point(numbers[0], numbers[1])
      case "e" where numbers.count >= 6 + 8 && numbers.count % 2 == 0 && !bounds.isEmpty:
        let points = stride(from: 6, to: numbers.count, by: 2).map {
          point(numbers[$0], numbers[$0 + 1])
        }
        curves[String(parts[1]), default: []].append(
          Curve(
            points: points, startTip: numbers[0] != 0 ? point(numbers[1], numbers[2]) : nil,
            endTip: numbers[3] != 0 ? point(numbers[4], numbers[5]) : nil))
      default: return nil
      }
    }
    guard !bounds.isEmpty else { return nil }
    self.init(
      width: bounds[2] - bounds[0], height: bounds[3] - bounds[1], nodes: nodes, curves: curves)
  }
}
