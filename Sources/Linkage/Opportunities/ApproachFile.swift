import Graphs
import Plans
import Yams

/// A file of approaches that cannot be read: where, and what was expected.
public struct ApproachError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The text is no YAML; the parser's own words.
    case notYAML(String)
    /// A key is missing.
    case missing(key: String)
    /// A key that approaches do not have, and those that they have.
    case unknownKey(String, known: [String])
    /// A word that is none of some, as of kinds of node or relations.
    case unknownWord(String, known: [String])
    /// Not a number, or outside of its bounds.
    case notANumber(String, from: Double, to: Double)
    /// A walk that is not written `kind -relation-> kind <-relation- kind`.
    case badWalk(String)
    /// A walk that begins or ends at another kind than the approach.
    case wrongEnds(String, from: String, to: String)
    /// No approach at all, or one without paths.
    case empty
  }

  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int?
  /// The approach, or the approach and its path, that it is about.
  public let subject: String?
  /// What is wrong.
  public let problem: Problem
}

/// Approaches as a text that planners can read and change: for each its ends, the tie it proposes,
/// and its metapaths with their weights.
public enum ApproachFile {
  /// The approaches of a YAML text, in its order.
  ///
  /// - Parameter file: The name that errors tell.
  public static func approaches(
    in yaml: [UInt8], file: String
  ) throws(ApproachError) -> [Approach] {
    let root: Node?
    do {
      root = try Node.root(of: String(decoding: yaml, as: UTF8.self))
    } catch {
      throw ApproachError(file: file, line: nil, subject: nil, problem: .notYAML("\(error)"))
    }
    let reader = Reader(file: file)
    guard let mapping = root?.mapping, !mapping.isEmpty else {
      throw ApproachError(file: file, line: nil, subject: nil, problem: .empty)
    }
    var approaches: [Approach] = []
    for (key, value) in mapping {
      approaches.append(try reader.approach(key.string ?? "", value))
    }
    return approaches
  }

