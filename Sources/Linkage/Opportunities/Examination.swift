import Glibc
public import Graphs
public import Plans

/// All that speaks for one pair and against it, whether it would be proposed or not.
public struct Examination: Sendable {
  /// The node that the link would leave.
  public let from: NodeID
  /// The node that it would reach.
  public let to: NodeID
  /// How much speaks for it, as in the list of the approach; 0 where nothing does.
  public let score: Double
  /// All paths that speak for it, the largest share first.
  public let evidence: [Evidence]
  /// Whether the tie is there already.
  public let isTied: Bool
  /// Whether the work is done or has stopped, so that nothing is proposed for it.
  public let isOver: Bool
  /// Whether the reason is too thin to be put before people.
  public let isThin: Bool
  /// What a meeting has said of it; nil where none has.
  public let decision: Decision?
  /// What it would change.
  public let effect: Effect
  /// What speaks against it.
  public let cautions: [Caution]
  /// What is to be learned, where funds are to sit together.
  public let lesson: Lesson?
}

extension OpportunitySearch {
  /// Examines one pair; nil where its kinds are not those of the approach, either way round, or where
  /// the approach compares plans.
  ///
  /// - Complexity: O(walks of all metapaths from the second node).
  public func examination(of one: NodeID, _ other: NodeID) -> Examination? {
    if approach.measure == .offers { return offerExamination(of: one, other) }
    let kinds = [one, other].map(plans.graph.kind(of:))
    guard approach.measure != .patterns, one != other else { return nil }
    var (from, to) = (one, other)
    if kinds != [approach.from, approach.to] {
      guard kinds == [approach.to, approach.from] else { return nil }
      (from, to) = (other, one)
    }
    let lesson = lessons?.lesson(between: from, to)
    if let lesson { (from, to) = (lesson.from, lesson.to) }
    let evidence = evidence(from: from, to: to)
    let score = score(from, to)
    var reckoning = reckoning()
    return Examination(
      from: from, to: to, score: score, evidence: evidence, isTied: isTied(from, to),
      isOver: (plans.record(of: to) as? Activity)?.isOpen == false,
      isThin: isThin(evidence, score), decision: ledger.decision(on: from, to),
      effect: reckoning.effect(from: from, to: to, in: part(from, to)),
      cautions: CautionSearch(plans).cautions(
        from: from, to: to, isLesson: approach.measure == .lessons),
      lesson: lesson)
  }

  private func isThin(_ evidence: [Evidence], _ score: Double) -> Bool {
    guard approach.measure == .paths else { return score < approach.least }
    let weak = approach.weak
    let share = evidence.filter { !weak.contains($0.metaPath) }.reduce(0) { $0 + $1.share }
    return share * score < approach.least
  }

  /// Whether the proposed tie holds two together, either way round.
  func isTied(_ from: NodeID, _ to: NodeID) -> Bool {
    plans.neighbours(of: from, approach.proposes, .forward).contains(to)
      || plans.neighbours(of: from, approach.proposes, .backward).contains(to)
  }

  private func score(_ from: NodeID, _ to: NodeID) -> Double {
    if approach.measure == .lessons { return lessons?.lesson(between: from, to)?.score ?? 0 }
    guard approach.measure == .paths else { return neighbourScore(from, to) }
    var limits = PairRanking.Limits(parts: [part(from, to)])
    limits.isOpen = { $0 == to }
    limits.isLeftOut = { source, _ in source != from }
    limits.includesTied = true
    return Array(PairRanking(table, limits) { [models] in models[$0] }.pairs).first?.score ?? 0
  }

  private func neighbourScore(_ from: NodeID, _ to: NodeID) -> Double {
    guard let kind = approach.proposes.edgeKind else { return 0 }
    let ranking = NeighbourRanking(
      plans.graph, approach.to, in: part(from, to), apart: Self.apart, excluding: kind)
    let pair = ranking.pairs.first { $0.from == min(from, to) && $0.to == max(from, to) }
    return pair?.score ?? 0
  }
}
