/// A kind of organisation: how it is named, how far it reaches and what it cares for.
enum OrganisationKind: CaseIterable {
  case council, elders, volunteers, network, occupation, resource, women, youth

  /// The word in the table.
  var word: String {
    switch self {
    case .council: "สภาองค์กรชุมชน"
    case .elders: "ชมรม"
    case .volunteers: "กลุ่มอาสาสมัคร"
    case .network: "เครือข่าย"
    case .occupation: "กลุ่มอาชีพ"
    case .resource: "กลุ่มทรัพยากร"
    case .women: "กลุ่มสตรี"
    case .youth: "กลุ่มเยาวชน"
    }
  }

  /// What a name of one begins with.
  var title: String {
    switch self {
    case .council: "สภาองค์กรชุมชนตำบล"
    case .elders: "ชมรมผู้สูงอายุ"
    case .volunteers: "กลุ่ม อสม. "
    case .network: "เครือข่ายพัฒนา"
    case .occupation: "กลุ่มอาชีพ"
    case .resource: "คณะกรรมการป่าและน้ำ"
    case .women: "กลุ่มสตรี"
    case .youth: "กลุ่มเยาวชน"
    }
  }

  /// Whether there is one for the whole tambon, rather than some villages.
  var isWide: Bool { self == .council || self == .elders || self == .volunteers }

  /// The issues that such an organisation most often works on.
  var issues: [String] {
    switch self {
    case .council: ["land", "housing", "welfare"]
    case .elders: ["elderly", "health", "culture"]
    case .volunteers: ["health", "elderly", "disaster"]
    case .network: ["land", "debt", "organic-farming", "tourism"]
    case .occupation: ["livelihood", "farming", "organic-farming"]
    case .resource: ["forest", "water", "environment"]
    case .women: ["livelihood", "savings", "waste", "culture"]
    case .youth: ["youth", "drugs", "education", "environment"]
    }
  }
}

/// A kind of fund.
enum FundKind: CaseIterable {
  case institution, welfare, village, savings, union, group

  /// The word in the table, and what a name of one begins with.
  var word: String {
    switch self {
    case .institution: "สถาบันการเงินชุมชน"
    case .welfare: "กองทุนสวัสดิการชุมชน"
    case .village: "กองทุนหมู่บ้าน"
    case .savings: "กลุ่มออมทรัพย์เพื่อการผลิต"
    case .union: "สหกรณ์เครดิตยูเนี่ยน"
    case .group: "กองทุนกลุ่มอาชีพ"
    }
  }

  /// Whether there is one for the whole tambon.
  var isWide: Bool { self == .institution || self == .welfare }

  /// The issues that such a fund was founded for.
  var issues: [String] {
    switch self {
    case .institution: ["debt", "savings", "land", "livelihood"]
    case .welfare: ["welfare", "elderly", "health", "education", "housing"]
    case .village: ["livelihood", "debt", "farming"]
    case .savings: ["savings", "debt", "livelihood", "land"]
    case .union: ["savings", "debt", "housing", "organic-farming"]
    case .group: ["livelihood", "farming", "organic-farming", "tourism"]
    }
  }
}
