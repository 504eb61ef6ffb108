import Glibc
public import Graphs
import Plans

/// The pairs that the metapaths of an approach speak for: for each reached node its best ones.
///
/// What a pair's score is, `PathModel` says. A pair of score 0 is none.
public struct PairRanking: Sendable {
  /// A pair with its score.
  public struct Pair: Sendable, Equatable, BitwiseCopyable {
    /// The node that the link would leave.
    public let from: NodeID
    /// The node that it would reach.
    public let to: NodeID
    /// How much speaks for it.
    public let score: Double

    /// Whether more speaks for one than for another; equal scores by the ids of both ends.
    static func precedes(_ left: Pair, _ right: Pair) -> Bool {
      left.score != right.score
        ? left.score > right.score : (left.from, left.to) < (right.from, right.to)
    }
  }

  /// Some of the pairs, with the shares of the metapaths in their scores.
  public struct Chunk: Sendable {
    /// The pairs.
    public private(set) var pairs: [Pair] = []
    /// For each pair the share of each metapath, in the order of the approach's metapaths.
    public private(set) var shares: [Float] = []
    /// How many pairs there were, those beyond `perTarget` and below `least` included.
    public internal(set) var considered = 0
    /// How many of them were below `least`.
    public internal(set) var thin = 0

    /// Makes room for pairs, on large pages: a country's pairs would else cost a fault each few.
    mutating func reserve(_ count: Int, width: Int) {
      pairs.reserveCapacity(count)
      shares.reserveCapacity(count * width)
      pairs.preferLargePages()
      shares.preferLargePages()
    }

    mutating func append(
      _ pairs: UnsafeBufferPointer<Pair>, _ shares: UnsafeBufferPointer<Float>
    ) {
      self.pairs.append(contentsOf: pairs)
      self.shares.append(contentsOf: shares)
    }
  }

  /// The pairs, by part and reached node ascending, and within these best first; equal scores by the
  /// node that the link would leave.
  public let chunks: [Chunk]

  /// The pairs of all chunks, in order.
  public var pairs: some Sequence<Pair> { chunks.lazy.flatMap(\.pairs) }

  /// Which pairs are wanted.
  public struct Limits: Sendable {
    /// The parts whose pairs are wanted.
    public var parts: [Int]
    /// How many pairs each reached node has at most; 0 for all.
    public var perTarget = 0
    /// What the paths that are reason enough alone add to the score of a pair at least.
    public var least = 0.0
    /// Whether pairs that the proposed tie holds together are wanted too.
    public var includesTied = false
    /// Whether a node may be reached; nil where all may.
    public var isOpen: (@Sendable (NodeID) -> Bool)?
    /// Whether a pair (from, to) is left out; nil where none is.
    public var isLeftOut: (@Sendable (NodeID, NodeID) -> Bool)?

    /// All pairs of some parts.
    public init(parts: [Int]) { self.parts = parts }
  }

  /// Ranks the pairs of some parts; pairs that the proposed tie holds together already are none.
  ///
  /// The approach's own weights count, and path counts are summed as they are, unscaled.
  ///
  /// - Complexity: O(walks of all metapaths + pairs · log perTarget), on all cores.
  public init(_ graph: Graph, _ approach: Approach, _ limits: Limits) {
    let model = PathModel(of: approach)
    self.init(FeatureTable(graph, approach, comparing: nil), limits) { _ in model }
  }

  /// Ranks the pairs of some parts, each by its own model.
  init(_ table: FeatureTable, _ limits: Limits, _ model: @escaping @Sendable (Int) -> PathModel) {
    let pieces = TargetStretch.pieces(of: limits.parts, table)
    chunks = concurrentMap(pieces.count) { run in
      RowRanker.withRanker(table, limits, model) { ranker, row, near, memory in
        run { ranker.ranked(pieces[$0], &row, &near, &memory) }
      }
    }
  }
}

/// Nodes to be reached that follow one another, with the part that they are seen from.
struct TargetStretch {
  let part: Int
  let nodes: Range<Int>

  /// The nodes that links of parts would reach, cut into ever smaller pieces.
  static func pieces(of parts: [Int], _ table: FeatureTable) -> [[TargetStretch]] {
    let stretches = parts.flatMap { part in
      [0, part].map { table.graph.span(of: table.approach.to, in: $0) }.map {
        TargetStretch(part: part, nodes: $0.lowerBound.index..<$0.upperBound.index)
      }
    }
    var left = stretches.reduce(0) { $0 + $1.nodes.count }
    var room = chunkSize(ofLeft: left)
    var pieces: [[TargetStretch]] = []
    var piece: [TargetStretch] = []
    for stretch in stretches {
      var nodes = stretch.nodes
      while !nodes.isEmpty {
        let taken = nodes.prefix(room)
        piece.append(TargetStretch(part: stretch.part, nodes: taken))
        nodes = taken.upperBound..<nodes.upperBound
        left -= taken.count
        room -= taken.count
        guard room == 0 else { continue }
        pieces.append(piece)
        piece = []
        room = chunkSize(ofLeft: left)
      }
    }
    return pieces
  }
}

extension Array {
  /// Asks for large pages for what is reserved.
  fileprivate mutating func preferLargePages() {
    let size = capacity * MemoryLayout<Element>.stride
    let page = 1 << 21
    guard size > page else { return }
    withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let first = (UInt(bitPattern: base) + UInt(page) - 1) & ~UInt(page - 1)
      let last = (UInt(bitPattern: base) + UInt(size)) & ~UInt(page - 1)
      if last > first, let start = UnsafeMutableRawPointer(bitPattern: first) {
        madvise(start, Int(last - first), MADV_HUGEPAGE)
      }
    }
  }
}
