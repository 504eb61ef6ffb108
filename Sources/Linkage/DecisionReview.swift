public import Graphs
public import Plans

/// What has become of what meetings decided, as far as the plan's own ties tell.
public struct DecisionReview: Sendable {
  /// How far a decision has come.
  public enum Movement: Int, Sendable, Comparable {
    /// Agreed on, its day has passed, and the plan does not show the link.
    case overdue
    /// Agreed on, and the plan does not show the link yet, as with the four below.
    case open
    /// Taken into somebody's plan.
    case inPlan
    /// There is money for it.
    case funded
    /// It is being done.
    case active
    /// The row says that it is done.
    case done
    /// Put to a meeting that has not decided.
    case pending
    /// Put off by a meeting.
    case postponed
    /// The plan shows the link now.
    case linked
    /// Not agreed on.
    case rejected

    /// Earlier is what the meeting must look at first.
    public static func < (one: Movement, other: Movement) -> Bool { one.rawValue < other.rawValue }
  }

  /// A decision of the plan.
  public struct Item: Sendable {
    /// What was decided.
    public let decision: Decision
    /// One end of the link.
    public let from: NodeID
    /// The other end.
    public let to: NodeID
    /// How far it has come.
    public let movement: Movement
  }

  /// The decisions, those that the meeting must look at first in front.
  public let items: [Item]

  /// The decisions of a plan among those read, of each link the latest; rows of which an end or the
  /// status cannot be read are left to the check.
  ///
  /// - Parameter day: The day of the meeting.
  public init(_ plans: PlanGraph, plan: Int, asOf day: PlanDate) {
    items = Self.standing(plans.plans, plan).compactMap { decision -> Item? in
      guard let from = decision.from, let to = decision.to, let status = decision.status else {
        return nil
      }
      let ends = (plans.node(of: from), plans.node(of: to))
      let isLinked = Self.isLinked(plans, ends, decision.approach)
      return Item(
        decision: decision, from: ends.0, to: ends.1,
        movement: Self.movement(status, isLinked: isLinked, due: decision.due, day))
    }
    .sorted {
      ($0.movement, $0.from, $0.to, $0.decision.approach?.rawValue ?? "")
        < ($1.movement, $1.from, $1.to, $1.decision.approach?.rawValue ?? "")
    }
  }

  /// The latest decision on each link that the plan's rows are about, from whichever plan it is.
  private static func standing(_ plans: [Plan], _ plan: Int) -> [Decision] {
    let links = Set(plans[plan].decisions.compactMap(DecidedLink.init))
    if links.isEmpty { return [] }
    var series: [DecidedLink: DecisionSeries] = [:]
    for decision in plans.lazy.flatMap(\.decisions) {
      guard let link = DecidedLink(decision), links.contains(link) else { continue }
      if series[link]?.add(decision) == nil { series[link] = DecisionSeries(decision) }
    }
    return series.values.map(\.standing)
  }

  private static func movement(
    _ status: Decision.Status, isLinked: Bool, due: PlanDate?, _ day: PlanDate
  ) -> Movement {
    if status != .rejected, isLinked { return .linked }
    let isOver = due.map { $0.isOver(by: day) } == true
    return switch status {
    case .rejected: .rejected
    case .proposed: .pending
    case .postponed: .postponed
    case .done: .done
    case _ where isOver: .overdue
    case .accepted: .open
    case .inPlan: .inPlan
    case .funded: .funded
    case .active: .active
    }
  }

  /// Whether the tie that the approach proposes is there, either way round; any tie where the approach is
  /// not known.
  private static func isLinked(
    _ plans: PlanGraph, _ ends: (from: NodeID, to: NodeID), _ approach: ApproachName?
  ) -> Bool {
    let relation = approach.map { Approach.standard($0).proposes }
    return plans.graph.incidences(of: ends.from).contains { incidence in
      incidence.neighbour == ends.to
        && (relation.map { $0 == plans.relation(of: incidence.edge) } ?? true)
    }
  }
}

extension PlanDate {
  /// Whether the whole of this day, month or year lies before a day.
  fileprivate func isOver(by day: PlanDate) -> Bool {
    (year, month ?? 12, self.day ?? 31) < (day.year, day.month ?? 1, day.day ?? 1)
  }
}
