public import Graphs
import Plans

/// What brings a leader near to work or to another leader.
public struct Closeness: Sendable, Equatable {
  /// The leader.
  public let leader: NodeID
  /// The groups, funds and activities that both are tied to, ascending.
  public let groups: [NodeID]
  /// The places of both, ascending; the whole tambon's work has none.
  public let places: [NodeID]
  /// The issues of both, ascending.
  public let issues: [NodeID]
  /// How many activities the leader carries now.
  public let present: Int

  /// Whether a group or a village brings them near.
  public var isNear: Bool { !groups.isEmpty || !places.isEmpty }
}

/// Who is near to work or to a leader: what is asked of each leader again and again, found once.
struct ClosenessSearch {
  /// What a leader may share with others, all ascending.
  private struct Ties {
    let leader: NodeID
    let groups: [NodeID]
    let homes: [NodeID]
    let issues: [NodeID]
    let present: Int
  }

  private let network: LeaderNetwork
  private let leaders: [Ties]

  /// - Complexity: O(ties of all leaders).
  init(_ network: LeaderNetwork) {
    self.network = network
    leaders = network.leaders.map { leader in
      Ties(
        leader: leader, groups: Self.groups(of: leader, in: network),
        homes: Set(network.plans.neighbours(of: leader, .livesIn, .forward)).sorted(),
        issues: network.issues(ofLeader: leader),
        present: network.presentActivities(of: leader).count)
    }
  }

  private static func groups(of node: NodeID, in network: LeaderNetwork) -> [NodeID] {
    network.neighbours(of: node).filter {
      [.organisation, .fund, .activity].contains(network.plans.graph.kind(of: $0))
    }
  }

  /// The leaders nearest to work or to a leader, the nearest first; those who share nothing are left out.
  ///
  /// Those in the same group or village first, then by what they share, then by who carries less.
  ///
  /// - Parameter isLeftOut: Leaders who do not come into question.
  /// - Complexity: O(leaders · ties of each).
  func nearest(
    to node: NodeID, limit: Int, except isLeftOut: (NodeID) -> Bool = { _ in false }
  ) -> [Closeness] {
    let isPerson = network.plans.graph.kind(of: node) == .leader
    let groups = Self.groups(of: node, in: network)
    let places = Set(
      isPerson
        ? network.plans.neighbours(of: node, .livesIn, .forward) : network.localPlaces(of: node)
    ).sorted()
    let issues = isPerson ? network.issues(ofLeader: node) : network.issues(of: node)
    let tied = Set(network.activityLeaders(of: node) + [node])
    let all = leaders.compactMap { one -> (order: (Int, Int, Int, Int, NodeID), ties: Ties)? in
      guard !tied.contains(one.leader), !isLeftOut(one.leader) else { return nil }
      let near =
        one.groups.countShared(with: groups) + one.homes.countShared(with: places)
      let shared = one.issues.countShared(with: issues)
      guard near + shared > 0 else { return nil }
      return ((near > 0 ? 0 : 1, -near, -shared, one.present, one.leader), one)
    }
    return all.sorted { $0.order < $1.order }.prefix(limit).map { _, one in
      Closeness(
        leader: one.leader, groups: one.groups.shared(with: groups),
        places: one.homes.shared(with: places), issues: one.issues.shared(with: issues),
        present: one.present)
    }
  }
}

extension [NodeID] {
  /// What two ascending lists without doubles share, ascending.
  fileprivate func shared(with other: [NodeID]) -> [NodeID] {
    let other = Set(other)
    return filter(other.contains)
  }

  /// How many nodes two ascending lists without doubles share.
  fileprivate func countShared(with other: [NodeID]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < self.count, j < other.count {
      if self[i] == other[j] { count += 1 }
      if self[i] < other[j] { i += 1 } else { j += 1 }
    }
    return count
  }
}

extension LeaderNetwork {
  /// The leaders of an activity, ascending.
  public func activityLeaders(of activity: NodeID) -> [NodeID] {
    plans.neighbours(of: activity, .leads, .backward)
  }
}
