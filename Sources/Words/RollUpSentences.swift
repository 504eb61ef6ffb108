import Graphs
public import Linkage
public import Plans

/// Many plans in whole sentences: what they hold together, and what is not known of them.
public struct RollUpSentences: Sendable {
  /// The language.
  public let language: Language
  /// The figures.
  public let rollUp: RollUp
  let plans: [Plan]
  /// By plan what it says of itself.
  let words: [PlanWords]

  /// What a plan says of itself, without what may not be shown; its leaders' names are looked for once.
  struct PlanWords: Sendable {
    let id: String
    let title: String
    let place: String
    let tambon: String?
    let amphoe: String?
    let province: String?
    let region: String?

    init(_ plan: Plan, _ language: Language) {
      let privacy = Privacy([plan], language)
      func shown(_ text: String) -> String { privacy.shown(text.oneLine) }
      title = shown(plan.name)
      id = plan.id == plan.name ? title : plan.id
      place = shown(language.place(of: plan))
      tambon = plan.tambon.map(shown)
      amphoe = plan.amphoe.map(shown)
      province = plan.province.map(shown)
      region = plan.region.map(shown)
    }
  }

  /// Sentences on plans that were summed up.
  ///
  /// - Complexity: O(letters of the plans' names and of their leaders' names).
  public init(_ rollUp: RollUp, _ plans: [Plan], _ language: Language) {
    self.language = language
    self.rollUp = rollUp
    self.plans = plans
    words = concurrentMap(plans.count) { PlanWords(plans[$0], language) }
  }

  /// The name of a plan, without what may not be shown.
  public func title(of plan: Int) -> String { words[plan].title }

  /// The id of a plan, without what may not be shown where the name serves as id.
  public func id(of plan: Int) -> String { words[plan].id }

  /// Where a plan is, as it says itself, without what may not be shown.
  public func place(of plan: Int) -> String { words[plan].place }

  /// The name of a group of plans; where they do not say it, that.
  public func name(of group: RollUp.Group) -> String {
    group.name.map { shown($0, in: group) } ?? language.pick("ไม่ทราบ", "unknown")
  }

  /// What a group lies in; empty where the plans do not say it.
  public func surroundings(of group: RollUp.Group) -> String {
    group.within.map { shown($0, in: group) } ?? ""
  }

  /// The ways in which the name of a group is written, without what may not be shown.
  public func spellings(of group: RollUp.Group) -> [String] {
    group.spellings.map { shown($0, in: group) }
  }

  /// The name of an issue, as the first plan writes it that names it.
  public func name(of issue: RollUp.IssueWork) -> String {
    guard let example = issue.example else {
      return language.pick("ไม่ได้บอกประเด็น", "no issue named")
    }
    let plan = plans[example.plan]
    return Privacy([plan], language).shown(plan.issues[example.issue].name.oneLine)
  }

  /// What plans of a group say of where they are, without what may not be shown.
  private func shown(_ typed: String, in group: RollUp.Group) -> String {
    for index in group.plans {
      let (plan, words) = (plans[index], words[index])
      let said = [
        (plan.region, words.region), (plan.province, words.province), (plan.amphoe, words.amphoe),
      ]
      if let found = said.first(where: { $0.0 == typed }) { return found.1 ?? "" }
    }
    return ""
  }
}

extension RollUpSentences {
  /// The title of the paper.
  public var heading: String { language.pick("สรุปรวมแผนแม่บทชุมชน", "Community plans summed up") }

  /// How many plans, and of how many provinces and regions.
  public var scope: String {
    let plans = language.count(rollUp.whole.plans, .plan)
    let provinces = rollUp.provinces.filter { $0.name != nil }
    let regions = rollUp.regions.filter { $0.name != nil }
    guard let first = provinces.first else { return plans }
    guard provinces.count > 1 else {
      let amphoes = rollUp.amphoes.count { $0.name != nil }
      return language.pick(
        "\(plans) ในจังหวัด\(bare(name(of: first)))" + (amphoes > 0 ? " \(amphoes) อำเภอ" : ""),
        "\(plans) in \(name(of: first))" + (amphoes > 0 ? ", \(amphoes) amphoe" : ""))
    }
    return language.pick(
      "\(plans) ใน \(provinces.count) จังหวัด" + (regions.count > 1 ? " \(regions.count) ภาค" : ""),
      "\(plans) in \(provinces.count) provinces"
        + (regions.count > 1 ? " of \(regions.count) regions" : ""))
  }

