/// A directed network in which so much may flow along each arc, at a cost for each unit.
public struct FlowNetwork: Sendable {
  /// What flows where.
  public struct Flow: Sendable, Hashable {
    /// How much arrives.
    public let amount: Int
    /// What it costs altogether.
    public let cost: Int
    /// How much flows along each arc, in the order in which the arcs were added.
    public let flowOnArc: [Int]
  }

  /// The arcs at each node, by their numbers; an odd number is the way back along the one before it.
  private var arcs: [[Int]]
  private var heads: [Int] = []
  private var capacities: [Int] = []
  private var costs: [Int] = []

  /// A network of nodes without arcs.
  public init(nodeCount: Int) { arcs = [[Int]](repeating: [], count: nodeCount) }

  /// Adds an arc; several between the same nodes stand beside one another.
  ///
  /// - Parameters:
  ///   - from: The node that it leaves.
  ///   - to: The node that it reaches.
  ///   - capacity: How much may flow, 0 or more.
  ///   - cost: What a unit costs; it may be negative where no directed cycle costs less than nothing.
  /// - Returns: The arc's place in `Flow.flowOnArc`.
  @discardableResult
  public mutating func addArc(from: Int, to: Int, capacity: Int, cost: Int) -> Int {
    precondition(capacity >= 0, "an arc's capacity is 0 or more")
    arcs[from].append(heads.count)
    arcs[to].append(heads.count + 1)
    heads += [to, from]
    capacities += [capacity, 0]
    costs += [cost, -cost]
    return heads.count / 2 - 1
  }

  /// The cheapest among the largest flows from one node to another.
  ///
  /// Shortest augmenting paths with potentials: J. Edmonds & R. M. Karp, *Theoretical improvements in
  /// algorithmic efficiency for network flow problems*, Journal of the ACM 19 (1972) 248–264; R. K.
  /// Ahuja, T. L. Magnanti & J. B. Orlin, *Network Flows*, Prentice Hall 1993, section 9.7. Of equally
  /// cheap paths the one over nodes and arcs that were numbered first is taken.
  ///
  /// - Returns: The flow; from a node to itself nothing flows.
  /// - Complexity: O(amount · arcs · log nodes), and O(nodes · arcs) where costs are negative.
  public func minimumCostMaximumFlow(from source: Int, to sink: Int) -> Flow {
    var residual = capacities
    var amount = 0
    if source != sink {
      var potentials = firstPotentials(residual)
      while let path = cheapestPath(from: source, to: sink, residual, &potentials) {
        let flow = path.reduce(Int.max) { min($0, residual[$1]) }
        for arc in path {
          residual[arc] -= flow
          residual[arc ^ 1] += flow
        }
        amount += flow
      }
    }
    let flows = stride(from: 0, to: heads.count, by: 2).map { capacities[$0] - residual[$0] }
    let cost = flows.enumerated().reduce(0) { $0 + $1.element * costs[2 * $1.offset] }
    return Flow(amount: amount, cost: cost, flowOnArc: flows)
  }

  /// Potentials under which no open arc costs less than nothing.
  ///
  /// R. Bellman, *On a routing problem*, Quarterly of Applied Mathematics 16 (1958) 87–90.
  private func firstPotentials(_ residual: [Int]) -> [Int] {
    var potentials = [Int](repeating: 0, count: arcs.count)
    for round in 0...arcs.count {
      var hasChanged = false
      for arc in heads.indices where residual[arc] > 0 {
        let reached = potentials[heads[arc ^ 1]] + costs[arc]
        if reached < potentials[heads[arc]] {
          potentials[heads[arc]] = reached
          hasChanged = true
        }
      }
      if !hasChanged { break }
      precondition(round < arcs.count, "a directed cycle costs less than nothing")
    }
    return potentials
  }

  /// The arcs of a cheapest path; the potentials are brought up to date.
  ///
  /// E. W. Dijkstra, *A note on two problems in connexion with graphs*, Numerische Mathematik 1 (1959)
  /// 269–271.
  private func cheapestPath(
    from source: Int, to sink: Int, _ residual: [Int], _ potentials: inout [Int]
  ) -> [Int]? {
    var distances = [Int](repeating: Int.max, count: arcs.count)
    var arrivals = [Int](repeating: -1, count: arcs.count)
    var isDone = [Bool](repeating: false, count: arcs.count)
    var queue = DistanceQueue()
    distances[source] = 0
    queue.insert(source, at: 0)
    while let (node, distance) = queue.removeFirst() {
      if isDone[node] { continue }
      isDone[node] = true
      for arc in arcs[node] where residual[arc] > 0 && !isDone[heads[arc]] {
        let head = heads[arc]
        let reached = distance + costs[arc] + potentials[node] - potentials[head]
        guard reached < distances[head] else { continue }
        (distances[head], arrivals[head]) = (reached, arc)
        queue.insert(head, at: reached)
      }
    }
    guard arrivals[sink] >= 0 else { return nil }
    // What is farther than the sink, or out of reach, is moved as far as the sink.
    for node in arcs.indices { potentials[node] += min(distances[node], distances[sink]) }
    return trace(arrivals, from: source, to: sink)
  }

  private func trace(_ arrivals: [Int], from source: Int, to sink: Int) -> [Int] {
    var path: [Int] = []
    var node = sink
    while node != source {
      path.append(arrivals[node])
      node = heads[arrivals[node] ^ 1]
    }
    return path.reversed()
  }
}

/// Nodes by distance, then by number: a binary heap.
private struct DistanceQueue {
  private var heap: [(distance: Int, node: Int)] = []

  mutating func insert(_ node: Int, at distance: Int) {
    heap.append((distance, node))
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> (node: Int, distance: Int)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return (first.node, first.distance) }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      if least == place { return (first.node, first.distance) }
      heap.swapAt(place, least)
      place = least
    }
  }
}
