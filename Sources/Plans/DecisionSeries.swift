/// The link that a decision is about: the approach and the two ends, whichever way round.
public struct DecidedLink: Sendable, Hashable {
  private let approach: ApproachName?
  private let ends: Set<NodeReference>

  /// The link of a decision; nil where an end or the status cannot be read, so that nothing is decided.
  public init?(_ decision: Decision) {
    guard let from = decision.from, let to = decision.to, decision.status != nil else { return nil }
    approach = decision.approach
    ends = [from, to]
  }
}

/// The decisions on one link, added as they are read: the latest takes the place of those before.
///
/// Later is what bears a date that is later for sure; where the dates do not tell, what is read later, as
/// a workbook of decisions beside the plan is.
public struct DecisionSeries: Sendable {
  /// The decision that counts.
  public private(set) var standing: Decision
  /// The latest day that is known; what is not surely before it comes after all that was read so far.
  private var latest: PlanDate?

  /// A series of one.
  public init(_ first: Decision) {
    standing = first
    latest = first.date
  }

  /// Adds the decision that is read next.
  ///
  /// - Returns: The one that does not count, of this and the one that counted so far.
  @discardableResult
  public mutating func add(_ next: Decision) -> Decision {
    if let latest, let date = next.date, date.isSurelyBefore(latest) { return next }
    let before = standing
    standing = next
    if let date = next.date, latest?.isSurelyBefore(date) ?? true { latest = date }
    return before
  }
}

extension Decision.Status {
  /// Whether a meeting has had it before it and has not decided.
  public var isWaiting: Bool { self == .proposed || self == .postponed }

  /// Whether a meeting has taken the link up.
  public var isAgreed: Bool { !isWaiting && self != .rejected }
}
