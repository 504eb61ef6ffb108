import Graphs
public import Plans

/// What leaders are ranked by.
public enum LeaderReading: String, Sendable, CaseIterable {
  /// How many activities, villages and issues lie within two steps.
  case reach
  /// How often the leader lies between others: betweenness.
  case bridge
  /// How far a word goes that the leader passes on: diffusion centrality.
  case spread
  /// Years, and activities carried through to done: half of it each, as shares of the plan's most.
  case experience
}

/// A leader with the rank by a reading.
public struct RankedLeader: Sendable {
  /// Why a leader is pointed out in a list.
  public enum Mark: String, Sendable {
    /// The first by the reading.
    case best
    /// The first of those who carry little now.
    case free
  }

  /// The rank, from 1; those of one score rank by id.
  public let rank: Int
  /// What is measured of the leader.
  public let measures: LeaderMeasures
  /// The value of the reading; nil where the plan does not say enough.
  public let score: Double?
  /// The score beside the median of all leaders of the plan; nil where that is 0 or not known.
  public let timesMedian: Double?
  /// What makes the leader pass the filter.
  public let grounds: [LeaderFilter.Ground]
  /// Why the leader is pointed out; nil where for nothing.
  public let mark: Mark?
}

/// The leaders of one plan, ready to be ranked; what comes out is never compared between plans.
public struct LeaderRanking: Sendable {
  /// The network that they are measured on.
  public let network: LeaderNetwork
  /// The measures of all leaders, by id.
  public let measures: [LeaderMeasures]

  /// The leaders of a plan among those read.
  ///
  /// - Parameter day: The day to which years are counted.
  public init(_ plans: PlanGraph, plan: Int, asOf day: PlanDate) {
    network = LeaderNetwork(plans, plan: plan)
    measures = LeaderMeasures.all(network, asOf: day)
  }

  /// The leaders that pass a filter, best first; those without a score come last.
  ///
  /// The first is marked the best, where anything speaks for the leader; and the first behind who carries
  /// little now (at most one activity, else the fewest of all) and is near to anything is marked free.
  public func ranked(
    by reading: LeaderReading, where filter: LeaderFilter = LeaderFilter()
  ) -> [RankedLeader] {
    let isOpen = filter.isOpen
    let passed = measures.compactMap { measures in
      (isOpen ? [] : filter.grounds(measures, network)).map {
        (measures: measures, grounds: $0, score: score(of: measures, by: reading))
      }
    }
    let order = passed.indices.map { index in
      (
        less: -Self.comparable(passed[index].score), leader: passed[index].measures.leader,
        index: index
      )
    }.sorted { ($0.less, $0.leader) < ($1.less, $1.leader) }
    let sorted = order.map { passed[$0.index] }
    let median = median(of: reading)
    let near = sorted.indices.filter { index in
      let item = sorted[index]
      return (item.score ?? 0) > 0 || !item.grounds.isEmpty || item.measures.reach.count > 0
    }
    let load = { (index: Int) in sorted[index].measures.present.count }
    let others = near.drop { $0 == 0 }
    let least = max(LeaderMeasures.lightLoad, others.map(load).min() ?? 0)
    let free = others.first { load($0) <= least }
    return sorted.enumerated().map { index, item in
      RankedLeader(
        rank: index + 1, measures: item.measures, score: item.score,
        timesMedian: median.flatMap { median in item.score.map { $0 / median } },
        grounds: item.grounds,
        mark: index == 0 && near.first == 0 ? .best : index == free ? .free : nil)
    }
  }

  /// The first of a ranking, and the one who is marked free wherever that is.
  ///
  /// - Parameter limit: How many are shown; 0 for all.
  public static func shown(_ ranked: [RankedLeader], limit: Int) -> [RankedLeader] {
    guard limit > 0 else { return ranked }
    return ranked.filter { $0.rank <= limit || $0.mark == .free }
  }

  /// How many leaders a filter by years keeps away only because their beginning is not known.
  public func unknownYears(_ filter: LeaderFilter) -> Int {
    guard filter.years != nil else { return 0 }
    var others = filter
    others.years = nil
    return measures.count { $0.years == nil && others.grounds($0, network) != nil }
  }

  /// The middle of all leaders' scores, the lower one of two; nil where it is 0 or nothing is known.
  private func median(of reading: LeaderReading) -> Double? {
    let scores = measures.compactMap { score(of: $0, by: reading) }.sorted()
    guard !scores.isEmpty else { return nil }
    let middle = scores[(scores.count - 1) / 2]
    return middle > 0 ? middle : nil
  }

  /// Noise in the last places makes no difference between two scores.
  private static func comparable(_ score: Double?) -> Double {
    score.map { ($0 * 1e9).rounded() } ?? -1
  }

  private func score(of leader: LeaderMeasures, by reading: LeaderReading) -> Double? {
    switch reading {
    case .reach: Double(leader.reach.count)
    case .bridge: leader.betweenness
    case .spread: leader.diffusion
    case .experience: experience(of: leader)
    }
  }

  /// Half by years and half by done work, each as a share of the most in the plan; what is not known
  /// adds nothing, and nothing known is nil.
  private func experience(of leader: LeaderMeasures) -> Double? {
    let longest = measures.compactMap(\.years).max() ?? 0
    let most = measures.map(\.done.count).max() ?? 0
    let years = leader.years.flatMap { longest > 0 ? Double($0) / Double(longest) : nil }
    let done = most > 0 ? Double(leader.done.count) / Double(most) : nil
    guard years != nil || !leader.done.isEmpty else { return nil }
    return ((years ?? 0) + (done ?? 0)) / 2
  }
}