  /// A province without the word for it.
  private func bare(_ name: String) -> String {
    for word in ["จังหวัด", "จ."] where name.hasPrefix(word) {
      return name.dropFirst(word.count).description.oneLine
    }
    return name
  }

  /// What is said first, a sentence or two each.
  public var paragraphs: [String] {
    [work, lacks, money, capital, proposals, unsaid, whereabouts, cautions].compactMap(\.self)
  }

  private var whole: Tally { rollUp.whole }

  private var work: String? {
    guard let activities = whole.count(of: .activity) else { return nil }
    let words: [(Activity.Status?, String, String)] = [
      (.done, "เสร็จแล้ว", "done"), (.active, "กำลังทำ", "going on"),
      (.planned, "ยังเป็นแผน", "planned"), (.stopped, "หยุดไปแล้ว", "stopped"),
      (nil, "ไม่ทราบว่าทำถึงไหน", "of unknown state"),
    ]
    let states = words.compactMap { state, thai, english in
      whole.states[state].map {
        language.pick("\(thai) \(language.number($0))", "\(language.number($0)) \(english)")
      }
    }
    .joined(separator: language.pick(" ", ", "))
    return language.pick(
      "รวมกันมี \(language.count(activities, .activity)): \(states)",
      "Together they hold \(language.count(activities, .activity)): \(states).")
  }

  private var lacks: String? {
    guard whole.open > 0 else { return nil }
    var parts: [String] = []
    if whole.withoutFund.known > 0 {
      let (count, fundable) = (
        language.number(whole.withoutFund.count), language.number(whole.fundable)
      )
      parts.append(
        language.pick(
          "ยังไม่มีองค์กรการเงินหนุน \(count) กิจกรรม ในนั้น \(fundable) กิจกรรมมีข้อเสนอแล้วว่าทุนใดน่าจะหนุน",
          "\(count) have no fund beside them, and for \(fundable) of these one is proposed"))
    }
    if whole.withoutLeader.known > 0 {
      let count = language.number(whole.withoutLeader.count)
      parts.append(
        language.pick("ยังไม่มีแกนนำ \(count) กิจกรรม", "\(count) have no leader"))
    }
    let open = language.count(whole.open, .activity)
    guard !parts.isEmpty else { return nil }
    return language.pick(
      "งานที่ยังไม่เสร็จมี \(open) \(parts.joined(separator: " และ"))",
      "Of the open work, \(open), \(parts.joined(separator: "; ")).")
  }

  private var money: String? {
    guard let funds = whole.count(of: .fund) else { return nil }
    let count = language.count(funds, .fund)
    guard let sum = whole.savings.sum else {
      return language.pick(
        "มี \(count) แต่ไม่ทราบเงินออมขององค์กรใดเลย",
        "There are \(count); what they have saved is not known of any.")
    }
    let (known, rest) = (whole.savings.known, whole.savings.total - whole.savings.known)
    let limits =
      rest > 0
      ? language.pick(
        " ทราบจาก \(language.number(known)) องค์กร อีก \(language.number(rest)) องค์กรไม่ทราบ",
        ", known of \(language.number(known)); of \(language.number(rest)) it is not known") : ""
    return language.pick(
      "มี \(count) เงินออมรวมกันเท่าที่ทราบ \(language.millions(sum))\(limits)",
      "There are \(count); as far as known they hold savings of \(language.millions(sum))\(limits)."
    )
  }

