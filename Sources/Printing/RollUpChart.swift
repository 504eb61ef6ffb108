import Drawing
import Linkage
import Words

extension BarChart {
  /// The open work on the issues with most of it: what has a fund beside it, for what one is proposed, and
  /// what is left.
  ///
  /// - Parameter limit: Issues at most.
  /// - Returns: Nil where no plan names funds.
  static func issues(_ sentences: RollUpSentences, limit: Int) -> BarChart? {
    let language = sentences.language
    let issues = sentences.rollUp.issues.filter { $0.key != nil && $0.work.withoutFund.known > 0 }
    guard !issues.isEmpty else { return nil }
    return BarChart(
      title: language.pick(
        "งานที่ยังไม่เสร็จในประเด็นที่มีงานมากที่สุด", "Open work on the issues with most of it"),
      rows: issues.prefix(limit).map { issue in
        Row(sentences.name(of: issue), [bar(issue.work, language)])
      },
      keys: [
        Key(.black, language.pick("มีองค์กรการเงินหนุนแล้ว", "with a fund beside it")),
        Key(.hatched, language.pick("ยังไม่มี แต่มีข้อเสนอแล้ว", "without, and one is proposed")),
      ])
  }

  private static func bar(_ work: PlanTally.IssueWork, _ language: Language) -> Bar {
    let known = Double(work.withoutFund.known)
    let with = work.withoutFund.known - work.withoutFund.count
    let unknown = work.open - work.withoutFund.known
    let counts = language.pick(
      "\(language.number(with)) จาก \(language.number(work.withoutFund.known)) งาน",
      "\(language.number(with)) of \(language.number(work.withoutFund.known))")
    let rest =
      unknown > 0
      ? language.pick(
        " ไม่ทราบ \(language.number(unknown))", ", \(language.number(unknown)) unknown") : ""
    return Bar(
      [Part(Double(with) / known, .black), Part(Double(work.fundable) / known, .hatched)],
      counts + rest)
  }
}
