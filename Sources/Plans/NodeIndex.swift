import Graphs
import Sheets

/// Finds rows by id or name.
struct NodeIndex {
  /// The rows of one kind in one plan.
  fileprivate struct Rows {
    var ids: [NameKey: Int32] = [:]
    var names: [NameKey: Int32] = [:]
    /// The short ids once more, as they are typed.
    var codes: [TextCode: Int32] = [:]
    /// Of names that several rows bear, all of these rows.
    var namesakes: [NameKey: [Int]] = [:]
    /// Names that a mapping calls the same: the key as typed, and the one that counts.
    var same: [NameKey: String] = [:]

    func key(_ text: String) -> NameKey {
      let key = NameKey(text)
      guard !same.isEmpty, let name = same[key] else { return key }
      return NameKey(name)
    }
  }

  enum Answer {
    case one(NodeReference)
    case none
    case several([NodeReference])
  }

  /// By plan, then by kind.
  private var rows: [[Rows]] = []
  private var planIDs: [NameKey: Int] = [:]
  /// Words that would have meant something, had there been a plan of their name.
  private let strangers = StrangePlans()

  /// The ids that were taken for those of plans, and are of none.
  var strangePlans: Set<NameKey> { strangers.ids }

  mutating func addPlan(_ id: String, at index: Int) {
    planIDs[NameKey(id)] = index
    makeRoom(index)
  }

  private mutating func makeRoom(_ plan: Int) {
    while rows.count <= plan { rows.append([Rows](repeating: Rows(), count: NodeKind.all.count)) }
  }

  /// Takes one name for another from now on.
  ///
  /// - Parameter counts: By the key of a name, the key of the one that counts.
  mutating func addSame(_ counts: [String: String], _ kind: NodeKind, plan: Int) {
    makeRoom(plan)
    for (typed, name) in counts { rows[plan][Int(kind.rawValue)].same[NameKey(typed)] = name }
  }

  /// The key of the name that counts where a mapping says so, else the name as it is.
  func counting(_ text: String, _ kind: NodeKind, plan: Int) -> String {
    guard plan < rows.count, !rows[plan][Int(kind.rawValue)].same.isEmpty else { return text }
    return rows[plan][Int(kind.rawValue)].same[NameKey(text)] ?? text
  }

  /// Adds a row; false where the id is taken.
  mutating func add(_ node: NodeReference, id: String, name: String) -> Bool {
    guard addID(id, of: node) else { return false }
    rows[node.plan][Int(node.kind.rawValue)].addName(name, node.index)
    return true
  }

  /// Adds an id of a row; false where it is taken.
  mutating func addID(_ id: String, of node: NodeReference) -> Bool {
    makeRoom(node.plan)
    return rows[node.plan][Int(node.kind.rawValue)].addID(id, node.index)
  }

  /// The row of an id.
  func row(id: String, _ kind: NodeKind, plan: Int) -> Int? {
    guard plan < rows.count else { return nil }
    return rows[plan][Int(kind.rawValue)].row(id: id)
  }

  /// The row of an id, by its key.
  func row(id key: NameKey, _ kind: NodeKind, plan: Int) -> Int? {
    plan < rows.count ? rows[plan][Int(kind.rawValue)].row(id: key) : nil
  }

  /// The row of an id that is typed as it is in its own row; nil of all others.
  func row(code: TextCode, _ kind: NodeKind, plan: Int) -> Int? {
    guard plan < rows.count, rows[plan][Int(kind.rawValue)].same.isEmpty else { return nil }
    return rows[plan][Int(kind.rawValue)].codes[code].map { Int($0) }
  }

  /// The plan of an id.
  func plan(id: String) -> Int? {
    let key = NameKey(id)
    let found = planIDs[key]
    if found == nil { strangers.ids.insert(key) }
    return found
  }

  /// The row that a cell refers to: by id, else by exact name, else as `plan/id`.
  func find(_ text: String, _ kinds: [NodeKind], plan: Int) -> Answer {
    if kinds.count == 1, plan < rows.count,
      let row = rows[plan][Int(kinds[0].rawValue)].row(id: text)
    {
      return .one(NodeReference(plan: plan, kind: kinds[0], index: row))
    }
    if plan < rows.count {
      let byID = kinds.compactMap { kind in
        rows[plan][Int(kind.rawValue)].row(id: text).map {
          NodeReference(plan: plan, kind: kind, index: $0)
        }
      }
      if let answer = Self.answer(byID) { return answer }
      let byName = kinds.flatMap { kind in
        rows[plan][Int(kind.rawValue)].rows(named: text).map {
          NodeReference(plan: plan, kind: kind, index: $0)
        }
      }
      if let answer = Self.answer(byName) { return answer }
    }
    guard let slash = text.firstIndex(of: "/"),
      let other = self.plan(id: String(text[..<slash]))
    else { return .none }
    let rest = String(text[text.index(after: slash)...])
    return rest.contains("/") ? .none : find(rest, kinds, plan: other)
  }

  private static func answer(_ found: [NodeReference]) -> Answer? {
    switch found.count {
    case 0: nil
    case 1: .one(found[0])
    default: .several(found)
    }
  }
}

extension NodeIndex.Rows {
  fileprivate func row(id: String) -> Int? { ids[key(id)].map { Int($0) } }

  fileprivate func row(id key: NameKey) -> Int? {
    same.isEmpty ? ids[key].map { Int($0) } : row(id: key.text)
  }

  fileprivate func rows(named name: String) -> [Int] {
    let key = key(name)
    return namesakes[key] ?? names[key].map { [Int($0)] } ?? []
  }

  fileprivate mutating func addName(_ name: String, _ row: Int) {
    let key = key(name)
    guard let first = names[key] else {
      names[key] = Int32(row)
      return
    }
    namesakes[key, default: [Int(first)]].append(row)
  }

  fileprivate mutating func addID(_ id: String, _ row: Int) -> Bool {
    let key = key(id)
    if ids[key] != nil { return false }
    ids[key] = Int32(row)
    if let code = TextCode(id), !MatchKey.saysUnknown(id), !MatchKey.isUnknown(id) {
      codes[code] = Int32(row)
    }
    return true
  }
}

/// Ids that no plan bears; a class, since looking one up changes nothing else.
private final class StrangePlans {
  var ids: Set<NameKey> = []
}
