public import Graphs
import Plans

extension BrokerageRoles {
  /// How often the two ends are of different groups: as gatekeeper (undirected, the
  /// representative is the same) or liaison.
  public var betweenGroups: Int { gatekeeper + liaison }
}

extension LeaderNetwork {
  /// Between whom each leader stands, in the order of `leaders`.
  func brokerage() -> [Brokerage] {
    let byIssue = roles(leaders.map(mainIssue))
    let byVillage = roles(leaders.map { plans.neighbours(of: $0, .livesIn, .forward).first })
    return leaders.enumerated().map { index, leader in
      Brokerage(
        issues: byIssue?[index], villages: byVillage?[index],
        fundAndState: openPairs(of: leader).count)
    }
  }

  /// The roles between groups of people; nil where the plan names fewer than two groups.
  private func roles(_ groups: [NodeID?]) -> [BrokerageRoles]? {
    let known = Set(groups.compactMap(\.self))
    guard known.count > 1 else { return nil }
    return people.brokerage(groups: groups.map { $0?.index })
  }

  /// The issue of most of what a leader does; nil where none is named.
  ///
  /// The leader's own row counts with the work; of several the first by id.
  func mainIssue(of leader: NodeID) -> NodeID? {
    let all = issues(of: leader) + activities(ledBy: leader).flatMap(issues(of:))
    let counts = all.reduce(into: [NodeID: Int]()) { $0[$1, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// Pairs of a leader's fund and a mechanism of the leader's work that have no tie and no common work.
  ///
  /// The leader could bring them together.
  ///
  /// - Returns: The pairs, by fund, then by mechanism.
  public func openPairs(of leader: NodeID) -> [(fund: NodeID, mechanism: NodeID)] {
    let work = presentActivities(of: leader)
    let mechanisms = Set(work.flatMap { neighbours(of: $0, .mechanism) }).sorted()
    return neighbours(of: leader, .fund).flatMap { fund in
      let near = Set(
        neighbours(of: fund) + neighbours(of: fund, .activity).flatMap(neighbours(of:)))
      return mechanisms.filter { !near.contains($0) }.map { (fund, $0) }
    }
  }
}
