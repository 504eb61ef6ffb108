import Graphs

/// Finds rows by id or name.
struct NodeIndex {
  private struct Key: Hashable {
    let plan: Int
    let kind: NodeKind
    let text: String
  }

  enum Answer {
    case one(NodeReference)
    case none
    case several([NodeReference])
  }

  private var ids: [Key: Int] = [:]
  private var names: [Key: [Int]] = [:]
  private var planIDs: [String: Int] = [:]
  /// Names that a mapping calls the same: the key as typed, and the one that counts.
  private var same: [Key: String] = [:]

  mutating func addPlan(_ id: String, at index: Int) {
    planIDs[MatchKey.name(id)] = index
  }

  /// Takes one name for another from now on.
  ///
  /// - Parameter counts: By the key of a name, the key of the one that counts.
  mutating func addSame(_ counts: [String: String], _ kind: NodeKind, plan: Int) {
    for (typed, name) in counts { same[Key(plan: plan, kind: kind, text: typed)] = name }
  }

  /// The key of the name that counts where a mapping says so, else the name as it is.
  func counting(_ text: String, _ kind: NodeKind, plan: Int) -> String {
    same[Key(plan: plan, kind: kind, text: MatchKey.name(text))] ?? text
  }

  /// The key that names of a kind are found by.
  private func key(_ text: String, _ kind: NodeKind, _ plan: Int) -> Key {
    let key = Key(plan: plan, kind: kind, text: MatchKey.name(text))
    guard !same.isEmpty, let name = same[key] else { return key }
    return Key(plan: plan, kind: kind, text: name)
  }

  /// Adds a row; false where the id is taken.
  mutating func add(_ node: NodeReference, id: String, name: String) -> Bool {
    guard addID(id, of: node) else { return false }
    names[key(name, node.kind, node.plan), default: []].append(node.index)
    return true
  }

  /// Adds an id of a row; false where it is taken.
  mutating func addID(_ id: String, of node: NodeReference) -> Bool {
    let key = key(id, node.kind, node.plan)
    guard ids[key] == nil else { return false }
    ids[key] = node.index
    return true
  }

  /// The row of an id.
  func row(id: String, _ kind: NodeKind, plan: Int) -> Int? { ids[key(id, kind, plan)] }

  /// The plan of an id.
  func plan(id: String) -> Int? { planIDs[MatchKey.name(id)] }

  /// The row that a cell refers to: by id, else by exact name, else as `plan/id`.
  func find(_ text: String, _ kinds: [NodeKind], plan: Int) -> Answer {
    let byID = kinds.compactMap { kind in
      ids[key(text, kind, plan)].map {
        NodeReference(plan: plan, kind: kind, index: $0)
      }
    }
    if let answer = Self.answer(byID) { return answer }
    let byName = kinds.flatMap { kind in
      (names[key(text, kind, plan)] ?? []).map {
        NodeReference(plan: plan, kind: kind, index: $0)
      }
    }
    if let answer = Self.answer(byName) { return answer }
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
