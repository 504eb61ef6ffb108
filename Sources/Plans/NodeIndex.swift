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

  mutating func addPlan(_ id: String, at index: Int) {
    planIDs[MatchKey.name(id)] = index
  }

  /// Adds a row; false where the id is taken.
  mutating func add(_ node: NodeReference, id: String, name: String) -> Bool {
    let key = Key(plan: node.plan, kind: node.kind, text: MatchKey.name(id))
    guard ids[key] == nil else { return false }
    ids[key] = node.index
    let nameKey = Key(plan: node.plan, kind: node.kind, text: MatchKey.name(name))
    names[nameKey, default: []].append(node.index)
    return true
  }

  /// The row of an id.
  func row(id: String, _ kind: NodeKind, plan: Int) -> Int? {
    ids[Key(plan: plan, kind: kind, text: MatchKey.name(id))]
  }

  /// The plan of an id.
  func plan(id: String) -> Int? { planIDs[MatchKey.name(id)] }

  /// The row that a cell refers to: by id, else by exact name, else as `plan/id`.
  func find(_ text: String, _ kinds: [NodeKind], plan: Int) -> Answer {
    let key = MatchKey.name(text)
    let byID = kinds.compactMap { kind in
      ids[Key(plan: plan, kind: kind, text: key)].map {
        NodeReference(plan: plan, kind: kind, index: $0)
      }
    }
    if let answer = Self.answer(byID) { return answer }
    let byName = kinds.flatMap { kind in
      (names[Key(plan: plan, kind: kind, text: key)] ?? []).map {
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
