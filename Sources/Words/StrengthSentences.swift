public import Graphs
public import Linkage
import Plans

/// What is said of the strength of funds.
public struct StrengthSentences: Sendable {
  /// The names under which everything appears.
  public let names: Names

  var language: Language { names.language }

  /// Sentences on funds of plans.
  public init(_ names: Names) { self.names = names }

  /// One sentence: the band, what the fund passes, and how much is known.
  public func summary(of assessment: StrengthAssessment) -> String {
    let (passed, known, all) = (
      assessment.passCount, assessment.knownCount, assessment.results.count
    )
    if known == 0 {
      return language.pick(
        "ยังบอกไม่ได้ ไม่มีข้อใดที่รู้ผลเลยใน \(all) ข้อ",
        "cannot be told yet: nothing is known on any of \(all) rules")
    }
    let counts = language.pick(
      "ผ่าน \(passed) จาก \(known) ข้อที่รู้ผล (รู้ \(known) จาก \(all) ข้อ)",
      "passes \(passed) of \(known) known (known \(known) of \(all))")
    return "\(band(of: assessment)) · \(counts)"
  }

  /// The name of the band; that it cannot be told where too little is known.
  public func band(of assessment: StrengthAssessment) -> String {
    assessment.band.map { language.pick($0.name) }
      ?? language.pick("ยังบอกระดับไม่ได้", "band cannot be told yet")
  }

  /// What is said of a fund, line by line: what it passes, what it fails, what is not known and why.
  public func lines(of assessment: StrengthAssessment) -> [String] {
    let verdicts: [(RuleResult.Verdict, String)] = [
      (.pass, language.pick("ผ่าน", "passes")), (.fail, language.pick("ไม่ผ่าน", "fails")),
    ]
    var lines = verdicts.compactMap { verdict, word -> String? in
      let results = assessment.results.filter { $0.verdict == verdict }
      if results.isEmpty { return nil }
      return "\(word): " + results.map(sentence).joined(separator: " · ")
    }
    let unknown = assessment.results.filter { $0.verdict == .unknown }
    if !unknown.isEmpty {
      lines.append(
        language.pick("ไม่ทราบ", "unknown") + ": " + unknown.map(\.rule.id).joined(separator: " ")
          + " — " + reasons(of: unknown))
    }
    if let grade = officialGrade(of: assessment) {
      lines.append(
        language.pick("เกรดทางการ (ตามที่บันทึกมา)", "official grade (as recorded)") + ": \(grade)")
    }
    if assessment.isChosenByName {
      lines.append(
        language.pick(
          "เลือกเกณฑ์จากชื่อ เพราะไม่ได้กรอกประเภท",
          "the rules were chosen by its name, since its kind is not given"))
    }
    return lines
  }

  /// The grade that an office gave the fund, as the plan has it; nil where it has none.
  public func officialGrade(of assessment: StrengthAssessment) -> String? {
    (names.plans.record(of: assessment.fund) as? Fund)?.officialGrade.map {
      names.shown($0.oneLine)
    }
  }

  /// What a rule says: its name, the value, and what that must be.
  public func sentence(_ result: RuleResult) -> String {
    let name = "\(result.rule.id) \(language.pick(result.rule.name))"
    switch result.value {
    case .number: return "\(name) \(value(of: result)) (\(condition(of: result.rule)))"
    case .answer, nil: return name
    }
  }

  /// The value in words; that it is not known where it is not.
  public func value(of result: RuleResult) -> String {
    switch result.value {
    case .number(let number): amount(number, result.rule)
    case .answer(let answer): answer ? language.pick("ใช่", "yes") : language.pick("ไม่", "no")
    case nil: language.pick("ไม่ทราบ", "unknown")
    }
  }

  /// What the value of a rule must be: `ไม่เกิน 5%`.
  public func condition(of rule: Rule) -> String {
    switch rule.condition {
    case .holds: language.pick("ต้องใช่", "must be so")
    case .between(let least, let most):
      language.pick(
        "ควรอยู่ระหว่าง \(amount(least, rule)) ถึง \(amount(most, rule))",
        "\(amount(least, rule)) to \(amount(most, rule))")
    case .compares(let comparison, let limit): words(comparison, amount(limit, rule))
    }
  }

  private func words(_ comparison: Comparison, _ limit: String) -> String {
    switch comparison {
    case .atLeast: language.pick("ควรได้ \(limit) ขึ้นไป", "at least \(limit)")
    case .atMost: language.pick("ควรไม่เกิน \(limit)", "at most \(limit)")
    case .above: language.pick("ควรมากกว่า \(limit)", "above \(limit)")
    case .below: language.pick("ควรน้อยกว่า \(limit)", "below \(limit)")
    case .equal: language.pick("ควรเท่ากับ \(limit)", "equal to \(limit)")
    case .unequal: language.pick("ไม่ควรเท่ากับ \(limit)", "other than \(limit)")
    }
  }

  /// A number as its rule tells it; a share in percent, with a place so that 5.3 % is not 5 %.
  private func amount(_ number: Double, _ rule: Rule) -> String {
    if rule.isShare { return language.number((number * 1_000).rounded() / 10) + "%" }
    return language.number(number) + (rule.unit.map { " " + language.pick($0) } ?? "")
  }
}

extension Language {
  /// The one of two texts that is in this language.
  public func pick(_ text: Bilingual) -> String { pick(text.thai, text.english) }

  /// The verdict in a word.
  public func word(_ verdict: RuleResult.Verdict) -> String {
    switch verdict {
    case .pass: pick("ผ่าน", "pass")
    case .fail: pick("ไม่ผ่าน", "fail")
    case .unknown: pick("ไม่ทราบ", "unknown")
    }
  }
}

extension StrengthSentences {
  /// Where a rule set comes from, and what should be known of it.
  public func provenance(of set: RuleSet) -> String {
    let source = language.pick("ที่มา: ", "Source: ") + set.source
    return set.note.map { source + " · " + language.pick($0) } ?? source
  }

  /// That funds are not looked at, since no set is made for their kinds.
  public func withoutRules(_ funds: [NodeID]) -> String {
    let list = language.list(funds.map(names.name(of:)), atMost: 8) { language.more($0, .fund) }
    return language.pick(
      "ยังไม่มีเกณฑ์ที่ตรงกับประเภทของ \(list) เติมเกณฑ์เองได้ด้วย strength --template ไฟล์.yaml",
      "No rules are made for the kind of \(list); strength --template FILE.yaml writes a file for your own."
    )
  }
}
