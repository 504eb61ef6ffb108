import Graphs
import Sheets
import Yams

/// A `mapping.yaml`: how sheets as people keep them are read as tables.
struct Mapping: Sendable {
  /// How one table is read.
  struct TableRule: Sendable {
    var file: String?
    var sheet: String?
    /// From 0; one row or two.
    var headerRows: ClosedRange<Int>?
    /// How a text sheet is kept, where the rule says so.
    var form = TextForm()
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
    /// From 0; one row or two.
    var headerRows: ClosedRange<Int>?
    /// How a text sheet is kept, where the rule says so.
    var form = TextForm()
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
  /// Names that mean the same, as somebody accepted or wrote them.
  var same: [SameRule] = []
  /// The file of the planner's own words, and the line that names it.
  var vocabulary: (file: String, line: Int?)?
  /// How text sheets are kept, where no rule of their own says so.
  var form = TextForm()

  /// The mapping's name beside a workbook or in a folder.
  static let fileName = "mapping.yaml"

  /// Reads a mapping file.
  init(contentsOf path: String) throws(PlanError) {
    try self.init(text: try Mapping.content(of: path), path: path)
  }

  /// The text of a YAML file.
  static func content(of path: String) throws(PlanError) -> String {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path) } catch { throw .sheet(error) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .mapping(path: path, line: nil, problem: .notYAML(reason: "UTF-8"))
    }
    return text
  }

  /// Reads a mapping's text; `path` is where it is said to stand.
  init(text: String, path: String) throws(PlanError) {
    self.path = path
    if let root = try Mapping.root(of: text, path: path) { try read(root) }
  }

  /// The root of a YAML text; nil where it holds nothing but comments.
  static func root(of text: String, path: String) throws(PlanError) -> Node? {
    do {
      guard let root = try Node.root(of: text), !root.isNull else { return nil }
      return root
    } catch {
      let line = (error as? YamlError)?.line
      throw .mapping(path: path, line: line, problem: .notYAML(reason: "\(error)"))
    }
  }

  private mutating func read(_ root: Node) throws(PlanError) {
    for (key, value) in try entries(root, of: "mapping.yaml", allowed: Mapping.keys) {
      switch key {
      case "name": name = try text(value, key)
      case "create_missing": createsMissing = try flag(value, key)
      case "tables": try readTables(value)
      case "same": same = try sameRules(value)
      case "vocabulary": vocabulary = (try text(value, key), value.mark?.line)
      case "encoding", "separator": form = try form.setting(key, value, in: self)
      default: try readLinks(value)
      }
    }
  }

  static let keys = [
    "name", "create_missing", "tables", "links", "same", "vocabulary", "encoding", "separator",
  ]
  static let tableKeys = [
    "file", "sheet", "header_row", "one_per", "columns", "values", "encoding", "separator",
  ]
  static let linkKeys = [
    "file", "sheet", "header_row", "relation", "from", "to", "encoding", "separator",
  ]

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
    for (key, value) in try entries(node, of: table.englishName, allowed: Mapping.tableKeys) {
      switch key {
      case "file": rule.file = try text(value, key)
      case "sheet": rule.sheet = try text(value, key)
      case "header_row": rule.headerRows = try headerRows(value, key)
      case "encoding", "separator": rule.form = try rule.form.setting(key, value, in: self)
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
      var values: [String: Node] = [:]
      for (key, value) in try entries(item, of: "links", allowed: Mapping.linkKeys) {
        values[key] = value
      }
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
      if let value = values["header_row"] {
        rule.headerRows = try headerRows(value, "header_row")
      }
      for key in ["encoding", "separator"] {
        if let value = values[key] { rule.form = try rule.form.setting(key, value, in: self) }
      }
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

  func entries(
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

  func text(_ node: Node, _ key: String) throws(PlanError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else { throw wrong(node, key, "…") }
    return text
  }

  private func flag(_ node: Node, _ key: String) throws(PlanError) -> Bool {
    guard let flag = node.answer else { throw wrong(node, key, "true") }
    return flag
  }

  /// One row, `3`, or two that follow each other, `[3, 4]`; from 1 as written, from 0 as returned.
  private func headerRows(_ node: Node, _ key: String) throws(PlanError) -> ClosedRange<Int> {
    let numbers = node.sequence.map { $0.compactMap(\.int) } ?? [node.int].compactMap { $0 }
    guard let first = numbers.first, let last = numbers.last, (1...1_048_576).contains(first),
      last == first + numbers.count - 1, numbers.count <= 2
    else { throw wrong(node, key, "1, [1, 2]") }
    return first - 1...last - 1
  }

  func wrong(_ node: Node, _ key: String, _ expected: String) -> PlanError {
    error(node, .wrongValue(key: key, expected: expected))
  }

  func error(_ node: Node, _ problem: MappingProblem) -> PlanError {
    .mapping(path: path, line: node.mark?.line, problem: problem)
  }
}

extension TextForm {
  /// The form with one of its parts as a mapping says it.
  fileprivate func setting(
    _ key: String, _ value: Node, in mapping: Mapping
  ) throws(PlanError) -> TextForm {
    let word = try mapping.text(value, key)
    if key == "encoding" {
      guard let encoding = TextEncoding(named: word) else {
        throw mapping.wrong(value, key, "utf-8, utf-16, windows-874")
      }
      return TextForm(encoding: encoding, separator: separator)
    }
    let names: [String: TextSeparator] = [
      "comma": .comma, "semicolon": .semicolon, "tab": .tab, "\\t": .tab, "pipe": .pipe,
    ]
    guard let separator = TextSeparator(rawValue: word) ?? names[word.lowercased()] else {
      throw mapping.wrong(value, key, "\",\", \";\", tab, \"|\"")
    }
    return TextForm(encoding: encoding, separator: separator)
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
