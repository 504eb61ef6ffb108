import Graphs
public import Linkage
import Plans
public import Words

/// Whether funds hold a plan together, as `integration` prints it, one for each plan.
///
/// `verdict` is `integrator`, `per_head`, `in_sum`, `not_yet` or `unknown`; `kinds` has what all funds,
/// organisations, mechanisms and leaders bring together, `brokers` each of them, `issue_pairs` through
/// what the work of two issues meets.
public struct IntegrationDocument: Encodable, Sendable {
  struct Kind: Encodable, Sendable {
    let kind: String
    let heads: Int
    let active: Int
    let pairs: Int
    let only: Int
    @OrNull var perHead: Double?
    let cutpoints: Int
    let largestWithout: Int

    enum CodingKeys: String, CodingKey {
      case kind, heads, active, pairs, only, cutpoints
      case perHead = "per_head"
      case largestWithout = "largest_without"
    }

    init(_ figure: Integration.KindFigure) {
      kind = figure.kind.word
      heads = figure.heads
      active = figure.active
      pairs = figure.pairs
      only = figure.only
      _perHead = OrNull(wrappedValue: figure.perHead)
      cutpoints = figure.cutpoints
      largestWithout = figure.largestWithout
    }
  }

  struct Broker: Encodable, Sendable {
    let node: NodeDocument
    let activities: Int
    let pairs: Int
    let only: Int
    let issues: [NodeDocument]
    let cutOff: [NodeDocument]
    let morePieces: Int
    let explanation: String

    enum CodingKeys: String, CodingKey {
      case node, activities, pairs, only, issues, explanation
      case cutOff = "cut_off"
      case morePieces = "more_pieces"
    }
  }

  struct IssuePair: Encodable, Sendable {
    let issues: [NodeDocument]
    let joint: Int
    let pairs: [String: Int]
    let only: [String: Int]
  }

  let plan: NodeDocument
  let verdict: String
  /// Why nothing can be told; null else.
  @OrNull var unknown: String?
  let activities: Int
  let tied: Int
  let largest: Int
  let kinds: [Kind]
  let brokers: [Broker]
  let issuePairs: [IssuePair]
  let explanation: String

  enum CodingKeys: String, CodingKey {
    case plan, verdict, unknown, activities, tied, largest, kinds, brokers, explanation
    case issuePairs = "issue_pairs"
  }

  /// A plan's integration in a document.
  public init(_ integration: Integration, _ sentences: IntegrationSentences) {
    let names = sentences.names
    plan = NodeDocument(NodeID(integration.plan), names)
    (verdict, _unknown) = Self.words(integration.verdict)
    activities = integration.activities
    tied = integration.tied
    largest = integration.largest
    kinds = integration.kinds.map(Kind.init)
    brokers = integration.brokers.map { broker in
      Broker(
        node: NodeDocument(broker.node, names), activities: broker.activities,
        pairs: broker.pairs, only: broker.only,
        issues: broker.issues.map { NodeDocument($0, names) },
        cutOff: names.told(broker).map { NodeDocument($0, names) }, morePieces: broker.morePieces,
        explanation: sentences.sentence(broker))
    }
    issuePairs = integration.issuePairs.map { pair in
      IssuePair(
        issues: [pair.one, pair.other].map { NodeDocument($0, names) }, joint: pair.joint,
        pairs: Self.byWord(pair.pairs), only: Self.byWord(pair.only))
    }
    explanation = sentences.verdict(integration)
  }

  private static func byWord(_ counts: [NodeKind: Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.word, $1) })
  }

  private static func words(_ verdict: Integration.Verdict) -> (String, OrNull<String>) {
    let word: String
    var reason: String?
    switch verdict {
    case .integrator: word = "integrator"
    case .perHead: word = "per_head"
    case .inSum: word = "in_sum"
    case .notYet: word = "not_yet"
    case .unknown(let tooLittle):
      word = "unknown"
      reason =
        switch tooLittle {
        case .noFunds: "no_funds"
        case .fewIssues: "few_issues"
        case .nothingMeets: "nothing_meets"
        case .fewTies: "few_ties"
        case .nothingBeside: "nothing_beside"
        }
    }
    return (word, OrNull(wrappedValue: reason))
  }
}
