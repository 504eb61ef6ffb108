public import Graphs
import Linkage
import Plans
public import Words

/// The one list of what is drawn of a plan: for a command one view, for a meeting all of them.
public struct ViewSheets: Sendable {
  /// Proposals on the overview at most: its lines bear several numbers each.
  private static let overviewLimit = 12

  private let names: Names
  private let plan: Int
  private let sources: ViewSources

  /// The sheets of a plan among those read.
  public init(_ names: Names, plan: Int, _ sources: ViewSources) {
    self.names = names
    self.plan = plan
    self.sources = sources
  }

  /// The sheets of a view; nil where there is nothing to draw.
  ///
  /// - Parameters:
  ///   - issue: Only work on this issue, for a view that takes one.
  ///   - focus: Only what has to do with this node, for a view that takes one.
  ///   - paths: What holds two nodes together, for the view of paths.
  public func series(
    of view: View, issue: NodeID? = nil, focus: NodeID? = nil, paths: [Path] = []
  ) -> SheetSeries? {
    switch view {
    case .overview: overview()
    case .savings: savings(issue.map { .issue($0) } ?? .all, focus: focus)
    case .hub: hub(focus)
    case .adoption: proposals(.adoption, .adoption, .adoption)
    case .expansion: expansion()
    case .leads: proposals(.leads, .leaders, .leads)
    case .partners: proposals(.partners, .partners, .partners)
    case .leaders: leaders()
    case .team: team()
    case .strength: strength()
    case .forum: forum(focus)
    case .exchange: exchange()
    case .exchangeRings: exchangeRings()
    case .coverage: coverage()
    case .ownCapital: ownCapital()
    case .path: path(paths)
    case .network: network(issue, focus)
    }
  }

  /// The sheets of a meeting in the order of its paper: of savings those of each issue; what has nothing
  /// to draw is left out, and so are paths and the network, which nobody has asked for.
  public func meeting() -> [SheetSeries] {
    View.allCases.flatMap { view -> [SheetSeries] in
      switch view {
      case .savings: savingsByIssue()
      case .path, .network: []
      default: [series(of: view)].compactMap(\.self)
      }
    }
  }

  private func overview() -> SheetSeries? {
    guard !names.plans.plans[plan].issues.isEmpty else { return nil }
    let drawn = sources.proposals(.savings).table.prefix(Self.overviewLimit)
    let view = OverviewView(names, plan: plan, opportunities: Array(drawn))
    return SheetSeries(.overview) { [view.diagram(limit: $0)] }
  }

  private func savings(_ scope: SavingsView.Scope, focus: NodeID?) -> SheetSeries? {
    let proposals = sources.proposals(.savings)
    // A single node shows all of its own.
    let view = SavingsView(
      names, plan: plan, scope, focus: focus,
      opportunities: focus == nil ? proposals.table : proposals.all, agreed: proposals.agreed)
    return view.isTelling ? SheetSeries(.savings) { view.diagrams(limit: $0) } : nil
  }

  /// The issues with most activities first; activities that name none come last.
  private func savingsByIssue() -> [SheetSeries] {
    let proposals = sources.proposals(.savings)
    let plans = names.plans
    let issues = plans.graph.nodes(of: .issue).map { issue in
      (issue: issue, count: SavingsView.activities(plans, plan: plan, .issue(issue)).count)
    }
    let scopes =
      issues.filter { $0.count > 0 }.sorted { ($1.count, $0.issue) < ($0.count, $1.issue) }
      .map { SavingsView.Scope.issue($0.issue) } + [.withoutIssue]
    let views = scopes.map {
      SavingsView(
        names, plan: plan, $0, opportunities: proposals.table, agreed: proposals.agreed)
    }
    return views.filter(\.isTelling).enumerated().map { index, view in
      let key = "savings-" + (index < 9 ? "0" : "") + String(index + 1)
      return SheetSeries(.savings) { view.diagrams(key: key, limit: $0) }
    }
  }

