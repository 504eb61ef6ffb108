import Graphs
import TestSupport
import Testing

@Suite("The graph")
struct GraphTests {
  private let person = NodeKind(rawValue: 0)
  private let work = NodeKind(rawValue: 1)
  private let leads = EdgeKind(rawValue: 0)

  @Test("holds every edge once in each direction, with the same number", arguments: 1...20)
  func holdsEveryEdge(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let graph = random.graph
    #expect(graph.edgeCount == random.edges.count)
    for edge in random.edges {
      let type = EdgeType(edge.kind, from: graph.kind(of: edge.from), to: graph.kind(of: edge.to))
      let ahead = graph.adjacency(type, .forward)
      let back = graph.adjacency(type, .backward)
      #expect(ahead.neighbours(of: edge.from).contains(edge.to))
      #expect(back.neighbours(of: edge.to).contains(edge.from))
      #expect(!Set(ahead.edges(of: edge.from)).isDisjoint(with: back.edges(of: edge.to)))
    }
  }

  @Test("gives the ends and the type of every edge by its number", arguments: 1...20)
  func knowsItsEdges(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let listed = (0..<random.graph.edgeCount).map { number in
      let ends = random.graph.ends(of: EdgeID(number))
      return [
        Int(random.graph.type(of: EdgeID(number)).kind.rawValue), ends.from.index, ends.to.index,
      ]
    }
    let expected = random.edges.map { [Int($0.kind.rawValue), $0.from.index, $0.to.index] }
    #expect(Set(listed) == Set(expected))
    #expect(listed.count == expected.count)
  }

  @Test("lists the incidences of a node: each edge at it once, a self-tie twice", arguments: 1...20)
  func listsIncidences(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    for node in random.graph.nodes {
      let expected = random.edges.reduce(0) { count, edge in
        count + (edge.from == node ? 1 : 0) + (edge.to == node ? 1 : 0)
      }
      #expect(random.graph.incidences(of: node).count == expected)
    }
  }

  @Test("keeps neighbours in ascending order", arguments: 1...10)
  func sortsNeighbours(seed: UInt64) {
    let graph = RandomGraph(seed: seed).graph
    for type in graph.edgeTypes {
      for node in graph.nodes {
        let row = Array(graph.adjacency(type, .forward).neighbours(of: node))
        #expect(row == row.sorted())
      }
    }
  }

  @Test("keeps parallel edges, or merges them and keeps the first")
  func mergesParallelEdges() {
    var builder = GraphBuilder()
    let leader = builder.addNode(person)
    let activity = builder.addNode(work)
    builder.addEdge(leads, from: leader, to: activity)
    builder.addEdge(leads, from: leader, to: activity)
    #expect(builder.build().graph.edgeCount == 2)
    let merged = builder.build(mergesParallelEdges: true)
    #expect(merged.graph.edgeCount == 1)
    #expect(merged.addedAs == [0])
  }

