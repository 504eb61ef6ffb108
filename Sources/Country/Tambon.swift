import Graphs
import Plans

/// What one tambon of the country holds; rows refer to one another by position.
struct Tambon {
  struct Village {
    /// Where it lies in a square of side 1.
    let east: Double
    let north: Double
    let households: Int
  }

  struct Activity {
    var issues: [Int]
    var places: [Int]
    /// The year in which it begins, Buddhist Era.
    let year: Int
    var organisations: [Int] = []
    var leaders: [Int] = []
    var funds: [Int] = []
    var mechanisms: [Int] = []
    var adopters: [Int] = []
  }

  struct Leader {
    var home: Int?
    /// How much people look to this one rather than another.
    let prominence: Double
    var issues: [Int] = []
    var organisations: [Int] = []
    var funds: [Int] = []
  }

  struct Organisation {
    let kind: OrganisationKind
    var places: [Int]
    var issues: [Int]
    let size: Double
  }

  struct Fund {
    let kind: FundKind
    var places: [Int]
    var organisations: [Int] = []
    let size: Double
    /// How gladly it finances work about each issue, 0 to 1; stands in no table.
    let appetite: [Double]
  }

  struct Mechanism {
    let agency: Agency
    var issues: [Int]
    let presence: Double
  }

  let index: Int
  let province: Int
  let amphoe: Int
  var villages: [Village] = []
  var activities: [Activity] = []
  var leaders: [Leader] = []
  var organisations: [Organisation] = []
  var funds: [Fund] = []
  var mechanisms: [Mechanism] = []
  /// Ties that no column holds.
  var partners: [Tie] = []

  /// A tie between two rows of the tambon; an issue or agency is meant by its own number.
  struct Tie {
    let relation: Relation
    let fromKind: NodeKind
    let from: Int
    let toKind: NodeKind
    let to: Int
  }

  /// How many rows there are of a kind; an issue has no row.
  func count(of kind: NodeKind) -> Int {
    switch kind {
    case .plan: 1
    case .place: villages.count
    case .activity: activities.count
    case .leader: leaders.count
    case .organisation: organisations.count
    case .fund: funds.count
    case .mechanism: mechanisms.count
    default: 0
    }
  }

  /// All ties, in the order in which the tables name them.
  var ties: [Tie] {
    activities.indices.flatMap(tiesOfActivity) + leaders.indices.flatMap(tiesOfLeader)
      + organisations.indices.flatMap { row in
        Self.ties(.about, .organisation, row, .issue, organisations[row].issues)
          + Self.ties(.locatedIn, .organisation, row, .place, organisations[row].places)
      }
      + funds.indices.flatMap { row in
        Self.ties(.locatedIn, .fund, row, .place, funds[row].places)
          + Self.ties(.belongsTo, .fund, row, .organisation, funds[row].organisations)
      }
      + mechanisms.indices.flatMap { row in
        Self.ties(.covers, .mechanism, row, .issue, mechanisms[row].issues)
      } + partners
  }

  private func tiesOfActivity(_ row: Int) -> [Tie] {
    let activity = activities[row]
    func reaching(_ relation: Relation, _ kind: NodeKind, _ others: [Int]) -> [Tie] {
      others.map {
        Tie(relation: relation, fromKind: kind, from: $0, toKind: .activity, to: row)
      }
    }
    return Self.ties(.partOf, .activity, row, .plan, [0])
      + Self.ties(.about, .activity, row, .issue, activity.issues)
      + Self.ties(.locatedIn, .activity, row, .place, activity.places)
      + reaching(.runs, .organisation, activity.organisations)
      + reaching(.leads, .leader, activity.leaders) + reaching(.finances, .fund, activity.funds)
      + reaching(.supports, .mechanism, activity.mechanisms)
      + reaching(.adopts, .mechanism, activity.adopters)
  }

  private func tiesOfLeader(_ row: Int) -> [Tie] {
    let leader = leaders[row]
    return Self.ties(.livesIn, .leader, row, .place, leader.home.map { [$0] } ?? [])
      + Self.ties(.worksOn, .leader, row, .issue, leader.issues)
      + Self.ties(.memberOf, .leader, row, .organisation, leader.organisations)
      + Self.ties(.servesOn, .leader, row, .fund, leader.funds)
  }

  private static func ties(
    _ relation: Relation, _ kind: NodeKind, _ row: Int, _ otherKind: NodeKind, _ others: [Int]
  ) -> [Tie] {
    others.map {
      Tie(relation: relation, fromKind: kind, from: row, toKind: otherKind, to: $0)
    }
  }
}