  private func hub(_ focus: NodeID?) -> SheetSeries? {
    let proposals = sources.proposals(.hub)
    guard
      let fund = focus
        ?? HubView.fund(names.plans, plan: plan, opportunities: proposals.all)
    else { return nil }
    let view = HubView(
      names, plan: plan, fund: fund, opportunities: proposals.all, agreed: proposals.agreed)
    return view.isTelling ? SheetSeries(.hub) { view.diagrams(limit: $0) } : nil
  }

  private func proposals(
    _ of: View, _ approach: ApproachName, _ subject: ProposalSubject
  ) -> SheetSeries? {
    let proposals = sources.proposals(approach)
    let view = ProposalView(
      names, plan: plan, subject, opportunities: proposals.table, agreed: proposals.agreed)
    return view.isTelling ? SheetSeries(of) { view.diagrams(limit: $0) } : nil
  }

  private func expansion() -> SheetSeries? {
    guard names.plans.plans.count > 1 else { return nil }
    let view = ExpansionView(
      names, plan: plan, opportunities: sources.proposals(.expansion).table)
    return view.isTelling ? SheetSeries(.expansion) { view.diagrams(limit: $0) } : nil
  }

  private func leaders() -> SheetSeries? {
    let view = LeadersView(names, sources.leaders().ranking)
    return view.isTelling ? SheetSeries(.leaders) { [view.diagram(limit: $0)] } : nil
  }

  private func team() -> SheetSeries? {
    let found = sources.leaders()
    guard !found.team.covered.isEmpty else { return nil }
    let view = TeamView(names, found.ranking.network, found.team)
    return SheetSeries(.team) { [view.diagram(limit: $0)] }
  }

  private func strength() -> SheetSeries? {
    let view = StrengthView(names, plan: plan, StrengthRanking.all(names.plans, in: plan))
    return view.isTelling
      ? SheetSeries(.strength, charts: { view.charts(limit: $0) }, names.language) : nil
  }

  private func forum(_ focus: NodeID?) -> SheetSeries? {
    let found = sources.proposals(.forum)
    let proposals = found.all.filter { opportunity in
      focus.map { opportunity.from == $0 || opportunity.to == $0 } ?? true
    }
    let view = ForumView(
      names, plan: plan, opportunities: proposals,
      table: Set(found.table.map(\.rank)))
    return view.isTelling ? SheetSeries(.forum) { view.diagrams(limit: $0) } : nil
  }

  private func exchange() -> SheetSeries? {
    let view = ExchangeView(
      names, plan: plan, sources.exchange(), table: sources.proposals(.exchange).table)
    return view.isTelling ? SheetSeries(.exchange) { view.diagrams(limit: $0) } : nil
  }

  private func exchangeRings() -> SheetSeries? {
    let view = ExchangeView(names, plan: plan, sources.exchange())
    return view.hasRings ? SheetSeries(.exchangeRings) { view.ringDiagrams(limit: $0) } : nil
  }

  private func coverage() -> SheetSeries? {
    let view = CoverageView(names, plan: plan, Coverage(names.plans, plan: plan))
    return view.isTelling
      ? SheetSeries(.coverage, charts: { view.charts(limit: $0) }, names.language) : nil
  }

  private func ownCapital() -> SheetSeries? {
    let view = OwnCapitalView(names, plan: plan, sources.selfReliance())
    return view.charts(limit: 1).isEmpty
      ? nil : SheetSeries(.ownCapital, charts: { view.charts(limit: $0) }, names.language)
  }

  private func path(_ paths: [Path]) -> SheetSeries? {
    let view = PathView(names, paths)
    return view.isTelling ? SheetSeries(.path) { view.diagrams(limit: $0) } : nil
  }

  /// The whole network of a plan as one sheet, which takes a wall; nil where nothing is tied.
  public func wholeNetwork(issue: NodeID? = nil, focus: NodeID? = nil) -> SheetSeries? {
    let view = NetworkView(names, plan: plan, issue: issue, focus: focus)
    return view.isTelling ? SheetSeries(.network) { _ in [view.wholeDiagram()] } : nil
  }

  private func network(_ issue: NodeID?, _ focus: NodeID?) -> SheetSeries? {
    let view = NetworkView(names, plan: plan, issue: issue, focus: focus)
    return view.isTelling ? SheetSeries(.network) { view.diagrams(limit: $0) } : nil
  }
}
