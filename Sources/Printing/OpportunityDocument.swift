import Graphs
public import Linkage
import Plans
public import Words

/// A path that speaks for a link, with its share.
struct EvidenceDocument: Encodable {
  let share: Double
  let path: [StepDocument]

  init(_ item: Evidence, _ sentences: OpportunitySentences) {
    let names = sentences.names
    let relations = names.plans.relations(along: item, of: sentences.approach)
    share = item.share
    path = item.nodes.enumerated().map { index, node in
      guard index > 0 else { return StepDocument(node, names) }
      let step = relations[index - 1]
      // A likeness is no tie, and runs either way.
      return StepDocument(
        node, names, relation: step?.relation ?? Relation("like"),
        direction: step?.direction ?? .forward)
    }
  }
}

/// An opportunity as `links` prints it.
public struct OpportunityDocument: Encodable, Sendable {
  /// What an opportunity adds to others that are chosen with it.
  public struct Joint: Encodable, Sendable {
    let gain: Int
    let together: Int
    let bound: Int

    /// What it adds, what all add together, and what no choice of as many could exceed.
    public init(gain: Int, together: Int, bound: Int) {
      self.gain = gain
      self.together = together
      self.bound = bound
    }
  }

  struct EffectDocument: Encodable {
    let first: Bool
    let firstFund: Bool
    let newActivities: [NodeDocument]
    let newPlaces: [String]
    let joinsPieces: Bool
    @OrNull var ownShare: Double?
    let gain: Int
    let pending: Bool
    let postponed: Bool
    let text: String

    enum CodingKeys: String, CodingKey {
      case first
      case firstFund = "first_fund"
      case newActivities = "new_activities"
      case newPlaces = "new_places"
      case joinsPieces = "joins_pieces"
      case ownShare = "own_share"
      case gain
      case pending
      case postponed
      case text
    }

    init(_ opportunity: Opportunity, _ sentences: OpportunitySentences) {
      let effect = opportunity.effect
      let names = sentences.names
      first = effect.isFirst
      firstFund = effect.isFirst && sentences.approach.proposes == .finances
      newActivities = effect.newActivities.map { NodeDocument($0, names) }
      newPlaces = effect.newPlaces.map(names.name(of:))
      joinsPieces = effect.joinsPieces
      _ownShare = OrNull(wrappedValue: effect.ownShare)
      gain = effect.gain
      postponed = opportunity.history?.outcome == .postponed
      pending = postponed || opportunity.history?.outcome == .pending
      text = sentences.effect(effect)
    }
  }

  struct PatternDocument: Encodable {
    let issue: NodeDocument
    let there: [NodeDocument]
    let here: [NodeDocument]
    let plans: Int
    @OrNull var nearness: Double?
    let likeness: Double

    init(_ pattern: Pattern, _ names: Names) {
      func parts(_ parts: Pattern.Parts) -> [NodeDocument] {
        [parts.fund, parts.activity, parts.mechanism].map { NodeDocument($0, names) }
      }
      issue = NodeDocument(pattern.issue, names)
      there = parts(pattern.there)
      here = parts(pattern.here)
      plans = pattern.plans
      _nearness = OrNull(wrappedValue: pattern.nearness)
      likeness = pattern.likeness
    }
  }

  let rank: Int
  let approach: String
  let from: NodeDocument
  let to: NodeDocument
  let score: Double
  let counts: [String: Int]
  let evidence: [EvidenceDocument]
  let effect: EffectDocument
  let explanation: String
  let cautions: [String]
  @OrNull var history: String?
  let pattern: PatternDocument?
  let lesson: LessonDocument?
  let joint: Joint?

  /// An opportunity with the paths that speak for it.
  ///
  /// - Parameters:
  ///   - joint: What it adds, where several were chosen together.
  ///   - pathLimit: How many paths are written, the largest shares first.
  public init(
    _ opportunity: Opportunity, _ evidence: [Evidence], _ sentences: OpportunitySentences,
    joint: Joint? = nil, pathLimit: Int = .max
  ) {
    let names = sentences.names
    rank = opportunity.rank
    approach = opportunity.approach
    from = NodeDocument(opportunity.from, names)
    to = NodeDocument(opportunity.to, names)
    score = opportunity.score
    counts = opportunity.counts
    self.evidence = evidence.prefix(pathLimit).map { EvidenceDocument($0, sentences) }
    effect = EffectDocument(opportunity, sentences)
    explanation = sentences.explanation(of: opportunity, evidence)
    cautions = opportunity.cautions.map { sentences.cautions([$0]) }
    let history = sentences.history(opportunity.history)
    _history = OrNull(wrappedValue: history.isEmpty ? nil : history)
    pattern = opportunity.pattern.map { PatternDocument($0, names) }
    lesson = opportunity.lesson.map { LessonDocument($0, names) }
    self.joint = joint
  }
}

/// All that is known of a pair, as `why` prints it.
public struct ExaminationDocument: Encodable, Sendable {
  let approach: String
  let from: NodeDocument
  let to: NodeDocument
  let score: Double
  let tied: Bool
  let over: Bool
  let thin: Bool
  @OrNull var decision: String?
  let evidence: [EvidenceDocument]
  let cautions: [String]
  let explanation: String

  /// What speaks for a pair and against it.
  public init(_ examination: Examination, _ sentences: OpportunitySentences) {
    approach = sentences.approach.name
    from = NodeDocument(examination.from, sentences.names)
    to = NodeDocument(examination.to, sentences.names)
    score = examination.score
    tied = examination.isTied
    over = examination.isOver
    thin = examination.isThin
    _decision = OrNull(wrappedValue: examination.decision?.status?.rawValue)
    evidence = examination.evidence.map { EvidenceDocument($0, sentences) }
    cautions = examination.cautions.map { sentences.cautions([$0]) }
    explanation =
      examination.lesson.map(sentences.explanation)
      ?? (examination.evidence.isEmpty ? "" : sentences.because(examination.evidence))
  }
}
