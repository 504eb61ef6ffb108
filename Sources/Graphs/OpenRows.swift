import Glibc

extension PathRow {
  /// A tie of the start that is taken for not there.
  struct Avoided: BitwiseCopyable {
    let node: Int32
    let tie: EdgeKind?
  }

  /// One step of one metapath, on open arrays.
  struct Step: BitwiseCopyable {
    let edge: EdgeKind
    let ahead: OpenRows
    let back: OpenRows
    /// The places on the trail, as bits, where a node of the kind that the step leads to may stand.
    let mayRepeat: Int
    /// Whether no node that the step leads to is shared, so that its row is whole.
    let isPlainAtEnd: Bool

    init(
      _ graph: Graph, _ metaPath: MetaPath, _ index: Int, ahead: AdjacencyPointers,
      back: AdjacencyPointers
    ) {
      let kinds = [metaPath.start] + metaPath.steps.map(\.to)
      edge = metaPath.steps[index].edge
      self.ahead = OpenRows(graph, ahead, from: kinds[index], to: kinds[index + 1])
      self.back = OpenRows(graph, back, from: kinds[index + 1], to: kinds[index])
      isPlainAtEnd = graph.range(of: kinds[index + 1], in: 0).isEmpty
      mayRepeat = (0...index).reduce(0) { kinds[$1] == kinds[index + 1] ? $0 | 1 << $1 : $0 }
    }

    func free() {
      ahead.free()
      back.free()
    }
  }

  /// The rows of one edge type and direction as seen from a part.
  struct OpenRows: BitwiseCopyable {
    let pointers: AdjacencyPointers
    let neighbours: UnsafeBufferPointer<Int32>
    /// The shared nodes whose rows are cut to the part; they come first among their kind.
    private let firstShared: Int32
    private let lastShared: Int32
    private let sharedNeighbours: Int32
    /// Where the neighbours of each part begin.
    private let ownNeighbours: UnsafeMutableBufferPointer<Int32>
    private let known: UnsafeMutablePointer<KnownRow>

    /// A shared node's row as it was found for the part that asked last.
    struct KnownRow: BitwiseCopyable {
      let part: Int
      let row: PartRow
    }

    init(_ graph: Graph, _ pointers: AdjacencyPointers, from: NodeKind, to: NodeKind) {
      self.pointers = pointers
      neighbours = pointers.neighbours
      let shared = graph.range(of: from, in: 0)
      (firstShared, lastShared) = (shared.lowerBound, shared.upperBound)
      sharedNeighbours = graph.range(of: to, in: 0).upperBound
      let starts = graph.partStarts[to] ?? []
      ownNeighbours = .allocate(capacity: starts.count)
      _ = ownNeighbours.initialize(from: starts)
      known = zeroed(shared.count)
    }

    func free() {
      Glibc.free(known)
      ownNeighbours.deallocate()
    }

    /// How long a node's row is.
    @inline(__always)
    func count(of node: Int32, within part: Int) -> Int {
      if node < lastShared, node >= firstShared { return row(of: node, within: part).count }
      return pointers.row(node).count
    }

    @inline(__always)
    func row(of node: Int32, within part: Int) -> PartRow {
      guard part > 0, node < lastShared, node >= firstShared else {
        return PartRow(all: pointers.row(node))
      }
      let slot = Int(node - firstShared)
      if known[slot].part != part {
        known[slot] = KnownRow(part: part, row: cut(pointers.row(node), to: part, known[slot]))
      }
      return known[slot].row
    }

    /// Parts mostly come in their order, so that the search goes on where the last one ended.
    private func cut(_ row: Range<Int>, to part: Int, _ last: KnownRow) -> PartRow {
      let hasOwn = part + 1 < ownNeighbours.count
      let own = hasOwn ? ownNeighbours[part]..<ownNeighbours[part + 1] : 0..<0
      let isEarlier = hasOwn && last.part > 0 && last.part < part
      return PartRow(row, shared: sharedNeighbours, own: own, after: isEarlier ? last.row : nil) {
        neighbours[$0]
      }
    }
  }
}

/// Memory of zeros for values that are fine as zeros; `free` gives it back.
func zeroed<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
  guard let memory = calloc(max(count, 1), MemoryLayout<Value>.stride) else {
    fatalError("out of memory")
  }
  return memory.bindMemory(to: Value.self, capacity: max(count, 1))
}
