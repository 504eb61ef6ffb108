/// A point of a drawing, points from its upper left corner.
public struct Point: Sendable, Equatable {
  /// To the right.
  public var x: Double
  /// Downwards.
  public var y: Double

  /// A point at a place.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }
  var length: Double { (x * x + y * y).squareRoot() }
}

/// A rectangle of a drawing, points.
public struct Box: Sendable, Equatable {
  /// The left side.
  public var left: Double
  /// The upper side.
  public var top: Double
  /// The right side.
  public var right: Double
  /// The lower side.
  public var bottom: Double

  /// A rectangle between its sides.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// A rectangle of a size around its middle.
  init(middle: Point, width: Double, height: Double) {
    self.init(
      left: middle.x - width / 2, top: middle.y - height / 2, right: middle.x + width / 2,
      bottom: middle.y + height / 2)
  }

  /// Its width.
  public var width: Double { right - left }
  /// Its height.
  public var height: Double { bottom - top }
  var middle: Point { Point((left + right) / 2, (top + bottom) / 2) }

  func inset(by distance: Double) -> Box {
    Box(
      left: left + distance, top: top + distance, right: right - distance,
      bottom: bottom - distance)
  }

  func moved(by distance: Point) -> Box {
    Box(
      left: left + distance.x, top: top + distance.y, right: right + distance.x,
      bottom: bottom + distance.y)
  }

