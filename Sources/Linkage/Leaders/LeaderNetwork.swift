public import Graphs
public import Plans

/// The people and the work of one plan, as the undirected simple graph that leaders are measured on.
///
/// Its nodes are the plan's leaders, organisations, funds, activities and places, and the mechanisms
/// that it names; its ties are those that the plan's own rows say, each pair once, whatever the relation
/// or direction. Plans and issues are left out, as everything meets there, and so is who asks whom
/// (`asked_by`), which is shown beside what is reckoned, never mixed in.
public struct LeaderNetwork: Sendable {
  /// The plans.
  public let plans: PlanGraph
  /// The plan's index.
  public let plan: Int
  /// The nodes, ascending; the graph's node `i` is the node at `i`.
  public let nodes: [NodeID]
  /// The ties between them.
  public let graph: SimpleGraph
  /// The plan's leaders, ascending.
  public let leaders: [NodeID]
  private let projected = Once<SimpleGraph>()
  private let issuesOfNode: [NodeID: [NodeID]]
  private let askersOfLeader: [NodeID: Set<NodeID>]

  /// The network of a plan among those read.
  ///
  /// - Complexity: O(rows + ties of the plan · log rows).
  public init(_ plans: PlanGraph, plan: Int) {
    self.plans = plans
    self.plan = plan
    let graph = plans.graph
    let kinds: [NodeKind] = [.place, .activity, .leader, .organisation, .fund, .mechanism]
    nodes = kinds.flatMap { kind -> [NodeID] in
      plans.sharedNodes(of: kind, namedIn: plan) + Array(graph.nodes(of: kind, in: plan + 1))
    }
    var ties: [(Int, Int)] = []
    var issues: [NodeID: Set<NodeID>] = [:]
    var askers: [NodeID: Set<NodeID>] = [:]
    let asking = Relation.askedBy.edgeKind
    let nodes = nodes
    plans.eachTie(of: plan) { from, to, kind in
      if kind == asking {
        if from != to { askers[from, default: []].insert(to) }
      } else if graph.kind(of: to) == .issue {
        issues[from, default: []].insert(to)
      } else if let from = nodes.position(of: from), let to = nodes.position(of: to) {
        ties.append((from, to))
      }
    }
    self.graph = SimpleGraph(nodeCount: nodes.count, edges: ties)
    issuesOfNode = issues.mapValues { $0.sorted() }
    askersOfLeader = askers
    leaders = Array(graph.nodes(of: .leader, in: plan + 1))
  }

  /// The projection to people: two leaders are tied by each activity, group, fund or tie of `links` that
  /// they share, and so many is the weight; node `i` is the leader at `i`.
  ///
  /// - Complexity: O(pairs of people that share a node), once.
  public var people: SimpleGraph {
    projected.value {
      Self.projection(graph, to: leaders.compactMap(position)) { node in
        [.activity, .organisation, .fund].contains(plans.graph.kind(of: nodes[node]))
      }
    }
  }

  /// The graph among some of its nodes: tied by each neighbour of a kind that two share, and by a tie of
  /// their own.
  private static func projection(
    _ graph: SimpleGraph, to chosen: [Int], through isShared: (Int) -> Bool
  ) -> SimpleGraph {
    var numbers = [Int](repeating: -1, count: graph.nodeCount)
    for (number, node) in chosen.enumerated() { numbers[node] = number }
    var ties: [(Int, Int, Double)] = []
    for node in 0..<graph.nodeCount {
      let members = graph.neighbours(of: node).map { numbers[Int($0)] }.filter { $0 >= 0 }
      let own = numbers[node]
      if own >= 0 {
        ties += members.filter { own < $0 }.map { (own, $0, 1) }
      } else if isShared(node) {
        for (index, member) in members.enumerated() {
          ties += members[..<index].map { ($0, member, 1) }
        }
      }
    }
    return SimpleGraph(nodeCount: chosen.count, weightedEdges: ties)
  }
}

extension LeaderNetwork {
  /// The number that a node has in `graph`; nil where it is not in the network.
  ///
  /// - Complexity: O(log nodes).
  public func position(of node: NodeID) -> Int? { nodes.position(of: node) }

  /// The nodes tied to a node, ascending.
  public func neighbours(of node: NodeID) -> [NodeID] {
    position(of: node).map { graph.neighbours(of: $0).map { nodes[Int($0)] } } ?? []
  }

  /// What the node at a position is.
  func kind(at position: Int) -> NodeKind { plans.graph.kind(of: nodes[position]) }

