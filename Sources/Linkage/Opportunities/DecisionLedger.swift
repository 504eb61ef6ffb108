import Graphs
import Plans

/// What meetings said of the pairs of an approach, either way round; of several words the latest counts.
///
/// A decision whose approach is not known counts too: better one proposal too few than one that the
/// meeting has dealt with.
struct DecisionLedger {
  private struct Pair: Hashable {
    let low: NodeID
    let high: NodeID

    init(_ one: NodeID, _ other: NodeID) { (low, high) = (min(one, other), max(one, other)) }
  }

  private let decisions: [Pair: Decision]

  init(_ plans: PlanGraph, _ approach: String) {
    var series: [Pair: DecisionSeries] = [:]
    for decision in plans.plans.lazy.flatMap(\.decisions) {
      guard let from = decision.from, let to = decision.to, decision.status != nil,
        decision.approach == nil || decision.approach?.rawValue == approach
      else { continue }
      let pair = Pair(plans.node(of: from), plans.node(of: to))
      if series[pair]?.add(decision) == nil { series[pair] = DecisionSeries(decision) }
    }
    decisions = series.mapValues(\.standing)
  }

  var isEmpty: Bool { decisions.isEmpty }

  func decision(on one: NodeID, _ other: NodeID) -> Decision? {
    decisions.isEmpty ? nil : decisions[Pair(one, other)]
  }

  /// The nodes for which a meeting has taken a link up.
  var promised: Set<NodeID> {
    Set(
      decisions.filter { $0.value.status?.isAgreed == true }.flatMap { [$0.key.low, $0.key.high] })
  }

  /// The pairs that a meeting has taken up, ascending.
  var agreed: [(NodeID, NodeID)] { pairs { $0.isAgreed } }

  /// The pairs that a meeting has rejected, ascending.
  var rejected: [(NodeID, NodeID)] { pairs { $0 == .rejected } }

  private func pairs(where holds: (Decision.Status) -> Bool) -> [(NodeID, NodeID)] {
    decisions.filter { $0.value.status.map(holds) == true }
      .map { ($0.key.low, $0.key.high) }.sorted { $0 < $1 }
  }
}

/// How many paths spoke for a pair when it was put to a meeting, as the sheet of decisions keeps it:
/// `leader 1; place 2`.
public enum EvidenceSummary {
  /// The counts as text, by name.
  public static func text(of counts: [String: Int]) -> String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "; ")
  }

  /// The metapaths that have more paths now than a text says, by name; nil where the text is none.
  static func grown(_ counts: [String: Int], since text: String) -> [String]? {
    var before: [String: Int] = [:]
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ")
      guard words.count == 2, let count = Int(words[1]) else { return nil }
      before[String(words[0])] = count
    }
    return before.isEmpty
      ? nil : counts.filter { $0.value > before[$0.key] ?? 0 }.map(\.key).sorted()
  }
}

extension PlanGraph {
  /// The metapaths of which some path has come about since a day.
  ///
  /// That is one with a tie, a leader's work, a group or an activity that surely began later; what gives
  /// no date is not counted.
  func newPaths(in evidence: [Evidence], since day: PlanDate) -> [String] {
    let fresh = evidence.filter { item in
      let inner = item.nodes.dropFirst().dropLast().compactMap { began($0) }
      let ties = zip(item.nodes, item.nodes.dropFirst()).flatMap { left, right in
        graph.incidences(of: left).filter { $0.neighbour == right }
          .compactMap { tie(of: $0.edge)?.since }
      }
      return (inner + ties).contains { $0.isSurely(after: day) }
    }
    return Set(fresh.map(\.metaPath)).sorted()
  }

  private func began(_ node: NodeID) -> PlanDate? {
    switch record(of: node) {
    case let activity as Activity: activity.start
    case let leader as Leader: leader.since
    case let organisation as Organisation: organisation.founded
    case let fund as Fund: fund.founded
    default: nil
    }
  }
}

extension PlanDate {
  /// Whether the whole of this date lies after another, as far as both are known.
  fileprivate func isSurely(after other: PlanDate) -> Bool {
    if year != other.year { return year > other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month > otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day > otherDay
  }
}
