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
  private let likenesses: [(column: Int, kinds: [Likeness], step: LikeActivities.Step)]
  /// The first steps of the metapaths with a likeness, each once, and by metapath which it is.
  private let steps: [LikeActivities.Step]
  private let groups: [Int]
  /// By first step the kinds of likeness that are asked for.
  private let kindsOfGroups: [[Likeness]]
  private let plans: PlanGraph?
  /// Who has the proposed tie to a reached node: along it, and, where it was said the other way round,
  /// against it.
  let proposed: (along: Adjacency, against: Adjacency)

  /// A table of an approach.
  ///
  /// - Parameters:
  ///   - graph: The graph that is walked.
  ///   - plans: The plans whose activities are compared; where nil, none are.
  init(_ graph: Graph, _ approach: Approach, comparing plans: PlanGraph?) {
    self.graph = graph
    self.approach = approach
    self.plans = plans
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
    let likenesses = zip(approach.metaPaths, columns).compactMap {
      item, column -> (column: Int, kinds: [Likeness], step: LikeActivities.Step)? in
      guard !item.likeness.isEmpty, let step = item.metaPath.steps.first else { return nil }
      return (
        column, item.likeness, .init(type: item.metaPath.edgeType(ofStep: 0), ahead: step.direction)
      )
    }
    self.likenesses = likenesses
    let all = likenesses.map(\.step)
    let steps = all.indices.filter { all.firstIndex(of: all[$0]) == $0 }.map { all[$0] }
    self.steps = steps
    groups = all.map { step in steps.firstIndex(of: step) ?? 0 }
    kindsOfGroups = steps.map { step in
      let asked = Set(zip(all, likenesses).filter { $0.0 == step }.flatMap(\.1.kinds))
      return Likeness.allCases.filter(asked.contains)
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

  /// What a thread knows of the activities of the part that it is in.
  struct PartMemory {
    fileprivate var part = -1
    fileprivate var target = NodeID(-1)
    fileprivate var traits = ActivityTraits()
    /// By likeness of the approach those whose activities are compared.
    fileprivate var sources: [LikeActivities] = []
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
    guard comparesActivities, graph.kind(of: target) == .activity else { return }
    compare(&near, &memory, with: target, within: part)
    for (item, group) in zip(likenesses, groups) {
      memory.sources[group].add(item.kinds, to: &row, along: item.column, but: target)
    }
  }

  /// Finds out how near the activities of a part are to one.
  func compare(
    _ near: inout PathRow, _ memory: inout PartMemory, with target: NodeID, within part: Int
  ) {
    guard let plans else { return }
    if memory.part != part {
      memory.part = part
      memory.target = NodeID(-1)
      memory.traits.enter(part - 1, of: plans)
      memory.sources = steps.map { LikeActivities(self, $0, part) }
    }
    if memory.target == target { return }
    memory.target = target
    near.fill(from: target, within: part)
    for (group, kinds) in zip(memory.sources.indices, kindsOfGroups) {
      memory.sources[group].compare(kinds, with: target, near, &memory.traits)
    }
  }

  /// Whether any metapath of the approach goes over a likeness of activities.
  var comparesActivities: Bool { plans != nil && !likenesses.isEmpty }

  /// All paths of a metapath with a likeness from one node to another, with their weights.
  ///
  /// - Parameter memory: What `compare` knows of the second node.
  /// - Complexity: O(activities of the part + those that the first node is tied to).
  func likePaths(
    along index: Int, from source: NodeID, to target: NodeID, within part: Int,
    _ memory: borrowing PartMemory
  ) -> [WeightedPath] {
    guard comparesActivities, let place = likenesses.firstIndex(where: { $0.column == columns[index] })
    else { return [] }
    let item = likenesses[place]
    let degree = graph.degree(of: source, item.step.type, item.step.ahead, within: part)
    let tied = graph.adjacency(item.step.type, item.step.ahead).neighbours(of: source)
    let activities = memory.sources[groups[place]]
    return tied.compactMap { activity -> WeightedPath? in
      guard activity != target, graph.part(of: activity) == part,
        let nearness = activities.nearness(item.kinds, of: activity), nearness > 0
      else { return nil }
      let own = graph.degree(of: activity, item.step.type, item.step.ahead.reversed, within: part)
      return WeightedPath(
        nodes: [source, activity, target], weight: weight(own, degree) * nearness)
    }.sorted()
  }

  /// What a walk's first step weighs between nodes of so many ties.
  func weight(_ own: Int, _ other: Int) -> Double {
    pow(Double(own * other), -approach.damping)
  }
}
