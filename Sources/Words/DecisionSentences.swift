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
    let order: [DecisionReview.Movement] = [.linked, .open, .overdue, .pending, .rejected]
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
    case .pending: language.pick("ยังรอมติ", "waiting for a decision")
    case .linked: language.pick("เชื่อมแล้ว", "linked")
    case .rejected: language.pick("ไม่เห็นชอบ", "rejected")
    }
  }

  private func grid(_ review: DecisionReview) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("มติที่ต้องตาม", "Decisions to be followed up"),
      columns: [
        .init(language.pick("เรื่อง", "between"), width: 44),
        .init(language.pick("แนวทาง", "approach"), width: 15),
        .init(language.pick("คืบหน้า", "how far"), width: 22),
        .init(language.pick("ผู้รับผิดชอบ", "who"), width: 24),
        .init(language.pick("กำหนด", "by when"), width: 14),
        .init(language.pick("มติเมื่อ", "decided"), width: 14),
      ],
      rows: review.items.map { item in
        let decision = item.decision
        return [
          .text("\(name(of: item.from)) – \(name(of: item.to))"),
          decision.approach.map { .text(language.name(ofApproach: $0.rawValue)) } ?? .unknown,
          .text(word(item.movement)), decision.owner.map { .text(owner($0)) } ?? .unknown,
          decision.due.map { .text(language.date($0)) } ?? .unknown,
          decision.date.map { .text(language.date($0)) } ?? .unknown,
        ]
      })
  }

  /// Who sees to it: a leader where the cell holds an id or a name, else what was typed.
  private func owner(_ typed: String) -> String {
    let found = plans.nodes(named: typed).filter { plans.record(of: $0) != nil }
    return found.count == 1 ? nameWithRole(of: found[0]) : shown(typed.oneLine)
  }
}
