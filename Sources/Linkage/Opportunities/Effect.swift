public import Graphs
import Plans

/// What a link would change.
public struct Effect: Sendable, Equatable {
  /// Whether the reached activity gets its first tie of this kind: its first fund, its first leader,
  /// the first plan of local government that it stands in.
  public let isFirst: Bool
  /// The activities that come newly into reach: of savings, of a leader, of a plan, of an agency.
  public let newActivities: [NodeID]
  /// The activity's places where no activity has a fund yet.
  public let newPlaces: [NodeID]
  /// Whether two pieces of the plan that do not hang together today would.
  public let joinsPieces: Bool
  /// The community's own share of the activity's budget today, 0 to 1; nil where either is unknown.
  public let ownShare: Double?

  /// Activities and places newly reached, and pieces joined, together: what `--order effect` sorts by.
  public var gain: Int { newActivities.count + newPlaces.count + (joinsPieces ? 1 : 0) }
}

/// Reckons what links of one approach would change.
struct EffectReckoning: Sendable {
  private let plans: PlanGraph
  private let approach: Approach
  private let promised: Set<NodeID>
  private var components: [Int: Components] = [:]
  private var isFunded: [NodeID: Bool] = [:]

  /// - Parameter promised: Activities for which a meeting has accepted a link of this kind already.
  init(_ plans: PlanGraph, _ approach: Approach, promised: Set<NodeID>) {
    self.plans = plans
    self.approach = approach
    self.promised = promised
  }

  /// What a link would change.
  ///
  /// - Parameter part: The plan's part that the pair stands in.
  mutating func effect(from: NodeID, to: NodeID, in part: Int) -> Effect {
    let isFirst = plans.graph.kind(of: to) == .activity && !hasTie(to) && !promised.contains(to)
    let activity = plans.activity(to)
    var ownShare: Double?
    if let budget = activity?.budget, budget > 0, let own = activity?.ownBudget {
      ownShare = own / budget
    }
    return Effect(
      isFirst: isFirst,
      newActivities: isFirst ? [to] : Self.newActivities(plans, from: from, to: to),
      newPlaces: approach.proposes == .finances ? placesWithoutFund(of: to) : [],
      joinsPieces: joinsPieces(from, to, in: part),
      ownShare: approach.proposes == .finances ? ownShare : nil)
  }

  /// Whether two nodes of a part lie in two of its pieces; a village or another plan is in none.
  private mutating func joinsPieces(_ from: NodeID, _ to: NodeID, in part: Int) -> Bool {
    let isWithin = [from, to].allSatisfy { node in
      !Self.apart.contains(plans.graph.kind(of: node))
        && [0, part].contains(plans.graph.part(of: node))
    }
    return isWithin && pieces(of: part).piece(of: from) != pieces(of: part).piece(of: to)
  }

  private static let apart: Set<NodeKind> = [.plan, .issue, .place]

  /// The pieces of a plan as people, groups, work and supporters hold it together; that two things
  /// are about one issue or in one village joins nothing.
  mutating func pieces(of part: Int) -> Components {
    if let known = components[part] { return known }
    let found = plans.graph.connectedComponents(of: part) { type in
      !Self.apart.contains(type.from) && !Self.apart.contains(type.to)
    }
    components[part] = found
    return found
  }

  private func hasTie(_ activity: NodeID) -> Bool {
    !plans.ties(of: activity, approach.proposes, .backward).isEmpty
  }

  private mutating func placesWithoutFund(of activity: NodeID) -> [NodeID] {
    plans.neighbours(of: activity, .locatedIn, .forward).filter { !hasFund($0) }
  }

  /// Whether any activity of a place has a fund.
  private mutating func hasFund(_ place: NodeID) -> Bool {
    if let known = isFunded[place] { return known }
    let found = plans.neighbours(of: place, .locatedIn, .backward).contains { other in
      plans.graph.kind(of: other) == .activity
        && !plans.neighbours(of: other, .finances, .backward).isEmpty
    }
    isFunded[place] = found
    return found
  }

  /// The activities that an agency would reach through a fund: those that the fund stands beside, or
  /// its committee leads, about issues that the agency covers, and that it does not support yet.
  static func newActivities(
    _ plans: PlanGraph, from fund: NodeID, to mechanism: NodeID
  ) -> [NodeID] {
    guard plans.graph.kind(of: fund) == .fund, plans.graph.kind(of: mechanism) == .mechanism else {
      return []
    }
    let covered = plans.neighbours(of: mechanism, .covers, .forward)
    return nearActivities(plans, to: fund).filter { isNew($0, for: mechanism, covered, plans) }
  }

  /// Whether an agency would reach any activity newly through a fund.
  static func reachesAny(_ plans: PlanGraph, from fund: NodeID, to mechanism: NodeID) -> Bool {
    let covered = plans.neighbours(of: mechanism, .covers, .forward)
    return nearActivities(plans, to: fund).contains { isNew($0, for: mechanism, covered, plans) }
  }

  /// The activities that a fund stands beside, or its committee leads, ascending.
  private static func nearActivities(_ plans: PlanGraph, to fund: NodeID) -> [NodeID] {
    let led = plans.neighbours(of: fund, .servesOn, .backward)
      .flatMap { plans.neighbours(of: $0, .leads, .forward) }
    return Set(plans.neighbours(of: fund, .finances, .forward) + led).sorted()
  }

  private static func isNew(
    _ activity: NodeID, for mechanism: NodeID, _ covered: [NodeID], _ plans: PlanGraph
  ) -> Bool {
    plans.isOpenActivity(activity)
      && plans.neighbours(of: activity, .about, .forward).contains(where: covered.contains)
      && !plans.neighbours(of: activity, .supports, .backward).contains(mechanism)
  }
}
