public import Graphs
public import Linkage
import Plans
public import Words

/// What one approach proposes for a meeting.
public struct Section: Sendable {
  /// An opportunity with the paths that speak for it.
  public struct Proposal: Sendable {
    /// The opportunity.
    public let opportunity: Opportunity
    /// The paths, the largest share first.
    public let evidence: [Evidence]

    init(_ opportunity: Opportunity, _ evidence: [Evidence]) {
      self.opportunity = opportunity
      self.evidence = evidence
    }
  }

  /// Proposals of savings on the meeting's table: more than a meeting can talk through are not printed.
  static let tableLimit = 12
  /// Proposals of every other approach on the table.
  static let shortLimit = 5
  /// Proposals in the workbook, the page and the findings, the best ones; all are counted.
  static let proposalLimit = 1_000

  /// What is said of the opportunities.
  public let sentences: OpportunitySentences
  /// What was found, best first; past a thousand the rest is only counted.
  public let proposals: [Proposal]
  /// How many were found.
  public let count: Int
  /// Links that a meeting has agreed on and that are not there yet.
  public let agreed: [(from: NodeID, to: NodeID)]
  /// Those of `proposals` that are printed.
  public let chosen: [Proposal]

  /// What a search finds in a plan among those read.
  init(_ names: Names, plan: Int, _ search: OpportunitySearch) {
    let approach = search.approach
    sentences = OpportunitySentences(names, approach)
    let all = search.opportunities(in: plan)
    let kept = Array(all.prefix(Self.proposalLimit))
    count = all.count
    agreed = search.agreed
    proposals = zip(kept, search.evidence(for: kept)).map(Proposal.init)
    let ranks = Set(Section.selection(of: kept, by: approach).map(\.rank))
    chosen = proposals.filter { ranks.contains($0.opportunity.rank) }
  }

  /// The proposal with most reason, where it is not printed.
  var strongestLeftOut: Opportunity? {
    guard let first = proposals.first?.opportunity,
      !chosen.contains(where: { $0.opportunity.rank == first.rank })
    else { return nil }
    return first
  }

  /// What a meeting has time for of what an approach proposes: of savings more than of the others.
  static func selection(of opportunities: [Opportunity], by approach: Approach) -> [Opportunity] {
    approach.proposes == .finances && approach.measure == .paths
      ? selection(of: opportunities) : first(opportunities)
  }

  /// What a meeting has time for: for each activity without a fund its best proposal first, then
  /// their second, then the best for each other activity, until the table is full.
  ///
  /// - Returns: At most twelve opportunities, by rank; all where there are no more.
  public static func selection(of opportunities: [Opportunity]) -> [Opportunity] {
    guard opportunities.count > tableLimit else { return opportunities }
    var counts: [NodeID: Int] = [:]
    var rounds: [[Opportunity]] = [[], [], []]
    for opportunity in opportunities {
      counts[opportunity.to, default: 0] += 1
      switch (counts[opportunity.to] ?? 0, opportunity.effect.isFirst) {
      case (1, true): rounds[0].append(opportunity)
      case (2, true): rounds[1].append(opportunity)
      case (1, false): rounds[2].append(opportunity)
      default: break
      }
    }
    return rounds.joined().prefix(tableLimit).sorted { $0.rank < $1.rank }
  }

  /// The best proposal of each node that links would reach, until the short table is full.
  private static func first(_ opportunities: [Opportunity]) -> [Opportunity] {
    var seen: Set<NodeID> = []
    return Array(
      opportunities.filter { seen.insert($0.ends.to).inserted }.prefix(shortLimit))
  }
}
