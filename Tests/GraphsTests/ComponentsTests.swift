import TestSupport
import Testing

@testable import Graphs

@Suite("The connected pieces of a part")
struct ComponentsTests {
  @Test(
    "hold together exactly what a walk over edges at the part's nodes reaches", arguments: 1...30)
  func equalReachability(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 18, edges: 16)
    for part in 1...2 {
      let components = random.graph.connectedComponents(of: part) { $0.kind.rawValue > 0 }
      let nodes = Array(random.graph.nodes)
      for node in nodes where random.graph.part(of: node) == part {
        let reached = Self.reached(random, from: node, in: part)
        let together = nodes.filter { components.piece(of: $0) == components.piece(of: node) }
        #expect(together == reached.sorted())
        #expect(components.size(at: node) == reached.count)
      }
    }
  }

  @Test("do not meet where only edges of another part join them")
  func stayWithinTheirPart() {
    let (person, group) = (NodeKind(rawValue: 0), NodeKind(rawValue: 1))
    let knows = EdgeKind(rawValue: 0)
    var builder = GraphBuilder()
    let own = (0..<2).map { _ in builder.addNode(person, part: 1) }
    let foreign = builder.addNode(person, part: 2)
    let shared = (0..<2).map { _ in builder.addNode(group, part: 0) }
    for (person, group) in zip(own, shared) { builder.addEdge(knows, from: person, to: group) }
    for group in shared { builder.addEdge(knows, from: foreign, to: group) }
    let graph = builder.build().graph
    let pieces = graph.connectedComponents(of: 1) { _ in true }
    #expect(pieces.piece(of: own[0]) == pieces.piece(of: shared[0]))
    #expect(pieces.piece(of: own[0]) != pieces.piece(of: own[1]))
    let others = graph.connectedComponents(of: 2) { _ in true }
    #expect(others.piece(of: shared[0]) == others.piece(of: shared[1]))
  }

  @Test("say of every join whether it made two one, as sets do", arguments: 1...20)
  func joinAsSets(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var components = Components()
    var sets = (0..<12).map { Set([NodeID($0)]) }
    for _ in 0..<14 {
      let ends = (0..<2).map { _ in NodeID(Int.random(in: 0..<12, using: &random)) }
      let places = ends.map { end in sets.firstIndex { $0.contains(end) } ?? 0 }
      #expect(components.join(ends[0], ends[1]) == (places[0] != places[1]))
      if places[0] != places[1] {
        sets[places[0]].formUnion(sets[places[1]])
        sets.remove(at: places[1])
      }
      for set in sets {
        #expect(Set(set.map { components.piece(of: $0) }).count == 1)
        #expect(set.allSatisfy { components.size(at: $0) == set.count })
      }
      #expect(Set((0..<12).map { components.piece(of: NodeID($0)) }).count == sets.count)
    }
  }

  /// What hangs together with a node by edges of kinds above 0 that have an end in the part.
  private static func reached(
    _ random: RandomGraph, from node: NodeID, in part: Int
  ) -> Set<NodeID> {
    let followed = random.edges.filter { edge in
      edge.kind.rawValue > 0
        && (random.graph.part(of: edge.from) == part || random.graph.part(of: edge.to) == part)
    }
    var reached: Set = [node]
    while true {
      let next = followed.filter { reached.contains($0.from) || reached.contains($0.to) }
        .flatMap { [$0.from, $0.to] }
      if reached.isSuperset(of: next) { return reached }
      reached.formUnion(next)
    }
  }
}
