import Drawing

/// A page as it is laid out: paper, which way up, and margins; everything on it derives from here.
///
/// The layout reckons in points of its own, of which the smallest letters have nine; on paper they are
/// enlarged until the paper's law is kept. A3 thus holds less than twice as much as A4.
public struct PageFormat: Sendable, Equatable {
  /// The smallest letters that the layout sets, in its own points.
  public static let smallestText = LegibilityLaw.smallestInHand
  /// What is kept free for the holes of a file, points on paper (22 mm).
  private static let binding = 62.4
  private static let margin = 28.0
  /// The foot with the number of the page.
  private static let foot = 24.0

  /// The paper.
  public let paper: Paper
  /// Whether the longer side stands upright.
  public let isUpright: Bool

  /// A page of a paper, across or upright.
  public init(_ paper: Paper = .a4, isUpright: Bool = false) {
    self.paper = paper
    self.isUpright = isUpright
  }

  /// How much larger everything is on paper: at least as the paper grows, and as its law asks.
  var scale: Double {
    max(paper.smallestText / Self.smallestText, paper.sides.short / Paper.a4.sides.short)
  }
  /// The paper's width, points.
  var paperWidth: Double { isUpright ? paper.sides.short : paper.sides.long }
  /// The paper's height, points.
  var paperHeight: Double { isUpright ? paper.sides.long : paper.sides.short }

  /// The left end of text, points of the layout, as are all below.
  var left: Double { max(Self.binding / scale, Self.margin) }
  /// The right end of text.
  var right: Double { paperWidth / scale - Self.margin }
  /// The width of text.
  var width: Double { right - left }
  /// The upper end of text.
  var top: Double { Self.margin }
  /// The lower end of text; the foot stands below.
  var bottom: Double { paperHeight / scale - Self.margin - Self.foot }
  /// The height of text.
  var height: Double { bottom - top }
  /// The upper end of the foot.
  var foot: Double { bottom + 7 }

  /// Whether there is room for what is written by hand beside a text.
  var isWide: Bool { width > 620 }

  /// The room for a drawing below its page's first line; on an upright page it is turned on its side.
  var drawing: (width: Double, height: Double) {
    let height = height - Self.lineOfReference
    return isUpright ? (height, width) : (width, height)
  }
  /// What a drawing leaves free for the line that says where its table stands.
  static let lineOfReference = 18.0

  /// What the pages must keep to.
  var law: LegibilityLaw {
    LegibilityLaw(
      smallest: paper.smallestText, left: left * scale - 4, margin: (Self.margin - 6) * scale,
      width: paperWidth, height: paperHeight)
  }
}
