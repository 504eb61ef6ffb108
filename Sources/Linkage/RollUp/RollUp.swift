import Graphs
public import Plans

/// The figures of many plans, summed up by region, province and amphoe as the plans say where they are.
///
/// Every plan is looked at by itself, so that each sum can be checked against the plans one by one. Links
/// between plans are not counted.
public struct RollUp: Sendable {
  /// Plans that say the same of where they are.
  public struct Group: Sendable, Equatable {
    /// What they say, in the spelling of most; nil for those that do not say it.
    public let name: String?
    /// The ways in which it is written, that of most plans first.
    public let spellings: [String]
    /// The region of a province, the province of an amphoe, in the spelling of most; nil where not said.
    public let within: String?
    /// The indices of the plans, ascending.
    public let plans: [Int]
    /// Their figures.
    public let figures: Tally
  }

  /// The open work about one issue.
  public struct IssueWork: Sendable, Equatable {
    /// What makes issues of several plans one; nil for work that names no issue.
    public let key: String?
    /// A plan that names it, and its place there; nil for work that names none.
    public let example: (plan: Int, issue: Int)?
    /// The work.
    public let work: PlanTally.IssueWork

    /// Whether two are of one issue and equal.
    public static func == (left: IssueWork, right: IssueWork) -> Bool {
      left.key == right.key && left.work == right.work
    }
  }

  /// What each plan adds, in the order of the plans.
  public let tallies: [PlanTally]
  /// The figures of all plans.
  public let whole: Tally
  /// The plans by region, in alphabetical order, those that do not say it last.
  public let regions: [Group]
  /// The plans by province: by region, then alphabetically.
  public let provinces: [Group]
  /// The plans by amphoe: by province, then alphabetically.
  public let amphoes: [Group]
  /// The open work by issue, the most work first; work that names none last.
  public let issues: [IssueWork]
  /// How many plans are of a tambon that other plans are of, too: they count one by one.
  public let sharingTambon: Int

  /// Sums plans up, on all cores.
  ///
  /// - Parameters:
  ///   - left: Indices of plans that are left out.
  ///   - step: Called after each plan, on any core.
  /// - Complexity: O(records + ties + walks of all metapaths), each plan by itself.
  public init(
    _ plans: [Plan], leavingOut left: Set<Int> = [], step: @Sendable () -> Void = {}
  ) {
    let counted = plans.indices.filter { !left.contains($0) }
    tallies = concurrentMap(counted.count) { number in
      defer { step() }
      return PlanTally(plans[counted[number]], at: counted[number])
    }
    whole = tallies.reduce(into: Tally()) { $0.add($1.figures) }
    let grouping = Grouping(plans, tallies)
    regions = grouping.groups(by: [\.region])
    provinces = grouping.groups(by: [\.province], within: \.region)
    amphoes = grouping.groups(by: [\.amphoe, \.province], within: \.province)
    issues = Self.issues(plans, tallies)
    sharingTambon = grouping.sharingTambon
  }

  /// The plans with most proposed links first; equal ones in their order.
  public var byProposals: [PlanTally] {
    tallies.sorted {
      ($1.figures.allProposals, $0.plan) < ($0.figures.allProposals, $1.plan)
    }
  }

  private static func issues(_ plans: [Plan], _ tallies: [PlanTally]) -> [IssueWork] {
    var work: [String?: PlanTally.IssueWork] = [:]
    var examples: [String: (plan: Int, issue: Int)] = [:]
    for tally in tallies {
      for (key, own) in tally.issues { work[key, default: .init()].add(own) }
      for (index, issue) in plans[tally.plan].issues.enumerated() where examples[issue.key] == nil {
        examples[issue.key] = (tally.plan, index)
      }
    }
    let all = work.map { key, work in
      IssueWork(key: key, example: key.flatMap { examples[$0] }, work: work)
    }
    return all.sorted { left, right in
      guard let one = left.key, let other = right.key else { return left.key != nil }
      return left.work.open != right.work.open ? left.work.open > right.work.open : one < other
    }
  }
}
