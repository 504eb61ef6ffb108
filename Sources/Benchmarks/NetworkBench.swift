import Country
import Glibc
import Graphs
import Plans

/// Measures of the network of people and work in a synthetic country.
struct NetworkBench {
  let tambons: Int
  let isJoined: Bool
  let seed: UInt64
  let runs: Int

  /// Times some measures.
  func measure(_ cases: [NetworkCase]) -> [Row] {
    let graph = Self.network(of: Country(tambons: tambons, seed: seed).graph(), isJoined: isJoined)
    let manner = isJoined ? "joined by shared agencies" : "each by itself"
    guard let scratch = ScratchFolder(), Self.write(graph, to: scratch.path) else {
      return []
    }
    return cases.map {
      $0.measure(graph, in: scratch.path, runs: runs, on: "\(tambons) tambons \(manner)")
    }
  }

  /// Leaders, organisations, funds, activities, places and mechanisms and what ties them; plans and
  /// issues, where everything meets, are left out.
  ///
  /// - Parameter isJoined: Whether agencies that plans share are there, so that tambons meet in them.
  static func network(of graph: Graph, isJoined: Bool) -> SimpleGraph {
    var numbers = [Int](repeating: -1, count: graph.nodeCount)
    var count = 0
    for node in graph.nodes {
      let kind = graph.kind(of: node)
      if kind == .plan || kind == .issue { continue }
      if !isJoined, graph.part(of: node) == 0 { continue }
      numbers[node.index] = count
      count += 1
    }
    let edges = (0..<graph.edgeCount).lazy.map { number in
      let ends = graph.ends(of: EdgeID(number))
      return (numbers[ends.from.index], numbers[ends.to.index])
    }
    return SimpleGraph(nodeCount: count, edges: edges.filter { $0.0 >= 0 && $0.1 >= 0 })
  }

  private static func write(_ graph: SimpleGraph, to folder: String) -> Bool {
    let edges = graph.edges
    return write([Int32(graph.nodeCount)], folder + "/nodes.i32")
      && write(edges.map { Int32($0.0) }, folder + "/from.i32")
      && write(edges.map { Int32($0.1) }, folder + "/to.i32")
  }

  private static func write(_ column: [Int32], _ path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let isWritten = fwrite(column, 4, column.count, file) == column.count
    return fclose(file) == 0 && isWritten
  }
}
