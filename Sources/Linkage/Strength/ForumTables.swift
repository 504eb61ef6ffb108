public import Graphs
public import Plans

/// Funds seated at tables, so that as many weak points as can be have someone at the table who has
/// mastered them.
///
/// What is maximised is the weight of the failed rules at whose table a fund passes the same rule of the
/// same set. Tables are filled in turn, strong funds first, then two funds change places while that
/// helps; from several starts the best is kept. It is a search and no proof; `possible` is what no
/// seating could exceed.
public struct ForumTables: Sendable, Equatable {
  /// A failed rule of a fund, and who could help.
  public struct Need: Sendable, Equatable {
    /// The fund.
    public let fund: NodeID
    /// The id of the rule set.
    public let set: String
    /// What the rule says of it.
    public let result: RuleResult
    /// The funds at the table that have mastered it, by their ids.
    public let teachers: [NodeID]
    /// The funds at other tables that have, by their ids.
    public let elsewhere: [NodeID]
  }

  /// A table.
  public struct Table: Sendable, Equatable {
    /// The funds, by their ids.
    public let funds: [NodeID]
    /// Their weak points, by fund and in the order of the rules.
    public let needs: [Need]
  }

  /// The tables.
  public let tables: [Table]
  /// Funds of which nothing is known that could be learned or taught: they may sit anywhere.
  public let unplaced: [NodeID]
  /// The weight of the weak points that have a master at their table.
  public let covered: Double
  /// The weight of the weak points that have a master among all who come: no seating can exceed it.
  public let possible: Double
  /// The weight of all weak points.
  public let total: Double

  /// How many tables funds need so that at none there are more than some.
  public static func count(for funds: Int, atMost size: Int) -> Int {
    max(1, (funds + size - 1) / size)
  }

  /// The funds of plans of whose strength enough is known to seat them.
  public static func guests(_ plans: PlanGraph, by sets: [RuleSet] = RuleSet.standard) -> Int {
    ForumSkills(plans, by: sets).funds.count
  }

  /// Seats the funds of plans at so many tables, which differ by one seat at most.
  ///
  /// - Complexity: O(starts · rounds · funds² · weak points of a table).
  public init(_ plans: PlanGraph, tables count: Int, by sets: [RuleSet] = RuleSet.standard) {
    let skills = ForumSkills(plans, by: sets)
    unplaced = plans.funds(in: nil).filter { !skills.funds.contains($0) }
    let search = Seating(skills, tables: max(1, min(count, max(1, skills.funds.count))))
    let best = search.best()
    covered = search.value(of: best)
    possible = skills.needs.filter(\.hasMaster).reduce(0) { $0 + $1.weight }
    total = skills.needs.reduce(0) { $0 + $1.weight }
    tables = best.map { Self.table($0, skills) }.sorted {
      ($0.funds.first?.index ?? 0) < ($1.funds.first?.index ?? 0)
    }
  }

  private static func table(_ seats: [Int], _ skills: ForumSkills) -> Table {
    let seated = seats.sorted()
    let needs = skills.needs.filter { seated.contains($0.fund) }.map { need in
      let masters = need.skills.reduce(into: Set<Int>()) { $0.formUnion(skills.masters[$1]) }
      return Need(
        fund: skills.funds[need.fund], set: need.set, result: need.result,
        teachers: masters.filter(seated.contains).sorted().map { skills.funds[$0] },
        elsewhere: masters.filter { !seated.contains($0) }.sorted().map { skills.funds[$0] })
    }
    return Table(funds: seated.map { skills.funds[$0] }, needs: needs)
  }
}

/// What funds have mastered and what they have not, by the rules that can be learned.
struct ForumSkills {
  struct Need {
    let fund: Int
    let set: String
    let result: RuleResult
    let weight: Double
    /// The rules of all its sets that ask the same.
    let skills: [Int]
    var hasMaster = false
  }

  /// The funds of which such a rule is known, ascending.
  let funds: [NodeID]
  /// By rule the funds that pass it, ascending.
  private(set) var masters: [[Int]] = []
  /// The failed rules, by fund.
  private(set) var needs: [Need] = []

  init(_ plans: PlanGraph, by sets: [RuleSet]) {
    let rankings = StrengthRanking.all(plans, by: sets)
    let known = rankings.flatMap(\.assessments).filter { assessment in
      assessment.results.contains { $0.rule.lesson != nil && $0.verdict != .unknown }
    }
    funds = Set(known.map(\.fund)).sorted()
    let seats = Dictionary(uniqueKeysWithValues: funds.enumerated().map { ($1, $0) })
    var failed: [Int: [(skill: Int, set: String, result: RuleResult)]] = [:]
    for ranking in rankings {
      let first = masters.count
      masters += ranking.set.rules.map { _ in [] }
      for assessment in ranking.assessments {
        guard let seat = seats[assessment.fund] else { continue }
        for (index, result) in assessment.results.enumerated() where result.rule.lesson != nil {
          switch result.verdict {
          case .pass: masters[first + index].append(seat)
          case .fail: failed[seat, default: []].append((first + index, ranking.set.id, result))
          case .unknown: break
          }
        }
      }
    }
    for index in masters.indices { masters[index].sort() }
    needs = Self.needs(failed, masters)
  }

