import Graphs
public import Linkage
import Plans
public import Words

/// Which fund stands where by the rules that fit its kind: a sheet for each set of rules.
public struct StrengthView: Sendable {
  private let view: ColumnView
  private let rankings: [StrengthRanking]

  /// The sheets of a plan.
  ///
  /// - Parameter rankings: The rankings of the plan's funds, one for each set of rules.
  public init(_ names: Names, plan: Int, _ rankings: [StrengthRanking]) {
    view = ColumnView(names: names, plan: plan)
    self.rankings = rankings
  }

  /// Whether any set of rules looks at any fund.
  public var isTelling: Bool { !rankings.isEmpty }

  /// The sheets, set by set, with at most so many rows each, the headings among them.
  public func charts(limit: Int) -> [ChartSheet] {
    let most = min(max(limit, 2), Diagram.nodeLimit)
    let sets = rankings.map { (set: $0.set, rows: $0.assessments.map(row)) }
    let fullest = sheets(of: sets, most)
    // Fewer rows on each where that takes no more sheets: none with a bar or two that are left over.
    let least = max(2, sets.reduce(0) { $0 + $1.rows.count } / max(1, fullest.count))
    let even = (least..<max(least, most)).lazy.map { sheets(of: sets, $0) }
      .first { $0.count == fullest.count }
    return (even ?? fullest).map { rows in
      ChartSheet(
        key: "strength", name: view.language.pick("ความเข้มแข็ง", "Strength"), subtitle: subtitle,
        chart: BarChart(title: title, rows: rows, keys: keys))
    }
  }

  /// The rows of each sheet.
  private func sheets(
    of sets: [(set: RuleSet, rows: [BarChart.Row])], _ room: Int
  ) -> [[BarChart.Row]] {
    var sheets: [[BarChart.Row]] = [[]]
    for (set, rows) in sets {
      let left = room - sheets[sheets.count - 1].count
      // A set that fits on a sheet stands on one; a longer one begins where two of its funds fit.
      if rows.count + 1 > left, rows.count + 1 <= room || left < 3 { sheets.append([]) }
      for row in rows {
        let isFirst = row == rows.first
        if sheets[sheets.count - 1].count == room { sheets.append([]) }
        if isFirst || sheets[sheets.count - 1].isEmpty {
          sheets[sheets.count - 1].append(heading(set, goesOn: !isFirst))
        }
        sheets[sheets.count - 1].append(row)
      }
    }
    return sheets.filter { !$0.isEmpty }
  }

  private func heading(_ set: RuleSet, goesOn: Bool) -> BarChart.Row {
    let language = view.language
    let rules = language.pick("\(set.rules.count) ข้อ", "\(set.rules.count) rules")
    return .init(
      "\(language.pick(set.name)) (\(rules))"
        + (goesOn ? language.pick(" (ต่อ)", " (continued)") : ""),
      [])
  }

  private var title: String {
    view.language.pick(
      "กองทุนใดเข้มแข็งเพียงใด ตามเกณฑ์ที่ตรงกับประเภทของกองทุน?",
      "How strong is each fund by the rules that fit its kind?")
  }

  /// The days of the figures stand beside the plan's year, as far as they are known.
  private var subtitle: String {
    let days = rankings.flatMap(\.assessments).compactMap {
      (view.plans.record(of: $0.fund) as? Fund)?.asOf
    }.sorted { ($0.year, $0.month ?? 0, $0.day ?? 0) < ($1.year, $1.month ?? 0, $1.day ?? 0) }
    guard let first = days.first, let last = days.last else { return view.subtitle }
    let language = view.language
    let span =
      first == last
      ? language.date(last) : "\(language.date(first)) – \(language.date(last))"
    return view.subtitle + language.pick(" · ตัวเลขกองทุน ณ \(span)", " · funds' figures of \(span)")
  }

  private func row(_ assessment: StrengthAssessment) -> BarChart.Row {
    let language = view.language
    // Rules count alike here, as in the words beside; how heavy each is shows in the band.
    let all = Double(assessment.results.count)
    func part(_ verdict: RuleResult.Verdict, _ fill: BarChart.Fill) -> BarChart.Part {
      let count = assessment.results.count { $0.verdict == verdict }
      return .init(all > 0 ? Double(count) / all : 0, fill)
    }
    let band =
      assessment.band.map { language.pick($0.name) }
      ?? language.pick("ยังบอกระดับไม่ได้", "not told yet")
    let known = assessment.knownCount
    let counts =
      known == 0
      ? language.pick("ไม่ทราบทุกข้อ", "nothing known")
      : language.pick(
        "ผ่าน \(assessment.passCount)/\(known)", "\(assessment.passCount)/\(known)")
    return .init(
      view.names.name(of: assessment.fund),
      [
        .init(
          [part(.pass, .black), part(.fail, .white), part(.unknown, .hatched)],
          known == 0 ? counts : "\(counts) · \(band)")
      ])
  }

  private var keys: [BarChart.Key] {
    let language = view.language
    return [
      .init(
        .black,
        language.pick("ข้อที่ผ่าน", "rules that it passes")),
      .init(.white, language.pick("ข้อที่ไม่ผ่าน", "rules that it fails")),
      .init(
        .hatched,
        language.pick("ข้อที่ยังไม่ทราบ ไม่นับเป็นผ่านหรือไม่ผ่าน", "not known: counts neither way")),
    ]
  }
}
