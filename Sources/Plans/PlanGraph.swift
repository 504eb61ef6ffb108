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
  private let records: [[NodeReference]]
  private let nodes: [NodeKind: [[NodeID]]]
  private let ties: [EdgeID: (plan: Int, tie: Int)]

  /// Builds the graph; ties said twice are one.
  ///
  /// - Complexity: O(records + ties).
  public init(_ plans: [Plan]) {
    self.plans = plans
    var builder = GraphBuilder()
    var layout = NodeLayout(plans)
    layout.addNodes(to: &builder)
    var relations = Relation.known
    var kinds = Dictionary(
      uniqueKeysWithValues: relations.enumerated().map { ($1, EdgeKind(rawValue: UInt8($0))) })
    var added: [(plan: Int, tie: Int)?] = []
    for (plan, content) in plans.enumerated() {
      for activity in content.activities.indices {
        let node = NodeReference(plan: plan, kind: .activity, index: activity)
        builder.addEdge(
          Relation.partOf.edgeKind ?? EdgeKind(rawValue: 0), from: layout.node(node),
          to: NodeID(plan))
        added.append(nil)
      }
      for (index, tie) in content.ties.enumerated() {
        // 256 words of relations are more than any meeting tells apart; the rest are partners.
        if kinds[tie.relation] == nil, relations.count < 256 {
          kinds[tie.relation] = EdgeKind(rawValue: UInt8(relations.count))
          relations.append(tie.relation)
        }
        let kind = kinds[tie.relation] ?? kinds[.partners] ?? EdgeKind(rawValue: 0)
        builder.addEdge(kind, from: layout.node(tie.from), to: layout.node(tie.to))
        added.append((plan, index))
      }
    }
    let built = builder.build(mergesParallelEdges: true)
    graph = built.graph
    self.relations = relations
    records = layout.records
    nodes = layout.nodes
    var ties: [EdgeID: (plan: Int, tie: Int)] = [:]
    for (edge, number) in built.addedAs.enumerated() {
      if let tie = added[Int(number)] { ties[EdgeID(edge)] = tie }
    }
    self.ties = ties
  }

  /// The rows that a node stands for: one, or for a shared node one of each plan that names it.
  public func references(of node: NodeID) -> [NodeReference] { records[node.index] }

  /// The node of a row.
  public func node(of reference: NodeReference) -> NodeID {
    nodes[reference.kind]?[reference.plan][reference.index] ?? NodeID(reference.plan)
  }

  /// The record of a node, of the first plan that names it; nil for the node of a plan.
  public func record(of node: NodeID) -> (any PlanRecord)? {
    records[node.index].first.flatMap { plans[$0.plan].record($0.kind, $0.index) }
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
    guard let first = records[node.index].first else { return "" }
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
    references(of: node).contains { $0.plan == plan }
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

  /// The tie that an edge was made of; nil for `part_of`.
  public func tie(of edge: EdgeID) -> Tie? {
    ties[edge].map { plans[$0.plan].ties[$0.tie] }
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
        plans[$0.plan].record($0.kind, $0.index).map { MatchKey.name($0.id) } == key
      }
    }
    if !ids.isEmpty { return ids }
    return graph.nodes.filter { MatchKey.name(record(of: $0)?.name ?? "") == key }
  }

  private func fullID(_ reference: NodeReference) -> String {
    plans[reference.plan].fullID(reference.kind, reference.index)
  }
}

/// Numbers the nodes: by kind, shared ones first, then plan by plan.
private struct NodeLayout {
  let plans: [Plan]
  private(set) var records: [[NodeReference]] = []
  private(set) var nodes: [NodeKind: [[NodeID]]] = [:]

  init(_ plans: [Plan]) { self.plans = plans }

  func node(_ reference: NodeReference) -> NodeID {
    nodes[reference.kind]?[reference.plan][reference.index] ?? NodeID(reference.plan)
  }

  mutating func addNodes(to builder: inout GraphBuilder) {
    for kind in NodeKind.all {
      nodes[kind] = plans.map { plan in
        [NodeID](repeating: NodeID(0), count: kind == .plan ? 1 : plan.count(of: kind))
      }
      addShared(kind, to: &builder)
      for plan in plans.indices {
        for index in order(of: kind, in: plan) {
          let reference = NodeReference(plan: plan, kind: kind, index: index)
          guard sharedKey(reference) == nil else { continue }
          set(reference, builder.addNode(kind, part: plan + 1))
          records.append([reference])
        }
      }
    }
  }

  /// The rows of a kind by their ids, issues by what makes them one, so that the order in which rows
  /// were typed changes nothing.
  private func order(of kind: NodeKind, in plan: Int) -> [Int] {
    let content = plans[plan]
    if kind == .plan { return [0] }
    if kind == .issue { return NaturalOrder.positions(of: content.issues.map(\.key)) }
    return NaturalOrder.positions(
      of: (0..<content.count(of: kind)).map { content.record(kind, $0)?.id ?? "" })
  }

  private mutating func addShared(_ kind: NodeKind, to builder: inout GraphBuilder) {
    guard kind == .issue || kind == .mechanism else { return }
    var known: [String: NodeID] = [:]
    for plan in plans.indices {
      for index in order(of: kind, in: plan) {
        let reference = NodeReference(plan: plan, kind: kind, index: index)
        guard let key = sharedKey(reference) else { continue }
        if let node = known[key] {
          records[node.index].append(reference)
          set(reference, node)
        } else {
          let node = builder.addNode(kind, part: 0)
          known[key] = node
          records.append([reference])
          set(reference, node)
        }
      }
    }
  }

  /// What rows of several plans share that are one node; nil where the row stays with its plan.
  private func sharedKey(_ reference: NodeReference) -> String? {
    let plan = plans[reference.plan]
    switch reference.kind {
    case .issue: return plan.issues[reference.index].key
    case .mechanism:
      let mechanism = plan.mechanisms[reference.index]
      return mechanism.isShared ? MatchKey.name(mechanism.name) : nil
    default: return nil
    }
  }

  private mutating func set(_ reference: NodeReference, _ node: NodeID) {
    nodes[reference.kind]?[reference.plan][reference.index] = node
  }
}
