import Graphs

/// Decisions that cannot all be right.
extension TableRow {
  /// Reports what contradicts itself in one decision.
  func reportContradictions(in decision: Decision) {
    if let due = decision.due, let date = decision.date, due.isSurelyBefore(date) {
      log.add(.dueBeforeDate(due: due, date: date), source(.due))
    }
    guard let approach = decision.approach, let wanted = approach.kinds,
      let from = decision.from?.kind, let to = decision.to?.kind
    else { return }
    let found = [from, to]
    if found != wanted, found != wanted.reversed() {
      log.add(.unfitDecision(approach, found: found, wanted: wanted), source(.from))
    }
  }
}

extension PlanReader {
  /// Reports decisions of which a later one on the same pair takes the place: where one takes the pair
  /// up and the other rejects it, at the later one's status.
  func reportOvertakenDecisions() {
    var series: [DecidedLink: DecisionSeries] = [:]
    var cells: [Source: Source] = [:]
    for entry in rows where entry.row.table == .decisions {
      cells[entry.row.source] = entry.row.source(.status)
    }
    for decision in plans.lazy.flatMap(\.decisions) {
      guard let link = DecidedLink(decision) else { continue }
      guard let before = series[link]?.add(decision), let after = series[link]?.standing else {
        series[link] = DecisionSeries(decision)
        continue
      }
      func cell(_ decision: Decision) -> Source { cells[decision.source] ?? decision.source }
      if before.isOpposed(to: after) {
        log.add(.opposedDecisions(first: cell(before)), cell(after))
      } else {
        log.add(.overtakenDecisions, before.source)
      }
    }
  }
}

extension Decision {
  /// Whether one of two takes up what the other rejects.
  fileprivate func isOpposed(to other: Decision) -> Bool {
    guard let one = status, let two = other.status else { return false }
    return one == .rejected && two.isAgreed || one.isAgreed && two == .rejected
  }
}

extension ApproachName {
  /// The kinds of the two ends that it ties; nil where they may be of several.
  fileprivate var kinds: [NodeKind]? {
    switch self {
    case .hub: [.fund, .mechanism]
    case .leaders: [.leader, .activity]
    case .savings: [.fund, .activity]
    case .adoption: [.mechanism, .activity]
    case .forum: [.fund, .fund]
    case .partners: [.organisation, .organisation]
    case .expansion, .exchange: nil
    }
  }
}
