import Graphs
import Plans

/// What is offered and needed, as links from the giver to the taker.
extension OpportunitySearch {
  /// The pairs of owners between whom something could go, best first; a pair's score is the sum of
  /// those of what could go.
  func offerCandidates(_ parts: [Int], _ perTarget: Int, _ least: Double) -> Candidates {
    guard let exchange else { return Candidates() }
    let shown = Set(parts)
    let groups = Dictionary(grouping: exchange.matches) { [$0.offer.owner, $0.need.owner] }
    let found = groups.filter { ends, matches in
      matches.contains { shown.contains($0.offer.plan + 1) || shown.contains($0.need.plan + 1) }
    }.map { ends, matches in
      Candidate(
        from: ends[0], to: ends[1], score: matches.reduce(0) { $0 + $1.score },
        counts: counts(of: matches))
    }.sorted { $0.score != $1.score ? $0.score > $1.score : ($0.from, $0.to) < ($1.from, $1.to) }
    var kept: [Candidate] = []
    var (considered, thin) = (0, 0)
    var seen: [NodeID: Int] = [:]
    for item in found {
      guard let candidate = withHistory(item) else { continue }
      considered += 1
      if candidate.score < least {
        thin += 1
      } else if perTarget == 0 || seen[candidate.to, default: 0] < perTarget {
        seen[candidate.to, default: 0] += 1
        kept.append(candidate)
      }
    }
    return Candidates(kept: kept, considered: considered, thin: thin)
  }

  private func counts(of matches: [ExchangeMatch]) -> [String: Int] {
    matches.reduce(into: [:]) { $0[$1.likeness.name, default: 0] += 1 }
  }

  /// One path for each thing that could go from the one to the other, by its part in the score.
  func offerEvidence(_ from: NodeID, _ to: NodeID) -> [Evidence] {
    let matches = exchange?.matches.filter { $0.owners == (from, to) } ?? []
    let sum = matches.reduce(0) { $0 + $1.score }
    return matches.map {
      Evidence(
        metaPath: $0.likeness.name, nodes: [from, to], share: sum > 0 ? $0.score / sum : 0,
        exchange: [$0])
    }
  }

  /// What could go between two, from the first to the second, else the other way; nil where nothing
  /// could.
  func offerExamination(of one: NodeID, _ other: NodeID) -> Examination? {
    for (from, to) in [(one, other), (other, one)] {
      let evidence = offerEvidence(from, to)
      if evidence.isEmpty { continue }
      let score = exchange?.matches.filter { $0.owners == (from, to) }.reduce(0) { $0 + $1.score }
      var reckoning = reckoning()
      return Examination(
        from: from, to: to, score: score ?? 0, evidence: evidence, isTied: false, isOver: false,
        isThin: (score ?? 0) < approach.least, decision: ledger.decision(on: from, to),
        effect: reckoning.effect(from: from, to: to, in: part(from, to)), cautions: [],
        lesson: nil)
    }
    return nil
  }
}

extension ItemLikeness {
  /// The name under which evidence counts it.
  var name: String {
    switch self {
    case .same: "same-item"
    case .similar: "similar-item"
    case .category: "same-category"
    }
  }
}
