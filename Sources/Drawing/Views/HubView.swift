public import Graphs
public import Linkage
public import Plans
public import Words

/// One fund as a hub: the agencies that work with it and could at the left, what it finances, with the
/// villages, at the right.
public struct HubView: Sendable {
  private let view: ColumnView
  private let fund: NodeID
  private let opportunities: [Opportunity]
  private let agreed: [NodeID]
  private let tied: [Graph.Incidence]
  private let work: [Graph.Incidence]

  /// The sheets of a fund.
  ///
  /// - Parameters:
  ///   - opportunities: What the approach `hub` proposes, by rank; those of other funds are left out.
  ///   - agreed: Links that a meeting has agreed on and that are not there yet.
  public init(
    _ names: Names, plan: Int, fund: NodeID, opportunities: [Opportunity],
    agreed: [(from: NodeID, to: NodeID)] = []
  ) {
    let view = ColumnView(names: names, plan: plan)
    self.view = view
    self.fund = fund
    self.opportunities = opportunities.filter { $0.from == fund }
    self.agreed = agreed.filter { $0.from == fund }.map(\.to)
    let ties = names.plans.graph.incidences(of: fund)
    tied = ties.filter { names.plans.graph.kind(of: $0.neighbour) == .mechanism }
    work = names.plans.ties(of: fund, .finances, .forward)
  }

  /// Whether any agency works with the fund or could: else the sheet answers nothing.
  public var isTelling: Bool { !opportunities.isEmpty || !agreed.isEmpty || !tied.isEmpty }

  /// The fund that most is proposed for, else the first that an agency works with.
  public static func fund(
    _ plans: PlanGraph, plan: Int, opportunities: [Opportunity]
  ) -> NodeID? {
    let funds = plans.graph.nodes(of: .fund, in: plan + 1)
    let counts = opportunities.reduce(into: [NodeID: Int]()) { $0[$1.from, default: 0] += 1 }
    return funds.filter { counts[$0] != nil }
      .max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
      ?? funds.first { fund in
        plans.graph.incidences(of: fund).contains {
          plans.graph.kind(of: $0.neighbour) == .mechanism
        }
      }
  }

  /// The sheets, with at most so many nodes in a column.
  ///
  /// Every agency that is proposed or agreed on stands on one of them; other agencies and work that find
  /// no room are counted.
  public func diagrams(limit: Int) -> [Diagram] {
    let linked = view.unique(opportunities.map(\.to) + agreed)
    let agencies = view.unique(linked + tied.map(\.neighbour))
    let rooms = Diagram.rooms([agencies.count, 1, work.count], limit: limit)
    let fits = agencies.count <= rooms[0] || linked.count < rooms[0]
    let parts =
      fits ? [linked] : sharedOut(linked, rooms: [max(rooms[0] - 1, 1)]) { [[$0]] }
    let others = agencies.filter { !linked.contains($0) }
    return parts.enumerated().map { index, part in
      let isLast = index == parts.count - 1
      return diagram(
        part + (isLast ? others : []), rooms, continued: isLast ? nil : index + 2)
    }.numbered(view.language)
  }

  private func diagram(_ agencies: [NodeID], _ rooms: [Int], continued: Int?) -> Diagram {
    let language = view.language
    let left = view.folded(agencies, room: rooms[0], .mechanism, .mechanism)
    let middle = view.folded([fund], room: 1, .fund, .fund, detail: places)
    let right = view.folded(
      work.map(\.neighbour), room: rooms[2], .activity, .activity, detail: places)
    let next = continued.map {
      Diagram.Node(
        id: "continued", label: language.continued(onSheet: $0), shape: .continuation)
    }
    let columns = [left.nodes + [next].compactMap(\.self), middle.nodes, right.nodes]
    return Diagram(
      key: "hub", name: language.pick("ศูนย์กลาง", "Hub"), title: title, subtitle: view.subtitle,
      columns: columns.filter { !$0.isEmpty }, edges: edges(left, right), legend: legend)
  }

  /// Where something is, unless its name says so already.
  private func places(of node: NodeID) -> String? {
    let places = view.plans.neighbours(of: node, .locatedIn, .forward).map(view.names.name(of:))
    let name = view.names.name(of: node)
    guard let first = places.first, !places.contains(where: name.contains) else { return nil }
    let many = view.language.pick("ใน \(places.count) หมู่บ้าน", "in \(places.count) villages")
    return "(" + (places.count == 1 ? first : many) + ")"
  }

  private var title: String {
    let name = view.names.name(of: fund)
    return view.language.pick(
      "\(name): หน่วยงานใดทำงานผ่านกองทุนนี้อยู่ และใครน่าจะทำได้อีก?",
      "\(name): which agencies work through this fund, and which could?")
  }

  private func edges(
    _ left: ColumnView.Column, _ right: ColumnView.Column
  ) -> [Diagram.Edge] {
    let hub = String(fund.index)
    var partners = BundledLines()
    for tie in tied { if let from = left.ids[tie.neighbour] { partners.add(tie.edge, from, hub) } }
    var finances = BundledLines()
    for tie in work { if let to = right.ids[tie.neighbour] { finances.add(tie.edge, hub, to) } }
    let proposed = opportunities.compactMap { opportunity in
      left.ids[opportunity.to].map {
        Diagram.Edge(
          id: "hub-\(opportunity.rank)", from: $0, to: hub, line: .opportunity,
          numbers: [opportunity.rank])
      }
    }
    let planned = agreed.compactMap { agency in
      left.ids[agency].map {
        Diagram.Edge(id: "planned-\($0)", from: $0, to: hub, line: .planned)
      }
    }
    return partners.edges(.plain) + proposed + planned + finances.edges(.tie)
  }

  private var legend: Diagram.Legend {
    let language = view.language
    func node(_ kind: NodeKind) -> Diagram.Node {
      .init(id: "legend-\(kind.word)", label: language.name(of: kind), shape: .init(kind))
    }
    func edge(
      _ id: String, _ from: NodeKind, _ to: NodeKind, _ line: Diagram.Line, _ label: String
    ) -> Diagram.Edge {
      .init(
        id: id, from: "legend-\(from.word)", to: "legend-\(to.word)", line: line, label: label)
    }
    var edges = [
      edge(
        "legend-partner", .mechanism, .fund, .plain,
        language.pick("ทำงานด้วยกันอยู่", "work together")),
      edge(
        "legend-opportunity", .mechanism, .fund, .opportunity,
        language.proposedAsInTheTable),
    ]
    if !agreed.isEmpty {
      edges.append(
        edge(
          "legend-planned", .mechanism, .fund, .planned,
          language.agreedOnByAMeeting))
    }
    var nodes = [node(.mechanism), node(.fund)]
    if !work.isEmpty {
      nodes.append(node(.activity))
      edges.append(
        edge("legend-tie", .fund, .activity, .tie, language.pick("ออกทุนอยู่", "finances")))
    }
    return Diagram.Legend(title: language.pick("สัญลักษณ์", "Key"), columns: nodes, edges: edges)
  }
}
