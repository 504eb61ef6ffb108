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
  /// Reports pairs that one row takes up and another rejects.
  func reportOpposedDecisions() {
    struct Pair: Hashable {
      let approach: ApproachName
      let ends: Set<NodeReference>
    }
    var words: [Pair: [Bool: Source]] = [:]
    var cells: [Source: Source] = [:]
    for entry in rows where entry.row.table == .decisions {
      cells[entry.row.source] = entry.row.source(.status)
    }
    for decision in plans.flatMap(\.decisions) {
      guard let approach = decision.approach, let from = decision.from, let to = decision.to,
        let status = decision.status, status != .proposed
      else { continue }
      let pair = Pair(approach: approach, ends: [from, to])
      let isRejected = status == .rejected
      let place = cells[decision.source] ?? decision.source
      if let other = words[pair]?[!isRejected] { log.add(.opposedDecisions(first: other), place) }
      words[pair, default: [:]][isRejected] = words[pair]?[isRejected] ?? place
    }
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
