import CPango

/// A text set by Pango in lines, ready to be drawn.
///
/// Pango hands cairo every mark as a cluster of its own; a tone mark that stands a little beside its
/// letter is then read before it when the PDF is searched or copied. Here each letter goes with all
/// its marks as *one* cluster, and cairo notes the text of the whole beside it.
struct TextLayout: ~Copyable {
  private let layout: OpaquePointer?
  private let utf8: [CChar]

  init(_ text: String, _ style: TextStyle, width: Double?, _ setting: TextSetting) {
    layout = pango_layout_new(setting.context)
    // A name in Hebrew or Arabic letters stands in its line; it does not turn the page round.
    pango_layout_set_auto_dir(layout, 0)
    utf8 = text.utf8.map { CChar(bitPattern: $0) } + [0]
    pango_layout_set_font_description(layout, setting.font(of: style))
    if let width { pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE))) }
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    switch style.alignment {
    case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
    case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    }
    pango_layout_set_text(layout, utf8, Int32(utf8.count - 1))
  }

  deinit {
    if let layout { g_object_unref(UnsafeMutableRawPointer(layout)) }
  }

  private var size: (width: Int32, height: Int32) {
    var width: Int32 = 0
    var height: Int32 = 0
    pango_layout_get_size(layout, &width, &height)
    return (width, height)
  }

  /// The width of the longest line, points.
  var width: Double { Double(size.width) / Double(PANGO_SCALE) }
  /// The height of all lines, points; marks below the last one's letters may reach further than the
  /// typeface says.
  var height: Double {
    let ink = inkBox
    return max(Double(size.height) / Double(PANGO_SCALE), ink.y + ink.height)
  }
  /// The baseline of the first line below the top, points.
  var baseline: Double { Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE) }

  /// What stands in each line, without the blank that it was broken at.
  var lines: [String] {
    (0..<pango_layout_get_line_count(layout)).compactMap { index in
      guard let line = pango_layout_get_line_readonly(layout, index)?.pointee else { return nil }
      let start = Int(line.start_index)
      let bytes = utf8[start..<(start + Int(line.length))].map { UInt8(bitPattern: $0) }
      var text = String(decoding: bytes, as: UTF8.self)
      while text.last?.isWhitespace == true { text.removeLast() }
      return text
    }
  }

  /// Where ink is, seen from the upper left corner, points.
  var inkBox: (x: Double, y: Double, width: Double, height: Double) {
    var ink = PangoRectangle()
    pango_layout_get_extents(layout, &ink, nil)
    let unit = Double(PANGO_SCALE)
    return (
      Double(ink.x) / unit, Double(ink.y) / unit, Double(ink.width) / unit,
      Double(ink.height) / unit
    )
  }

  /// The width of the longest word, where lines are broken as often as they can be; points.
  var widestWord: Double {
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
    pango_layout_set_width(layout, 0)
    return width
  }

  /// How far ink reaches above the first baseline and below it, points.
  var ink: (above: Double, below: Double) {
    let box = inkBox
    return (baseline - box.y, box.y + box.height - baseline)
  }

  /// Draws the lines in the colour set, the upper left corner at a point.
  func show(on context: OpaquePointer?, x: Double, y: Double) {
    let lines = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(lines) }
    repeat {
      guard let run = pango_layout_iter_get_run_readonly(lines) else { continue }
      var extents = PangoRectangle()
      pango_layout_iter_get_run_extents(lines, nil, &extents)
      let left = x + Double(extents.x) / Double(PANGO_SCALE)
      let base = y + Double(pango_layout_iter_get_baseline(lines)) / Double(PANGO_SCALE)
      show(run, on: context, x: left, y: base)
    } while pango_layout_iter_next_run(lines) != 0
  }

  private func show(
    _ run: UnsafeMutablePointer<PangoLayoutRun>, on context: OpaquePointer?, x: Double, y: Double
  ) {
    guard let item = run.pointee.item, let glyphs = run.pointee.glyphs,
      let font = item.pointee.analysis.font,
      let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)),
      let clusters = Clusters(item, glyphs, utf8, end: Self.joiner(in: scaled), x: x, y: y)
    else {
      // Right-to-left text, and characters that no font has, are left to Pango.
      cairo_move_to(context, x, y)
      utf8.withUnsafeBufferPointer { text in
        pango_cairo_show_glyph_item(context, text.baseAddress, run)
      }
      return
    }
    Self.choose(scaled, on: context)
    let start = Int(item.pointee.offset)
    utf8.withUnsafeBufferPointer { text in
      cairo_show_text_glyphs(
        context, text.baseAddress.map { $0 + start }, item.pointee.length, clusters.glyphs,
        Int32(clusters.glyphs.count), clusters.clusters, Int32(clusters.clusters.count),
        cairo_text_cluster_flags_t(0))
    }
  }
}

