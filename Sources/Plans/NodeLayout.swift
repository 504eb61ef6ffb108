import Graphs

/// Numbers the nodes: by kind, shared ones first, then plan by plan.
struct NodeLayout: Sendable {
  /// The nodes of the rows of one kind, plan by plan.
  private struct Rows {
    /// Where the rows of each plan begin; one more for the end.
    var starts: [Int32] = [0]
    var nodes: [NodeID] = []
  }

  /// By kind.
  private var rows: [Rows] = []
  /// By node the row that it stands for; of a node that plans share the first.
  private var firsts: [NodeReference] = []
  /// Of a node that plans share all rows, where they are several.
  private var others: [NodeID: [NodeReference]] = [:]

  /// Adds a node for every row of the plans, and one for the rows that plans share.
  init(_ plans: [Plan], addingTo builder: inout GraphBuilder) {
    for kind in NodeKind.all {
      let orders = concurrentMap(plans.count, grain: 64) { Order(kind, plans[$0]) }
      var starts = [Int32(0)]
      starts.reserveCapacity(plans.count + 1)
      for order in orders { starts.append(starts[starts.count - 1] + Int32(order.count)) }
      let count = Int(starts[starts.count - 1])
      var nodes = [NodeID](repeating: NodeID(0), count: count)
      firsts.reserveCapacity(firsts.count + count)
      addShared(kind, orders, starts, &nodes, to: &builder)
      for (plan, order) in orders.enumerated() where !order.own.isEmpty {
        let first = builder.addNodes(order.own.count, kind, part: plan + 1).index
        for (place, index) in order.own.enumerated() {
          nodes[Int(starts[plan]) + index] = NodeID(first + place)
          firsts.append(NodeReference(plan: plan, kind: kind, index: index))
        }
      }
      rows.append(Rows(starts: starts, nodes: nodes))
    }
  }

  /// A plan's rows of a kind by their ids, issues by what makes them one, so that the order in which
  /// rows were typed changes nothing.
  private struct Order {
    /// Those that stay with the plan.
    var own: [Int] = []
    /// Those that plans share, and what makes them one.
    var shared: [(index: Int, key: NameKey)] = []

    var count: Int { own.count + shared.count }

    init(_ kind: NodeKind, _ plan: Plan) {
      switch kind {
      case .plan: own = [0]
      case .issue:
        shared = NaturalOrder.positions(of: plan.issues.map(\.key)).map {
          ($0, NameKey(plan.issues[$0].key))
        }
      case .mechanism:
        for index in NaturalOrder.positions(of: plan.ids(of: kind)) {
          if plan.mechanisms[index].isShared {
            shared.append((index, NameKey(plan.mechanisms[index].name)))
          } else {
            own.append(index)
          }
        }
      default: own = NaturalOrder.positions(of: plan.ids(of: kind))
      }
    }
  }

  /// The node of a row.
  func node(_ reference: NodeReference) -> NodeID {
    let rows = rows[Int(reference.kind.rawValue)]
    return rows.nodes[Int(rows.starts[reference.plan]) + reference.index]
  }

  /// The nodes of a plan's rows of a kind, in the order of the rows.
  func nodes(_ kind: NodeKind, ofPlan plan: Int) -> ArraySlice<NodeID> {
    let rows = rows[Int(kind.rawValue)]
    return rows.nodes[Int(rows.starts[plan])..<Int(rows.starts[plan + 1])]
  }

  /// The first row that a node stands for.
  func first(of node: NodeID) -> NodeReference { firsts[node.index] }

  /// All rows that a node stands for.
  func references(of node: NodeID) -> [NodeReference] { others[node] ?? [firsts[node.index]] }

  /// Whether a row of a plan stands for a node.
  ///
  /// - Complexity: O(log rows that the node stands for), which are ascending by plan.
  func isNamed(_ node: NodeID, in plan: Int) -> Bool {
    guard let rows = others[node] else { return firsts[node.index].plan == plan }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].plan >= plan { high = middle } else { low = middle + 1 }
    }
    return low < rows.count && rows[low].plan == plan
  }

  private mutating func addShared(
    _ kind: NodeKind, _ orders: [Order], _ starts: [Int32], _ nodes: inout [NodeID],
    to builder: inout GraphBuilder
  ) {
    var known: [NameKey: NodeID] = [:]
    for (plan, order) in orders.enumerated() {
      for (index, key) in order.shared {
        let reference = NodeReference(plan: plan, kind: kind, index: index)
        if let node = known[key] {
          others[node, default: [firsts[node.index]]].append(reference)
          nodes[Int(starts[plan]) + index] = node
        } else {
          let node = builder.addNode(kind, part: 0)
          known[key] = node
          firsts.append(reference)
          nodes[Int(starts[plan]) + index] = node
        }
      }
    }
  }
}
