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
  }

  /// Some of the pairs, with the shares of the metapaths in their scores.
  public struct Chunk: Sendable {
    /// The pairs.
    public fileprivate(set) var pairs: [Pair] = []
    /// For each pair the share of each metapath, in the order of the approach's metapaths.
    public fileprivate(set) var shares: [Float] = []
    /// How many pairs there were, those beyond `perTarget` and below `least` included.
    public fileprivate(set) var considered = 0
    /// How many of them were below `least`.
    public fileprivate(set) var thin = 0
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
    self.init(FeatureTable(graph, approach, nil), limits) { _ in model }
  }

  /// Ranks the pairs of some parts, each by its own model.
  init(_ table: FeatureTable, _ limits: Limits, _ model: @Sendable (Int) -> PathModel) {
    let rows = RowTable(table, limits)
    let targets = rows.targets
    // Chunks of equal numbers of nodes, several a core, so that none waits long for another.
    let size = max(1, min(targets.count / 16 + 1, 32_768))
    let starts = Array(stride(from: 0, to: targets.count, by: size))
    chunks = concurrentMap(starts.count) { index in
      let end = min(starts[index] + size, targets.count)
      return rows.ranked(targets[starts[index]..<end], model)
    }
  }
}

/// Ranks one reached node after another.
private struct RowTable: Sendable {
  private let table: FeatureTable
  private let limits: PairRanking.Limits
  private let sharedSources: Range<NodeID>
  private let sharedTargets: Range<NodeID>
  /// The nodes to be reached, each with the part that it is seen from.
  let targets: [(node: NodeID, part: Int)]

  private var graph: Graph { table.graph }
  private var width: Int { table.approach.metaPaths.count }

  init(_ table: FeatureTable, _ limits: PairRanking.Limits) {
    self.table = table
    self.limits = limits
    sharedSources = table.graph.span(of: table.approach.from, in: 0)
    sharedTargets = table.graph.span(of: table.approach.to, in: 0)
    targets = limits.parts.flatMap { part in table.targets(of: part).map { ($0, part) } }
  }

  func ranked(
    _ targets: ArraySlice<(node: NodeID, part: Int)>, _ model: (Int) -> PathModel
  ) -> PairRanking.Chunk {
    table.withRows { row, near, memory in
      var chunk = PairRanking.Chunk()
      if limits.perTarget > 0, limits.perTarget <= 10 {
        chunk.pairs.reserveCapacity(targets.count * limits.perTarget)
        chunk.shares.reserveCapacity(targets.count * limits.perTarget * width)
        chunk.pairs.preferLargePages()
        chunk.shares.preferLargePages()
      }
      var best = BestFew(limits.perTarget)
      var scorer = Scorer(table, model(targets.first?.part ?? 0))
      var known = targets.first?.part
      var own = graph.span(of: table.approach.from, in: known ?? 0)
      for (target, part) in targets {
        if let isOpen = limits.isOpen, !isOpen(target) { continue }
        table.fill(&row, &near, &memory, from: target, within: part)
        if known != part {
          scorer = Scorer(table, model(part))
          own = graph.span(of: table.approach.from, in: part)
          known = part
        }
        rank(row, target, own, scorer, into: &best, &chunk)
        best.sort()
        for place in 0..<best.count {
          let entry = best.entries[place]
          chunk.pairs.append(.init(from: entry.from, to: target, score: entry.score))
          chunk.shares.append(
            contentsOf: scorer.shares(of: row, Int(entry.index), score: entry.score))
        }
      }
      return chunk
    }
  }

  private func rank(
    _ row: borrowing PathRow, _ target: NodeID, _ own: Range<NodeID>,
    _ scorer: borrowing Scorer, into best: inout BestFew, _ chunk: inout PairRanking.Chunk
  ) {
    best.clear()
    let (along, against) = table.tied(to: target)
    // No link is proposed between plans, nor between two that no plan has to itself.
    let shared = sharedTargets.contains(target) ? own : sharedSources
    let isFree = limits.includesTied || (along.isEmpty && against.isEmpty)
    for index in 0..<row.count {
      let from = row.end(index)
      guard own.contains(from) || shared.contains(from),
        isFree || !(along.contains(from) || against.contains(from)),
        limits.isLeftOut?(from, target) != true
      else { continue }
      let score = scorer.score(row, index)
      guard score > 0 else { continue }
      chunk.considered += 1
      if limits.least > 0, scorer.telling(row, index) < limits.least {
        chunk.thin += 1
      } else {
        best.add(score, from, index)
      }
    }
  }
}

