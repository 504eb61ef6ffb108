public import Graphs
public import Plans

/// Finds the links that an approach proposes, and what speaks for each.
public struct OpportunitySearch: Sendable {
  /// The plans.
  public let plans: PlanGraph
  /// The approach.
  public let approach: Approach
  let ledger: DecisionLedger
  let table: FeatureTable
  let models: PathModels
  private let effects: EffectReckoning
  private let expansion: ExpansionSearch?
  let exchange: Exchange?
  let lessons: LessonSearch?
  private let closed: ClosedActivities
  private let sources: Set<NodeID>?

  /// A pair before anything is said of it.
  struct Candidate: Sendable {
    let from: NodeID
    let to: NodeID
    let score: Double
    var counts: [String: Int]
    var history: History?
    var pattern: Pattern?
    var lesson: Lesson?
  }

  /// What was found, and what was left out of the list.
  public struct Found: Sendable {
    /// The opportunities, best first; the first ones where only so many were wanted.
    public let opportunities: [Opportunity]
    /// How many there are in all.
    public let count: Int
    /// How many pairs have a reason that is too thin.
    public let thin: Int
    /// How many pairs stand behind others of the same target.
    public let behind: Int
  }

  /// A search in plans by an approach.
  public init(_ plans: PlanGraph, _ approach: Approach) {
    self.plans = plans
    self.approach = approach
    ledger = DecisionLedger(plans, approach.name)
    table = FeatureTable(plans.graph, approach, comparing: plans)
    models = PathModels(table)
    effects = EffectReckoning(plans, approach, promised: ledger.promised)
    expansion = approach.measure == .patterns ? ExpansionSearch(plans) : nil
    exchange = approach.measure == .offers ? Exchange(plans) : nil
    lessons = approach.measure == .lessons ? LessonSearch(plans) : nil
    closed = ClosedActivities(plans)
    sources = approach.proposes == .adopts ? Self.adopters(plans) : nil
  }

  /// The opportunities, best first; equal scores by the ids of both ends.
  ///
  /// Left out are pairs that are tied already, pairs that a meeting has taken up or rejected (unless
  /// more speaks for them since), activities that are done or stopped, and reasons that are too thin.
  ///
  /// - Parameters:
  ///   - plan: The index of the plan whose nodes they are of; nil for all.
  ///   - perTarget: How many each reached node has at most, its best ones; 0 for all.
  ///   - least: The score from which on a reason is not too thin; nil for the approach's own, 0 for
  ///     thin reasons too.
  /// - Returns: The opportunities, ranked from 1.
  /// - Complexity: O(walks of all metapaths).
  public func opportunities(
    in plan: Int? = nil, perTarget: Int = 3, least: Double? = nil
  ) -> [Opportunity] {
    search(in: plan, perTarget: perTarget, least: least).opportunities
  }

  /// As `opportunities(in:perTarget:least:)`, with what was left out of the list.
  ///
  /// - Parameter limit: How many opportunities are wanted, the best ones; nil for all. What they would
  ///   change and what speaks against them is looked for with these alone.
  public func search(
    in plan: Int? = nil, perTarget: Int = 3, least: Double? = nil, limit: Int? = nil
  ) -> Found {
    let parts = plan.map { [$0 + 1] } ?? Array(1..<(plans.plans.count + 1))
    let least = least ?? approach.least
    let found =
      switch approach.measure {
      case .paths: pathCandidates(parts, perTarget, least, limit)
      case .neighbours: neighbourCandidates(parts, perTarget, least)
      case .patterns: patternCandidates(parts, perTarget, least)
      case .offers: offerCandidates(parts, perTarget, least)
      case .lessons: lessonCandidates(parts, perTarget, least)
      }
    var reckoning = reckoning()
    let cautions = CautionSearch(plans)
    let best = found.kept.sorted(by: Self.precedes).prefix(limit ?? .max)
    let opportunities = best.enumerated().map { index, candidate in
      let ends =
        candidate.pattern?.link ?? (candidate.from, candidate.to)
      return Opportunity(
        rank: index + 1, approach: approach.name, from: candidate.from, to: candidate.to,
        score: candidate.score, counts: candidate.counts,
        effect: reckoning.effect(from: ends.0, to: ends.1, in: part(ends.0, ends.1)),
        // Of an exchange the sentence itself says what must be asked.
        cautions: approach.measure == .offers
          ? []
          : cautions.cautions(from: ends.0, to: ends.1, isLesson: candidate.lesson != nil),
        history: candidate.history, pattern: candidate.pattern, lesson: candidate.lesson)
    }
    return Found(
      opportunities: opportunities, count: found.count, thin: found.thin,
      behind: found.considered - found.thin - found.count)
  }

