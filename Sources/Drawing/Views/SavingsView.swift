public import Graphs
public import Linkage
public import Plans
public import Words

/// The savings sheet of one issue, or of one node's work: whose savings stand beside it, and whose
/// could.
public struct SavingsView: Sendable {
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

  /// The sheets, with at most so many nodes in a column.
  ///
  /// Every proposal and every link that is agreed on stands on one of them; what bears none is folded
  /// into counts where it finds no room.
  ///
  /// - Parameter key: What files and ids are named after; no blanks.
  public func diagrams(key: String = "savings", limit: Int) -> [Diagram] {
    let pages = pages(limit)
    return pages.indices.map { diagram(pages[$0], key, $0 + 1, of: pages.count) }
      .numbered(view.language)
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
    guard let subject else {
      return language.pick(
        "ทุนชุมชนใดหนุนงานอยู่ และใครน่าจะหนุนได้อีก?",
        "Whose savings stand beside the work, and whose could?")
    }
    return subject
      + language.pick(
        ": ทุนชุมชนใดหนุนงานอยู่ และใครน่าจะหนุนได้อีก?",
        ": whose savings stand beside the work, and whose could?")
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

  private func mechanismTies(_ activity: NodeID) -> [Graph.Incidence] {
    view.plans.ties(of: activity, .supports, .backward)
      + view.plans.ties(of: activity, .adopts, .backward)
  }
}

// MARK: - Sheets

extension SavingsView {
  /// A line that must be seen: a proposal with its number, or what is agreed on.
  private struct Link {
    let fund: NodeID
    let activity: NodeID
    let rank: Int?
  }

  private struct Page {
    let links: [Link]
    /// Those that the sheet is about, in order; what finds no room is counted.
    let activities: [NodeID]
    /// The rooms of funds, activities and mechanisms.
    let rooms: [Int]
  }

  /// The proposals by rank, then what is agreed on, all of one activity together.
  private var links: [Link] {
    let all =
      opportunities.map { Link(fund: $0.from, activity: $0.to, rank: $0.rank) }
      + agreed.map { Link(fund: $0.from, activity: $0.to, rank: nil) }
    let byActivity = Dictionary(grouping: all, by: \.activity)
    return view.unique(all.map(\.activity)).flatMap { byActivity[$0] ?? [] }
  }

  private func pages(_ limit: Int) -> [Page] {
    let links = links
    let financed = activities.filter { !view.plans.ties(of: $0, .finances, .backward).isEmpty }
    let all = view.unique(links.map(\.activity) + financed + activities)
    let (funds, mechanisms) = (funds(links, all), mechanisms(all))
    let rooms = Diagram.rooms(
      [funds.count, all.count, mechanisms.count], limit: limit)
    let linked = Set(links.map(\.fund)).count
    let targets = Set(links.map(\.activity))
    // A column that is cut has one node that says so.
    let free = [
      funds.count > rooms[0] ? rooms[0] - 1 : rooms[0],
      all.count > rooms[1] ? rooms[1] - 1 : rooms[1],
    ]
    guard linked > free[0] || targets.count > free[1] else {
      return [Page(links: links, activities: all, rooms: rooms)]
    }
    let parts = sharedOut(links, rooms: [max(free[0], 1), max(rooms[1] - 1, 1)]) {
      [[$0.fund], [$0.activity]]
    }
    let without = all.filter { !targets.contains($0) }
    return parts.enumerated().map { index, part in
      Page(
        links: part,
        activities: view.unique(part.map(\.activity))
          + (index == parts.count - 1 ? without : []), rooms: rooms)
    }
  }

  private func funds(_ links: [Link], _ activities: [NodeID]) -> [NodeID] {
    view.unique(
      links.map(\.fund)
        + activities.flatMap { view.plans.neighbours(of: $0, .finances, .backward) })
  }

  private func mechanisms(_ activities: [NodeID]) -> [NodeID] {
    view.byFrequency(activities.flatMap(mechanismTies).map(\.neighbour))
  }

  private func diagram(_ page: Page, _ key: String, _ number: Int, of count: Int) -> Diagram {
    let language = view.language
    let middle = view.folded(
      page.activities, room: page.rooms[1], .activity, .activity, detail: detail)
    let left = view.folded(
      funds(page.links, page.activities), room: page.rooms[0], .fund, .fund)
    let right = view.folded(
      mechanisms(page.activities), room: page.rooms[2], .mechanism, .mechanism)
    let next = Diagram.Node(
      id: "continued", label: language.continued(onSheet: number + 1), shape: .continuation)
    return Diagram(
      key: key, name: name, title: title, subtitle: view.subtitle,
      columns: [left.nodes, middle.nodes + (number < count ? [next] : []), right.nodes],
      edges: edges(page, left, middle, right),
      legend: view.legend(
        .activity, language.pick("ออกทุนอยู่", "finances"), hasPlanned: !agreed.isEmpty))
  }

  private func edges(
    _ page: Page, _ left: ColumnView.Column, _ middle: ColumnView.Column,
    _ right: ColumnView.Column
  ) -> [Diagram.Edge] {
    var ties = BundledLines()
    var supports = BundledLines()
    for activity in page.activities {
      guard let at = middle.ids[activity] else { continue }
      for tie in view.plans.ties(of: activity, .finances, .backward) {
        if let from = left.ids[tie.neighbour] { ties.add(tie.edge, from, at) }
      }
      for tie in mechanismTies(activity) {
        if let to = right.ids[tie.neighbour] { supports.add(tie.edge, at, to) }
      }
    }
    let linked = page.links.compactMap { link -> Diagram.Edge? in
      guard let from = left.ids[link.fund], let to = middle.ids[link.activity] else { return nil }
      return link.rank.map { rank in
        Diagram.Edge(
          id: "opportunity-\(rank)", from: from, to: to, line: .opportunity, numbers: [rank])
      } ?? Diagram.Edge(id: "planned-\(from)-\(to)", from: from, to: to, line: .planned)
    }
    return ties.edges(.tie) + linked + supports.edges(.support)
  }
}
