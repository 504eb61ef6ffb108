import Graphs
import TestSupport
import Testing

@Suite("Lists of paths")
struct PathListTests {
  private static let (start, end) = (NodeKind(rawValue: 0), NodeKind(rawValue: 1))

  @Test(
    "hold each path to a wanted end once, and its weight, as brute force finds", arguments: 1...40)
  func equalBruteForce(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 60)
    var generator = SeededGenerator(seed: seed)
    let metaPaths = (1...4).map {
      PathCountTests.randomMetaPath(length: $0, from: Self.start, to: Self.end, &generator)
    }
    let counter = PathCounter(random.graph, metaPaths, from: Self.start, to: Self.end)
    let wanted = random.graph.nodes(of: Self.end).filter { _ in Bool.random(using: &generator) }
    let starts = Array(random.graph.nodes(of: Self.start))
    let pieces = counter.paths(
      starts.map { PathRequest(from: $0, within: random.graph.part(of: $0), to: wanted) })
    for (column, metaPath) in metaPaths.enumerated() {
      let lists = pieces.map { $0[column] }
      let found = lists.flatMap { list in
        (0..<list.count).map { (nodes: Array(list.nodes(ofPath: $0)), weight: list.weights[$0]) }
      }
      let brute = BruteForce(random, metaPath)
      let expected = starts.flatMap { brute.paths([$0]) }
        .filter { wanted.contains($0[$0.count - 1]) }
      // The list is by start, and for each start by the nodes of its paths.
      #expect(found.map(\.nodes) == expected.sorted { $0.lexicographicallyPrecedes($1) })
      for path in found { #expect(abs(path.weight - brute.weight(of: path.nodes)) < 1e-12) }
    }
  }

  @Test("come in the order of the requests, however many there are")
  func manyRequests() {
    let random = RandomGraph(seed: 7, nodes: 15, edges: 60)
    var generator = SeededGenerator(seed: 7)
    let metaPath = PathCountTests.randomMetaPath(
      length: 2, from: Self.start, to: Self.end, &generator)
    let counter = PathCounter(random.graph, [metaPath], from: Self.start, to: Self.end)
    let ends = Array(random.graph.nodes(of: Self.end))
    let starts = (0..<5_000).map { _ in
      random.graph.nodes(of: Self.start).randomElement(using: &generator) ?? NodeID(0)
    }
    let requests = starts.map {
      PathRequest(from: $0, within: random.graph.part(of: $0), to: ends)
    }
    let firsts = counter.paths(requests).joined().flatMap { list in
      (0..<list.count).map { list.nodes(ofPath: $0).first }
    }
    let alone = starts.flatMap { start in
      [NodeID?](
        repeating: start,
        count: random.graph.pathCounts(along: metaPath, from: start).reduce(0) {
          $0 + $1.count.count
        })
    }
    #expect(firsts == alone)
  }

  @Test("are empty where a request begins at another kind of node, or leads nowhere")
  func nothing() {
    let random = RandomGraph(seed: 3, nodes: 15, edges: 60)
    var generator = SeededGenerator(seed: 3)
    let metaPath = PathCountTests.randomMetaPath(
      length: 2, from: Self.start, to: Self.end, &generator)
    let counter = PathCounter(random.graph, [metaPath], from: Self.start, to: Self.end)
    let ends = Array(random.graph.nodes(of: Self.end))
    let other = PathRequest(from: ends[0], within: random.graph.part(of: ends[0]), to: ends)
    let none = random.graph.nodes(of: Self.start).map {
      PathRequest(from: $0, within: random.graph.part(of: $0), to: [])
    }
    #expect(counter.paths([other] + none).joined().allSatisfy { $0.count == 0 })
    #expect(counter.paths([]).isEmpty)
  }
}
