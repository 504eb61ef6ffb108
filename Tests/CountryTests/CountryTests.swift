import Country
import Graphs
import Plans
import TestSupport
import Testing

struct CountryTests {
  @Test("The country in memory is the graph of its folders, node by node and edge by edge")
  func memoryEqualsFolders() throws {
    let country = Country(tambons: 4, seed: 7)
    let folder = try TemporaryFolder()
    try country.write(to: folder.file("country"))
    let reading = try PlanReading([folder.file("country")])
    #expect(reading.diagnostics.filter { $0.severity != .note } == [])
    expectSame(PlanGraph(reading.plans).graph, country.graph())
  }

  @Test("Written as one folder it is read as the same graph")
  func oneFolderIsTheSame() throws {
    let country = Country(tambons: 3, seed: 8)
    let folder = try TemporaryFolder()
    try country.writeTogether(to: folder.file("country"))
    let reading = try PlanReading([folder.file("country")])
    #expect(reading.diagnostics.filter { $0.severity != .note } == [])
    expectSame(PlanGraph(reading.plans).graph, country.graph())
  }

  @Test("The first tambons of a larger country are those of a smaller one; another seed differs")
  func isStable() {
    let small = Country(tambons: 2, seed: 3).graph()
    let large = Country(tambons: 5, seed: 3).graph()
    for kind in NodeKind.all where kind != .issue && kind != .mechanism {
      for part in 1...2 {
        #expect(small.nodes(of: kind, in: part).count == large.nodes(of: kind, in: part).count)
      }
    }
    #expect(edges(small) != edges(Country(tambons: 2, seed: 4).graph()))
  }

  @Test("A tambon has about as many rows of each kind as real plans have")
  func sizesArePlausible() {
    let count = 40
    let graph = Country(tambons: count, seed: 1).graph()
    let expected: [(NodeKind, ClosedRange<Double>)] = [
      (.place, 8...12), (.activity, 50...70), (.leader, 34...46), (.fund, 10...14),
      (.organisation, 12...18),
    ]
    for (kind, range) in expected {
      #expect(range.contains(Double(graph.nodes(of: kind).count) / Double(count)), "\(kind.word)")
    }
    #expect(graph.nodes(of: .issue, in: 0).count == 20)
    #expect(graph.nodes(of: .mechanism, in: 0).count >= 10)
  }

  @Test("A few funds and leaders have many ties, most have few")
  func degreesAreHeavyTailed() {
    let graph = Country(tambons: 40, seed: 1).graph()
    for (relation, kind) in [(Relation.finances, NodeKind.fund), (.leads, .leader)] {
      let degrees = graph.nodes(of: kind).map { node in
        graph.incidences(of: node).count { $0.type.kind == relation.edgeKind }
      }.sorted()
      let middle = max(1, degrees[degrees.count / 2])
      #expect(degrees[degrees.count * 99 / 100] >= 3 * middle, "\(kind.word)")
      #expect(degrees[degrees.count - 1] >= 5 * middle, "\(kind.word)")
    }
  }

  private func edges(_ graph: Graph) -> [[Int]] {
    (0..<graph.edgeCount).map { number in
      let ends = graph.ends(of: EdgeID(number))
      return [Int(graph.type(of: EdgeID(number)).kind.rawValue), ends.from.index, ends.to.index]
    }
  }

  private func expectSame(_ left: Graph, _ right: Graph) {
    #expect(left.nodeCount == right.nodeCount)
    #expect(left.nodes.map { left.kind(of: $0) } == right.nodes.map { right.kind(of: $0) })
    #expect(left.nodes.map { left.part(of: $0) } == right.nodes.map { right.part(of: $0) })
    #expect(left.edgeTypes == right.edgeTypes)
    let isSame = edges(left) == edges(right)
    #expect(isSame)
  }
}
