import CPango
public import Sheets
public import Words

/// The formats that a picture is written in.
public enum PictureFormat: String, Sendable, CaseIterable {
  case svg
  case pdf
  case png
  case dot
}

extension Picture {
  /// Dots an inch of a PNG: enough for print.
  private static let resolution = 150.0
  /// Dots along a side that cairo can hold.
  private static let pixelLimit = 32_000.0

  /// What letters keep from the edge of a PDF of drawings alone, points.
  private static let edge = 3.0

  /// Writes the drawing as a PDF of its own size, for other documents to hold.
  private func writePDF(
    to path: String, _ language: Language
  ) throws(SheetError) -> [LegibilityBreach] {
    let canvas = Canvas(pdf: path, width: width, height: height, title: title, language)
    draw(on: canvas, x: 0, y: 0, width: width, height: height)
    let edge = 2 * Self.edge
    canvas.setFullTexts(
      of: self, within: Box(left: edge, top: edge, right: width - edge, bottom: height - edge),
      size: Theme.fontSize, language)
    let law = LegibilityLaw(
      smallest: LegibilityLaw.smallestInHand, left: Self.edge, margin: Self.edge, width: width,
      height: height)
    let breaches = canvas.breaches(of: law)
    try canvas.finish()
    return breaches
  }

  /// Writes the drawing to a file; a chart has no form in Graphviz's language, and none is written.
  ///
  /// - Returns: Where a PDF breaks the law of a sheet that is held in the hand.
  @discardableResult
  public func write(
    _ format: PictureFormat, to path: String, _ language: Language
  ) throws(SheetError) -> [LegibilityBreach] {
    switch format {
    case .dot: if let dot { try FileBytes.write(Array(dot.utf8), to: path) }
    case .svg: try FileBytes.write(Array(svgDocument.utf8), to: path)
    case .pdf: return try writePDF(to: path, language)
    case .png:
      try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
        let scale = min(Self.resolution / 72, Self.pixelLimit / max(width, height))
        let canvas = Canvas(imageWidth: width * scale, height: height * scale)
        draw(on: canvas, x: 0, y: 0, width: width * scale, height: height * scale)
        try canvas.writePNG(to: beside, shownAs: path)
      }
    }
    return []
  }
}
