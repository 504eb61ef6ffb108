import Graphs
public import Linkage
import Plans

/// A plan in whole sentences, as the chair reads them out at the beginning of a meeting.
public struct SummarySentences: Sendable {
  private let names: Names
  private let figures: PlanFigures
  private let plan: Int

  private var language: Language { names.language }

  /// Sentences on a plan and its figures.
  public init(_ names: Names, _ figures: PlanFigures, plan: Int) {
    self.names = names
    self.figures = figures
    self.plan = plan
  }

  /// What the plan is and how far its work has come.
  public var work: String {
    let plan = names.plans.plans[plan]
    let total = language.count(plan.activities.count, .activity)
    let places = plan.places.count
    let year = plan.year.map { language.pick(" ปี ", " of ") + language.year($0) } ?? ""
    let scope =
      places > 0
      ? language.pick(" ใน \(places) หมู่บ้านหรือพื้นที่", " in \(language.count(places, .place))") : ""
    return language.pick(
      "\(names.title(of: self.plan))\(year) มี \(total)\(scope) \(states(plan.activities))",
      "\(names.title(of: self.plan))\(year) holds \(total)\(scope): \(states(plan.activities)).")
  }

  private func states(_ activities: [Activity]) -> String {
    let counts = Dictionary(grouping: activities, by: \.status).mapValues(\.count)
    let words: [(Activity.Status?, String, String)] = [
      (.done, "เสร็จแล้ว", "done"), (.active, "กำลังทำ", "going on"),
      (.planned, "ยังเป็นแผน", "planned"), (.stopped, "หยุดไปแล้ว", "stopped"),
      (nil, "ไม่ทราบว่าทำถึงไหน", "of unknown state"),
    ]
    return words.compactMap { state, thai, english in
      counts[state].map { language.pick("\(thai) \($0)", "\($0) \(english)") }
    }
    .joined(separator: language.pick(" ", ", "))
  }

  /// The funds and what they hold.
  public var money: String? {
    let funds = figures.counts[.fund] ?? 0
    guard funds > 0 else { return nil }
    let count = language.count(funds, .fund)
    guard let sum = figures.savings.sum else {
      return language.pick(
        "แผนบอกไว้ \(count) แต่ยังไม่ทราบเงินออมขององค์กรใดเลย",
        "There are \(count); what they have saved is not known of any.")
    }
    let known = figures.savings.known
    let limits =
      known < figures.savings.total
      ? language.pick(
        " เท่าที่ทราบจาก \(known) องค์กร อีก \(figures.savings.total - known) องค์กรไม่ทราบ",
        " as far as \(known) of them say; of \(figures.savings.total - known) it is not known") : ""
    return language.pick(
      "ในแผนมี \(count) มีเงินออมรวมกัน \(language.baht(sum))\(limits)",
      "There are \(count); they hold savings of \(language.baht(sum))\(limits).")
  }

  /// What is to be dealt with.
  public func proposals(_ count: Int, printed: Int) -> String? {
    guard count > 0 else { return nil }
    return language.pick(
      "วันนี้ขอให้ที่ประชุมพิจารณา \(printed) ข้อ จากที่พบทั้งหมด \(language.number(count)) ข้อ ข้อแรก ๆ ของแต่ละเรื่อง คือ",
      "\(printed) proposals are put to this meeting, of \(language.number(count)) that were found. The first "
        + "of each subject:")
  }

  /// What the plan does not say of what the meeting might ask.
  public var unknown: String? {
    let plan = names.plans.plans[plan]
    var parts: [String] = []
    func add(_ count: Int, _ thai: String, _ english: String, _ kind: NodeKind) {
      guard count > 0 else { return }
      parts.append(
        language.pick(
          "\(thai) \(language.count(count, kind))", "\(english) \(language.count(count, kind))"))
    }
    add(plan.activities.count { $0.status == nil }, "สถานะของ", "the state of", .activity)
    add(figures.budget.total - figures.budget.known, "งบประมาณของ", "the budget of", .activity)
    add(
      figures.ownBudget.total - figures.ownBudget.known, "ทุนชุมชนใน", "the community's part of",
      .activity)
    add(figures.savings.total - figures.savings.known, "เงินออมของ", "the savings of", .fund)
    guard !parts.isEmpty else { return nil }
    return language.pick(
      "สิ่งที่แผนยังไม่ได้บอก คือ \(language.list(parts)) ถือว่าไม่ทราบ ไม่ใช่ไม่มี",
      "The plan does not say \(language.list(parts)); that is unknown, not nothing.")
  }

  /// What the proposals are, and whose names appear.
  public var closing: String {
    language.pick(
      "ข้อเสนอทุกข้อเป็นจุดตั้งต้นให้คุยกัน ไม่ใช่คำตัดสิน ชื่อบุคคลแสดงเฉพาะผู้ที่ยินยอม",
      "Every proposal is a start for talk, not a verdict. People are named only with their consent."
    )
  }
}
