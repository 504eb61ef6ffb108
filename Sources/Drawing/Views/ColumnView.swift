import Graphs
import Linkage
import Plans
import Words

/// What the views have in common: funds at the left, work in the middle, mechanisms at the right.
struct ColumnView: Sendable {
  let names: Names
  let plan: Int

  var language: Language { names.language }
  var plans: PlanGraph { names.plans }

  /// Plan, place and the year of the data under a title, as far as they are known; where all people
  /// are named, what must be said of that comes first, and the plan's name is left to other sheets.
  var subtitle: String {
    guard let footer = names.footer else { return names.line(of: plan) }
    let place = language.placeAndYear(of: plans.plans[plan])
    return footer + " · " + (place.isEmpty ? names.title(of: plan) : place)
  }

  /// Each once, those that come most often first.
  func byFrequency(_ nodes: [NodeID]) -> [NodeID] {
    let counts = nodes.reduce(into: [NodeID: Int]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The nodes that find room, and one that counts the rest; with its members, for the lines to it.
  ///
  /// - Parameters:
  ///   - nodes: All of the column, the most important first.
  ///   - room: How many nodes may be drawn, the count of the rest among them.
  ///   - prefix: What ids begin with, where nodes may stand in several columns.
  func folded(
    _ nodes: [NodeID], room: Int, _ shape: Diagram.Shape, _ kind: NodeKind, prefix: String = "",
    detail: (NodeID) -> String? = { _ in nil }
  ) -> Column {
    let fits = nodes.count <= room
    let shown = fits ? nodes[...] : nodes.prefix(max(room - 1, 0))
    var ids = Dictionary(uniqueKeysWithValues: shown.map { ($0, prefix + String($0.index)) })
    let drawn = shown.map { node in
      Diagram.Node(
        id: ids[node] ?? "", label: names.name(of: node), detail: detail(node), shape: shape)
    }
    guard !fits else { return Column(nodes: drawn, ids: ids) }
    let bundle = bundle(of: nodes.count - shown.count, kind, prefix: prefix)
    for node in nodes.dropFirst(shown.count) { ids[node] = bundle.id }
    return Column(nodes: drawn + [bundle], ids: ids)
  }

  /// A node that counts others instead of showing them.
  func bundle(of count: Int, _ kind: NodeKind, prefix: String = "") -> Diagram.Node {
    Diagram.Node(
      id: "\(prefix)more-\(kind.word)", label: language.more(count, kind), shape: .bundle)
  }

  /// Each once, in the order in which they come first.
  func unique(_ nodes: [NodeID]) -> [NodeID] {
    var seen: Set<NodeID> = []
    return nodes.filter { seen.insert($0).inserted }
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
        label: language.proposedAsInTheTable),
    ]
    if hasPlanned {
      edges.append(
        .init(
          id: "legend-planned", from: "legend-fund", to: "legend-middle", line: .planned,
          label: language.agreedOnByAMeeting))
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

  /// The lines; the id of each names the ties that it stands for, and a letter where another line stands
  /// for the same ones: an activity of two issues has its fund at both.
  func edges(_ line: Diagram.Line) -> [Diagram.Edge] {
    var seen: [String: Int] = [:]
    return order.map { ends in
      let ties = ties[ends] ?? []
      let id = "tie-" + ties.map { String($0.rawValue) }.joined(separator: "-")
      let times = seen[id, default: 0]
      seen[id] = times + 1
      let letter = times == 0 ? "" : "-" + String(UnicodeScalar(UInt8(97 + min(times, 25))))
      return Diagram.Edge(
        id: id + letter + (times > 25 ? String(times) : ""), from: ends[0], to: ends[1], line: line,
        weight: ties.count)
    }
  }
}

extension [Diagram.Edge] {
  /// Of lines with one id the first.
  func uniqued() -> [Diagram.Edge] {
    var seen: Set<String> = []
    return filter { seen.insert($0.id).inserted }
  }
}
