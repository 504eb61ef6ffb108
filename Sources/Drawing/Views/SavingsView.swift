public import Graphs
public import Linkage
public import Plans
public import Words

/// The savings sheet of one issue, or of one node's work: whose savings stand beside it, and whose
/// could.
public struct SavingsView {
  private let view: ColumnView
  private let issue: NodeID?
  private let focus: NodeID?
  private let activities: [NodeID]
  private let opportunities: [Opportunity]

  /// A sheet of the activities of an issue.
  ///
  /// - Parameters:
  ///   - issue: The issue; nil for activities that name none, or for those in focus.
  ///   - focus: A fund, activity or mechanism: only activities that have to do with it.
  ///   - opportunities: Those to be drawn, by rank; those of other activities are left out.
  public init(
    _ names: Names, plan: Int, issue: NodeID?, focus: NodeID? = nil, opportunities: [Opportunity]
  ) {
    view = ColumnView(names: names, plan: plan)
    self.issue = issue
    self.focus = focus
    let proposed = focus.map { node in opportunities.filter { $0.from == node || $0.to == node } }
    let chosen = proposed ?? opportunities
    let all =
      focus == nil || issue != nil
      ? SavingsView.activities(names.plans, plan: plan, issue: issue)
      : Array(names.plans.graph.nodes(of: .activity, in: plan + 1))
    let reached = Set(chosen.map(\.to))
    let graph = names.plans.graph
    activities = all.filter { activity in
      guard let focus else { return true }
      return activity == focus || reached.contains(activity)
        || graph.incidences(of: activity).contains { $0.neighbour == focus }
    }
    let shown = Set(activities)
    self.opportunities = chosen.filter { shown.contains($0.to) }
  }

  /// The activities of an issue of a plan; for no issue, those that name none.
  public static func activities(_ plans: PlanGraph, plan: Int, issue: NodeID?) -> [NodeID] {
    plans.graph.nodes(of: .activity, in: plan + 1).filter { activity in
      let issues = plans.graph.incidences(of: activity)
        .filter { $0.type.to == .issue && $0.direction == .forward }.map(\.neighbour)
      return issue.map(issues.contains) ?? issues.isEmpty
    }
  }

  /// The diagram, with at most so many nodes in a column; the others are folded into counts.
  ///
  /// - Parameter key: What files and ids are named after; no blanks.
  public func diagram(key: String = "savings", limit: Int) -> Diagram {
    let activities = sortedActivities()
    let middle = view.folded(activities, limit: limit, .activity, .activity, detail: detail)
    let funds = unique(
      opportunities.map(\.from)
        + activities.flatMap { view.neighbours(of: $0, .finances, .backward) })
    let left = view.folded(funds, limit: limit, .fund, .fund)
    let mechanisms = sortedByTies(activities.flatMap(mechanismTies).map(\.neighbour))
    let right = view.folded(mechanisms, limit: limit, .mechanism, .mechanism)
    return Diagram(
      key: key, name: name, title: title, subtitle: view.subtitle,
      columns: [left.nodes, middle.nodes, right.nodes],
      edges: edges(activities, left, middle, right),
      legend: view.legend(.activity, view.language.pick("ออกทุนอยู่", "finances")))
  }

  private var name: String {
    issue.map(view.names.name(of:)) ?? view.language.pick("งานทั้งหมด", "All work")
  }

  private var title: String {
    let language = view.language
    if let focus {
      let name = view.names.name(of: focus)
      return language.pick(
        "\(name): ทุนชุมชนใดหนุนงานอยู่ และใครน่าจะหนุนได้อีก?",
        "\(name): whose savings stand beside the work, and whose could?")
    }
    guard let issue else {
      return language.pick(
        "ทุนชุมชนใดหนุนงานอยู่ และใครน่าจะหนุนงานใดได้อีก?",
        "Whose savings stand beside the work, and whose could?")
    }
    let name = view.names.name(of: issue)
    return language.pick(
      "งานเรื่อง \(name): ทุนชุมชนใดหนุนอยู่ และใครน่าจะหนุนได้อีก?",
      "\(name): whose savings stand beside the work, and whose could?")
  }

  /// That nobody leads an activity is said only where the plan names leaders at all.
  private func detail(_ activity: NodeID) -> String? {
    guard !view.plans.plans[view.plan].leaders.isEmpty else { return nil }
    let hasLeader = !view.neighbours(of: activity, .leads, .backward).isEmpty
    return hasLeader ? nil : view.language.pick("(ยังไม่มีแกนนำ)", "(no leader yet)")
  }

  /// Whether any fund stands beside the work or could: else the sheet answers nothing.
  public var isTelling: Bool {
    !opportunities.isEmpty || activities.contains { !view.ties($0, .finances, .backward).isEmpty }
  }

  /// Those with opportunities first, by rank; then those with a fund, then the others.
  private func sortedActivities() -> [NodeID] {
    let financed = activities.filter { !view.ties($0, .finances, .backward).isEmpty }
    return unique(opportunities.map(\.to) + financed + activities)
  }

  private func mechanismTies(_ activity: NodeID) -> [Graph.Incidence] {
    view.ties(activity, .supports, .backward) + view.ties(activity, .adopts, .backward)
  }

  private func unique(_ nodes: [NodeID]) -> [NodeID] {
    var seen: Set<NodeID> = []
    return nodes.filter { seen.insert($0).inserted }
  }

  /// Each once, those that come most often first.
  private func sortedByTies(_ nodes: [NodeID]) -> [NodeID] {
    let counts = nodes.reduce(into: [NodeID: Int]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func edges(
    _ activities: [NodeID], _ left: ColumnView.Column, _ middle: ColumnView.Column,
    _ right: ColumnView.Column
  ) -> [Diagram.Edge] {
    var ties = BundledLines()
    var supports = BundledLines()
    for activity in activities {
      guard let at = middle.ids[activity] else { continue }
      for tie in view.ties(activity, .finances, .backward) {
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
    return ties.edges(.tie) + proposed + supports.edges(.support)
  }
}
