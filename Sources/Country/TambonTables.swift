import Plans

/// A table as rows of text, the heading first.
struct TextTable {
  let table: Table
  let rows: [[String]]
}

/// A tambon's tables as its planner might have typed them.
///
/// How a planner writes (references by id or by name, separators, units, digits, the dash for what is
/// unknown) differs from tambon to tambon. The figures are drawn here; the ties are the tambon's.
struct TambonTables {
  let tambon: Tambon
  let seed: UInt64
  var chance: Chance
  private var names: Names
  private(set) var villages: [String] = []
  private(set) var spellings: [String] = []
  let hand: Handwriting

  init(_ tambon: Tambon, seed: UInt64) {
    self.tambon = tambon
    self.seed = seed
    chance = Chance(seed: seed, tambon: tambon.index, stream: 5)
    names = Names(seed: seed, tambon: tambon.index)
    hand = Handwriting(&chance)
    villages = tambon.villages.map { _ in names.village() }
    spellings = IssueKind.all.map { chance.one(of: $0.spellings) }
  }

  /// The name of the folder, and the plan's id.
  static func planID(_ tambon: Int) -> String {
    let number = String(tambon + 1)
    return "t" + String(repeating: "0", count: max(0, 5 - number.count)) + number
  }

  /// All tables, in the order of FORMAT.
  mutating func all() -> [TextTable] {
    let people = tambon.leaders.map { _ in names.person() }
    return [
      table(.plan, [planRow()]), table(.places, tambon.villages.indices.map { placeRow($0) }),
      table(.activities, tambon.activities.indices.map { activityRow($0, people) }),
      table(.leaders, tambon.leaders.indices.map { leaderRow($0, people[$0]) }),
      table(.organisations, tambon.organisations.indices.map { organisationRow($0) }),
      table(.funds, tambon.funds.indices.map { fundRow($0) }),
      table(.mechanisms, tambon.mechanisms.indices.map { mechanismRow($0) }),
      table(.links, tambon.partners.map { linkRow($0) }), table(.offers, offerRows()),
    ]
  }

  /// A table of rows by column; columns that a row does not have are unknown.
  private func table(_ table: Table, _ rows: [[Column: String]]) -> TextTable {
    let columns = table.columns.filter { $0.column != .plan || table == .plan }
    let heading = columns.map(\.thai)
    return TextTable(
      table: table,
      rows: [heading] + rows.map { row in columns.map { row[$0.column] ?? hand.unknown } })
  }

  var district: String {
    Names.district(seed: seed, tambon.index, isAmphoe: false)
  }

  private var amphoe: String { Names.district(seed: seed, tambon.amphoe, isAmphoe: true) }

  private mutating func planRow() -> [Column: String] {
    let province = Province.all[tambon.province]
    return [
      .id: Self.planID(tambon.index), .name: "แผนแม่บทชุมชนตำบล\(district) (ข้อมูลสมมติ)",
      .tambon: district, .amphoe: amphoe, .province: province.name, .region: province.region,
      .year: hand.year(2566 + chance.whole(0...3)),
    ]
  }

  private mutating func placeRow(_ row: Int) -> [Column: String] {
    let village = tambon.villages[row]
    return [
      .id: id(.place, row), .name: "บ้าน" + villages[row], .moo: String(row + 1), .tambon: district,
      .amphoe: amphoe, .province: Province.all[tambon.province].name,
      .households: chance.occurs(0.1) ? hand.unknown : hand.count(village.households, "ครัวเรือน"),
    ]
  }

