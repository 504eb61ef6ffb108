public import Graphs
public import Plans

/// What one village of a plan has and does.
public struct PlaceFindings: Sendable {
  /// Work in the village.
  public struct Work: Sendable {
    /// The activity.
    public let activity: NodeID
    /// The funds beside it.
    public let funds: [NodeID]
    /// Those who lead it.
    public let leaders: [NodeID]
  }

  /// The village.
  public let place: NodeID
  /// Work that names it and not most of the villages: what is open and has no fund first, then what is
  /// open, then the rest.
  public let work: [Work]
  /// Activities that name more than half of the villages, this one among them.
  public let common: [NodeID]
  /// The funds that are here and not in most of the villages.
  public let ownFunds: [NodeID]
  /// The funds that are in more than half of the villages, this one among them.
  public let commonFunds: [NodeID]
  /// The leaders who live here.
  public let leaders: [NodeID]

  /// All that is the village's own: itself, its work, its funds, its leaders.
  public var own: Set<NodeID> { Set(work.map(\.activity) + ownFunds + leaders + [place]) }

  /// The villages of a plan among those read, by id; those of which nothing is told are left out.
  ///
  /// - Complexity: O(records + ties of the plan).
  public static func all(_ plans: PlanGraph, plan: Int) -> [PlaceFindings] {
    let places = plans.graph.nodes(of: .place, in: plan + 1)
    return places.map { PlaceFindings(plans, $0, of: places.count) }
      .filter { !$0.work.isEmpty || !$0.ownFunds.isEmpty || !$0.leaders.isEmpty }
  }

  private init(_ plans: PlanGraph, _ place: NodeID, of count: Int) {
    self.place = place
    let here = plans.neighbours(of: place, .locatedIn, .backward)
    let activities = here.filter { plans.graph.kind(of: $0) == .activity }
    let isCommon = { (node: NodeID) in
      count > 2 && plans.neighbours(of: node, .locatedIn, .forward).count * 2 > count
    }
    common = activities.filter(isCommon).sorted()
    work = activities.filter { !isCommon($0) }.map { activity in
      Work(
        activity: activity, funds: plans.neighbours(of: activity, .finances, .backward).sorted(),
        leaders: plans.neighbours(of: activity, .leads, .backward).sorted())
    }
    .sorted { (Self.urgency(plans, $0), $0.activity) < (Self.urgency(plans, $1), $1.activity) }
    let funds = here.filter { plans.graph.kind(of: $0) == .fund }.sorted()
    ownFunds = funds.filter { !isCommon($0) }
    commonFunds = funds.filter(isCommon)
    leaders = plans.neighbours(of: place, .livesIn, .backward).sorted()
  }

  private static func urgency(_ plans: PlanGraph, _ work: Work) -> Int {
    guard (plans.record(of: work.activity) as? Activity)?.isOpen == true else { return 2 }
    return work.funds.isEmpty ? 0 : 1
  }
}
