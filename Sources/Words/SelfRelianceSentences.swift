import Graphs
public import Linkage
import Plans

/// What is said of how far work stands on the community's own capital.
public struct SelfRelianceSentences: Sendable {
  /// The names under which everything appears.
  public let names: Names

  var language: Language { names.language }

  /// Sentences under names.
  public init(_ names: Names) { self.names = names }

  /// Which work it is: an issue's or a village's name, or what holds of it.
  public func name(of figure: SelfReliance) -> String {
    switch figure.scope {
    case .plan: names.name(of: NodeID(figure.plan))
    case .issue(let node), .place(let node): names.name(of: node)
    case .withoutIssue: language.pick("ไม่ได้บอกประเด็น", "no issue named")
    case .severalPlaces: language.pick("งานหลายหมู่บ้าน", "work in several villages")
    case .withoutPlace: language.pick("ไม่ได้บอกพื้นที่", "no place named")
    }
  }

  /// How much of the budgets is the community's own, and of how many activities that is known.
  public func money(_ figure: SelfReliance) -> String {
    guard let share = figure.share, let own = figure.own, let total = figure.total else {
      return unknown(figure)
    }
    return language.pick(
      "งบประมาณ \(language.baht(total)) เป็นทุนชุมชนเอง \(language.baht(own)) คือ \(language.percent(share))",
      "of \(language.baht(total)) the community's own are \(language.baht(own)), "
        + language.percent(share)) + knowledge(figure)
  }

  /// Of how many activities the amounts are known; empty where of all.
  private func knowledge(_ figure: SelfReliance) -> String {
    let all = figure.activities.count
    guard figure.known < all else { return "" }
    let doubtful = figure.contradictory.count
    return language.pick(
      " (ทราบ \(figure.known) จาก \(language.count(all, .activity))"
        + (doubtful > 0 ? " เว้นไว้ \(doubtful) ที่ตัวเลขขัดกัน" : "") + ")",
      " (known for \(figure.known) of \(language.count(all, .activity))"
        + (doubtful > 0 ? "; \(doubtful) left out, their figures contradict" : "") + ")")
  }

  /// Why no share can be told; empty where one can.
  public func unknown(_ figure: SelfReliance) -> String {
    switch figure.unknown {
    case nil: ""
    case .noWork: language.pick("ยังไม่มีกิจกรรม", "there is no activity")
    case .nothingKnown:
      language.pick(
        "ยังบอกสัดส่วนทุนชุมชนไม่ได้ เพราะไม่มีกิจกรรมใดบอกทั้งงบประมาณและทุนชุมชน",
        "the community's share cannot be told: no activity gives both its budget and own part")
    case .zeroBudget:
      language.pick(
        "ยังบอกสัดส่วนทุนชุมชนไม่ได้ เพราะงบประมาณที่ทราบเป็นศูนย์ทั้งหมด",
        "the community's share cannot be told: all budgets that are known are zero")
    case .contradictory:
      language.pick(
        "ยังบอกสัดส่วนทุนชุมชนไม่ได้ เพราะตัวเลขขัดกัน (ทุนชุมชนมากกว่างบประมาณ หรือติดลบ)",
        "the community's share cannot be told: the figures contradict (own part above the budget, or "
          + "below zero)")
    }
  }

  /// How many activities are done in each way; empty where no way is known.
  public func modes(_ figure: SelfReliance) -> String {
    let parts = Activity.Mode.allCases.compactMap { mode -> String? in
      guard let count = figure.modes[mode] else { return nil }
      return language.pick(
        "\(mode.thai) \(count)",
        "\(count) \(mode == .own ? "by itself" : mode == .joint ? "jointly" : "on request")")
    }
    guard !parts.isEmpty else { return "" }
    let unknown = figure.activities.count - figure.modes.values.reduce(0, +)
    let rest = unknown > 0 ? [language.pick("ไม่ทราบ \(unknown)", "\(unknown) unknown")] : []
    return language.pick("ลักษณะการทำ: ", "how it is done: ")
      + (parts + rest).joined(separator: language.pick(" · ", ", "))
  }

  /// The funds' debt outside beside their assets; empty where there are no funds.
  public func debt(_ figure: SelfReliance) -> String {
    let debt = figure.debt
    guard debt.funds > 0 else { return "" }
    guard let ratio = debt.ratio else {
      return language.pick(
        "ยังไม่ทราบหนี้ภายนอกต่อสินทรัพย์ขององค์กรการเงิน",
        "the funds' debt outside over their assets is not known")
    }
    let known =
      debt.known < debt.funds
      ? language.pick(
        " (ทราบ \(debt.known) จาก \(language.count(debt.funds, .fund)))",
        " (known for \(debt.known) of \(language.count(debt.funds, .fund)))") : ""
    return language.pick(
      "หนี้ภายนอกขององค์กรการเงินเป็น \(language.percent(ratio)) ของสินทรัพย์",
      "the funds owe \(language.percent(ratio)) of their assets outside") + known
  }

