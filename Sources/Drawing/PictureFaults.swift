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
  /// - Complexity: O(nodes² + nodes · edges).
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
    groups.filter { $0.kind == .edge }.flatMap { edge in
      let points = edge.marks.flatMap { mark in
        if case .outline(let outline) = mark { outline.sampled } else { [Point]() }
      }
      return texts.filter { text in
        points.contains { point in
          text.box.left < point.x && point.x < text.box.right && text.box.top < point.y
            && point.y < text.box.bottom
        }
      }.map { PictureFault.crossed($0.id, by: edge.id) }
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
