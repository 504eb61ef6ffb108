public import Graphs

/// The tables of a plan, in the order of FORMAT: each may be a sheet or a file.
public enum Table: String, Sendable, CaseIterable, Hashable {
  case plan
  case places
  case activities
  case leaders
  case organisations
  case funds
  case mechanisms
  case links
  case offers
  case decisions

  /// The sheet's name in English.
  public var englishName: String { rawValue }

  /// The sheet's name in Thai.
  public var thaiName: String {
    switch self {
    case .plan: "แผน"
    case .places: "พื้นที่"
    case .activities: "กิจกรรม"
    case .leaders: "แกนนำ"
    case .organisations: "องค์กร"
    case .funds: "องค์กรการเงิน"
    case .mechanisms: "กลไก"
    case .links: "ความเชื่อมโยง"
    case .offers: "แลกเปลี่ยน"
    case .decisions: "มติ"
    }
  }

  /// The table whose English or Thai name a sheet bears.
  public init?(sheetNamed name: String) {
    let key = MatchKey.heading(name)
    let decisions = ProposalSheet.isDecisions(sheetKey: key) ? Table.decisions : nil
    guard let found = Table.byName[NameKey(key)] ?? decisions else { return nil }
    self = found
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { table in
      [table.englishName, table.thaiName].map { (NameKey(MatchKey.heading($0)), table) }
    })

  /// The table that keeps nodes of a kind.
  public init?(_ kind: NodeKind) {
    guard let found = Table.allCases.first(where: { $0.nodeKind == kind }) else { return nil }
    self = found
  }

  /// What its rows are in the graph; nil where they are no nodes.
  public var nodeKind: NodeKind? {
    switch self {
    case .plan: .plan
    case .places: .place
    case .activities: .activity
    case .leaders: .leader
    case .organisations: .organisation
    case .funds: .fund
    case .mechanisms: .mechanism
    case .links, .offers, .decisions: nil
    }
  }

  /// The columns that a sheet of this table must have; of a plan's `name` and `id` one suffices.
  public var required: [Column] {
    switch self {
    case .links: [.from, .relation, .to]
    case .offers: [.owner, .type, .item]
    case .decisions: [.approach, .from, .to, .status]
    default: [.name]
    }
  }

  /// The columns with their Thai headings, in the order of FORMAT; `plan` may stand in any table.
  public var columns: [(column: Column, thai: String)] {
    ownColumns + (self == .plan ? [] : [(.plan, "แผน")])
  }

  private var ownColumns: [(column: Column, thai: String)] {
    switch self {
    case .plan:
      [
        (.id, "รหัส"), (.name, "ชื่อแผน"), (.tambon, "ตำบล"), (.amphoe, "อำเภอ"),
        (.province, "จังหวัด"), (.region, "ภาค"), (.year, "ปี"),
      ]
    case .places:
      [
        (.id, "รหัส"), (.name, "ชื่อหมู่บ้าน"), (.moo, "หมู่ที่"), (.tambon, "ตำบล"),
        (.amphoe, "อำเภอ"), (.province, "จังหวัด"), (.latitude, "ละติจูด"),
        (.longitude, "ลองจิจูด"), (.households, "ครัวเรือน"),
      ]
    case .activities:
      [
        (.id, "รหัส"), (.name, "ชื่อกิจกรรม"), (.issues, "ประเด็น"), (.places, "พื้นที่"),
        (.mode, "ลักษณะการทำ"), (.status, "สถานะ"), (.start, "เริ่ม"), (.end, "สิ้นสุด"),
        (.budget, "งบประมาณ"), (.ownBudget, "ทุนชุมชน"), (.organisations, "องค์กร"),
        (.leaders, "แกนนำ"), (.funds, "องค์กรการเงิน"), (.mechanisms, "กลไกสนับสนุน"),
        (.adoptedBy, "บรรจุในแผนของ"), (.note, "หมายเหตุ"),
      ]
    case .leaders:
      [
        (.id, "รหัส"), (.name, "ชื่อ"), (.place, "หมู่บ้าน"), (.positions, "ตำแหน่งในชุมชน"),
        (.skills, "ความสามารถ"), (.issues, "ประเด็น"), (.organisations, "องค์กร"),
        (.funds, "องค์กรการเงิน"), (.since, "เริ่มงาน"), (.until, "ครบวาระ"),
        (.phone, "โทรศัพท์"), (.consent, "ยินยอมเปิดเผยชื่อ"),
      ]
    case .organisations:
      [
        (.id, "รหัส"), (.name, "ชื่อ"), (.kind, "ประเภท"), (.places, "พื้นที่"),
        (.issues, "ประเด็น"), (.founded, "ปีก่อตั้ง"),
      ]
    case .funds:
      [
        (.id, "รหัส"), (.name, "ชื่อ"), (.kind, "ประเภท"), (.places, "พื้นที่"),
        (.organisations, "องค์กร"), (.founded, "ปีก่อตั้ง"), (.members, "สมาชิก"),
        (.savings, "เงินออม"), (.shares, "หุ้น"), (.loans, "เงินกู้คงค้าง"), (.overdue, "ค้างชำระ"),
        (.reserves, "ทุนสำรอง"), (.assets, "สินทรัพย์"), (.externalDebt, "หนี้ภายนอก"),
        (.welfareKinds, "ประเภทสวัสดิการ"), (.welfarePaid, "สวัสดิการจ่าย"),
        (.accountsCurrent, "บัญชีเป็นปัจจุบัน"), (.committee, "กรรมการ"),
        (.officialGrade, "เกรดทางการ"), (.asOf, "ข้อมูล ณ"),
      ]
    case .mechanisms:
      [
        (.id, "รหัส"), (.name, "ชื่อ"), (.agency, "หน่วยงาน"), (.level, "ระดับ"),
        (.issues, "ประเด็น"), (.supports, "รูปแบบสนับสนุน"), (.places, "พื้นที่"),
      ]
    case .links:
      [
        (.from, "จาก"), (.relation, "ความสัมพันธ์"), (.to, "ถึง"), (.since, "เริ่ม"),
        (.note, "หมายเหตุ"),
      ]
    case .offers:
      [
        (.id, "รหัส"), (.owner, "เจ้าของ"), (.type, "ชนิด"), (.item, "รายการ"),
        (.category, "หมวด"), (.quantity, "จำนวน"), (.unit, "หน่วย"), (.months, "เดือน"),
        (.place, "พื้นที่"),
      ]
    case .decisions:
      [
        (.approach, "แนวทาง"), (.from, "จาก"), (.to, "ถึง"), (.status, "สถานะ"),
        (.owner, "ผู้รับผิดชอบ"), (.due, "กำหนด"), (.date, "วันที่"), (.reason, "เหตุผล"),
        (.evidence, "หลักฐานที่เสนอ"), (.fromName, "ชื่อต้นทาง"), (.toName, "ชื่อปลายทาง"),
      ]
    }
  }

