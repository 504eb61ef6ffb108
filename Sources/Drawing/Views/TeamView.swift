import Graphs
public import Linkage
import Plans
public import Words

/// Who of a team covers what: issues, the members, places.
public struct TeamView: Sendable {
  private let view: ColumnView
  private let network: LeaderNetwork
  private let team: Team

  /// A sheet of a team of a plan.
  public init(_ names: Names, _ network: LeaderNetwork, _ team: Team) {
    view = ColumnView(names: names, plan: network.plan)
    self.network = network
    self.team = team
  }

  /// The diagram, with at most so many nodes in a column; issues and places that only one member covers
  /// come first, the rest past the limit is counted.
  public func diagram(limit: Int) -> Diagram {
    let language = view.language
    let members = team.members.map(\.leader)
    let (issues, places) = (targets(.issue), targets(.place))
    // Issues are drawn flat, places as houses: of these fewer fit.
    let rooms = Diagram.rooms(
      [issues.count, members.count, places.count], limit: limit, more: [3, 0, 0])
    let left = view.folded(issues, room: rooms[0], .issue, .issue)
    let middle = view.folded(members, room: rooms[1], .leader, .leader) { detail(of: $0) }
    let right = view.folded(places, room: rooms[2], .place, .place)
    return Diagram(
      key: "team", name: language.pick("ทีม", "Team"), title: title, subtitle: view.subtitle,
      columns: [left.nodes, middle.nodes, right.nodes],
      edges: edges(left.ids, middle.ids, right.ids), legend: legend)
  }

  private var title: String {
    view.language.pick(
      "ใครครอบคลุมเรื่องใดและหมู่บ้านใด? (ทีม \(team.members.count) คน)",
      "Who covers which issues and villages? (a team of \(team.members.count))")
  }

  /// What the team covers of a kind, by how many members cover it.
  private func targets(_ kind: NodeKind) -> [NodeID] {
    let counts = team.members.flatMap(\.covers)
      .reduce(into: [NodeID: Int]()) { $0[$1, default: 0] += 1 }
    let own = counts.filter { view.plans.graph.kind(of: $0.key) == kind }
    return own.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  private func detail(of leader: NodeID) -> String? {
    guard let member = team.members.first(where: { $0.leader == leader }) else { return nil }
    return view.language.pick(
      "ครอบคลุม \(member.covers.count) อย่าง", "covers \(member.covers.count)")
  }

  private func edges(
    _ left: [NodeID: String], _ middle: [NodeID: String], _ right: [NodeID: String]
  ) -> [Diagram.Edge] {
    team.members.flatMap { member -> [Diagram.Edge] in
      guard let at = middle[member.leader] else { return [] }
      let alone = Set(member.alone)
      return member.covers.compactMap { target in
        let isFolded = (left[target] ?? right[target])?.hasPrefix("more-") == true
        let weight = alone.contains(target) && !isFolded ? 3 : 1
        if let issue = left[target] {
          return Diagram.Edge(
            id: "covers-\(at)-\(issue)", from: issue, to: at, line: .plain, weight: weight)
        }
        return right[target].map {
          Diagram.Edge(id: "covers-\(at)-\($0)", from: at, to: $0, line: .plain, weight: weight)
        }
      }
    }.uniqued()
  }

  private var legend: Diagram.Legend {
    let language = view.language
    return Diagram.Legend(
      title: language.pick("สัญลักษณ์", "Key"),
      columns: [
        .init(id: "legend-issue", label: language.name(of: .issue), shape: .issue),
        .init(id: "legend-leader", label: language.name(of: .leader), shape: .leader),
        .init(id: "legend-place", label: language.name(of: .place), shape: .place),
      ],
      edges: [
        .init(
          id: "legend-alone", from: "legend-issue", to: "legend-leader", line: .plain,
          label: language.pick("เส้นหนา: ในทีมมีคนนี้คนเดียว", "thick: nobody else of the team"),
          weight: 3),
        .init(
          id: "legend-covers", from: "legend-leader", to: "legend-place", line: .plain,
          label: language.pick("ครอบคลุม", "covers")),
      ])
  }
}
