import Graphs
import Linkage
import Plans
import Words

/// What the views have in common: funds at the left, work in the middle, mechanisms at the right.
struct ColumnView {
  let names: Names
  let plan: Int

  var language: Language { names.language }
  var plans: PlanGraph { names.plans }

  /// Plan, place and year under a title; where all people are named, what must be said of that, and
  /// beside it only where the plan is.
  var subtitle: String {
    let plan = plans.plans[plan]
    guard let footer = names.footer else { return names.line(of: self.plan) }
    let place = language.place(of: plan)
    return footer + " · " + (place.isEmpty ? names.title(of: self.plan) : place)
  }

  /// Each once, those that come most often first.
  func byFrequency(_ nodes: [NodeID]) -> [NodeID] {
    let counts = nodes.reduce(into: [NodeID: Int]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  func node(_ node: NodeID, _ shape: Diagram.Shape, detail: String? = nil) -> Diagram.Node {
    Diagram.Node(
      id: String(node.index), label: names.name(of: node), detail: detail, shape: shape)
  }

  /// The first nodes, and one that counts the rest; with its members, for the lines to it.
  func folded(
    _ nodes: [NodeID], limit: Int, _ shape: Diagram.Shape, _ kind: NodeKind,
    detail: (NodeID) -> String? = { _ in nil }
  ) -> Column {
    guard nodes.count > limit + 1 else {
      return Column(
        nodes: nodes.map { node($0, shape, detail: detail($0)) },
        ids: Dictionary(uniqueKeysWithValues: nodes.map { ($0, String($0.index)) }))
    }
    let bundle = "more-\(kind.word)"
    let rest = language.more(nodes.count - limit, kind)
    var ids = Dictionary(uniqueKeysWithValues: nodes.prefix(limit).map { ($0, String($0.index)) })
    for node in nodes.dropFirst(limit) { ids[node] = bundle }
    let shown = nodes.prefix(limit).map { node($0, shape, detail: detail($0)) }
    return Column(
      nodes: shown + [Diagram.Node(id: bundle, label: rest, shape: .bundle)], ids: ids)
  }

  /// A column's nodes, and the id under which each node of the graph is drawn.
  struct Column {
    let nodes: [Diagram.Node]
    let ids: [NodeID: String]
  }

  /// The legend for a middle column of a shape; of mechanisms only where the plan has any.
  func legend(
    _ middle: Diagram.Shape, _ tie: String, hasPlanned: Bool = false
  ) -> Diagram.Legend {
    let hasMechanisms = !plans.plans[plan].mechanisms.isEmpty
    var columns: [Diagram.Node] = [
      .init(id: "legend-fund", label: language.name(of: .fund), shape: .fund),
      .init(
        id: "legend-middle", label: language.name(of: middle == .issue ? .issue : .activity),
        shape: middle),
    ]
    var edges: [Diagram.Edge] = [
      .init(id: "legend-tie", from: "legend-fund", to: "legend-middle", line: .tie, label: tie),
      .init(
        id: "legend-opportunity", from: "legend-fund", to: "legend-middle", line: .opportunity,
        label: language.pick("ข้อเสนอ เลขตรงกับตาราง", "proposed; number as in the table")),
    ]
    if hasPlanned {
      edges.append(
        .init(
          id: "legend-planned", from: "legend-fund", to: "legend-middle", line: .planned,
          label: language.pick("ที่ประชุมเห็นชอบแล้ว", "agreed on by a meeting")))
    }
    if hasMechanisms {
      columns.append(
        .init(
          id: "legend-mechanism", label: language.name(of: .mechanism),
          detail: language.pick("เส้นบาง = สนับสนุนอยู่", "thin line = supports"),
          shape: .mechanism))
      edges.append(
        .init(
          id: "legend-support", from: "legend-middle", to: "legend-mechanism", line: .support))
    }
    return Diagram.Legend(
      title: language.pick("สัญลักษณ์", "Key"), columns: columns, edges: edges)
  }
}

/// Ties between the same two drawn nodes, drawn as one line.
struct BundledLines {
  private var order: [[String]] = []
  private var ties: [[String]: [EdgeID]] = [:]

  mutating func add(_ tie: EdgeID, _ from: String, _ to: String) {
    if ties[[from, to]] == nil { order.append([from, to]) }
    ties[[from, to], default: []].append(tie)
  }

  /// The lines; the id of each names the ties that it stands for.
  func edges(_ line: Diagram.Line) -> [Diagram.Edge] {
    order.map { ends in
      let ties = ties[ends] ?? []
      return Diagram.Edge(
        id: "tie-" + ties.map { String($0.rawValue) }.joined(separator: "-"), from: ends[0],
        to: ends[1], line: line, weight: ties.count)
    }
  }
}
