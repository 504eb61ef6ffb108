import Drawing
import Linkage
import Plans
import Words

/// The tables of opportunities, and what the check found.
extension Booklet {
  func printOpportunities(
    _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    for (index, section) in meeting.sections.enumerated() {
      if index > 0 {
        position.y += 16
        if position.y > Self.bottom - 110 { turn(canvas, &position, total) }
      }
      print(section, canvas, &position, total)
    }
  }

  private func print(
    _ section: Section, _ canvas: borrowing Canvas, _ position: inout Position, _ total: Int
  ) {
    let name = section.sentences.approach.name
    var title = "\(language.name(ofApproach: name)): \(language.question(ofApproach: name))"
    let isCut = section.chosen.count < section.count
    if isCut {
      title += language.pick(
        " (พิมพ์ \(section.chosen.count) จาก \(section.count) ข้อ)",
        " (\(section.chosen.count) of \(section.count) printed)")
    }
    printTitle(title, canvas, &position)
    if isCut {
      let text = language.pick(
        "เลขข้อเรียงตามน้ำหนักของเหตุผล ข้อที่ไม่ได้พิมพ์จึงถูกข้ามเลขไป ข้ออื่นดูได้ใน opportunities.xlsx",
        "Numbers follow the weight of the reasons; those not printed are skipped here and stand in "
          + "opportunities.xlsx.")
      let style = TextStyle(size: 12)
      position.y +=
        canvas.text(text, x: Self.margin, y: position.y - 4, width: Self.full, style) + 2
    }
    guard !section.chosen.isEmpty else {
      position.y += canvas.text(
        language.noOpportunities(section.sentences.approach), x: Self.margin, y: position.y,
        width: Self.full, TextStyle(size: 13))
      return
    }
    print(table(of: section), canvas, &position, total)
  }

  private func table(of section: Section) -> PaperTable {
    let approach = section.sentences.approach
    let ends = language.ends(of: approach)
    return PaperTable(
      columns: [
        .init(heading: language.pick("ที่", "No."), x: 28, width: 26),
        .init(heading: ends.from, x: 56, width: 142),
        .init(heading: ends.to, x: 204, width: 152),
        .init(heading: language.pick("เหตุผล", "Reason"), x: 362, width: 296),
        .init(
          heading: language.pick("มติ / ผู้รับผิดชอบ / กำหนด", "Decision / who / by when"), x: 664,
          width: 150),
      ], rows: section.chosen.map { cells(of: $0, section.sentences) }, hasWritingColumn: true)
  }

  private func cells(
    of proposal: Section.Proposal, _ sentences: OpportunitySentences
  ) -> [String] {
    let names = meeting.names
    let opportunity = proposal.opportunity
    let ends = opportunity.ends
    let cautions = sentences.cautions(opportunity.cautions)
    let notes = [
      sentences.effect(opportunity.effect), sentences.history(opportunity.history),
      cautions.isEmpty ? "" : "\(language.caution): \(cautions)",
    ].filter { !$0.isEmpty }
    let reason =
      opportunity.pattern == nil && opportunity.lesson == nil
      ? sentences.because(proposal.evidence)
      : sentences.explanation(of: opportunity, proposal.evidence)
    return [
      String(opportunity.rank), names.name(of: ends.from).clipped(to: 120),
      names.name(of: ends.to).clipped(to: 160),
      (reason + (notes.isEmpty ? "" : " (\(notes.joined(separator: " · ")))")).clipped(to: 600), "",
    ]
  }

  /// What the check found, below the table where there is room; words that may name people are not
  /// printed.
  func printCheck(_ canvas: borrowing Canvas, _ position: inout Position, _ total: Int) {
    position.y += 18
    if position.y > Self.bottom - 90 { turn(canvas, &position, total) }
    printTitle(
      language.pick("สิ่งที่พบจากการตรวจแผน", "What the check found"), canvas, &position)
    if meeting.reading.diagnostics.isEmpty {
      position.y += canvas.text(
        language.pick("ไม่พบข้อผิดพลาด", "Nothing is wrong."), x: Self.margin, y: position.y,
        width: Self.full, TextStyle(size: 13))
    }
    for diagnostic in meeting.reading.diagnostics {
      let text =
        "[\(language.name(of: diagnostic.severity))] \(language.place(of: diagnostic)): "
        + language.message(of: diagnostic, hidesPeople: true).clipped(to: 400)
        + language.times(diagnostic) + " — " + language.suggestion(for: diagnostic)
      let style = TextStyle(size: 12)
      let height = canvas.text(text, x: 0, y: 0, width: Self.full, style, draws: false)
      if position.y + height > Self.bottom { turn(canvas, &position, total) }
      canvas.text(text, x: Self.margin, y: position.y, width: Self.full, style)
      position.y += height + 4
      rule(canvas, position.y - 2)
    }
  }
}
