import Graphs
import Sheets

/// Rows become records here, without the cells that refer to other rows.
extension Plan {
  /// A plan of its row.
  init(_ row: some RecordRow, id: String) {
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
  mutating func add(_ row: some RecordRow, id: String, name: String) {
    let header = RecordHeader(id: id, name: name, source: row.source, extra: row.extras)
    switch row.table {
    case .places: places.append(Place(row, header))
    case .activities: activities.append(Activity(row, header))
    case .leaders: leaders.append(Leader(row, header))
    case .organisations: organisations.append(Organisation(row, header))
    case .funds: funds.append(Fund(row, header))
    case .mechanisms: mechanisms.append(Mechanism(row, header))
    case .plan, .links, .offers, .decisions: break
    }
  }

  /// Adds a record of which nothing but the name is known.
  mutating func addNamed(_ name: String, _ kind: NodeKind, _ source: Source) {
    let header = RecordHeader(id: name, name: name, source: source, extra: [])
    switch kind {
    case .place: places.append(Place(TableRow?.none, header))
    case .activity: activities.append(Activity(TableRow?.none, header))
    case .leader: leaders.append(Leader(TableRow?.none, header))
    case .organisation: organisations.append(Organisation(TableRow?.none, header))
    case .fund: funds.append(Fund(TableRow?.none, header))
    case .mechanism: mechanisms.append(Mechanism(TableRow?.none, header))
    default: break
    }
  }
}

// Each record reads its own columns; without a row all of them are unknown.

extension Place {
  fileprivate init(_ row: (some RecordRow)?, _ header: RecordHeader) {
    self.init(
      header: header, moo: row?.text(.moo), tambon: row?.text(.tambon), amphoe: row?.text(.amphoe),
      province: row?.text(.province), latitude: row?.number(.latitude),
      longitude: row?.number(.longitude), households: row?.number(.households))
  }
}

extension Activity {
  fileprivate init(_ row: (some RecordRow)?, _ header: RecordHeader) {
    let budget = row?.number(.budget)
    self.init(
      header: header, mode: row?.choice(.mode), status: row?.choice(.status),
      start: row?.date(.start), end: row?.date(.end), budget: budget,
      ownBudget: row?.number(.ownBudget, shareOf: .budget, budget), note: row?.text(.note))
  }
}

extension Leader {
  fileprivate init(_ row: (some RecordRow)?, _ header: RecordHeader) {
    self.init(
      header: header, positions: row?.texts(.positions) ?? [], skills: row?.texts(.skills) ?? [],
      since: row?.date(.since), until: row?.date(.until), consent: row?.flag(.consent) ?? false)
  }
}

extension Organisation {
  fileprivate init(_ row: (some RecordRow)?, _ header: RecordHeader) {
    self.init(header: header, kind: row?.text(.kind), founded: row?.date(.founded))
  }
}

extension Fund {
  fileprivate init(_ row: (some RecordRow)?, _ header: RecordHeader) {
    let loans = row?.number(.loans)
    self.init(
      header: header, kind: row?.text(.kind), founded: row?.date(.founded),
      members: row?.number(.members), savings: row?.number(.savings), shares: row?.number(.shares),
      loans: loans, overdue: row?.number(.overdue, shareOf: .loans, loans),
      reserves: row?.number(.reserves),
      assets: row?.number(.assets), externalDebt: row?.number(.externalDebt),
      welfareKinds: row?.texts(.welfareKinds) ?? [], welfarePaid: row?.number(.welfarePaid),
      accountsCurrent: row?.flag(.accountsCurrent), committee: row?.text(.committee),
      officialGrade: row?.text(.officialGrade), asOf: row?.date(.asOf))
  }
}

extension Mechanism {
  fileprivate init(_ row: (some RecordRow)?, _ header: RecordHeader) {
    self.init(
      header: header, agency: row?.text(.agency), level: row?.choice(.level),
      supports: row?.choices(.supports) ?? [])
  }
}
