import Graphs
import Sheets
import Yams

/// A name that means the same as another, as a mapping's `same` says it.
struct SameRule: Sendable, Equatable {
  let kind: NodeKind
  /// The name that counts.
  let name: String
  /// How else it is typed.
  let also: [String]
  /// The one file that the rule is meant for; nil for all that the mapping is.
  var file: String?

  /// A name that others already take for another one than this rule does, and that one.
  func contradiction(among others: some Sequence<SameRule>) -> (also: String, name: String)? {
    let keys = Dictionary(also.map { (MatchKey.name($0), $0) }) { first, _ in first }
    for other in others where other.kind == kind {
      let meet = file == nil || other.file == nil || file == other.file
      guard meet, MatchKey.name(other.name) != MatchKey.name(name) else { continue }
      if let found = other.also.lazy.compactMap({ keys[MatchKey.name($0)] }).first {
        return (found, other.name)
      }
    }
    return nil
  }
}

extension Mapping {
  /// The rules of the `same` list.
  func sameRules(_ node: Node) throws(PlanError) -> [SameRule] {
    guard let sequence = node.sequence else {
      if node.scalar?.string.isEmpty == true { return [] }
      throw wrong(node, "same", Self.sameExample)
    }
    var rules: [SameRule] = []
    for item in sequence {
      var values: [String: Node] = [:]
      for (key, value) in try entries(item, of: "same", allowed: ["kind", "name", "also", "file"]) {
        values[key] = value
      }
      func needed(_ key: String) throws(PlanError) -> Node {
        guard let value = values[key] else { throw error(item, .missingKey(key, within: "same")) }
        return value
      }
      let word = try text(try needed("kind"), "kind")
      guard let kind = NodeKind(word: word), kind != .plan else {
        let allowed = NodeKind.all.dropFirst().map(\.word)
        throw error(item, .unknownKey(word, allowed: allowed))
      }
      let also = try needed("also")
      rules.append(
        SameRule(
          kind: kind, name: try text(try needed("name"), "name"),
          also: try names(also),
          file: values["file"]?.scalar?.string))
      if let (also, other) = rules.last?.contradiction(among: rules.dropLast()) {
        throw error(
          item, .sameTwice(also, first: other, second: rules[rules.count - 1].name))
      }
    }
    return rules
  }

  /// One name, or a list of names.
  private func names(_ node: Node) throws(PlanError) -> [String] {
    guard let sequence = node.sequence else { return [try text(node, "also")] }
    var names: [String] = []
    for item in sequence { names.append(try text(item, "also")) }
    return names
  }

  private static let sameExample = "- {kind: fund, name: \"…\", also: \"…\"}"

  /// By the key of a name of a kind, the key of the one that counts.
  ///
  /// - Parameter file: The name of the file that is read.
  func same(_ kind: NodeKind, file: String) -> [String: String] {
    var names: [String: String] = [:]
    for rule in same where rule.kind == kind && (rule.file == nil || rule.file == file) {
      for typed in rule.also { names[MatchKey.name(typed)] = MatchKey.name(rule.name) }
    }
    // What counts may itself be another's spelling; a ring of them ends where it began.
    for (typed, first) in names {
      var name = first
      var seen: Set<String> = [typed]
      while let next = names[name], seen.insert(name).inserted { name = next }
      names[typed] = name == typed ? nil : name
    }
    return names
  }

  /// A mapping's text with more names that mean the same; all that stands in it stays as it is.
  ///
  /// - Throws: `PlanError` where the text has a `same` list in one line.
  static func text(
    _ text: String, path: String, accepting rules: [SameRule]
  ) throws(PlanError) -> String {
    let added = rules.map(line).map { "  " + $0 + "\n" }.joined()
    // By scalars: to Swift, the two that end a line on Windows are one character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    guard let index = lines.firstIndex(where: { $0.hasPrefix("same:") }) else {
      let gap = text.isEmpty || text.unicodeScalars.last == "\n" ? "" : "\n"
      return text + gap + "same:\n" + added
    }
    let rest = lines[index].dropFirst("same:".count).drop { $0 == " " || $0 == "\r" }
    guard rest.isEmpty || rest.hasPrefix("#") else {
      throw .mapping(path: path, line: index + 1, problem: .oneLine(key: "same"))
    }
    let first = lines[(index + 1)...].first { $0.drop { $0 == " " }.hasPrefix("- ") }
    let indent = first.map { String($0.prefix { $0 == " " }) } ?? "  "
    lines.insert(contentsOf: rules.map { indent + line($0) }, at: index + 1)
    return lines.joined(separator: "\n")
  }

  private static func line(_ rule: SameRule) -> String {
    let file = rule.file.map { ", file: \(quoted($0))" } ?? ""
    let also = rule.also.map(quoted).joined(separator: ", ")
    return "- {kind: \(rule.kind.word), name: \(quoted(rule.name)), "
      + "also: \(rule.also.count == 1 ? also : "[\(also)]")\(file)}"
  }

  /// A text in YAML's double quotation marks.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || isHidden(scalar):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether a character would not be seen, or not be kept, by who edits the file by hand.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