  private var capital: String? {
    let capital = whole.capital
    guard capital.activities > 0 else { return nil }
    guard let share = capital.share else {
      return language.pick(
        "สัดส่วนทุนชุมชนในงบประมาณยังบอกไม่ได้ เพราะไม่มีกิจกรรมใดบอกทั้งงบประมาณและทุนชุมชน",
        "The community's own share of the budgets cannot be told: no activity gives both.")
    }
    return language.pick(
      "ทุนชุมชนเป็น \(language.percent(share)) ของงบประมาณ คิดจาก \(language.number(capital.known)) จาก "
        + "\(language.count(capital.activities, .activity)) ที่บอกทั้งสองค่า",
      "The community's own part is \(language.percent(share)) of the budgets, over the "
        + "\(language.number(capital.known)) of \(language.count(capital.activities, .activity)) that "
        + "give both.")
  }

  private var proposals: String? {
    let found = whole.allProposals
    guard found > 0 else { return nil }
    let plans = rollUp.tallies.count { $0.figures.allProposals > 0 }
    return language.pick(
      "โปรแกรมพบจุดที่น่าเชื่อมโยงภายในแผนเดียวกัน \(language.number(found)) ข้อ ใน \(language.count(plans, .plan)) "
        + "แต่ละข้อมีเหตุผลอยู่ในเล่มของตำบลนั้น",
      "Within single plans \(language.number(found)) links are proposed, in "
        + "\(language.count(plans, .plan)); the reasons stand in the report of each tambon.")
  }

  private var unsaid: String? {
    var parts: [String] = []
    func add(_ count: Int, _ thai: String, _ english: String, _ kind: NodeKind) {
      guard count > 0 else { return }
      let counted = language.count(count, kind)
      parts.append(language.pick("\(thai) \(counted)", "\(english) \(counted)"))
    }
    add(whole.states[nil] ?? 0, "สถานะของ", "the state of", .activity)
    add(whole.budget.total - whole.budget.known, "งบประมาณของ", "the budget of", .activity)
    add(whole.savings.total - whole.savings.known, "เงินออมของ", "the savings of", .fund)
    for kind in [NodeKind.activity, .leader, .fund] {
      add(
        whole.plans - whole.plansWith[kind, default: 0], language.name(of: kind) + "ใน",
        language.plural(of: kind) + " in", .plan)
    }
    guard !parts.isEmpty else { return nil }
    return language.pick(
      "สิ่งที่ไม่ทราบ คือ \(language.list(parts)) ไม่ทราบไม่ใช่ศูนย์ จึงไม่รวมในยอดใด",
      "Not known are \(language.list(parts)); unknown is not zero, and in no sum.")
  }

  /// Plans that do not say where they are.
  private var whereabouts: String? {
    let count = rollUp.provinces.first { $0.name == nil }?.plans.count ?? 0
    guard count > 0 else { return nil }
    return language.pick(
      "\(language.count(count, .plan)) ไม่ได้บอกจังหวัด จึงแยกไว้เป็น “ไม่ทราบ”",
      "\(language.count(count, .plan)) \(count == 1 ? "does" : "do") not say the province, and "
        + "\(count == 1 ? "stands" : "stand") apart as “unknown”.")
  }

  private var cautions: String? {
    guard rollUp.sharingTambon > 0 else { return nil }
    return language.pick(
      "\(language.count(rollUp.sharingTambon, .plan)) เป็นของตำบลที่มีหลายแผน เช่นคนละปี ทุกแผนนับแยกกัน งานเดียวกันจึงอาจนับซ้ำ",
      "\(language.count(rollUp.sharingTambon, .plan)) are of tambons that have several, as of several "
        + "years; each counts by itself, so the same work may count twice.")
  }
}

extension Language {
  /// An amount of money in millions of baht from a million on: `1,234.5 ล้านบาท`.
  public func millions(_ value: Double) -> String {
    guard abs(value) >= 1e6 else { return baht(value) }
    return number(value / 1e6, places: 1) + pick(" ล้านบาท", " million baht")
  }
}