  /// The text of approaches, which reads back as the same approaches.
  ///
  /// - Parameter comment: Lines that stand above, without their `#`.
  public static func text(of approaches: [Approach], comment: [String] = []) -> String {
    var lines = comment.map { "# " + $0 }
    for approach in approaches {
      lines += [
        "\(key(approach.name)):", "  from: \(approach.from.word)", "  to: \(approach.to.word)",
        "  proposes: \(approach.proposes.word)", "  measure: \(approach.measure.rawValue)",
        "  damping: \(approach.damping)", "  least: \(approach.least)",
      ]
      if !approach.metaPaths.isEmpty { lines.append("  paths:") }
      for item in approach.metaPaths {
        lines += [
          "    \(key(item.metaPath.name)):", "      weight: \(item.weight)",
          "      walk: \(walk(item))",
        ]
        if !item.standsAlone { lines.append("      alone: no") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A name as a key: in quotes where YAML could take it for something else.
  private static func key(_ name: String) -> String {
    let isPlain =
      name.first?.isLetter == true && name.allSatisfy { $0.isLetter || "-_".contains($0) }
    if isPlain { return name }
    return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A metapath as approaches write it: `fund <-serves_on- leader -leads-> activity`, or with a
  /// likeness `fund -finances-> activity ~issue+years~ activity`.
  private static func walk(_ item: Approach.WeightedMetaPath) -> String {
    let text = item.metaPath.steps.reduce(item.metaPath.start.word) { text, step in
      let word = Relation.known[Int(step.edge.rawValue)].word
      let arrow = step.direction == .forward ? "-\(word)->" : "<-\(word)-"
      return "\(text) \(arrow) \(step.to.word)"
    }
    guard !item.likeness.isEmpty else { return text }
    let kinds = item.likeness.map(\.rawValue).joined(separator: "+")
    return "\(text) ~\(kinds)~ \(item.metaPath.end.word)"
  }
}

private struct Reader {
  let file: String

  private static let keys = ["from", "to", "proposes", "measure", "damping", "least", "paths"]

  func approach(_ name: String, _ node: Node) throws(ApproachError) -> Approach {
    try checkKeys(of: node, Self.keys, name)
    let from = try kind("from", of: node, name)
    let to = try kind("to", of: node, name)
    let measure = try measure(of: node, name)
    var metaPaths: [Approach.WeightedMetaPath] = []
    for (key, value) in node["paths"]?.mapping ?? [:] {
      metaPaths.append(try metaPath(key.string ?? "", value, name, from: from, to: to))
    }
    if measure == .paths, metaPaths.isEmpty { throw error(.empty, node, name) }
    return Approach(
      name: name, from: from, to: to, proposes: try relation(of: node, name), measure: measure,
      damping: try number("damping", of: node, name, or: 0.4, 0, 1),
      least: try number("least", of: node, name, or: 0, 0, 1_000), metaPaths: metaPaths)
  }

  private func metaPath(
    _ key: String, _ node: Node, _ approach: String, from: NodeKind, to: NodeKind
  ) throws(ApproachError) -> Approach.WeightedMetaPath {
    let subject = "\(approach)/\(key)"
    try checkKeys(of: node, ["walk", "weight", "alone"], subject)
    let weight = try number("weight", of: node, subject, or: nil, 0, 1_000)
    let text = try text("walk", of: node, subject)
    let place = node["walk"] ?? node
    let (walked, likeness) = try likeness(of: text, from: from, to: to, place, subject)
    let metaPath = try walk(walked, named: key, place, subject)
    let isLike = likeness.isEmpty || (to == .activity && metaPath.steps.count == 1)
    guard metaPath.start == from, metaPath.end == to, isLike else {
      throw error(.wrongEnds(text, from: from.word, to: to.word), place, subject)
    }
    return Approach.WeightedMetaPath(
      metaPath, likeness: likeness, weight: weight,
      standsAlone: try answer("alone", of: node, subject))
  }

  /// The walk without the likeness at its end, and the likeness: `… activity ~issue+years~ activity`.
  private func likeness(
    of text: String, from: NodeKind, to: NodeKind, _ node: Node, _ subject: String
  ) throws(ApproachError) -> (walk: String, likeness: [Likeness]) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return (text, []) }
    guard parts.count == 3 else { throw error(.badWalk(text), node, subject) }
    var found: [Likeness] = []
    for word in parts[1].split(separator: "+") {
      guard let kind = Likeness(rawValue: String(word)) else {
        let known = Likeness.allCases.map(\.rawValue)
        throw error(.unknownWord(String(word), known: known), node, subject)
      }
      found.append(kind)
    }
    if found.isEmpty { throw error(.badWalk(text), node, subject) }
    let end = try kind(parts[2].filter { $0 != " " }, node, subject)
    guard end == .activity else {
      throw error(.wrongEnds(text, from: from.word, to: to.word), node, subject)
    }
    return (parts[0], found)
  }

  /// Kinds and arrows in turn: `fund <-serves_on- leader -leads-> activity`.
  private func walk(
    _ text: String, named name: String, _ node: Node, _ subject: String
  ) throws(ApproachError) -> MetaPath {
    let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
    guard words.count > 2, words.count % 2 == 1, words.count < 20 else {
      throw error(.badWalk(text), node, subject)
    }
    var kinds: [NodeKind] = []
    for index in stride(from: 0, to: words.count, by: 2) {
      kinds.append(try kind(words[index], node, subject))
    }
    var steps: [MetaPath.Step] = []
    for index in stride(from: 1, to: words.count, by: 2) {
      let word = words[index]
      let direction: Direction
      if word.hasPrefix("-"), word.hasSuffix("->") {
        direction = .forward
      } else if word.hasPrefix("<-"), word.hasSuffix("-") {
        direction = .backward
      } else {
        throw error(.badWalk(text), node, subject)
      }
      let relation = String(word.filter { $0 != "-" && $0 != "<" && $0 != ">" })
      guard let edge = Relation(relation).edgeKind else {
        throw error(.unknownWord(relation, known: Relation.known.map(\.word)), node, subject)
      }
      steps.append(MetaPath.Step(edge, direction, to: kinds[(index + 1) / 2]))
    }
    return MetaPath(name, from: kinds[0], steps)
  }

  private func checkKeys(
    of node: Node, _ known: [String], _ subject: String
  ) throws(ApproachError) {
    guard let mapping = node.mapping else { throw error(.missing(key: known[0]), node, subject) }
    for key in mapping.keys where !known.contains(key.string ?? "") {
      throw error(.unknownKey(key.string ?? "", known: known), key, subject)
    }
  }

  private func text(
    _ key: String, of node: Node, _ subject: String
  ) throws(ApproachError) -> String {
    guard let text = node[key]?.string, !text.isEmpty else {
      throw error(.missing(key: key), node, subject)
    }
    return text
  }

  private func kind(
    _ key: String, of node: Node, _ subject: String
  ) throws(ApproachError) -> NodeKind {
    try kind(try text(key, of: node, subject), node[key] ?? node, subject)
  }

  private func kind(
    _ word: String, _ node: Node, _ subject: String
  ) throws(ApproachError) -> NodeKind {
    guard let kind = NodeKind(word: word) else {
      throw error(.unknownWord(word, known: NodeKind.all.map(\.word)), node, subject)
    }
    return kind
  }

  private func relation(
    of node: Node, _ subject: String
  ) throws(ApproachError) -> Relation {
    let relation = Relation(try text("proposes", of: node, subject))
    guard relation.edgeKind != nil else {
      throw error(
        .unknownWord(relation.word, known: Relation.known.map(\.word)), node["proposes"] ?? node,
        subject)
    }
    return relation
  }

  private func measure(
    of node: Node, _ subject: String
  ) throws(ApproachError) -> Approach.Measure {
    guard let word = node["measure"]?.string else { return .paths }
    guard let measure = Approach.Measure(rawValue: word) else {
      let known = Approach.Measure.allCases.map(\.rawValue)
      throw error(.unknownWord(word, known: known), node["measure"] ?? node, subject)
    }
    return measure
  }

  private func answer(
    _ key: String, of node: Node, _ subject: String
  ) throws(ApproachError) -> Bool {
    guard let value = node[key] else { return true }
    guard let answer = value.answer else {
      throw error(.unknownWord(value.string ?? "", known: ["yes", "no"]), value, subject)
    }
    return answer
  }

  private func number(
    _ key: String, of node: Node, _ subject: String, or standard: Double?, _ least: Double,
    _ most: Double
  ) throws(ApproachError) -> Double {
    guard let value = node[key] else {
      guard let standard else { throw error(.missing(key: key), node, subject) }
      return standard
    }
    guard let number = value.float, number >= least, number <= most else {
      throw error(
        .notANumber(value.string ?? "", from: least, to: most), value, subject)
    }
    return number
  }

  private func error(
    _ problem: ApproachError.Problem, _ node: Node, _ subject: String
  ) -> ApproachError {
    ApproachError(file: file, line: node.mark?.line, subject: subject, problem: problem)
  }
}
