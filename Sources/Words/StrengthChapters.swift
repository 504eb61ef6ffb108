import Graphs
public import Linkage
import Plans

/// The chapters on the strength of funds and on what they can learn from one another.
public struct StrengthChapters: Sendable {
  /// The names under which everything appears.
  public let names: Names

  var language: Language { names.language }
  private var sentences: StrengthSentences { StrengthSentences(names) }

  /// Funds beside one another in a table at most, so that their names can be read on paper.
  static let fundsBeside = 6

  /// Chapters on plans.
  public init(_ names: Names) { self.names = names }

  /// How strong the funds of a plan are, a ranking and a table of all rules for each rule set; nil where
  /// no rule set looks at any of them.
  public func strength(
    plan: Int, by sets: [RuleSet] = RuleSet.standard
  ) -> Chapter? {
    let rankings = StrengthRanking.all(names.plans, in: plan, by: sets)
    guard !rankings.isEmpty else { return nil }
    let without = names.plans.fundsWithoutRules(in: plan, by: sets.filter { !$0.kinds.isEmpty })
    let unknown = without.filter { fund in
      !rankings.contains { $0.assessments.contains { $0.fund == fund } }
    }
    return Chapter(
      key: "strength", title: language.pick("ความเข้มแข็งของกองทุน", "Strength of funds"),
      question: language.pick(
        "กองทุนใดเข้มแข็งเรื่องใด และเรื่องใดยังต้องช่วยกัน?",
        "Which fund is strong in what, and where is help needed?"),
      paragraphs: rankings.map(paragraph) + columnsToFill(rankings)
        + (unknown.isEmpty ? [] : [sentences.withoutRules(unknown)]),
      grids: rankings.flatMap { [ranking($0)] + matrix($0) },
      notes: rankings.map { "\(language.pick($0.set.short)): \(sentences.provenance(of: $0.set))" }
        + [
          language.pick(
            "แต่ละเกณฑ์จัดลำดับแยกกัน ข้อที่ไม่ทราบไม่นับเป็นผ่านหรือไม่ผ่าน เกรดทางการแสดงตามที่บันทึกมา ไม่ได้คิดเอง",
            "Each rule set is ranked apart. What is unknown counts neither way. Official grades are as "
              + "recorded, never computed.")
        ])
  }

  private func paragraph(_ ranking: StrengthRanking) -> String {
    let (all, told) = (ranking.assessments.count, ranking.assessments.count { $0.rank != nil })
    let name = language.pick(ranking.set.name)
    guard told > 0 else {
      return language.pick(
        "\(name): ดู \(all) กองทุน ยังบอกระดับไม่ได้ เพราะข้อมูลไม่พอ",
        "\(name): \(language.count(all, .fund)), whose bands cannot be told yet, since too little is known."
      )
    }
    let bands = ranking.set.bands.compactMap { band -> String? in
      let count = ranking.assessments.count { $0.band == band }
      return count == 0 ? nil : "\(language.pick(band.name)) \(count)"
    }
    let rest = all - told
    return "\(name): "
      + language.pick("\(all) กองทุน ", "\(language.count(all, .fund)): ")
      + bands.joined(separator: language.pick(" ", ", "))
      + (rest > 0
        ? language.pick(" ยังบอกระดับไม่ได้ \(rest)", ", \(rest) not to be told yet") : "")
  }

  /// The columns that would settle most of what is not known.
  private func columnsToFill(_ rankings: [StrengthRanking]) -> [String] {
    var order: [Figure] = []
    var counts: [Figure: Int] = [:]
    for gap in rankings.flatMap(\.assessments).flatMap(\.results).flatMap(\.gaps) {
      guard case .missing(let figure) = gap else { continue }
      if counts[figure] == nil { order.append(figure) }
      counts[figure, default: 0] += 1
    }
    let first = order.enumerated().sorted { left, right in
      let (one, two) = (counts[left.element] ?? 0, counts[right.element] ?? 0)
      return one != two ? one > two : left.offset < right.offset
    }.prefix(4).map { sentences.name($0.element) }
    guard !first.isEmpty else { return [] }
    let list = first.joined(separator: ", ")
    return [
      language.pick(
        "ถ้าเติมคอลัมน์เหล่านี้ในตารางองค์กรการเงิน จะรู้ผลเพิ่มมากที่สุด: \(list)",
        "Filling in these columns of the funds table would tell most: \(list)")
    ]
  }