  /// How many open activities have a fund beside them, and would with the links.
  public func reach(_ figure: SelfReliance) -> String {
    let reach = figure.reach
    guard reach.open > 0 else { return language.pick("ไม่มีงานที่ยังไม่เสร็จ", "no work is open") }
    guard reach.isKnown else {
      return language.pick(
        "แผนไม่ได้บอกว่ามีองค์กรการเงินใด จึงยังบอกไม่ได้ว่างานใดมีกองทุนหนุน",
        "the plan names no funds, so that it is not known which work has one beside it")
    }
    var parts = [
      language.pick(
        "งานที่ยังไม่เสร็จ \(language.count(reach.open, .activity)) มีกองทุนหนุนแล้ว \(count(reach.now, reach))",
        "of \(language.count(reach.open, .activity)) still open, \(count(reach.now, reach)) have a fund beside them"
      )
    ]
    if reach.withAgreed > reach.now {
      parts.append(
        language.pick(
          "ถ้าทำตามมติที่เห็นชอบแล้วจะเป็น \(count(reach.withAgreed, reach))",
          "with what meetings agreed on \(count(reach.withAgreed, reach)) would"))
    }
    if reach.withProposed > reach.withAgreed {
      parts.append(
        language.pick(
          "ถ้าเห็นชอบข้อเสนอทุกข้อด้วยจะเป็นไม่เกิน \(count(reach.withProposed, reach))",
          "with all that is proposed at most \(count(reach.withProposed, reach)) would"))
    }
    if reach.onlyDoubtful > 0 {
      parts.append(
        language.pick(
          "(ไม่นับอีก \(reach.onlyDoubtful) งานที่กองทุนซึ่งเสนอไว้ยังต้องดูบัญชีหรือหนี้ค้างก่อน)",
          "(not counting \(reach.onlyDoubtful) whose proposed funds should first see to their accounts "
            + "or arrears)"))
    }
    return parts.joined(separator: language.pick(" ", ", "))
  }

  private func count(_ number: Int, _ reach: FundReach) -> String {
    let share = language.percent(Double(number) / Double(reach.open))
    return language.pick("\(number) (\(share))", "\(number) (\(share))")
  }

  /// A short line: the own share of the known budgets, and the open work with a fund, now and with links.
  public func line(_ figure: SelfReliance) -> String {
    var parts: [String] = []
    if let share = figure.share, let total = figure.total {
      parts.append(
        language.pick(
          "ทุนชุมชน \(language.percent(share)) ของงบ \(language.baht(total))",
          "\(language.percent(share)) own of \(language.baht(total))") + knowledge(figure))
    } else {
      parts.append(shortly(figure.unknown))
    }
    let reach = figure.reach
    if reach.open > 0 {
      parts.append(
        language.pick(
          "มีกองทุนหนุน \(reach.now) จาก \(reach.open) งาน",
          "\(reach.now) of \(reach.open) open activities with a fund")
          + (reach.withProposed > reach.now
            ? language.pick(
              " ถ้าเชื่อมตามมติและข้อเสนอ ไม่เกิน \(reach.withProposed)",
              ", at most \(reach.withProposed) with the links") : ""))
    }
    return name(of: figure) + ": " + parts.joined(separator: " · ")
  }

  private func shortly(_ unknown: SelfReliance.Unknown?) -> String {
    switch unknown {
    case nil: ""
    case .noWork: language.pick("ยังไม่มีกิจกรรม", "no activity")
    case .nothingKnown: language.pick("ยังไม่ทราบสัดส่วนทุนชุมชน", "own share not known")
    case .zeroBudget: language.pick("งบประมาณที่ทราบเป็นศูนย์", "known budgets are zero")
    case .contradictory: language.pick("ตัวเลขขัดกัน", "the figures contradict")
    }
  }

  /// The work, its money, its funds.
  public func sentence(_ figure: SelfReliance) -> String {
    "\(name(of: figure)): \(money(figure)) · \(reach(figure))"
  }

  /// How the own share went over the years of one tambon; nil where fewer than two years are known.
  public func sentence(_ series: PlanSeries, _ survey: SelfRelianceSurvey) -> String? {
    let known = series.plans.compactMap { index -> (year: String, share: Double)? in
      guard let share = survey.plans[index].share, let year = names.plans.plans[index].year else {
        return nil
      }
      return (language.year(year), share)
    }
    guard known.count > 1, let first = known.first, let last = known.last else { return nil }
    let steps = known.map { "\($0.year) \(language.percent($0.share))" }
    let change = last.share - first.share
    let word =
      abs(change) < 0.005
      ? language.pick("เท่าเดิม", "no change")
      : change > 0 ? language.pick("เพิ่มขึ้น", "more") : language.pick("ลดลง", "less")
    let tambon =
      names.plans.plans[series.latest].tambon
      .map { language.pick("ต.", "Tambon ") + $0 + " " } ?? ""
    return language.pick(
      "ทุนชุมชนในงบประมาณของ \(tambon)รายปี: \(steps.joined(separator: " แล้วเป็น ")) (\(word))",
      "The community's share in the budgets of \(tambon)by year: \(steps.joined(separator: ", then ")) (\(word))"
    )
  }
}
