public import Linkage
import Plans

extension StrengthSentences {
  /// Why some rules are not known, each reason once; the columns to be filled in are told together.
  public func reasons(of results: [RuleResult]) -> String {
    let gaps = results.flatMap(\.gaps)
    var seen: Set<Gap> = []
    let unique = gaps.filter { seen.insert($0).inserted }
    let missing = unique.compactMap { gap -> Figure? in
      if case .missing(let figure) = gap { figure } else { nil }
    }
    let others = unique.filter { gap in
      if case .missing = gap { false } else { true }
    }
    let told =
      missing.isEmpty
      ? []
      : [
        language.pick("ยังไม่ได้กรอก ", "not filled in: ")
          + missing.map(name).joined(separator: ", ")
      ]
    return (others.map(sentence) + told).joined(separator: " · ")
  }

  /// Why one rule is not known; empty where it is.
  public func reason(of result: RuleResult) -> String { reasons(of: [result]) }

  /// The name of a figure, as the heading of its column.
  public func name(_ figure: Figure) -> String {
    switch figure {
    case .column(let column): language.name(of: column, in: .funds)
    case .input(let input): language.pick(input.heading)
    case .planPlaces: language.pick("หมู่บ้านในแผน", "the plan's places")
    case .work: language.pick("งานที่ออกทุน", "work that it finances")
    }
  }

  private func sentence(_ gap: Gap) -> String {
    switch gap {
    case .missing(let figure):
      language.pick("ยังไม่ได้กรอก \(name(figure))", "not filled in: \(name(figure))")
    case .cannotAssess(let figure):
      language.pick("กลุ่มตอบว่าประเมินไม่ได้: \(name(figure))", "cannot be told: \(name(figure))")
    case .unreadable(let figure, let text):
      language.pick(
        "“\(name(figure))” กรอกว่า “\(names.shown(text.oneLine).clipped(to: 30))” ซึ่งอ่านไม่ออก",
        "“\(name(figure))” says “\(names.shown(text.oneLine).clipped(to: 30))”, which cannot be read"
      )
    case .disagreeing(let figure):
      language.pick(
        "มี “\(name(figure))” สองช่องที่ไม่ตรงกัน", "two columns of “\(name(figure))” disagree")
    case .negative(let figure):
      language.pick("“\(name(figure))” ติดลบ โปรดตรวจ", "“\(name(figure))” is below zero; check it")
    case .outside(let figure, let least, let most):
      language.pick(
        "“\(name(figure))” ต้องอยู่ระหว่าง \(language.number(least)) ถึง \(language.number(most)) โปรดตรวจ",
        "“\(name(figure))” should be \(language.number(least)) to \(language.number(most)); check it"
      )
    case .partOverWhole(let part, let whole):
      language.pick(
        "“\(name(part))” มากกว่า “\(name(whole))” ซึ่งเป็นไปไม่ได้ โปรดตรวจ",
        "“\(name(part))” exceeds “\(name(whole))”, which cannot be; check both")
    case .dateAfter(let first, let second):
      language.pick(
        "“\(name(first))” อยู่หลัง “\(name(second))” โปรดตรวจ",
        "“\(name(first))” lies after “\(name(second))”; check both")
    case .zeroDenominator(let figures): zero(figures)
    case .tooFewPeople(let figure):
      language.pick(
        "ไม่แสดง “\(name(figure))” เพราะมีคนอยู่เบื้องหลังตัวเลขไม่ถึง 5 คน หรือไม่รู้ว่ากี่คน",
        "“\(name(figure))” is not used: fewer than five people stand behind it, or nobody knows how many"
      )
    case .ruleIsLater(let date):
      language.pick(
        "เกณฑ์นี้เริ่มใช้ \(language.date(date)) หลังวันที่ของข้อมูล",
        "the rule holds since \(language.date(date)), later than the figures")
    }
  }

  private func zero(_ figures: [Figure]) -> String {
    let list = figures.map { "“\(name($0))”" }.joined(separator: ", ")
    return figures.count == 1
      ? language.pick(
        "\(list) เป็นศูนย์ จึงไม่มีสัดส่วนให้คิด", "\(list) is zero, so there is no ratio")
      : language.pick(
        "ตัวหารจาก \(list) เป็นศูนย์ จึงไม่มีสัดส่วนให้คิด",
        "what is divided by, from \(list), is zero, so there is no ratio")
  }
}
