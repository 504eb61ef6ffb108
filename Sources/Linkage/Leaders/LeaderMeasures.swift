public import Graphs
public import Plans

/// What a leader reaches within two steps.
///
/// A step goes from a leader to work, a group or fund, and on from there; it does not go through a
/// village, where all live and none is nearer for it.
public struct Reach: Sendable, Equatable {
  /// The activities, ascending.
  public let activities: [NodeID]
  /// The places, ascending.
  public let places: [NodeID]
  /// The issues, ascending.
  public let issues: [NodeID]

  /// How many there are in all.
  public var count: Int { activities.count + places.count + issues.count }

  /// What a leader of a network reaches.
  ///
  /// - Parameter isReached: By position in the network room for a mark, all false, before and after.
  init(of leader: NodeID, in network: LeaderNetwork, marking isReached: inout [Bool]) {
    let graph = network.graph
    var reached: [Int] = []
    func reach(_ position: Int, _ isReached: inout [Bool]) {
      if isReached[position] { return }
      isReached[position] = true
      reached.append(position)
    }
    for first in network.position(of: leader).map(graph.neighbours) ?? [] {
      reach(Int(first), &isReached)
      if network.kind(at: Int(first)) == .place { continue }
      for second in graph.neighbours(of: Int(first)) { reach(Int(second), &isReached) }
    }
    for position in reached { isReached[position] = false }
    reached.sort()
    func nodes(_ kind: NodeKind) -> [NodeID] {
      reached.filter { network.kind(at: $0) == kind }.map { network.nodes[$0] }
    }
    activities = nodes(.activity)
    places = nodes(.place)
    let first = network.neighbours(of: leader)
    issues = Set(([leader] + first).flatMap(network.issues(of:))).sorted()
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
public struct LeaderMeasures: Sendable {
  /// The leader.
  public let leader: NodeID
  /// The number of nodes tied to the leader.
  public let degree: Int
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
  private let index: Int
  private let figures: NetworkFigures

  /// The share of shortest paths between others that pass through the leader (Freeman 1977; Brandes 2001).
  public var betweenness: Double { figures.betweenness[index] }
  /// How often the others hear what the leader passes on, as a mean over all nodes.
  ///
  /// A. Banerjee, A. G. Chandrasekhar, E. Duflo & M. O. Jackson, *The diffusion of microfinance*, Science
  /// 341 (2013).
  public var diffusion: Double { figures.diffusion[index] }
  /// Burt's constraint among people; nil where nobody is tied to the leader.
  public var constraint: Double? { figures.constraint[index] }
  /// Burt's effective size among people; nil where nobody is tied to the leader.
  public var effectiveSize: Double? { figures.effectiveSize[index] }
  /// Between whom the leader stands.
  public var brokerage: Brokerage { figures.brokerage[index] }
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
  /// - Complexity: O(ties within two steps of each); what needs the whole network is reckoned when it is
  ///   first asked for, betweenness in O(nodes · ties).
  public static func all(_ network: LeaderNetwork, asOf day: PlanDate) -> [LeaderMeasures] {
    let figures = NetworkFigures(network)
    var marks = [Bool](repeating: false, count: network.nodes.count)
    return network.leaders.indices.map {
      LeaderMeasures(at: $0, in: network, figures, day, &marks)
    }
  }

  private init(
    at index: Int, in network: LeaderNetwork, _ figures: NetworkFigures, _ day: PlanDate,
    _ marks: inout [Bool]
  ) {
    let leader = network.leaders[index]
    let led = network.activities(ledBy: leader)
    self.leader = leader
    self.index = index
    self.figures = figures
    degree = network.position(of: leader).map { network.graph.degree(of: $0) } ?? 0
    reach = Reach(of: leader, in: network, marking: &marks)
    present = led.filter(network.plans.isOpenActivity)
    done = led.filter { network.plans.status(ofActivity: $0) == .done }
    let row = network.plans.row(of: leader)
    years = network.plans.plans[network.plan].leaders[row].since.map { $0.fullYears(until: day) }
    askers = network.askers(of: leader)?.count
  }
}

/// What is reckoned of all leaders of a network at once, each when it is first asked for; the values
/// are in the order of its leaders.
private final class NetworkFigures: Sendable {
  private let network: LeaderNetwork
  private let knownBetweenness = Once<[Double]>()
  private let knownDiffusion = Once<[Double]>()
  private let knownConstraint = Once<[Double?]>()
  private let knownEffectiveSize = Once<[Double?]>()
  private let knownBrokerage = Once<[Brokerage]>()

  init(_ network: LeaderNetwork) { self.network = network }

  var betweenness: [Double] {
    knownBetweenness.value { ofLeaders(network.graph.betweennessCentrality()) }
  }

  var diffusion: [Double] {
    knownDiffusion.value {
      let graph = network.graph
      let largest = graph.largestEigenvalue()
      guard largest > 0 else { return network.leaders.map { _ in 0 } }
      let heard = graph.diffusionCentrality(
        probability: 1 / largest, passes: LeaderMeasures.diffusionPasses)
      return ofLeaders(heard).map { $0 / Double(max(1, graph.nodeCount)) }
    }
  }

  var constraint: [Double?] { knownConstraint.value { network.people.constraint() } }

  var effectiveSize: [Double?] { knownEffectiveSize.value { network.people.effectiveSize() } }

  var brokerage: [Brokerage] { knownBrokerage.value { network.brokerage() } }

  private func ofLeaders(_ values: [Double]) -> [Double] {
    network.leaders.map { leader in network.position(of: leader).map { values[$0] } ?? 0 }
  }
}

extension PlanDate {
  /// The full years from this day to another, never below zero; an open month or day counts as the first.
  func fullYears(until day: PlanDate) -> Int {
    let isBefore = (day.month ?? 12, day.day ?? 31) < (month ?? 1, self.day ?? 1)
    return max(0, day.year - year - (isBefore ? 1 : 0))
  }
}
