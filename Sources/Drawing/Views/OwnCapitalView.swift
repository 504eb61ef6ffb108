import Graphs
public import Linkage
import Plans
public import Words

/// How far the work of a plan stands on the community's own capital, all issues.
public struct OwnCapitalView: Sendable {
  private let view: ColumnView
  private let survey: SelfRelianceSurvey

  /// The sheets of a plan.
  public init(_ names: Names, plan: Int, _ survey: SelfRelianceSurvey) {
    view = ColumnView(names: names, plan: plan)
    self.survey = survey
  }

  /// The sheets, with at most so many rows each; none where nothing is known of any work.
  public func charts(limit: Int) -> [ChartSheet] {
    let sentences = SelfRelianceSentences(view.names)
    guard
      let chart = BarChart.selfReliance(
        survey, plan: view.plan, sentences, limit: survey.issues[view.plan].count)
    else { return [] }
    return ChartSheet.sheets(
      key: "own-capital", name: view.language.pick("ทุนของชุมชน", "Own capital"),
      subtitle: view.subtitle, chart, limit: limit)
  }
}

extension BarChart {
  /// How far the work of a plan stands on the community's own capital: for the whole and each issue the
  /// own share of the budgets, and below it the open work with a fund beside it, now and with the links;
  /// over the years where plans of several years of the tambon were read.
  ///
  /// - Parameter limit: Issues at most; the least own share first.
  /// - Returns: Nil where nothing is known of any.
  public static func selfReliance(
    _ survey: SelfRelianceSurvey, plan: Int, _ sentences: SelfRelianceSentences, limit: Int = 8
  ) -> BarChart? {
    let language = sentences.names.language
    let years = survey.series.first { $0.plans.contains(plan) }?.plans.filter { $0 != plan } ?? []
    let issues = survey.issues[plan].prefix(limit)
    guard survey.plans[plan].share != nil || issues.contains(where: { $0.share != nil }) else {
      return nil
    }
    let earlier = years.map { index in
      Row(
        language.pick("ทั้งแผน ", "The whole plan, ")
          + (sentences.names.plans.plans[index].year.map(language.year) ?? ""),
        bars(survey.plans[index], language))
    }
    let whole = Row(language.pick("ทั้งแผน", "The whole plan"), bars(survey.plans[plan], language))
    let rest = survey.issues[plan].count - issues.count
    let more =
      rest > 0
      ? language.pick(" (อีก \(rest) ประเด็นอยู่ในตาราง)", " (\(rest) more issues in the table)") : ""
    return BarChart(
      title: language.pick(
        "งานของแผนยืนอยู่บนทุนของชุมชนเองเท่าใด",
        "How much of the work stands on the community's own capital?") + more,
      rows: earlier + [whole] + issues.map { Row(sentences.name(of: $0), bars($0, language)) },
      keys: [
        Key(.black, language.pick("ทุนชุมชนในงบประมาณ", "the community's own part of the budgets")),
        Key(
          .grey,
          language.pick("งานที่ยังไม่เสร็จซึ่งมีกองทุนหนุนแล้ว", "open work with a fund beside it")),
        Key(
          .hatched,
          language.pick(
            "จะมีเพิ่มถ้าทำตามมติและข้อเสนอทุกข้อ", "more of it with all that is agreed on and proposed")),
      ])
  }

  private static func bars(_ figure: SelfReliance, _ language: Language) -> [Bar] {
    let money = Bar(
      figure.share.map { [Part($0, .black)] } ?? [],
      figure.share.map(language.percent) ?? language.pick("ไม่ทราบ", "not known"))
    guard let now = figure.reach.share, let links = figure.reach.shareWithLinks else {
      return [money, Bar([], language.pick("ไม่มีงานที่ยังไม่เสร็จ", "no open work"))]
    }
    let text =
      links > now
      ? language.percent(now) + language.pick(" เป็น ", " to ") + language.percent(links)
      : language.percent(now)
    return [money, Bar([Part(now, .grey), Part(links - now, .hatched)], text)]
  }
}