  /// What of it lies within another that it overlaps.
  func within(_ other: Box) -> Box {
    Box(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  /// Whether another shares more than so much of its width and height.
  public func overlaps(_ other: Box, by least: Double = 0) -> Bool {
    min(right, other.right) - max(left, other.left) > least
      && min(bottom, other.bottom) - max(top, other.top) > least
  }

  /// Whether another lies within it, but for so much.
  public func holds(_ other: Box, within slack: Double = 0) -> Bool {
    other.left >= left - slack && other.right <= right + slack && other.top >= top - slack
      && other.bottom <= bottom + slack
  }
}

/// A colour of three parts, 0 to 255.
public struct Colour: Sendable, Equatable {
  /// Red, green and blue.
  public let parts: (red: UInt8, green: UInt8, blue: UInt8)

  /// A colour as on the web, such as `0x0B4F8A`.
  public init(_ code: UInt32) {
    parts = (UInt8(code >> 16 & 255), UInt8(code >> 8 & 255), UInt8(code & 255))
  }

  /// As on the web, `#0b4f8a`.
  public var code: String {
    "#"
      + [parts.red, parts.green, parts.blue]
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Two colours are the same where all parts are.
  public static func == (a: Colour, b: Colour) -> Bool { a.parts == b.parts }

  static let black = Colour(0x000000)
  static let white = Colour(0xFFFFFF)
}

/// What a drawing is made of; later marks stand before earlier ones.
public enum Mark: Sendable, Equatable {
  /// A line or an area.
  case outline(Outline)
  /// A line of text.
  case text(TextLine)
}

/// A line or an area.
public struct Outline: Sendable, Equatable {
  /// A step of the pen.
  public enum Step: Sendable, Equatable {
    /// To a point, without drawing.
    case move(Point)
    /// Straight to a point.
    case line(Point)
    /// To the last point, bent by the first two (cubic Bézier).
    case curve(Point, Point, Point)
    /// Back to where the pen was set down.
    case close
  }

  /// How an area is filled.
  public enum Fill: Sendable, Equatable {
    case colour(Colour)
    /// Strokes from lower left to upper right on white.
    case hatched(Colour)
  }

  /// The pen.
  public struct Stroke: Sendable, Equatable {
    var colour: Colour
    var width: Double
    /// Lengths of strokes and gaps in turn; whole where empty.
    var dashes: [Double] = []
  }

  /// The steps.
  public var steps: [Step]
  /// The pen; none where only the area is filled.
  public var stroke: Stroke?
  /// The filling, if any.
  public var fill: Fill?

  /// A closed line through corners.
  static func polygon(_ corners: [Point], _ stroke: Stroke?, _ fill: Fill? = nil) -> Outline {
    Outline(steps: steps(through: corners) + [.close], stroke: stroke, fill: fill)
  }

  /// A line through points.
  static func line(_ points: [Point], _ stroke: Stroke) -> Outline {
    Outline(steps: steps(through: points), stroke: stroke, fill: nil)
  }

  private static func steps(through points: [Point]) -> [Step] {
    points.enumerated().map { $0 == 0 ? .move($1) : .line($1) }
  }

  /// A rectangle, its corners round where a radius is given.
  static func box(_ box: Box, radius: Double = 0, _ stroke: Stroke?, _ fill: Fill? = nil) -> Outline
  {
    let corners = [
      Point(box.left, box.top), Point(box.right, box.top), Point(box.right, box.bottom),
      Point(box.left, box.bottom),
    ]
    guard radius > 0 else { return polygon(corners, stroke, fill) }
    let bend = radius * 0.4477
    var steps: [Step] = []
    for (index, corner) in corners.enumerated() {
      let (last, next) = (corners[(index + 3) % 4], corners[(index + 1) % 4])
      let (back, on) = (corner.towards(last), corner.towards(next))
      let start = corner + back * radius
      steps.append(index == 0 ? .move(start) : .line(start))
      steps.append(.curve(corner + back * bend, corner + on * bend, corner + on * radius))
    }
    return Outline(steps: steps + [.close], stroke: stroke, fill: fill)
  }

  /// An ellipse that touches the sides of a box.
  static func ellipse(_ box: Box, _ stroke: Stroke?, _ fill: Fill? = nil) -> Outline {
    // The four arcs as cubic curves; 0.5523 is 4/3 · (√2 − 1).
    let (x, y) = (box.width / 2, box.height / 2)
    let middle = box.middle
    func at(_ dx: Double, _ dy: Double) -> Point { Point(middle.x + dx * x, middle.y + dy * y) }
    let k = 0.5523
    return Outline(
      steps: [
        .move(at(1, 0)), .curve(at(1, k), at(k, 1), at(0, 1)),
        .curve(at(-k, 1), at(-1, k), at(-1, 0)),
        .curve(at(-1, -k), at(-k, -1), at(0, -1)), .curve(at(k, -1), at(1, -k), at(1, 0)), .close,
      ], stroke: stroke, fill: fill)
  }
}

extension Point {
  /// The direction to another point, of length 1.
  func towards(_ other: Point) -> Point {
    let way = other - self
    return way.length > 0 ? way * (1 / way.length) : Point(0, 0)
  }
}

/// A line of text.
public struct TextLine: Sendable, Equatable {
  /// The text.
  public var content: String
  /// The middle of its baseline.
  public var place: Point
  /// Its size, points.
  public var size: Double
  /// Whether it is bold.
  public var isBold: Bool
  /// Its colour.
  public var colour: Colour
  /// Where its ink may be: its width, and as far above and below the baseline as its marks reach.
  public var box: Box
}

/// The marks of one thing.
public struct MarkGroup: Sendable, Equatable {
  /// What the thing is.
  public enum Kind: String, Sendable {
    case node
    case edge
    /// Title, legend, scale and the like.
    case frame
  }

  /// What the thing is.
  public var kind: Kind
  /// Its id in the whole document.
  public var id: String
  /// Its text in full, also where the drawing shortens it.
  public var title: String
  /// The room that a node takes.
  public var box: Box?
  /// Its marks, from back to front.
  public var marks: [Mark]

  /// The lines of its text.
  public var texts: [TextLine] {
    marks.compactMap { if case .text(let line) = $0 { line } else { nil } }
  }
}

extension MarkGroup {
  func moved(by distance: Point) -> MarkGroup {
    var group = self
    group.box = box?.moved(by: distance)
    group.marks = marks.map { $0.moved(by: distance) }
    return group
  }
}

extension Mark {
  func moved(by distance: Point) -> Mark {
    switch self {
    case .outline(var outline):
      outline.steps = outline.steps.map { step in
        switch step {
        case .move(let point): .move(point + distance)
        case .line(let point): .line(point + distance)
        case .curve(let first, let second, let end):
          .curve(first + distance, second + distance, end + distance)
        case .close: .close
        }
      }
      return .outline(outline)
    case .text(var line):
      line.place = line.place + distance
      line.box = line.box.moved(by: distance)
      return .text(line)
    }
  }
}
