public import Graphs
public import Plans

/// Which fund stands beside work on which issue in one plan, and where none does.
public struct Coverage: Sendable {
  /// The work on one issue; activities that are stopped do not count.
  public struct Row: Sendable, Equatable {
    /// The issue.
    public let issue: NodeID
    /// How many activities are about it.
    public let activities: Int
    /// How many of them no fund finances.
    public let withoutFund: Int
    /// The funds beside the others with the number of activities, the most first; equal ones by id.
    public let funds: [(fund: NodeID, activities: Int)]

    /// Whether two rows say the same.
    public static func == (left: Row, right: Row) -> Bool {
      left.issue == right.issue && left.activities == right.activities
        && left.withoutFund == right.withoutFund
        && left.funds.elementsEqual(right.funds) { $0 == $1 }
    }
  }

  /// The work in one place; activities that are stopped do not count.
  public struct Village: Sendable, Equatable {
    /// The place.
    public let place: NodeID
    /// How many activities are there, those of several places among them.
    public let activities: Int
    /// How many of them no fund finances.
    public let withoutFund: Int
  }

  /// The issues, those with most activities first; equal ones by id.
  public let rows: [Row]
  /// The plan's funds, those that stand beside most issues first; equal ones by id.
  public let funds: [NodeID]
  /// The plan's places, by id; empty where none of its work says where it is.
  public let villages: [Village]

  /// The coverage of a plan among those read.
  ///
  /// - Complexity: O(activities · their issues · their funds).
  public init(_ plans: PlanGraph, plan: Int) {
    var activities: [NodeID: Int] = [:]
    var without: [NodeID: Int] = [:]
    var beside: [NodeID: [NodeID: Int]] = [:]
    var there: [NodeID: (all: Int, without: Int)] = [:]
    for activity in plans.graph.nodes(of: .activity, in: plan + 1)
    where (plans.record(of: activity) as? Activity)?.status != .stopped {
      let funds = plans.neighbours(of: activity, .finances, .backward)
      for place in plans.neighbours(of: activity, .locatedIn, .forward) {
        there[place, default: (0, 0)].all += 1
        if funds.isEmpty { there[place, default: (0, 0)].without += 1 }
      }
      for issue in plans.neighbours(of: activity, .about, .forward) {
        activities[issue, default: 0] += 1
        if funds.isEmpty { without[issue, default: 0] += 1 }
        for fund in funds { beside[issue, default: [:]][fund, default: 0] += 1 }
      }
    }
    rows = activities.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { issue, count in
      Row(
        issue: issue, activities: count, withoutFund: without[issue] ?? 0,
        funds: (beside[issue] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { (fund: $0.key, activities: $0.value) })
    }
    let breadth = beside.values.flatMap(\.keys).reduce(into: [NodeID: Int]()) {
      $0[$1, default: 0] += 1
    }
    funds = plans.graph.nodes(of: .fund, in: plan + 1)
      .sorted { (breadth[$1] ?? 0, $0) < (breadth[$0] ?? 0, $1) }
    villages =
      there.isEmpty
      ? []
      : plans.graph.nodes(of: .place, in: plan + 1).map { place in
        let work = there[place] ?? (0, 0)
        return Village(place: place, activities: work.all, withoutFund: work.without)
      }
  }

  /// The issues that no fund stands beside.
  public var bare: [Row] { rows.filter(\.funds.isEmpty) }
}
