import Testing

@testable import Graphs

@Suite("Triangles")
struct TrianglesTests {
  @Test("are met once each, with the places of their ties in all rows", arguments: 1...60)
  func areMetOnce(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    let (graph, isTied) = (ties.graph, ties.isTied)
    var met: [[Int]] = []
    graph.forEachTriangle { triangle in
      met.append([triangle.first, triangle.second, triangle.third].sorted())
      triangle.forEachCorner { corner in
        #expect(graph.position(of: corner.left, among: corner.node) == corner.toLeft.there)
        #expect(graph.position(of: corner.node, among: corner.left) == corner.toLeft.back)
        #expect(graph.position(of: corner.right, among: corner.node) == corner.toRight.there)
        #expect(graph.position(of: corner.node, among: corner.right) == corner.toRight.back)
        #expect(graph.position(of: corner.right, among: corner.left) == corner.across.there)
        #expect(graph.position(of: corner.left, among: corner.right) == corner.across.back)
      }
    }
    var expected: [[Int]] = []
    for first in 0..<16 {
      for second in first..<16 where isTied[first][second] {
        for third in second..<16 where isTied[first][third] && isTied[second][third] {
          expected.append([first, second, third])
        }
      }
    }
    #expect(met.sorted { $0.lexicographicallyPrecedes($1) } == expected)
  }
}
