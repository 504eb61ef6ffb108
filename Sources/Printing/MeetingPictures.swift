import Drawing
import Graphs
import Linkage
import Plans
import Words

/// The diagrams of a meeting, in the order of the booklet.
struct MeetingPictures: ~Copyable {
  /// Sheets of issues at most.
  private static let issueLimit = 20

  private let findings: Findings
  private let plan: Int
  private var renderer: Renderer
  private let format: PageFormat
  private(set) var pictures: [Picture] = []

  private var names: Names { findings.names }

  /// Draws all that there is to draw on a plan.
  ///
  /// - Parameters:
  ///   - format: The page that they are to fit.
  ///   - leaders: The plan's leaders, ranked.
  ///   - opportunities: The savings that are printed, by rank.
  ///   - agreed: Links that a meeting has agreed on and that are not there yet.
  init(
    _ findings: Findings, plan: Int, _ format: PageFormat, _ leaders: MeetingLeaders,
    _ opportunities: [Opportunity],
    _ agreed: [(from: NodeID, to: NodeID)]
  ) throws(DrawingError) {
    self.findings = findings
    self.plan = plan
    self.format = format
    renderer = Renderer(findings.names.language)
    try drawSavings(opportunities, agreed)
    try drawLeaders(leaders)
    try drawForum()
    try drawExchange()
  }

  private mutating func draw(
    _ limit: Int, _ diagram: (Int) -> Diagram
  ) throws(DrawingError) {
    pictures.append(try Meeting.fitting(limit, &renderer, on: format, diagram))
  }

  private mutating func drawSavings(
    _ opportunities: [Opportunity], _ agreed: [(from: NodeID, to: NodeID)]
  ) throws(DrawingError) {
    if names.plans.plans[plan].issues.count > 0 {
      let overview = OverviewView(
        names, plan: plan, opportunities: Array(opportunities.prefix(12)))
      try draw(14) { overview.diagram(limit: $0) }
    }
    let views = mainIssues()
      .map { SavingsView(names, plan: plan, $0, opportunities: opportunities, agreed: agreed) }
      .filter(\.isTelling)
    for (index, view) in views.prefix(Self.issueLimit).enumerated() {
      let key = "savings-" + (index < 9 ? "0" : "") + String(index + 1)
      try draw(10) { view.diagram(key: key, limit: $0) }
    }
  }

  private mutating func drawLeaders(_ found: MeetingLeaders) throws(DrawingError) {
    let leaders = LeadersView(names, found.ranking)
    guard leaders.isTelling else { return }
    try draw(8) { leaders.diagram(limit: $0) }
    let team = TeamView(names, found.ranking.network, found.team)
    try draw(14) { team.diagram(limit: $0) }
  }

  private mutating func drawForum() throws(DrawingError) {
    guard let search = findings.searches.first(where: { $0.approach.measure == .lessons }) else {
      return
    }
    let view = ForumView(names, plan: plan, opportunities: search.opportunities(in: plan))
    if view.isTelling { try draw(10) { view.diagram(limit: $0) } }
  }

  private mutating func drawExchange() throws(DrawingError) {
    let view = ExchangeView(names, plan: plan, findings.exchange)
    if view.isTelling { try draw(12) { view.diagram(limit: $0) } }
    if view.hasRings { try draw(6) { view.ringDiagram(limit: $0) } }
  }

  /// The issues with most activities first; activities that name none come last.
  private func mainIssues() -> [SavingsView.Scope] {
    let plans = names.plans
    let issues = plans.graph.nodes(of: .issue).map { issue in
      (issue: issue, count: SavingsView.activities(plans, plan: plan, .issue(issue)).count)
    }
    let sorted = issues.filter { $0.count > 0 }
      .sorted { ($1.count, $0.issue) < ($0.count, $1.issue) }
      .map { SavingsView.Scope.issue($0.issue) }
    let rest = SavingsView.activities(plans, plan: plan, .withoutIssue)
    return rest.isEmpty ? sorted : sorted + [.withoutIssue]
  }
}
