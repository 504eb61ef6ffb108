import CPango
import Glibc
public import Sheets
public import Words

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
/// Every text that is set is noted, so that a document can be checked for what a reader cannot read.
public struct Canvas: ~Copyable {
  let surface: OpaquePointer?
  let context: OpaquePointer?
  private let setting: TextSetting
  private let ledger = TextLedger()
  private let output = CanvasOutput()
  private let path: String
  private let language: Language

  /// A PDF to be written at a path, of pages of one size.
  public init(
    pdf path: String, width: Double, height: Double, title: String, _ language: Language
  ) {
    self.path = path
    self.language = language
    surface = cairo_pdf_surface_create_for_stream(
      { output, data, count in CanvasOutput.take(output, data, count) },
      Unmanaged.passUnretained(output).toOpaque(), width, height)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.printable)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "sanphaen")
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, Canvas.creationDate())
    context = cairo_create(surface)
    setting = TextSetting(for: context)
  }

  /// A canvas that draws nothing: for measuring.
  public init(measuringWidth width: Double, height: Double) {
    path = ""
    language = .thai
    var extents = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
    surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, &extents)
    context = cairo_create(surface)
    setting = TextSetting(for: context)
  }

  /// A white canvas of dots.
  init(imageWidth width: Double, height: Double) {
    path = ""
    language = .thai
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(width.rounded(.up)), Int32(height.rounded(.up)))
    context = cairo_create(surface)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    setting = TextSetting(for: context)
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

  /// Turns what is drawn until `endTurn` on its left side: its upper left corner stands at a point, its
  /// lines run upwards.
  public func turn(x: Double, y: Double) {
    cairo_save(context)
    cairo_translate(context, x, y)
    cairo_rotate(context, -Double.pi / 2)
  }

  /// Ends what `turn` began.
  public func endTurn() { cairo_restore(context) }

  /// Draws until `endClip` only what lies in a rectangle.
  func clip(x: Double, y: Double, width: Double, height: Double) {
    cairo_save(context)
    cairo_rectangle(context, x, y, width, height)
    cairo_clip(context)
    ledger.region = boxOnPaper(x, y, width, height)
  }

  /// Ends what `clip` began.
  func endClip() {
    cairo_restore(context)
    ledger.region = nil
  }

  /// Ends the page; what is drawn next stands on a new one.
  public func endPage() {
    cairo_show_page(context)
    ledger.page += 1
  }

  /// Where the texts that were set break a law of legibility.
  public func breaches(of law: LegibilityLaw) -> [LegibilityBreach] {
    law.breaches(of: ledger.texts)
  }

  /// Completes the file.
  public func finish() throws(SheetError) {
    // A context that met something it cannot draw draws nothing more, and only it tells so.
    let drawn = cairo_status(context)
    cairo_surface_finish(surface)
    let status = drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : drawn
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .unwritable(path: path, reason: String(cString: cairo_status_to_string(status)))
    }
    let document: [UInt8]
    do throws(PDFFinishing.Failure) {
      document = try PDFFinishing.finished(output.bytes, language)
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
    try FileBytes.write(document, to: path)
  }
}

extension Canvas {
  /// Sets a text in lines of a width, to be drawn later.
  public func measured(_ text: String, width: Double, _ style: TextStyle) -> MeasuredText {
    MeasuredText(text, style, width: width, setting)
  }

  /// A text in lines of a width, each by itself, so that pages may end between them.
  public func lines(of text: String, width: Double, _ style: TextStyle) -> [MeasuredText] {
    measured(text, width: width, style).layout.lines.map { measured($0, width: width, style) }
  }

  /// Draws a text that was measured, on this canvas or another, its upper left corner at a point.
  public func show(_ text: MeasuredText, x: Double, y: Double) {
    let grey = text.style.grey
    show(text, x: x, y: y, colour: (grey, grey, grey))
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
    let measured = measured(text, width: width, style)
    if draws { show(measured, x: x, y: y) }
    return measured.height
  }

  /// Sets a text for whoever puts sheets together: in the margin, as small as on a hand-out.
  @discardableResult
  public func aside(
    _ text: String, x: Double, y: Double, width: Double, _ style: TextStyle
  ) -> Double {
    let measured = measured(text, width: width, style)
    show(measured, x: x, y: y, colour: (style.grey, style.grey, style.grey), isAside: true)
    return measured.height
  }

  /// The room that a text needs in one line: its width, and its ink above and below the baseline.
  public func room(of text: String, _ style: TextStyle) -> (
    width: Double, above: Double, below: Double
  ) {
    let layout = TextLayout(text.settable, style, width: nil, setting)
    let ink = layout.ink
    return (layout.width, ink.above, ink.below)
  }

  /// The width of the longest word of a text: a column that is narrower breaks it.
  public func widestWord(of text: String, _ style: TextStyle) -> Double {
    TextLayout(text, style, width: 0, setting).widestWord
  }

  /// Sets one line of text with its middle and baseline at a point, in a colour of three parts.
  func line(
    of text: String, middle x: Double, baseline y: Double, _ style: TextStyle,
    colour: (Double, Double, Double)
  ) {
    let text = MeasuredText(text, style, width: nil, setting)
    show(text, x: x - text.layout.width / 2, y: y - text.layout.baseline, colour: colour)
  }

  private func show(
    _ text: MeasuredText, x: Double, y: Double, colour: (Double, Double, Double),
    isAside: Bool = false
  ) {
    cairo_set_source_rgb(context, colour.0, colour.1, colour.2)
    text.layout.show(on: context, x: x, y: y)
    let ink = text.layout.inkBox
    var (across, down) = (0.0, text.style.size)
    cairo_user_to_device_distance(context, &across, &down)
    ledger.note(
      text.content, boxOnPaper(x + ink.x, y + ink.y, ink.width, ink.height),
      size: (across * across + down * down).squareRoot(), isAside: isAside)
  }

  private func boxOnPaper(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Box {
    let one = onPaper(x, y)
    let other = onPaper(x + width, y + height)
    return Box(
      left: min(one.x, other.x), top: min(one.y, other.y), right: max(one.x, other.x),
      bottom: max(one.y, other.y))
  }

  func onPaper(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    var (x, y) = (x, y)
    cairo_user_to_device(context, &x, &y)
    return (x, y)
  }
}

extension Canvas {
  /// Draws a dark grey line between two points.
  ///
  /// - Parameter dots: The distance of dots, where it is to be written on; whole where nil.
  public func line(
    _ x: Double, _ y: Double, _ toX: Double, _ toY: Double, width: Double = 0.5,
    dots: Double? = nil
  ) {
    cairo_set_source_rgb(context, 0.3, 0.3, 0.3)
    cairo_set_line_width(context, width)
    if let dots {
      cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
      cairo_set_dash(context, [0, dots], 2, 0)
    }
    cairo_move_to(context, x, y)
    cairo_line_to(context, toX, toY)
    cairo_stroke(context)
    if dots != nil {
      cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
      cairo_set_dash(context, nil, 0, 0)
    }
  }

  /// Fills a rectangle; 0 is black, 1 is white.
  public func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double, grey: Double) {
    cairo_set_source_rgb(context, grey, grey, grey)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
  }
}

/// The bytes of a document as cairo hands them over.
final class CanvasOutput {
  private(set) var bytes: [UInt8] = []

  /// Takes some bytes; the first argument is the output.
  static func take(
    _ output: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ count: UInt32
  ) -> cairo_status_t {
    guard let output, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<CanvasOutput>.fromOpaque(output).takeUnretainedValue().bytes
      .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
