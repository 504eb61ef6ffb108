import Graphs
import TestSupport
import Testing

@Suite("Shortest paths")
struct ShortestPathsTests {
  @Test("are the first of all simple paths, shortest first", arguments: 1...30)
  func equalBruteForce(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 9, edges: 14)
    let nodes = Array(random.graph.nodes)
    for start in nodes {
      for end in nodes where end != start {
        let found = random.graph.shortestPaths(from: start, to: end, count: 4).map(\.nodes)
        let expected = Self.simplePaths(random, [start], end)
          .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
        #expect(found.map(\.count) == expected.prefix(4).map(\.count))
        #expect(Set(found).count == found.count)
        #expect(found.allSatisfy(expected.contains))
      }
    }
  }

  @Test("avoid kinds of nodes, but not as their ends")
  func avoidKinds() {
    var builder = GraphBuilder()
    let plan = NodeKind(rawValue: 0)
    let activity = NodeKind(rawValue: 1)
    let hub = builder.addNode(plan)
    let ends = (0..<2).map { _ in builder.addNode(activity) }
    for end in ends { builder.addEdge(EdgeKind(rawValue: 0), from: end, to: hub) }
    let graph = builder.build().graph
    #expect(graph.shortestPaths(from: ends[0], to: ends[1], count: 1, avoiding: [plan]).isEmpty)
    #expect(graph.shortestPaths(from: ends[0], to: hub, count: 1, avoiding: [plan]).count == 1)
    #expect(graph.shortestPaths(from: ends[0], to: ends[1], count: 1).first?.steps.count == 2)
  }

  @Test("are none between a node and itself, and none where nothing is asked for")
  func areNone() {
    let graph = RandomGraph(seed: 1).graph
    #expect(graph.shortestPaths(from: NodeID(0), to: NodeID(0), count: 3).isEmpty)
    #expect(graph.shortestPaths(from: NodeID(0), to: NodeID(1), count: 0).isEmpty)
  }

  private static func simplePaths(
    _ random: RandomGraph, _ path: [NodeID], _ end: NodeID
  ) -> [[NodeID]] {
    guard let last = path.last, last != end else { return [path] }
    let next = Set(
      random.edges.compactMap { edge in
        edge.from == last ? edge.to : edge.to == last ? edge.from : nil
      })
    return next.filter { !path.contains($0) }.flatMap { simplePaths(random, path + [$0], end) }
  }
}