  /// The pairs that meetings have taken up and that are not tied yet, ascending.
  public var agreed: [(from: NodeID, to: NodeID)] {
    if approach.measure == .offers { return ledger.agreed.map { (from: $0, to: $1) } }
    return ledger.agreed.map { low, high in
      plans.graph.kind(of: low) == approach.from ? (from: low, to: high) : (from: high, to: low)
    }.filter { pair in
      plans.graph.kind(of: pair.from) == approach.from
        && plans.graph.kind(of: pair.to) == approach.to
        && !isTied(pair.from, pair.to)
    }
  }

  /// What links of the approach would change; a value, since it remembers what it has looked at.
  func reckoning() -> EffectReckoning { effects }

  func part(of opportunity: Opportunity) -> Int {
    part(opportunity.ends.from, opportunity.ends.to)
  }

  /// Whether the plan of a pair names both: a supporter that plans share is proposed only where it is
  /// known.
  private func isOfOnePlan(_ from: NodeID, _ to: NodeID) -> Bool {
    guard plans.plans.count > 1 else { return true }
    let plan = part(from, to) - 1
    return plans.isNamed(from, in: plan) && plans.isNamed(to, in: plan)
  }

  /// Whether an agency would reach no new work through a fund.
  private func reachesNothing(_ fund: NodeID, _ mechanism: NodeID) -> Bool {
    approach.from == .fund && approach.to == .mechanism
      && !EffectReckoning.reachesAny(plans, from: fund, to: mechanism)
  }

  /// The part that a pair stands in: that of the end which no other plan shares.
  func part(_ from: NodeID, _ to: NodeID) -> Int {
    let part = plans.graph.part(of: to)
    return part > 0 ? part : plans.graph.part(of: from)
  }

  /// Those who take activities into a plan of their own: local government, and whoever has done it.
  private static func adopters(_ plans: PlanGraph) -> Set<NodeID> {
    Set(
      plans.graph.nodes(of: .mechanism).filter { node in
        (plans.record(of: node) as? Mechanism)?.isLocalGovernment == true
          || !plans.ties(of: node, .adopts, .forward).isEmpty
      })
  }

  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let (from, to) = (
      left.pattern?.here.activity ?? left.to, right.pattern?.here.activity ?? right.to
    )
    return (left.from, left.to, from) < (right.from, right.to, to)
  }
}

// MARK: - By paths

extension OpportunitySearch {
  /// What was found of some parts.
  struct Candidates: Sendable {
    /// The pairs that are good enough, or the best of them where only some are wanted.
    var kept: [Candidate] = []
    /// How many are good enough.
    var count: Int { kept.count + left }
    /// How many of these are not among `kept`.
    var left = 0
    /// How many pairs there were.
    var considered = 0
    /// How many of them have too thin a reason.
    var thin = 0

    static func + (one: Candidates, other: Candidates) -> Candidates {
      Candidates(
        kept: one.kept + other.kept, left: one.left + other.left,
        considered: one.considered + other.considered, thin: one.thin + other.thin)
    }
  }

