import Linkage
public import Plans
public import Words

/// What is found in all plans that were read together; the meetings on single plans take from it.
public struct Findings: Sendable {
  /// The names under which everything appears.
  public let names: Names
  /// The day that years and terms are reckoned by.
  public let day: PlanDate
  let searches: [OpportunitySearch]
  let exchange: Exchange
  let selfReliance: SelfRelianceSurvey

  /// Makes the searches of the standard approaches ready, and matches offers with needs.
  public init(_ names: Names, asOf day: PlanDate = .today) {
    self.names = names
    self.day = day
    searches = Approach.standard.map { OpportunitySearch(names.plans, $0) }
    exchange = Exchange(names.plans)
    selfReliance = SelfRelianceSurvey(names.plans)
  }

  /// The chapters on a plan that are for everybody, in the order of the paper.
  func chapters(on plan: Int) -> [Chapter] {
    [
      names.chapter(Coverage(names.plans, plan: plan)),
      LeaderChapters(names, plan: plan, asOf: day).leaders,
      StrengthChapters(names).strength(plan: plan), StrengthChapters(names).forum(plan: plan),
      ExchangeSentences(names).chapter(exchange, plan: plan),
      SelfRelianceSentences(names).chapter(selfReliance, plan: plan),
      IntegrationSentences(names).chapter(Integration(names.plans, plan: plan)),
    ].compactMap(\.self)
  }

  /// The charts on a plan, by the key of the chapter that each stands in.
  func charts(on plan: Int) -> [String: BarChart] {
    var charts: [String: BarChart] = [:]
    charts["self-reliance"] = .selfReliance(
      selfReliance, plan: plan, SelfRelianceSentences(names))
    return charts
  }
}
