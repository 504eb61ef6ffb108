public import Graphs
public import Linkage
import Plans

/// What a village's own sheet says.
public struct HandoutSentences: Sendable {
  private let names: Names
  private let findings: PlaceFindings

  private var language: Language { names.language }

  /// Sentences on a village.
  public init(_ names: Names, _ findings: PlaceFindings) {
    self.names = names
    self.findings = findings
  }

  /// The village with its number and households, as far as they are known.
  public var title: String {
    let place = names.plans.record(of: findings.place) as? Place
    let moo = place?.moo.map { language.pick(" หมู่ที่ ", ", Moo ") + names.shown($0.oneLine) } ?? ""
    return names.name(of: findings.place) + moo
  }

  /// How many households, activities and funds there are, in one sentence.
  public var summary: String {
    let place = names.plans.record(of: findings.place) as? Place
    let households =
      place?.households.map {
        language.pick("\(language.number($0)) ครัวเรือน", "\(language.number($0)) households")
      } ?? language.pick("ไม่ทราบจำนวนครัวเรือน", "households not known")
    let bare = findings.work.filter { isOpen($0) && $0.funds.isEmpty }.count
    let work = language.count(findings.work.count, .activity)
    let own = language.pick(
      "\(households) · มีงานของหมู่บ้าน \(work)", "\(households) · \(work) of the village's own")
    let among =
      bare == 0
      ? language.pick(" ไม่มีงานค้างที่ขาดองค์กรการเงินหนุน", ", none of it open without a fund")
      : language.pick(
        " ในนั้น \(bare) งานยังไม่เสร็จและยังไม่มีองค์กรการเงินหนุน",
        ", \(bare) of them open and without a fund")
    return own + (findings.work.isEmpty ? "" : among) + language.pick("", ".") + common
  }

  private var common: String {
    guard !findings.common.isEmpty else { return "" }
    return language.pick(
      " และร่วมงานทั้งตำบลอีก \(language.count(findings.common.count, .activity))",
      " It also shares in \(findings.common.count) of the whole tambon.")
  }

  private func isOpen(_ work: PlaceFindings.Work) -> Bool {
    (names.plans.record(of: work.activity) as? Activity)?.isOpen ?? true
  }

  /// The headings of the village's work.
  public var workHeadings: [String] {
    [
      language.name(of: .activity), language.pick("ทำถึงไหน", "state"),
      language.pick("องค์กรการเงินที่หนุน", "funds beside it"), language.name(of: .leader),
      language.pick("ข้อเสนอ", "proposals"),
    ]
  }

  /// The row of an activity.
  ///
  /// - Parameter proposals: The proposals that concern it, as the booklet numbers them.
  public func row(_ work: PlaceFindings.Work, proposals: [String]) -> [String] {
    let activity = names.plans.record(of: work.activity) as? Activity
    return [
      names.name(of: work.activity).clipped(to: 110),
      activity?.status.map { language.pick($0.thai, $0.rawValue) }
        ?? language.pick("ไม่ทราบ", "unknown"),
      work.funds.isEmpty
        ? language.pick("ยังไม่มี", "none yet")
        : language.list(work.funds.map(names.name(of:)), atMost: 2),
      work.leaders.isEmpty
        ? language.pick("ยังไม่มี", "none yet")
        : language.list(work.leaders.map(names.name(of:)), atMost: 2),
      proposals.joined(separator: " · "),
    ]
  }

  /// The village's own funds with members and savings, then those of the whole tambon by name.
  public var funds: [String] {
    let own = findings.ownFunds.compactMap { node -> String? in
      guard let fund = names.plans.record(of: node) as? Fund else { return nil }
      let members =
        fund.members.map {
          language.pick("สมาชิก \(language.number($0)) คน", "\(language.number($0)) members")
        } ?? language.pick("ไม่ทราบจำนวนสมาชิก", "members not known")
      return "\(names.name(of: node)): \(members)\(savings(of: fund))"
    }
    guard !findings.commonFunds.isEmpty else { return own }
    let common = language.list(findings.commonFunds.map(names.name(of:)), atMost: 6)
    return own + [language.pick("ที่ใช้ร่วมกันทั้งตำบล: ", "Shared by the tambon: ") + common]
  }

  /// What a fund has saved; nothing is said where its sum would tell of single people.
  private func savings(of fund: Fund) -> String {
    if fund.hides(.savings) { return "" }
    return fund.savings.map { language.pick(" เงินออม ", ", savings ") + language.baht($0) }
      ?? language.pick(" ไม่ทราบเงินออม", ", savings not known")
  }

  /// The leaders who live there; those who have not consented by their position.
  public var leaders: [String] { findings.leaders.map(names.nameWithRole(of:)) }

  /// What is not known of the village's work.
  public var unknown: String? {
    let activities = findings.work.compactMap { names.plans.record(of: $0.activity) as? Activity }
    var parts: [String] = []
    func add(_ count: Int, _ thai: String, _ english: String) {
      guard count > 0 else { return }
      parts.append(
        "\(language.pick(thai, english)) \(language.count(count, .activity))")
    }
    add(activities.count { $0.status == nil }, "ทำถึงไหนของ", "the state of")
    add(activities.count { $0.budget == nil }, "งบประมาณของ", "the budget of")
    add(activities.count { $0.ownBudget == nil }, "ทุนชุมชนใน", "the community's part of")
    if findings.ownFunds.isEmpty && findings.commonFunds.isEmpty {
      parts.append(language.pick("มีองค์กรการเงินในหมู่บ้านหรือไม่", "whether the village has a fund"))
    }
    if findings.leaders.isEmpty {
      parts.append(language.pick("ใครเป็นแกนนำในหมู่บ้าน", "who leads in the village"))
    }
    guard !parts.isEmpty else { return nil }
    return language.pick(
      "แผนยังไม่ได้บอก \(language.list(parts)) ใครทราบโปรดบอกผู้จดบันทึก",
      "The plan does not say \(language.list(parts)); tell the secretary if you know.")
  }

  /// Work that finds no room in the table, by name as far as asked, and how much more there is.
  public func rest(of work: [NodeID], named: Int) -> String {
    let names = work.prefix(named).map { self.names.name(of: $0).clipped(to: 110) }
      .joined(separator: " · ")
    let more = work.count - named
    guard more > 0 else { return language.pick("และ \(names)", "Also \(names)") }
    let counted = moreInPlan(more, .activity)
    return named == 0
      ? counted : language.pick("และ \(names) · \(counted)", "Also \(names) · \(counted)")
  }

  /// How many of a kind found no room; they are nowhere told village by village but in the plan.
  public func moreInPlan(_ count: Int, _ kind: NodeKind) -> String {
    language.pick(
      "และอีก \(language.count(count, kind)) ซึ่งอยู่ในแผน",
      "and \(language.more(count, kind)) that the plan names")
  }

  /// How many proposals found no room.
  public func moreProposals(_ count: Int) -> String {
    language.pick(
      "และอีก \(count) ข้อ อ่านได้ในเล่มประชุม",
      "and \(count) more proposal\(count == 1 ? "" : "s"), in the booklet")
  }
}
