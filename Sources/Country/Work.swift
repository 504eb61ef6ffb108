import Glibc
import Plans

/// Leaders and activities.
extension Growth {
  mutating func gatherLeaders() {
    let households = tambon.villages.map { Double($0.households) }
    for _ in 0..<number(about: 40, atLeast: 10) {
      let home = chance.position(in: households) ?? 0
      let prominence = chance.heavy(1.5)
      var leader = Tambon.Leader(home: home, prominence: prominence)
      leader.issues = chance.positions(1 + chance.count([45, 35, 20]), in: concerns)
      leader.organisations = memberships(home, leader.issues, prominence)
      leader.funds = committees(home, leader.organisations, prominence)
      tambon.leaders.append(leader)
    }
  }

  private mutating func memberships(
    _ home: Int, _ issues: [Int], _ prominence: Double
  ) -> [Int] {
    let weights = tambon.organisations.map { organisation in
      guard organisation.places.contains(home) else { return 0.05 }
      return organisation.size * (Growth.overlap(organisation.issues, issues) ? 4 : 1)
        / Double(organisation.places.count).squareRoot()
    }
    return chance.positions(
      chance.count(prominence > 3 ? [5, 30, 35, 30] : [25, 45, 30]), in: weights)
  }

  private mutating func committees(
    _ home: Int, _ organisations: [Int], _ prominence: Double
  ) -> [Int] {
    let weights = tambon.funds.map { fund in
      let isNear = fund.places.contains(home)
      let isOwn = Growth.overlap(fund.organisations, organisations)
      return (isNear ? 4 / Double(fund.places.count).squareRoot() : 0.1) * (isOwn ? 3 : 1)
    }
    return chance.positions(
      chance.count(prominence > 3 ? [20, 45, 35] : [35, 50, 15]), in: weights)
  }

  /// The activities, the earliest first.
  mutating func startActivities() {
    let count = number(about: 60, atLeast: 12)
    var years: [Int] = []
    for _ in 0..<count { years.append(2570 - Int(13 * pow(chance.unit(), 1.8))) }
    for year in years.sorted() {
      var activity = Tambon.Activity(
        issues: chance.positions(chance.occurs(0.25) ? 2 : 1, in: concerns), places: sites(),
        year: year)
      activity.organisations = runners(of: activity)
      activity.leaders = leaders(of: activity)
      activity.mechanisms = helpers(of: activity)
      activity.adopters = adopters(of: activity)
      tambon.activities.append(activity)
    }
  }

  private mutating func sites() -> [Int] {
    switch chance.count([62, 26, 12]) {
    case 0: cluster(1)
    case 1: cluster(chance.whole(2...4))
    default: Array(tambon.villages.indices)
    }
  }

  private mutating func runners(of activity: Tambon.Activity) -> [Int] {
    let weights = tambon.organisations.map { organisation in
      let isNear = Growth.overlap(organisation.places, activity.places)
      let fits = Growth.overlap(organisation.issues, activity.issues)
      return organisation.size.squareRoot() * (isNear ? 1 : 0.1) * (fits ? 8 : 0.4)
    }
    return chance.positions(chance.count([15, 68, 17]), in: weights)
  }

  private mutating func leaders(of activity: Tambon.Activity) -> [Int] {
    let weights = tambon.leaders.map { leader in
      let isNear = leader.home.map { activity.places.contains($0) } ?? false
      let fits = Growth.overlap(leader.issues, activity.issues)
      let belongs = Growth.overlap(leader.organisations, activity.organisations)
      return leader.prominence * (isNear ? 3 : 0.4) * (fits ? 3 : 0.6) * (belongs ? 5 : 1)
    }
    return chance.positions(chance.count([9, 52, 30, 9]), in: weights)
  }

  private mutating func helpers(of activity: Tambon.Activity) -> [Int] {
    let weights = tambon.mechanisms.map { mechanism in
      mechanism.presence * (Growth.overlap(mechanism.issues, activity.issues) ? 1 : 0.03)
    }
    return chance.positions(chance.count([28, 45, 20, 7]), in: weights)
  }

  /// Those that take an activity into their own plan: most often the tambon's own office.
  private mutating func adopters(of activity: Tambon.Activity) -> [Int] {
    guard chance.occurs(0.3) else { return [] }
    let weights = tambon.mechanisms.map { mechanism in
      let level = Agency.kinds[mechanism.agency.kind].level
      let fits = Growth.overlap(mechanism.issues, activity.issues)
      return (level == .tambon ? 6 : level == .national ? 0.2 : 1) * (fits ? 3 : 0.5)
    }
    return chance.positions(1, in: weights)
  }
}
