import Graphs
public import Linkage
import Plans

extension SelfRelianceSentences {
  /// How far a plan stands on its own capital: in money and in work, by issue, by village, by year.
  ///
  /// - Returns: Nil where the plan has no activities.
  public func chapter(_ survey: SelfRelianceSurvey, plan: Int) -> Chapter? {
    let whole = survey.plans[plan]
    guard !whole.activities.isEmpty else { return nil }
    let series = survey.series.filter { $0.plans.contains(plan) }
    let sentences = [money(whole), reach(whole), modes(whole), debt(whole)].filter { !$0.isEmpty }
    let grids = [
      grid(language.pick("ตามประเด็น", "By issue"), survey.issues[plan]),
      grid(language.pick("ตามหมู่บ้าน", "By village"), survey.places[plan]),
    ].filter { !$0.rows.isEmpty }
    return Chapter(
      key: "self-reliance", title: language.pick("พึ่งทุนตนเอง", "Own capital"),
      question: language.pick(
        "งานของแผนยืนอยู่บนทุนของชุมชนเองเท่าใด",
        "How much of the work stands on the community's own capital?"),
      paragraphs: sentences.map(capitalised) + series.compactMap { sentence($0, survey) },
      grids: series.map { years($0, survey) } + grids, notes: notes)
  }

  private func capitalised(_ text: String) -> String {
    guard language == .english else { return text }
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// What has open work and no fund beside any of it comes first.
  private func grid(_ title: String, _ all: [SelfReliance]) -> Chapter.Grid {
    let figures = all.filter { $0.reach.share == 0 } + all.filter { $0.reach.share != 0 }
    return Chapter.Grid(
      title: title,
      columns: [.init(language.pick("งาน", "Work"), width: 2.6)] + moneyColumns + [
        .init(language.pick("งานที่ยังไม่เสร็จ", "Open work"), width: 1),
        .init(language.pick("มีกองทุนหนุน", "With a fund"), width: 1),
        .init(language.pick("ถ้าทำตามมติและข้อเสนอ", "With the links"), width: 1.3),
      ],
      rows: figures.map { figure in
        [.text(name(of: figure))] + moneyValues(figure) + [
          .number(Double(figure.reach.open), places: 0),
          figure.reach.share.map { .share($0) } ?? .empty,
          figure.reach.shareWithLinks.map { .share($0) } ?? .empty,
        ]
      }, paperLimit: 16)
  }

  private var moneyColumns: [Chapter.Column] {
    [
      .init(language.pick("งบประมาณที่ทราบ (บาท)", "Known budgets (baht)"), width: 1.4),
      .init(language.pick("ทุนชุมชน (บาท)", "Own (baht)"), width: 1.3),
      .init(language.pick("สัดส่วนทุนชุมชน", "Own share"), width: 1),
      .init(language.pick("ทราบกี่กิจกรรม", "Known for"), width: 1.1),
    ]
  }

  private func moneyValues(_ figure: SelfReliance) -> [Chapter.Value] {
    [
      figure.total.map { .number($0, places: 0) } ?? .unknown,
      figure.own.map { .number($0, places: 0) } ?? .unknown,
      figure.share.map { .share($0) } ?? .unknown,
      .text(
        language.pick(
          "\(figure.known) จาก \(figure.activities.count)",
          "\(figure.known) of \(figure.activities.count)")),
    ]
  }

  private func years(_ series: PlanSeries, _ survey: SelfRelianceSurvey) -> Chapter.Grid {
    Chapter.Grid(
      title: language.pick("ตามปี", "By year"),
      columns: [.init(language.pick("ปี", "Year"), width: 1)] + moneyColumns + [
        .init(language.pick("หนี้ภายนอกต่อสินทรัพย์", "Debt over assets"), width: 1.2)
      ],
      rows: series.plans.map { index in
        let figure = survey.plans[index]
        return [.text(names.plans.plans[index].year.map(language.year) ?? "")]
          + moneyValues(figure) + [figure.debt.ratio.map { .share($0) } ?? .unknown]
      })
  }

  private var notes: [String] {
    [
      language.pick(
        "สัดส่วนทุนชุมชน = ทุนชุมชน ÷ งบประมาณ คิดเฉพาะกิจกรรมที่ทราบทั้งสองค่าและไม่ขัดกัน ค่าที่ไม่ทราบไม่ถือเป็นศูนย์ "
          + "กิจกรรมที่มีหลายประเด็นนับในทุกประเด็น จึงรวมกันไม่ได้ ส่วนหมู่บ้านนับเฉพาะงานที่ทำในหมู่บ้านนั้นหมู่บ้านเดียว",
        "Own share = own part ÷ budget, over the activities of which both are known and sound; unknown is "
          + "never zero. Work on several issues counts in each, so issues do not add up; a village has "
          + "only the work that is in it alone."),
      language.pick(
        "ข้อเสนอจะเพิ่มเงินเท่าใดยังไม่มีใครรู้ จึงบอกเป็นจำนวนงานที่จะมีกองทุนหนุน โดยนับเฉพาะข้อเสนอของกองทุนที่บัญชีเป็นปัจจุบันหรือหนี้ค้างไม่เกิน 5%",
        "What links would bring in baht nobody knows, so it is told in work that would have a fund beside "
          + "it, and only funds count whose accounts and arrears (at most 5 %) give no cause for doubt."
      ),
    ]
  }
}
