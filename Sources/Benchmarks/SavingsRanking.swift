import Graphs
import Linkage
import Plans

/// For every activity its best funds, as our own program and the peers give them.
struct SavingsRanking {
  /// How many funds an activity has at most.
  static let depth = 10
  /// The metapaths in the order of the shares.
  static let metaPaths = Approach.savings.metaPaths

  /// By activity and rank the fund's number among funds; -1 where there are fewer.
  var funds: [Int32]
  /// By activity and rank the weighted sum of the degree-weighted path counts.
  var scores: [Double]
  /// By activity, rank and metapath the part of the score that it makes up.
  var shares: [Float]

  init(activities: Int) {
    funds = [Int32](repeating: -1, count: activities * Self.depth)
    scores = [Double](repeating: 0, count: activities * Self.depth)
    shares = [Float](repeating: 0, count: activities * Self.depth * Self.metaPaths.count)
  }

  /// One fund of an activity, with what each metapath adds to its score.
  struct Entry {
    let fund: Int32
    var score = 0.0
    var parts = [Double](repeating: 0, count: SavingsRanking.metaPaths.count)

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      left.score != right.score ? left.score > right.score : left.fund < right.fund
    }
  }

  /// Takes an activity's entries, best first; those beyond the depth are left out.
  mutating func set(_ activity: Int, _ entries: [Entry]) {
    for (rank, entry) in entries.prefix(Self.depth).enumerated() {
      let place = activity * Self.depth + rank
      funds[place] = entry.fund
      scores[place] = entry.score
      for (index, part) in entry.parts.enumerated() {
        shares[place * Self.metaPaths.count + index] = Float(part / entry.score)
      }
    }
  }
}

/// The ten best funds of every activity, in a built graph: the work that is timed.
func rankSavings(_ graph: Graph) -> SavingsRanking {
  let first = graph.nodes(of: .activity).first?.index ?? 0
  var ranking = SavingsRanking(activities: graph.nodes(of: .activity).count)
  for part in 0...graph.partCount {
    for (activity, entries) in savingsEntries(graph, part: part) {
      ranking.set(activity.index - first, entries)
    }
  }
  return ranking
}

/// By path counts from every fund of a part: for each activity reached and not financed by it the
/// funds, best first.
func savingsEntries(_ graph: Graph, part: Int) -> [NodeID: [SavingsRanking.Entry]] {
  let finances: Set<EdgeKind> = Set([Approach.savings.proposes.edgeKind].compactMap(\.self))
  let firstFund = graph.nodes(of: .fund).first?.index ?? 0
  var entries: [NodeID: [SavingsRanking.Entry]] = [:]
  for fund in graph.nodes(of: .fund, in: part) {
    var reached: [NodeID: SavingsRanking.Entry] = [:]
    for (index, item) in SavingsRanking.metaPaths.enumerated() {
      for (activity, count) in graph.pathCounts(along: item.metaPath, from: fund) {
        let weight = count.weight * item.weight
        reached[activity, default: .init(fund: Int32(fund.index - firstFund))].score += weight
        reached[activity]?.parts[index] = weight
      }
    }
    for (activity, entry) in reached where !graph.hasEdge(finances, from: fund, to: activity) {
      entries[activity, default: []].append(entry)
    }
  }
  return entries.mapValues { $0.sorted(by: SavingsRanking.Entry.precedes) }
}
