public import Graphs
public import Plans

/// An offer and a need that fit one another.
public struct ExchangeMatch: Sendable, Equatable {
  /// What must be asked before it can be agreed on.
  public enum Question: Sendable, Equatable {
    /// How much there is, is not known.
    case offerQuantity
    /// How much is needed, is not known.
    case needQuantity
    /// The unit of the one or the other is not known.
    case unit
    /// The two are counted in different units.
    case otherUnit
    /// When it is to be had or needed, is not known.
    case months
    /// Whether the one would do in place of the other.
    case substitute
  }

  /// What is had.
  public let offer: Listing
  /// What is needed.
  public let need: Listing
  /// In what the two are like.
  public let likeness: ItemLikeness
  /// How much goes from the one to the other, in the need's unit; nil where that must be asked.
  public internal(set) var quantity: Double?
  /// What must be asked first.
  public let questions: [Question]
  /// The months that both have; nil where either is unknown.
  public let months: Months?
  /// How near the two are.
  public let nearness: Nearness
  /// Whether the taker has something that the giver needs, so that the two can swap.
  public internal(set) var isMutual = false
  /// What a meeting has said of an exchange between the two; nil where none has.
  public let decision: Decision.Status?
  /// How good it is, 0 to 1: the likeness of the items (1, 0.5 or 0.25) times the share of the need's
  /// months that it is there (0.5 where unknown) times 10 / (10 + kilometres); half of it where the amount
  /// must be asked.
  public let score: Double

  /// What a unit costs on the way in the search for what is nearest.
  ///
  /// A tenth of a kilometre is 1, a twelfth part of the need's months that the offer lacks some 8; unknown
  /// months count as half. What a meeting has rejected comes last.
  let cost: Int

  /// The giver and the taker.
  public var owners: (giver: NodeID, taker: NodeID) { (offer.owner, need.owner) }
  /// Whether both are the very thing, in known amounts of one measure.
  var isCountable: Bool { questions.allSatisfy { $0 == .months } }

  /// A pair that fits; nil where the two have no month or nothing in common.
  init?(
    _ offer: Listing, _ need: Listing, _ nearness: Nearness, _ decision: Decision.Status? = nil
  ) {
    guard let likeness = ItemLikeness(offer, need) else { return nil }
    var months: Months?
    if let one = offer.months, let other = need.months {
      let common = one.intersection(other)
      if common.isEmpty { return nil }
      months = common
    }
    self.offer = offer
    self.need = need
    self.likeness = likeness
    self.nearness = nearness
    self.decision = decision
    self.months = months
    questions = Self.questions(offer, need, likeness, months)
    let covered =
      months.map { Double($0.count) / Double(max(need.months?.count ?? 1, 1)) } ?? 0.5
    let distance = nearness.reckonedKilometres
    let isCounted = questions.allSatisfy { $0 == .months || $0 == .substitute }
    score = likeness.factor * covered * 10 / (10 + distance) * (isCounted ? 1 : 0.5)
    let last = decision == .rejected ? 100_000 : 0
    cost = last + Int((min(distance, 2_000) * 10).rounded()) + Int(((1 - covered) * 100).rounded())
  }

  private static func questions(
    _ offer: Listing, _ need: Listing, _ likeness: ItemLikeness, _ months: Months?
  ) -> [Question] {
    var found: [Question] = []
    if likeness != .same { found.append(.substitute) }
    if offer.quantity == nil { found.append(.offerQuantity) }
    if need.quantity == nil { found.append(.needQuantity) }
    if offer.measure == nil || need.measure == nil {
      found.append(.unit)
    } else if offer.measure?.key != need.measure?.key {
      found.append(.otherUnit)
    }
    if months == nil { found.append(.months) }
    return found
  }

  /// The most that could go from the one to the other, in the need's unit; nil where not known.
  var most: Double? {
    guard isCountable, let here = offer.amount, let there = need.amount, let measure = need.measure
    else { return nil }
    return min(here, there) / measure.factor
  }

  /// Better ones first; equal ones by their owners and ids.
  static func precedes(_ left: ExchangeMatch, _ right: ExchangeMatch) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.owners != right.owners { return left.owners < right.owners }
    return (left.offer.id, left.need.id) < (right.offer.id, right.need.id)
  }
}

/// Three owners of whom each has what the next needs, and no two could swap.
///
/// What a meeting has rejected goes round in none.
public struct ExchangeRing: Sendable, Equatable {
  /// What goes round: from the first to the second, on to the third, and back to the first.
  ///
  /// A quantity is what the matches move between the two, else the most that could go.
  public let legs: [ExchangeMatch]
  /// The score of its weakest leg.
  public var score: Double { legs.map(\.score).min() ?? 0 }
}

/// A need that is not met, or only in part.
public struct UnmetNeed: Sendable, Equatable {
  /// Why it is not met.
  public enum Reason: Sendable, Equatable {
    /// Nobody has it.
    case nobody
    /// Those who have it, have it in other months.
    case otherMonths([Listing])
    /// There is not enough for all.
    case notEnough
  }

  /// The need.
  public let need: Listing
  /// How much is still missing, in its unit; nil where unknown.
  public let missing: Double?
  /// Why.
  public let reason: Reason
}

/// An offer that nobody takes, or not all of it.
public struct SurplusOffer: Sendable, Equatable {
  /// The offer.
  public let offer: Listing
  /// How much is left, in its unit; nil where unknown.
  public let left: Double?
  /// Whether a part of it goes to somebody.
  public let isPart: Bool
}
