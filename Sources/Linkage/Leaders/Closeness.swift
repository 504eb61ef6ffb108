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

  fileprivate init(of leader: NodeID, to node: NodeID, in network: LeaderNetwork) {
    let isPerson = network.plans.graph.kind(of: node) == .leader
    let shared: Set<NodeID> = Set(network.neighbours(of: node)).intersection(
      network.neighbours(of: leader))
    self.leader = leader
    groups = shared.filter {
      [.organisation, .fund, .activity].contains(network.plans.graph.kind(of: $0))
    }.sorted()
    let homes = network.plans.neighbours(of: leader, .livesIn, .forward)
    let theirs =
      isPerson
      ? network.plans.neighbours(of: node, .livesIn, .forward) : network.localPlaces(of: node)
    places = Set(homes).intersection(theirs).sorted()
    let issues = isPerson ? network.issues(ofLeader: node) : network.issues(of: node)
    self.issues = Set(network.issues(ofLeader: leader)).intersection(issues).sorted()
    present = network.presentActivities(of: leader).count
  }

  /// Those in the same group or village first, then by what they share, then by who carries less.
  fileprivate var order: (Int, Int, Int, Int, NodeID) {
    (isNear ? 0 : 1, -groups.count - places.count, -issues.count, present, leader)
  }
}

extension LeaderNetwork {
  /// The leaders nearest to work or to a leader, the nearest first; those who share nothing are left out.
  ///
  /// - Parameter isLeftOut: Leaders who do not come into question.
  public func nearest(
    to node: NodeID, limit: Int, except isLeftOut: (NodeID) -> Bool = { _ in false }
  ) -> [Closeness] {
    let tied = Set(activityLeaders(of: node) + [node])
    let all = leaders.filter { !tied.contains($0) && !isLeftOut($0) }
      .map { Closeness(of: $0, to: node, in: self) }
      .filter { $0.isNear || !$0.issues.isEmpty }
    return Array(all.sorted { $0.order < $1.order }.prefix(limit))
  }

  /// The leaders of an activity, ascending.
  public func activityLeaders(of activity: NodeID) -> [NodeID] {
    plans.neighbours(of: activity, .leads, .backward)
  }
}
