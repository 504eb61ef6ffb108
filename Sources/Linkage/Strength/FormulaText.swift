/// A formula's text as its words and marks.
struct FormulaText {
  enum Token: Equatable {
    case number(Double)
    case name(String)
    case mark(String)
  }

  /// A token, and its place in the text, from 1.
  struct Placed: Equatable {
    let token: Token
    let text: String
    let place: Int
  }

  private static let marks: [(typed: String, mark: String)] = [
    ("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("<>", "≠"), ("==", "="), ("≤", "≤"), ("≥", "≥"),
    ("≠", "≠"), ("=", "="), ("<", "<"), (">", ">"), ("+", "+"), ("-", "-"), ("−", "-"), ("–", "-"),
    ("*", "*"), ("×", "*"), ("·", "*"), ("/", "/"), ("÷", "/"), ("(", "("), (")", ")"), ("%", "%"),
  ]

  /// The tokens of a text, in order.
  static func tokens(of text: String) throws(FormulaProblem) -> [Placed] {
    let letters = Array(text)
    var tokens: [Placed] = []
    var index = 0
    while index < letters.count {
      let start = index
      if letters[index].isWhitespace {
        index += 1
      } else if let token = try token(letters, &index) {
        tokens.append(
          Placed(token: token, text: String(letters[start..<index]), place: start + 1))
      } else {
        throw .unexpected(String(letters[index]), at: index + 1)
      }
    }
    return tokens
  }

  private static func token(
    _ letters: [Character], _ index: inout Int
  ) throws(FormulaProblem) -> Token? {
    let letter = letters[index]
    if letter == "[" || letter == "“" || letter == "\"" { return try bracketed(letters, &index) }
    if letter.isWholeNumber { return number(letters, &index) }
    if isNameStart(letter) { return name(letters, &index) }
    for (typed, mark) in marks where letters[index...].starts(with: Array(typed)) {
      index += typed.count
      return .mark(mark)
    }
    return nil
  }

  /// A name with blanks: `[ค้างเกิน 12 เดือน]`.
  private static func bracketed(
    _ letters: [Character], _ index: inout Int
  ) throws(FormulaProblem) -> Token {
    let start = index
    let close: Character = letters[index] == "[" ? "]" : letters[index] == "“" ? "”" : "\""
    guard let end = letters[(index + 1)...].firstIndex(of: close) else {
      throw .neverClosed(at: start + 1)
    }
    index = end + 1
    return .name(String(letters[(start + 1)..<end]))
  }

  /// Digits of any script, with commas between thousands and a point.
  private static func number(_ letters: [Character], _ index: inout Int) -> Token? {
    var digits = ""
    while index < letters.count {
      let letter = letters[index]
      if let digit = letter.wholeNumberValue {
        digits += String(digit)
      } else if letter == "." {
        digits += "."
      } else if letter != "," {
        break
      }
      index += 1
    }
    return Double(digits).map { .number($0) }
  }

  private static func name(_ letters: [Character], _ index: inout Int) -> Token {
    var text = ""
    while index < letters.count, isNameStart(letters[index]) || letters[index].isWholeNumber {
      text.append(letters[index])
      index += 1
    }
    return .name(text)
  }

  private static func isNameStart(_ letter: Character) -> Bool {
    letter.isLetter || letter == "_"
      || letter.unicodeScalars.allSatisfy { (0x0E2F...0x0E4E).contains($0.value) }
  }
}
