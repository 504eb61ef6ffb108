public import Drawing
import Graphs
public import Linkage
public import Plans
public import Words

/// All that is printed for one meeting on one plan.
public struct Meeting: Sendable {
  /// Sheets of issues at most.
  static let issueLimit = 20
  /// The smallest text on a printed sheet, points.
  static let smallestText = 8.5
  /// The room for a drawing on A4 across, points.
  static let area = (width: 786.0, height: 505.0)

  /// The names under which everything appears.
  public let names: Names
  /// The plan's index.
  public let plan: Int
  /// What each approach proposes, savings first; approaches that propose nothing are left out, but
  /// for savings.
  public let sections: [Section]
  /// The other findings, in the order of the paper.
  public let chapters: [Chapter]
  /// The plan's figures.
  public let figures: PlanFigures
  /// The check's findings.
  public let reading: PlanReading
  /// The diagrams, in the booklet's order.
  public let pictures: [Picture]

  /// Finds and draws everything for a plan among those read.
  public init(_ reading: PlanReading, _ names: Names, plan: Int) throws(DrawingError) {
    self.reading = reading
    self.names = names
    self.plan = plan
    let found = Approach.standard.map { Section(names, plan: plan, $0) }
    sections = found.filter { !$0.proposals.isEmpty || $0.sentences.approach.name == "savings" }
    chapters = [names.chapter(Coverage(names.plans, plan: plan))].compactMap { $0 }
    figures = PlanFigures(names.plans, plan: plan)
    let savings = found.first { $0.sentences.approach.name == "savings" }
    pictures = try Self.draw(
      names, plan: plan, savings?.chosen.map(\.opportunity) ?? [], savings?.agreed ?? [])
  }

  private static func draw(
    _ names: Names, plan: Int, _ opportunities: [Opportunity],
    _ agreed: [(from: NodeID, to: NodeID)]
  ) throws(DrawingError) -> [Picture] {
    let graphviz = Graphviz()
    let breaker = LineBreaker()
    let overview = OverviewView(names, plan: plan, opportunities: Array(opportunities.prefix(12)))
    var pictures: [Picture] = []
    if names.plans.plans[plan].issues.count > 0 {
      pictures.append(
        try fitting(14, graphviz, breaker) { overview.diagram(limit: $0) })
    }
    let views = mainIssues(names.plans, plan: plan)
      .map { SavingsView(names, plan: plan, $0, opportunities: opportunities, agreed: agreed) }
      .filter(\.isTelling)
    for (index, view) in views.prefix(issueLimit).enumerated() {
      let key = "savings-" + (index < 9 ? "0" : "") + String(index + 1)
      pictures.append(
        try fitting(10, graphviz, breaker) { view.diagram(key: key, limit: $0) })
    }
    return pictures
  }

  /// The issues with most activities first; activities that name none come last.
  private static func mainIssues(_ plans: PlanGraph, plan: Int) -> [SavingsView.Scope] {
    let issues = plans.graph.nodes(of: .issue).map { issue in
      (issue: issue, count: SavingsView.activities(plans, plan: plan, .issue(issue)).count)
    }
    let sorted = issues.filter { $0.count > 0 }
      .sorted { ($1.count, $0.issue) < ($0.count, $1.issue) }
      .map { SavingsView.Scope.issue($0.issue) }
    let rest = SavingsView.activities(plans, plan: plan, .withoutIssue)
    return rest.isEmpty ? sorted : sorted + [.withoutIssue]
  }

  /// The picture with most nodes in a column whose text is not too small when it fits the page.
  public static func fitting(
    _ limit: Int, _ graphviz: borrowing Graphviz, _ breaker: borrowing LineBreaker,
    _ diagram: (Int) -> Diagram
  ) throws(DrawingError) -> Picture {
    var limit = limit
    while true {
      let picture = try Picture(of: diagram(limit), graphviz, breaker)
      let size = picture.smallestText(fitting: area.width, area.height)
      if size >= smallestText || limit <= 2 { return picture }
      limit -= limit > 6 ? 2 : 1
    }
  }
}
