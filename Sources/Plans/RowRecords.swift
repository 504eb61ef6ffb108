import Graphs
import Sheets

/// Rows become records here, without the cells that refer to other rows.
extension Plan {
  /// A plan of its row.
  init(_ row: TableRow, id: String) {
    self.id = id
    name = row.text(.name) ?? id
    tambon = row.text(.tambon)
    amphoe = row.text(.amphoe)
    province = row.text(.province)
    region = row.text(.region)
    year = row.date(.year)
    source = row.source
  }

  /// A plan of which nothing but a name is given.
  init(id: String, name: String, source: Source) {
    self.id = id
    self.name = name
    self.source = source
    tambon = nil
    amphoe = nil
    province = nil
    region = nil
    year = nil
  }

  /// Adds the record of a row of a table whose rows are nodes.
  mutating func add(_ row: TableRow, id: String, name: String) {
    switch row.table {
    case .places: places.append(Place(row, id: id, name: name))
    case .activities: activities.append(Activity(row, id: id, name: name))
    case .leaders: leaders.append(Leader(row, id: id, name: name))
    case .organisations: organisations.append(Organisation(row, id: id, name: name))
    case .funds: funds.append(Fund(row, id: id, name: name))
    case .mechanisms: mechanisms.append(Mechanism(row, id: id, name: name))
    case .plan, .links, .offers, .decisions: break
    }
  }

  /// Adds a record of which nothing but the name is known.
  mutating func addNamed(_ name: String, _ kind: NodeKind, _ source: Source) {
    switch kind {
    case .place: places.append(Place(id: name, name: name, source: source))
    case .activity: activities.append(Activity(id: name, name: name, source: source))
    case .leader: leaders.append(Leader(id: name, name: name, source: source))
    case .organisation: organisations.append(Organisation(id: name, name: name, source: source))
    case .fund: funds.append(Fund(id: name, name: name, source: source))
    case .mechanism: mechanisms.append(Mechanism(id: name, name: name, source: source))
    default: break
    }
  }
}

extension Place {
  fileprivate init(_ row: TableRow, id: String, name: String) {
    self.init(
      id: id, name: name, source: row.source, extra: row.extras, moo: row.text(.moo),
      tambon: row.text(.tambon), amphoe: row.text(.amphoe), province: row.text(.province),
      latitude: row.number(.latitude), longitude: row.number(.longitude),
      households: row.number(.households))
  }

  fileprivate init(id: String, name: String, source: Source) {
    self.init(
      id: id, name: name, source: source, extra: [], moo: nil, tambon: nil, amphoe: nil,
      province: nil, latitude: nil, longitude: nil, households: nil)
  }
}

extension Activity {
  fileprivate init(_ row: TableRow, id: String, name: String) {
    self.init(
      id: id, name: name, source: row.source, extra: row.extras, mode: row.choice(.mode),
      status: row.choice(.status), start: row.date(.start), end: row.date(.end),
      budget: row.number(.budget), ownBudget: row.number(.ownBudget), note: row.text(.note))
  }

  fileprivate init(id: String, name: String, source: Source) {
    self.init(
      id: id, name: name, source: source, extra: [], mode: nil, status: nil, start: nil, end: nil,
      budget: nil, ownBudget: nil, note: nil)
  }
}

extension Leader {
  fileprivate init(_ row: TableRow, id: String, name: String) {
    self.init(
      id: id, name: name, source: row.source, extra: row.extras, positions: row.texts(.positions),
      skills: row.texts(.skills), since: row.date(.since), until: row.date(.until),
      consent: row.flag(.consent) ?? false)
  }

  fileprivate init(id: String, name: String, source: Source) {
    self.init(
      id: id, name: name, source: source, extra: [], positions: [], skills: [], since: nil,
      until: nil, consent: false)
  }
}

extension Organisation {
  fileprivate init(_ row: TableRow, id: String, name: String) {
    self.init(
      id: id, name: name, source: row.source, extra: row.extras, kind: row.text(.kind),
      founded: row.date(.founded))
  }

  fileprivate init(id: String, name: String, source: Source) {
    self.init(id: id, name: name, source: source, extra: [], kind: nil, founded: nil)
  }
}

extension Fund {
  fileprivate init(_ row: TableRow, id: String, name: String) {
    self.init(
      id: id, name: name, source: row.source, extra: row.extras, kind: row.text(.kind),
      founded: row.date(.founded), members: row.number(.members), savings: row.number(.savings),
      shares: row.number(.shares), loans: row.number(.loans), overdue: row.number(.overdue),
      reserves: row.number(.reserves), assets: row.number(.assets),
      externalDebt: row.number(.externalDebt), welfareKinds: row.texts(.welfareKinds),
      welfarePaid: row.number(.welfarePaid), accountsCurrent: row.flag(.accountsCurrent),
      committee: row.text(.committee), officialGrade: row.text(.officialGrade),
      asOf: row.date(.asOf))
  }

  fileprivate init(id: String, name: String, source: Source) {
    self.init(
      id: id, name: name, source: source, extra: [], kind: nil, founded: nil, members: nil,
      savings: nil, shares: nil, loans: nil, overdue: nil, reserves: nil, assets: nil,
      externalDebt: nil, welfareKinds: [], welfarePaid: nil, accountsCurrent: nil, committee: nil,
      officialGrade: nil, asOf: nil)
  }
}

extension Mechanism {
  fileprivate init(_ row: TableRow, id: String, name: String) {
    self.init(
      id: id, name: name, source: row.source, extra: row.extras, agency: row.text(.agency),
      level: row.choice(.level), supports: row.choices(.supports))
  }

  fileprivate init(id: String, name: String, source: Source) {
    self.init(
      id: id, name: name, source: source, extra: [], agency: nil, level: nil, supports: [])
  }
}
