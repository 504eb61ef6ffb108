import CPango

/// Pictures on cairo: in a page of a PDF, or as dots.
extension Picture {
  /// Draws the picture with its upper left corner at a point of a page, scaled into a rectangle.
  public func draw(
    on canvas: borrowing Canvas, x: Double, y: Double, width: Double, height: Double
  ) {
    let scale = min(width / max(1, self.width), height / max(1, self.height))
    Self.draw(groups, on: canvas, x: x, y: y, scale: scale)
  }

  /// Draws marks with their origin at a point of a page.
  static func draw(
    _ groups: [MarkGroup], on canvas: borrowing Canvas, x: Double, y: Double, scale: Double = 1
  ) {
    let pen = MarkPen(context: canvas.drawing, origin: Point(x, y), scale: scale)
    for group in groups {
      for mark in group.marks { draw(mark, on: canvas, pen) }
    }
  }

  /// Draws what of the picture lies in a region, the region's upper left corner at a point of a page.
  ///
  /// - Parameter region: The region, points of the enlarged picture.
  public func draw(
    on canvas: borrowing Canvas, x: Double, y: Double, scale: Double, region: Box
  ) {
    canvas.clip(x: x, y: y, width: region.width, height: region.height)
    let origin = Point(x - region.left, y - region.top)
    let pen = MarkPen(context: canvas.drawing, origin: origin, scale: scale)
    // What lies elsewhere is not hidden in the file either.
    for mark in marks(in: region, scale) { Self.draw(mark, on: canvas, pen) }
    canvas.endClip()
  }

  /// Whether nothing stands in a region, points of the enlarged picture, or nothing but a piece of the
  /// rule above the legend, which tells nobody anything.
  public func isEmpty(in region: Box, scale: Double) -> Bool {
    let seen = Self.seen(region, scale)
    return !groups.contains { group in
      group.marks.contains { mark in
        guard let bounds = mark.bounds, bounds.overlaps(seen, by: -1) else { return false }
        return group.kind != .frame || bounds.height > 0
      }
    }
  }

  private func marks(in region: Box, _ scale: Double) -> [Mark] {
    let seen = Self.seen(region, scale)
    return groups.flatMap { $0.marks.filter { $0.bounds?.overlaps(seen, by: -1) == true } }
  }

  /// A region of the enlarged picture in the picture's own points.
  private static func seen(_ region: Box, _ scale: Double) -> Box {
    Box(
      left: region.left / scale, top: region.top / scale, right: region.right / scale,
      bottom: region.bottom / scale)
  }

  private static func draw(_ mark: Mark, on canvas: borrowing Canvas, _ pen: MarkPen) {
    switch mark {
    case .outline(let outline): pen.draw(outline)
    case .text(let line):
      let place = pen.place(line.place)
      let parts = line.colour.parts
      canvas.line(
        of: line.content, middle: place.x, baseline: place.y,
        TextStyle(size: line.size * pen.scale, isBold: line.isBold),
        colour: (Double(parts.red) / 255, Double(parts.green) / 255, Double(parts.blue) / 255))
    }
  }
}

extension Mark {
  /// The room that it takes at most: a curve stays within its bending points.
  fileprivate var bounds: Box? {
    switch self {
    case .text(let line): return line.box
    case .outline(let outline):
      let points = outline.steps.flatMap { step in
        switch step {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let end): [first, second, end]
        case .close: [Point]()
        }
      }
      guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
        let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
      else { return nil }
      return Box(left: left, top: top, right: right, bottom: bottom)
    }
  }
}

/// Draws outlines on a cairo context, scaled and moved.
private struct MarkPen {
  let context: OpaquePointer?
  let origin: Point
  let scale: Double

  func place(_ point: Point) -> Point { origin + point * scale }

  func draw(_ outline: Outline) {
    trace(outline.steps)
    switch outline.fill {
    case nil: break
    case .colour(let colour):
      use(colour)
      cairo_fill_preserve(context)
    case .hatched(let colour): hatch(colour)
    }
    if let stroke = outline.stroke {
      use(stroke.colour)
      cairo_set_line_width(context, stroke.width * scale)
      let dashes = stroke.dashes.map { $0 * scale }
      cairo_set_dash(context, dashes, Int32(dashes.count), 0)
      cairo_stroke_preserve(context)
    }
    cairo_set_dash(context, nil, 0, 0)
    cairo_new_path(context)
  }

  private func trace(_ steps: [Outline.Step]) {
    cairo_new_path(context)
    for step in steps {
      switch step {
      case .move(let point):
        let to = place(point)
        cairo_move_to(context, to.x, to.y)
      case .line(let point):
        let to = place(point)
        cairo_line_to(context, to.x, to.y)
      case .curve(let first, let second, let end):
        let (first, second, to) = (place(first), place(second), place(end))
        cairo_curve_to(context, first.x, first.y, second.x, second.y, to.x, to.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  /// Fills the path with white and strokes from lower left to upper right.
  private func hatch(_ colour: Colour) {
    use(.white)
    cairo_fill_preserve(context)
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_path_extents(context, &left, &top, &right, &bottom)
    let path = cairo_copy_path(context)
    defer { cairo_path_destroy(path) }
    cairo_save(context)
    cairo_clip(context)
    use(colour)
    cairo_set_line_width(context, 0.8 * scale)
    var start = left - (bottom - top)
    while start < right {
      cairo_move_to(context, start, bottom)
      cairo_line_to(context, start + (bottom - top), top)
      start += 4 * scale
    }
    cairo_stroke(context)
    cairo_restore(context)
    cairo_append_path(context, path)
  }

  private func use(_ colour: Colour) {
    let parts = colour.parts
    cairo_set_source_rgb(
      context, Double(parts.red) / 255, Double(parts.green) / 255, Double(parts.blue) / 255)
  }
}