  /// The positions of the nodes of a kind; they follow one another.
  func positions(of kind: NodeKind) -> Range<Int> {
    let first = nodes.partitioningIndex { plans.graph.kind(of: $0) >= kind }
    return first..<nodes.partitioningIndex { plans.graph.kind(of: $0) > kind }
  }

  /// How many other leaders share work, a group, a fund or a tie with a leader.
  public func companions(of leader: NodeID) -> Int {
    leaders.position(of: leader).map { people.degree(of: $0) } ?? 0
  }

  /// The nodes of a kind tied to a node, ascending.
  public func neighbours(of node: NodeID, _ kind: NodeKind) -> [NodeID] {
    neighbours(of: node).filter { plans.graph.kind(of: $0) == kind }
  }

  /// The issues that the plan's rows tie to a node, ascending.
  public func issues(of node: NodeID) -> [NodeID] { issuesOfNode[node] ?? [] }

  /// Who comes to a leader for advice, each once, ascending; nil where nobody is on record.
  public func askers(of leader: NodeID) -> [NodeID]? { askersOfLeader[leader]?.sorted() }

  /// Whether the plan says at all who asks whom.
  public var hasAskers: Bool { !askersOfLeader.isEmpty }

  /// The activities that a leader leads, ascending.
  public func activities(ledBy leader: NodeID) -> [NodeID] {
    plans.neighbours(of: leader, .leads, .forward)
  }

  /// The activities that a leader leads and that are neither done nor stopped, ascending; what the plan
  /// does not say counts as going on.
  public func presentActivities(of leader: NodeID) -> [NodeID] {
    activities(ledBy: leader).filter(plans.isOpenActivity)
  }

  /// The places that a leader stands for, ascending: the home, and those of work that the leader leads,
  /// unless that names more than half of the plan's places and so is the whole tambon's.
  public func places(of leader: NodeID) -> [NodeID] {
    let homes = plans.neighbours(of: leader, .livesIn, .forward)
    let own = activities(ledBy: leader).flatMap(localPlaces)
    return Set(homes + own).sorted()
  }

  /// The places of work or of a group, unless these are more than half of the plan's, and more than one.
  func localPlaces(of node: NodeID) -> [NodeID] {
    let places = plans.neighbours(of: node, .locatedIn, .forward)
    let isLocal = places.count == 1 || places.count * 2 <= plans.plans[plan].places.count
    return isLocal ? places : []
  }

  /// The issues that a leader stands for, ascending: named in the leader's own row, or of work that the
  /// leader leads.
  public func issues(ofLeader leader: NodeID) -> [NodeID] {
    Set(issues(of: leader) + activities(ledBy: leader).flatMap(issues(of:))).sorted()
  }
}

extension [NodeID] {
  /// Where a node stands in ascending ones; nil where it does not.
  fileprivate func position(of node: NodeID) -> Int? {
    let index = partitioningIndex { $0 >= node }
    return index < count && self[index] == node ? index : nil
  }

  /// The first position where something holds that holds from there on; the end where it never does.
  func partitioningIndex(where holds: (NodeID) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension PlanGraph {
  /// The nodes that plans share and that a plan's own rows name, ascending.
  ///
  /// - Complexity: O(the plan's rows of the kind).
  func sharedNodes(of kind: NodeKind, namedIn plan: Int) -> [NodeID] {
    guard !graph.nodes(of: kind, in: 0).isEmpty else { return [] }
    let named = (0..<plans[plan].count(of: kind)).map {
      node(of: NodeReference(plan: plan, kind: kind, index: $0))
    }
    return Set(named.filter { graph.part(of: $0) == 0 }).sorted()
  }

  /// The activity of a node; nil where it is none.
  func activity(_ node: NodeID) -> Activity? {
    guard graph.kind(of: node) == .activity, let plan = plan(of: node) else { return nil }
    return plans[plan].activities[row(of: node)]
  }

  /// How far an activity is; nil where that is not known.
  func status(ofActivity node: NodeID) -> Activity.Status? {
    plan(of: node).flatMap { plans[$0].activities[row(of: node)].status }
  }

  /// Whether a node is an activity that is neither done nor stopped.
  func isOpenActivity(_ node: NodeID) -> Bool {
    guard graph.kind(of: node) == .activity, let plan = plan(of: node) else { return false }
    return plans[plan].activities[row(of: node)].isOpen
  }

  /// The leader of a node; nil where it is none.
  func leader(_ node: NodeID) -> Leader? {
    guard graph.kind(of: node) == .leader, let plan = plan(of: node) else { return nil }
    return plans[plan].leaders[row(of: node)]
  }
}
