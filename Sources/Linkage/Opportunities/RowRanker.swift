import Glibc
import Graphs
import Plans

/// Ranks one reached node after another.
struct RowRanker: ~Copyable {
  private let table: FeatureTable
  private let limits: PairRanking.Limits
  private let model: (Int) -> PathModel
  private let sharedSources: Range<NodeID>
  private let sharedTargets: Range<NodeID>
  /// Who has the proposed tie to a reached node already.
  private let along: AdjacencyPointers
  private let against: AdjacencyPointers
  private var own = NodeID(0)..<NodeID(0)
  private var best: BestFew
  private var scorer: RowScorer
  /// What is added next to the pairs that are found, and their shares.
  private var room = 64
  private var pairs: UnsafeMutablePointer<PairRanking.Pair>
  private var shares: UnsafeMutablePointer<Float>

  /// Calls a closure with a ranker and with the rows that it fills.
  static func withRanker(
    _ table: FeatureTable, _ limits: PairRanking.Limits,
    _ model: @escaping (Int) -> PathModel,
    _ body: (
      inout RowRanker, inout PathRow, inout PathRow, inout FeatureTable.PartMemory
    ) -> Void
  ) {
    table.withRows { row, near, memory in
      table.proposed.along.withPointers { along in
        table.proposed.against.withPointers { against in
          var ranker = RowRanker(table, limits, model, along, against)
          body(&ranker, &row, &near, &memory)
        }
      }
    }
  }

  private init(
    _ table: FeatureTable, _ limits: PairRanking.Limits, _ model: @escaping (Int) -> PathModel,
    _ along: AdjacencyPointers, _ against: AdjacencyPointers
  ) {
    self.table = table
    self.limits = limits
    self.model = model
    self.along = along
    self.against = against
    sharedSources = table.graph.span(of: table.approach.from, in: 0)
    sharedTargets = table.graph.span(of: table.approach.to, in: 0)
    best = BestFew(limits.perTarget)
    scorer = RowScorer(table)
    pairs = .allocate(capacity: room)
    shares = .allocate(capacity: room * scorer.width)
  }

  deinit {
    pairs.deallocate()
    shares.deallocate()
  }

  /// The best pairs of the nodes of a piece.
  mutating func ranked(
    _ piece: [TargetStretch], _ row: inout PathRow, _ near: inout PathRow,
    _ memory: inout FeatureTable.PartMemory
  ) -> PairRanking.Chunk {
    var chunk = PairRanking.Chunk()
    if limits.perTarget > 0, limits.perTarget <= 10 {
      chunk.reserve(
        piece.reduce(0) { $0 + $1.nodes.count } * limits.perTarget, width: scorer.width)
    }
    for stretch in piece {
      scorer.take(model(stretch.part))
      own = table.graph.span(of: table.approach.from, in: stretch.part)
      for number in stretch.nodes {
        let target = NodeID(number)
        if let isOpen = limits.isOpen, !isOpen(target) { continue }
        table.fill(&row, &near, &memory, from: target, within: stretch.part)
        rank(&row, target, &chunk)
        append(row, target, to: &chunk)
      }
    }
    return chunk
  }

  private mutating func rank(
    _ row: inout PathRow, _ target: NodeID, _ chunk: inout PairRanking.Chunk
  ) {
    best.clear()
    if !limits.includesTied {
      for node in along.neighbours(of: target) { row.empty(NodeID(Int(node))) }
      for node in against.neighbours(of: target) { row.empty(NodeID(Int(node))) }
    }
    // No link is proposed between plans, nor between two that no plan has to itself.
    let shared = sharedTargets.contains(target) ? own : sharedSources
    var (considered, thin) = (0, 0)
    for index in 0..<row.count {
      let from = row.end(index)
      guard own.contains(from) || shared.contains(from) else { continue }
      let cells = row.columns(index)
      let score = scorer.score(cells)
      guard score > 0, limits.isLeftOut?(from, target) != true else { continue }
      considered += 1
      if limits.least > 0, scorer.telling(cells) < limits.least {
        thin += 1
      } else {
        best.add(score, from, index)
      }
    }
    chunk.considered += considered
    chunk.thin += thin
  }

  /// Adds the best pairs of a row to a chunk, all at once: one after the other would cost more than
  /// finding them.
  private mutating func append(
    _ row: borrowing PathRow, _ target: NodeID, to chunk: inout PairRanking.Chunk
  ) {
    best.sort()
    makeRoom(for: best.count)
    for place in 0..<best.count {
      let entry = best.entries[place]
      pairs[place] = .init(from: entry.from, to: target, score: entry.score)
      scorer.share(
        entry.score, of: row.columns(Int(entry.index)), into: shares + place * scorer.width)
    }
    chunk.append(
      UnsafeBufferPointer(start: pairs, count: best.count),
      UnsafeBufferPointer(start: shares, count: best.count * scorer.width))
  }

  private mutating func makeRoom(for count: Int) {
    guard count > room else { return }
    pairs.deallocate()
    shares.deallocate()
    room = 2 * count
    pairs = .allocate(capacity: room)
    shares = .allocate(capacity: room * scorer.width)
  }
}
