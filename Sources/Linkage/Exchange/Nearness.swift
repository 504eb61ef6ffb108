import Glibc
import Graphs
import Plans

/// How near two places are, as far as the plans say.
public enum Nearness: Sendable, Equatable {
  /// They are one village.
  case sameVillage
  /// So many kilometres apart, as the crow flies.
  case kilometres(Double)
  /// In one tambon; one of the two has no position.
  case sameTambon
  /// In two tambons of one amphoe, one of one province, or neither; one has no position.
  case otherTambon(String, String, Area)
  /// Where the one or the other is, is not known.
  case unknown

  /// What two tambons share.
  public enum Area: Sendable, Equatable {
    /// The amphoe.
    case amphoe
    /// The province.
    case province
    /// Neither, as far as known.
    case none
  }

  /// The kilometres that it counts for where people choose whom to ask first: a tambon is some ten
  /// across, and what is not known ranks behind what is known to be near.
  public var reckonedKilometres: Double {
    switch self {
    case .sameVillage: 0
    case .kilometres(let kilometres): kilometres
    case .sameTambon: 10
    case .otherTambon(_, _, .amphoe): 25
    case .otherTambon(_, _, .province): 80
    case .otherTambon(_, _, .none): 400
    case .unknown: 50
    }
  }
}

/// Finds how near places are.
struct NearnessSearch {
  private let plans: PlanGraph

  init(_ plans: PlanGraph) { self.plans = plans }

  /// How near two rows are: by their places, else by the tambons of their plans.
  func nearness(_ one: Listing, _ other: Listing) -> Nearness {
    let (first, second) = (place(of: one), place(of: other))
    if let here = one.place, here == other.place { return .sameVillage }
    if let first, let second, isSameVillage(first, one.plan, second, other.plan) {
      return .sameVillage
    }
    if let first, let second, let kilometres = Self.kilometres(first, second) {
      return .kilometres(kilometres)
    }
    let (here, there) = (area(first, one.plan), area(second, other.plan))
    guard let tambon = here.tambon, let otherTambon = there.tambon else { return .unknown }
    if Self.isSame(tambon, otherTambon), !differ(here.amphoe, there.amphoe),
      !differ(here.province, there.province)
    {
      return .sameTambon
    }
    let shared: Nearness.Area =
      Self.isSame(here.amphoe, there.amphoe) && !differ(here.province, there.province)
      ? .amphoe : Self.isSame(here.province, there.province) ? .province : .none
    return .otherTambon(tambon, otherTambon, shared)
  }

  private func place(of listing: Listing) -> Place? {
    listing.place.flatMap { plans.record(of: $0) as? Place }
  }

  private typealias Where = (tambon: String?, amphoe: String?, province: String?)

  private func area(_ place: Place?, _ index: Int) -> Where {
    let plan = plans.plans[index]
    return (
      place?.tambon ?? plan.tambon, place?.amphoe ?? plan.amphoe, place?.province ?? plan.province
    )
  }

  /// Whether villages of two plans, as of two years, are one: alike by name, in a tambon of a name.
  private func isSameVillage(_ one: Place, _ plan: Int, _ other: Place, _ otherPlan: Int) -> Bool {
    let (here, there) = (area(one, plan), area(other, otherPlan))
    return plan != otherPlan && Self.isSame(one.name, other.name)
      && Self.isSame(here.tambon, there.tambon) && !differ(here.amphoe, there.amphoe)
      && !differ(here.province, there.province)
  }

  private static func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    return MatchKey.name(one) == MatchKey.name(other)
  }

  private func differ(_ one: String?, _ other: String?) -> Bool {
    one != nil && other != nil && !Self.isSame(one, other)
  }

  /// The great-circle distance.
  ///
  /// Haversine: R. W. Sinnott, Sky and Telescope 68 (1984).
  static func kilometres(_ one: Place, _ other: Place) -> Double? {
    guard let north = one.latitude, let east = one.longitude, let otherNorth = other.latitude,
      let otherEast = other.longitude
    else { return nil }
    let radians = Double.pi / 180
    let up = sin((otherNorth - north) * radians / 2)
    let across = sin((otherEast - east) * radians / 2)
    let chord = up * up + cos(north * radians) * cos(otherNorth * radians) * across * across
    return 2 * 6_371 * asin(min(1, chord.squareRoot()))
  }
}
