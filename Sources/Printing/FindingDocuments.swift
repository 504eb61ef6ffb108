public import Graphs
import Linkage
public import Plans
import Sheets
public import Words

/// One JSON document on its way out; keys as DESIGN fixes them.
public enum JSONDocument {
  /// The document's bytes: keys sorted, so that the same finding gives the same bytes.
  public static func bytes(_ value: some Encodable) throws -> [UInt8] { try JSONText(value).bytes }
}

/// One JSON list on its way out, piece by piece, so that no more than some pieces are ever held.
public enum JSONList {
  /// What stands before the first piece.
  public static let start = Array("[\n".utf8)
  /// What stands between two pieces.
  public static let separator = Array(",\n".utf8)
  /// What stands behind the last piece; a list of none is ended likewise.
  public static let end = Array("\n]\n".utf8)

  /// Some values as a piece of a list, in the bytes of `JSONDocument`; empty for none.
  public static func piece(_ values: [some Encodable]) throws -> [UInt8] {
    guard !values.isEmpty else { return [] }
    // Without the brackets and the line ends beside them.
    return Array(try JSONDocument.bytes(values).dropFirst(2).dropLast(2))
  }
}

/// A value whose key is there even where the value is not.
@propertyWrapper
struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  let wrappedValue: Value?

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

/// A node in a document.
public struct NodeDocument: Encodable, Sendable {
  let id: String
  let kind: String
  let name: String

  /// A node by what is said of it.
  init(id: String, kind: String, name: String) {
    (self.id, self.kind, self.name) = (id, kind, name)
  }

  init(_ node: NodeID, _ names: Names) {
    id = names.id(of: node)
    kind = names.plans.graph.kind(of: node).word
    name = names.name(of: node)
  }
}

/// A node on a path, with the tie that leads to it.
struct StepDocument: Encodable {
  let id: String
  let kind: String
  let name: String
  /// The tie from the node before; null at the start.
  @OrNull var relation: String?
  /// Whether the tie runs from the node before to this one; null at the start.
  @OrNull var forward: Bool?

  init(_ node: NodeID, _ names: Names, relation: Relation? = nil, direction: Direction? = nil) {
    let document = NodeDocument(node, names)
    id = document.id
    kind = document.kind
    name = document.name
    _relation = OrNull(wrappedValue: relation.map(names.word))
    _forward = OrNull(wrappedValue: direction.map { $0 == .forward })
  }
}

/// A path as `path` prints it.
public struct PathDocument: Encodable, Sendable {
  let length: Int
  let path: [StepDocument]

  /// A path between two nodes.
  public init(_ path: Path, _ names: Names) {
    length = path.steps.count
    self.path =
      [StepDocument(path.start, names)]
      + path.steps.map { step in
        StepDocument(
          step.neighbour, names, relation: names.plans.relation(of: step.edge),
          direction: step.direction)
      }
  }
}

/// What the check found, as `check` prints it.
public struct CheckDocument: Encodable, Sendable {
  struct Problem: Encodable {
    let severity: String
    let code: String
    let file: String
    @OrNull var sheet: String?
    @OrNull var cell: String?
    let cells: [String]
    let count: Int
    let message: String
    let suggestion: String
  }

  struct SheetDocument: Encodable {
    let file: String
    @OrNull var sheet: String?
    @OrNull var table: String?
    let rows: Int
    @OrNull var encoding: String?
    @OrNull var separator: String?
  }

  let tables: [String: Int]
  let ties: [String: Int]
  let sheets: [SheetDocument]
  let problems: [Problem]

  /// What was read and found.
  ///
  /// - Parameter hidesPeople: Whether words from cells that may name people are left out.
  public init(
    _ reading: PlanReading, _ plans: PlanGraph, _ language: Language, hidesPeople: Bool = false
  ) {
    tables = reading.tableCounts.merging(
      ["issues": plans.graph.nodes(of: .issue).count], uniquingKeysWith: { $1 })
    let names = Names(plans, language, people: hidesPeople ? .byConsent : .all)
    ties = Dictionary(
      plans.tieCounts.map { (names.word(of: Relation($0.key)), $0.value) },
      uniquingKeysWith: +)
    sheets = reading.sheets.map { sheet in
      SheetDocument(
        file: sheet.source.file, sheet: sheet.source.sheet, table: sheet.table?.englishName,
        rows: sheet.rows, encoding: sheet.form?.encoding?.rawValue,
        separator: sheet.form?.separator?.rawValue)
    }
    problems = reading.diagnostics.map { diagnostic in
      Problem(
        severity: diagnostic.severity.rawValue, code: diagnostic.code, file: diagnostic.file,
        sheet: diagnostic.sheet, cell: diagnostic.cells.first?.description,
        cells: diagnostic.cells.map(\.description), count: diagnostic.count,
        message: language.message(of: diagnostic, hidesPeople: hidesPeople),
        suggestion: language.suggestion(for: diagnostic))
    }
  }
}

extension PlanReading {
  /// How many rows of each table the plans hold.
  public var tableCounts: [String: Int] {
    var counts = ["plan": plans.count]
    for table in Table.allCases.dropFirst() {
      counts[table.englishName] = plans.reduce(0) { sum, plan in
        switch table {
        case .offers: sum + plan.offers.count
        case .decisions: sum + plan.decisions.count
        case .links: sum
        default: sum + (table.nodeKind.map(plan.count(of:)) ?? 0)
        }
      }
    }
    counts["links"] = sheets.filter { $0.table == .links }.reduce(0) { $0 + $1.rows }
    return counts
  }
}

extension PlanGraph {
  /// How many ties of each relation there are, each counted once.
  public var tieCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for (type, count) in graph.edgeCounts {
      counts[relation(of: type.kind).word, default: 0] += count
    }
    return counts
  }
}
