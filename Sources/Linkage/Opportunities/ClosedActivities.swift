import Graphs
import Plans

/// The activities that are done or stopped.
struct ClosedActivities: Sendable {
  private let first: Int
  private let isClosed: [Bool]

  /// Those of all plans.
  init(_ plans: PlanGraph) {
    first = plans.graph.nodes(of: .activity).first?.index ?? 0
    isClosed = concurrentMap(plans.plans.count, grain: 64) { plan in
      plans.graph.nodes(of: .activity, in: plan + 1).map { node in
        !plans.plans[plan].activities[plans.row(of: node)].isOpen
      }
    }.flatMap(\.self)
  }

  /// Whether a node is one of them.
  func contains(_ node: NodeID) -> Bool {
    let place = node.index - first
    return isClosed.indices.contains(place) && isClosed[place]
  }
}
