import Glibc
import Graphs
import Plans

/// What the metapaths of an approach count for all nodes that could be linked to one, row by row.
///
/// A row belongs to a node that links would reach, seen from a part; its columns are the approach's
/// metapaths in their order.
struct FeatureTable: Sendable {
  let graph: Graph
  let approach: Approach
  /// For each metapath of the approach the column of the row.
  let columns: [Int]
  private let counter: PathCounter
  private let alike: PathCounter
  private let likenesses: [(column: Int, kinds: [Likeness], type: EdgeType, ahead: Direction)]
  private let traits: ActivityTraits?
  /// Who has the proposed tie to a reached node: along it, and, where it was said the other way round,
  /// against it.
  let proposed: (along: Adjacency, against: Adjacency)

  /// The nearness below which two activities are not like each other.
  ///
  /// That is further than five years, more than tenfold, hardly a word in common: what is farther would
  /// only count, never explain.
  private static let least: [Likeness: Double] = [.years: 0.08, .size: 0.1, .name: 0.1]

  init(_ graph: Graph, _ approach: Approach, _ traits: ActivityTraits?) {
    self.graph = graph
    self.approach = approach
    self.traits = traits
    proposed =
      approach.proposes.edgeKind.map { kind in
        (
          graph.adjacency(EdgeType(kind, from: approach.from, to: approach.to), .backward),
          graph.adjacency(EdgeType(kind, from: approach.to, to: approach.from), .forward)
        )
      } ?? (.empty, .empty)
    let walks = approach.metaPaths.filter(\.likeness.isEmpty)
    var (next, more) = (0, walks.count)
    var columns: [Int] = []
    for item in approach.metaPaths {
      columns.append(item.likeness.isEmpty ? next : more)
      if item.likeness.isEmpty { next += 1 } else { more += 1 }
    }
    self.columns = columns
    counter = PathCounter(
      graph, walks.map(\.metaPath.reversed), from: approach.to, to: approach.from,
      damping: approach.damping, moreColumns: approach.metaPaths.count - walks.count)
    likenesses = zip(approach.metaPaths, columns).compactMap { item, column in
      guard !item.likeness.isEmpty, let step = item.metaPath.steps.first else { return nil }
      return (column, item.likeness, item.metaPath.edgeType(ofStep: 0), step.direction)
    }
    alike = PathCounter(
      graph, likenesses.isEmpty ? [] : Self.shared, from: .activity, to: .activity,
      damping: approach.damping)
  }

  /// Activities that share issues, and that share places.
  private static let shared = [
    (Likeness.issue, Relation.about, NodeKind.issue),
    (Likeness.place, Relation.locatedIn, NodeKind.place),
  ].compactMap { likeness, relation, kind in
    relation.edgeKind.map {
      MetaPath(
        likeness.rawValue, from: .activity,
        [.init($0, .forward, to: kind), .init($0, .backward, to: .activity)])
    }
  }

  /// What a thread knows of the part that it is in.
  struct PartMemory {
    fileprivate var part = -1
    fileprivate var sources: [Source] = []
  }

  /// An activity with those who are tied to it, as a walk with a likeness passes it.
  fileprivate struct Source {
    let activity: NodeID
    let column: Int
    let kinds: [Likeness]
    let ends: [(node: NodeID, weight: Double)]
  }

  /// Calls a closure with rows that `fill` fills again and again.
  func withRows<Result>(
    _ body: (inout PathRow, inout PathRow, inout PartMemory) -> Result
  ) -> Result {
    counter.withRow { row in
      alike.withRow { near in
        var memory = PartMemory()
        return body(&row, &near, &memory)
      }
    }
  }

  /// What a filled row says of a node in a column of the approach.
  @inline(__always)
  func paths(_ row: borrowing PathRow, _ index: Int, along column: Int) -> PathCount {
    row.paths(index, along: columns[column])
  }

  /// For each of some reached nodes all paths along the approach's metapaths that are walks, by the
  /// column of the metapath.
  ///
  /// - Complexity: O(walks of all metapaths from the nodes), on all cores.
  func walkedPaths(_ requests: [PathRequest]) -> [[PathList]] { counter.paths(requests) }