extension TextLayout {
  /// Takes a font over without its scale: a text that was measured on one canvas may be drawn on
  /// another that is enlarged or turned.
  fileprivate static func choose(_ font: OpaquePointer, on context: OpaquePointer?) {
    cairo_set_font_face(context, cairo_scaled_font_get_font_face(font))
    var matrix = cairo_matrix_t()
    cairo_scaled_font_get_font_matrix(font, &matrix)
    cairo_set_font_matrix(context, &matrix)
    let options = cairo_font_options_create()
    cairo_scaled_font_get_font_options(font, options)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  /// The font's glyph for U+200C, which has neither ink nor width; nil where it has none.
  fileprivate static func joiner(in font: OpaquePointer) -> UInt? {
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    cairo_scaled_font_text_to_glyphs(font, 0, 0, "\u{200C}", 3, &glyphs, &count, nil, nil, nil)
    defer { cairo_glyph_free(glyphs) }
    guard count == 1, let index = glyphs?.pointee.index, index != 0 else { return nil }
    return UInt(index)
  }
}

/// The glyphs of a run with their places, joined by the letters as a reader sees them.
private struct Clusters {
  private(set) var glyphs: [cairo_glyph_t] = []
  private(set) var clusters: [cairo_text_cluster_t] = []

  /// Nil where the run goes from right to left or lacks a glyph.
  ///
  /// - Parameter end: A glyph without ink and width. It closes each letter whose last mark stands
  ///   back from the letter's end: a reader that takes the letter to end there would see a blank.
  init?(
    _ item: UnsafeMutablePointer<PangoItem>, _ string: UnsafeMutablePointer<PangoGlyphString>,
    _ utf8: [CChar], end joiner: UInt?, x: Double, y: Double
  ) {
    guard item.pointee.analysis.level % 2 == 0 else { return nil }
    let start = Int(item.pointee.offset)
    let bytes = utf8[start..<(start + Int(item.pointee.length))].map { UInt8(bitPattern: $0) }
    let letters = String(decoding: bytes, as: UTF8.self).map { $0.utf8.count }
    let count = Int(string.pointee.num_glyphs)
    var left = x
    var index = 0
    var end = 0
    for letter in letters {
      end += letter
      let first = glyphs.count
      while index < count, Int(string.pointee.log_clusters[index]) < end {
        let info = string.pointee.glyphs[index]
        if info.glyph & 0x1000_0000 != 0 { return nil }
        let isEmpty = info.glyph == 0x0FFF_FFFF
        if !isEmpty {
          glyphs.append(
            cairo_glyph_t(
              index: UInt(info.glyph), x: left + Self.points(info.geometry.x_offset),
              y: y + Self.points(info.geometry.y_offset)))
        }
        left += Self.points(info.geometry.width)
        index += 1
      }
      if let joiner, glyphs.count > first + 1 {
        glyphs.append(cairo_glyph_t(index: joiner, x: left, y: y))
      }
      if glyphs.count == first, !clusters.isEmpty {
        // The letter is part of the last one's glyph, as the i of fi.
        clusters[clusters.count - 1].num_bytes += Int32(letter)
        continue
      }
      clusters.append(
        cairo_text_cluster_t(num_bytes: Int32(letter), num_glyphs: Int32(glyphs.count - first)))
    }
    guard index == count else { return nil }
  }

  private static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
}
