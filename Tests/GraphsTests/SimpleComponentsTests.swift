import Graphs
import Testing

@Suite("Connected components")
struct SimpleComponentsTests {
  @Test("are numbered by their smallest nodes")
  func areNumbered() {
    let graph = SimpleGraph(nodeCount: 6, edges: [(5, 0), (2, 4), (3, 3)])
    #expect(graph.connectedComponents() == [0, 1, 2, 3, 2, 0])
    #expect(SimpleGraph(nodeCount: 0, edges: []).connectedComponents().isEmpty)
  }

  @Test("hold together what the ties join, and nothing else", arguments: 1...50)
  func equalReachability(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    var reaches = ties.isTied
    for middle in 0..<16 {
      for start in 0..<16 where reaches[start][middle] {
        for end in 0..<16 where reaches[middle][end] { reaches[start][end] = true }
      }
    }
    let components = ties.graph.connectedComponents()
    for node in 0..<16 {
      for other in 0..<16 where other != node {
        #expect((components[node] == components[other]) == reaches[node][other])
      }
    }
  }
}
