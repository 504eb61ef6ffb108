import Graphs
public import Linkage
import Plans

extension Names {
  /// What earlier meetings decided and what has become of it; nil where the plan keeps no decisions.
  public func chapter(_ review: DecisionReview) -> Chapter? {
    guard !review.items.isEmpty else { return nil }
    return Chapter(
      key: "decisions", title: language.pick("มติครั้งก่อน", "What was decided before"),
      question: language.pick(
        "มติครั้งก่อนคืบหน้าถึงไหน ข้อใดต้องตามต่อ", "How far has it come, and what must be followed up?"),
      paragraphs: [sentence(review)], grids: [grid(review)],
      notes: [
        language.pick(
          "“เชื่อมแล้ว” คือแผนบอกไว้แล้วว่าเชื่อมกัน ถ้าทำจริงแล้วแต่แผนยังไม่ได้บอก ให้เติมในแผน",
          "“linked” means that the plan shows the link; where it is done and not there, add it to the plan."
        )
      ])
  }

  /// The decisions counted, in one sentence that can be read aloud.
  public func sentence(_ review: DecisionReview) -> String {
    let counts = Dictionary(grouping: review.items, by: \.movement).mapValues(\.count)
    let order: [DecisionReview.Movement] = [
      .linked, .done, .active, .funded, .inPlan, .open, .overdue, .pending, .postponed, .rejected,
    ]
    let parts = order.compactMap { movement in
      counts[movement].map { "\(word(movement)) " + language.pick("\($0) ข้อ", "\($0)") }
    }
    return language.pick(
      "ที่ประชุมครั้งก่อนพิจารณาไว้ \(review.items.count) ข้อ: ",
      "Earlier meetings dealt with \(review.items.count): ")
      + parts.joined(separator: language.pick(" ", ", ")) + language.pick("", ".")
  }

  private func word(_ movement: DecisionReview.Movement) -> String {
    switch movement {
    case .overdue: language.pick("เห็นชอบแล้วแต่เลยกำหนด", "agreed on and overdue")
    case .open: language.pick("เห็นชอบแล้ว ยังไม่เชื่อม", "agreed on, not linked yet")
    case .inPlan: notShown(.inPlan)
    case .funded: notShown(.funded)
    case .active: notShown(.active)
    case .done:
      language.pick(
        "เสร็จตามมติ แต่แผนยังไม่บอกว่าเชื่อม ให้เติมในแผน",
        "done, but the plan does not show the link: add it there")
    case .pending: language.pick("ยังรอมติ", "waiting for a decision")
    case .postponed: language.pick("ที่ประชุมเลื่อนไว้ ยังรอมติ", "postponed, waiting for a decision")
    case .linked: language.pick("เชื่อมแล้ว", "linked")
    case .rejected: language.pick("ไม่เห็นชอบ", "rejected")
    }
  }

  private func notShown(_ status: Decision.Status) -> String {
    language.pick(
      "\(progress(status)) แต่แผนยังไม่บอกว่าเชื่อม",
      "\(progress(status)), but the plan does not show the link")
  }

  /// How far a matter that was agreed on has come.
  private func progress(_ status: Decision.Status) -> String {
    switch status {
    case .inPlan: language.pick("บรรจุในแผนงานแล้ว", "taken into a plan of work")
    case .funded: language.pick("ได้งบแล้ว", "funded")
    case .active: language.pick("กำลังทำ", "under way")
    case .done: language.pick("เสร็จ", "done")
    default: language.pick("เห็นชอบแล้ว", "agreed on")
    }
  }

  /// How far one matter has come: beside what the plan shows, how far its row says that it is.
  private func word(_ item: DecisionReview.Item) -> String {
    guard let status = item.decision.status, status.isAgreed, status != .accepted else {
      return word(item.movement)
    }
    return switch item.movement {
    case .overdue:
      language.pick(
        "\(progress(status)) แต่เลยกำหนดและแผนยังไม่บอกว่าเชื่อม",
        "\(progress(status)), but overdue, and the plan does not show the link")
    case .linked: "\(word(.linked)) (\(progress(status)))"
    default: word(item.movement)
    }
  }

  private func grid(_ review: DecisionReview) -> Chapter.Grid {
    let homes = Set(review.items.flatMap { [$0.from, $0.to] }.compactMap { plans.plan(of: $0) })
    let parties = PartyText(homes.sorted().map { plans.plans[$0] })
    return Chapter.Grid(
      title: language.pick("มติที่ต้องตาม", "Decisions to be followed up"),
      columns: [
        .init(language.pick("เรื่อง", "between"), width: 44),
        .init(language.pick("แนวทาง", "approach"), width: 15),
        .init(language.pick("คืบหน้า", "how far"), width: 26),
        .init(language.pick("ผู้รับผิดชอบ", "who"), width: 24),
        .init(language.pick("กำหนด", "by when"), width: 14),
        .init(language.pick("มติเมื่อ", "decided"), width: 14),
      ],
      rows: review.items.map { item in
        let decision = item.decision
        return [
          .text("\(name(of: item.from)) – \(name(of: item.to))"),
          decision.approach.map { .text(language.name(ofApproach: $0.rawValue)) } ?? .unknown,
          .text(word(item)), decision.owner.map { .text(owner($0, item, parties)) } ?? .unknown,
          decision.due.map { .text(language.date($0)) } ?? .unknown,
          decision.date.map { .text(language.date($0)) } ?? .unknown,
        ]
      })
  }

  /// Who sees to it: where the cell holds an id or a name, that of the item's own plan before others',
  /// else what was typed, without people's names.
  private func owner(
    _ typed: String, _ item: DecisionReview.Item, _ parties: PartyText
  ) -> String {
    let found = plans.nodes(named: typed).filter { node in
      switch plans.record(of: node) {
      case nil, is Activity, is Issue: false
      default: true
      }
    }
    let homes = [item.from, item.to].compactMap { plans.plan(of: $0) }
    let near = found.filter { node in plans.plan(of: node).map(homes.contains) ?? true }
    for nodes in [near, found] where nodes.count == 1 { return nameWithRole(of: nodes[0]) }
    return shown(typed.oneLine, parties)
  }
}
