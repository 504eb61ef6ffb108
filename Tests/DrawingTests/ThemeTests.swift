import Glibc
import Testing

@testable import Drawing

@Suite("The theme")
struct ThemeTests {
  /// Colours as eyes without one kind of cone see them, in linear RGB: Machado, Oliveira & Fernandes,
  /// IEEE Transactions on Visualization and Computer Graphics 2009, severity 1.
  private static let eyes: [String: [[Double]]] = [
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "no red": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    "no green": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    "no blue": [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  private static let lines: [Diagram.Line] = [.tie, .opportunity, .planned, .support]

  @Test("keeps kinds of lines apart for every eye, by colour or else by pattern and width")
  func linesApart() {
    let theme = Theme(inks: .colour)
    for (eye, matrix) in Self.eyes {
      for (index, line) in Self.lines.enumerated() {
        for other in Self.lines[(index + 1)...] {
          let (a, b) = (theme.line(line), theme.line(other))
          let distance = Self.distance(a.colour, b.colour, matrix)
          #expect(a.pattern != b.pattern || distance > 15, "\(line) and \(other) for \(eye)")
        }
      }
    }
  }

  @Test("tells kinds of nodes apart by their form alone")
  func formsApart() {
    let shapes: [Diagram.Shape] = [
      .fund, .activity, .mechanism, .issue, .leader, .organisation, .place, .offer, .bundle,
    ]
    for inks in Inks.allCases {
      let styles = shapes.map { Theme(inks: inks).node($0) }
      #expect(Set(styles.map { "\($0.form) \($0.pattern)" }).count == shapes.count)
    }
  }

  @Test("writes dark on light: at least 7 to 1 everywhere (WCAG AAA)")
  func contrast() {
    for shape: Diagram.Shape in [.fund, .activity, .mechanism, .issue, .leader, .place] {
      let fill = Theme(inks: .colour).node(shape).fill ?? .white
      #expect((Self.luminance(fill) + 0.05) / 0.05 > 7)
    }
    for line in Self.lines {
      #expect(1.05 / (Self.luminance(Theme(inks: .colour).line(line).colour) + 0.05) > 4.5)
    }
  }

  private static func linear(_ colour: Colour) -> [Double] {
    [colour.parts.red, colour.parts.green, colour.parts.blue].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private static func luminance(_ colour: Colour) -> Double {
    zip(linear(colour), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The distance in CIELAB (ΔE*76) of two colours as an eye sees them.
  private static func distance(_ a: Colour, _ b: Colour, _ eye: [[Double]]) -> Double {
    func lab(_ colour: Colour) -> [Double] {
      let seen = multiply(eye, linear(colour)).map { min(max($0, 0), 1) }
      let xyz = multiply(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], seen)
      let f = zip(xyz, [0.9505, 1, 1.089]).map { value, white in
        let share = value / white
        return share > 216.0 / 24_389 ? cbrt(share) : (24_389.0 / 27 * share + 16) / 116
      }
      return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }
    return zip(lab(a), lab(b)).reduce(0) { $0 + pow($1.0 - $1.1, 2) }.squareRoot()
  }

  private static func multiply(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
