import Drawing
import Linkage
import Words

/// What is proposed, each with its reason and a place for the meeting's decision.
extension Booklet {
  private static let claim = TextStyle(size: 12.5, isBold: true)
  private static let reason = TextStyle(size: 11.5)
  private static let numbers = 52.0
  /// The lines that are written on are this far apart.
  private static let pitch = 21.0

  /// - Parameter contents: What the contents call it; else the approach's name.
  func set(_ section: Section, contents: String? = nil, _ flow: inout PageFlow) {
    let name = section.sentences.approach.name
    let intro = TextStyle(size: 11.5)
    let first = section.chosen.first.map { height(of: measured($0, of: section, flow)) + 40 }
    flow.heading(
      "\(language.heading(ofApproach: name)): \(language.question(ofApproach: name))", level: 2,
      following: first ?? 40, named: "approach-\(name)",
      contents: contents ?? language.heading(ofApproach: name))
    guard !section.chosen.isEmpty else {
      flow.paragraph(language.noOpportunities(section.sentences.approach), intro)
      return
    }
    if section.chosen.count < section.count {
      flow.paragraph(
        section.sentences.selection(
          printed: section.chosen.count, of: section.count,
          strongestLeftOut: section.strongestLeftOut),
        intro, gap: 2)
    }
    for proposal in section.chosen { set(proposal, of: section, &flow) }
  }

  /// The width of what is filled in beside a proposal; none where it stands below.
  private var decisionWidth: Double { format.isWide ? 200 : 0 }

  /// What is said of a proposal, in its lines.
  private func measured(
    _ proposal: Section.Proposal, of section: Section, _ flow: borrowing PageFlow
  ) -> [MeasuredText] {
    let width = format.width - Self.numbers - (decisionWidth > 0 ? decisionWidth + 14 : 0)
    return texts(of: proposal, section.sentences).map {
      flow.measured($0.text, width: width, $0.style)
    }
  }

  /// The height of a proposal with its place for the decision.
  private func height(of texts: [MeasuredText]) -> Double {
    let told = told(texts)
    return decisionWidth > 0 ? max(told, 3 * Self.pitch + 4) : told + Self.pitch + 6
  }

  private func told(_ texts: [MeasuredText]) -> Double {
    texts.reduce(0) { $0 + $1.height + 1 }
  }

  private func set(
    _ proposal: Section.Proposal, of section: Section, _ flow: inout PageFlow
  ) {
    let texts = measured(proposal, of: section, flow)
    let height = height(of: texts)
    if height + 8 > flow.room && !flow.isAtTop { flow.turn() }
    setNumber(of: proposal, section, &flow)
    var y = flow.y
    for text in texts {
      flow.place(.text(text, x: format.left + Self.numbers, y: y))
      y += text.height + 1
    }
    if decisionWidth > 0 {
      setDecisionBeside(x: format.right - decisionWidth, &flow)
    } else {
      setDecisionBelow(y: flow.y + told(texts) + 2, &flow)
    }
    flow.y += height + 4
    flow.rule()
    flow.y += 4
  }

  /// The number, and below it where it is drawn.
  private func setNumber(
    of proposal: Section.Proposal, _ section: Section, _ flow: inout PageFlow
  ) {
    let approach = section.sentences.approach.name
    let rank = proposal.opportunity.rank
    let number = flow.measured(
      language.number(of: rank, approach: approach), width: Self.numbers - 8,
      TextStyle(size: 15, isBold: true))
    flow.place(.destination("proposal-\(approach)-\(rank)", x: format.left, y: flow.y))
    flow.place(.text(number, x: format.left, y: flow.y - 2))
    guard let sheet = sheet(of: approach, rank) else { return }
    let language = language
    flow.reference(
      to: sheet.destination, x: format.left, y: flow.y + number.height - 3,
      width: Self.numbers - 4, TextStyle(size: 10)
    ) { language.pick("ภาพ น. \($0)", "p. \($0)") }
  }

  private func texts(
    of proposal: Section.Proposal, _ sentences: OpportunitySentences
  ) -> [(text: String, style: TextStyle)] {
    let opportunity = proposal.opportunity
    let ends = opportunity.ends
    let isOwnSentence = opportunity.pattern != nil || opportunity.lesson != nil
    let claim =
      isOwnSentence
      ? "\(meeting.names.name(of: ends.from)) – \(meeting.names.name(of: ends.to))"
      : sentences.claim(opportunity)
    let reason =
      isOwnSentence
      ? sentences.explanation(of: opportunity, proposal.evidence)
      : sentences.because(proposal.evidence)
    let notes = [sentences.effect(opportunity.effect), sentences.history(opportunity.history)]
      .filter { !$0.isEmpty }.joined(separator: " · ").clipped(to: 220)
    let cautions = sentences.cautions(opportunity.cautions)
    return [
      (claim.clipped(to: 240), Self.claim),
      (reason.clipped(to: 420) + (notes.isEmpty ? "" : " (\(notes))"), Self.reason),
      (cautions.isEmpty ? "" : "\(language.caution): \(cautions)".clipped(to: 200), Self.reason),
    ].filter { !$0.0.isEmpty }
  }

  private func setDecisionBeside(x: Double, _ flow: inout PageFlow) {
    let top = flow.y
    flow.place(
      .rule(x: x - 8, y: top - 1, toX: x - 8, toY: top + 3 * Self.pitch + 4, width: 0.3))
    flow.form(
      language.decisionBoxes.map { .box($0) }, x: x, y: top, width: format.right - x)
    flow.form([.text(language.who), .blank(1)], x: x, y: top + Self.pitch, width: format.right - x)
    flow.form(
      [.text(language.byWhen), .blank(1)], x: x, y: top + 2 * Self.pitch, width: format.right - x)
  }

  private func setDecisionBelow(y: Double, _ flow: inout PageFlow) {
    let x = format.left + Self.numbers
    flow.form(
      language.decisionBoxes.map { .box($0) } + [
        .text(language.who), .blank(3), .text(language.byWhen), .blank(2),
      ], x: x, y: y, width: format.right - x)
  }
}
