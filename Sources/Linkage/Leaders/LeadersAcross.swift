public import Graphs
public import Plans

/// For each leader whom something brings together with those of other plans: what, and with whom.
///
/// Of an agency of the whole nation that may be many thousands: those of the nearest plans are named, and
/// all are counted.
public struct LeadersAcross: Sendable {
  /// What brings a leader together with those of other plans.
  public struct Meeting: Sendable, Equatable {
    /// What brings them together.
    public let ground: PlanBridge.Ground
    /// The leaders of the nearest other plans, ascending.
    public let nearest: [NodeID]
    /// How many leaders of other plans there are in all.
    public let count: Int
  }

  /// Leaders of other plans that are named at most.
  public static let most = 24

  private let plans: PlanGraph
  private let bridges: [Bridge]
  private let bridgesOfLeader: [NodeID: [Int32]]
  /// By plan its place among all when they are ordered by province, amphoe and as they were read.
  private let places: [Int]

  /// A bridge with its leaders by the places of their plans.
  private struct Bridge: Sendable {
    let ground: PlanBridge.Ground
    let leaders: [NodeID]
  }

  /// What some bridges say of each leader.
  ///
  /// - Complexity: O(plans · log plans + leaders of all bridges · log leaders).
  public init(_ bridges: [PlanBridge], in plans: PlanGraph) {
    self.plans = plans
    let keys = plans.plans.map { plan in
      [plan.province, plan.amphoe].map { MatchKey.name($0 ?? "") }
    }
    let order = plans.plans.indices.sorted {
      (keys[$0][0], keys[$0][1], $0) < (keys[$1][0], keys[$1][1], $1)
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, plan) in order.enumerated() { places[plan] = place }
    self.places = places
    self.bridges = bridges.map { bridge in
      let leaders = bridge.leaders.sorted {
        (places[plans.plan(of: $0) ?? 0], $0) < (places[plans.plan(of: $1) ?? 0], $1)
      }
      return Bridge(ground: bridge.ground, leaders: leaders)
    }
    var bridgesOfLeader: [NodeID: [Int32]] = [:]
    for (index, bridge) in bridges.enumerated() {
      for leader in bridge.leaders { bridgesOfLeader[leader, default: []].append(Int32(index)) }
    }
    self.bridgesOfLeader = bridgesOfLeader
  }

  /// What brings a leader together with those of other plans, in the order of the bridges.
  ///
  /// - Complexity: O(bridges of the leader · log leaders).
  public func meetings(of leader: NodeID) -> [Meeting] {
    (bridgesOfLeader[leader] ?? []).map { meeting(of: leader, over: bridges[Int($0)]) }
  }

  private func place(_ leader: NodeID) -> Int { places[plans.plan(of: leader) ?? 0] }

  private func meeting(of leader: NodeID, over bridge: Bridge) -> Meeting {
    let (leaders, own) = (bridge.leaders, place(leader))
    var before = leaders.partitioningIndex { place($0) >= own }
    let first = leaders.partitioningIndex { place($0) > own }
    let count = leaders.count - (first - before)
    var after = first
    var nearest: [NodeID] = []
    while nearest.count < Self.most, before > 0 || after < leaders.count {
      let isAfter =
        before == 0
        || (after < leaders.count
          && place(leaders[after]) - own < own - place(leaders[before - 1]))
      if isAfter {
        nearest.append(leaders[after])
        after += 1
      } else {
        before -= 1
        nearest.append(leaders[before])
      }
    }
    return Meeting(ground: bridge.ground, nearest: nearest.sorted(), count: count)
  }
}