  /// The Thai heading of a column; its English name where the table has no such column.
  public func thaiName(of column: Column) -> String {
    columns.first { $0.column == column }?.thai ?? column.englishName
  }

  /// The column whose English or Thai heading a cell bears.
  public func column(headed heading: String) -> Column? {
    column(headingKey: MatchKey.heading(heading))
  }

  /// The column of a heading's key.
  func column(headingKey key: String) -> Column? { Table.columnsByHeading[self]?[key] }

  private static let columnsByHeading = Dictionary(
    uniqueKeysWithValues: allCases.map { table in
      let headings = table.columns.flatMap { column, thai in
        [column.englishName, thai].map { (MatchKey.heading($0), column) }
      }
      return (table, Dictionary(headings) { first, _ in first })
    })
}

/// The columns of all tables.
public enum Column: Int, Sendable, CaseIterable, Hashable {
  case id, name, plan, tambon, amphoe, province, region, year
  case moo, latitude, longitude, households
  case issues, places, mode, status, start, end, budget, ownBudget, organisations, leaders, funds
  case mechanisms, adoptedBy, note
  case place, positions, skills, since, until, phone, consent
  case kind, founded, members, savings, shares, loans, overdue, reserves, assets, externalDebt
  case welfareKinds, welfarePaid, accountsCurrent, committee, officialGrade, asOf
  case agency, level, supports
  case from, relation, to
  case owner, type, item, category, quantity, unit, months
  case approach, due, date, reason, evidence, fromName, toName

  /// The heading in English, in the spelling of FORMAT: `own_budget`.
  public var englishName: String {
    String(describing: self).reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }

  /// Whether its cells tie the row to others, or give the consent without which names are hidden.
  var makesTies: Bool {
    switch self {
    case .issues, .places, .place, .organisations, .leaders, .funds, .mechanisms, .adoptedBy,
      .consent:
      true
    default: false
    }
  }

  /// Whether words such as ไม่ทราบ stand for what is not known in it.
  ///
  /// Where yes or no is asked, ไม่มี is an answer; names and notes are kept as typed.
  var takesWordsForUnknown: Bool {
    switch self {
    case .id, .name, .plan, .note, .reason, .evidence, .accountsCurrent, .consent, .item, .relation:
      false
    default: true
    }
  }

  /// Whether its cells are amounts.
  var holdsNumbers: Bool {
    switch self {
    case .latitude, .longitude, .households, .budget, .ownBudget, .members, .savings, .shares,
      .loans, .overdue, .reserves, .assets, .externalDebt, .welfarePaid, .quantity:
      true
    default: false
    }
  }

  /// Whether its cells are baht.
  var holdsMoney: Bool {
    switch self {
    case .budget, .ownBudget, .savings, .shares, .loans, .overdue, .reserves, .assets,
      .externalDebt, .welfarePaid:
      true
    default: false
    }
  }

  /// Whether its cells are years or dates.
  var holdsDates: Bool {
    switch self {
    case .year, .start, .end, .since, .until, .founded, .asOf, .due, .date: true
    default: false
    }
  }

  /// Whether what stands here may name a person.
  public var mayNamePeople: Bool {
    switch self {
    case .leaders, .phone, .owner, .from, .to, .name, .id: true
    default: false
    }
  }
}
