/// A diagram that has been laid out.
public struct Picture: Sendable {
  /// The diagram.
  public let diagram: Diagram
  /// Its text in Graphviz's language.
  public let dot: String
  /// The drawing, a whole SVG document.
  public let svg: [UInt8]
  /// The drawing's size, points.
  public let width: Double
  /// The drawing's height, points.
  public let height: Double

  /// Lays a diagram out.
  public init(
    of diagram: Diagram, _ graphviz: borrowing Graphviz, _ breaker: borrowing LineBreaker
  ) throws(DrawingError) {
    self.diagram = diagram
    dot = DOT.text(of: diagram, breaker)
    svg = Self.withLeading(try graphviz.svg(of: dot, key: diagram.key))
    let head = String(decoding: svg.prefix(2_000), as: UTF8.self)
    width = Self.points("width", in: head)
    height = Self.points("height", in: head)
  }

  /// The SVG element alone, without the document's prologue, to stand within a page.
  public var svgElement: String {
    let text = String(decoding: svg, as: UTF8.self)
    guard let start = text.firstRange(of: "<svg") else { return text }
    return String(text[start.lowerBound...])
  }

  /// The size that the smallest text has when the drawing is scaled into an area, points.
  public func smallestText(fitting width: Double, _ height: Double) -> Double {
    Theme.fontSize * scale(fitting: width, height)
  }

  /// The factor by which the drawing fits into an area; it is never enlarged.
  public func scale(fitting width: Double, _ height: Double) -> Double {
    min(1, width / max(1, self.width), height / max(1, self.height))
  }

  /// The drawing with its text at the size that is meant, in the room that a larger one was given,
  /// and as far down as marks above the line need.
  private static func withLeading(_ svg: [UInt8]) -> [UInt8] {
    let text = String(decoding: svg, as: UTF8.self)
    var drawn = ""
    for (index, part) in text.split(separator: " font-size=\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0, let end = part.firstIndex(of: "\""), let size = Double(part[..<end]) else {
        drawn += (index > 0 ? " font-size=\"" : "") + part
        continue
      }
      let drawnSize = Self.hundredths(size / Theme.leading)
      let shift = Self.hundredths(size / Theme.leading * Theme.drop)
      drawn += " dy=\"\(shift)\" font-size=\"\(drawnSize)" + part[end...]
    }
    return Array(drawn.utf8)
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// The number in `name="…pt"`.
  private static func points(_ name: String, in text: String) -> Double {
    guard let start = text.firstRange(of: " \(name)=\""),
      let end = text[start.upperBound...].firstRange(of: "pt\"")
    else { return 0 }
    return Double(text[start.upperBound..<end.lowerBound]) ?? 0
  }
}
