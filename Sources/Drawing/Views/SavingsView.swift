public import Graphs
public import Linkage
public import Plans
public import Words

/// The savings sheet of one issue, or of one node's work: whose savings stand beside it, and whose
/// could.
public struct SavingsView {
  /// Which activities a sheet is about.
  public enum Scope: Sendable, Equatable {
    /// Those of an issue.
    case issue(NodeID)
    /// Those that name no issue.
    case withoutIssue
    /// All of the plan.
    case all
  }

  private let view: ColumnView
  private let scope: Scope
  private let focus: NodeID?
  private let activities: [NodeID]
  private let opportunities: [Opportunity]
  private let agreed: [(from: NodeID, to: NodeID)]

  /// A sheet of some activities.
  ///
  /// - Parameters:
  ///   - focus: A fund, activity or mechanism: only activities that have to do with it.
  ///   - opportunities: Those to be drawn, by rank; those of other activities are left out.
  ///   - agreed: Links that a meeting has agreed on and that are not there yet; drawn as planned.
  public init(
    _ names: Names, plan: Int, _ scope: Scope, focus: NodeID? = nil, opportunities: [Opportunity],
    agreed: [(from: NodeID, to: NodeID)] = []
  ) {
    view = ColumnView(names: names, plan: plan)
    self.scope = scope
    self.focus = focus
    let chosen = opportunities.filter { opportunity in
      focus.map { opportunity.from == $0 || opportunity.to == $0 } ?? true
    }
    let reached = Set(chosen.map(\.to))
    let graph = names.plans.graph
    activities = SavingsView.activities(names.plans, plan: plan, scope).filter { activity in
      guard let focus else { return true }
      return activity == focus || reached.contains(activity)
        || graph.incidences(of: activity).contains { $0.neighbour == focus }
    }
    let shown = Set(activities)
    self.agreed = agreed.filter { pair in
      shown.contains(pair.to) && (focus.map { pair.from == $0 || pair.to == $0 } ?? true)
    }
    self.opportunities = chosen.filter { shown.contains($0.to) }
  }

  /// The activities of a plan that a sheet is about.
  public static func activities(_ plans: PlanGraph, plan: Int, _ scope: Scope) -> [NodeID] {
    plans.graph.nodes(of: .activity, in: plan + 1).filter { activity in
      let issues = plans.neighbours(of: activity, .about, .forward)
      return switch scope {
      case .issue(let issue): issues.contains(issue)
      case .withoutIssue: issues.isEmpty
      case .all: true
      }
    }
  }

  /// The diagram, with at most so many nodes in a column; the others are folded into counts.
  ///
  /// - Parameter key: What files and ids are named after; no blanks.
  public func diagram(key: String = "savings", limit: Int) -> Diagram {
    let activities = sortedActivities()
    let middle = view.folded(activities, limit: limit, .activity, .activity, detail: detail)
    let funds = unique(
      opportunities.map(\.from) + agreed.map(\.from)
        + activities.flatMap { view.plans.neighbours(of: $0, .finances, .backward) })
    let left = view.folded(funds, limit: limit, .fund, .fund)
    let mechanisms = view.byFrequency(activities.flatMap(mechanismTies).map(\.neighbour))
    let right = view.folded(mechanisms, limit: limit, .mechanism, .mechanism)
    return Diagram(
      key: key, name: name, title: title, subtitle: view.subtitle,
      columns: [left.nodes, middle.nodes, right.nodes],
      edges: edges(activities, left, middle, right),
      legend: view.legend(
        .activity, view.language.pick("ออกทุนอยู่", "finances"), hasPlanned: !agreed.isEmpty))
  }

  private var name: String {
    switch scope {
    case .issue(let issue): view.names.name(of: issue)
    case .withoutIssue, .all: view.language.pick("งานทั้งหมด", "All work")
    }
  }

  private var title: String {
    let language = view.language
    let subject: String? =
      if let focus {
        view.names.name(of: focus)
      } else if case .issue(let issue) = scope {
        language.pick("งานเรื่อง ", "") + view.names.name(of: issue)
      } else {
        nil
      }
    return (subject.map { $0 + ": " } ?? "")
      + language.pick(
        "ทุนชุมชนใดหนุนงานอยู่ และใครน่าจะหนุนได้อีก?",
        "whose savings stand beside the work, and whose could?")
  }

  /// How an activity stands, where that matters; that nobody leads it is said only where the plan
  /// names leaders at all.
  private func detail(_ activity: NodeID) -> String? {
    let language = view.language
    switch (view.plans.record(of: activity) as? Activity)?.status {
    case .done: return language.pick("(เสร็จแล้ว)", "(done)")
    case .stopped: return language.pick("(หยุดแล้ว)", "(stopped)")
    case .planned, .active, nil: break
    }
    let namesLeaders = !view.plans.plans[view.plan].leaders.isEmpty
    let hasLeader = !view.plans.neighbours(of: activity, .leads, .backward).isEmpty
    return namesLeaders && !hasLeader ? language.pick("(ยังไม่มีแกนนำ)", "(no leader yet)") : nil
  }

  /// Whether any fund stands beside the work or could: else the sheet answers nothing.
  public var isTelling: Bool {
    !opportunities.isEmpty || !agreed.isEmpty
      || activities.contains { !view.plans.ties(of: $0, .finances, .backward).isEmpty }
  }

  /// Those with opportunities first, by rank; then those with a fund, then the others.
  private func sortedActivities() -> [NodeID] {
    let financed = activities.filter { !view.plans.ties(of: $0, .finances, .backward).isEmpty }
    return unique(opportunities.map(\.to) + agreed.map(\.to) + financed + activities)
  }

  private func mechanismTies(_ activity: NodeID) -> [Graph.Incidence] {
    view.plans.ties(of: activity, .supports, .backward)
      + view.plans.ties(of: activity, .adopts, .backward)
  }

  private func unique(_ nodes: [NodeID]) -> [NodeID] {
    var seen: Set<NodeID> = []
    return nodes.filter { seen.insert($0).inserted }
  }

  private func edges(
    _ activities: [NodeID], _ left: ColumnView.Column, _ middle: ColumnView.Column,
    _ right: ColumnView.Column
  ) -> [Diagram.Edge] {
    var ties = BundledLines()
    var supports = BundledLines()
    for activity in activities {
      guard let at = middle.ids[activity] else { continue }
      for tie in view.plans.ties(of: activity, .finances, .backward) {
        if let from = left.ids[tie.neighbour] { ties.add(tie.edge, from, at) }
      }
      for tie in mechanismTies(activity) {
        if let to = right.ids[tie.neighbour] { supports.add(tie.edge, at, to) }
      }
    }
    let proposed = opportunities.compactMap { opportunity -> Diagram.Edge? in
      guard let from = left.ids[opportunity.from], let to = middle.ids[opportunity.to],
        !to.hasPrefix("more-"), !from.hasPrefix("more-")
      else { return nil }
      return Diagram.Edge(
        id: "opportunity-\(opportunity.rank)", from: from, to: to, line: .opportunity,
        label: String(opportunity.rank))
    }
    return ties.edges(.tie) + proposed + planned(left, middle) + supports.edges(.support)
  }

  private func planned(
    _ left: ColumnView.Column, _ middle: ColumnView.Column
  ) -> [Diagram.Edge] {
    agreed.compactMap { pair in
      guard let from = left.ids[pair.from], let to = middle.ids[pair.to],
        !to.hasPrefix("more-"), !from.hasPrefix("more-")
      else { return nil }
      return Diagram.Edge(id: "planned-\(from)-\(to)", from: from, to: to, line: .planned)
    }
  }
}
