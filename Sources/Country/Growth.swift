import Glibc

/// Grows one tambon: who lives where, what they belong to, what they do, and who pays for it.
///
/// The ties come about as they might in life, in the order of the steps in `grow`. What made them
/// (nearness, standing, what a fund was founded for) is drawn first and mostly stands in no table.
struct Growth {
  var chance: Chance
  var tambon: Tambon
  /// How large the tambon is beside the middle one.
  let size: Double
  /// How much the tambon's people worry about each issue.
  let concerns: [Double]

  /// How many tambons an amphoe and a province have.
  static let tambonsPerAmphoe = 8
  static let tambonsPerProvince = 95

  private init(_ index: Int, seed: UInt64) {
    chance = Chance(seed: seed, tambon: index, stream: 1)
    tambon = Tambon(
      index: index, province: min(index / Growth.tambonsPerProvince, Province.all.count - 1),
      amphoe: index / Growth.tambonsPerAmphoe)
    size = min(2.2, max(0.5, chance.around(0.97, spread: 0.25)))
    var concerns: [Double] = []
    for rank in IssueKind.all.indices {
      concerns.append(chance.around(1 / (Double(rank) + 4), spread: 0.7))
    }
    self.concerns = concerns
  }

  /// A tambon as its plan tells it; the same for the same position and seed.
  static func grow(_ index: Int, seed: UInt64) -> Tambon {
    var growth = Growth(index, seed: seed)
    growth.settle()
    growth.foundOrganisations()
    growth.foundFunds()
    growth.bringAgencies()
    growth.gatherLeaders()
    growth.startActivities()
    growth.financeActivities()
    growth.joinPartners()
    growth.forget()
    return growth.tambon
  }

  /// A number of rows about a middle.
  mutating func number(about middle: Double, atLeast least: Int) -> Int {
    max(least, Int((chance.around(middle * size, spread: 0.12)).rounded()))
  }

  /// Whether two lists share anything.
  static func overlap(_ left: [Int], _ right: [Int]) -> Bool {
    left.contains { right.contains($0) }
  }

  /// The least distance between places of two lists; 1 where one is empty.
  func distance(_ left: [Int], _ right: [Int]) -> Double {
    var least = 2.0
    for one in left {
      for other in right {
        let east = tambon.villages[one].east - tambon.villages[other].east
        let north = tambon.villages[one].north - tambon.villages[other].north
        least = min(least, east * east + north * north)
      }
    }
    return least < 2 ? sqrt(least) : 1
  }

  /// Issues drawn from some that are likely and, now and then, from what the tambon worries about.
  mutating func issues(_ count: Int, likely keys: [String], likelihood: Double) -> [Int] {
    let weights = IssueKind.all.indices.map { issue in
      concerns[issue] * (keys.contains(IssueKind.all[issue].key) ? likelihood : 1)
    }
    return chance.positions(count, in: weights)
  }

  /// A few villages, the later ones near the first.
  mutating func cluster(_ count: Int) -> [Int] {
    let first = chance.whole(0...tambon.villages.count - 1)
    let nearness = tambon.villages.indices.map {
      $0 == first ? 0 : exp(-5 * distance([first], [$0]))
    }
    return ([first] + chance.positions(count - 1, in: nearness)).sorted()
  }
}
