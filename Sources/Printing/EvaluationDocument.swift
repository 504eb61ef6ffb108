public import Linkage

/// The figures of one way of ranking, as `evaluate` prints them.
public struct EvaluationDocument: Encodable, Sendable {
  let approach: String
  let method: String
  let hitsAt10: Double
  let mrr: Double
  let averagePrecision: Double
  let hitsAt10Spread: Double
  let mrrSpread: Double
  let averagePrecisionSpread: Double
  @OrNull var hitsAt10WithoutTwins: Double?
  @OrNull var mrrWithoutTwins: Double?
  let hidden: Int
  let seeds: Int
  let caution: Bool

  enum CodingKeys: String, CodingKey {
    case approach
    case method
    case hitsAt10 = "hits_at_10"
    case mrr
    case averagePrecision = "average_precision"
    case hitsAt10Spread = "hits_at_10_spread"
    case mrrSpread = "mrr_spread"
    case averagePrecisionSpread = "average_precision_spread"
    case hitsAt10WithoutTwins = "hits_at_10_without_twins"
    case mrrWithoutTwins = "mrr_without_twins"
    case hidden
    case seeds
    case caution
  }

  /// The figures; `caution` where fewer than thirty ties were hidden.
  public init(_ evaluation: Evaluation) {
    approach = evaluation.approach
    method =
      switch evaluation.method {
      case .approach: evaluation.approach
      case .baseline(let baseline): baseline.rawValue
      }
    hitsAt10 = evaluation.hitsAt10.mean
    mrr = evaluation.meanReciprocalRank.mean
    averagePrecision = evaluation.averagePrecision.mean
    hitsAt10Spread = evaluation.hitsAt10.spread
    mrrSpread = evaluation.meanReciprocalRank.spread
    averagePrecisionSpread = evaluation.averagePrecision.spread
    _hitsAt10WithoutTwins = OrNull(wrappedValue: evaluation.withoutTwins?.hitsAt10.mean)
    _mrrWithoutTwins = OrNull(wrappedValue: evaluation.withoutTwins?.meanReciprocalRank.mean)
    hidden = evaluation.hidden
    seeds = evaluation.seeds
    caution = evaluation.hidden < 30
  }
}