  /// The candidates of parts, each looked for by itself, on all cores.
  func candidates(
    of parts: [Int], _ search: @Sendable (Int) -> Candidates
  ) -> Candidates {
    var all = Candidates()
    for found in concurrentMap(parts.count, { search(parts[$0]) }) {
      all.kept += found.kept
      all.considered += found.considered
      all.thin += found.thin
    }
    return all
  }

  private func pathCandidates(
    _ parts: [Int], _ perTarget: Int, _ least: Double, _ limit: Int?
  ) -> Candidates {
    var limits = PairRanking.Limits(parts: parts)
    limits.perTarget = perTarget
    limits.least = least
    limits.isOpen = { [closed] in !closed.contains($0) }
    limits.isLeftOut = { [self] from, to in
      let status = ledger.decision(on: from, to)?.status
      return sources?.contains(from) == false || (status?.isWaiting == false)
        || !isOfOnePlan(from, to) || reachesNothing(from, to)
    }
    let ranking = FittedRanking(table, models, limits, limit: limit)
    let again = returned(parts, least)
    return Candidates(
      kept: candidates(ranking.pairs).compactMap(withHistory) + again,
      left: ranking.count - ranking.pairs.count,
      considered: ranking.considered + again.count, thin: ranking.thin)
  }

  /// The counts of the paths of pairs, and what a meeting has before it.
  private func candidates(_ pairs: [PairRanking.Pair]) -> [Candidate] {
    table.withRows { row, near, memory in
      var filled = (NodeID(0), -1)
      return pairs.map { pair in
        let part = part(pair.from, pair.to)
        if filled != (pair.to, part) {
          table.fill(&row, &near, &memory, from: pair.to, within: part)
          filled = (pair.to, part)
        }
        return Candidate(
          from: pair.from, to: pair.to, score: pair.score,
          counts: counts(of: pair.from, in: row))
      }
    }
  }

  private func counts(of from: NodeID, in row: borrowing PathRow) -> [String: Int] {
    guard let index = (0..<row.count).first(where: { row.end($0) == from }) else { return [:] }
    var counts: [String: Int] = [:]
    for (column, item) in approach.metaPaths.enumerated() {
      let count = table.paths(row, index, along: column).count
      if count > 0 { counts[item.name] = count }
    }
    return counts
  }

  /// Rejected pairs for which more speaks now than when the meeting decided.
  private func returned(_ parts: [Int], _ least: Double) -> [Candidate] {
    let rejected = ledger.rejected
    guard !rejected.isEmpty else { return [] }
    var limits = PairRanking.Limits(parts: parts)
    limits.least = least
    let targets = Set(rejected.flatMap { [$0.0, $0.1] })
    limits.isOpen = { [closed] in targets.contains($0) && !closed.contains($0) }
    limits.isLeftOut = { [self] from, to in
      ledger.decision(on: from, to)?.status != .rejected || !isOfOnePlan(from, to)
    }
    let pairs = Array(PairRanking(table, limits) { [models] in models[$0] }.pairs)
    return candidates(pairs).compactMap(withHistory)
  }
}

// MARK: - What meetings said

extension OpportunitySearch {
  /// A candidate with what a meeting has said of it; nil where that settles it.
  ///
  /// A rejected one comes back where more speaks for it now: by the summary that the row keeps of what
  /// spoke for it then, else by what has surely begun since its day.
  func withHistory(_ candidate: Candidate) -> Candidate? {
    let ends =
      candidate.pattern?.link ?? (candidate.from, candidate.to)
    guard let decision = ledger.decision(on: ends.0, ends.1) else { return candidate }
    var candidate = candidate
    switch decision.status {
    case .proposed, .postponed:
      candidate.history = History(
        outcome: decision.status == .postponed ? .postponed : .pending, date: decision.date,
        reason: decision.reason)
    case .rejected:
      guard let grown = grown(candidate, since: decision), !approach.weak.isSuperset(of: grown)
      else { return nil }
      candidate.history = History(
        outcome: .rejected(grown: grown), date: decision.date, reason: decision.reason)
    default: return nil
    }
    return candidate
  }

