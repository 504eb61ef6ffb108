import Graphs
public import Linkage
import Plans
public import Words

/// Who stands between which groups and which issues: funds and groups, leaders, issues.
public struct LeadersView: Sendable {
  private let view: ColumnView
  private let ranking: LeaderRanking

  /// A sheet of a plan's leaders.
  public init(_ names: Names, _ ranking: LeaderRanking) {
    view = ColumnView(names: names, plan: ranking.network.plan)
    self.ranking = ranking
  }

  /// Whether any leader is in a group and stands for an issue: else the sheet answers nothing.
  public var isTelling: Bool { !between.isEmpty }

  /// The diagram, with the so many leaders who stand between most; what finds no room beside them is
  /// counted.
  public func diagram(limit: Int) -> Diagram {
    let language = view.language
    let leaders = Array(between.prefix(limit))
    let network = ranking.network
    let funds = view.byFrequency(leaders.flatMap { network.neighbours(of: $0, .fund) })
    let groups = view.byFrequency(leaders.flatMap { network.neighbours(of: $0, .organisation) })
    let issues = view.byFrequency(leaders.flatMap(network.issues(ofLeader:)))
    let rooms = Diagram.rooms(
      [funds.count, groups.count, leaders.count, issues.count], limit: limit, more: [0, 0, 0, 2])
    let left = view.folded(funds, room: rooms[0], .fund, .fund)
    let lower = view.folded(groups, room: rooms[1], .organisation, .organisation)
    let middle = view.folded(leaders, room: rooms[2], .leader, .leader) { load(of: $0) }
    let right = view.folded(issues, room: rooms[3], .issue, .issue)
    let ids = left.ids.merging(lower.ids) { first, _ in first }
    return Diagram(
      key: "leaders", name: language.pick("แกนนำ", "Leaders"), title: title(leaders.count),
      subtitle: view.subtitle, columns: [left.nodes + lower.nodes, middle.nodes, right.nodes],
      edges: edges(leaders, ids, middle.ids, right.ids), legend: legend(!groups.isEmpty))
  }

  /// Leaders in a group who stand for an issue, those first who stand between most.
  private var between: [NodeID] {
    let network = ranking.network
    return ranking.ranked(by: .bridge).map(\.measures.leader).filter { leader in
      let groups =
        network.neighbours(of: leader, .fund) + network.neighbours(of: leader, .organisation)
      return !groups.isEmpty && !network.issues(ofLeader: leader).isEmpty
    }
  }

  private func title(_ count: Int) -> String {
    let all = ranking.network.leaders.count
    return view.language.pick(
      "ใครยืนอยู่ระหว่างกลุ่มใดกับเรื่องใด? (แกนนำ \(count) คนที่เชื่อมมากที่สุด จาก \(all) คน)",
      "Who stands between which groups and issues? (the \(count) of \(all) leaders who join most)")
  }

  private func load(of leader: NodeID) -> String {
    let count = ranking.network.presentActivities(of: leader).count
    return count == 0
      ? view.language.pick("ยังไม่ได้นำงาน", "leads nothing now")
      : view.language.pick("นำอยู่ \(count) งาน", "leads \(count) now")
  }

  private func edges(
    _ leaders: [NodeID], _ left: [NodeID: String], _ middle: [NodeID: String],
    _ right: [NodeID: String]
  ) -> [Diagram.Edge] {
    let plans = view.plans
    var seats = BundledLines()
    var work = BundledLines()
    for leader in leaders {
      guard let at = middle[leader] else { continue }
      for tie in plans.ties(of: leader, .servesOn, .forward)
        + plans.ties(of: leader, .memberOf, .forward)
      {
        if let from = left[tie.neighbour] { seats.add(tie.edge, from, at) }
      }
      work.addIssues(of: leader, at, right, plans)
    }
    return seats.edges(.plain) + work.edges(.plain)
  }

  private func legend(_ hasGroups: Bool) -> Diagram.Legend {
    let language = view.language
    var columns: [Diagram.Node] = [
      .init(id: "legend-fund", label: language.name(of: .fund), shape: .fund),
      .init(id: "legend-leader", label: language.name(of: .leader), shape: .leader),
      .init(id: "legend-issue", label: language.name(of: .issue), shape: .issue),
    ]
    let seat =
      hasGroups
      ? language.pick("เป็นกรรมการหรือสมาชิก", "serves on or is in")
      : language.pick("เป็นกรรมการ", "serves on")
    // One line means both, by the column that it leads to.
    let edges: [Diagram.Edge] = [
      .init(
        id: "legend-seat", from: "legend-fund", to: "legend-leader", line: .plain,
        label: language.pick(
          "ทางซ้าย: \(seat) · ทางขวา: ทำเรื่องนี้ (เส้นหนา = หลายงาน)",
          "to the left: \(seat) · to the right: works on it (thicker: more work)"))
    ]
    if hasGroups {
      let organisation = language.name(of: .organisation)
      columns.append(.init(id: "legend-group", label: organisation, shape: .organisation))
    }
    return Diagram.Legend(title: language.pick("สัญลักษณ์", "Key"), columns: columns, edges: edges)
  }
}

extension BundledLines {
  /// Lines from a leader to the issues of the own row and of the work that the leader leads.
  mutating func addIssues(
    of leader: NodeID, _ at: String, _ issues: [NodeID: String], _ plans: PlanGraph
  ) {
    for tie in plans.ties(of: leader, .worksOn, .forward) {
      if let to = issues[tie.neighbour] { add(tie.edge, at, to) }
    }
    for lead in plans.ties(of: leader, .leads, .forward) {
      for issue in plans.neighbours(of: lead.neighbour, .about, .forward) {
        if let to = issues[issue] { add(lead.edge, at, to) }
      }
    }
  }
}
