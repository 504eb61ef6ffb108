/// A drawing's texts apart from its shapes, so that a PDF gets them through our own text setting.
///
/// Graphviz writes every line of a label as one `<text>` element with a place, size and colour, all
/// within one translated group.
struct PictureText {
  struct Line {
    let text: String
    let x: Double
    let y: Double
    let size: Double
    let colour: (Double, Double, Double)
  }

  /// The drawing without its texts.
  let shapes: [UInt8]
  /// The lines of text, in the drawing's points.
  let lines: [Line]

  init(_ svg: [UInt8]) {
    let document = String(decoding: svg, as: UTF8.self)
    let origin = Self.translation(in: document)
    var shapes = ""
    var lines: [Line] = []
    for row in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if row.hasPrefix("<text "), let line = Self.line(row, origin) {
        lines.append(line)
      } else {
        shapes += row + "\n"
      }
    }
    self.shapes = Array(shapes.utf8)
    self.lines = lines
  }

  private static func translation(in document: String) -> (x: Double, y: Double) {
    guard let start = document.firstRange(of: "translate("),
      let end = document[start.upperBound...].firstIndex(of: ")")
    else { return (0, 0) }
    let numbers = document[start.upperBound..<end].split(separator: " ").compactMap { Double($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : (0, 0)
  }

  private static func line(_ row: Substring, _ origin: (x: Double, y: Double)) -> Line? {
    guard let open = row.firstIndex(of: ">"), let close = row.firstRange(of: "</text>"),
      let x = Double(attribute("x", row)), let y = Double(attribute("y", row)),
      let size = Double(attribute("font-size", row))
    else { return nil }
    let drop = Double(attribute("dy", row)) ?? 0
    let text = unescaped(row[row.index(after: open)..<close.lowerBound])
    return Line(
      text: text, x: origin.x + x, y: origin.y + y + drop, size: size,
      colour: colour(attribute("fill", row)))
  }

  private static func attribute(_ name: String, _ row: Substring) -> Substring {
    guard let start = row.firstRange(of: " \(name)=\""),
      let end = row[start.upperBound...].firstIndex(of: "\"")
    else { return "" }
    return row[start.upperBound..<end]
  }

  private static func colour(_ text: Substring) -> (Double, Double, Double) {
    guard text.first == "#", let number = Int(text.dropFirst(), radix: 16) else { return (0, 0, 0) }
    return (
      Double(number >> 16 & 255) / 255, Double(number >> 8 & 255) / 255, Double(number & 255) / 255
    )
  }

  /// The text with XML's references resolved.
  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var plain = ""
    var rest = text
    while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
      plain += rest[..<start]
      plain += reference(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }

  private static func reference(_ name: Substring) -> String {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = name.dropFirst()
      let number =
        digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }
}
