public import Graphs
public import Plans

/// What a leader reaches within two steps.
///
/// A step goes from a leader to work, a group or fund, and on from there; it does not go through a
/// village, where all live and none is nearer for it.
public struct Reach: Sendable, Equatable {
  /// The activities.
  public let activities: Set<NodeID>
  /// The places.
  public let places: Set<NodeID>
  /// The issues.
  public let issues: Set<NodeID>

  /// How many there are in all.
  public var count: Int { activities.count + places.count + issues.count }

  /// What a leader of a network reaches.
  init(of leader: NodeID, in network: LeaderNetwork) {
    let kind = network.plans.graph.kind(of:)
    let first = network.neighbours(of: leader)
    let second = first.filter { kind($0) != .place }.flatMap(network.neighbours(of:))
    let all = Set(first + second)
    activities = all.filter { kind($0) == .activity }
    places = all.filter { kind($0) == .place }
    issues = Set(([leader] + first).flatMap(network.issues(of:)))
  }
}

/// How often a leader stands between two others who do not meet else (Gould & Fernandez 1989).
public struct Brokerage: Sendable, Equatable {
  /// Between leaders of different issues; a leader's issue is that of most work that the leader leads.
  public let issues: BrokerageRoles?
  /// Between leaders of different villages.
  public let villages: BrokerageRoles?
  /// Between a fund of the leader and a mechanism of the leader's work that share no work.
  public let fundAndState: Int
}

/// What is measured of one leader; every figure holds within the plan only.
public struct LeaderMeasures: Sendable, Equatable {
  /// The leader.
  public let leader: NodeID
  /// The number of nodes tied to the leader.
  public let degree: Int
  /// The share of shortest paths between others that pass through the leader (Freeman 1977; Brandes 2001).
  public let betweenness: Double
  /// How often the others hear what the leader passes on, as a mean over all nodes.
  ///
  /// A. Banerjee, A. G. Chandrasekhar, E. Duflo & M. O. Jackson, *The diffusion of microfinance*, Science
  /// 341 (2013).
  public let diffusion: Double
  /// Burt's constraint among people; nil where nobody is tied to the leader.
  public let constraint: Double?
  /// Burt's effective size among people; nil where nobody is tied to the leader.
  public let effectiveSize: Double?
  /// Between whom the leader stands.
  public let brokerage: Brokerage
  /// What the leader reaches within two steps.
  public let reach: Reach
  /// The activities that the leader leads now: planned, going on, or without a word on how they stand.
  public let present: [NodeID]
  /// The activities that the leader has carried through to done.
  public let done: [NodeID]
  /// The full years since the leader began; nil where that is not known.
  public let years: Int?
  /// How many come to the leader for advice; nil where nobody is on record.
  public let askers: Int?
}

extension LeaderMeasures {
  /// How many times a word is passed on in `diffusion`: three times from person to person, each through
  /// a group or work that they share.
  public static let diffusionPasses = 6
  /// Activities up to which a leader is not yet loaded.
  public static let lightLoad = 1
  /// Activities beyond which a leader is loaded.
  public static let fullLoad = 3

  /// The measures of all leaders of a network, in the order of `network.leaders`.
  ///
  /// - Parameter day: The day to which years are counted.
  /// - Complexity: O(nodes · ties), for the betweenness.
  public static func all(_ network: LeaderNetwork, asOf day: PlanDate) -> [LeaderMeasures] {
    let graph = network.graph
    let betweenness = graph.betweennessCentrality()
    let largest = graph.largestEigenvalue()
    let diffusion =
      largest > 0
      ? graph.diffusionCentrality(probability: 1 / largest, passes: diffusionPasses)
      : [Double](repeating: 0, count: graph.nodeCount)
    let constraint = network.people.constraint()
    let effectiveSize = network.people.effectiveSize()
    let brokerage = network.brokerage()
    return network.leaders.enumerated().compactMap { index, leader in
      guard let node = network.position(of: leader) else { return nil }
      return LeaderMeasures(
        leader: leader, degree: graph.degree(of: node), betweenness: betweenness[node],
        diffusion: diffusion[node] / Double(max(1, graph.nodeCount)),
        constraint: constraint[index], effectiveSize: effectiveSize[index],
        brokerage: brokerage[index], reach: Reach(of: leader, in: network),
        present: network.presentActivities(of: leader),
        done: network.doneActivities(of: leader),
        years: network.plans.leader(leader)?.since.map { $0.fullYears(until: day) },
        askers: network.askers(of: leader)?.count)
    }
  }
}

extension PlanDate {
  /// The full years from this day to another, never below zero; an open month or day counts as the first.
  func fullYears(until day: PlanDate) -> Int {
    let isBefore = (day.month ?? 12, day.day ?? 31) < (month ?? 1, self.day ?? 1)
    return max(0, day.year - year - (isBefore ? 1 : 0))
  }
}
