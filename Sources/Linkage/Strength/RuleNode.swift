import Plans
import Yams

/// A part of a file of rules: what stands under its keys, and errors that say where.
struct RuleNode {
  private let node: Node
  private let file: String
  private let subject: String?

  init(_ node: Node, file: String, subject: String?) {
    self.node = node
    self.file = file
    self.subject = subject
  }

  /// The same part, with errors about a rule or column.
  func about(_ subject: String) -> RuleNode { RuleNode(node, file: file, subject: subject) }

  /// An error here, or at a key where it is there.
  func error(_ problem: RuleError.Problem, at key: String? = nil) -> RuleError {
    let place = key.flatMap { node[$0] } ?? node
    return RuleError(file: file, line: place.mark?.line, subject: subject, problem: problem)
  }

  func checkKeys(_ known: [String]) throws(RuleError) {
    guard let mapping = node.mapping else { throw error(.missing(key: known[0])) }
    for key in mapping.keys where !known.contains(key.string ?? "") {
      throw RuleError(
        file: file, line: key.mark?.line, subject: subject,
        problem: .unknownKey(key.string ?? "", known: known))
    }
  }

  // MARK: Texts

  func text(_ key: String) throws(RuleError) -> String {
    guard let text = try optionalText(key) else { throw error(.missing(key: key)) }
    return text
  }

  func optionalText(_ key: String) throws(RuleError) -> String? {
    guard let value = node[key] else { return nil }
    guard let text = value.scalar?.string, !text.isEmpty else {
      throw error(.missing(key: key), at: key)
    }
    return text
  }

  /// One text for both languages, or one for each.
  func bilingual(_ key: String) throws(RuleError) -> Bilingual {
    guard let found = try optionalBilingual(key) else { throw error(.missing(key: key)) }
    return found
  }

  func optionalBilingual(_ key: String) throws(RuleError) -> Bilingual? {
    guard let value = node[key] else { return nil }
    if let text = value.scalar?.string, !text.isEmpty {
      return Bilingual(thai: text, english: text)
    }
    let inner = RuleNode(value, file: file, subject: subject)
    try inner.checkKeys(["th", "en"])
    let thai = try inner.text("th")
    return Bilingual(thai: thai, english: try inner.optionalText("en") ?? thai)
  }

  /// The texts of a list, or the one text.
  func texts(_ key: String) throws(RuleError) -> [String] {
    guard let value = node[key], !Self.isEmpty(value) else { return [] }
    if let text = value.scalar?.string { return [text] }
    var texts: [String] = []
    for item in value.sequence ?? [] {
      guard let text = item.scalar?.string else { throw error(.missing(key: key), at: key) }
      texts.append(text)
    }
    return texts
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ words: Word.Type, or standard: Word
  ) throws(RuleError) -> Word where Word.RawValue == String {
    guard let text = try optionalText(key) else { return standard }
    guard let word = Word(rawValue: text) else {
      throw error(.unknownWord(text, known: Word.allCases.map(\.rawValue)), at: key)
    }
    return word
  }

  // MARK: Numbers and dates

  /// A number, in percent or not; nil where the key is not there.
  func optionalNumber(_ key: String) throws(RuleError) -> Double? {
    guard let text = try optionalText(key) else { return nil }
    guard let number = Numerals.number(typed: text), number.isFinite else {
      throw error(.notANumber(text, from: 0, to: .infinity), at: key)
    }
    return number
  }

  func number(
    _ key: String, or standard: Double?, from least: Double, to most: Double
  ) throws(RuleError) -> Double {
    guard let text = try optionalText(key) else {
      guard let standard else { throw error(.missing(key: key)) }
      return standard
    }
    guard let number = Numerals.number(typed: text), number >= least, number <= most
    else { throw error(.notANumber(text, from: least, to: most), at: key) }
    return number
  }

  /// A share: 0.5 or 50 %.
  func share(_ key: String, or standard: Double?) throws(RuleError) -> Double {
    try number(key, or: standard, from: 0, to: 1)
  }

  func date(_ key: String) throws(RuleError) -> PlanDate? {
    guard let text = try optionalText(key) else { return nil }
    guard let date = PlanDate(text) else { throw error(.notADate(text), at: key) }
    return date
  }

  // MARK: Parts

  /// Whether nothing stands behind a key.
  private static func isEmpty(_ value: Node) -> Bool {
    ["", "~", "null"].contains(value.scalar?.string)
  }

  /// The parts of a list; none where the key is empty.
  func items(_ key: String) throws(RuleError) -> [RuleNode] {
    guard let value = node[key], !Self.isEmpty(value) else { return [] }
    guard let sequence = value.sequence else { throw error(.missing(key: key), at: key) }
    return sequence.map { RuleNode($0, file: file, subject: subject) }
  }

  /// The parts under names; none where the key is empty.
  func entries(_ key: String) throws(RuleError) -> [(key: String, node: RuleNode)] {
    guard let value = node[key], !Self.isEmpty(value) else { return [] }
    guard let mapping = value.mapping else { throw error(.missing(key: key), at: key) }
    return mapping.map { key, value in
      let name = key.scalar?.string ?? ""
      return (name, RuleNode(value, file: file, subject: name))
    }
  }
}
