public import Graphs
import Plans
public import Words

/// All that a plan holds and ties together, on as many sheets as that takes.
///
/// Each sheet is a cluster with few ties to the others; a node tells on which sheets it has more, and
/// the sheet where its ties lead. Where there are several, an index comes first. What is in many places
/// says in how many: lines to all of them would hide the others.
public struct NetworkView: Sendable {
  private let view: ColumnView
  private let nodes: [NodeID]
  private let ties: [Tie]
  /// How many are not drawn: tied to nothing, or only with places that are counted.
  private let loose: Int
  /// Places from which on they are counted instead of drawn.
  fileprivate static let manyPlaces = 4
  private static let labelWidth = 20

  /// Two nodes that are tied, the smaller first, by their places in `nodes`.
  private struct Tie: Hashable {
    let from: Int
    let to: Int
    let edges: [EdgeID]
  }

  /// A network of a plan.
  ///
  /// - Parameters:
  ///   - issue: Only work on this issue and what is tied to it; nil for all.
  ///   - focus: Only this node and what is tied to it; nil for all.
  public init(_ names: Names, plan: Int, issue: NodeID? = nil, focus: NodeID? = nil) {
    view = ColumnView(names: names, plan: plan)
    let plans = names.plans
    let all = NodeKind.all.filter { $0 != .plan }.flatMap { kind in
      plans.graph.nodes(of: kind, seenFrom: plan + 1).filter { plans.isNamed($0, in: plan) }
    }
    var wanted = Set(all)
    if let issue {
      let work = plans.neighbours(of: issue, .about, .backward)
      wanted.formIntersection([issue] + work + work.flatMap(plans.tied))
    }
    if let focus { wanted.formIntersection([focus] + plans.tied(to: focus)) }
    let chosen = all.filter(wanted.contains)
    let edges = Self.edges(plans, chosen)
    let tied = Set(edges.flatMap { [$0.from, $0.to] })
    nodes = chosen.filter(tied.contains)
    loose = chosen.count - nodes.count
    let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var byEnds: [[Int]: [EdgeID]] = [:]
    for edge in edges {
      if let from = places[edge.from], let to = places[edge.to] {
        byEnds[[from, to], default: []].append(edge.id)
      }
    }
    ties = byEnds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      Tie(from: $0.key[0], to: $0.key[1], edges: $0.value)
    }
  }

  /// Whether anything is tied at all.
  public var isTelling: Bool { !nodes.isEmpty }

  /// The ties between some nodes, each with its smaller end first.
  private static func edges(
    _ plans: PlanGraph, _ nodes: [NodeID]
  ) -> [(id: EdgeID, from: NodeID, to: NodeID)] {
    let chosen = Set(nodes)
    return nodes.flatMap { node in
      let isWide = plans.isInManyPlaces(node)
      return plans.graph.incidences(of: node).filter {
        $0.direction == .forward && $0.neighbour != node && chosen.contains($0.neighbour)
          && !(isWide && plans.graph.kind(of: $0.neighbour) == .place)
      }.map { tie in
        (tie.edge, min(node, tie.neighbour), max(node, tie.neighbour))
      }
    }
  }

  /// The sheets, each with at most so many nodes beside those that say where it goes on.
  ///
  /// - Complexity: O(nodes · log nodes + limit · ties).
  public func diagrams(limit: Int) -> [Diagram] {
    let room = min(max(limit, 4), Diagram.nodeLimit * 4 / 5)
    let graph = SimpleGraph(nodeCount: nodes.count, edges: ties.map { ($0.from, $0.to) })
    let pairs = ties.map { ($0.from, $0.to) }
    let crowded = NetworkCrowding(
      lines: nodes.map { 1 + view.names.name(of: $0).count / Self.labelWidth },
      homes: nodes.map { view.plans.graph.kind(of: $0).home }, graph, room: room)
    let sheets = NetworkSheets(
      graph.clusters(atMost: room).flatMap(crowded.parts), pairs, room: room)
    let titles = sheets.clusters.map { name(of: $0, graph) }
    let index = self.index(sheets, titles, limit: max(4, room * 3 / 4))
    let within = Dictionary(grouping: ties.filter { sheets.isWithin($0.from, $0.to) }) {
      sheets.cluster[$0.from]
    }
    return
      (index
      + sheets.clusters.indices.map {
        diagram($0, within[$0] ?? [], sheets, titles, after: index.count)
      }).numbered(view.language)
  }

  /// All of it on one sheet, however large that is; for a wall.
  ///
  /// - Complexity: O(nodes + ties).
  public func wholeDiagram() -> Diagram {
    let drawn = nodes.map { node in
      Diagram.Node(
        id: String(node.index), label: view.names.name(of: node), detail: detail(node, []),
        shape: .init(view.plans.graph.kind(of: node)))
    }
    return Diagram(
      key: "network", name: view.language.pick("โครงข่าย", "Network"), title: title,
      subtitle: subtitle, columns: [drawn], edges: ties.map(line), labelWidth: Self.labelWidth,
      legend: legend(nodes), arrangement: .network)
  }

  private func line(_ tie: Tie) -> Diagram.Edge {
    Diagram.Edge(
      id: "tie-" + tie.edges.map { String($0.rawValue) }.joined(separator: "-"),
      from: String(nodes[tie.from].index), to: String(nodes[tie.to].index), line: .plain,
      weight: tie.edges.count)
  }

  private var title: String {
    view.language.pick(
      "โครงข่าย: ใครและอะไรในแผนเชื่อมกันอยู่?", "The network: who and what in the plan hang together?")
  }

  private var subtitle: String {
    guard loose > 0 else { return view.subtitle }
    return view.subtitle
      + view.language.pick(
        " · อีก \(loose) รายการนับไว้ ไม่ได้วาด", " · \(loose) more are counted, not drawn")
  }

  /// What a cluster is named after: the two of it that hold most of it together, leaders last.
  private func name(of cluster: [Int], _ graph: SimpleGraph) -> String {
    let members = Set(cluster.map(Int32.init))
    let degrees = cluster.map { node in
      (node: node, ties: graph.neighbours(of: node).count(where: members.contains))
    }
    let best = degrees.sorted { left, right in
      let (one, other) = (isLeader(left.node) ? 1 : 0, isLeader(right.node) ? 1 : 0)
      return (one, right.ties, left.node) < (other, left.ties, right.node)
    }
    return view.language.list(best.prefix(2).map { view.names.name(of: nodes[$0.node]) })
  }

  private func isLeader(_ node: Int) -> Bool {
    view.plans.graph.kind(of: nodes[node]) == .leader
  }
}

