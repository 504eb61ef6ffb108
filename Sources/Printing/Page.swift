import Drawing

/// A page that has been laid out and is to be painted.
struct Page {
  /// What stands on it, from back to front.
  var items: [Item] = []

  /// Something on a page; measures are points of the layout.
  enum Item {
    case text(MeasuredText, x: Double, y: Double)
    /// A text that names pages, which are only known when all are laid out.
    case reference(Reference)
    case rule(x: Double, y: Double, toX: Double, toY: Double, width: Double)
    /// A dotted line to write on.
    case dots(x: Double, y: Double, toX: Double)
    /// An empty box to tick.
    case tickBox(x: Double, y: Double, side: Double)
    case fill(x: Double, y: Double, width: Double, height: Double, grey: Double)
    /// A drawing, which fills the page.
    case picture(Picture, Placement)
    case chart(PlacedChart, x: Double, y: Double)
    /// An area that leads to a destination.
    case link(to: String, x: Double, y: Double, width: Double, height: Double)
    /// A point that links lead to.
    case destination(String, x: Double, y: Double)
  }

  /// A text with numbers of pages in it.
  struct Reference {
    let x: Double
    let y: Double
    let width: Double
    let style: TextStyle
    /// The destination that it leads to.
    let destination: String
    /// The text for the number of the destination's page.
    let text: @Sendable (Int) -> String
  }

  /// Where a drawing stands.
  struct Placement {
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    /// Whether it lies on its left side: its lines then run upwards from the point.
    let isTurned: Bool
  }
}

/// A line of the table of contents, and a bookmark.
struct Heading {
  /// What the contents call it: without the question that stands above the text.
  let title: String
  /// 1 for an item of the agenda, 2 for a part of it, 3 for a drawing, which the bookmarks alone name.
  let level: Int
  let destination: String
}

/// A document that has been laid out.
struct LaidOut {
  var pages: [Page]
  var headings: [Heading]

  /// The numbers of the pages on which destinations stand, from 1.
  var pageNumbers: [String: Int] {
    var numbers: [String: Int] = [:]
    for (index, page) in pages.enumerated() {
      for case .destination(let name, _, _) in page.items { numbers[name] = index + 1 }
    }
    return numbers
  }
}

extension Page.Item {
  /// What a heading consists of, further down by so much; anything else as it is.
  func moved(by distance: Double) -> Page.Item {
    switch self {
    case .text(let text, let x, let y): .text(text, x: x, y: y + distance)
    case .rule(let x, let y, let toX, let toY, let width):
      .rule(x: x, y: y + distance, toX: toX, toY: toY + distance, width: width)
    case .destination(let name, let x, let y): .destination(name, x: x, y: y + distance)
    default: self
    }
  }
}
