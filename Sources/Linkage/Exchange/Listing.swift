public import Graphs
public import Plans

/// A row of the `offers` table as the exchange sees it: whose, what, how much, when and where.
public struct Listing: Sendable, Equatable {
  /// The index of the plan that it stands in.
  public let plan: Int
  /// The id outside of the plan: `plan/id`.
  public let id: String
  /// Whether the row gives no id, so that the item stands for it.
  public let isNamedByItem: Bool
  /// Whose it is.
  public let owner: NodeID
  /// Whether it is had or needed.
  public let direction: Offer.Direction
  /// What it is, as typed.
  public let item: String
  /// The category as typed.
  public let category: String?
  /// How much, in the unit as typed; nil where unknown or below zero.
  public let quantity: Double?
  /// The unit as typed.
  public let unit: String?
  /// In which months; nil where unknown or not to be read.
  public let months: Months?
  /// The months as typed, where they are not to be read.
  public let unreadMonths: String?
  /// Where; of several places of the owner none.
  public let place: NodeID?

  /// What rows of the same item share.
  let itemKey: String
  let categoryKey: String?
  let measure: Measure?

  /// The quantity in the measure's own unit; nil where either is unknown.
  var amount: Double? {
    guard let quantity, let measure else { return nil }
    return quantity * measure.factor
  }
}

/// A unit: what all spellings of it share, and how much of the common unit one is.
struct Measure: Sendable, Hashable {
  let key: String
  let factor: Double

  /// Units of weight are reckoned into one another; all others are what they are called.
  init(_ unit: String) {
    let key = MatchKey.heading(unit)
    let weight = Self.weights.first { $0.words.contains(key) }
    self.key = weight == nil ? key : "กิโลกรัม"
    factor = weight?.factor ?? 1
  }

  private static let weights: [(words: Set<String>, factor: Double)] = [
    (["กิโลกรัม", "กิโล", "กก", "กก.", "kg", "kg.", "kilogram", "kilograms"], 1),
    (["ตัน", "ton", "tons", "tonne", "tonnes"], 1_000),
    (["ขีด"], 0.1), (["กรัม", "ก.", "gram", "grams", "g"], 0.001),
  ]
}

extension Listing {
  init?(_ offer: Offer, _ plans: PlanGraph, plan: Int) {
    guard let owner = offer.owner.map(plans.node(of:)), let direction = offer.direction else {
      return nil
    }
    self.plan = plan
    id = plans.plans[plan].id + "/" + offer.id
    isNamedByItem = offer.id == offer.item
    self.owner = owner
    self.direction = direction
    item = offer.item
    category = offer.category
    quantity = offer.quantity.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
    unit = offer.unit
    months = Months(reading: offer.months)
    unreadMonths =
      months == nil && !offer.months.isEmpty ? offer.months.joined(separator: ", ") : nil
    place = offer.place.map(plans.node(of:)) ?? Self.home(of: owner, plans)
    itemKey = MatchKey.name(offer.item)
    categoryKey = offer.category.map(MatchKey.name)
    measure = offer.unit.map(Measure.init)
  }

  /// The place of an owner that has one only.
  private static func home(of owner: NodeID, _ plans: PlanGraph) -> NodeID? {
    let kind = plans.graph.kind(of: owner)
    if kind == .place { return owner }
    let places = plans.neighbours(of: owner, kind == .leader ? .livesIn : .locatedIn, .forward)
    return places.count == 1 ? places[0] : nil
  }

  /// All rows that name an owner and a direction, in an order that does not hang on that of the rows,
  /// and how many do not.
  static func all(_ plans: PlanGraph) -> (listings: [Listing], incomplete: Int) {
    var found: [Listing] = []
    var incomplete = 0
    for (index, plan) in plans.plans.enumerated() {
      for offer in plan.offers {
        if let listing = Listing(offer, plans, plan: index) {
          found.append(listing)
        } else {
          incomplete += 1
        }
      }
    }
    return (found.sorted { $0.order.lexicographicallyPrecedes($1.order) }, incomplete)
  }

  private var order: [String] {
    func padded(_ number: Int) -> String {
      String(repeating: "0", count: max(0, 10 - String(number).count)) + String(number)
    }
    return [
      padded(plan), padded(owner.index), id, direction.rawValue, itemKey, categoryKey ?? "",
      unit ?? "", quantity.map { String($0) } ?? "", months.map { String($0.rawValue) } ?? "",
      unreadMonths ?? "", place.map { padded($0.index) } ?? "",
    ]
  }
}
