import Drawing

/// A part of a line that is filled in by hand.
enum FormPart {
  case text(String)
  /// A box to tick, with what it means.
  case box(String)
  /// Dots to write on; blanks share the room that texts leave.
  case blank(Double)
}

extension PageFlow {
  static let formStyle = TextStyle(size: 11.5)

  /// Sets a line that is filled in by hand; where it stands the caller says, for what is written is
  /// higher than what is printed.
  mutating func form(
    _ parts: [FormPart], x: Double, y: Double, width: Double, _ style: TextStyle = formStyle
  ) {
    let gap = style.size * 0.5
    let side = style.size * 0.85
    var taken = gap * Double(max(0, parts.count - 1))
    var shares = 0.0
    for part in parts {
      switch part {
      case .text(let text): taken += self.width(of: text, style)
      case .box(let text): taken += side + 4 + self.width(of: text, style)
      case .blank(let share): shares += share
      }
    }
    let unit = shares > 0 ? max(0, width - taken) / shares : 0
    let base = y + style.size * 1.25
    var x = x
    for part in parts {
      switch part {
      case .text(let text): x += setWord(text, x: x, y: y, style)
      case .box(let text):
        place(.tickBox(x: x, y: base - side, side: side))
        x += side + 4 + setWord(text, x: x + side + 4, y: y, style)
      case .blank(let share):
        place(.dots(x: x, y: base + 1, toX: x + unit * share))
        x += unit * share
      }
      x += gap
    }
  }

  private mutating func setWord(
    _ text: String, x: Double, y: Double, _ style: TextStyle
  ) -> Double {
    let width = width(of: text, style)
    place(.text(measured(text, width: width + 1, style), x: x, y: y))
    return width
  }
}
