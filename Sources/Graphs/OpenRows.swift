import Glibc

/// The edges of a type as seen from one of their ends.
struct EdgeView: Hashable {
  let type: EdgeType
  let direction: Direction

  var start: NodeKind { direction == .forward ? type.from : type.to }
  var end: NodeKind { direction == .forward ? type.to : type.from }

  /// How a step of a metapath goes, and how it is seen from where it leads.
  static func ends(of metaPath: MetaPath, step: Int) -> (ahead: EdgeView, back: EdgeView) {
    let type = metaPath.edgeType(ofStep: step)
    let direction = metaPath.steps[step].direction
    return (
      EdgeView(type: type, direction: direction),
      EdgeView(type: type, direction: direction.reversed)
    )
  }

  /// All that the steps of a metapath look at.
  static func all(of metaPath: MetaPath) -> [EdgeView] {
    metaPath.steps.indices.flatMap { index -> [EdgeView] in
      let (ahead, back) = ends(of: metaPath, step: index)
      return [ahead, back]
    }
  }
}

/// The rows of one view of edges as seen from a part.
struct OpenRows: BitwiseCopyable {
  /// By its address: so large a value would be copied at each step.
  private let storage: UnsafeMutablePointer<Storage>

  private struct Storage {
    let pointers: AdjacencyPointers
    /// The shared nodes whose rows are cut to the part; they come first among their kind.
    let shared: Range<Int32>
    let sharedNeighbours: Int32
    /// Where the neighbours of each part begin.
    let ownNeighbours: [Int32]
    let known: UnsafeMutablePointer<KnownRow>
  }

  /// A shared node's row as it was found for the part that asked last.
  private struct KnownRow: BitwiseCopyable {
    let part: Int
    let row: PartRow
  }

  init(_ graph: Graph, _ pointers: AdjacencyPointers, from: NodeKind, to: NodeKind) {
    let shared = graph.range(of: from, in: 0)
    storage = .allocate(capacity: 1)
    storage.initialize(
      to: Storage(
        pointers: pointers, shared: shared,
        sharedNeighbours: graph.range(of: to, in: 0).upperBound,
        ownNeighbours: graph.partStarts[to] ?? [], known: zeroed(shared.count)))
  }

  func deallocate() {
    free(storage.pointee.known)
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  /// The node that each edge leads to, row after row.
  @inline(__always)
  var neighbours: UnsafeBufferPointer<Int32> { storage.pointee.pointers.neighbours }

  /// How long a node's row is.
  @inline(__always)
  func count(of node: Int32, within part: Int) -> Int { row(of: node, within: part).count }

  @inline(__always)
  func row(of node: Int32, within part: Int) -> PartRow {
    guard part > 0, storage.pointee.shared.contains(node) else {
      return PartRow(all: storage.pointee.pointers.row(node))
    }
    return sharedRow(of: node, within: part)
  }

  private func sharedRow(of node: Int32, within part: Int) -> PartRow {
    let known = storage.pointee.known + Int(node - storage.pointee.shared.lowerBound)
    if known.pointee.part != part {
      known.initialize(
        to: KnownRow(
          part: part,
          row: cut(storage.pointee.pointers.row(node), to: part, known.pointee)))
    }
    return known.pointee.row
  }

  /// Parts mostly come in their order, so that the search goes on where the last one ended.
  private func cut(_ row: Range<Int>, to part: Int, _ last: KnownRow) -> PartRow {
    let starts = storage.pointee.ownNeighbours
    let hasOwn = part + 1 < starts.count
    let own = hasOwn ? starts[part]..<starts[part + 1] : 0..<0
    let isEarlier = hasOwn && last.part > 0 && last.part < part
    return PartRow(
      row, shared: storage.pointee.sharedNeighbours, own: own, after: isEarlier ? last.row : nil
    ) { neighbours[$0] }
  }
}

/// Memory of zeros for values that are fine as zeros; `free` gives it back.
func zeroed<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
  guard let memory = calloc(max(count, 1), MemoryLayout<Value>.stride) else {
    fatalError("out of memory")
  }
  return memory.bindMemory(to: Value.self, capacity: max(count, 1))
}