  /// Fills the row of a node as seen from a part.
  ///
  /// - Parameter avoided: A node whose tie to the row's is taken for not there; its own paths that
  ///   begin with that kind of tie keep the weight that the tie gives them.
  /// - Complexity: O(walks of all metapaths from the node + activities that have the proposed tie).
  func fill(
    _ row: inout PathRow, _ near: inout PathRow, _ memory: inout PartMemory, from target: NodeID,
    within part: Int, avoiding avoided: NodeID? = nil
  ) {
    let tie = avoided.flatMap { node in approach.proposes.edgeKind.map { (node: node, tie: $0) } }
    row.fill(from: target, within: part, avoiding: tie)
    guard let traits, !likenesses.isEmpty, graph.kind(of: target) == .activity else { return }
    if memory.part != part { memory = PartMemory(part: part, sources: sources(in: part)) }
    near.fill(from: target, within: part)
    for source in memory.sources where source.activity != target {
      let nearness = nearness(source.kinds, source.activity, target, near, traits)
      if nearness <= 0 { continue }
      for end in source.ends { row.add(end.weight * nearness, to: end.node, along: source.column) }
    }
  }

  /// Whether any metapath of the approach goes over a likeness of activities.
  var comparesActivities: Bool { traits != nil && !likenesses.isEmpty }

  /// Calls a closure with a row that, filled from an activity, says how near others are to it.
  func withNear<Result>(_ body: (inout PathRow) -> Result) -> Result { alike.withRow(body) }

  /// All paths of a metapath with a likeness from one node to another, with their weights.
  ///
  /// - Parameter near: A row of `withNear`, filled from the second node.
  /// - Complexity: O(activities that the first node is tied to).
  func likePaths(
    along index: Int, from source: NodeID, to target: NodeID, within part: Int,
    _ near: borrowing PathRow
  ) -> [WeightedPath] {
    guard let traits, let item = likenesses.first(where: { $0.column == columns[index] }) else {
      return []
    }
    let degree = graph.degree(of: source, item.type, item.ahead, within: part)
    let activities = graph.adjacency(item.type, item.ahead).neighbours(of: source)
    return activities.compactMap { activity -> WeightedPath? in
      guard activity != target, graph.part(of: activity) == part else { return nil }
      let nearness = nearness(item.kinds, activity, target, near, traits)
      guard nearness > 0 else { return nil }
      let own = graph.degree(of: activity, item.type, item.ahead.reversed, within: part)
      return WeightedPath(
        nodes: [source, activity, target], weight: weight(own, degree) * nearness)
    }.sorted()
  }

  /// What a walk's first step weighs between nodes of so many ties.
  private func weight(_ own: Int, _ other: Int) -> Double {
    pow(Double(own * other), -approach.damping)
  }

  private func nearness(
    _ kinds: [Likeness], _ activity: NodeID, _ target: NodeID, _ near: borrowing PathRow,
    _ traits: ActivityTraits
  ) -> Double {
    var product = 1.0
    for kind in kinds {
      switch kind {
      case .issue: product *= near.paths(to: activity, along: 0).weight
      case .place: product *= near.paths(to: activity, along: 1).weight
      case .years, .size, .name:
        let nearness = traits.nearness(kind, activity, target)
        product *= nearness < Self.least[kind] ?? 0 ? 0 : nearness
      }
      if product == 0 { return 0 }
    }
    return product
  }

  private func sources(in part: Int) -> [Source] {
    likenesses.flatMap { item -> [Source] in
      let back = graph.adjacency(item.type, item.ahead.reversed)
      return graph.nodes(of: .activity, in: part).compactMap { activity in
        let ends = back.neighbours(of: activity)
        guard !ends.isEmpty else { return nil }
        let own = graph.degree(of: activity, item.type, item.ahead.reversed, within: part)
        return Source(
          activity: activity, column: item.column, kinds: item.kinds,
          ends: ends.map { end in
            let degree = graph.degree(of: end, item.type, item.ahead, within: part)
            return (end, weight(own, degree))
          })
      }
    }
  }
}
