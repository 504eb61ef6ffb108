public import Drawing
import Graphs
public import Linkage
public import Plans
public import Words

/// All that is printed for one meeting on one plan.
public struct Meeting: Sendable {
  /// The names under which everything appears.
  public let names: Names
  /// The plan's index.
  public let plan: Int
  /// What each approach proposes, savings first; approaches that propose nothing are left out, but
  /// for savings.
  public let sections: [Section]
  /// The other findings, in the order of the paper.
  public let chapters: [Chapter]
  /// The charts, by the key of the chapter that each stands in: the same of fewer and fewer rows.
  let charts: [String: [BarChart]]
  /// What has become of earlier decisions; nil where the plan keeps none.
  let review: DecisionReview?
  /// The page that is printed on, and drawings are to fit.
  public let format: PageFormat
  /// The plan's figures.
  public let figures: PlanFigures
  /// The check's findings.
  public let reading: PlanReading
  /// The drawings, in the booklet's order.
  public let pictures: [Picture]
  /// What could not be drawn.
  public let undrawn: [DrawingError]

  /// What only the officer is to think of, not the meeting.
  public let officerChapters: [Chapter]
  /// What stands at the foot of the officer's part.
  public let officerNote: String

  /// Takes what is found on one plan, and draws it.
  ///
  /// - Parameters:
  ///   - format: The page that it is printed on.
  ///   - inks: What is printed with.
  ///   - officer: The names of the officer's own part, which may be those of all people; else the same as
  ///     everywhere.
  public init(
    _ reading: PlanReading, _ findings: Findings, plan: Int, format: PageFormat = PageFormat(),
    inks: Inks = .colour, officer: Names? = nil
  ) throws(DrawingError) {
    self.reading = reading
    self.plan = plan
    names = findings.names
    let found = findings.searches.map { Section(findings.names, plan: plan, $0) }
    sections = found.filter { !$0.proposals.isEmpty || $0.sentences.approach.name == "savings" }
    let leaders = findings.leaders(of: plan)
    self.format = format
    let review = DecisionReview(findings.names.plans, plan: plan, asOf: findings.day)
    self.review = review.items.isEmpty ? nil : review
    chapters =
      [findings.names.chapter(review)].compactMap(\.self) + findings.chapters(on: plan, leaders)
    charts = findings.charts(on: plan)
    let officer = officer ?? findings.names
    officerChapters = [leaders.chapters(under: officer, asOf: findings.day).continuity]
      .compactMap(\.self)
    officerNote = officer.footer ?? officer.language.officersOwn
    figures = PlanFigures(findings.names.plans, plan: plan)
    let drawn = MeetingPictures(
      ViewSheets(findings, plan: plan, leaders, found),
      DrawingStyle(findings.names.language, on: format, inks: inks))
    pictures = drawn.pictures
    undrawn = drawn.failures
    // Where nothing at all can be drawn, the installation is broken.
    if let failure = undrawn.first, pictures.isEmpty { throw failure }
  }

  /// Finds and draws everything for a plan among those read.
  public init(
    _ reading: PlanReading, _ names: Names, plan: Int, format: PageFormat = PageFormat()
  ) throws(DrawingError) {
    try self.init(reading, Findings(names), plan: plan, format: format)
  }
}
