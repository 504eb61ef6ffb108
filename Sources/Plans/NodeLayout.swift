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
      var starts = [Int32(0)]
      starts.reserveCapacity(plans.count + 1)
      for plan in plans {
        starts.append(starts[starts.count - 1] + Int32(kind == .plan ? 1 : plan.count(of: kind)))
      }
      let count = Int(starts[starts.count - 1])
      rows.append(Rows(starts: starts, nodes: [NodeID](repeating: NodeID(0), count: count)))
      let orders = concurrentMap(plans.count, grain: 64) { Self.order(of: kind, plans, $0) }
      if kind == .issue || kind == .mechanism { addShared(kind, plans, orders, to: &builder) }
      for (plan, order) in orders.enumerated() {
        for index in order {
          let reference = NodeReference(plan: plan, kind: kind, index: index)
          guard !Self.isShared(reference, plans) else { continue }
          set(reference, builder.addNode(kind, part: plan + 1))
          firsts.append(reference)
        }
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

  /// The rows of a kind by their ids, issues by what makes them one, so that the order in which rows
  /// were typed changes nothing.
  private static func order(of kind: NodeKind, _ plans: [Plan], _ plan: Int) -> [Int] {
    if kind == .plan { return [0] }
    if kind == .issue { return NaturalOrder.positions(of: plans[plan].issues.map(\.key)) }
    return NaturalOrder.positions(of: plans[plan].ids(of: kind))
  }

  private mutating func addShared(
    _ kind: NodeKind, _ plans: [Plan], _ orders: [[Int]], to builder: inout GraphBuilder
  ) {
    var known: [NameKey: NodeID] = [:]
    for (plan, order) in orders.enumerated() {
      for index in order {
        let reference = NodeReference(plan: plan, kind: kind, index: index)
        guard let key = Self.sharedKey(reference, plans) else { continue }
        if let node = known[key] {
          others[node, default: [firsts[node.index]]].append(reference)
          set(reference, node)
        } else {
          let node = builder.addNode(kind, part: 0)
          known[key] = node
          firsts.append(reference)
          set(reference, node)
        }
      }
    }
  }

  private static func isShared(_ reference: NodeReference, _ plans: [Plan]) -> Bool {
    switch reference.kind {
    case .issue: true
    case .mechanism: plans[reference.plan].mechanisms[reference.index].isShared
    default: false
    }
  }

  /// What rows of several plans share that are one node; nil where the row stays with its plan.
  private static func sharedKey(_ reference: NodeReference, _ plans: [Plan]) -> NameKey? {
    guard isShared(reference, plans) else { return nil }
    let plan = plans[reference.plan]
    return NameKey(
      reference.kind == .issue
        ? plan.issues[reference.index].key : plan.mechanisms[reference.index].name)
  }

  private mutating func set(_ reference: NodeReference, _ node: NodeID) {
    let kind = Int(reference.kind.rawValue)
    rows[kind].nodes[Int(rows[kind].starts[reference.plan]) + reference.index] = node
  }
}
