import Graphs
import Sheets
import Yams

/// A `mapping.yaml`: how sheets as people keep them are read as tables.
struct Mapping: Sendable {
  /// How one table is read.
  struct TableRule: Sendable {
    var file: String?
    var sheet: String?
    /// From 1.
    var headerRow: Int?
    var onePer: String?
    /// Our column: their heading, or a text with `{headings}` in it.
    var columns: [Column: String] = [:]
    /// Per column: the key of their word, and ours.
    var values: [Column: [String: String]] = [:]
    /// The line that the rule begins in, and those of its parts that name headings.
    var line: Int?
    var onePerLine: Int?
    var columnLines: [Column: Int] = [:]
  }

  /// A sheet whose rows are ties.
  struct LinkRule: Sendable {
    struct End: Sendable {
      let kind: NodeKind
      let column: String
    }
    var file: String?
    let sheet: String
    var headerRow: Int?
    let relation: Relation
    let from: End
    let to: End
    let line: Int?
  }

  let path: String
  var name: String?
  var createsMissing = false
  var tables: [Table: TableRule] = [:]
  var links: [LinkRule] = []

  /// The mapping's name beside a workbook or in a folder.
  static let fileName = "mapping.yaml"

  /// Reads a mapping file.
  init(contentsOf path: String) throws(PlanError) {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path) } catch { throw .sheet(error) }
    self.path = path
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch {
      let line = (error as? YamlError)?.line
      throw .mapping(path: path, line: line, problem: .notYAML(reason: "\(error)"))
    }
    guard let root, !root.isNull else { return }
    try read(root)
  }

  private mutating func read(_ root: Node) throws(PlanError) {
    for (key, value) in try entries(
      root, of: "mapping.yaml", allowed: ["name", "create_missing", "tables", "links"])
    {
      switch key {
      case "name": name = try text(value, key)
      case "create_missing": createsMissing = try flag(value, key)
      case "tables": try readTables(value)
      default: try readLinks(value)
      }
    }
  }

  private mutating func readTables(_ node: Node) throws(PlanError) {
    let allowed = Table.allCases.map(\.englishName)
    for (key, value) in try entries(node, of: "tables", allowed: allowed, isTable: true) {
      guard let table = Table(sheetNamed: key) else { continue }
      tables[table] = try tableRule(value, table)
    }
  }

  private func tableRule(_ node: Node, _ table: Table) throws(PlanError) -> TableRule {
    var rule = TableRule()
    rule.line = node.mark?.line
    let allowed = ["file", "sheet", "header_row", "one_per", "columns", "values"]
    for (key, value) in try entries(node, of: table.englishName, allowed: allowed) {
      switch key {
      case "file": rule.file = try text(value, key)
      case "sheet": rule.sheet = try text(value, key)
      case "header_row": rule.headerRow = try rowNumber(value, key)
      case "one_per":
        rule.onePer = try text(value, key)
        rule.onePerLine = value.mark?.line
      case "columns":
        for (column, heading) in try columnEntries(value, table, "columns") {
          rule.columns[column] = try text(heading, column.englishName)
          rule.columnLines[column] = heading.mark?.line
        }
      default:
        for (column, words) in try columnEntries(value, table, "values") {
          rule.values[column] = try wordList(words, column)
        }
      }
    }
    return rule
  }

  private func wordList(_ node: Node, _ column: Column) throws(PlanError) -> [String: String] {
    guard let mapping = node.mapping else {
      throw wrong(node, column.englishName, "{Closed: done, Active: active}")
    }
    var words: [String: String] = [:]
    for (theirs, ours) in mapping {
      words[MatchKey.name(theirs.scalar?.string ?? "")] = try text(ours, column.englishName)
    }
    return words
  }

  private func columnEntries(
    _ node: Node, _ table: Table, _ within: String
  ) throws(PlanError) -> [(Column, Node)] {
    guard let mapping = node.mapping else { throw wrong(node, within, "{name: …}") }
    var found: [(Column, Node)] = []
    for (key, value) in mapping {
      let word = key.scalar?.string ?? ""
      guard let column = table.column(headed: word) else {
        throw error(key, .unknownKey(word, allowed: table.columns.map(\.column.englishName)))
      }
      found.append((column, value))
    }
    return found
  }

  private mutating func readLinks(_ node: Node) throws(PlanError) {
    guard let sequence = node.sequence else { throw wrong(node, "links", "- sheet: …") }
    for item in sequence {
      let allowed = ["file", "sheet", "header_row", "relation", "from", "to"]
      var values: [String: Node] = [:]
      for (key, value) in try entries(item, of: "links", allowed: allowed) { values[key] = value }
      func needed(_ key: String) throws(PlanError) -> Node {
        guard let value = values[key] else {
          throw error(item, .missingKey(key, within: "links"))
        }
        return value
      }
      var rule = LinkRule(
        sheet: try text(try needed("sheet"), "sheet"),
        relation: Relation(try text(try needed("relation"), "relation")),
        from: try end(try needed("from"), "from"), to: try end(try needed("to"), "to"),
        line: item.mark?.line)
      if let value = values["file"] { rule.file = try text(value, "file") }
      if let value = values["header_row"] { rule.headerRow = try rowNumber(value, "header_row") }
      links.append(rule)
    }
  }

  private func end(_ node: Node, _ within: String) throws(PlanError) -> LinkRule.End {
    var kind: NodeKind?
    var column: String?
    for (key, value) in try entries(node, of: within, allowed: ["kind", "column"]) {
      let word = try text(value, key)
      if key == "column" {
        column = word
      } else {
        kind = NodeKind(word: word)
        if kind == nil {
          throw error(value, .unknownKey(word, allowed: NodeKind.all.dropFirst().map(\.word)))
        }
      }
    }
    guard let kind else { throw error(node, .missingKey("kind", within: within)) }
    guard let column else { throw error(node, .missingKey("column", within: within)) }
    return LinkRule.End(kind: kind, column: column)
  }

  private func entries(
    _ node: Node, of within: String, allowed: [String], isTable: Bool = false
  ) throws(PlanError) -> [(key: String, value: Node)] {
    guard let mapping = node.mapping else {
      throw wrong(node, within, "\(allowed.first ?? ""): …")
    }
    var found: [(String, Node)] = []
    for (key, value) in mapping {
      let word = key.scalar?.string ?? ""
      guard allowed.contains(word) || (isTable && Table(sheetNamed: word) != nil) else {
        throw error(key, .unknownKey(word, allowed: allowed))
      }
      found.append((word, value))
    }
    return found
  }

  private func text(_ node: Node, _ key: String) throws(PlanError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else { throw wrong(node, key, "…") }
    return text
  }

  private func flag(_ node: Node, _ key: String) throws(PlanError) -> Bool {
    guard let flag = node.bool else { throw wrong(node, key, "true") }
    return flag
  }

  private func rowNumber(_ node: Node, _ key: String) throws(PlanError) -> Int {
    guard let number = node.int, (1...1_048_576).contains(number) else {
      throw wrong(node, key, "1")
    }
    return number
  }

  private func wrong(_ node: Node, _ key: String, _ expected: String) -> PlanError {
    error(node, .wrongValue(key: key, expected: expected))
  }

  func error(_ node: Node, _ problem: MappingProblem) -> PlanError {
    .mapping(path: path, line: node.mark?.line, problem: problem)
  }
}

extension Node {
  fileprivate var isNull: Bool { scalar?.string.isEmpty ?? false }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }
}
