import Glibc
import Graphs
import Plans

/// A graph's edges as the peers read them: raw int32 columns, each node by its number in its kind.
///
/// Issues and agencies that plans share are numbered anew within each plan.
struct EdgeFiles {
  /// The relations that `savings` walks: the name of the files, the edge, the kinds of its ends.
  private static let relations: [(name: String, relation: Relation, from: NodeKind, to: NodeKind)] =
    [
      ("serves_on", .servesOn, .leader, .fund), ("leads", .leads, .leader, .activity),
      ("belongs_to", .belongsTo, .fund, .organisation), ("runs", .runs, .organisation, .activity),
      ("member_of", .memberOf, .leader, .organisation), ("finances", .finances, .fund, .activity),
      ("about", .about, .activity, .issue), ("fund_place", .locatedIn, .fund, .place),
      ("activity_place", .locatedIn, .activity, .place), ("lives_in", .livesIn, .leader, .place),
      ("supports", .supports, .mechanism, .activity),
    ]

  private let graph: Graph
  private var numbers: [NodeKind: [Int: Int32]] = [:]
  private let folder: String

  /// Writes all files into a folder that is there.
  static func write(_ graph: Graph, to folder: String) -> Bool {
    var files = EdgeFiles(graph: graph, folder: folder)
    return files.writeAll()
  }

  private init(graph: Graph, folder: String) {
    self.graph = graph
    self.folder = folder
  }

  private mutating func writeAll() -> Bool {
    var columns = [[Int32]](repeating: [], count: 2 * Self.relations.count)
    for edge in (0..<graph.edgeCount).map({ EdgeID($0) }) {
      let type = graph.type(of: edge)
      guard
        let relation = Self.relations.firstIndex(where: {
          $0.relation.edgeKind == type.kind && $0.from == type.from && $0.to == type.to
        })
      else { continue }
      let ends = graph.ends(of: edge)
      let part = max(graph.part(of: ends.from), graph.part(of: ends.to))
      columns[2 * relation].append(number(of: ends.from, in: part))
      columns[2 * relation + 1].append(number(of: ends.to, in: part))
    }
    var isWritten = true
    for (index, relation) in Self.relations.enumerated() {
      isWritten = write(columns[2 * index], "\(relation.name).from.i32") && isWritten
      isWritten = write(columns[2 * index + 1], "\(relation.name).to.i32") && isWritten
    }
    for kind in [NodeKind.fund, .activity] {
      let parts = graph.nodes(of: kind).map { Int32(graph.part(of: $0) - 1) }
      isWritten = write(parts, "\(kind.word)_plan.of.i32") && isWritten
    }
    return writeCounts() && isWritten
  }

  /// A node's number within its kind; a shared node has one for each plan that it is met in.
  private mutating func number(of node: NodeID, in part: Int) -> Int32 {
    let kind = graph.kind(of: node)
    guard kind == .issue || kind == .mechanism else {
      return Int32(node.index - (graph.nodes(of: kind).first?.index ?? 0))
    }
    let key = node.index * (graph.partCount + 1) + part
    let next = Int32(numbers[kind]?.count ?? 0)
    let number = numbers[kind]?[key] ?? next
    if number == next { numbers[kind, default: [:]][key] = number }
    return number
  }

  private func writeCounts() -> Bool {
    var counts = ["\"plan\": \(graph.partCount)"]
    for kind in NodeKind.all where kind != .plan {
      let count = numbers[kind]?.count ?? graph.nodes(of: kind).count
      counts.append("\"\(kind.word)\": \(count)")
    }
    return write(Array("{\(counts.joined(separator: ", "))}".utf8), "counts.json")
  }

  private func write<Element: BitwiseCopyable>(_ column: [Element], _ name: String) -> Bool {
    Self.write(column, to: folder + "/" + name)
  }

  /// Writes a column as its bytes.
  static func write<Element: BitwiseCopyable>(_ column: [Element], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let size = MemoryLayout<Element>.stride
    let isWritten = column.withUnsafeBufferPointer {
      fwrite($0.baseAddress, size, $0.count, file) == $0.count
    }
    return fclose(file) == 0 && isWritten
  }
}
