public import Graphs
public import Plans

/// What speaks against a link, or is not known and should be before it is decided on.
public enum Caution: Sendable, Equatable {
  /// The fund's accounts are not up to date.
  case accountsNotCurrent(NodeID)
  /// So much of the fund's loans is overdue (0 to 1), more than the twentieth that PEARLS allows (A1).
  case overdue(NodeID, share: Double)
  /// Neither the fund's overdue loans nor the state of its accounts is known.
  case strengthUnknown(NodeID)
  /// The leader carries so many open activities already.
  case leaderLoaded(NodeID, activities: Int)
  /// The leader's term ends before the activity does.
  case termEnds(NodeID, PlanDate)
  /// The two are in different tambons.
  case otherTambon(String, String)
  /// The two share no place, though the places of both are known.
  case otherPlaces(NodeID, NodeID)
}

extension Caution {
  /// Whether it is that the two are far from one another.
  fileprivate var isFar: Bool { if case .otherTambon = self { true } else { false } }
}

/// Finds what speaks against links.
struct CautionSearch {
  private let plans: PlanGraph
  /// Open activities from which on a leader counts as loaded.
  private static let load = 3
  /// The share of loans that may be overdue: PEARLS A1, at most 5 %.
  private static let overdue = 0.05

  init(_ plans: PlanGraph) { self.plans = plans }

  /// What speaks against a link, the weightiest first.
  ///
  /// - Parameter isLesson: Whether the two are to learn from one another: that the one is weak is then
  ///   the reason, and nothing against it.
  func cautions(from: NodeID, to: NodeID, isLesson: Bool = false) -> [Caution] {
    if isLesson { return distance(from, to).filter(\.isFar) }
    return [from, to].flatMap(strength) + load(of: from) + term(of: from, beside: to)
      + distance(from, to)
  }

  private func strength(of node: NodeID) -> [Caution] {
    guard let fund = plans.record(of: node) as? Fund else { return [] }
    var cautions: [Caution] = []
    if fund.accountsCurrent == false { cautions.append(.accountsNotCurrent(node)) }
    if let overdue = fund.overdue, let loans = fund.loans, loans > 0, !fund.hides(.overdue),
      overdue / loans > Self.overdue
    {
      cautions.append(.overdue(node, share: overdue / loans))
    }
    if fund.accountsCurrent == nil, fund.overdue == nil { cautions.append(.strengthUnknown(node)) }
    return cautions
  }

  private func load(of node: NodeID) -> [Caution] {
    guard plans.graph.kind(of: node) == .leader else { return [] }
    let open = plans.neighbours(of: node, .leads, .forward).filter {
      (plans.record(of: $0) as? Activity)?.isOpen == true
    }
    return open.count >= Self.load ? [.leaderLoaded(node, activities: open.count)] : []
  }

  private func term(of node: NodeID, beside activity: NodeID) -> [Caution] {
    guard let until = (plans.record(of: node) as? Leader)?.until,
      let end = (plans.record(of: activity) as? Activity)?.end, until < end
    else { return [] }
    return [.termEnds(node, until)]
  }

  private func distance(_ from: NodeID, _ to: NodeID) -> [Caution] {
    let (left, right) = (places(of: from), places(of: to))
    guard !left.isEmpty, !right.isEmpty, left.isDisjoint(with: right) else { return [] }
    if let first = tambon(of: left), let second = tambon(of: right),
      MatchKey.name(first) != MatchKey.name(second)
    {
      return [.otherTambon(first, second)]
    }
    return [.otherPlaces(from, to)]
  }

  private func places(of node: NodeID) -> Set<NodeID> {
    let relation: Relation = plans.graph.kind(of: node) == .leader ? .livesIn : .locatedIn
    return Set(plans.neighbours(of: node, relation, .forward))
  }

  /// The tambon of places that all lie in one.
  private func tambon(of places: Set<NodeID>) -> String? {
    let tambons = places.sorted().map { (plans.record(of: $0) as? Place)?.tambon }
    guard let first = tambons.first.flatMap(\.self),
      tambons.allSatisfy({ $0.map(MatchKey.name) == MatchKey.name(first) })
    else { return nil }
    return first
  }
}
