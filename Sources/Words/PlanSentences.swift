import Graphs
public import Linkage
import Plans

extension Names {
  /// The figures of a plan as pairs of heading and text.
  public func figures(_ figures: PlanFigures) -> [(heading: String, text: String)] {
    let kinds: [NodeKind] = [.place, .activity, .leader, .organisation, .fund, .mechanism, .issue]
    // What a plan has no table for is unknown, not none.
    let counted = kinds.filter { (figures.counts[$0] ?? 0) > 0 }
    return counted.map { kind in
      (language.plural(of: kind), language.number(figures.counts[kind] ?? 0))
    } + [
      (language.pick("เงินออมรวม", "Savings"), known(figures.savings, .fund)),
      (language.pick("งบประมาณรวม", "Budgets"), known(figures.budget, .activity)),
      (
        language.pick("ในนั้นเป็นทุนชุมชน", "of it the community's own"),
        known(figures.ownBudget, .activity)
      ),
    ]
  }

  /// A sum, and of how many it is known: unknown is not zero.
  private func known(_ sum: PlanFigures.KnownSum, _ kind: NodeKind) -> String {
    guard let value = sum.sum else { return language.pick("ไม่ทราบ", "unknown") }
    guard sum.known < sum.total else { return language.baht(value) }
    return language.baht(value) + " "
      + language.pick(
        "(ทราบ \(sum.known) จาก \(language.count(sum.total, kind)))",
        "(known for \(sum.known) of \(language.count(sum.total, kind)))")
  }

  /// What the figures say, a sentence each.
  public func statements(
    _ figures: PlanFigures, opportunities: Int, plan: Int
  ) -> [String] {
    let total = figures.counts[.activity] ?? 0
    let open = figures.open.count
    var sentences: [String] = []
    if open > 0 {
      sentences.append(
        figures.withoutFund.isEmpty
          ? language.pick(
            "ทุกกิจกรรมที่ยังไม่เสร็จมีองค์กรการเงินหนุนแล้ว", "Every open activity has a fund beside it.")
          : language.pick(
            "กิจกรรมที่ยังไม่เสร็จ \(open) กิจกรรม มี \(figures.withoutFund.count) กิจกรรมที่แผนยังไม่ได้บอกว่ามีองค์กรการเงินใดหนุน",
            "Of \(open) open activities \(figures.withoutFund.count) have no fund beside them yet.")
      )
    }
    if open > 0, (figures.counts[.leader] ?? 0) > 0, !figures.withoutLeader.isEmpty {
      sentences.append(
        language.pick(
          "กิจกรรมที่ยังไม่เสร็จ \(open) กิจกรรม มี \(figures.withoutLeader.count) กิจกรรมที่ยังไม่มีแกนนำ",
          "Of \(open) open activities \(figures.withoutLeader.count) have no leader yet."))
    }
    if !figures.adopted.isEmpty {
      sentences.append(
        language.pick(
          "กิจกรรมทั้งหมด \(total) กิจกรรม มี \(figures.adopted.count) กิจกรรมที่บรรจุในแผนของหน่วยงานแล้ว",
          "Of all \(total) activities \(figures.adopted.count) are in an agency's plan already."))
    }
    if let hub = hub(plan: plan) { sentences.append(hub) }
    sentences.append(
      opportunities == 0
        ? language.pick("ยังไม่พบข้อเสนอให้ทุนหนุนงาน", "No link of savings with work is proposed yet.")
        : language.pick(
          "พบข้อเสนอให้ทุนหนุนงาน \(opportunities) ข้อ แต่ละข้อบอกเหตุผลไว้",
          "\(opportunities) links of savings with work are proposed, each with its reason."))
    return sentences
  }

  /// The fund that stands beside most work, where one stands out.
  private func hub(plan: Int) -> String? {
    let funds = plans.graph.nodes(of: .fund, in: plan + 1).map { fund in
      let activities = plans.neighbours(of: fund, .finances, .forward)
      return (fund: fund, activities: activities)
    }
    guard
      let most = funds.max(by: { ($0.activities.count, $1.fund) < ($1.activities.count, $0.fund) }),
      most.activities.count > 1
    else { return nil }
    let issues = Set(most.activities.flatMap { plans.neighbours(of: $0, .about, .forward) })
    let name = name(of: most.fund)
    let work = language.count(most.activities.count, .activity)
    guard !issues.isEmpty else {
      return language.pick(
        "\(name) หนุนงานมากที่สุด คือ \(work)", "\(name) stands beside most work: \(work).")
    }
    let breadth = language.count(issues.count, .issue)
    return language.pick(
      "\(name) หนุนงานมากที่สุด คือ \(work) ใน \(breadth)",
      "\(name) stands beside most work: \(work) on \(breadth).")
  }
}
