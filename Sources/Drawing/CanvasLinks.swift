import CPango

/// What helps a reader find the way in a document: labels of pages, bookmarks, links.
extension Canvas {
  /// Names the page that is drawn on, as a reader shows its number.
  public func label(page name: String) {
    cairo_pdf_surface_set_page_label(surface, name.printable)
  }

  /// Adds a bookmark that leads to a destination.
  ///
  /// - Parameters:
  ///   - parent: The bookmark above it, as this returned it; 0 for none.
  ///   - destination: A word of letters, digits and hyphens that some page names.
  /// - Returns: The bookmark, for those below it.
  @discardableResult
  public func bookmark(_ title: String, to destination: String, below parent: Int32 = 0) -> Int32 {
    cairo_pdf_surface_add_outline(
      surface, parent, title.printable, "dest='\(destination)'", CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  /// Names a point of the page, for bookmarks and links.
  public func destination(_ name: String, x: Double, y: Double) {
    let place = onPaper(x, y)
    tag(CAIRO_TAG_DEST, "name='\(name)' x=\(place.x) y=\(place.y)")
  }

  /// Makes an area of the page lead to a destination, which some page must name.
  public func link(
    to destination: String, x: Double, y: Double, width: Double, height: Double
  ) {
    let one = onPaper(x, y)
    let other = onPaper(x + width, y + height)
    let (left, top) = (min(one.x, other.x), min(one.y, other.y))
    let rectangle = "[\(left) \(top) \(abs(other.x - one.x)) \(abs(other.y - one.y))]"
    tag(CAIRO_TAG_LINK, "dest='\(destination)' rect=\(rectangle)")
  }

  /// A tag without content; its measures are of the paper.
  private func tag(_ name: String, _ attributes: String) {
    cairo_save(context)
    cairo_identity_matrix(context)
    cairo_tag_begin(context, name, attributes)
    cairo_tag_end(context, name)
    cairo_restore(context)
  }
}
