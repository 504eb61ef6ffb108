import Graphs
import Plans

/// What one plan adds to the figures of its province, its region and the whole.
public struct PlanTally: Sendable, Equatable {
  /// The open activities about one issue, or about none.
  public struct IssueWork: Sendable, Equatable {
    /// The open activities; one about several issues counts in each.
    public internal(set) var open = 0
    /// Those of them without any fund, where the plan names funds.
    public internal(set) var withoutFund = Tally.Lack()
    /// Those without any fund for which one is proposed.
    public internal(set) var fundable = 0
    /// How many plans have open activities about it.
    public internal(set) var plans = 0
  }

  /// The plan's index among those read together.
  public let plan: Int
  /// Its figures.
  public let figures: Tally
  /// Its open activities by the key of the issue; nil for those that name none.
  let issues: [String?: IssueWork]

  /// The approaches whose links stay within a plan; what could be taken over from other plans is found
  /// where these are looked at together.
  public static let approaches = Approach.standard.filter { $0.measure != .patterns }

  /// Looks at one plan by itself, as `check` and `links` do where it alone is given.
  ///
  /// - Parameter index: Its index among those that it was read with.
  /// - Complexity: O(records + ties + walks of all metapaths of the plan).
  init(_ plan: Plan, at index: Int) {
    let plans = PlanGraph([plan.alone(at: index)])
    let found = Dictionary(
      uniqueKeysWithValues: Self.approaches.map { approach in
        (approach.name, OpportunitySearch(plans, approach).opportunities())
      })
    self.plan = index
    figures = Tally(plans, found)
    let reached = Set(found[ApproachName.savings.rawValue, default: []].map(\.to))
    issues = Self.work(of: plans, reached: reached)
  }

  private static func work(of plans: PlanGraph, reached: Set<NodeID>) -> [String?: IssueWork] {
    let figures = PlanFigures(plans, plan: 0)
    let bare = Set(figures.withoutFund)
    let hasFunds = !plans.plans[0].funds.isEmpty
    var work: [String?: IssueWork] = [:]
    for activity in figures.open {
      let issues = plans.neighbours(of: activity, .about, .forward)
        .map { (plans.record(of: $0) as? Issue)?.key }
      for key in issues.isEmpty ? [nil] : issues {
        work[key, default: IssueWork()].add(
          isBare: bare.contains(activity), isReached: reached.contains(activity),
          hasFunds: hasFunds)
      }
    }
    return work
  }
}

extension PlanTally.IssueWork {
  fileprivate mutating func add(isBare: Bool, isReached: Bool, hasFunds: Bool) {
    plans = 1
    open += 1
    if isBare, isReached { fundable += 1 }
    guard hasFunds else { return }
    withoutFund.known += 1
    if isBare { withoutFund.count += 1 }
  }

  mutating func add(_ other: PlanTally.IssueWork) {
    open += other.open
    withoutFund.add(other.withoutFund)
    fundable += other.fundable
    plans += other.plans
  }
}