  // MARK: Tables

  private func ranking(_ ranking: StrengthRanking) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("ลำดับ \(ranking.set.short.thai)", "Rank \(ranking.set.short.english)"),
      columns: [
        .init(language.pick("ที่", "rank"), width: 1),
        .init(language.pick("องค์กรการเงิน", "fund"), width: 8),
        .init(language.pick("ระดับ", "band"), width: 3),
        .init(language.pick("ผ่านจากข้อที่รู้ผล", "passes of known"), width: 2.5),
        .init(language.pick("คะแนน", "score"), width: 1.5),
        .init(language.pick("รู้ผล", "known"), width: 1.5),
        .init(language.pick("เกรดทางการ", "official grade"), width: 2),
      ],
      rows: ranking.assessments.map(row))
  }

  private func row(_ assessment: StrengthAssessment) -> [Chapter.Value] {
    let known = assessment.knownCount
    return [
      assessment.rank.map { .number(Double($0), places: 0) } ?? .text("–"),
      .text(names.name(of: assessment.fund)),
      .text(
        assessment.band.map { language.pick($0.name) } ?? language.pick("ยังบอกไม่ได้", "not told yet")
      ),
      known == 0
        ? .unknown
        : .text(
          language.pick(
            "\(assessment.passCount) จาก \(known)", "\(assessment.passCount) of \(known)")),
      assessment.score.map { .share($0) } ?? .unknown, .share(assessment.known),
      sentences.officialGrade(of: assessment).map { .text($0) } ?? .empty,
    ]
  }

  /// All rules of all funds, for the screen: rules down and funds across, a few at a time; few rules across instead.
  private func matrix(_ ranking: StrengthRanking) -> [Chapter.Grid] {
    let title = language.pick(
      "รายข้อ \(ranking.set.short.thai)", "By rule \(ranking.set.short.english)")
    let all = ranking.assessments
    guard ranking.set.rules.count > 4 else {
      return [
        Chapter.Grid(
          title: title,
          columns: [.init(language.pick("องค์กรการเงิน", "fund"), width: 6)]
            + ranking.set.rules.map { .init(ruleName($0), width: 3) },
          rows: all.map { [.text(names.name(of: $0.fund))] + $0.results.map(cell) },
          paperLimit: 0)
      ]
    }
    let starts = Array(stride(from: 0, to: all.count, by: Self.fundsBeside))
    return starts.enumerated().map { index, start in
      let part = Array(all[start..<min(start + Self.fundsBeside, all.count)])
      return Chapter.Grid(
        title: starts.count > 1 ? "\(title) (\(index + 1))" : title,
        columns: [.init(language.pick("ข้อ", "rule"), width: 6)]
          + part.map { .init(names.name(of: $0.fund), width: 3) },
        rows: ranking.set.rules.indices.map { rule in
          [.text(ruleName(ranking.set.rules[rule]))] + part.map { cell($0.results[rule]) }
        }, paperLimit: 0)
    }
  }

  private func ruleName(_ rule: Rule) -> String {
    let condition = rule.condition == .holds ? "" : " (\(sentences.condition(of: rule)))"
    return "\(rule.id) \(language.pick(rule.name))\(condition)"
  }

  private func cell(_ result: RuleResult) -> Chapter.Value {
    guard result.verdict != .unknown else { return .unknown }
    let word = language.word(result.verdict)
    if case .number? = result.value { return .text("\(word) \(sentences.value(of: result))") }
    return .text(word)
  }
}
