import Glibc

/// The way by which an activity that needs money comes to a fund.
private enum Channel: CaseIterable {
  /// Somebody who leads it sits on the fund's committee, or asks a fellow who does.
  case committee
  /// An organisation that runs it has a fund of its own.
  case runner
  /// The fund is near.
  case neighbour
  /// The fund has paid for work about the same issue.
  case habit
  /// An agency that helps it has worked with the fund.
  case agency
  /// The fund is large and known to everybody.
  case renown
  /// No reason that anybody remembers.
  case accident

  var share: Double {
    switch self {
    case .committee: 30
    case .runner: 12
    case .neighbour: 16
    case .habit: 16
    case .agency: 8
    case .renown: 15
    case .accident: 7
    }
  }
}

/// Who pays for what.
///
/// Each tie comes by one channel, and the fund that is asked may decline, by what it was founded for
/// and by how much it has taken on that year. So a tie has one reason, not a sum of many, and the
/// reason may be one that the tables do not show.
extension Growth {
  mutating func financeActivities() {
    var shares: [Double] = []
    // Tambons differ in how things are arranged there.
    for channel in Channel.allCases { shares.append(chance.around(channel.share, spread: 0.5)) }
    for activity in tambon.activities.indices {
      for _ in 0..<chance.count([36, 41, 15, 6, 2]) { askForMoney(activity, shares) }
    }
  }

  private mutating func askForMoney(_ activity: Int, _ shares: [Double]) {
    for _ in 0..<5 {
      let channel = Channel.allCases[chance.count(shares)]
      guard let fund = fund(for: activity, by: channel),
        !tambon.activities[activity].funds.contains(fund), accepts(fund, activity)
      else { continue }
      tambon.activities[activity].funds.append(fund)
      return
    }
  }

  private mutating func accepts(_ fund: Int, _ activity: Int) -> Bool {
    let work = tambon.activities[activity]
    let appetite = work.issues.map { tambon.funds[fund].appetite[$0] }.max() ?? 0
    let taken = tambon.activities[..<activity].count { earlier in
      earlier.year == work.year && earlier.funds.contains(fund)
    }
    let room = 4 * tambon.funds[fund].size.squareRoot()
    return chance.occurs((0.25 + 0.75 * appetite) * room / (room + Double(taken)))
  }

  private mutating func fund(for activity: Int, by channel: Channel) -> Int? {
    let work = tambon.activities[activity]
    switch channel {
    case .committee: return fundOfCommittee(of: work)
    case .runner:
      return chance.position(
        in: tambon.funds.map { Growth.overlap($0.organisations, work.organisations) ? 1 : 0 })
    case .neighbour:
      return chance.position(
        in: tambon.funds.map { fund in
          exp(-6 * distance(fund.places, work.places)) / Double(fund.places.count).squareRoot()
        })
    case .habit: return fundOfEarlier(activity) { Growth.overlap($0.issues, work.issues) }
    case .agency:
      return fundOfEarlier(activity) { Growth.overlap($0.mechanisms, work.mechanisms) }
    case .renown: return chance.position(in: tambon.funds.map(\.size))
    case .accident: return chance.whole(0...tambon.funds.count - 1)
    }
  }

  private mutating func fundOfCommittee(of work: Tambon.Activity) -> Int? {
    guard
      let asked = chance.position(
        in: tambon.leaders.indices.map { work.leaders.contains($0) ? 1 : 0 })
    else { return nil }
    var asker = asked
    if tambon.leaders[asked].funds.isEmpty || chance.occurs(0.25) {
      let own = tambon.leaders[asked]
      let fellows = tambon.leaders.map { leader in
        Growth.overlap(leader.organisations, own.organisations) ? leader.prominence : 0
      }
      asker = chance.position(in: fellows) ?? asked
    }
    let funds = tambon.leaders[asker].funds
    return funds.isEmpty ? nil : chance.one(of: funds)
  }

  /// A fund of an earlier activity that is alike; what is longer ago is less remembered.
  private mutating func fundOfEarlier(
    _ activity: Int, _ isAlike: (Tambon.Activity) -> Bool
  ) -> Int? {
    let year = tambon.activities[activity].year
    let weights = tambon.activities[..<activity].map { earlier in
      earlier.funds.isEmpty || !isAlike(earlier) ? 0 : pow(0.75, Double(year - earlier.year))
    }
    return chance.position(in: weights).map { chance.one(of: tambon.activities[$0].funds) }
  }

  /// Leaves out what the planner did not know or write down.
  mutating func forget() {
    for row in tambon.activities.indices {
      if chance.occurs(0.06) { tambon.activities[row].organisations = [] }
      if chance.occurs(0.09) { tambon.activities[row].leaders = [] }
      if chance.occurs(0.08) { tambon.activities[row].mechanisms = [] }
      if chance.occurs(0.03) { tambon.activities[row].places = [] }
    }
    for row in tambon.leaders.indices {
      if chance.occurs(0.03) { tambon.leaders[row].home = nil }
      if chance.occurs(0.08) { tambon.leaders[row].organisations = [] }
      if chance.occurs(0.1) { tambon.leaders[row].funds = [] }
      if chance.occurs(0.1) { tambon.leaders[row].issues = [] }
    }
    for row in tambon.funds.indices where chance.occurs(0.08) { tambon.funds[row].places = [] }
  }
}
