import CPango
import Glibc
public import Sheets

/// How a text is set.
public struct TextStyle: Sendable {
  /// The size, points.
  public var size: Double
  /// Whether it is bold.
  public var isBold: Bool
  /// 0 is black, 1 is white.
  public var grey: Double
  /// Where its lines stand.
  public var alignment: Alignment

  /// A style; black and at the left where nothing else is said.
  public init(
    size: Double = 11, isBold: Bool = false, grey: Double = 0, alignment: Alignment = .left
  ) {
    self.size = size
    self.isBold = isBold
    self.grey = grey
    self.alignment = alignment
  }

  /// Where lines stand in their column.
  public enum Alignment: Sendable {
    case left
    case centre
    case right
  }
}

/// A document of cairo, page by page; all measures are points from the upper left corner.
///
/// Text is set by Pango, which breaks Thai at words, and stays text in the file; fonts are embedded.
public struct Canvas: ~Copyable {
  private let surface: OpaquePointer?
  private let context: OpaquePointer?
  private let path: String

  /// A PDF to be written at a path, of pages of one size.
  public init(pdf path: String, width: Double, height: Double, title: String) {
    self.path = path
    surface = cairo_pdf_surface_create(path, width, height)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "sanphaen")
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, Canvas.creationDate())
    context = cairo_create(surface)
  }

  /// A canvas that draws nothing: for measuring.
  public init(measuringWidth width: Double, height: Double) {
    path = ""
    var extents = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
    surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, &extents)
    context = cairo_create(surface)
  }

  /// A white canvas of dots.
  init(imageWidth width: Double, height: Double) {
    path = ""
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(width.rounded(.up)), Int32(height.rounded(.up)))
    context = cairo_create(surface)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// cairo's drawing context, for what other libraries draw.
  var drawing: OpaquePointer? { context }

  /// `SOURCE_DATE_EPOCH` where it is set, else now; ISO 8601 in UTC.
  private static func creationDate() -> String {
    var seconds = getenv("SOURCE_DATE_EPOCH").flatMap { time_t(String(cString: $0)) } ?? time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Draws everything from here on larger by a factor.
  public func scale(by factor: Double) { cairo_scale(context, factor, factor) }

  /// Ends the page; what is drawn next stands on a new one.
  public func endPage() { cairo_show_page(context) }

  /// Completes the file.
  public func finish() throws(SheetError) {
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .unwritable(path: path, reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// Writes a canvas of dots as PNG.
  ///
  /// - Parameter path: The path that an error names.
  func writePNG(to file: String, shownAs path: String) throws(SheetError) {
    let status = cairo_surface_write_to_png(surface, file)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .unwritable(path: path, reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// Sets a text in a column of a width.
  ///
  /// - Parameter draws: Whether it is drawn, or only measured.
  /// - Returns: Its height.
  @discardableResult
  public func text(
    _ text: String, x: Double, y: Double, width: Double, _ style: TextStyle, draws: Bool = true
  ) -> Double {
    let layout = TextLayout(text, style, width: width, context)
    if draws {
      cairo_set_source_rgb(context, style.grey, style.grey, style.grey)
      layout.show(on: context, x: x, y: y)
    }
    return layout.height
  }

  /// The room that a text needs in one line: its width, and its ink above and below the baseline.
  public func room(of text: String, _ style: TextStyle) -> (
    width: Double, above: Double, below: Double
  ) {
    let layout = TextLayout(text, style, width: nil, context)
    return (layout.width, layout.ink.above, layout.ink.below)
  }

  /// Sets one line of text with its middle and baseline at a point, in a colour of three parts.
  func line(
    of text: String, middle x: Double, baseline y: Double, _ style: TextStyle,
    colour: (Double, Double, Double)
  ) {
    let layout = TextLayout(text, style, width: nil, context)
    cairo_set_source_rgb(context, colour.0, colour.1, colour.2)
    layout.show(on: context, x: x - layout.width / 2, y: y - layout.baseline)
  }

  /// Draws a dark grey line between two points.
  public func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double, width: Double = 0.5) {
    cairo_set_source_rgb(context, 0.3, 0.3, 0.3)
    cairo_set_line_width(context, width)
    cairo_move_to(context, x, y)
    cairo_line_to(context, toX, toY)
    cairo_stroke(context)
  }

  /// Fills a rectangle; 0 is black, 1 is white.
  public func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double, grey: Double) {
    cairo_set_source_rgb(context, grey, grey, grey)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
  }
}
