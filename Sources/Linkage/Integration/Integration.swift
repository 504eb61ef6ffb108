public import Graphs
public import Plans

/// Whether funds are what holds the rest of a plan together, beside organisations, supporters, leaders.
///
/// Two pieces of work on different issues *meet* where one and the same fund finances both, one
/// organisation runs both, one mechanism supports or adopts both, or one leader leads both: that one is
/// the broker between them (a liaison in the roles of R. V. Gould & R. M. Fernandez, Sociological
/// Methodology 19 (1989), taken over the issues of the work). Besides, what falls apart without each:
/// the pieces of the plan's graph when one node is left out, or all of a kind.
public struct Integration: Sendable, Equatable {
  /// What is said of the funds of a plan.
  public enum Verdict: Sendable, Equatable {
    /// More work meets through funds than through organisations or mechanisms, in sum and per head.
    case integrator
    /// Each fund brings more together than each organisation or mechanism, but all funds less than one
    /// of the two kinds.
    case perHead
    /// All funds together bring more together, but each of them less.
    case inSum
    /// Neither.
    case notYet
    /// Too little is known to tell.
    case unknown(TooLittle)
  }

  /// Why nothing can be told.
  public enum TooLittle: Sendable, Equatable {
    /// The plan has no fund.
    case noFunds
    /// The work is about fewer than two issues.
    case fewIssues
    /// No work meets through anything: nothing stands beside two activities of different issues.
    case nothingMeets
    /// Less than half of the activities name anyone who finances, runs or supports them.
    case fewTies
    /// The plan ties no organisation and no mechanism to work, so that there is nothing to compare with.
    case nothingBeside
  }

  /// What all nodes of one kind bring together.
  public struct KindFigure: Sendable, Equatable {
    /// The kind: fund, organisation, mechanism or leader.
    public let kind: NodeKind
    /// How many the plan names.
    public let heads: Int
    /// How many of them have any work.
    public let active: Int
    /// Pairs of work on different issues that meet through one of them.
    public let pairs: Int
    /// Those of the pairs that meet through no other kind.
    public let only: Int
    /// How many of them the plan would fall apart without: cut points of its graph.
    public let cutpoints: Int
    /// How many activities lie in the largest piece of the plan's graph without all of them.
    public let largestWithout: Int

    /// Pairs for each that the plan names; nil where it names none.
    public var perHead: Double? { heads > 0 ? Double(pairs) / Double(heads) : nil }
  }

  /// One fund, organisation, mechanism or leader, and what it brings together.
  public struct Broker: Sendable, Equatable {
    /// Who.
    public let node: NodeID
    /// How many activities.
    public let activities: Int
    /// Pairs of work on different issues that meet through it.
    public let pairs: Int
    /// Those that meet through nothing else at all.
    public let only: Int
    /// The issues of its work, ascending.
    public let issues: [NodeID]
    /// What would hang together with the rest no longer without it, activities only, ascending.
    public let cutOff: [NodeID]
    /// Into how many more pieces the plan would fall without it.
    public let morePieces: Int
  }

  /// Two issues, and through what their work meets.
  public struct IssuePair: Sendable, Equatable {
    /// The lower issue.
    public let one: NodeID
    /// The higher issue.
    public let other: NodeID
    /// Activities that are about both.
    public let joint: Int
    /// Pairs of work, one of each issue, that meet through a kind.
    public let pairs: [NodeKind: Int]
    /// Those that meet through that kind alone.
    public let only: [NodeKind: Int]
  }

  /// The index of the plan.
  public let plan: Int
  /// The kinds that are compared: fund, organisation, mechanism, leader.
  public let kinds: [KindFigure]
  /// Whoever brings any work together or cuts any off, the most pairs first.
  public let brokers: [Broker]
  /// The pairs of issues whose work meets through anything, the most pairs first.
  public let issuePairs: [IssuePair]
  /// The activities that are about an issue.
  public let activities: Int
  /// Those of them that any fund, organisation or mechanism stands beside.
  public let tied: Int
  /// How many activities lie in the largest piece of the plan's graph today.
  public let largest: Int
  /// What is said of the funds.
  public let verdict: Verdict

  /// The figure of a kind.
  public func figure(_ kind: NodeKind) -> KindFigure? { kinds.first { $0.kind == kind } }
}

extension Integration {
  /// The kinds that stand beside work, and by what.
  static let sides: [(kind: NodeKind, relations: [Relation])] = [
    (.fund, [.finances]), (.organisation, [.runs]), (.mechanism, [.supports, .adopts]),
    (.leader, [.leads]),
  ]

  /// The figures of a plan among those read.
  ///
  /// - Complexity: O(activities of each broker squared + brokers · ties of the plan).
  public init(_ plans: PlanGraph, plan: Int) {
    let meetings = Meetings(plans, plan: plan)
    let pieces = PlanPieces(plans, plan: plan)
    self.plan = plan
    kinds = Self.sides.map { kind, _ in
      let all = meetings.heads(of: kind)
      return KindFigure(
        kind: kind, heads: all.count, active: all.count { meetings.work[$0] != nil },
        pairs: meetings.pairs(through: kind), only: meetings.pairs(throughOnly: kind),
        cutpoints: all.count { pieces.separation(at: $0) != nil },
        largestWithout: pieces.largest(without: kind))
    }
    brokers = meetings.brokers(pieces)
    issuePairs = meetings.issuePairs()
    activities = meetings.activities.count
    tied = meetings.tied
    largest = pieces.largest(without: nil)
    verdict = Self.verdict(kinds, meetings)
  }

  private static func verdict(_ kinds: [KindFigure], _ meetings: Meetings) -> Verdict {
    guard let funds = kinds.first(where: { $0.kind == .fund }), funds.heads > 0 else {
      return .unknown(.noFunds)
    }
    if meetings.issues.count < 2 { return .unknown(.fewIssues) }
    if 2 * meetings.tied < meetings.activities.count { return .unknown(.fewTies) }
    let others = kinds.filter { [.organisation, .mechanism].contains($0.kind) }
    if others.allSatisfy({ $0.active == 0 }) { return .unknown(.nothingBeside) }
    if kinds.allSatisfy({ $0.pairs == 0 }) { return .unknown(.nothingMeets) }
    let isMost = funds.pairs > 0 && others.allSatisfy { funds.pairs > $0.pairs }
    let isMostPerHead =
      funds.pairs > 0 && others.allSatisfy { (funds.perHead ?? 0) > ($0.perHead ?? 0) }
    switch (isMost, isMostPerHead) {
    case (true, true): return .integrator
    case (false, true): return .perHead
    case (true, false): return .inSum
    case (false, false): return .notYet
    }
  }
}
