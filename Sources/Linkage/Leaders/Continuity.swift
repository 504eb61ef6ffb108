public import Graphs
public import Plans

/// Whether a plan's work goes on when people change: for the officer's own paper where it names people.
public struct Continuity: Sendable {
  /// Work that is neither done nor stopped, with those who could stand beside it.
  public struct Work: Sendable, Equatable {
    /// The activity.
    public let activity: NodeID
    /// Its only leader; nil where it has none.
    public let leader: NodeID?
    /// Who is near to it, the nearest first.
    public let near: [Closeness]
  }

  /// A leader who carries many activities.
  public struct Load: Sendable, Equatable {
    /// The leader.
    public let leader: NodeID
    /// The activities that the leader carries now.
    public let present: [NodeID]
  }

  /// A term that ends soon or has ended, with those who could follow.
  public struct TermEnd: Sendable, Equatable {
    /// The leader.
    public let leader: NodeID
    /// When the term ends, as exact as it is known.
    public let until: PlanDate
    /// Whether that day is over.
    public let isOver: Bool
    /// The activities that the leader carries now.
    public let present: [NodeID]
    /// Who is near to the leader, the nearest first; those whose terms end as soon are left out.
    public let successors: [Closeness]
  }

  /// What hangs on one leader alone.
  public struct Dependence: Sendable, Equatable {
    /// The leader.
    public let leader: NodeID
    /// Present activities that nobody else leads.
    public let activities: [NodeID]
    /// Groups and funds of which the plan names nobody else.
    public let groups: [NodeID]
    /// What loses all connection to the larger part of the network without the leader, ascending.
    public let cutOff: [NodeID]
  }

  /// The network that it was found in.
  public let network: LeaderNetwork
  /// How many activities are neither done nor stopped.
  public let openCount: Int
  /// Open work without a leader, by id.
  public let withoutLeader: [Work]
  /// Open work of one leader, by id.
  public let onOnePerson: [Work]
  /// Leaders on more than three present activities, the most first.
  public let loaded: [Load]
  /// Terms that end within a year or have ended, the soonest first.
  public let endings: [TermEnd]
  /// What hangs on one leader alone, the most first.
  public let dependences: [Dependence]

  /// The leaders without whom the network falls apart, ascending.
  public var cutPoints: [NodeID] {
    dependences.filter { !$0.cutOff.isEmpty }.map(\.leader).sorted()
  }

  /// Those named with a piece of work or a leader at most.
  public static let nearLimit = 3

  /// What can be said of a plan's network.
  ///
  /// - Parameter day: The day from which a year is counted.
  /// - Complexity: O(leaders · (open work + ending terms) · ties of each).
  public init(_ network: LeaderNetwork, asOf day: PlanDate) {
    self.network = network
    let plans = network.plans
    let open = plans.graph.nodes(of: .activity, in: network.plan + 1).filter {
      plans.activity($0)?.isOpen == true
    }
    openCount = open.count
    let led = open.map { (activity: $0, leaders: network.activityLeaders(of: $0)) }
    let search = ClosenessSearch(network)
    let thin = led.filter { $0.leaders.count < 2 }.map { item in
      Work(
        activity: item.activity, leader: item.leaders.first,
        near: search.nearest(to: item.activity, limit: Self.nearLimit))
    }
    withoutLeader = thin.filter { $0.leader == nil }
    onOnePerson = thin.filter { $0.leader != nil }
    loaded = network.leaders.map {
      Load(leader: $0, present: network.presentActivities(of: $0))
    }
    .filter { $0.present.count > LeaderMeasures.fullLoad }
    .sorted { ($1.present.count, $0.leader) < ($0.present.count, $1.leader) }
    endings = Self.endings(network, search, day)
    dependences = Self.dependences(network, onOnePerson)
  }

  private static func endings(
    _ network: LeaderNetwork, _ search: ClosenessSearch, _ day: PlanDate
  ) -> [TermEnd] {
    let ending = network.leaders.compactMap { leader in
      network.plans.leader(leader)?.until.map { (leader: leader, until: $0) }
    }
    .filter { $0.until.mayCome(withinAYearOf: day) }
    let leaving = Set(ending.map(\.leader))
    return ending.sorted { ($0.until, $0.leader) < ($1.until, $1.leader) }.map { item in
      TermEnd(
        leader: item.leader, until: item.until, isOver: item.until.isOver(on: day),
        present: network.presentActivities(of: item.leader),
        successors: search.nearest(to: item.leader, limit: nearLimit) { leaving.contains($0) })
    }
  }

  private static func dependences(_ network: LeaderNetwork, _ alone: [Work]) -> [Dependence] {
    let work = Dictionary(grouping: alone) { $0.leader }.mapValues { $0.map(\.activity) }
    let graph = network.graph
    let cutPoints = Set(graph.articulationPoints())
    let all = network.leaders.map { leader in
      let groups =
        (network.neighbours(of: leader, .organisation) + network.neighbours(of: leader, .fund))
        .filter { network.neighbours(of: $0, .leader) == [leader] }
      let cutOff = network.position(of: leader).map { node in
        cutPoints.contains(node)
          ? graph.pieces(without: node).dropFirst().flatMap { $0.map { network.nodes[$0] } } : []
      }
      return Dependence(
        leader: leader, activities: work[leader] ?? [], groups: groups,
        cutOff: (cutOff ?? []).sorted())
    }
    return all.filter { !($0.activities + $0.groups + $0.cutOff).isEmpty }.sorted { left, right in
      let sizes = [right, left].map { item in
        Set(item.activities + item.groups + item.cutOff).count
      }
      return (sizes[0], left.leader) < (sizes[1], right.leader)
    }
  }
}

extension PlanDate {
  /// Whether the day may come within a year of another, as far as it is known; past ones count too.
  func mayCome(withinAYearOf day: PlanDate) -> Bool {
    (year - 1, month ?? 1, self.day ?? 1) <= (day.year, day.month ?? 12, day.day ?? 31)
  }

  /// Whether the whole of the day, month or year is over on another day.
  func isOver(on day: PlanDate) -> Bool {
    (year, month ?? 12, self.day ?? 31) < (day.year, day.month ?? 1, day.day ?? 1)
  }
}
