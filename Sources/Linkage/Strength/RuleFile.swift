import Plans
import Yams

/// A rule set as a text that planners can read, change and write anew.
public enum RuleFile {
  /// The rule set of a YAML text.
  ///
  /// - Parameter file: The name that errors tell.
  public static func ruleSet(in yaml: [UInt8], file: String) throws(RuleError) -> RuleSet {
    let root: Node?
    do {
      root = try Node.root(of: String(decoding: yaml, as: UTF8.self))
    } catch {
      throw RuleError(file: file, line: nil, subject: nil, problem: .notYAML("\(error)"))
    }
    guard let root, root.mapping?.isEmpty == false else {
      throw RuleError(file: file, line: nil, subject: nil, problem: .empty)
    }
    return try RuleSetReader(node: RuleNode(root, file: file, subject: nil)).ruleSet()
  }

  /// The text of an empty rule set of three levels, with what to write where.
  public static var template: [UInt8] { PackageResources.template_yaml }
}

private struct RuleSetReader {
  let node: RuleNode

  private static let keys = [
    "id", "name", "short", "kinds", "source", "note", "valid_from", "least_known", "bands",
    "inputs",
    "rules",
  ]

  func ruleSet() throws(RuleError) -> RuleSet {
    try node.checkKeys(Self.keys)
    let inputs = try inputs()
    let rules = try rules(inputs)
    let id = try node.text("id")
    return RuleSet(
      id: id, name: try node.bilingual("name"),
      short: try node.optionalBilingual("short") ?? Bilingual(thai: id, english: id),
      kinds: try node.texts("kinds"),
      source: try node.text("source"), note: try node.optionalBilingual("note"),
      validFrom: try node.date("valid_from"),
      leastKnown: try node.share("least_known", or: 0.5), bands: try bands(), inputs: inputs,
      rules: rules)
  }

  private func bands() throws(RuleError) -> [RuleSet.Band] {
    var bands: [RuleSet.Band] = []
    for item in try node.items("bands") {
      try item.checkKeys(["from", "name"])
      bands.append(
        RuleSet.Band(from: try item.share("from", or: nil), name: try item.bilingual("name")))
    }
    return bands.sorted { $0.from > $1.from }
  }

  private func inputs() throws(RuleError) -> [RuleInput] {
    var inputs: [RuleInput] = []
    var seen: Set<String> = []
    for (key, item) in try node.entries("inputs") {
      let input = try input(key, item)
      for heading in Set(input.matchKeys)
      where !seen.insert(heading).inserted {
        throw item.error(.twice(key))
      }
      inputs.append(input)
    }
    return inputs
  }

  private func input(_ key: String, _ item: RuleNode) throws(RuleError) -> RuleInput {
    try item.checkKeys(["th", "en", "also", "holds", "from", "to", "part_of"])
    let heading = Bilingual(thai: try item.text("th"), english: try item.text("en"))
    let content = try item.word("holds", RuleInput.Content.self, or: .number)
    return RuleInput(
      key: key, headings: [heading.thai, heading.english] + (try item.texts("also")),
      heading: heading, content: content, least: try item.optionalNumber("from"),
      most: try item.optionalNumber("to"), whole: try whole(item))
  }

  private func whole(_ item: RuleNode) throws(RuleError) -> Column? {
    guard let word = try item.optionalText("part_of") else { return nil }
    guard let column = Table.funds.column(headed: word),
      Figure.column(column).content == .number
    else {
      throw item.error(.unknownWord(word, known: ["loans", "overdue", "savings", "assets"]))
    }
    return column
  }

  private func rules(_ inputs: [RuleInput]) throws(RuleError) -> [Rule] {
    var rules: [Rule] = []
    for item in try node.items("rules") {
      let rule = try RuleReader(node: item, inputs: inputs).rule()
      guard !rules.contains(where: { $0.id == rule.id }) else { throw item.error(.twice(rule.id)) }
      rules.append(rule)
    }
    if rules.isEmpty { throw node.error(.empty, at: "rules") }
    return rules
  }
}

private struct RuleReader {
  let node: RuleNode
  let inputs: [RuleInput]

  private static let keys = [
    "id", "name", "formula", "operator", "threshold", "unit", "weight", "source", "valid_from",
    "lesson",
  ]

  func rule() throws(RuleError) -> Rule {
    let id = try node.text("id")
    let item = node.about(id)
    try item.checkKeys(Self.keys)
    let text = try item.text("formula")
    let formula: Formula
    do {
      formula = try Formula(text, inputs: inputs)
    } catch {
      throw item.error(.formula(text, error), at: "formula")
    }
    let condition = try condition(item, formula)
    return Rule(
      id: id, name: try item.bilingual("name"), formula: formula, condition: condition,
      isShare: try item.optionalText("threshold")?.contains("%") == true,
      unit: try item.optionalBilingual("unit"),
      weight: try item.number("weight", or: 1, from: 0.001, to: 1_000),
      source: try item.optionalText("source"), validFrom: try item.date("valid_from"),
      lesson: try item.optionalBilingual("lesson"))
  }

  private static let operators: [(words: [String], comparison: Comparison?)] = [
    (["≥", ">=", "at least", "ไม่น้อยกว่า"], .atLeast),
    (["≤", "<=", "at most", "ไม่เกิน"], .atMost),
    ([">", "above", "มากกว่า"], .above), (["<", "below", "น้อยกว่า"], .below),
    (["=", "==", "equals", "เท่ากับ"], .equal), (["between", "ระหว่าง"], nil),
  ]

  private func condition(_ item: RuleNode, _ formula: Formula) throws(RuleError) -> Rule.Condition {
    let word = try item.optionalText("operator")
    let threshold = try item.optionalText("threshold")
    guard (word == nil) == formula.isQuestion, (threshold == nil) == formula.isQuestion else {
      throw item.error(
        .wrongCondition(formula.text, isQuestion: formula.isQuestion),
        at: word == nil ? "formula" : "operator")
    }
    guard let word, let threshold else { return .holds }
    guard let found = Self.operators.first(where: { $0.words.contains(MatchKey.name(word)) }) else {
      throw item.error(
        .unknownWord(word, known: Self.operators.map { $0.words[0] }), at: "operator")
    }
    let limits = try limits(item, threshold)
    guard let comparison = found.comparison else {
      guard limits.count == 2, limits[0] <= limits[1] else {
        throw item.error(.notANumber(threshold, from: 0, to: .infinity), at: "threshold")
      }
      return .between(limits[0], limits[1])
    }
    guard limits.count == 1 else {
      throw item.error(.notANumber(threshold, from: 0, to: .infinity), at: "threshold")
    }
    return .compares(comparison, limits[0])
  }

  /// The numbers of a threshold: `35 %`, `70–80 %`, `3`.
  private func limits(_ item: RuleNode, _ text: String) throws(RuleError) -> [Double] {
    let isShare = text.contains("%")
    let parts = text.split { "–—".contains($0) || $0.isWhitespace || $0 == "%" }.map(String.init)
    let words = parts.flatMap { part in
      part.dropFirst().contains("-") ? part.split(separator: "-").map(String.init) : [part]
    }.filter { !["-", "ถึง", "to", "and", "และ"].contains($0) }
    let numbers = words.compactMap { Numerals.number(typed: $0) }
    guard !numbers.isEmpty, numbers.count == words.count else {
      throw item.error(.notANumber(text, from: 0, to: .infinity), at: "threshold")
    }
    return numbers.map { isShare ? $0 / 100 : $0 }
  }
}
