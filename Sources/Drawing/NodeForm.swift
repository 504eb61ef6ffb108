/// The form of a node: how much room it takes around its text, and its outlines.
enum NodeForm: String {
  case box
  case doubleBox
  case rounded
  case note
  case tab
  case ellipse
  case component
  case house
  case pointer

  /// The room beside the text, points.
  private struct Margins {
    var left = 7.0
    var top = 2.0
    var right = 7.0
    var bottom = 3.0
  }

  /// How far the second line of a double one stands within the first.
  private static let double = 3.0
  /// The fold of a note, the roof of a house and the like.
  private static let corner = 8.0

  private var margins: Margins {
    var margins = Margins()
    switch self {
    case .box, .rounded, .ellipse: break
    case .doubleBox:
      margins.left += Self.double
      margins.right += Self.double
      margins.top += Self.double
      margins.bottom += Self.double
    case .note: margins.right += Self.corner - 2
    case .tab: margins.top += 4
    case .component: margins.left += Self.corner
    case .house: margins.top += Self.corner
    case .pointer: margins.right += Self.corner
    }
    return margins
  }

  /// How much larger than its text an ellipse is, each way: (1/x)² + (1/y)² = 1.
  private static let swell = (x: 1.2, y: 1.81)

  /// The room that a node of a text takes.
  func size(around text: TextBlock) -> (width: Double, height: Double) {
    if self == .ellipse {
      return (text.width * Self.swell.x + 6, text.height * Self.swell.y)
    }
    let margins = margins
    return (
      text.width + margins.left + margins.right, text.height + margins.top + margins.bottom
    )
  }

  /// The upper middle of the text in a node.
  func place(of text: TextBlock, in box: Box) -> Point {
    if self == .ellipse { return Point(box.middle.x, box.middle.y - text.height / 2) }
    let margins = margins
    return Point(
      (box.left + margins.left + box.right - margins.right) / 2,
      // A node may be taller than its text needs.
      (box.top + margins.top + box.bottom - margins.bottom - text.height) / 2)
  }

  /// The outlines, from back to front.
  func outlines(_ box: Box, _ stroke: Outline.Stroke, _ fill: Outline.Fill?) -> [Outline] {
    func polygon(_ corners: (Double, Double)...) -> Outline {
      .polygon(corners.map { Point($0.0, $0.1) }, stroke, fill)
    }
    let (left, top, right, bottom) = (box.left, box.top, box.right, box.bottom)
    let corner = min(Self.corner, box.height / 2)
    switch self {
    case .box: return [.box(box, stroke, fill)]
    case .rounded: return [.box(box, radius: min(7, box.height / 2), stroke, fill)]
    case .ellipse: return [.ellipse(box, stroke, fill)]
    case .doubleBox:
      return [.box(box, stroke, fill), .box(box.inset(by: Self.double), stroke)]
    case .note:
      return [
        polygon(
          (left, top), (right - corner, top), (right, top + corner), (right, bottom), (left, bottom)
        ),
        .line(
          [
            Point(right - corner, top), Point(right - corner, top + corner),
            Point(right, top + corner),
          ], stroke),
      ]
    case .tab:
      let height = 4.0
      return [
        .box(Box(left: left, top: top + height, right: right, bottom: bottom), stroke, fill),
        .box(
          Box(left: left, top: top, right: left + min(22, box.width / 2), bottom: top + height),
          stroke, fill),
      ]
    case .component:
      let body = Box(left: left + corner / 2, top: top, right: right, bottom: bottom)
      let middle = (top + bottom) / 2
      return [.box(body, stroke, fill)]
        + [middle - corner * 0.7, middle + corner * 0.1].map { y in
          .box(
            Box(left: left, top: y, right: left + corner, bottom: y + corner * 0.6), stroke, fill)
        }
    case .house:
      return [
        polygon(
          ((left + right) / 2, top), (right, top + corner), (right, bottom), (left, bottom),
          (left, top + corner))
      ]
    case .pointer:
      return [
        polygon(
          (left, top), (right - corner, top), (right, (top + bottom) / 2), (right - corner, bottom),
          (left, bottom))
      ]
    }
  }

  /// Graphviz's words for the form.
  var attributes: [(String, String)] {
    switch self {
    case .box: [("shape", "box")]
    case .doubleBox: [("shape", "box"), ("peripheries", "2")]
    case .rounded: [("shape", "box")]
    case .pointer: [("shape", "cds")]
    case .note, .tab, .ellipse, .component, .house: [("shape", rawValue)]
    }
  }
}
