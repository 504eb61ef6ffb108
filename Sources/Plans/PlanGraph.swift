public import Graphs

/// Plans as one typed graph.
///
/// Each plan is a part of the graph. Issues of one meaning, and mechanisms of one name that reach a
/// province or the nation, are one node that all plans share (part 0); all else stays with its plan.
public struct PlanGraph: Sendable {
  /// The plans.
  public let plans: [Plan]
  /// The graph; node kinds and edge kinds are those of FORMAT, then the planners' own words.
  public let graph: Graph
  /// The relations by edge kind.
  private let relations: [Relation]
  private let layout: NodeLayout
  private let tieNumbers: TieNumbers

  /// Builds the graph; ties said twice are one.
  ///
  /// - Complexity: O(records + ties).
  public init(_ plans: [Plan]) {
    self.plans = plans
    var builder = GraphBuilder()
    layout = NodeLayout(plans, addingTo: &builder)
    let kinds = RelationKinds(plans)
    var starts = [Int32(0)]
    for plan in plans {
      starts.append(starts[starts.count - 1] + Int32(plan.activities.count + plan.ties.count))
    }
    let numbers = EdgeColumns.add(plans, starts, layout, kinds, to: &builder)
    let built = builder.build(mergesParallelEdges: true)
    graph = built.graph
    relations = kinds.relations
    tieNumbers = TieNumbers(numbers: built.addedAs.map { numbers[Int($0)] }, starts: starts)
  }

  /// The rows that a node stands for: one, or for a shared node one of each plan that names it.
  public func references(of node: NodeID) -> [NodeReference] { layout.references(of: node) }

  /// The node of a row.
  public func node(of reference: NodeReference) -> NodeID { layout.node(reference) }

  /// The index of the row that a node stands for among those of its kind, in the first plan that names it.
  public func row(of node: NodeID) -> Int { layout.first(of: node).index }

  /// The record of a node, of the first plan that names it; nil for the node of a plan.
  public func record(of node: NodeID) -> (any PlanRecord)? {
    let first = layout.first(of: node)
    return plans[first.plan].record(first.kind, first.index)
  }

  /// The index of the plan that a node belongs to; nil where plans share it.
  public func plan(of node: NodeID) -> Int? {
    let part = graph.part(of: node)
    return part == 0 ? nil : part - 1
  }

  /// The id outside of its plan: `plan/id`; for an issue `issue/name`.
  ///
  /// A leader whose id may not be shown gets the row's number in its place: the number of an identity
  /// card, or the name of one who has not consented, where the row gives no other id.
  public func id(of node: NodeID) -> String {
    let first = layout.first(of: node)
    let plan = plans[first.plan]
    switch first.kind {
    case .plan: return plan.id
    case .issue: return "issue/" + plan.issues[first.index].name
    case .leader:
      let leader = plan.leaders[first.index]
      let isNamed = MatchKey.name(leader.id) == MatchKey.name(leader.name)
      if isNamed && !leader.consent || NationalID.isNumber(leader.id) {
        return "\(plan.id)/leader-\(first.index + 1)"
      }
      return plan.id + "/" + leader.id
    default: return plan.fullID(first.kind, first.index)
    }
  }

  /// The id of a node as a plan's own rows know it; another plan's where it names it alone.
  public func id(of node: NodeID, in plan: Int) -> String {
    guard let own = references(of: node).first(where: { $0.plan == plan }), own.kind != .issue
    else {
      return id(of: node)
    }
    return own.kind == .leader ? id(of: node) : fullID(own)
  }

  /// Whether a row of a plan stands for a node.
  public func isNamed(_ node: NodeID, in plan: Int) -> Bool {
    let part = graph.part(of: node)
    return part == 0 ? layout.isNamed(node, in: plan) : part == plan + 1
  }

  /// The relation of an edge.
  public func relation(of edge: EdgeID) -> Relation {
    relations[Int(graph.type(of: edge).kind.rawValue)]
  }

  /// The relation of a kind of edge.
  public func relation(of kind: EdgeKind) -> Relation { relations[Int(kind.rawValue)] }

  /// The ties of a node by a relation, along it or against it.
  ///
  /// - Complexity: O(edge types + the node's ties by the relation).
  public func ties(
    of node: NodeID, _ relation: Relation, _ direction: Direction
  ) -> [Graph.Incidence] {
    guard let index = relations.firstIndex(of: relation) else { return [] }
    return graph.incidences(of: node, EdgeKind(rawValue: UInt8(index)), direction)
  }

  /// The nodes tied to a node by a relation, along it or against it.
  ///
  /// - Complexity: O(edge types + the node's ties by the relation).
  public func neighbours(
    of node: NodeID, _ relation: Relation, _ direction: Direction
  ) -> [NodeID] {
    guard let index = relations.firstIndex(of: relation) else { return [] }
    return graph.neighbours(of: node, EdgeKind(rawValue: UInt8(index)), direction)
  }

  /// Calls a closure with the ends of each tie that a plan's rows say, in their order, and with the kind
  /// of its edge.
  public func eachTie(of plan: Int, _ body: (NodeID, NodeID, EdgeKind) -> Void) {
    let ties = plans[plan].ties
    let ofPlan = ties.numberedRelations.map(edgeKind)
    for place in ties.indices {
      let (from, to) = ties.nodes(place)
      let kind =
        ties.relationNumber(place).map { ofPlan[$0] } ?? edgeKind(of: ties[place].relation)
      body(layout.node(from), layout.node(to), kind)
    }
  }

  private func edgeKind(of relation: Relation) -> EdgeKind {
    let index = relations.firstIndex(of: relation) ?? relations.firstIndex(of: .partners) ?? 0
    return EdgeKind(rawValue: UInt8(index))
  }

  /// The tie that an edge was made of; nil for `part_of`.
  public func tie(of edge: EdgeID) -> Tie? {
    let (plan, number) = tieNumbers[edge]
    let place = number - plans[plan].activities.count
    return place < 0 ? nil : plans[plan].ties[place]
  }

  /// The nodes that a planner's word may mean: a full id, else ids and exact names within plans.
  ///
  /// - Complexity: O(nodes).
  public func nodes(named word: String) -> [NodeID] {
    let key = MatchKey.name(word)
    if key.isEmpty { return [] }
    let full = graph.nodes.filter { node in
      MatchKey.name(id(of: node)) == key
        || references(of: node).contains { MatchKey.name(fullID($0)) == key }
    }
    if !full.isEmpty { return full }
    let ids = graph.nodes.filter { node in
      references(of: node).contains {
        plans[$0.plan].header($0.kind, $0.index).map { MatchKey.name($0.id) } == key
      }
    }
    if !ids.isEmpty { return ids }
    return graph.nodes.filter { MatchKey.name(record(of: $0)?.name ?? "") == key }
  }

  private func fullID(_ reference: NodeReference) -> String {
    plans[reference.plan].fullID(reference.kind, reference.index)
  }
}
