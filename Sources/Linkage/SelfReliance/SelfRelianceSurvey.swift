import Graphs
public import Plans

/// How far the work of plans stands on the community's own capital: whole plans, issues, villages, years.
public struct SelfRelianceSurvey: Sendable {
  /// The plans, in the order in which they were read.
  public let plans: [SelfReliance]
  /// By plan its issues: the least own share first, those without a share last.
  public let issues: [[SelfReliance]]
  /// By plan its villages, likewise, then the work in several and in none.
  public let places: [[SelfReliance]]
  /// Plans of one tambon and several years, the oldest first; those that stand alone are left out.
  public let series: [PlanSeries]

  /// Surveys plans.
  ///
  /// - Complexity: O(activities · their issues) and a search for the links of `savings`.
  public init(_ graph: PlanGraph) {
    let search = OpportunitySearch(graph, .standard(.savings))
    let reach = ReachSearch(graph, search)
    var (plans, issues, places): ([SelfReliance], [[SelfReliance]], [[SelfReliance]]) = ([], [], [])
    for plan in graph.plans.indices {
      let reckoning = Reckoning(graph, plan: plan, reach)
      plans.append(reckoning.figure(.plan, reckoning.activities))
      issues.append(Self.byShare(reckoning.issues()))
      places.append(Self.byShare(reckoning.places()) + reckoning.otherPlaces())
    }
    self.plans = plans
    self.issues = issues
    self.places = places
    series = PlanSeries.all(graph.plans).filter { $0.plans.count > 1 }
  }

  /// All, plan by plan: the whole, then its issues, then its villages.
  public var all: [SelfReliance] {
    plans.indices.flatMap { [plans[$0]] + issues[$0] + places[$0] }
  }

  private static func byShare(_ figures: [SelfReliance]) -> [SelfReliance] {
    let sorted = figures.enumerated().sorted {
      switch ($0.element.share, $1.element.share) {
      case (let left?, let right?): (left, $0.offset) < (right, $1.offset)
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): $0.offset < $1.offset
      }
    }
    return sorted.map(\.element)
  }
}

/// Which open work a fund stands beside, or could.
private struct ReachSearch {
  private let funded: Set<NodeID>
  private let agreed: Set<NodeID>
  private let sound: Set<NodeID>
  private let doubtful: Set<NodeID>

  init(_ plans: PlanGraph, _ search: OpportunitySearch) {
    funded = Set(
      plans.graph.nodes(of: .activity).filter {
        !plans.ties(of: $0, .finances, .backward).isEmpty
      })
    agreed = Set(search.agreed.map(\.to))
    var (sound, doubtful): (Set<NodeID>, Set<NodeID>) = ([], [])
    for opportunity in search.opportunities() {
      let isDoubtful = opportunity.cautions.contains { caution in
        switch caution {
        case .accountsNotCurrent, .overdue, .strengthUnknown: true
        default: false
        }
      }
      if isDoubtful { doubtful.insert(opportunity.to) } else { sound.insert(opportunity.to) }
    }
    self.sound = sound
    self.doubtful = doubtful
  }

  func reach(of open: [NodeID], isKnown: Bool) -> FundReach {
    let now = open.filter(funded.contains)
    let rest = open.filter { !funded.contains($0) }
    let promised = rest.filter(agreed.contains)
    let proposed = rest.filter { !agreed.contains($0) && sound.contains($0) }
    let weak = rest.filter {
      !agreed.contains($0) && !sound.contains($0) && doubtful.contains($0)
    }
    return FundReach(
      open: open.count, now: now.count, withAgreed: now.count + promised.count,
      withProposed: now.count + promised.count + proposed.count, onlyDoubtful: weak.count,
      isKnown: isKnown)
  }
}

/// Reckons the figures of one plan.
private struct Reckoning {
  private let plans: PlanGraph
  private let plan: Int
  private let reach: ReachSearch
  let activities: [NodeID]

  init(_ plans: PlanGraph, plan: Int, _ reach: ReachSearch) {
    self.plans = plans
    self.plan = plan
    self.reach = reach
    activities = Array(plans.graph.nodes(of: .activity, in: plan + 1))
  }

  func issues() -> [SelfReliance] {
    var byIssue: [NodeID: [NodeID]] = [:]
    var without: [NodeID] = []
    for activity in activities {
      let issues = plans.neighbours(of: activity, .about, .forward)
      for issue in issues { byIssue[issue, default: []].append(activity) }
      if issues.isEmpty { without.append(activity) }
    }
    let named = byIssue.sorted { $0.key < $1.key }.map { figure(.issue($0.key), $0.value) }
    return named + (without.isEmpty ? [] : [figure(.withoutIssue, without)])
  }

  func places() -> [SelfReliance] {
    let inOne = activities.filter { places(of: $0).count == 1 }
    return Dictionary(grouping: inOne) { places(of: $0)[0] }.sorted { $0.key < $1.key }
      .map { figure(.place($0.key), $0.value) }
  }

  func otherPlaces() -> [SelfReliance] {
    let several = activities.filter { places(of: $0).count > 1 }
    let none = activities.filter { places(of: $0).isEmpty }
    return (several.isEmpty ? [] : [figure(.severalPlaces, several)])
      + (none.isEmpty ? [] : [figure(.withoutPlace, none)])
  }

  private func places(of activity: NodeID) -> [NodeID] {
    plans.neighbours(of: activity, .locatedIn, .forward)
  }

  func figure(_ scope: SelfReliance.Scope, _ activities: [NodeID]) -> SelfReliance {
    let records = activities.map { ($0, plans.record(of: $0) as? Activity) }
    let capital = OwnCapital(records.compactMap(\.1))
    let contradictory = records.filter { $0.1?.contradictsItself == true }.map(\.0)
    var modes: [Activity.Mode: Int] = [:]
    for (_, record) in records {
      if let mode = record?.mode { modes[mode, default: 0] += 1 }
    }
    let open = records.filter { $0.1?.isOpen ?? true }.map(\.0)
    return SelfReliance(
      plan: plan, scope: scope, activities: activities, own: capital.own,
      total: capital.total, known: capital.known, contradictory: contradictory, modes: modes,
      debt: DebtRatio(funds(scope, activities)),
      reach: reach.reach(of: open, isKnown: !plans.plans[plan].funds.isEmpty))
  }

  /// The funds of a plan, of a village alone, or beside some work.
  private func funds(_ scope: SelfReliance.Scope, _ activities: [NodeID]) -> [Fund] {
    let all = Array(plans.graph.nodes(of: .fund, in: plan + 1))
    let chosen: [NodeID]
    switch scope {
    case .plan: chosen = all
    case .place(let place): chosen = all.filter { places(of: $0) == [place] }
    case .severalPlaces: chosen = all.filter { places(of: $0).count > 1 }
    case .withoutPlace: chosen = all.filter { places(of: $0).isEmpty }
    case .issue, .withoutIssue:
      let beside = Set(activities.flatMap { plans.neighbours(of: $0, .finances, .backward) })
      chosen = all.filter(beside.contains)
    }
    return chosen.compactMap { plans.record(of: $0) as? Fund }
  }
}
