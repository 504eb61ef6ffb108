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
      (language.name(of: kind), language.number(figures.counts[kind] ?? 0))
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
    var sentences: [String] = []
    if total > 0 {
      sentences.append(
        language.pick(
          "\(figures.withoutFund.count) จาก \(total) กิจกรรม ยังไม่มีทุนชุมชนหนุน",
          "\(figures.withoutFund.count) of \(total) activities have no fund beside them yet."))
    }
    if (figures.counts[.leader] ?? 0) > 0 {
      sentences.append(
        language.pick(
          "\(figures.withoutLeader.count) จาก \(total) กิจกรรม ยังไม่มีแกนนำ",
          "\(figures.withoutLeader.count) of \(total) activities have no leader yet."))
    }
    if !figures.adopted.isEmpty {
      sentences.append(
        language.pick(
          "\(figures.adopted.count) จาก \(total) กิจกรรม บรรจุในแผนของหน่วยงานแล้ว",
          "\(figures.adopted.count) of \(total) activities are in an agency's plan already."))
    }
    if let hub = hub(plan: plan) { sentences.append(hub) }
    sentences.append(
      language.pick(
        "โปรแกรมพบข้อเสนอให้ทุนหนุนงาน \(opportunities) ข้อ แต่ละข้อบอกเหตุผลไว้",
        "\(opportunities) links of savings with work are proposed, each with its reason."))
    return sentences
  }

  /// The fund that stands beside most work, where one stands out.
  private func hub(plan: Int) -> String? {
    let funds = plans.graph.nodes(of: .fund, in: plan + 1).map { fund in
      let activities = plans.graph.incidences(of: fund)
        .filter { plans.relation(of: $0.edge) == .finances }.map(\.neighbour)
      return (fund: fund, activities: activities)
    }
    guard
      let most = funds.max(by: { ($0.activities.count, $1.fund) < ($1.activities.count, $0.fund) }),
      most.activities.count > 1
    else { return nil }
    let issues = Set(
      most.activities.flatMap { activity in
        plans.graph.incidences(of: activity)
          .filter { plans.relation(of: $0.edge) == .about }.map(\.neighbour)
      })
    return language.pick(
      "\(name(of: most.fund)) หนุนงานมากที่สุด คือ \(language.count(most.activities.count, .activity)) ใน \(language.count(issues.count, .issue))",
      "\(name(of: most.fund)) stands beside most work: "
        + "\(language.count(most.activities.count, .activity)) of "
        + "\(language.count(issues.count, .issue)).")
  }
}
