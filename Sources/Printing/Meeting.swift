public import Drawing
import Graphs
public import Linkage
public import Plans
public import Words

/// All that is printed for one meeting on one plan.
public struct Meeting: Sendable {
  /// An opportunity with the paths that speak for it.
  public struct Proposal: Sendable {
    /// The opportunity.
    public let opportunity: Opportunity
    /// The paths, the largest share first.
    public let evidence: [Evidence]

    init(_ opportunity: Opportunity, _ evidence: [Evidence]) {
      self.opportunity = opportunity
      self.evidence = evidence
    }
  }

  /// Proposals on the meeting's table: more than a meeting can talk through are not printed.
  static let tableLimit = 40
  /// Proposals in the workbook, the page and the findings, the best ones; all are counted.
  static let proposalLimit = 1_000
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
  /// The approach.
  public let approach: Approach
  /// What was found, best first; past a thousand the rest is only counted.
  public let proposals: [Proposal]
  /// How many were found.
  public let proposalCount: Int
  /// Those of `proposals` that are printed: for each activity the best one or two.
  public let chosen: [Proposal]
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
    approach = .savings
    let search = OpportunitySearch(names.plans, approach)
    let all = search.opportunities(in: plan)
    let kept = Array(all.prefix(Self.proposalLimit))
    proposalCount = all.count
    proposals = zip(kept, search.evidence(for: kept)).map(Proposal.init)
    let selection = Set(Self.selection(of: kept).map(\.rank))
    chosen = proposals.filter { selection.contains($0.opportunity.rank) }
    figures = PlanFigures(names.plans, plan: plan)
    pictures = try Self.draw(names, plan: plan, chosen.map(\.opportunity))
  }

  /// What a meeting has time for: for each activity without a fund its best proposal first, then
  /// their second, then the best for each other activity, until the table is full.
  ///
  /// - Returns: At most forty opportunities, by rank; all where there are no more.
  public static func selection(of opportunities: [Opportunity]) -> [Opportunity] {
    guard opportunities.count > tableLimit else { return opportunities }
    var counts: [NodeID: Int] = [:]
    var rounds: [[Opportunity]] = [[], [], []]
    for opportunity in opportunities {
      counts[opportunity.to, default: 0] += 1
      switch (counts[opportunity.to] ?? 0, opportunity.effect.isFirstFund) {
      case (1, true): rounds[0].append(opportunity)
      case (2, true): rounds[1].append(opportunity)
      case (1, false): rounds[2].append(opportunity)
      default: break
      }
    }
    return rounds.joined().prefix(tableLimit).sorted { $0.rank < $1.rank }
  }

  private static func draw(
    _ names: Names, plan: Int, _ opportunities: [Opportunity]
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
      .map { SavingsView(names, plan: plan, $0, opportunities: opportunities) }
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
