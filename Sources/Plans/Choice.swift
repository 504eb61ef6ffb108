/// One of a few words that a column takes, in English or Thai.
public protocol Choice: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// The word in Thai, as FORMAT has it.
  var thai: String { get }
  /// Other Thai words that mean the same.
  var aliases: [String] { get }
}

extension Choice {
  /// No other words.
  public var aliases: [String] { [] }

  /// The value of a word in either language, blanks, `_` and `-` aside.
  public init?(word: String) {
    // Most cells hold FORMAT's own Thai word.
    let own = word.utf8.withContiguousStorageIfAvailable { Self(thai: $0) }
    if let own, let value = own {
      self = value
      return
    }
    let key = MatchKey.heading(word)
    let found = Self.allCases.first { value in
      ([value.rawValue, value.thai] + value.aliases).contains { MatchKey.heading($0) == key }
    }
    guard let found else { return nil }
    self = found
  }
}

extension Choice {
  /// The value whose Thai word is a text in UTF-8.
  init?(thai bytes: UnsafeBufferPointer<UInt8>) {
    guard let value = Self.allCases.first(where: { $0.thai.isSpelled(bytes) }) else { return nil }
    self = value
  }
}

extension String {
  /// Whether it is the same in UTF-8, byte by byte.
  func isSpelled(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.isSame(as: bytes) } ?? utf8.elementsEqual(bytes)
  }
}

enum Answer: String, Choice {
  case yes
  case no

  var thai: String { self == .yes ? "ใช่" : "ไม่" }
  var aliases: [String] {
    self == .yes
      ? ["ยินยอม", "มี", "y", "true", "1", "✓", "/"]
      : ["ไม่ใช่", "ไม่ยินยอม", "ไม่มี", "n", "false", "0", "✗", "x"]
  }
}

extension Activity.Mode: Choice {
  /// The word in Thai.
  public var thai: String {
    switch self {
    case .own: "ทำเอง"
    case .joint: "ทำร่วม"
    case .request: "ขอสนับสนุน"
    }
  }
}

extension Activity.Status: Choice {
  /// The word in Thai.
  public var thai: String {
    switch self {
    case .planned: "แผน"
    case .active: "กำลังทำ"
    case .done: "เสร็จ"
    case .stopped: "หยุด"
    }
  }
}

extension Mechanism.Level: Choice {
  /// The word in Thai.
  public var thai: String {
    switch self {
    case .village: "หมู่บ้าน"
    case .tambon: "ตำบล"
    case .amphoe: "อำเภอ"
    case .province: "จังหวัด"
    case .national: "ประเทศ"
    }
  }
}

extension Mechanism.Support: Choice {
  /// The word in Thai.
  public var thai: String {
    switch self {
    case .coFund: "สมทบงบ"
    case .activity: "สนับสนุนกิจกรรม"
    case .advice: "ให้คำปรึกษา"
    case .staff: "บุคลากร"
    case .premises: "สถานที่"
    }
  }
}

extension Offer.Direction: Choice {
  /// The word in Thai.
  public var thai: String { self == .offer ? "มีให้" : "ต้องการ" }
}

extension Decision.Status: Choice {
  /// The word in Thai.
  public var thai: String {
    switch self {
    case .proposed: "เสนอ"
    case .postponed: "เลื่อน"
    case .accepted: "เห็นชอบ"
    case .inPlan: "บรรจุในแผน"
    case .funded: "ได้งบ"
    case .active: "กำลังทำ"
    case .done: "เสร็จ"
    case .rejected: "ไม่เห็นชอบ"
    }
  }

  /// Other words that mean the same.
  public var aliases: [String] {
    self == .postponed ? ["เลื่อนไป", "เลื่อนออกไป", "เลื่อนการพิจารณา", "put off"] : []
  }
}

/// The approaches of DESIGN, as `decisions` names them.
public enum ApproachName: String, Choice {
  case hub
  case leaders
  case savings
  case adoption
  case forum
  case expansion
  case exchange
  case partners

  /// The word in Thai.
  public var thai: String {
    switch self {
    case .hub: "ศูนย์กลาง"
    case .leaders: "แกนนำ"
    case .savings: "ออมหนุนงาน"
    case .adoption: "บรรจุแผน"
    case .forum: "เวทีเรียนรู้"
    case .expansion: "ขยายผล"
    case .exchange: "แลกเปลี่ยน"
    case .partners: "ภาคี"
    }
  }

  /// Other Thai words that mean the same.
  public var aliases: [String] {
    self == .savings ? ["ออม", "ออมทรัพย์", "ทุน", "ทุนหนุนงาน", "ออมเชื่อมงาน"] : []
  }
}
