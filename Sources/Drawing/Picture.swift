/// A drawing, in marks: what SVG, PDF, PNG and the page are all made from.
public struct Picture: Sendable, Equatable {
  /// The diagram that it shows; nil for charts.
  public let diagram: Diagram?
  /// The key: a word without blanks that files and ids are named after.
  public let key: String
  /// A word or two that tell it from the other drawings.
  public let name: String
  /// The question that it answers.
  public let title: String
  /// How Graphviz laid it out; nil for charts.
  public let method: LayoutMethod?
  /// The width, points.
  public let width: Double
  /// The height, points.
  public let height: Double
  /// The things drawn, from back to front.
  public let groups: [MarkGroup]
  /// Texts that the key only begins, whole: papers print them behind the drawing.
  public internal(set) var fullTexts: [String] = []

  /// The diagram in Graphviz's language, written anew each time; nil for charts.
  public var dot: String? { diagram.map { DOT.text(of: $0, LineBreaker()) } }

  /// The lines of text, from back to front.
  public var texts: [TextLine] { groups.flatMap(\.texts) }

  /// The size of the smallest text, points; nil where there is none.
  public var smallestText: Double? { texts.map(\.size).min() }

  /// The size that the smallest text has when the drawing is scaled into an area, points.
  public func smallestText(fitting width: Double, _ height: Double) -> Double {
    (smallestText ?? Theme.fontSize) * scale(fitting: width, height)
  }

  /// The factor by which the drawing fits into an area; it is never enlarged.
  public func scale(fitting width: Double, _ height: Double) -> Double {
    min(1, width / max(1, self.width), height / max(1, self.height))
  }
}
