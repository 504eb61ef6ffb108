import Graphs
public import Linkage
import Plans

/// What is said of whether the work goes on when people change.
public struct ContinuitySentences: Sendable {
  /// The names under which everything appears.
  public let names: Names
  /// What was found.
  public let continuity: Continuity

  var language: Language { names.language }

  /// Sentences on what was found, under some names.
  public init(_ names: Names, _ continuity: Continuity) {
    self.names = names
    self.continuity = continuity
  }

  /// All of it for a reader: what is said in all, then below a heading each what was found.
  public var text: String {
    let parts: [(String, [String])] = [
      (
        language.pick("งานที่ยังไม่มีแกนนำ", "Work without a leader"),
        continuity.withoutLeader.map(text)
      ),
      (
        language.pick("งานที่มีแกนนำคนเดียว", "Work of only one leader"),
        continuity.onOnePerson.map(text)
      ),
      (
        language.pick("ผู้ที่นำมากกว่าสามงาน", "On more than three activities"),
        continuity.loaded.map(text)
      ),
      (language.pick("วาระที่ใกล้ครบ", "Terms that end"), continuity.endings.map(text)),
      (
        language.pick("สิ่งที่ฝากไว้กับคนเดียว", "What hangs on one person"),
        heavy.map(text) + (rest.map { [$0] } ?? [])
      ),
    ]
    let blocks = parts.filter { !$0.1.isEmpty }.map { heading, lines in
      "\n\(heading)\n" + lines.map { "• " + $0 }.joined(separator: "\n")
    }
    return ([summary, fallingApart] + blocks).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What hangs on one person and is more than one activity.
  private var heavy: [Continuity.Dependence] {
    continuity.dependences.filter {
      $0.activities.count > 1 || !$0.groups.isEmpty || !$0.cutOff.isEmpty
    }
  }

  /// How many more alone lead one activity.
  private var rest: String? {
    let rest = continuity.dependences.count - heavy.count
    return rest == 0
      ? nil
      : language.pick(
        "อีก \(rest) คนเป็นแกนนำคนเดียวของงานคนละหนึ่งงาน",
        "\(rest) more alone lead one activity each")
  }

  /// How much of the open work has no leader or only one; says nothing of anybody.
  public var summary: String {
    let (open, none, one) = (
      continuity.openCount, continuity.withoutLeader.count, continuity.onOnePerson.count
    )
    if names.plans.plans[continuity.network.plan].activities.isEmpty {
      return language.pick(
        "แผนไม่ได้บอกกิจกรรม จึงไม่ทราบว่าใครนำงานใดอยู่",
        "The plan names no activities, so that it is not known who leads what.")
    }
    if open == 0 {
      return language.pick("แผนไม่มีงานที่ยังทำอยู่", "No work of the plan is open.")
    }
    return language.pick(
      "งานที่ยังทำอยู่ \(open) งาน ยังไม่มีแกนนำ \(none) งาน มีแกนนำคนเดียว \(one) งาน",
      "Of \(open) open activities \(none) have no leader yet, \(one) have only one.")
  }

  /// How much hangs on single people, in all and at most; where a third of the leaders are cut points
  /// nobody is marked out by being one.
  public var fallingApart: String {
    let cut = continuity.dependences.filter { !$0.cutOff.isEmpty }
    let total = continuity.network.leaders.count
    guard let most = cut.map(\.cutOff.count).max() else {
      if names.plans.plans[continuity.network.plan].activities.isEmpty { return "" }
      return language.pick(
        "ไม่ว่าขาดใครคนหนึ่ง ผังของคนและงานยังต่อถึงกันเหมือนเดิม",
        "Whoever is missing, people and work still hang together.")
    }
    let size = continuity.network.nodes.count
    let figures = language.pick(
      "ถ้าขาดหนึ่งในนั้น จะมีสิ่งที่ไม่ต่อกับส่วนใหญ่ของแผน อย่างมาก \(most) จาก \(size) อย่าง",
      "without one of them, at most \(most) of \(size) things lose the larger part of the plan.")
    let isCommon = cut.count * 3 >= total
    let who = language.pick(
      "แกนนำ \(cut.count) จาก \(total) คนเป็นทางเชื่อมเดียวของบางอย่าง",
      "\(cut.count) of \(total) leaders are the only way to something;")
    return isCommon
      ? language.pick(
        "\(who) ซึ่งเป็นธรรมดาของแผนนี้ ไม่ใช่เรื่องของใครคนใด \(figures)",
        "\(who) that is common here and marks nobody out: \(figures)")
      : "\(who) \(figures)"
  }

  /// Work without a leader or of only one, with who is near to it.
  public func text(_ work: Continuity.Work) -> String {
    let name = "“\(names.name(of: work.activity))”"
    let state =
      work.leader == nil
      ? language.pick("\(name) ยังไม่มีแกนนำ", "\(name) has no leader yet")
      : language.pick("\(name) มีแกนนำคนเดียว", "\(name) has only one leader")
    return state + near(Array(work.near.prefix(work.leader == nil ? 3 : 1)))
  }

  /// A leader who carries much.
  public func text(_ load: Continuity.Load) -> String {
    let who = names.nameWithRoleAndHome(of: load.leader)
    let work = language.list(load.present.map { "“\(names.name(of: $0))”" }, atMost: 4) {
      language.pick("อีก \($0) งาน", "\($0) more")
    }
    return language.pick(
      "\(who) นำอยู่ \(load.present.count) งาน คือ \(work) น่าหาคนช่วยแบ่งเบา",
      "\(who) leads \(load.present.count) activities, \(work): somebody could share the load.")
  }

  /// A term that ends, and who could follow.
  public func text(_ ending: Continuity.TermEnd) -> String {
    let who = names.nameWithRoleAndHome(of: ending.leader)
    let date = language.date(ending.until)
    let state =
      ending.isOver
      ? language.pick("ครบวาระแล้ว (\(date))", "the term ended (\(date))")
      : language.pick("จะครบวาระ \(date)", "the term ends \(date)")
    let work =
      ending.present.isEmpty
      ? ""
      : language.pick(
        " นำอยู่ \(ending.present.count) งาน",
        ", leading \(language.count(ending.present.count, .activity))")
    let separator = language.pick(" ", ": ")
    return "\(who)\(separator)\(state)\(work)" + followers(Array(ending.successors.prefix(2)))
  }

  /// What hangs on one leader alone.
  public func text(_ dependence: Continuity.Dependence) -> String {
    let who = names.nameWithRoleAndHome(of: dependence.leader)
    var parts: [String] = []
    if !dependence.activities.isEmpty {
      parts.append(
        language.pick(
          "งาน \(dependence.activities.count) งานไม่มีแกนนำคนอื่น",
          "\(language.count(dependence.activities.count, .activity)) with no other leader"))
    }
    if !dependence.groups.isEmpty {
      let groups = language.list(dependence.groups.map(names.name(of:)), atMost: 3)
      parts.append(
        language.pick("แผนมีชื่อคนนี้คนเดียวใน\(groups)", "nobody else is named in \(groups)"))
    }
    if !dependence.cutOff.isEmpty {
      let (count, size) = (dependence.cutOff.count, continuity.network.nodes.count)
      let things = language.list(dependence.cutOff.map(names.name(of:)), atMost: 3)
      parts.append(
        language.pick(
          "\(count) จาก \(size) อย่างจะไม่ต่อกับส่วนใหญ่ของแผน คือ \(things)",
          "\(count) of \(size) things would lose the larger part of the plan: \(things)"))
    }
    return language.pick(
      "ถ้าขาด\(who) " + parts.joined(separator: " · "),
      "Without \(who): " + parts.joined(separator: "; "))
  }

  /// The nearest leaders with what brings them near; empty where nobody is.
  func near(_ near: [Closeness]) -> String {
    guard !near.isEmpty else {
      return language.pick(" ยังไม่พบใครที่อยู่ใกล้งานนี้", "; nobody is near to it yet")
    }
    return language.pick(" ใกล้งานนี้คือ ", "; near to it: ") + list(near)
  }

  private func followers(_ near: [Closeness]) -> String {
    guard !near.isEmpty else {
      return language.pick(" ยังไม่พบใครที่อยู่ใกล้", "; nobody near is known")
    }
    return language.pick(" ผู้ที่อยู่ใกล้ที่สุดคือ ", "; nearest: ") + list(near)
  }

  /// The leaders with what brings each near.
  func list(_ near: [Closeness]) -> String {
    near.map { near in
      let who = names.nameWithRole(of: near.leader)
      return language.pick("\(who) ซึ่ง\(reason(of: near))", "\(who), who \(reason(of: near))")
    }.joined(separator: "; ")
  }

  /// What brings a leader near, in a few words.
  public func reason(of near: Closeness) -> String {
    var parts: [String] = []
    if let group = near.groups.first {
      let kind = names.plans.graph.kind(of: group)
      let rest = near.groups.count - 1
      let more = rest > 0 ? language.pick(" และอีก \(rest) แห่ง", " and \(rest) more") : ""
      parts.append(
        kind == .activity
          ? language.pick("ทำ “\(names.name(of: group))” ด้วยกัน", "shares “\(names.name(of: group))”")
            + more
          : language.pick("อยู่ใน\(names.name(of: group))", "is in \(names.name(of: group))") + more)
    }
    if let place = near.places.first {
      parts.append(
        language.pick("เป็นคน\(names.name(of: place))", "lives in \(names.name(of: place))"))
    }
    if parts.isEmpty, !near.issues.isEmpty {
      let issues = language.list(near.issues.prefix(2).map(names.name(of:)))
      parts.append(language.pick("ทำเรื่อง\(issues)", "works on \(issues)"))
    }
    return parts.joined(separator: language.pick(" ", ", "))
  }
}