// MARK: - Sheets

extension NetworkView {
  /// A cluster: its ties, and where more of them lead.
  private func diagram(
    _ index: Int, _ within: [Tie], _ sheets: NetworkSheets, _ titles: [String], after first: Int
  ) -> Diagram {
    let language = view.language
    let cluster = sheets.clusters[index]
    let drawn = cluster.map { place in
      let more = sheets.sheets(of: place).map { first + $0 + 1 }
      return Diagram.Node(
        id: String(nodes[place].index), label: view.names.name(of: nodes[place]),
        detail: detail(nodes[place], more),
        shape: .init(view.plans.graph.kind(of: nodes[place])))
    }
    let next = continuations(of: index, sheets, after: first)
    let lines = within.map(line) + continuedLines(index, sheets, next)
    let homes =
      cluster.map { view.plans.graph.kind(of: nodes[$0]).home }
      + next.map { _ in NodeKind.issue.home }
    let columns = NetworkColumns(drawn + next, homes, lines)
    let isOne = sheets.clusters.count == 1
    return Diagram(
      key: "network",
      name: isOne ? language.pick("โครงข่าย", "Network") : titles[index],
      title: isOne ? title : language.pick("โครงข่ายรอบ ", "The network around ") + titles[index],
      subtitle: subtitle, columns: columns.columns, edges: columns.lines,
      labelWidth: Self.labelWidth, legend: legend(cluster.map { nodes[$0] }))
  }

