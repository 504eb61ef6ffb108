import Words

/// A diagram with the size of each of its labels.
struct MeasuredDiagram {
  /// A node or a line's label: its text in lines, and the room that it takes.
  struct Label {
    let text: TextBlock
    let width: Double
    let height: Double
    /// Texts of which something is left out, whole.
    var shortened: [String] = []
  }

  let diagram: Diagram
  /// The nodes' labels, by id.
  let nodes: [String: Label]
  /// The lines' labels, by the line's place among the diagram's lines.
  let lines: [Int: Label]

  init(
    _ diagram: Diagram, _ breaker: borrowing LineBreaker, _ measure: inout TextMeasure
  ) {
    self.diagram = diagram
    var nodes: [String: Label] = [:]
    for node in diagram.columns.joined() {
      nodes[node.id] = Self.label(of: node, width: diagram.labelWidth, breaker, &measure)
    }
    self.nodes = nodes
    var lines: [Int: Label] = [:]
    for (index, edge) in diagram.edges.enumerated() {
      guard let label = edge.label else { continue }
      lines[index] = Self.label(of: label, edge.line, &measure)
    }
    self.lines = lines
  }

  static func label(
    of node: Diagram.Node, width: Int, _ breaker: borrowing LineBreaker,
    _ measure: inout TextMeasure
  ) -> Label {
    var text = TextBlock()
    let parts = breaker.parts(of: node, width: width)
    for part in parts { text.add(part.lines, Theme.fontSize, &measure) }
    let size = Theme(inks: .colour).node(node.shape).form.size(around: text)
    return Label(
      text: text, width: size.width, height: max(20, size.height),
      shortened: parts.filter(\.isShortened).map(\.whole))
  }

  /// A label on a line; proposals stand in a frame.
  static func label(
    of text: String, _ line: Diagram.Line, _ measure: inout TextMeasure
  ) -> Label {
    var block = TextBlock()
    let (rows, shortened) = rows(of: text)
    block.add(rows, Theme.fontSize, &measure)
    let margin = line == .opportunity ? 4.0 : 2.0
    return Label(
      text: block, width: max(20, block.width + 2 * margin), height: block.height + margin,
      shortened: shortened)
  }

  /// The rows of a label on a line as they are drawn, and those of which something is left out, whole.
  static func rows(of label: String) -> (drawn: [String], shortened: [String]) {
    let whole = label.split(separator: "\n").map { String($0).printable }
    let drawn = whole.map { $0.clipped(to: 60) }
    return (drawn, zip(whole, drawn).filter { $0 != $1 }.map(\.0))
  }
}

extension LineBreaker {
  /// The label of a node and what stands below it: each whole, and in the lines that are drawn.
  func parts(
    of node: Diagram.Node, width: Int
  ) -> [(whole: String, lines: [String], isShortened: Bool)] {
    let texts =
      [(node.label, width, Theme.labelLines)] + (node.detail.map { [($0, width + 4, 1)] } ?? [])
    return texts.map { text, width, limit in
      let whole = text.printable
      let lines = lines(of: whole, width: width, limit: limit)
      return (whole, lines, lines.last?.hasSuffix("…") == true && !whole.hasSuffix("…"))
    }
  }
}

extension String {
  /// Scalars that one letter as a reader sees it may have: no writing needs more, but heaps of marks do.
  private static let letterLimit = 12

  /// The same lines as they can be set: each mark on a letter but once, since heaps of them would stand on
  /// the lines above; no sign of direction, which would turn its neighbours round; a sign in the place of
  /// what is no character, at which cairo would stop drawing.
  var settable: String {
    var before: [Unicode.Scalar] = []
    func isRepeated(_ scalar: Unicode.Scalar) -> Bool {
      guard scalar.isMark else {
        before.removeAll(keepingCapacity: true)
        return false
      }
      defer { before.append(scalar) }
      return before.contains(scalar)
    }
    guard unicodeScalars.contains(where: { $0.isUnsettable || isRepeated($0) }) else { return self }
    before = []
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars where !isRepeated(scalar) {
      if !scalar.isUnsettable {
        text.append(scalar)
      } else if scalar.properties.generalCategory != .format {
        text.append(scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : " ")
      }
    }
    return String(text)
  }

  /// What can be set in type: characters that only steer are left out, any kind of blank is one blank.
  var printable: String {
    if isPlain { return self }
    var text = ""
    for scalar in settable.lazy.flatMap({ $0.unicodeScalars.prefix(Self.letterLimit) }) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: text += " "
      // Marks of direction would turn their neighbours round; the joiners belong to their letters.
      case .format where !["\u{200B}", "\u{200C}", "\u{200D}"].contains(scalar): break
      case .surrogate, .unassigned, .privateUse: text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }
}

extension String {
  /// Whether it is made of Thai and of what a keyboard has, with single blanks between words and at most
  /// two marks on a letter, as nearly all texts are: nothing of it needs to be looked at closer.
  private var isPlain: Bool {
    var before: UInt32 = 0x20
    var marks = 0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20 where before != 0x20, 0x21...0x7E, 0x0E01...0x0E30, 0x0E32, 0x0E3F...0x0E46,
        0x0E4F...0x0E5B:
        marks = 0
      // Vowels and tones over and under a letter, and the vowel that is half a mark.
      case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E:
        marks += 1
        if marks > 2 || before == scalar.value { return false }
      default: return false
      }
      before = scalar.value
    }
    return before != 0x20
  }
}

extension Unicode.Scalar {
  /// Whether it is no character, or steers what stands beside it; the ends of lines do not count.
  fileprivate var isUnsettable: Bool {
    switch value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether it stands over, under or on the letter before it.
  fileprivate var isMark: Bool {
    // Most letters are told at a glance.
    value >= 0x0300 && !(0x0E01...0x0E30).contains(value)
      && properties.generalCategory == .nonspacingMark
  }
}
