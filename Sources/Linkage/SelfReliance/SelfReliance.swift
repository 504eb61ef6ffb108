public import Graphs
public import Plans

/// How far some of the work of a plan stands on the community's own capital.
///
/// In money it is the community's own part of the budgets, over those activities where both are known.
/// What links would bring in baht nobody knows; so what they would change is told in work: how many of
/// the open activities have a community fund beside them now, how many would with what meetings have
/// agreed on, and how many would if what is proposed were taken up too.
public struct SelfReliance: Sendable, Equatable {
  /// Which work it is about.
  public enum Scope: Sendable, Hashable {
    /// All of the plan.
    case plan
    /// That about an issue; work on two issues counts in both.
    case issue(NodeID)
    /// That which names no issue.
    case withoutIssue
    /// That in one village alone; work in several cannot be split between them.
    case place(NodeID)
    /// That in several villages.
    case severalPlaces
    /// That which names no village.
    case withoutPlace
  }

  /// Why no share can be told.
  public enum Unknown: Sendable, Equatable {
    /// There is no work.
    case noWork
    /// No activity gives both its budget and the community's part.
    case nothingKnown
    /// The budgets that are known are all zero.
    case zeroBudget
    /// All figures that are known contradict one another: a part that exceeds its whole.
    case contradictory
  }

  /// The index of the plan.
  public let plan: Int
  /// Which work it is about.
  public let scope: Scope
  /// The activities, ascending.
  public let activities: [NodeID]
  /// The community's own part of the budgets that count, baht; nil where none counts.
  public let own: Double?
  /// The budgets that count, baht: of activities whose budget and own part are known and sound.
  public let total: Double?
  /// How many activities count.
  public let known: Int
  /// Activities whose own part exceeds the budget, or that have an amount below zero; they do not count.
  public let contradictory: [NodeID]
  /// How many activities are done in each way; those without a word are left out.
  public let modes: [Activity.Mode: Int]
  /// The funds' debt outside of the community beside their assets.
  public let debt: DebtRatio
  /// The funds beside the open work.
  public let reach: FundReach

  /// The community's own share of the budgets that count, 0 to 1; nil where it cannot be told.
  public var share: Double? {
    guard let own, let total, total > 0 else { return nil }
    return own / total
  }

  /// Why there is no share; nil where there is one.
  public var unknown: Unknown? {
    if share != nil { return nil }
    if activities.isEmpty { return .noWork }
    if known > 0 { return .zeroBudget }
    return contradictory.isEmpty ? .nothingKnown : .contradictory
  }
}

/// The funds' debt outside of the community over their assets, as sums of all that give both.
public struct DebtRatio: Sendable, Equatable {
  /// The debt, baht; nil where no fund counts.
  public let debt: Double?
  /// The assets, baht.
  public let assets: Double?
  /// How many funds count: both figures known, not below zero, assets above it.
  public let known: Int
  /// How many funds there are.
  public let funds: Int

  /// The debt over the assets; may exceed 1; nil where it cannot be told.
  public var ratio: Double? {
    guard let debt, let assets, assets > 0 else { return nil }
    return debt / assets
  }

  init(_ funds: [Fund]) {
    let counted = funds.compactMap { fund -> (debt: Double, assets: Double)? in
      guard let debt = fund.externalDebt, let assets = fund.assets, debt >= 0, assets > 0,
        !fund.hidesDeposits
      else { return nil }
      return (debt, assets)
    }
    debt = counted.isEmpty ? nil : counted.reduce(0) { $0 + $1.debt }
    assets = counted.isEmpty ? nil : counted.reduce(0) { $0 + $1.assets }
    known = counted.count
    self.funds = funds.count
  }
}

/// How many open activities have a community fund beside them, now and with the links.
public struct FundReach: Sendable, Equatable {
  /// The open activities: neither done nor stopped.
  public let open: Int
  /// Those that a fund finances now.
  public let now: Int
  /// Those that a fund would finance with what meetings have agreed on.
  public let withAgreed: Int
  /// Those that one would finance if what `links` lists were taken up too, of funds that nothing is known
  /// against.
  public let withProposed: Int
  /// Those for which the only funds proposed have arrears above a twentieth of their loans, accounts that
  /// are not current, or nothing known of either; they are not counted as reached.
  public let onlyDoubtful: Int
  /// Whether the plan names any funds; else nothing is known of who stands beside the work.
  public let isKnown: Bool

  /// The share of the open work with a fund beside it now; nil where there is no open work, or no fund
  /// is named.
  public var share: Double? { share(now) }
  /// The share with what is agreed on.
  public var shareWithAgreed: Double? { share(withAgreed) }
  /// The share with what is proposed too: so much the links could change, and no more.
  public var shareWithLinks: Double? { share(withProposed) }

  private func share(_ count: Int) -> Double? {
    isKnown && open > 0 ? Double(count) / Double(open) : nil
  }
}
