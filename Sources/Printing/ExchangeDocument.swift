import Graphs
public import Linkage
import Plans
public import Words

/// A match, a ring, an unmet need or what is left over, as `exchange` prints it.
///
/// `kind` is `match`, `ring`, `unmet` or `surplus`; `parties` are the giver and the taker, the three of a
/// ring in turn, or the one owner. `score` is 0 to 1 for matches and rings (see `ExchangeMatch.score`),
/// and 0 where nothing fits.
public struct ExchangeDocument: Encodable, Sendable {
  /// What goes from one to another, or is missing or left.
  struct Item: Encodable, Sendable {
    /// The full ids of the rows; null where there is none on that side.
    @OrNull var offer: String?
    @OrNull var need: String?
    let item: String
    @OrNull var category: String?
    /// How much moves, is missing or is left, in `unit`; null where it is not known.
    @OrNull var quantity: Double?
    @OrNull var unit: String?
    /// The months in common, 1 to 12; null where not known.
    @OrNull var months: [Int]?
    /// `same`, `similar` or `category`; null where nothing is matched.
    @OrNull var likeness: String?
    @OrNull var from: String?
    @OrNull var to: String?
    /// As the crow flies; null where a position is not known.
    @OrNull var kilometres: Double?
    /// How near, in words.
    @OrNull var nearness: String?
    /// The status of a meeting's decision on the two; null where there is none.
    @OrNull var decision: String?
    /// What must be asked first: `offer_quantity`, `need_quantity`, `unit`, `other_unit`, `months`,
    /// `substitute`.
    let questions: [String]
  }

  let kind: String
  let parties: [NodeDocument]
  let items: [Item]
  let score: Double
  /// Whether the two could swap.
  let mutual: Bool
  /// Why a need is not met: `nobody`, `other_months`, `not_enough`; null else.
  @OrNull var reason: String?
  let explanation: String

  /// All of an exchange: matches, rings, what is not met, what is left.
  ///
  /// - Parameter limit: How many of each kind at most; 0 for all.
  public static func all(
    _ exchange: Exchange, _ sentences: ExchangeSentences, limit: Int
  ) -> [ExchangeDocument] {
    let most = limit == 0 ? Int.max : limit
    return exchange.matches.prefix(most).map { ExchangeDocument($0, sentences) }
      + exchange.rings.prefix(most).map { ExchangeDocument($0, sentences) }
      + exchange.unmet.prefix(most).map { ExchangeDocument($0, sentences) }
      + exchange.surplus.prefix(most).map { ExchangeDocument($0, sentences) }
  }

  private init(_ match: ExchangeMatch, _ sentences: ExchangeSentences) {
    kind = "match"
    parties = [match.offer.owner, match.need.owner].map { NodeDocument($0, sentences.names) }
    items = [Item(match, sentences)]
    score = match.score
    mutual = match.isMutual
    _reason = OrNull(wrappedValue: nil)
    explanation = sentences.sentence(match)
  }

  private init(_ ring: ExchangeRing, _ sentences: ExchangeSentences) {
    kind = "ring"
    parties = ring.legs.map { NodeDocument($0.offer.owner, sentences.names) }
    items = ring.legs.map { Item($0, sentences) }
    score = ring.score
    mutual = false
    _reason = OrNull(wrappedValue: nil)
    explanation = sentences.sentence(ring)
  }

  private init(_ unmet: UnmetNeed, _ sentences: ExchangeSentences) {
    kind = "unmet"
    parties = [NodeDocument(unmet.need.owner, sentences.names)]
    items = [Item(need: unmet.need, unmet.missing, sentences)]
    score = 0
    mutual = false
    let reason =
      switch unmet.reason {
      case .nobody: "nobody"
      case .otherMonths: "other_months"
      case .notEnough: "not_enough"
      }
    _reason = OrNull(wrappedValue: reason)
    explanation = sentences.sentence(unmet)
  }

  private init(_ surplus: SurplusOffer, _ sentences: ExchangeSentences) {
    kind = "surplus"
    parties = [NodeDocument(surplus.offer.owner, sentences.names)]
    items = [Item(offer: surplus.offer, surplus.left, sentences)]
    score = 0
    mutual = false
    _reason = OrNull(wrappedValue: nil)
    explanation = sentences.sentence(surplus)
  }
}

extension ExchangeDocument.Item {
  fileprivate init(_ match: ExchangeMatch, _ sentences: ExchangeSentences) {
    let names = sentences.names
    _offer = OrNull(wrappedValue: sentences.id(of: match.offer))
    _need = OrNull(wrappedValue: sentences.id(of: match.need))
    item = sentences.item(of: match.offer)
    _category = OrNull(wrappedValue: sentences.category(of: match.offer))
    _quantity = OrNull(wrappedValue: match.quantity)
    _unit = OrNull(wrappedValue: sentences.unit(of: match.need))
    _months = OrNull(wrappedValue: match.months?.numbers)
    _likeness = OrNull(wrappedValue: "\(match.likeness)")
    _from = OrNull(wrappedValue: names.id(of: match.offer.owner))
    _to = OrNull(wrappedValue: names.id(of: match.need.owner))
    var kilometres: Double?
    if case .kilometres(let known) = match.nearness { kilometres = (known * 100).rounded() / 100 }
    if match.nearness == .sameVillage { kilometres = 0 }
    _kilometres = OrNull(wrappedValue: kilometres)
    _nearness = OrNull(wrappedValue: sentences.nearness(match.nearness))
    _decision = OrNull(wrappedValue: match.decision?.rawValue)
    questions = match.questions.map(\.word)
  }

  fileprivate init(need: Listing, _ missing: Double?, _ sentences: ExchangeSentences) {
    self.init(need, missing, sentences)
    _need = OrNull(wrappedValue: sentences.id(of: need))
    _to = OrNull(wrappedValue: sentences.names.id(of: need.owner))
  }

  fileprivate init(offer: Listing, _ left: Double?, _ sentences: ExchangeSentences) {
    self.init(offer, left, sentences)
    _offer = OrNull(wrappedValue: sentences.id(of: offer))
    _from = OrNull(wrappedValue: sentences.names.id(of: offer.owner))
  }

  private init(_ listing: Listing, _ quantity: Double?, _ sentences: ExchangeSentences) {
    _offer = OrNull(wrappedValue: nil)
    _need = OrNull(wrappedValue: nil)
    item = sentences.item(of: listing)
    _category = OrNull(wrappedValue: sentences.category(of: listing))
    _quantity = OrNull(wrappedValue: quantity)
    _unit = OrNull(wrappedValue: sentences.unit(of: listing))
    _months = OrNull(wrappedValue: listing.months?.numbers)
    _likeness = OrNull(wrappedValue: nil)
    _from = OrNull(wrappedValue: nil)
    _to = OrNull(wrappedValue: nil)
    _kilometres = OrNull(wrappedValue: nil)
    _nearness = OrNull(wrappedValue: nil)
    _decision = OrNull(wrappedValue: nil)
    questions = []
  }
}

extension ExchangeMatch.Question {
  fileprivate var word: String {
    switch self {
    case .offerQuantity: "offer_quantity"
    case .needQuantity: "need_quantity"
    case .unit: "unit"
    case .otherUnit: "other_unit"
    case .months: "months"
    case .substitute: "substitute"
    }
  }
}
