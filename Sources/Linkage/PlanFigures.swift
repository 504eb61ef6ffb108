public import Graphs
public import Plans

/// The figures of one plan that stand on the first page.
public struct PlanFigures: Sendable, Equatable {
  /// A sum over those records where the figure is known.
  public struct KnownSum: Sendable, Equatable {
    /// The sum; nil where none is known.
    public let sum: Double?
    /// How many are known.
    public let known: Int
    /// Out of how many.
    public let total: Int

    init(_ values: [Double?]) {
      let known = values.compactMap { $0 }
      sum = known.isEmpty ? nil : known.reduce(0, +)
      self.known = known.count
      total = values.count
    }
  }

  /// How many nodes of each kind.
  public let counts: [NodeKind: Int]
  /// The activities that are neither done nor stopped.
  public let open: [NodeID]
  /// The open activities without any fund.
  public let withoutFund: [NodeID]
  /// The open activities without any leader.
  public let withoutLeader: [NodeID]
  /// The activities that a mechanism has taken into its plan.
  public let adopted: [NodeID]
  /// Savings held by the funds, baht.
  public let savings: KnownSum
  /// The budgets of the activities, baht.
  public let budget: KnownSum
  /// The community's own share of those budgets, baht.
  public let ownBudget: KnownSum

  /// The figures of a plan among those read.
  ///
  /// - Complexity: O(records + ties of the plan).
  public init(_ plans: PlanGraph, plan index: Int) {
    let plan = plans.plans[index]
    counts = Dictionary(
      uniqueKeysWithValues: NodeKind.all.dropFirst().map { ($0, plan.count(of: $0)) })
    var reached: [Relation: Set<NodeReference>] = [:]
    for tie in plan.ties where tie.to.kind == .activity {
      reached[tie.relation, default: []].insert(tie.to)
    }
    let activities = plan.activities.indices.map {
      NodeReference(plan: index, kind: .activity, index: $0)
    }
    let isOpen = { (node: NodeReference) in plan.activities[node.index].isOpen }
    open = activities.filter(isOpen).map(plans.node(of:))
    func nodes(_ relation: Relation, has: Bool) -> [NodeID] {
      activities.filter {
        (reached[relation]?.contains($0) ?? false) == has && (has || isOpen($0))
      }.map(plans.node(of:))
    }
    withoutFund = nodes(.finances, has: false)
    withoutLeader = nodes(.leads, has: false)
    adopted = nodes(.adopts, has: true)
    savings = KnownSum(plan.funds.map { $0.hides(.savings) ? nil : $0.savings })
    budget = KnownSum(plan.activities.map(\.budget))
    ownBudget = KnownSum(plan.activities.map(\.ownBudget))
  }
}
