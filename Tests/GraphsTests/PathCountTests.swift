import Glibc
import Graphs
import TestSupport
import Testing

@Suite("Degree-weighted path counts")
struct PathCountTests {
  @Test("equal the sums over all paths found by brute force", arguments: 1...60)
  func equalBruteForce(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 60)
    var generator = SeededGenerator(seed: seed &+ 1_000)
    let metaPath = Self.randomMetaPath(length: Int(1 + seed % 4), &generator)
    for start in random.graph.nodes(of: metaPath.start) {
      let expected = BruteForce(random, metaPath).counts(from: start)
      let found = random.graph.pathCounts(along: metaPath, from: start)
      #expect(found.map(\.node) == expected.keys.sorted())
      for (node, count) in found {
        #expect(count.count == expected[node]?.count)
        #expect(abs(count.weight - (expected[node]?.weight ?? 0)) < 1e-12)
      }
    }
  }

  @Test("along several metapaths at once are those of each alone, row after row", arguments: 1...20)
  func alongSeveral(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 60)
    var generator = SeededGenerator(seed: seed)
    let (start, end) = (NodeKind(rawValue: 0), NodeKind(rawValue: 1))
    let metaPaths = (1...3).map {
      Self.randomMetaPath(length: $0, from: start, to: end, &generator)
    }
    let counter = PathCounter(random.graph, metaPaths, from: start, to: end, damping: 0.3)
    counter.withRow { row in
      for node in random.graph.nodes(of: start) {
        row.fill(from: node)
        for (column, metaPath) in metaPaths.enumerated() {
          let alone = random.graph.pathCounts(along: metaPath, from: node, damping: 0.3)
          let together = (0..<row.count).map { (row.end($0), row.paths($0, along: column)) }
            .filter { $0.1.count > 0 }.sorted { $0.0 < $1.0 }
          #expect(together.map(\.0) == alone.map(\.node))
          #expect(together.map(\.1) == alone.map(\.count))
        }
      }
    }
  }

  @Test("are the same from the other end, also from a node that parts share", arguments: 1...20)
  func reversed(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 60)
    var generator = SeededGenerator(seed: seed)
    let metaPath = Self.randomMetaPath(length: 3, &generator)
    let back = PathCounter(
      random.graph, [metaPath.reversed], from: metaPath.end, to: metaPath.start)
    for start in random.graph.nodes(of: metaPath.start) where random.graph.part(of: start) > 0 {
      let part = random.graph.part(of: start)
      for (end, count) in random.graph.pathCounts(along: metaPath, from: start)
      where [0, part].contains(random.graph.part(of: end)) {
        let found = back.withRow { row in
          row.fill(from: end, within: part)
          return (0..<row.count).first { row.end($0) == start }.map { row.paths($0, along: 0) }
        }
        #expect(found?.count == count.count)
        #expect(abs((found?.weight ?? 0) - count.weight) < 1e-12)
      }
    }
  }

  @Test("are the sums of the paths that speak for a pair", arguments: 1...20)
  func areSumsOfPaths(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 15, edges: 60)
    var generator = SeededGenerator(seed: seed)
    let metaPath = Self.randomMetaPath(length: 3, &generator)
    for start in random.graph.nodes(of: metaPath.start) {
      for (end, count) in random.graph.pathCounts(along: metaPath, from: start) {
        let paths = random.graph.paths(along: metaPath, from: start, to: [end])[end] ?? []
        #expect(paths.count == count.count)
        #expect(abs(paths.reduce(0) { $0 + $1.weight } - count.weight) < 1e-12)
        #expect(paths.map(\.weight) == paths.map(\.weight).sorted(by: >))
      }
    }
  }

  @Test("agree with a count by hand: one fund, two leaders, three activities")
  func agreeWithHand() throws {
    // F is served by L1 and L2; L1 leads A1 and A2, L2 leads A2 and A3.
    // From F to A2 there are two paths. On each: F has two leaders, each serves one fund, each
    // leads two activities, and A2 has two leaders: (2 · 1 · 2 · 2)^-0.4.
    let (leader, activity, fund) = (
      NodeKind(rawValue: 0), NodeKind(rawValue: 1), NodeKind(rawValue: 2)
    )
    let (serves, leads) = (EdgeKind(rawValue: 0), EdgeKind(rawValue: 1))
    var builder = GraphBuilder()
    let leaders = (0..<2).map { _ in builder.addNode(leader) }
    let activities = (0..<3).map { _ in builder.addNode(activity) }
    let only = builder.addNode(fund)
    for person in leaders { builder.addEdge(serves, from: person, to: only) }
    for (person, work) in [(0, 0), (0, 1), (1, 1), (1, 2)] {
      builder.addEdge(leads, from: leaders[person], to: activities[work])
    }
    let metaPath = MetaPath(
      "leader", from: fund,
      [.init(serves, .backward, to: leader), .init(leads, .forward, to: activity)])
    let counts = builder.build().graph.pathCounts(along: metaPath, from: only)
    #expect(counts.map(\.count.count) == [1, 2, 1])
    let middle = try #require(counts.dropFirst().first)
    #expect(abs(middle.count.weight - 2 * pow(8, -0.4)) < 1e-12)
    #expect(abs(counts[0].count.weight - pow(4, -0.4)) < 1e-12)
  }

  @Test("with damping 0 are plain counts", arguments: 1...5)
  func plainCounts(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let metaPath = Self.randomMetaPath(length: 2, &generator)
    for start in random.graph.nodes(of: metaPath.start) {
      for (_, count) in random.graph.pathCounts(along: metaPath, from: start, damping: 0) {
        #expect(count.weight == Double(count.count))
      }
    }
  }

  @Test("of one part do not change when another part is loaded beside it")
  func stayWithinTheirPart() {
    func counts(others: Int) -> [Double] {
      let (activity, issue) = (NodeKind(rawValue: 0), NodeKind(rawValue: 1))
      let about = EdgeKind(rawValue: 0)
      var builder = GraphBuilder()
      let own = (0..<3).map { _ in builder.addNode(activity, part: 1) }
      let foreign = (0..<others).map { _ in builder.addNode(activity, part: 2) }
      let shared = builder.addNode(issue, part: 0)
      for node in own + foreign { builder.addEdge(about, from: node, to: shared) }
      let metaPath = MetaPath(
        "issue", from: activity,
        [.init(about, .forward, to: issue), .init(about, .backward, to: activity)])
      return builder.build().graph.pathCounts(along: metaPath, from: own[0]).map(\.count.weight)
    }
    #expect(counts(others: 0) == counts(others: 50))
    #expect(counts(others: 0).count == 2)
  }

  static func randomMetaPath(
    length: Int, from start: NodeKind? = nil, to end: NodeKind? = nil,
    _ generator: inout SeededGenerator
  ) -> MetaPath {
    func kind() -> NodeKind { NodeKind(rawValue: UInt8.random(in: 0..<3, using: &generator)) }
    let start = start ?? kind()
    let steps = (0..<length).map { index in
      MetaPath.Step(
        EdgeKind(rawValue: UInt8.random(in: 0..<3, using: &generator)),
        Bool.random(using: &generator) ? .forward : .backward,
        to: index == length - 1 ? end ?? kind() : kind())
    }
    return MetaPath("random", from: start, steps)
  }
}