  private mutating func activityRow(_ row: Int, _ people: [String]) -> [Column: String] {
    let activity = tambon.activities[row]
    let works = IssueKind.all[activity.issues.first ?? 0].works
    let place = activity.places.count == 1 ? "บ้าน" + villages[activity.places[0]] : "ตำบล" + district
    let budget = chance.around(70_000, spread: 1)
    let isPast = activity.year < 2567
    let status: Activity.Status =
      isPast
      ? [.done, .active, .stopped][chance.count([60, 33, 7])]
      : [.active, .planned][chance.count([45, 55])]
    let mode: Activity.Mode = [.own, .joint, .request][chance.count([30, 50, 20])]
    return [
      .id: id(.activity, row), .name: names.distinct(chance.one(of: works) + place),
      .issues: issueCell(activity.issues), .places: ids(.place, activity.places),
      .mode: mode.thai, .status: chance.occurs(0.05) ? hand.unknown : status.thai,
      .start: hand.year(activity.year),
      .end: chance.occurs(0.2) ? hand.unknown : hand.year(activity.year + chance.whole(0...3)),
      .budget: chance.occurs(0.2) ? hand.unknown : hand.money(budget),
      .ownBudget: chance.occurs(0.3) ? hand.unknown : hand.money(budget * 0.6 * chance.unit()),
      .organisations: ids(.organisation, activity.organisations),
      .leaders: hand.namesLeaders
        ? joined(activity.leaders.map { people[$0] }) : ids(.leader, activity.leaders),
      .funds: ids(.fund, activity.funds), .mechanisms: ids(.mechanism, activity.mechanisms),
      .adoptedBy: ids(.mechanism, activity.adopters),
    ]
  }

  private mutating func leaderRow(_ row: Int, _ name: String) -> [Column: String] {
    let leader = tambon.leaders[row]
    let since = 2569 - min(35, Int(chance.around(9, spread: 0.7)))
    return [
      .id: id(.leader, row), .name: name, .place: ids(.place, leader.home.map { [$0] } ?? []),
      .positions: chance.one(of: ["ผู้ใหญ่บ้าน", "อสม.", "ประธานกลุ่ม", "กรรมการหมู่บ้าน", "ครูภูมิปัญญา"]),
      .skills: chance.one(of: ["ทำบัญชี", "ประสานงาน", "เขียนโครงการ", "ไกล่เกลี่ย", hand.unknown]),
      .issues: issueCell(leader.issues), .organisations: ids(.organisation, leader.organisations),
      .funds: ids(.fund, leader.funds), .since: hand.year(since),
      .until: chance.occurs(0.6) ? hand.unknown : hand.year(2569 + chance.whole(0...4)),
      .phone: chance.occurs(0.3) ? hand.unknown : "080-000-" + String(10_001 + row).dropFirst(),
      .consent: ["ใช่", "ไม่", hand.unknown][chance.count([62, 23, 15])],
    ]
  }

  private mutating func organisationRow(_ row: Int) -> [Column: String] {
    let organisation = tambon.organisations[row]
    let place = organisation.kind.isWide ? district : "บ้าน" + villages[organisation.places[0]]
    return [
      .id: id(.organisation, row), .name: names.distinct(organisation.kind.title + place),
      .kind: organisation.kind.word, .places: ids(.place, organisation.places),
      .issues: issueCell(organisation.issues), .founded: hand.year(2540 + chance.whole(0...25)),
    ]
  }

  private mutating func mechanismRow(_ row: Int) -> [Column: String] {
    let mechanism = tambon.mechanisms[row]
    let kind = Agency.kinds[mechanism.agency.kind]
    let seat =
      switch kind.level {
      case .national: ""
      case .province: Province.all[tambon.province].name
      case .amphoe: amphoe
      case .village, .tambon: district
      }
    let supports: [Mechanism.Support] = [.coFund, .activity, .advice, .staff, .premises]
    let given = chance.positions(1 + chance.count([40, 40, 20]), in: [4, 4, 5, 2, 1])
    return [
      .id: id(.mechanism, row), .name: kind.name + seat, .agency: kind.body,
      .level: kind.level.thai,
      .issues: issueCell(mechanism.issues), .supports: joined(given.map { supports[$0].thai }),
    ]
  }

  private mutating func linkRow(_ tie: Tambon.Tie) -> [Column: String] {
    [
      .from: id(tie.fromKind, tie.from), .relation: tie.relation.word, .to: id(tie.toKind, tie.to),
      .since: chance.occurs(0.5) ? hand.unknown : hand.year(2550 + chance.whole(0...18)),
    ]
  }

  mutating func name(_ title: String) -> String { names.distinct(title) }
}
