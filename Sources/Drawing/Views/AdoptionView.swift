public import Graphs
public import Linkage
import Plans
public import Words

/// What local government has in its plan already, and what it could take in: work that is adopted at
/// the left, the offices, work that is proposed at the right.
public struct AdoptionView: Sendable {
  private let view: ColumnView
  private let opportunities: [Opportunity]
  private let agreed: [(from: NodeID, to: NodeID)]

  /// A line that must be seen: a proposal with its number, or what is agreed on.
  private struct Link {
    let office: NodeID
    let activity: NodeID
    let rank: Int?
  }

  /// The sheets of a plan.
  ///
  /// - Parameters:
  ///   - opportunities: What the approach `adoption` proposes, by rank; that of other plans is left out.
  ///   - agreed: Links that a meeting has agreed on and that are not there yet.
  public init(
    _ names: Names, plan: Int, opportunities: [Opportunity],
    agreed: [(from: NodeID, to: NodeID)] = []
  ) {
    view = ColumnView(names: names, plan: plan)
    self.opportunities = opportunities.filter { names.plans.plan(of: $0.to) == plan }
    self.agreed = agreed.filter { names.plans.plan(of: $0.to) == plan }
  }

  /// Whether anything is adopted, or could be.
  public var isTelling: Bool { !links.isEmpty || !adopted.isEmpty }

  /// The sheets, with at most so many nodes in a column.
  ///
  /// All that is proposed or agreed on stands on one of them; what is adopted already and finds no room
  /// is counted.
  public func diagrams(limit: Int) -> [Diagram] {
    let links = links
    let offices = view.unique(links.map(\.office) + adopted.map(\.neighbour))
    let targets = view.unique(links.map(\.activity))
    let done = view.unique(adopted.map(\.activity))
    let rooms = Diagram.rooms([done.count, offices.count, targets.count], limit: limit)
    let linked = Set(links.map(\.office)).count
    let fits = targets.count <= rooms[2] && (offices.count <= rooms[1] || linked < rooms[1])
    let parts =
      fits
      ? [links]
      : sharedOut(links, rooms: [max(rooms[1] - 1, 1), max(rooms[2] - 1, 1)]) {
        [[$0.office], [$0.activity]]
      }
    let pages = parts.isEmpty ? [[]] : parts
    return pages.enumerated().map { index, part in
      diagram(part, rooms, continued: index == pages.count - 1 ? nil : index + 2)
    }.numbered(view.language)
  }

  /// The proposals by rank, then what is agreed on, all of one activity together.
  private var links: [Link] {
    let all =
      opportunities.map { Link(office: $0.from, activity: $0.to, rank: $0.rank) }
      + agreed.map { Link(office: $0.from, activity: $0.to, rank: nil) }
    let byActivity = Dictionary(grouping: all, by: \.activity)
    return view.unique(all.map(\.activity)).flatMap { byActivity[$0] ?? [] }
  }

  /// The plan's work that offices have in their plans, with these.
  private var adopted: [(activity: NodeID, neighbour: NodeID, tie: Graph.Incidence)] {
    view.plans.graph.nodes(of: .activity, in: view.plan + 1).flatMap { activity in
      view.plans.ties(of: activity, .adopts, .backward).map { (activity, $0.neighbour, $0) }
    }
  }

  private func diagram(_ links: [Link], _ rooms: [Int], continued: Int?) -> Diagram {
    let language = view.language
    let adopted = adopted
    let offices = view.unique(links.map(\.office) + view.byFrequency(adopted.map(\.neighbour)))
    let middle = view.folded(offices, room: rooms[1], .mechanism, .mechanism) { office in
      detail(adopted.count { $0.neighbour == office })
    }
    let left = view.folded(
      view.unique(adopted.map(\.activity)), room: rooms[0], .activity, .activity,
      prefix: "adopted-")
    let right = view.folded(
      view.unique(links.map(\.activity)), room: rooms[2], .activity, .activity)
    let next = continued.map {
      Diagram.Node(
        id: "continued", label: language.continued(onSheet: $0), shape: .continuation)
    }
    var ties = BundledLines()
    for item in adopted {
      if let from = left.ids[item.activity], let to = middle.ids[item.neighbour] {
        ties.add(item.tie.edge, from, to)
      }
    }
    let columns = [left.nodes, middle.nodes, right.nodes + [next].compactMap(\.self)]
    return Diagram(
      key: "adoption", name: language.pick("แผนท้องถิ่น", "Local plans"), title: title,
      subtitle: view.subtitle, columns: columns.filter { !$0.isEmpty },
      edges: ties.edges(.support) + edges(links, middle, right), legend: legend)
  }

  private func edges(
    _ links: [Link], _ middle: ColumnView.Column, _ right: ColumnView.Column
  ) -> [Diagram.Edge] {
    links.compactMap { link in
      guard let from = middle.ids[link.office], let to = right.ids[link.activity] else {
        return nil
      }
      return link.rank.map { rank in
        Diagram.Edge(
          id: "adoption-\(rank)", from: from, to: to, line: .opportunity, label: String(rank))
      } ?? Diagram.Edge(id: "planned-\(from)-\(to)", from: from, to: to, line: .planned)
    }
  }

  private func detail(_ count: Int) -> String {
    view.language.pick(
      "บรรจุแล้ว \(count) กิจกรรม",
      "has taken in \(view.language.count(count, .activity))")
  }

  private var title: String {
    view.language.pick(
      "แผนท้องถิ่น: งานใดบรรจุแล้ว และงานใดน่าจะบรรจุอีก?",
      "Local plans: what have they taken in, and what could they?")
  }

  private var legend: Diagram.Legend {
    let language = view.language
    let adopted = adopted
    func node(_ id: String, _ kind: NodeKind) -> Diagram.Node {
      .init(id: id, label: language.name(of: kind), shape: .init(kind))
    }
    var (nodes, edges) = ([node("legend-office", .mechanism)], [Diagram.Edge]())
    func edge(_ id: String, _ line: Diagram.Line, _ label: String) -> Diagram.Edge {
      .init(id: id, from: "legend-office", to: "legend-activity", line: line, label: label)
    }
    if !adopted.isEmpty {
      nodes.insert(node("legend-adopted", .activity), at: 0)
      edges.append(
        .init(
          id: "legend-adopts", from: "legend-adopted", to: "legend-office", line: .support,
          label: language.pick("บรรจุในแผนแล้ว", "taken in already")))
    }
    if !opportunities.isEmpty || !agreed.isEmpty {
      nodes.append(node("legend-activity", .activity))
    }
    if !opportunities.isEmpty {
      edges.append(
        edge(
          "legend-opportunity", .opportunity,
          language.pick("ข้อเสนอ เลขตรงกับตาราง", "proposed; number as in the table")))
    }
    if !agreed.isEmpty {
      edges.append(
        edge(
          "legend-planned", .planned,
          language.pick("ที่ประชุมเห็นชอบแล้ว", "agreed on by a meeting")))
    }
    return Diagram.Legend(title: language.pick("สัญลักษณ์", "Key"), columns: nodes, edges: edges)
  }
}
