public import Graphs
public import Plans

/// A leader who sits in several groups at once, or in a fund and in another position: the commonest
/// bridge between them.
public struct BridgingRole: Sendable, Equatable {
  /// Two groups that meet in one leader.
  public struct Pair: Sendable, Equatable {
    /// The group with the smaller id.
    public let one: NodeID
    /// The other.
    public let other: NodeID
  }

  /// The leader.
  public let leader: NodeID
  /// The funds that the leader serves on, ascending.
  public let funds: [NodeID]
  /// The organisations that the leader is in, ascending.
  public let organisations: [NodeID]
  /// The places that the leader, these groups and the leader's work are of, ascending; what is the whole
  /// tambon's left out.
  public let places: [NodeID]
  /// Pairs of these groups in which the plan names nobody else together, and that no tie joins: those
  /// of a fund and an organisation first.
  public let alone: [Pair]
}

extension LeaderNetwork {
  /// The leaders who are in two groups or more, or in a fund and two positions; those first who alone join the most.
  public func bridgingRoles() -> [BridgingRole] {
    let roles = leaders.compactMap(bridgingRole)
    return roles.sorted { left, right in
      let sizes = [right, left].map { ($0.alone.count, $0.funds.count + $0.organisations.count) }
      return (sizes[0].0, sizes[0].1, left.leader) < (sizes[1].0, sizes[1].1, right.leader)
    }
  }

  /// The groups that meet in a leader; nil where the leader is in fewer than two, and not in a fund
  /// with two positions.
  public func bridgingRole(of leader: NodeID) -> BridgingRole? {
    let funds = neighbours(of: leader, .fund)
    let organisations = neighbours(of: leader, .organisation)
    let groups = (funds + organisations).sorted()
    let positions = (plans.record(of: leader) as? Leader)?.positions.count ?? 0
    guard groups.count > 1 || (!funds.isEmpty && positions > 1) else { return nil }
    let pairs = groups.indices.flatMap { first in
      groups[(first + 1)...].map { BridgingRole.Pair(one: groups[first], other: $0) }
    }
    return BridgingRole(
      leader: leader, funds: funds, organisations: organisations,
      places: Set(places(of: leader) + groups.flatMap(localPlaces)).sorted(),
      alone: (pairs.filter(isMixed) + pairs.filter { !isMixed($0) })
        .filter { isOnlyLink(leader, between: $0) })
  }

  private func isMixed(_ pair: BridgingRole.Pair) -> Bool {
    plans.graph.kind(of: pair.one) != plans.graph.kind(of: pair.other)
  }

  private func isOnlyLink(_ leader: NodeID, between pair: BridgingRole.Pair) -> Bool {
    let members = Set(neighbours(of: pair.one, .leader)).intersection(
      neighbours(of: pair.other, .leader))
    return members == [leader] && !neighbours(of: pair.one).contains(pair.other)
  }
}

/// Leaders of several plans whom something brings together.
public struct PlanBridge: Sendable, Equatable {
  /// What brings them together.
  public enum Ground: Sendable, Equatable {
    /// An agency that stands beside the work of each.
    case agency(NodeID)
    /// Rows of one name: perhaps one person.
    case name
  }

  /// What brings them together.
  public let ground: Ground
  /// The leaders, ascending; of two plans at least.
  public let leaders: [NodeID]

  /// The bridges between plans read together, rows of one name first; empty for one plan.
  ///
  /// - Complexity: O(leaders · log leaders + work of agencies that plans share).
  public static func between(_ plans: PlanGraph) -> [PlanBridge] {
    guard plans.plans.count > 1 else { return [] }
    let leaders = Array(plans.graph.nodes(of: .leader))
    let keys = concurrentMap(leaders.count, grain: 1_024) { index in
      let plan = plans.plan(of: leaders[index]) ?? 0
      return NameKey(plans.plans[plan].leaders[plans.row(of: leaders[index])].name)
    }
    let named = Dictionary(grouping: leaders.indices) { keys[$0] }.values
      .map { PlanBridge(ground: .name, leaders: $0.map { leaders[$0] }) }
    let shared = Array(plans.graph.nodes(of: .mechanism, in: 0))
    let agencies = shared.map { agency in
      let work =
        plans.neighbours(of: agency, .supports, .forward)
        + plans.neighbours(of: agency, .adopts, .forward)
      let led = work.filter(plans.isOpenActivity)
        .flatMap { plans.neighbours(of: $0, .leads, .backward) }
      return PlanBridge(ground: .agency(agency), leaders: Set(led).sorted())
    }
    // Leaders are numbered plan by plan.
    return (named + agencies).filter { bridge in
      guard let first = bridge.leaders.first, let last = bridge.leaders.last else { return false }
      return plans.plan(of: first) != plans.plan(of: last)
    }.sorted { $0.order < $1.order }
  }

  /// Rows of one name first, by their leaders; then agencies.
  private var order: (Int, NodeID) {
    switch ground {
    case .name: (0, leaders[0])
    case .agency(let agency): (1, agency)
    }
  }
}
