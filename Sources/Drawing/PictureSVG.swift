/// Pictures as SVG: text stays text, and every thing is a group with an id.
extension Picture {
  /// The drawing as one `<svg>` element, to stand within a page that has the typeface.
  public var svgElement: String { svg(style: "") }

  /// The drawing as a document that travels: it holds the typeface that it was measured with.
  var svgDocument: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + svg(style: "<style>\(faces)</style>\n")
  }

  private var faces: String {
    texts.contains(where: \.isBold) ? Fonts.regularAndBold : Fonts.regular
  }

  private func svg(style: String) -> String {
    let (width, height) = (SVG.number(width), SVG.number(height))
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)pt\" height=\"\(height)pt\" "
      + "viewBox=\"0 0 \(width) \(height)\" font-family=\"\(Fonts.family)\" role=\"img\">\n"
    text += "<title>\(SVG.escaped(title.printable))</title>\n" + style
    text += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
    text += SVG.hatches(of: groups)
    for group in groups { text += SVG.element(group) }
    return text + "</svg>\n"
  }
}

private enum SVG {
  static func element(_ group: MarkGroup) -> String {
    let id = group.id.isEmpty ? "" : " id=\"\(escaped(group.id))\""
    var text = "<g class=\"\(group.kind.rawValue)\"\(id)>\n"
    if group.kind != .frame { text += "<title>\(escaped(group.title))</title>\n" }
    for mark in group.marks {
      switch mark {
      case .outline(let outline): text += element(outline)
      case .text(let line): text += element(line)
      }
    }
    return text + "</g>\n"
  }

  private static func element(_ outline: Outline) -> String {
    var text = "<path d=\"\(path(outline.steps))\""
    switch outline.fill {
    case nil: text += " fill=\"none\""
    case .colour(let colour): text += " fill=\"\(colour.code)\""
    case .hatched(let colour): text += " fill=\"url(#\(hatch(colour)))\""
    }
    if let stroke = outline.stroke {
      text += " stroke=\"\(stroke.colour.code)\" stroke-width=\"\(number(stroke.width))\""
      if !stroke.dashes.isEmpty {
        text += " stroke-dasharray=\"\(stroke.dashes.map(number).joined(separator: ","))\""
      }
    }
    return text + "/>\n"
  }

  private static func path(_ steps: [Outline.Step]) -> String {
    steps.map { step in
      switch step {
      case .move(let to): "M\(point(to))"
      case .line(let to): "L\(point(to))"
      case .curve(let first, let second, let to): "C\(point(first)) \(point(second)) \(point(to))"
      case .close: "Z"
      }
    }.joined()
  }

  private static func element(_ line: TextLine) -> String {
    "<text x=\"\(number(line.place.x))\" y=\"\(number(line.place.y))\" text-anchor=\"middle\""
      + " font-size=\"\(number(line.size))\"" + (line.isBold ? " font-weight=\"700\"" : "")
      + " fill=\"\(line.colour.code)\">\(escaped(line.content))</text>\n"
  }

  /// The patterns of the hatched areas, one for each colour.
  static func hatches(of groups: [MarkGroup]) -> String {
    var codes: [Colour] = []
    for case .outline(let outline) in groups.lazy.flatMap(\.marks) {
      if case .hatched(let colour) = outline.fill, !codes.contains(colour) { codes.append(colour) }
    }
    guard !codes.isEmpty else { return "" }
    return "<defs>"
      + codes.map { colour in
        "<pattern id=\"\(hatch(colour))\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">"
          + "<rect width=\"4\" height=\"4\" fill=\"#ffffff\"/>"
          + "<path d=\"M-1,1L1,-1M0,4L4,0M3,5L5,3\" stroke=\"\(colour.code)\" stroke-width=\"0.8\"/>"
          + "</pattern>"
      }.joined() + "</defs>\n"
  }

  private static func hatch(_ colour: Colour) -> String { "hatch-\(colour.code.dropFirst())" }

  private static func point(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

  /// A number with at most two places after the point.
  static func number(_ value: Double) -> String { DOT.number(value) }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value: escaped += " "
      case "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
