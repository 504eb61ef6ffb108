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
  private let likenesses: [(step: LikeActivities.Step, columns: [LikeActivities.Column])]
  private let plans: PlanGraph?
  /// The kind of the proposed tie.
  let proposedKind: EdgeKind?
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
    proposedKind = approach.proposes.edgeKind
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
    likenesses = Self.likenesses(of: approach, columns)
    alike = PathCounter(
      graph, likenesses.isEmpty ? [] : Self.shared, from: .activity, to: .activity,
      damping: approach.damping)
  }

  /// The metapaths with a likeness, those of one first step together.
  private static func likenesses(
    of approach: Approach, _ columns: [Int]
  ) -> [(step: LikeActivities.Step, columns: [LikeActivities.Column])] {
    var found: [(step: LikeActivities.Step, columns: [LikeActivities.Column])] = []
    for (item, column) in zip(approach.metaPaths, columns) where !item.likeness.isEmpty {
      guard let first = item.metaPath.steps.first else { continue }
      let step = LikeActivities.Step(
        type: item.metaPath.edgeType(ofStep: 0), ahead: first.direction)
      let place = found.firstIndex { $0.step == step } ?? found.count
      if place == found.count { found.append((step, [])) }
      found[place].columns.append(.init(column: column, kinds: item.likeness))
    }
    return found
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
    fileprivate let activities: [LikeActivities]
  }

  /// Calls a closure with rows that `fill` fills again and again.
  func withRows<Result>(
    _ body: (inout PathRow, inout PathRow, inout PartMemory) -> Result
  ) -> Result {
    counter.withRow { row in
      alike.withRow { near in
        var memory = PartMemory(
          activities: likenesses.map { LikeActivities($0.step, $0.columns) })
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
    let tie = avoided.flatMap { node in proposedKind.map { (node: node, tie: $0) } }
    row.fill(from: target, within: part, avoiding: tie)
    guard comparesActivities, graph.kind(of: target) == .activity else { return }
    compare(&near, &memory, with: target, within: part)
    for activities in memory.activities { activities.add(to: &row, but: target) }
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
      for activities in memory.activities { activities.enter(part, self) }
    }
    if memory.target == target { return }
    memory.target = target
    near.fill(from: target, within: part)
    for activities in memory.activities {
      activities.compare(with: target, near, &memory.traits)
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
    let column = columns[index]
    guard comparesActivities,
      let group = likenesses.firstIndex(where: { $0.columns.contains { $0.column == column } })
    else { return [] }
    let (type, ahead) = (likenesses[group].step.type, likenesses[group].step.ahead)
    let degree = graph.degree(of: source, type, ahead, within: part)
    let tied = graph.adjacency(type, ahead).neighbours(of: source)
    return tied.compactMap { activity -> WeightedPath? in
      guard activity != target, graph.part(of: activity) == part,
        let nearness = memory.activities[group].nearness(of: activity, along: column),
        nearness > 0
      else { return nil }
      let own = graph.degree(of: activity, type, ahead.reversed, within: part)
      return WeightedPath(
        nodes: [source, activity, target], weight: weight(own, degree) * nearness)
    }.sorted()
  }

  /// What a walk's first step weighs between nodes of so many ties.
  func weight(_ own: Int, _ other: Int) -> Double {
    pow(Double(own * other), -approach.damping)
  }
}
