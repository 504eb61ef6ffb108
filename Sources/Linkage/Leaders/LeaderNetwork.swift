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
  /// The plan's leaders, ascending; node `i` of `people` is the leader at `i`.
  public let leaders: [NodeID]
  /// The projection to people: two leaders are tied by each activity, group, fund or tie of `links` that
  /// they share, and so many is the weight.
  public let people: SimpleGraph
  private let positions: [NodeID: Int]
  private let issuesOfNode: [NodeID: [NodeID]]
  private let askersOfLeader: [NodeID: Set<NodeID>]

  /// The network of a plan among those read.
  ///
  /// - Complexity: O(rows + ties of the plan + pairs of people that share a node).
  public init(_ plans: PlanGraph, plan: Int) {
    self.plans = plans
    self.plan = plan
    let graph = plans.graph
    let kinds: [NodeKind] = [.place, .activity, .leader, .organisation, .fund, .mechanism]
    nodes = kinds.flatMap { kind -> [NodeID] in
      let shared = graph.nodes(of: kind, in: 0).filter { plans.isNamed($0, in: plan) }
      return shared + Array(graph.nodes(of: kind, in: plan + 1))
    }
    let positions = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    self.positions = positions
    var ties: [(Int, Int)] = []
    var issues: [NodeID: Set<NodeID>] = [:]
    var askers: [NodeID: Set<NodeID>] = [:]
    for tie in plans.plans[plan].ties {
      let (from, to) = (plans.node(of: tie.from), plans.node(of: tie.to))
      if tie.relation == .askedBy {
        if from != to { askers[from, default: []].insert(to) }
      } else if graph.kind(of: to) == .issue {
        issues[from, default: []].insert(to)
      } else if let from = positions[from], let to = positions[to] {
        ties.append((from, to))
      }
    }
    self.graph = SimpleGraph(nodeCount: nodes.count, edges: ties)
    issuesOfNode = issues.mapValues { $0.sorted() }
    askersOfLeader = askers
    let leaders = Array(graph.nodes(of: .leader, in: plan + 1))
    self.leaders = leaders
    people = Self.projection(self.graph, to: leaders.compactMap { positions[$0] }) {
      [.activity, .organisation, .fund].contains(graph.kind(of: $0))
    } nodeAt: { [nodes] in
      nodes[$0]
    }
  }

  /// The graph among some of its nodes: tied by each neighbour of a kind that two share, and by a tie of
  /// their own.
  private static func projection(
    _ graph: SimpleGraph, to chosen: [Int], through isShared: (NodeID) -> Bool,
    nodeAt: (Int) -> NodeID
  ) -> SimpleGraph {
    let numbers = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    var ties: [(Int, Int, Double)] = []
    for node in 0..<graph.nodeCount {
      let members = graph.neighbours(of: node).compactMap { numbers[Int($0)] }
      if let own = numbers[node] {
        ties += members.filter { own < $0 }.map { (own, $0, 1) }
      } else if isShared(nodeAt(node)) {
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
  public func position(of node: NodeID) -> Int? { positions[node] }

  /// The nodes tied to a node, ascending.
  public func neighbours(of node: NodeID) -> [NodeID] {
    positions[node].map { graph.neighbours(of: $0).map { nodes[Int($0)] } } ?? []
  }

  /// How many other leaders share work, a group, a fund or a tie with a leader.
  public func companions(of leader: NodeID) -> Int {
    leaders.firstIndex(of: leader).map { people.degree(of: $0) } ?? 0
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
    activities(ledBy: leader).filter { plans.activity($0)?.isOpen == true }
  }

  /// The activities that a leader has carried through to done, ascending.
  public func doneActivities(of leader: NodeID) -> [NodeID] {
    activities(ledBy: leader).filter { plans.activity($0)?.status == .done }
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

extension PlanGraph {
  /// The activity of a node; nil where it is none.
  func activity(_ node: NodeID) -> Activity? { record(of: node) as? Activity }

  /// The leader of a node; nil where it is none.
  func leader(_ node: NodeID) -> Leader? { record(of: node) as? Leader }
}