  @Test(
    "knows of each edge as which it was added, of merged ones the first, in whatever order they came",
    arguments: 1...20)
  func knowsWhatWasAdded(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 8, edges: 120)
    var generator = SeededGenerator(seed: seed)
    let edges = (random.edges + random.edges).shuffled(using: &generator)
    for merges in [false, true] {
      var builder = Self.builder(of: random.graph)
      for edge in edges { builder.addEdge(edge.kind, from: edge.from, to: edge.to) }
      let built = builder.build(mergesParallelEdges: merges)
      let expected = edges.indices.filter { index in
        !merges || !edges[..<index].contains { $0 == edges[index] }
      }
      #expect(built.addedAs.map(Int.init).sorted() == expected)
      for (number, added) in built.addedAs.enumerated() {
        let edge = edges[Int(added)]
        #expect(built.graph.ends(of: EdgeID(number)) == (edge.from, edge.to))
        #expect(built.graph.type(of: EdgeID(number)).kind == edge.kind)
      }
    }
  }

  @Test("is the same whether edges are added one by one or a type at once", arguments: 1...20)
  func addsTypesAtOnce(seed: UInt64) {
    let random = RandomGraph(seed: seed, nodes: 8, edges: 120)
    let byType = Dictionary(grouping: random.edges) {
      EdgeType(
        $0.kind, from: random.graph.kind(of: $0.from), to: random.graph.kind(of: $0.to))
    }.sorted { $0.key < $1.key }
    var (single, atOnce) = (Self.builder(of: random.graph), Self.builder(of: random.graph))
    for (type, edges) in byType {
      for edge in edges { single.addEdge(edge.kind, from: edge.from, to: edge.to) }
      // In two halves, the second of which joins what is there.
      for half in [edges[..<(edges.count / 2)], edges[(edges.count / 2)...]] {
        atOnce.addEdges(type, from: half.map(\.from), to: half.map(\.to))
      }
    }
    let (one, other) = (single.build(), atOnce.build())
    #expect(one.addedAs == other.addedAs)
    for number in 0..<one.graph.edgeCount {
      #expect(one.graph.ends(of: EdgeID(number)) == other.graph.ends(of: EdgeID(number)))
      #expect(one.graph.type(of: EdgeID(number)) == other.graph.type(of: EdgeID(number)))
    }
  }

  private static func builder(of graph: Graph) -> GraphBuilder {
    var builder = GraphBuilder()
    for node in graph.nodes { builder.addNode(graph.kind(of: node), part: graph.part(of: node)) }
    return builder
  }

  @Test("numbers the nodes of a kind and part one after another")
  func numbersByPart() {
    var builder = GraphBuilder()
    builder.addNode(person, part: 1)
    builder.addNode(person, part: 2)
    builder.addNode(person, part: 2)
    builder.addNode(work, part: 0)
    builder.addNode(work, part: 2)
    let graph = builder.build().graph
    #expect(graph.nodes(of: person).map(\.index) == [0, 1, 2])
    #expect(graph.nodes(of: person, in: 2).map(\.index) == [1, 2])
    #expect(graph.nodes(of: work, in: 0).map(\.index) == [3])
    #expect(graph.nodes(of: work, in: 1).isEmpty)
    #expect(graph.nodes(of: NodeKind(rawValue: 7)).isEmpty)
    #expect(graph.partCount == 2)
  }

  @Test("without some edges keeps all its nodes and the other edges", arguments: 1...20)
  func removesEdges(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let isGone = { (kind: EdgeKind, from: NodeID, to: NodeID) in
      kind.rawValue == 1 || (from.index + to.index) % 3 == 0
    }
    let graph = random.graph.removing { isGone($0.kind, $1, $2) }
    #expect(graph.nodeCount == random.graph.nodeCount)
    #expect(graph.partCount == random.graph.partCount)
    for node in random.graph.nodes {
      #expect(graph.kind(of: node) == random.graph.kind(of: node))
      #expect(graph.part(of: node) == random.graph.part(of: node))
      let left = graph.incidences(of: node).map {
        [$0.neighbour.index, Int($0.type.kind.rawValue)]
      }
      let expected = random.graph.incidences(of: node).filter { item in
        let isForward = item.direction == .forward
        let (from, to) = isForward ? (node, item.neighbour) : (item.neighbour, node)
        return !isGone(item.type.kind, from, to)
      }
      #expect(left == expected.map { [$0.neighbour.index, Int($0.type.kind.rawValue)] })
    }
    for number in 0..<graph.edgeCount {
      let (ends, type) = (graph.ends(of: EdgeID(number)), graph.type(of: EdgeID(number)))
      #expect(graph.adjacency(type, .forward).edges(of: ends.from).contains(EdgeID(number)))
      #expect(graph.adjacency(type, .backward).edges(of: ends.to).contains(EdgeID(number)))
      #expect(!isGone(type.kind, ends.from, ends.to))
    }
  }

  @Test("without nodes is empty and answers nothing")
  func isEmpty() {
    let graph = GraphBuilder().build().graph
    #expect(graph.nodeCount == 0)
    #expect(graph.edgeTypes.isEmpty)
    #expect(
      graph.adjacency(EdgeType(leads, from: person, to: work), .forward).degree(of: NodeID(0)) == 0)
  }
}
