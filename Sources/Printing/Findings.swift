import Drawing
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

  /// The leaders of a plan, ranked.
  func leaders(of plan: Int) -> MeetingLeaders {
    let ranking = LeaderRanking(names.plans, plan: plan, asOf: day)
    return MeetingLeaders(ranking: ranking, team: Team(smallestIn: ranking))
  }

  /// The chapters on a plan that are for everybody, in the order of the paper.
  func chapters(on plan: Int, _ leaders: MeetingLeaders) -> [Chapter] {
    let strength = StrengthChapters(names)
    return [
      names.chapter(Coverage(names.plans, plan: plan)),
      leaders.chapters(under: names, asOf: day).leaders,
      strength.strength(plan: plan), strength.forum(plan: plan),
      ExchangeSentences(names).chapter(exchange, plan: plan),
      SelfRelianceSentences(names).chapter(selfReliance, plan: plan),
      IntegrationSentences(names).chapter(Integration(names.plans, plan: plan)),
    ].compactMap(\.self)
  }

  /// The charts on a plan, by the key of the chapter that each stands in.
  ///
  /// - Returns: The same of fewer and fewer rows, for what is left of a page.
  func charts(on plan: Int) -> [String: [BarChart]] {
    let sentences = SelfRelianceSentences(names)
    let charts = [6, 5, 4, 3].compactMap {
      BarChart.selfReliance(selfReliance, plan: plan, sentences, limit: $0)
    }
    return charts.isEmpty ? [:] : ["self-reliance": charts]
  }
}

/// The leaders of one plan and their smallest team: reckoned once for chapters, officer and pictures.
struct MeetingLeaders: Sendable {
  let ranking: LeaderRanking
  let team: Team

  func chapters(under names: Names, asOf day: PlanDate) -> LeaderChapters {
    LeaderChapters(names, ranking, team: team, asOf: day)
  }
}
