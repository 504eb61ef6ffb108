import Testing

@testable import Graphs

@Suite("An order in which neighbours stand near one another")
struct LocalityOrderTests {
  @Test("holds every node once and goes component by component", arguments: 1...30)
  func isAnOrder(seed: UInt64) {
    let graph = TiesOfChance(seed: seed).graph
    let order = graph.localityOrder()
    #expect(order.sorted() == (0..<16).map(Int32.init))
    let components = graph.connectedComponents()
    #expect(order.map { components[Int($0)] } == components.sorted())
  }

  @Test("lists groups that meet in a well-connected node one after the other")
  func keepsGroupsTogether() {
    // Two rings of four, node by node in turn, all tied to node 8.
    let edges = (0..<8).flatMap { node in [(node, (node + 2) % 8), (node, 8)] }
    let graph = SimpleGraph(nodeCount: 9, edges: edges)
    let order = graph.localityOrder()
    #expect(Set(order[..<4]) == [0, 2, 4, 6])
    #expect(order[4] == 8)
    #expect(Set(order[5...]) == [1, 3, 5, 7])
  }

  @Test("gives, as new numbers, the same ties", arguments: 1...30)
  func keepsTies(seed: UInt64) {
    let graph = TiesOfChance(seed: seed).graph
    let order = graph.localityOrder()
    let renumbered = graph.renumbered(order)
    let edges = renumbered.edges.map { left, right in
      [Int(order[left]), Int(order[right])].sorted()
    }
    #expect(Set(edges) == Set(graph.edges.map { [$0.0, $0.1] }))
    #expect(edges.count == graph.edgeCount)
  }
}