  /// In how many places something is, where that is not drawn, and where it has more ties.
  private func detail(_ node: NodeID, _ sheets: [Int]) -> String? {
    let language = view.language
    let places = view.plans.neighbours(of: node, .locatedIn, .forward).count
    let isWide = view.plans.isInManyPlaces(node)
    let parts = [
      sheets.isEmpty ? nil : language.alsoOn(sheets: sheets, atMost: isWide ? 2 : 4),
      isWide ? language.pick("\(places) หมู่บ้าน", "\(places) villages") : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// A line to each sheet that is named, from the node that has most ties there.
  private func continuedLines(
    _ index: Int, _ sheets: NetworkSheets, _ drawn: [Diagram.Node]
  ) -> [Diagram.Edge] {
    let ids = Set(drawn.map(\.id))
    return sheets.neighbours(of: index).compactMap { other in
      let id = "continued-\(other.cluster)"
      guard ids.contains(id), let node = sheets.gate(from: index, to: other.cluster) else {
        return nil
      }
      return Diagram.Edge(
        id: "to-\(id)", from: String(nodes[node].index), to: id, line: .continued)
    }
  }

  /// The sheets that most ties of a cluster lead to; the last of them counts those of all others.
  private func continuations(
    of index: Int, _ sheets: NetworkSheets, after first: Int
  ) -> [Diagram.Node] {
    let language = view.language
    let neighbours = sheets.neighbours(of: index)
    let most = sheets.continuations
    let shown = neighbours.count <= most ? neighbours : Array(neighbours.prefix(most - 1))
    let rest = neighbours.dropFirst(shown.count)
    let nodes = shown.map { other in
      Diagram.Node(
        id: "continued-\(other.cluster)",
        label: language.continued(onSheet: first + other.cluster + 1),
        detail: language.ties(other.ties), shape: .continuation)
    }
    guard !rest.isEmpty else { return nodes }
    return nodes + [
      Diagram.Node(
        id: "continued", label: language.pick("อีก \(rest.count) แผ่น", "\(rest.count) more sheets"),
        detail: language.ties(rest.reduce(0) { $0 + $1.ties }), shape: .continuation)
    ]
  }

  /// Which sheet holds what, and to which others most of its ties lead; none where there is but one.
  private func index(_ sheets: NetworkSheets, _ titles: [String], limit: Int) -> [Diagram] {
    let count = sheets.clusters.count
    guard count > 1 else { return [] }
    let language = view.language
    let first = (count + limit - 1) / limit
    // Index sheets that are alike, rather than a last one of a sheet or two.
    let share = (count + first - 1) / first
    return stride(from: 0, to: share * first, by: share).map { start in
      let part = min(start, count)..<min(start + share, count)
      let ties = sheets.mainTies(within: part)
      return Diagram(
        key: "network", name: language.pick("สารบัญโครงข่าย", "Index of the network"),
        title: title, subtitle: subtitle,
        columns: NetworkSheets.columns(part, ties).map { column in
          column.map { index in
            Diagram.Node(
              id: "sheet-\(index)", label: "\(first + index + 1). \(titles[index])",
              detail: language.pick(
                "\(sheets.clusters[index].count) รายการ", "\(sheets.clusters[index].count) nodes"),
              shape: .bundle)
          }
        },
        edges: ties.map { tie in
          let ends = tie.isForward ? (tie.from, tie.to) : (tie.to, tie.from)
          return Diagram.Edge(
            id: "sheets-\(tie.from)-\(tie.to)", from: "sheet-\(ends.0)", to: "sheet-\(ends.1)",
            line: .plain, label: String(tie.ties))
        }, labelWidth: 20, legend: indexLegend)
    }
  }

  private var indexLegend: Diagram.Legend {
    let language = view.language
    return Diagram.Legend(
      title: language.pick("สัญลักษณ์", "Key"),
      columns: [
        .init(
          id: "legend-sheet", label: language.pick("แผ่นที่ และเรื่องหลัก", "number, what it is about"),
          shape: .bundle),
        .init(id: "legend-other", label: language.pick("แผ่นอื่น", "another sheet"), shape: .bundle),
      ],
      edges: [
        .init(
          id: "legend-tie", from: "legend-sheet", to: "legend-other", line: .plain,
          label: language.pick("จำนวนเส้นเชื่อม (สายหลัก)", "ties between (the main ones)"))
      ])
  }

  /// The kinds that are there, side by side as they are tied in plans.
  private func legend(_ shown: [NodeID]) -> Diagram.Legend {
    let language = view.language
    return Diagram.Legend(
      kinds: Set(shown.map(view.plans.graph.kind(of:))), language,
      title: language.pick("สัญลักษณ์ (เส้น = เชื่อมกันในแผน)", "Key (a line: tied in the plan)"))
  }
}

extension Diagram.Legend {
  /// The shapes of some kinds from left to right, joined by plain lines.
  init(kinds: Set<NodeKind>, _ language: Language, title: String) {
    let groups = Dictionary(grouping: kinds.sorted(), by: \.home).sorted { $0.key < $1.key }
      .map(\.value)
    let nodes = groups.joined().map { kind in
      Diagram.Node(id: "legend-\(kind.word)", label: language.name(of: kind), shape: .init(kind))
    }
    let lines = zip(groups, groups.dropFirst()).flatMap { left, right in
      right.map { kind in
        Diagram.Edge(
          id: "legend-to-\(kind.word)", from: "legend-\(left[0].word)", to: "legend-\(kind.word)",
          line: .plain)
      }
    }
    self.init(title: title, columns: nodes, edges: lines)
  }
}

extension NodeKind {
  /// The column that nodes of a kind stand in where they can: who, with whom, what, about what, where.
  var home: Int {
    switch self {
    case .leader: 0
    case .organisation: 1
    case .fund, .mechanism: 2
    case .activity: 3
    default: 4
    }
  }
}

extension PlanGraph {
  fileprivate func tied(to node: NodeID) -> [NodeID] {
    graph.incidences(of: node).map(\.neighbour)
  }

  fileprivate func isInManyPlaces(_ node: NodeID) -> Bool {
    neighbours(of: node, .locatedIn, .forward).count >= NetworkView.manyPlaces
  }
}

extension Language {
  /// On which other sheets something has ties, the first so many of them.
  fileprivate func alsoOn(sheets: [Int], atMost limit: Int = 4) -> String {
    let shown = sheets.prefix(limit).map(String.init).joined(separator: ", ")
    let rest = sheets.count > limit ? "…" : ""
    return pick("ต่อแผ่น \(shown)\(rest)", "see \(shown)\(rest)")
  }

  fileprivate func ties(_ count: Int) -> String {
    pick("\(count) เส้น", count == 1 ? "1 tie" : "\(count) ties")
  }
}
