/// Other words that planners write over columns and on sheets.
extension Table {
  /// The column that another word for its heading means; it counts where no heading is the word itself.
  func column(aliasKey key: String) -> Column? {
    Self.nameKeys[self]?.contains(key) == true ? .name : nil
  }

  /// Whether a heading may say what a column holds, for a planner to decide.
  func maySay(_ column: Column, heading: String) -> Bool {
    let key = MatchKey.heading(heading)
    let words = column == .name ? Self.namings : [thaiName(of: column), column.englishName]
    return self.column(headingKey: key) == nil
      && words.contains { key.contains(MatchKey.heading($0)) }
  }

  private static let namings = ["ชื่อ", "name", "โครงการ", "กิจกรรม", "รายการ"]

  /// The words for the column of names.
  private var names: [String] {
    switch self {
    case .activities:
      [
        "โครงการ/กิจกรรม", "กิจกรรม/โครงการ", "ชื่อโครงการ/กิจกรรม", "ชื่อโครงการ", "โครงการ", "กิจกรรม",
        "ชื่อ",
      ]
    case .leaders:
      ["ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อและนามสกุล", "ชื่อแกนนำ", "ชื่อผู้นำ"]
    case .organisations: ["ชื่อกลุ่ม", "ชื่อองค์กร", "ชื่อกลุ่ม/องค์กร", "ชื่อกลุ่มองค์กร"]
    case .funds: ["ชื่อกองทุน", "ชื่อกลุ่ม", "ชื่อองค์กรการเงิน", "ชื่อกลุ่ม/กองทุน", "ชื่อกลุ่มออมทรัพย์"]
    case .mechanisms: ["ชื่อกลไก", "ชื่อหน่วยงาน"]
    case .places: ["ชื่อ", "ชื่อบ้าน", "หมู่บ้าน"]
    case .plan: ["ชื่อ"]
    case .links, .offers, .decisions: []
    }
  }

  private static let nameKeys = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, Set($0.names.map(MatchKey.heading))) })

  /// The table that a sheet of another name may be, for a planner to decide: `กองทุน`, `กิจกรรม (1)`.
  init?(sheetLike name: String) {
    var key = MatchKey.heading(name)
    if let bracket = key.firstIndex(of: "("), bracket != key.startIndex {
      key = String(key[..<bracket])
    }
    while key.last?.isNumber == true { key.removeLast() }
    let found = Table(sheetNamed: key) ?? Self.bySheetAlias[key]
    guard let found else { return nil }
    self = found
  }

  private static let bySheetAlias: [String: Table] = [
    "กองทุน": .funds, "กลุ่มออมทรัพย์": .funds, "กลุ่มการเงิน": .funds, "องค์กรการเงินชุมชน": .funds,
    "หน่วยงาน": .mechanisms, "กลไกสนับสนุน": .mechanisms, "ภาคี": .mechanisms, "โครงการ": .activities,
    "โครงการ/กิจกรรม": .activities, "แผนงาน": .activities, "ผู้นำ": .leaders, "ผู้นำชุมชน": .leaders,
    "แกนนำชุมชน": .leaders, "หมู่บ้าน": .places, "กลุ่ม": .organisations, "องค์กรชุมชน": .organisations,
    "กลุ่ม/องค์กร": .organisations, "กลุ่มองค์กร": .organisations,
  ]
}
