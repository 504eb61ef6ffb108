/// A person's name in its parts, as letters of a `FoldedText`.
struct PersonName {
  /// The given name.
  let given: [Unicode.Scalar]
  /// The family name, shortest reading first: of three words the second, or the last two.
  let families: [[Unicode.Scalar]]

  /// The names that a cell may mean: of each person in it, with each of the titles taken off, and
  /// the nicknames in brackets.
  static func names(in cell: String) -> [PersonName] {
    if isPlain(cell) {
      return readings(of: cell.unicodeScalars.split(separator: " ").map { String($0) })
    }
    let (text, nicknames) = withoutBrackets(cell)
    let people = text.replacing(" และ", with: "/").split { "/,;\n\r".contains($0) }
    let words = people.map { $0.split { $0.isWhitespace || $0 == "\u{200B}" }.map(String.init) }
    return words.flatMap { readings(of: $0) }
      + nicknames.flatMap { readings(of: [$0]) }
  }

  /// Whether a cell is plainly one name, as most are: Thai and Latin letters, digits, full stops and
  /// blanks, no blank with a mark on it, and no และ.
  private static func isPlain(_ cell: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in cell.unicodeScalars {
      switch scalar.value {
      case 0x0E41 where last == " ": return false
      case 0x0E31 where last == " ", 0x0E33...0x0E3A where last == " ",
        0x0E47...0x0E4E where last == " ":
        return false
      case 0x20, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x0E01...0x0E5B: last = scalar
      default: return false
      }
    }
    return true
  }

  /// The text without what stands in brackets, and that.
  private static func withoutBrackets(_ text: String) -> (text: String, inside: [String]) {
    var outside = ""
    var inside: [String] = []
    var isInside = false
    for character in text {
      if "([（“\"".contains(character), !isInside {
        isInside = true
        inside.append("")
        outside.append(" ")
      } else if ")]）”\"".contains(character) {
        isInside = false
        outside.append(" ")
      } else if isInside {
        inside[inside.count - 1].append(character)
      } else {
        outside.append(character)
      }
    }
    // What is longer is a position.
    return (outside, inside.filter { !$0.contains(where: \.isWhitespace) && $0.count < 6 })
  }

  /// The name without its title, in every way in which one can be taken off: นางสาวดี is นาง + สาวดี
  /// or นางสาว + ดี.
  private static func readings(of words: [String], isAsTyped: Bool = true, depth: Int = 0)
    -> [PersonName]
  {
    // A house number or a phone behind the name is none of it.
    let words = Array(
      words.prefix { word in
        !hasNumber(word) && !endsNames.contains { begins(word, with: $0) }
      })
    guard let first = words.first else { return [] }
    let word = FoldedText(first)
    let rest = Array(words.dropFirst())
    let titles = depth < 4 ? Title.leading(word) : []
    if titles.contains(word.letters.count), !rest.isEmpty {
      return readings(of: rest, depth: depth + 1)
    }
    let shorter = titles.filter { $0 < word.letters.count - 1 }.flatMap { title in
      let name = word.letters[title...].reduce(into: "") { $0.unicodeScalars.append($1) }
      return readings(of: [name] + rest, isAsTyped: false, depth: depth + 1)
    }
    if isAsTyped, !shorter.isEmpty { return shorter }
    return shorter + [PersonName(word.letters, rest.map { FoldedText($0).letters })]
  }

  /// Words behind a name that are none of it.
  private static let endsNames = ["โทร", "หมู่"]

  /// Whether a word begins with another; letters are compared first, since that is quick.
  private static func begins(_ word: String, with start: String) -> Bool {
    word.unicodeScalars.starts(with: start.unicodeScalars) && word.hasPrefix(start)
  }

  private static func hasNumber(_ word: String) -> Bool {
    // Thai and Latin letters are none, as most words have.
    let isPlain = word.unicodeScalars.allSatisfy {
      (0x0E01...0x0E4E).contains($0.value) || (0x41...0x7A).contains($0.value)
    }
    return !isPlain && word.contains(where: \.isNumber)
  }

  private init(_ given: [Unicode.Scalar], _ rest: [[Unicode.Scalar]]) {
    let rest = rest.filter { !$0.isEmpty }
    let whole = Array(rest.joined())
    let second = rest.first.map { $0 == ["ณ"] ? Array(rest.prefix(2).joined()) : $0 }
    families = [second, rest.count > 1 ? whole : nil].compactMap { $0 }
    self.given = given
  }
}
