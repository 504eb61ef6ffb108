import Plans

/// The words of what is filled in by hand: decisions, the minutes' last page, signatures.
extension Language {
  /// What a meeting may decide, as boxes to tick: the words that the workbook takes.
  public var decisionBoxes: [String] {
    let statuses: [Decision.Status] = [.accepted, .rejected, .postponed]
    return statuses.map { pick($0.thai, $0.rawValue) }
  }

  /// Before the line for who sees to it.
  public var who: String { pick("ผู้รับผิดชอบ", "who") }

  /// Before the line for the day by which it is to be done.
  public var byWhen: String { pick("กำหนด", "by when") }

  /// The agenda's items, as Thai meetings number them.
  public func agenda(_ item: AgendaItem) -> String {
    let subject =
      switch item {
      case .plan: pick("เรื่องแจ้งเพื่อทราบ: แผนนี้มีอะไร", "For information: what the plan holds")
      case .decided: pick("เรื่องสืบเนื่อง: มติครั้งก่อน", "Matters arising: what was decided before")
      case .links: pick("เรื่องพิจารณา: ข้อเสนอให้เชื่อมกัน", "To be decided: what could be linked")
      case .leaders: pick("เรื่องพิจารณา: แกนนำและทีม", "To be decided: leaders and team")
      case .learning:
        pick(
          "เรื่องพิจารณา: ความเข้มแข็ง การเรียนรู้ และการแลกเปลี่ยน",
          "To be decided: strength, learning and exchange")
      case .capital:
        pick("เรื่องพิจารณา: ทุนของชุมชนเองและการบูรณาการ", "To be decided: own capital and integration")
      case .signatures: pick("สรุปมติและลงชื่อ", "What was decided, and signatures")
      case .check: pick("ภาคผนวก: สิ่งที่พบจากการตรวจแผน", "Annex: what the check found")
      }
    if item == .check { return subject }
    return pick("วาระที่ \(item.rawValue) \(subject)", "\(item.rawValue). \(subject)")
  }

  /// The roles of those who sign, each with its place.
  public var signatories: [String] {
    [
      pick("ประธานที่ประชุม", "chair"), pick("เลขานุการ/ผู้จดรายงานการประชุม", "secretary"),
      pick("พยาน/ผู้แทนหมู่บ้าน", "witness for a village"),
      pick("พยาน/ผู้แทนหมู่บ้าน", "witness for a village"),
      pick("พยาน/ผู้แทนองค์กรการเงิน", "witness for the funds"),
      pick("พยาน/ผู้แทนองค์กรปกครองส่วนท้องถิ่น", "witness for local government"),
    ]
  }
}

/// The items of a meeting's agenda, in its order.
public enum AgendaItem: Int, Sendable, CaseIterable {
  /// What the plan holds.
  case plan = 1
  /// What was decided before, and has moved or not.
  case decided
  /// Links that are proposed.
  case links
  /// Leaders and the team.
  case leaders
  /// Strength of funds, forum, exchange.
  case learning
  /// The community's own capital, integration, coverage.
  case capital
  /// What was decided, and signatures.
  case signatures
  /// What the check found; it has no number.
  case check
}
