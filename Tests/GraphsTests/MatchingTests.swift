import Graphs
import TestSupport
import Testing

@Suite("The cheapest of the largest flows")
struct MatchingTests {
  @Test("gives up a cheap way where that lets more through")
  func prefersAmount() {
    var network = FlowNetwork(nodeCount: 4)
    let arcs = [(0, 1, 1, 1), (0, 2, 1, 5), (1, 2, 1, 1), (1, 3, 1, 9), (2, 3, 1, 1)]
    for arc in arcs { network.addArc(from: arc.0, to: arc.1, capacity: arc.2, cost: arc.3) }
    let flow = network.minimumCostMaximumFlow(from: 0, to: 3)
    #expect(flow.amount == 2)
    #expect(flow.cost == 16)
    #expect(flow.flowOnArc == [1, 1, 0, 1, 1])
  }

  @Test("moves as much as can be had and can be taken, at the least cost", arguments: 1...150)
  func equalsBruteForce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let offers = (0..<2).map { _ in Int.random(in: 0...3, using: &random) }
    let needs = (0..<2).map { _ in Int.random(in: 0...3, using: &random) }
    let pairs = [(0, 0), (0, 1), (1, 0), (1, 1)].map { offer, need in
      (
        offer, need, Int.random(in: 0...3, using: &random),
        Int.random(in: seed % 2 == 0 ? -4...4 : 0...4, using: &random)
      )
    }
    var network = FlowNetwork(nodeCount: 6)
    for (offer, amount) in offers.enumerated() {
      network.addArc(from: 0, to: 1 + offer, capacity: amount, cost: 0)
    }
    let first = pairs.map { offer, need, capacity, cost in
      network.addArc(from: 1 + offer, to: 3 + need, capacity: capacity, cost: cost)
    }
    for (need, amount) in needs.enumerated() {
      network.addArc(from: 3 + need, to: 5, capacity: amount, cost: 0)
    }
    let flow = network.minimumCostMaximumFlow(from: 0, to: 5)
    var best = (amount: 0, cost: 0)
    for number in 0..<256 {
      let moved = (0..<4).map { number >> (2 * $0) & 3 }
      guard zip(moved, pairs).allSatisfy({ $0 <= $1.2 }) else { continue }
      let given = (0..<2).allSatisfy { moved[2 * $0] + moved[2 * $0 + 1] <= offers[$0] }
      let taken = (0..<2).allSatisfy { moved[$0] + moved[$0 + 2] <= needs[$0] }
      guard given, taken else { continue }
      let amount = moved.reduce(0, +)
      let cost = zip(moved, pairs).reduce(0) { $0 + $1.0 * $1.1.3 }
      if (-amount, cost) < (-best.amount, best.cost) { best = (amount, cost) }
    }
    #expect(flow.amount == best.amount)
    #expect(flow.cost == best.cost)
    let moved = first.map { flow.flowOnArc[$0] }
    #expect(moved.reduce(0, +) == flow.amount)
    #expect(zip(moved, pairs).reduce(0) { $0 + $1.0 * $1.1.3 } == flow.cost)
  }

  @Test("assigns each to one at the least sum, as all orders tried", arguments: 1...60)
  func assigns(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let costs = (0..<5).map { _ in (0..<5).map { _ in Int.random(in: 0...20, using: &random) } }
    var network = FlowNetwork(nodeCount: 12)
    for place in 0..<5 {
      network.addArc(from: 10, to: place, capacity: 1, cost: 0)
      network.addArc(from: 5 + place, to: 11, capacity: 1, cost: 0)
      for other in 0..<5 {
        network.addArc(from: place, to: 5 + other, capacity: 1, cost: costs[place][other])
      }
    }
    let flow = network.minimumCostMaximumFlow(from: 10, to: 11)
    #expect(flow.amount == 5)
    #expect(flow.cost == Self.cheapest(costs, 0, []))
  }

  @Test("is nothing where no way leads, and from a node to itself")
  func mayBeNothing() {
    var network = FlowNetwork(nodeCount: 3)
    network.addArc(from: 1, to: 0, capacity: 4, cost: 1)
    for end in [0, 1] {
      let flow = network.minimumCostMaximumFlow(from: 0, to: end)
      #expect(flow.amount == 0)
      #expect(flow.flowOnArc == [0])
    }
  }

  private static func cheapest(_ costs: [[Int]], _ row: Int, _ used: Set<Int>) -> Int {
    if row == costs.count { return 0 }
    return costs[row].indices.filter { !used.contains($0) }.map {
      costs[row][$0] + cheapest(costs, row + 1, used.union([$0]))
    }.min() ?? 0
  }
}
