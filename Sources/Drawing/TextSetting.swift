import CPango

/// What the texts of a canvas are set with: made once, for it costs more than the text itself.
final class TextSetting {
  private struct Font: Hashable {
    let size: Double
    let isBold: Bool
  }

  /// Pango's context.
  let context: OpaquePointer?
  private var fonts: [Font: OpaquePointer] = [:]

  init(for drawing: OpaquePointer?) {
    context = pango_cairo_create_context(drawing)
    // Letters at their own places, not at whole points: else words fall apart when copied.
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    for font in fonts.values { pango_font_description_free(font) }
    if let context { g_object_unref(UnsafeMutableRawPointer(context)) }
  }

  /// The font of a style, as Pango describes it.
  func font(of style: TextStyle) -> OpaquePointer? {
    let key = Font(size: style.size, isBold: style.isBold)
    if let known = fonts[key] { return known }
    let font = pango_font_description_from_string(Fonts.family)
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(
      font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    fonts[key] = font
    return font
  }
}

/// A text set in lines and measured once, to be drawn where there is room for it.
public final class MeasuredText {
  let layout: TextLayout
  let content: String
  let style: TextStyle
  /// The height of all its lines, points.
  public let height: Double

  init(_ text: String, _ style: TextStyle, width: Double?, _ setting: TextSetting) {
    content = text.settable
    layout = TextLayout(content, style, width: width, setting)
    self.style = style
    height = layout.height
  }
}
