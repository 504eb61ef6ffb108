/// What would keep a drawing from being read, found on the drawing itself.
public enum PictureFault: Sendable, Equatable {
  /// A node or a line's label stands over another.
  case overlap(String, String)
  /// A line of text leaves the box of its node.
  case textOutside(String, text: String)
  /// A line runs through the text of a node.
  case crossed(String, by: String)
  /// Something stands outside of the drawing.
  case outside(String)
}

extension Picture {
  /// Everything that would keep it from being read; none in a good drawing.
  ///
  /// - Complexity: O(nodes² + the length of all lines).
  public var faults: [PictureFault] {
    let nodes = groups.compactMap { group in group.box.map { (group: group, box: $0) } }
    var faults: [PictureFault] = []
    let page = Box(left: 0, top: 0, right: width, bottom: height)
    for (index, node) in nodes.enumerated() {
      if !page.holds(node.box, within: 0.5) { faults.append(.outside(node.group.id)) }
      for text in node.group.texts where !node.box.holds(text.box, within: 0.5) {
        faults.append(.textOutside(node.group.id, text: text.content))
      }
      for other in nodes[(index + 1)...] where node.box.overlaps(other.box, by: 0.5) {
        faults.append(.overlap(node.group.id, other.group.id))
      }
    }
    for text in groups.filter({ $0.kind == .frame }).flatMap(\.texts)
    where !page.holds(text.box, within: 0.5) {
      faults.append(.outside(text.content))
    }
    return faults
      + crossings(nodes.flatMap { node in node.group.texts.map { (node.group.id, $0.box) } })
  }

  private func crossings(_ texts: [(id: String, box: Box)]) -> [PictureFault] {
    let grid = BoxGrid(texts.map(\.box))
    return groups.filter { $0.kind == .edge }.flatMap { edge in
      let points = edge.marks.flatMap { mark in
        if case .outline(let outline) = mark { outline.sampled } else { [Point]() }
      }
      let crossed = Set(points.flatMap(grid.boxes(at:)))
      return crossed.sorted().map { PictureFault.crossed(texts[$0].id, by: edge.id) }
    }
  }
}

/// Boxes by the squares that they touch, to be found by a point.
private struct BoxGrid {
  private static let side = 64.0

  private struct Square: Hashable {
    let column: Int
    let row: Int

    init(_ point: Point) {
      column = Int((point.x / BoxGrid.side).rounded(.down))
      row = Int((point.y / BoxGrid.side).rounded(.down))
    }

    init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  private let boxes: [Box]
  private var squares: [Square: [Int]] = [:]

  init(_ boxes: [Box]) {
    self.boxes = boxes
    for (index, box) in boxes.enumerated() {
      let (first, last) = (Square(Point(box.left, box.top)), Square(Point(box.right, box.bottom)))
      for column in first.column...last.column {
        for row in first.row...last.row {
          squares[Square(column: column, row: row), default: []].append(index)
        }
      }
    }
  }

  /// The boxes that hold a point.
  func boxes(at point: Point) -> [Int] {
    (squares[Square(point)] ?? []).filter { index in
      let box = boxes[index]
      return box.left < point.x && point.x < box.right && box.top < point.y && point.y < box.bottom
    }
  }
}

extension Outline {
  /// Points along the line, close to one another.
  fileprivate var sampled: [Point] {
    var points: [Point] = []
    var pen = Point(0, 0)
    for step in steps {
      switch step {
      case .move(let to): pen = to
      case .line(let to):
        let start = pen
        let count = max(1, Int((to - start).length / 3))
        points += (0...count).map { start + (to - start) * (Double($0) / Double(count)) }
        pen = to
      case .curve(let first, let second, let to):
        let start = pen
        let count = max(8, Int((to - start).length / 3))
        points += (0...count).map { index in
          let t = Double(index) / Double(count)
          let u = 1 - t
          return start * (u * u * u) + first * (3 * u * u * t) + second * (3 * u * t * t)
            + to * (t * t * t)
        }
        pen = to
      case .close: break
      }
    }
    return points
  }
}
