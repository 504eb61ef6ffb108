public import Graphs

/// One community master plan, as read: its rows and the ties between them.
public struct Plan: Sendable {
  /// The id, unique among the plans read together.
  public let id: String
  /// The name; the id where none is given.
  public let name: String
  /// ตำบล.
  public let tambon: String?
  /// อำเภอ.
  public let amphoe: String?
  /// จังหวัด.
  public let province: String?
  /// ภาค.
  public let region: String?
  /// The year of the plan.
  public let year: PlanDate?
  /// The row that it was read from.
  public let source: Source
  /// The words that count as the same in it: the program's, and the planner's own.
  public internal(set) var vocabulary = Vocabulary.standard

  /// The places, in the order of their rows, as are all arrays below.
  public internal(set) var places: [Place] = []
  /// The activities.
  public internal(set) var activities: [Activity] = []
  /// The leaders.
  public internal(set) var leaders: [Leader] = []
  /// The organisations.
  public internal(set) var organisations: [Organisation] = []
  /// The funds.
  public internal(set) var funds: [Fund] = []
  /// The mechanisms.
  public internal(set) var mechanisms: [Mechanism] = []
  /// The issues, in the order in which they are first named.
  public internal(set) var issues: [Issue] = []
  /// The ties that this plan's rows say, `part_of` left out.
  public internal(set) var ties = TieList()
  /// What people have and need.
  public internal(set) var offers: [Offer] = []
  /// What meetings decided.
  public internal(set) var decisions: [Decision] = []

  /// A row of a kind of node; nil for the plan itself.
  public func record(_ kind: NodeKind, _ index: Int) -> (any PlanRecord)? {
    switch kind {
    case .place: places[index]
    case .activity: activities[index]
    case .leader: leaders[index]
    case .organisation: organisations[index]
    case .fund: funds[index]
    case .mechanism: mechanisms[index]
    case .issue: issues[index]
    default: nil
    }
  }

  /// What a row of a kind of node has as all have; nil for the plan itself.
  func header(_ kind: NodeKind, _ index: Int) -> RecordHeader? {
    switch kind {
    case .place: places[index].header
    case .activity: activities[index].header
    case .leader: leaders[index].header
    case .organisation: organisations[index].header
    case .fund: funds[index].header
    case .mechanism: mechanisms[index].header
    case .issue: issues[index].header
    default: nil
    }
  }

  /// The ids of the rows of a kind of node, in their order.
  func ids(of kind: NodeKind) -> [String] { headers(of: kind) { $0.id } }

  /// The names of the rows of a kind of node, in their order.
  func names(of kind: NodeKind) -> [String] { headers(of: kind) { $0.name } }

  /// By index: a country's records are not to be copied for a text of each.
  @inline(__always)
  private func headers(of kind: NodeKind, _ text: (RecordHeader) -> String) -> [String] {
    switch kind {
    case .place: places.indices.map { text(places[$0].header) }
    case .activity: activities.indices.map { text(activities[$0].header) }
    case .leader: leaders.indices.map { text(leaders[$0].header) }
    case .organisation: organisations.indices.map { text(organisations[$0].header) }
    case .fund: funds.indices.map { text(funds[$0].header) }
    case .mechanism: mechanisms.indices.map { text(mechanisms[$0].header) }
    case .issue: issues.indices.map { text(issues[$0].header) }
    default: []
    }
  }

  /// Gives the plans that its rows refer to, itself among them, numbers higher or lower by so many.
  mutating func movePlans(by offset: Int) {
    if offset == 0 { return }
    ties.movePlans(by: offset)
    offers = offers.map { $0.movingPlans(by: offset) }
    decisions = decisions.map { $0.movingPlans(by: offset) }
  }

  /// Makes room for the rows of a kind of node, and for no more.
  mutating func reserve(_ count: Int, _ kind: NodeKind) {
    switch kind {
    case .place: places.reserveCapacity(count)
    case .activity: activities.reserveCapacity(count)
    case .leader: leaders.reserveCapacity(count)
    case .organisation: organisations.reserveCapacity(count)
    case .fund: funds.reserveCapacity(count)
    case .mechanism: mechanisms.reserveCapacity(count)
    default: break
    }
  }

  /// How many rows of a kind of node there are; the plan itself is none.
  public func count(of kind: NodeKind) -> Int {
    switch kind {
    case .place: places.count
    case .activity: activities.count
    case .leader: leaders.count
    case .organisation: organisations.count
    case .fund: funds.count
    case .mechanism: mechanisms.count
    case .issue: issues.count
    default: 0
    }
  }

  /// The id outside of the plan: `plan/id`; for the plan itself its own.
  func fullID(_ kind: NodeKind, _ index: Int) -> String {
    header(kind, index).map { id + "/" + $0.id } ?? id
  }
}