  private func grown(_ candidate: Candidate, since decision: Decision) -> [String]? {
    if let text = decision.evidence,
      let grown = EvidenceSummary.grown(candidate.counts, since: text)
    {
      return grown
    }
    return decision.date.map { day in
      let evidence =
        candidate.pattern.map { [self.evidence($0, from: candidate.from, to: candidate.to)] }
        ?? evidence(from: candidate.from, to: candidate.to)
      return plans.newPaths(in: evidence, since: day)
    }
  }
}

// MARK: - By lessons

extension OpportunitySearch {
  private func lessonCandidates(_ parts: [Int], _ perTarget: Int, _ least: Double) -> Candidates {
    guard let lessons else { return Candidates() }
    return candidates(of: parts) { part in
      var found = Candidates()
      var seen: [NodeID: Int] = [:]
      for lesson in lessons.lessons(in: part - 1) where !isTied(lesson.from, lesson.to) {
        let candidate = Candidate(
          from: lesson.from, to: lesson.to, score: lesson.score,
          counts: ["lesson": lesson.points.count], lesson: lesson)
        guard let candidate = withHistory(candidate) else { continue }
        found.considered += 1
        if lesson.score < least {
          found.thin += 1
        } else if perTarget == 0 || seen[lesson.to] ?? 0 < perTarget {
          seen[lesson.to, default: 0] += 1
          found.kept.append(candidate)
        }
      }
      return found
    }
  }
}

// MARK: - By neighbours and patterns

extension OpportunitySearch {
  private func neighbourCandidates(
    _ parts: [Int], _ perTarget: Int, _ least: Double
  ) -> Candidates {
    guard let excluding = approach.proposes.edgeKind else { return Candidates() }
    return candidates(of: parts) { part in
      let ranking = NeighbourRanking(
        plans.graph, approach.to, in: part, apart: Self.apart, excluding: excluding)
      var found = Candidates()
      var seen: [NodeID: Int] = [:]
      for pair in ranking.pairs {
        let counts = ["shared": pair.shared, "three": pair.paths].filter { $0.value > 0 }
        let candidate = Candidate(from: pair.from, to: pair.to, score: pair.score, counts: counts)
        guard let candidate = withHistory(candidate) else { continue }
        found.considered += 1
        if pair.resourceAllocation < least {
          found.thin += 1
          continue
        }
        // Either end may be the one that has enough.
        let most = max(seen[pair.from] ?? 0, seen[pair.to] ?? 0)
        if perTarget > 0, most >= perTarget { continue }
        seen[pair.from, default: 0] += 1
        seen[pair.to, default: 0] += 1
        found.kept.append(candidate)
      }
      return found
    }
  }

  /// Kinds of nodes by which partners do not know one another: in one tambon all share its villages.
  static let apart: Set<NodeKind> = [.plan, .place]

  private func patternCandidates(_ parts: [Int], _ perTarget: Int, _ least: Double) -> Candidates {
    guard plans.plans.count > 1, let expansion else { return Candidates() }
    return candidates(of: parts) { part in
      var found = Candidates()
      var seen: [NodeID: Int] = [:]
      // What stands there is taken over once, where it fits best.
      var seenThere: Set<NodeID> = []
      for (other, score, pattern) in expansion.patterns(for: part - 1) {
        let candidate = Candidate(
          from: NodeID(other), to: NodeID(part - 1), score: score,
          counts: ["pattern": pattern.plans], pattern: pattern)
        guard let candidate = withHistory(candidate),
          seenThere.insert(pattern.there.activity).inserted
        else { continue }
        found.considered += 1
        if score < least {
          found.thin += 1
        } else if perTarget == 0 || seen[pattern.here.activity] ?? 0 < perTarget {
          seen[pattern.here.activity, default: 0] += 1
          found.kept.append(candidate)
        }
      }
      return found
    }
  }
}
