public import Graphs
public import Plans

extension Language {
  /// What nodes of a kind are called.
  public func name(of kind: NodeKind) -> String {
    switch kind {
    case .plan: pick("แผน", "plan")
    case .place: pick("หมู่บ้าน/พื้นที่", "place")
    case .activity: pick("กิจกรรม", "activity")
    case .leader: pick("แกนนำ", "leader")
    case .organisation: pick("องค์กร", "organisation")
    case .fund: pick("องค์กรการเงิน", "fund")
    case .mechanism: pick("กลไกสนับสนุน", "mechanism")
    default: pick("ประเด็น", "issue")
    }
  }

  /// What several nodes of a kind are called.
  public func plural(of kind: NodeKind) -> String {
    pick(name(of: kind), kind == .activity ? "activities" : kind.word + "s")
  }

  /// The unit that nodes of a kind are counted in: `12 กิจกรรม`, `12 activities`.
  public func count(_ number: Int, _ kind: NodeKind) -> String {
    let thai =
      switch kind {
      case .plan: "แผน"
      case .place: "แห่ง"
      case .activity: "กิจกรรม"
      case .leader: "คน"
      case .organisation: "องค์กร"
      case .fund: "องค์กรการเงิน"
      case .mechanism: "กลไก"
      default: "ประเด็น"
      }
    return self.number(number) + " " + pick(thai, number == 1 ? kind.word : plural(of: kind))
  }

  /// So many more of a kind than are shown: `อีก 5 กลไก`, `5 more mechanisms`.
  public func more(_ number: Int, _ kind: NodeKind) -> String {
    let counted = count(number, kind)
    guard self == .english, let blank = counted.firstIndex(of: " ") else { return "อีก " + counted }
    return counted[..<blank] + " more" + counted[blank...]
  }

  /// What a tie says, read along it and against it.
  public func name(of relation: Relation, _ direction: Direction) -> String {
    let words: (thai: (String, String), english: (String, String)) =
      switch relation {
      case .partOf: (("อยู่ในแผน", "มีกิจกรรม"), ("is part of", "has the activity"))
      case .about: (("เป็นเรื่อง", "มีงาน"), ("is about", "is the issue of"))
      case .locatedIn: (("อยู่ที่", "เป็นพื้นที่ของ"), ("is in", "is the place of"))
      case .leads: (("เป็นแกนนำ", "มีแกนนำคือ"), ("leads", "is led by"))
      case .livesIn: (("อยู่บ้าน", "เป็นบ้านของ"), ("lives in", "is home of"))
      case .memberOf: (("เป็นสมาชิก", "มีสมาชิกคือ"), ("is a member of", "has the member"))
      case .servesOn: (("เป็นกรรมการ", "มีกรรมการคือ"), ("serves on", "has on its committee"))
      case .worksOn: (("ทำงานเรื่อง", "มีคนทำงานคือ"), ("works on", "is worked on by"))
      case .runs: (("ดำเนินการ", "ดำเนินการโดย"), ("runs", "is run by"))
      case .belongsTo: (("สังกัด", "มีองค์กรการเงินคือ"), ("belongs to", "has the fund"))
      case .finances: (("ออกทุนให้", "ได้ทุนจาก"), ("finances", "is financed by"))
      case .supports: (("สนับสนุน", "ได้รับการสนับสนุนจาก"), ("supports", "is supported by"))
      case .adopts: (("บรรจุในแผน", "บรรจุในแผนของ"), ("has adopted", "is adopted by"))
      case .covers: (("ดูแลเรื่อง", "มีกลไกคือ"), ("covers", "is covered by"))
      case .partners: (("เป็นภาคีกับ", "เป็นภาคีกับ"), ("is a partner of", "is a partner of"))
      case .askedBy: (("เป็นที่ปรึกษาของ", "ไปปรึกษา"), ("is asked by", "asks"))
      default:
        (
          (relation.word, relation.word + " (จาก)"),
          (relation.word, relation.word + " (from)")
        )
      }
    let pair = self == .thai ? words.thai : words.english
    return direction == .forward ? pair.0 : pair.1
  }

  /// What an approach is called at a meeting.
  public func name(ofApproach name: String) -> String {
    switch name {
    case "savings": pick("ออมหนุนงาน", "savings beside work")
    case "hub": pick("กองทุนเป็นศูนย์กลาง", "the fund as hub")
    case "leaders": pick("แกนนำ", "leaders")
    case "adoption": pick("บรรจุเข้าแผนท้องถิ่น", "into local plans")
    case "expansion": pick("ขยายผลจากแผนอื่น", "taken over from elsewhere")
    case "partners": pick("ภาคี", "partners")
    case "exchange": pick("แลกเปลี่ยน", "exchange")
    case "forum": pick("เวทีเรียนรู้", "learning forum")
    default: name
    }
  }

  /// The question that an approach answers at a meeting.
  public func question(ofApproach name: String) -> String {
    switch name {
    case "savings": pick("ทุนใดน่าจะหนุนงานใด", "Whose savings could stand beside which work?")
    case "hub": pick("หน่วยงานใดน่าจะทำงานผ่านกองทุนใด", "Which agency could work through which fund?")
    case "leaders": pick("ใครน่าจะช่วยนำงานใด", "Who could carry which work?")
    case "adoption":
      pick("งานใดน่าจะบรรจุในแผนของท้องถิ่น", "Which work could local government take into its plan?")
    case "expansion":
      pick("ที่อื่นทำได้แล้ว ที่นี่มีครบ อะไรน่าทำตาม", "What works elsewhere and has all its parts here?")
    case "partners": pick("กลุ่มใดน่าจะร่วมมือกัน", "Which groups could join hands?")
    case "exchange": pick("ใครมีสิ่งที่คนอื่นต้องการ", "Who has what another needs?")
    case "forum":
      pick(
        "กองทุนใดน่าจะนั่งคุยกัน ใครเรียนอะไรจากใคร",
        "Which funds could sit together, and learn what from whom?")
    default: name
    }
  }

  /// The heading of a column.
  func name(of column: Column, in table: Table) -> String {
    pick(table.thaiName(of: column), column.englishName)
  }

  /// The name of a table.
  public func name(of table: Table) -> String { pick(table.thaiName, table.englishName) }
}