/// A model made ready to score many rows.
private struct Scorer: ~Copyable {
  private struct Column: BitwiseCopyable {
    let place: Int
    let weight: Double
    let scale: Double
    let standsAlone: Bool
  }

  private let columns: UnsafeMutableBufferPointer<Column>
  private let shares: UnsafeMutableBufferPointer<Float>
  private let isPlain: Bool

  init(_ table: FeatureTable, _ model: PathModel) {
    isPlain = model.isPlain
    columns = .allocate(capacity: model.weights.count)
    shares = .allocate(capacity: model.weights.count)
    shares.initialize(repeating: 0)
    for index in model.weights.indices {
      columns.initializeElement(
        at: index,
        to: Column(
          place: table.columns[index], weight: model.weights[index],
          scale: model.scales[index],
          standsAlone: table.approach.metaPaths[index].standsAlone))
    }
  }

  deinit {
    columns.deallocate()
    shares.deallocate()
  }

  @inline(__always)
  private borrowing func value(
    _ column: Column, _ cells: UnsafePointer<PathCount>
  ) -> Double {
    let weight = cells[column.place].weight
    if isPlain { return column.weight * weight }
    return weight > 0 ? column.weight * asinh(weight / column.scale) : 0
  }

  borrowing func score(_ row: borrowing PathRow, _ index: Int) -> Double {
    let cells = row.columns(index)
    var score = 0.0
    for column in columns { score += value(column, cells) }
    return score
  }

  /// What the paths add to the score that are reason enough alone.
  borrowing func telling(_ row: borrowing PathRow, _ index: Int) -> Double {
    let cells = row.columns(index)
    var score = 0.0
    for column in columns where column.standsAlone { score += value(column, cells) }
    return score
  }

  /// What each column makes up of a score; good until the next call.
  borrowing func shares(
    of row: borrowing PathRow, _ index: Int, score: Double
  ) -> UnsafeMutableBufferPointer<Float> {
    let scale = 1 / score
    let cells = row.columns(index)
    for place in columns.indices {
      shares[place] = Float(value(columns[place], cells) * scale)
    }
    return shares
  }
}

/// The best few of a row, best first; equal scores by the node.
private struct BestFew: ~Copyable {
  struct Entry: BitwiseCopyable {
    let score: Double
    let from: NodeID
    let index: Int32

    func precedes(_ other: Entry) -> Bool {
      score != other.score ? score > other.score : from < other.from
    }
  }

  private let limit: Int
  private var capacity: Int
  private(set) var count = 0
  private(set) var entries: UnsafeMutablePointer<Entry>

  init(_ limit: Int) {
    self.limit = limit
    capacity = limit > 0 ? limit : 64
    entries = .allocate(capacity: capacity)
  }

  deinit { entries.deallocate() }

  mutating func clear() { count = 0 }

  /// Takes an entry that is among the best so far.
  @inline(__always)
  mutating func add(_ score: Double, _ from: NodeID, _ index: Int) {
    let entry = Entry(score: score, from: from, index: Int32(index))
    if limit == 0 {
      if count == capacity { grow() }
    } else if count == limit {
      guard entry.precedes(entries[count - 1]) else { return }
      count -= 1
    }
    // Where all are kept they are put in order at the end.
    var place = count
    while limit > 0, place > 0, entry.precedes(entries[place - 1]) {
      entries[place] = entries[place - 1]
      place -= 1
    }
    entries[place] = entry
    count += 1
  }

  /// Puts the entries in order where all are kept.
  mutating func sort() {
    guard limit == 0 else { return }
    var all = UnsafeMutableBufferPointer(start: entries, count: count)
    all.sort { $0.precedes($1) }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    larger.initialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
  }
}

extension Array {
  /// Asks for large pages for what is reserved: a country's pairs would else cost a fault each few.
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
