import CPango
import CRsvg
public import Sheets
public import Words

/// The formats that a diagram is written in.
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

  /// Writes the drawing to a file.
  public func write(
    _ format: PictureFormat, to path: String, _ language: Language
  ) throws(SheetError) {
    switch format {
    case .dot: try FileBytes.write(Array(dot.utf8), to: path)
    case .svg: try FileBytes.write(Array(travellingSVG.utf8), to: path)
    case .pdf:
      let canvas = Canvas(pdf: path, width: width, height: height, title: diagram.title, language)
      draw(on: canvas, x: 0, y: 0, width: width, height: height)
      try canvas.finish()
    case .png:
      try FileBytes.writeBeside(path) { (beside) throws(SheetError) in
        try writePNG(to: beside, shownAs: path)
      }
    }
  }

  /// The SVG with the typeface that it was measured with.
  private var travellingSVG: String {
    let text = String(decoding: svg, as: UTF8.self)
    guard let element = text.firstRange(of: "<svg"),
      let end = text[element.upperBound...].firstIndex(of: ">")
    else { return text }
    let head = text.index(after: end)
    return text[..<head] + "\n<style>\(Fonts.regular)</style>" + text[head...]
  }

  private func writePNG(to file: String, shownAs path: String) throws(SheetError) {
    let scale = min(Self.resolution / 72, Self.pixelLimit / max(width, height))
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32((width * scale).rounded(.up)),
      Int32((height * scale).rounded(.up)))
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    render(svg, context, x: 0, y: 0, width: width * scale, height: height * scale)
    let status = cairo_surface_write_to_png(surface, file)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .unwritable(path: path, reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// Draws the picture into a rectangle of a page, its proportions kept: shapes through librsvg,
  /// text through Pango.
  public func draw(
    on canvas: borrowing Canvas, x: Double, y: Double, width: Double, height: Double
  ) {
    let parts = PictureText(svg)
    render(parts.shapes, canvas.drawing, x: x, y: y, width: width, height: height)
    let scale = width / max(1, self.width)
    for line in parts.lines {
      canvas.line(
        of: line.text, middle: x + line.x * scale, baseline: y + line.y * scale,
        TextStyle(size: line.size * scale), colour: line.colour)
    }
  }

  private func render(
    _ svg: [UInt8], _ context: OpaquePointer?, x: Double, y: Double, width: Double, height: Double
  ) {
    guard let handle = rsvg_handle_new_from_data(svg, UInt(svg.count), nil) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    var viewport = RsvgRectangle(x: x, y: y, width: width, height: height)
    rsvg_handle_render_document(handle, context, &viewport, nil)
  }
}
