public import Graphs
public import Plans

/// Figures of plans that add up: those of a province are the sum of those of its plans.
public struct Tally: Sendable, Equatable {
  /// How many of some open activities lack something, among those of plans that say it of any.
  public struct Lack: Sendable, Equatable {
    /// How many lack it.
    public internal(set) var count = 0
    /// Of how many it is known.
    public internal(set) var known = 0

    /// Nothing is known of any.
    public init() {}
  }

  /// How many plans there are.
  public private(set) var plans = 0
  /// How many records of each kind there are.
  public private(set) var counts: [NodeKind: Int] = [:]
  /// How many plans have records of a kind; of the others it is not known whether there are any.
  public private(set) var plansWith: [NodeKind: Int] = [:]
  /// How many activities are in which state; nil is the state of those that do not say.
  public private(set) var states: [Activity.Status?: Int] = [:]
  /// The activities that are neither done nor stopped.
  public private(set) var open = 0
  /// Those of them without any fund, where the plan names funds.
  public private(set) var withoutFund = Lack()
  /// Those of them without any leader, where the plan names leaders.
  public private(set) var withoutLeader = Lack()
  /// Those without any fund for which one is proposed.
  public private(set) var fundable = 0
  /// The activities that a mechanism has taken into its plan.
  public private(set) var adopted = 0
  /// Savings held by the funds, baht; those of funds of few people count as not known.
  public private(set) var savings = PlanFigures.KnownSum([])
  /// The budgets of the activities, baht.
  public private(set) var budget = PlanFigures.KnownSum([])
  /// The community's own part of the budgets, where both are known.
  public private(set) var capital = OwnCapital()
  /// How many links each approach proposes within the plans, by its name.
  public private(set) var proposals: [String: Int] = [:]
  /// In how many plans an approach proposes any.
  public private(set) var plansWithProposals: [String: Int] = [:]

  /// How many links are proposed in all.
  public var allProposals: Int { proposals.values.reduce(0, +) }

  /// The figures of no plan.
  public init() {}

  /// How many records of a kind there are; nil where no plan has any, so that it is not known.
  public func count(of kind: NodeKind) -> Int? {
    plansWith[kind, default: 0] > 0 ? counts[kind] : nil
  }

  mutating func add(_ other: Tally) {
    plans += other.plans
    counts.merge(other.counts, uniquingKeysWith: +)
    plansWith.merge(other.plansWith, uniquingKeysWith: +)
    states.merge(other.states, uniquingKeysWith: +)
    open += other.open
    withoutFund.add(other.withoutFund)
    withoutLeader.add(other.withoutLeader)
    fundable += other.fundable
    adopted += other.adopted
    savings.add(other.savings)
    budget.add(other.budget)
    capital.add(other.capital)
    proposals.merge(other.proposals, uniquingKeysWith: +)
    plansWithProposals.merge(other.plansWithProposals, uniquingKeysWith: +)
  }
}

extension Tally {
  /// The figures of the only plan of a graph.
  ///
  /// - Parameter found: What each approach proposes, by its name.
  init(_ plans: PlanGraph, _ found: [String: [Opportunity]]) {
    let figures = PlanFigures(plans, plan: 0)
    let plan = plans.plans[0]
    self.plans = 1
    counts = figures.counts
    plansWith = figures.counts.mapValues { $0 > 0 ? 1 : 0 }
    states = Dictionary(grouping: plan.activities, by: \.status).mapValues(\.count)
    open = figures.open.count
    if !plan.funds.isEmpty { withoutFund = Lack(figures.withoutFund, of: figures.open) }
    if !plan.leaders.isEmpty { withoutLeader = Lack(figures.withoutLeader, of: figures.open) }
    let reached = found[ApproachName.savings.rawValue, default: []].map(\.to)
    fundable = Set(reached).intersection(figures.withoutFund).count
    adopted = figures.adopted.count
    savings = figures.savings
    budget = figures.budget
    capital = OwnCapital(plan.activities)
    proposals = found.mapValues(\.count)
    plansWithProposals = found.mapValues { $0.isEmpty ? 0 : 1 }
  }
}

extension Tally.Lack {
  fileprivate init(_ lacking: [NodeID], of all: [NodeID]) {
    count = lacking.count
    known = all.count
  }

  mutating func add(_ other: Tally.Lack) {
    count += other.count
    known += other.known
  }
}

extension PlanFigures.KnownSum {
  /// Adds the sum over other records.
  fileprivate mutating func add(_ other: PlanFigures.KnownSum) {
    self = PlanFigures.KnownSum(
      sum: [sum, other.sum].compactMap(\.self).reduce(nil) { ($0 ?? 0) + $1 },
      known: known + other.known, total: total + other.total)
  }

  private init(sum: Double?, known: Int, total: Int) {
    self.sum = sum
    self.known = known
    self.total = total
  }
}
