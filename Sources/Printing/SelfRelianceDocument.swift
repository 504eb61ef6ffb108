import Graphs
public import Linkage
import Plans
public import Words

/// How far some work stands on the community's own capital, as `self-reliance` prints it.
///
/// `own`, `total` and `share` are money: the community's part of the budgets, over the activities where
/// both are known. `share_with_links` is work, not money, since nobody knows what links would bring in
/// baht: the share of the open activities that would have a community fund beside them if what meetings
/// agreed on and what `links` proposes were taken up; beside it stands `share_with_funds`, the same
/// share now.
public struct SelfRelianceDocument: Encodable, Sendable {
  struct Scope: Encodable, Sendable {
    /// `plan`, `issue`, `no_issue`, `place`, `several_places` or `no_place`.
    let kind: String
    /// The id of the plan, issue or place; null where the scope is what has none.
    @OrNull var id: String?
    let name: String
    let plan: String
    /// The year of the plan, Common Era.
    @OrNull var year: Int?
  }

  struct Debt: Encodable, Sendable {
    @OrNull var debt: Double?
    @OrNull var assets: Double?
    @OrNull var ratio: Double?
    let known: Int
    let funds: Int
  }

  struct Work: Encodable, Sendable {
    let open: Int
    let withFund: Int
    let withAgreed: Int
    let withLinks: Int
    let onlyDoubtful: Int

    enum CodingKeys: String, CodingKey {
      case open
      case withFund = "with_fund"
      case withAgreed = "with_agreed"
      case withLinks = "with_links"
      case onlyDoubtful = "only_doubtful"
    }
  }

  let scope: Scope
  @OrNull var own: Double?
  @OrNull var total: Double?
  @OrNull var share: Double?
  @OrNull var shareWithFunds: Double?
  @OrNull var shareWithLinks: Double?
  /// What `share_with_links` and `share_with_funds` are shares of; `share` is of money.
  let shareWithLinksOf = "open_work"
  let activities: Int
  let known: Int
  let contradictory: [NodeDocument]
  /// Why there is no share: `no_work`, `nothing_known`, `zero_budget`, `contradictory`; null else.
  @OrNull var unknown: String?
  let modes: [String: Int]
  let debt: Debt
  let work: Work
  let explanation: String

  enum CodingKeys: String, CodingKey {
    case scope, own, total, share, activities, known, contradictory, unknown, modes, debt, work
    case explanation
    case shareWithFunds = "share_with_funds"
    case shareWithLinks = "share_with_links"
    case shareWithLinksOf = "share_with_links_of"
  }

  /// A figure in a document.
  public init(_ figure: SelfReliance, _ sentences: SelfRelianceSentences) {
    let names = sentences.names
    scope = Scope(figure, sentences)
    _own = OrNull(wrappedValue: figure.own)
    _total = OrNull(wrappedValue: figure.total)
    _share = OrNull(wrappedValue: figure.share)
    _shareWithFunds = OrNull(wrappedValue: figure.reach.share)
    _shareWithLinks = OrNull(wrappedValue: figure.reach.shareWithLinks)
    activities = figure.activities.count
    known = figure.known
    contradictory = figure.contradictory.map { NodeDocument($0, names) }
    _unknown = OrNull(wrappedValue: figure.unknown?.word)
    modes = Dictionary(uniqueKeysWithValues: figure.modes.map { ($0.rawValue, $1) })
    debt = Debt(
      debt: figure.debt.debt, assets: figure.debt.assets, ratio: figure.debt.ratio,
      known: figure.debt.known, funds: figure.debt.funds)
    work = Work(
      open: figure.reach.open, withFund: figure.reach.now, withAgreed: figure.reach.withAgreed,
      withLinks: figure.reach.withProposed, onlyDoubtful: figure.reach.onlyDoubtful)
    explanation = sentences.sentence(figure)
  }
}

extension SelfRelianceDocument.Scope {
  fileprivate init(_ figure: SelfReliance, _ sentences: SelfRelianceSentences) {
    let names = sentences.names
    let plan = names.plans.plans[figure.plan]
    switch figure.scope {
    case .plan:
      kind = "plan"
      _id = OrNull(wrappedValue: plan.id)
    case .issue(let node):
      kind = "issue"
      _id = OrNull(wrappedValue: names.id(of: node))
    case .place(let node):
      kind = "place"
      _id = OrNull(wrappedValue: names.id(of: node))
    case .withoutIssue:
      kind = "no_issue"
      _id = OrNull(wrappedValue: nil)
    case .severalPlaces:
      kind = "several_places"
      _id = OrNull(wrappedValue: nil)
    case .withoutPlace:
      kind = "no_place"
      _id = OrNull(wrappedValue: nil)
    }
    name = sentences.name(of: figure)
    self.plan = plan.id
    _year = OrNull(wrappedValue: plan.year?.year)
  }
}

extension SelfReliance.Unknown {
  fileprivate var word: String {
    switch self {
    case .noWork: "no_work"
    case .nothingKnown: "nothing_known"
    case .zeroBudget: "zero_budget"
    case .contradictory: "contradictory"
    }
  }
}
