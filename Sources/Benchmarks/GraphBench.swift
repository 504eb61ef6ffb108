import Country
import Glibc
import Graphs
import Plans

/// The graph of a synthetic country from its nodes and edges in memory, beside scipy.
struct GraphBench {
  let tambons: Int
  let seed: UInt64
  let runs: Int

  /// What may be taken at most of the peer's time on the whole country, which has so many tambons.
  private static let wholeCountry = 7_255
  private static let limitShare = 1.0

  /// Times both in turn; the peer's rows are held against our own.
  func measure() -> Row {
    let records = GraphRecords(Country(tambons: tambons, seed: seed).graph())
    var (graph, megabytes) = Memory.peak { records.graph() }
    var own = Timing(megabytes: megabytes)
    var row = Row(
      work:
        "graph from records in memory, \(records.nodes.count) nodes, \(records.edgeCount) edges",
      stage: ("build graph", tambons), own: own)
    guard let scratch = ScratchFolder(), records.write(to: scratch.path) else {
      row.isBroken = true
      return row
    }
    let peer = Peer.start("graph_scipy", scratch.path)
    var other = Timing(megabytes: peer?.run()?.megabytes ?? 0)
    for _ in 0..<runs {
      if let usage = peer?.run() { other.seconds.append(usage.seconds) }
      graph = GraphBuilder().build().graph
      let start = Command.now()
      graph = records.graph()
      own.seconds.append(Command.now() - start)
    }
    row = Row(work: row.work, stage: row.stage, own: own)
    guard other.seconds.count == runs, let peer else {
      row.faults = ["peer is missing: scipy (script/bench installs it)"]
      return row
    }
    let path = scratch.path + "/answer"
    row.isBroken = !(peer.writeAnswer(to: path) && records.agree(graph, with: path))
    if row.isBroken { row.faults = ["the rows DIFFER"] }
    row.peers = [.init("scipy", other, beside: own)]
    if tambons >= Self.wholeCountry { row.limits.share = Self.limitShare }
    return row
  }
}

/// The nodes and the edges of a graph before they are one: for each type two columns, tambon by
/// tambon.
private struct GraphRecords {
  let nodes: [(kind: NodeKind, part: Int)]
  let columns: [(type: EdgeType, from: [NodeID], to: [NodeID])]
  /// By type the number of nodes at both ends, and the first of them.
  private let shapes: [(rows: Int, columns: Int, firstRow: Int, firstColumn: Int)]

  var edgeCount: Int { columns.reduce(0) { $0 + $1.from.count } }

  init(_ graph: Graph) {
    nodes = graph.nodes.map { (graph.kind(of: $0), graph.part(of: $0)) }
    shapes = graph.edgeTypes.map { type in
      let (from, to) = (graph.nodes(of: type.from), graph.nodes(of: type.to))
      return (from.count, to.count, from.first?.index ?? 0, to.first?.index ?? 0)
    }
    var edges = [[(from: NodeID, to: NodeID)]](repeating: [], count: graph.edgeTypes.count)
    let numbers = Dictionary(uniqueKeysWithValues: zip(graph.edgeTypes, graph.edgeTypes.indices))
    for edge in (0..<graph.edgeCount).map({ EdgeID($0) }) {
      edges[numbers[graph.type(of: edge)] ?? 0].append(graph.ends(of: edge))
    }
    columns = zip(graph.edgeTypes, edges).map { type, edges in
      let byPart = Dictionary(grouping: edges) {
        max(graph.part(of: $0.from), graph.part(of: $0.to))
      }
      // Within a tambon in any order, as people write their sheets.
      let ordered = byPart.sorted { $0.key < $1.key }.flatMap { part, edges in
        var chance = SplitMix64(seed: UInt64(part))
        return edges.shuffled(using: &chance)
      }
      return (type, ordered.map(\.from), ordered.map(\.to))
    }
  }

  /// The work that is timed.
  func graph() -> Graph {
    var builder = GraphBuilder()
    for node in nodes { builder.addNode(node.kind, part: node.part) }
    for column in columns { builder.addEdges(column.type, from: column.from, to: column.to) }
    return builder.build(mergesParallelEdges: true).graph
  }

  /// Writes the edges of each type as two columns, each node by its number in its kind.
  func write(to folder: String) -> Bool {
    let list = shapes.map { "[\($0.rows), \($0.columns)]" }.joined(separator: ", ")
    var isWritten = Self.write(Array("[\(list)]".utf8), folder + "/shapes.json")
    for (number, (column, shape)) in zip(columns, shapes).enumerated() {
      let from = column.from.map { Int32($0.index - shape.firstRow) }
      let to = column.to.map { Int32($0.index - shape.firstColumn) }
      isWritten = Self.write(from, "\(folder)/\(number).from.i32") && isWritten
      isWritten = Self.write(to, "\(folder)/\(number).to.i32") && isWritten
    }
    return isWritten
  }

  private static func write<Element: BitwiseCopyable>(_ column: [Element], _ path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let isWritten = fwrite(column, MemoryLayout<Element>.stride, column.count, file) == column.count
    return fclose(file) == 0 && isWritten
  }

  /// Whether a file holds the rows of a graph: by type and direction where each node's row begins, and
  /// all neighbours.
  func agree(_ graph: Graph, with path: String) -> Bool {
    guard let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    for (type, shape) in zip(columns.map(\.type), shapes) {
      for direction in [Direction.forward, .backward] {
        let (rows, firstRow, firstColumn) =
          direction == .forward
          ? (shape.rows, shape.firstRow, shape.firstColumn)
          : (shape.columns, shape.firstColumn, shape.firstRow)
        let adjacency = graph.adjacency(type, direction)
        var starts: [Int32] = [0]
        var neighbours: [Int32] = []
        for node in firstRow..<firstRow + rows {
          neighbours += adjacency.neighbours(of: NodeID(node)).map { Int32($0.index - firstColumn) }
          starts.append(Int32(neighbours.count))
        }
        guard Self.read(starts.count, file) == starts,
          Self.read(neighbours.count, file) == neighbours
        else { return false }
      }
    }
    return true
  }

  private static func read(_ count: Int, _ file: UnsafeMutablePointer<FILE>) -> [Int32] {
    var column = [Int32](repeating: 0, count: count)
    return fread(&column, 4, count, file) == count ? column : []
  }
}
