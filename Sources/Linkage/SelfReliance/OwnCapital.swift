public import Plans

/// The community's own part of the budgets of some activities, over those that give both soundly.
public struct OwnCapital: Sendable, Equatable {
  /// The community's own part, baht; nil where none counts.
  public private(set) var own: Double?
  /// The budgets that count, baht; nil where none counts.
  public private(set) var total: Double?
  /// How many activities count: budget and own part known, neither below zero, the part within the whole.
  public private(set) var known = 0
  /// How many have figures that contradict one another; they do not count.
  public private(set) var contradictory = 0
  /// How many activities there are.
  public private(set) var activities = 0

  /// The community's own share of the budgets that count, 0 to 1; nil where it cannot be told.
  public var share: Double? {
    guard let own, let total, total > 0 else { return nil }
    return own / total
  }

  /// Of no activities.
  public init() {}

  /// Of some activities.
  public init(_ activities: [Activity]) {
    for activity in activities { add(activity) }
  }

  mutating func add(_ activity: Activity) {
    activities += 1
    if activity.contradictsItself {
      contradictory += 1
    } else if let budget = activity.budget, let part = activity.ownBudget {
      own = (own ?? 0) + part
      total = (total ?? 0) + budget
      known += 1
    }
  }

  mutating func add(_ other: OwnCapital) {
    own = [own, other.own].compactMap(\.self).reduce(nil) { ($0 ?? 0) + $1 }
    total = [total, other.total].compactMap(\.self).reduce(nil) { ($0 ?? 0) + $1 }
    known += other.known
    contradictory += other.contradictory
    activities += other.activities
  }
}

extension Activity {
  /// Whether an amount is below zero, or the community's part exceeds the budget.
  var contradictsItself: Bool {
    if [budget, ownBudget].contains(where: { ($0 ?? 0) < 0 }) { return true }
    guard let budget, let ownBudget else { return false }
    return ownBudget > budget
  }
}
