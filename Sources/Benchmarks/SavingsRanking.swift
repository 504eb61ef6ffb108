import Graphs
import Linkage
import Plans

/// For every activity its best funds, as our own program and the peers give them.
struct SavingsRanking {
  /// How many funds an activity has at most.
  static let depth = 10
  /// The seven metapaths that are timed, with weights of their own so that the peers need no scales.
  static let approach: Approach = {
    let savings = Approach.standard(.savings)
    let weights = [
      "leader": 1, "organisation": 1, "leader-organisation": 0.5, "issue": 0.5, "place": 0.25,
      "leader-place": 0.25, "mechanism": 0.25,
    ]
    let order = [
      "leader", "organisation", "leader-organisation", "issue", "place", "leader-place",
      "mechanism",
    ]
    return Approach(
      name: savings.name, from: savings.from, to: savings.to, proposes: savings.proposes,
      metaPaths: order.compactMap { name in
        savings.metaPaths.first { $0.name == name }
          .map { .init($0.metaPath, weight: weights[name] ?? 0) }
      })
  }()
  /// The metapaths in the order of the shares.
  static let metaPaths = approach.metaPaths

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
func rankSavings(_ graph: Graph) -> PairRanking {
  var limits = PairRanking.Limits(parts: Array(1...graph.partCount))
  limits.perTarget = SavingsRanking.depth
  return PairRanking(graph, SavingsRanking.approach, limits)
}

extension SavingsRanking {
  /// The answer in the peers' form.
  init(_ ranking: PairRanking, _ graph: Graph) {
    self.init(activities: graph.nodes(of: .activity).count)
    let firstActivity = graph.nodes(of: .activity).first?.index ?? 0
    let firstFund = graph.nodes(of: .fund).first?.index ?? 0
    let width = Self.metaPaths.count
    var (last, rank) = (-1, 0)
    for chunk in ranking.chunks {
      for (index, pair) in chunk.pairs.enumerated() {
        rank = pair.to.index == last ? rank + 1 : 0
        last = pair.to.index
        let place = (pair.to.index - firstActivity) * Self.depth + rank
        funds[place] = Int32(pair.from.index - firstFund)
        scores[place] = pair.score
        for column in 0..<width {
          shares[place * width + column] = chunk.shares[index * width + column]
        }
      }
    }
  }
}

/// By path counts from every fund of a part: for each activity reached and not financed by it the
/// funds, best first.
func savingsEntries(_ graph: Graph, part: Int) -> [NodeID: [SavingsRanking.Entry]] {
  let finances: Set<EdgeKind> = Set([SavingsRanking.approach.proposes.edgeKind].compactMap(\.self))
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