  /// What two sets ask alike is one need, which a master by either can meet.
  private static func needs(
    _ failed: [Int: [(skill: Int, set: String, result: RuleResult)]], _ masters: [[Int]]
  ) -> [Need] {
    failed.sorted { $0.key < $1.key }.flatMap { seat, list in
      var order: [String] = []
      var groups: [String: [(skill: Int, set: String, result: RuleResult)]] = [:]
      for item in list {
        let text = item.result.rule.formula.text
        if groups[text] == nil { order.append(text) }
        groups[text, default: []].append(item)
      }
      return order.compactMap { text -> Need? in
        guard let group = groups[text], let first = group.first else { return nil }
        let skills = group.map(\.skill)
        return Need(
          fund: seat, set: first.set, result: first.result, weight: first.result.rule.weight,
          skills: skills, hasMaster: skills.contains { !masters[$0].isEmpty })
      }
    }
  }
}

/// The search for the best seats.
struct Seating {
  private let skills: ForumSkills
  private let count: Int
  /// By fund its needs, and the skills that it has mastered.
  private let needs: [[ForumSkills.Need]]
  private let mastered: [[Int]]

  init(_ skills: ForumSkills, tables count: Int) {
    self.skills = skills
    self.count = count
    var needs = [[ForumSkills.Need]](repeating: [], count: skills.funds.count)
    for need in skills.needs { needs[need.fund].append(need) }
    var mastered = [[Int]](repeating: [], count: skills.funds.count)
    for (skill, funds) in skills.masters.enumerated() {
      for fund in funds { mastered[fund].append(skill) }
    }
    self.needs = needs
    self.mastered = mastered
  }

  /// The weight of the needs at tables that someone there has mastered.
  func value(of tables: [[Int]]) -> Double { tables.reduce(0) { $0 + value($1) } }

  private func value(_ table: [Int]) -> Double {
    let known = Set(table.flatMap { mastered[$0] })
    return table.flatMap { needs[$0] }.filter { !known.isDisjoint(with: $0.skills) }
      .reduce(0) { $0 + $1.weight }
  }

  /// The best seating of several starts; of equals the first.
  func best() -> [[Int]] {
    let possible = skills.needs.filter(\.hasMaster).reduce(0) { $0 + $1.weight }
    var best: [[Int]] = []
    var most = -1.0
    for start in 0..<UInt64(skills.funds.count > 100 ? 2 : 12) {
      let found = improved(self.start(start))
      let value = value(of: found)
      if value > most + 1e-9 { (best, most) = (found, value) }
      if most >= possible - 1e-9 { break }
    }
    return best
  }

  /// Funds dealt to the tables in turn, those that have mastered most first; after the first start in an
  /// order of chance.
  private func start(_ number: UInt64) -> [[Int]] {
    var order = Array(skills.funds.indices)
    if number == 0 {
      order.sort { (mastered[$1].count, $0) < (mastered[$0].count, $1) }
    } else {
      var chance = SplitMix64(seed: number)
      order.shuffle(using: &chance)
    }
    var tables = [[Int]](repeating: [], count: count)
    for (place, fund) in order.enumerated() { tables[place % count].append(fund) }
    return tables
  }

  /// Two funds change places while that helps.
  private func improved(_ start: [[Int]]) -> [[Int]] {
    var tables = start
    var values = tables.map(value)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for one in tables.indices {
        for other in tables.indices where other > one {
          while exchange(&tables, &values, one, other) { hasChanged = true }
        }
      }
    }
    return tables
  }

  /// Makes the first exchange between two tables that helps; false where none does.
  private func exchange(
    _ tables: inout [[Int]], _ values: inout [Double], _ one: Int, _ other: Int
  ) -> Bool {
    for left in tables[one].indices {
      for right in tables[other].indices {
        var (first, second) = (tables[one], tables[other])
        (first[left], second[right]) = (second[right], first[left])
        let (new, newer) = (value(first), value(second))
        if new + newer > values[one] + values[other] + 1e-9 {
          (tables[one], tables[other]) = (first, second)
          (values[one], values[other]) = (new, newer)
          return true
        }
      }
    }
    return false
  }
}
