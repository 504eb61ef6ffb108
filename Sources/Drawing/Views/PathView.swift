public import Graphs
import Plans
public import Words

/// How two things hang together today: each path a row from the one to the other, the relation's word
/// on each line.
public struct PathView: Sendable {
  private let names: Names
  private let paths: [Path]

  /// The sheets of some paths between the same two nodes, the shortest first.
  public init(_ names: Names, _ paths: [Path]) {
    self.names = names
    self.paths = paths
  }

  /// Whether anything holds the two together.
  public var isTelling: Bool { !paths.isEmpty }

  /// The sheets, each of so many columns at most: longer paths go on on the next, which begins with the
  /// nodes where the last one ended.
  public func diagrams(limit: Int) -> [Diagram] {
    let columns = max(2, limit)
    let shown = drawable
    let length = shown.map(\.steps.count).max() ?? 0
    return stride(from: 0, to: length, by: columns - 1).map { first in
      diagram(shown, columns: first...min(first + columns - 1, length), of: length)
    }.numbered(names.language)
  }

  /// As many paths as find room on a sheet.
  private var drawable: [Path] {
    var count = 2
    return paths.enumerated().prefix { index, path in
      count += path.nodes.count - 2
      return index == 0 || count <= Diagram.nodeLimit
    }.map(\.element)
  }

  private func diagram(_ paths: [Path], columns: ClosedRange<Int>, of length: Int) -> Diagram {
    let language = names.language
    var seen: Set<String> = []
    var nodes: [[Diagram.Node]] = columns.map { _ in [] }
    var edges: [Diagram.Edge] = []
    for path in paths {
      // Where all is on one sheet, the paths meet at its right end, however short they are.
      let end = columns.count > length ? length : path.steps.count
      let places = Array(0..<path.steps.count) + [end]
      for (node, place) in zip(path.nodes, places) where columns.contains(place) {
        // A path that has just ended on the sheet before has nothing to begin here.
        if place == end, place == columns.lowerBound { continue }
        let id = "\(place)-\(node.index)"
        guard seen.insert(id).inserted else { continue }
        nodes[place - columns.lowerBound].append(
          Diagram.Node(
            id: id, label: names.name(of: node),
            shape: .init(names.plans.graph.kind(of: node))))
      }
      for (index, step) in path.steps.enumerated() {
        let (from, to) = (places[index], places[index + 1])
        let ends = ("\(from)-\(path.nodes[index].index)", "\(to)-\(step.neighbour.index)")
        let id = "step-\(step.edge.rawValue)-\(ends.0)-\(ends.1)"
        guard columns.contains(from), columns.contains(to), seen.insert(id).inserted else {
          continue
        }
        edges.append(
          Diagram.Edge(
            id: id, from: ends.0, to: ends.1, line: .plain,
            label: names.name(of: names.plans.relation(of: step.edge), step.direction)))
      }
    }
    return Diagram(
      key: "path", name: language.pick("เส้นทาง", "Path"), title: title(paths),
      subtitle: subtitle, columns: nodes, edges: edges, labelWidth: columns.count > 3 ? 14 : 20,
      legend: legend(paths))
  }

  private func title(_ paths: [Path]) -> String {
    guard let nodes = paths.first?.nodes, let first = nodes.first, let last = nodes.last else {
      return ""
    }
    let (from, to) = (names.name(of: first), names.name(of: last))
    return names.language.pick(
      "“\(from)” กับ “\(to)” เชื่อมกันอยู่อย่างไรในวันนี้?",
      "How do “\(from)” and “\(to)” hang together today?")
  }

  /// The plans that the paths lead through.
  private var subtitle: String {
    let plans = Set(paths.flatMap(\.nodes).compactMap(names.plans.plan(of:))).sorted()
    guard plans.count > 1 else {
      return ColumnView(names: names, plan: plans.first ?? 0).subtitle
    }
    return ([names.footer].compactMap(\.self) + plans.map(names.line(of:)))
      .joined(separator: " · ")
  }

  private func legend(_ paths: [Path]) -> Diagram.Legend {
    let language = names.language
    return Diagram.Legend(
      kinds: Set(paths.flatMap(\.nodes).map(names.plans.graph.kind(of:))), language,
      title: language.pick("สัญลักษณ์ (อ่านจากซ้ายไปขวา)", "Key (read from left to right)"))
  }
}

extension Diagram.Shape {
  /// The shape of a kind of node; that of an issue for a plan, which no view draws.
  init(_ kind: NodeKind) {
    switch kind {
    case .activity: self = .activity
    case .fund: self = .fund
    case .leader: self = .leader
    case .mechanism: self = .mechanism
    case .organisation: self = .organisation
    case .place: self = .place
    default: self = .issue
    }
  }
}
