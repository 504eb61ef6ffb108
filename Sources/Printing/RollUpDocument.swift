import Graphs
import Linkage
import Plans
import Words

/// `summary.json`: the figures of many plans, in all, by place, by issue and one by one.
struct RollUpDocument: Encodable {
  struct Sum: Encodable {
    @OrNull var sum: Double?
    let known: Int
    let of: Int
  }

  struct Lack: Encodable {
    let count: Int
    let known: Int
  }

  struct Capital: Encodable {
    @OrNull var own: Double?
    @OrNull var total: Double?
    @OrNull var share: Double?
    let known: Int
    let of: Int
  }

  /// Figures; a kind that no plan has a table of is null, since it is not known.
  struct Figures: Encodable {
    let plans: Int
    let counts: [String: Int?]
    let states: [String: Int]
    let open: Int
    let withoutFund: Lack
    let withoutLeader: Lack
    let fundable: Int
    let adopted: Int
    let savings: Sum
    let budget: Sum
    let capital: Capital
    let proposals: [String: Int]

    enum CodingKeys: String, CodingKey {
      case plans, counts, states, open, fundable, adopted, savings, budget, capital, proposals
      case withoutFund = "without_fund"
      case withoutLeader = "without_leader"
    }
  }

  struct Group: Encodable {
    @OrNull var name: String?
    @OrNull var within: String?
    let spellings: [String]
    let plans: [String]
    let figures: Figures
  }

  struct Issue: Encodable {
    @OrNull var name: String?
    let plans: Int
    let open: Int
    let withoutFund: Lack
    let fundable: Int

    enum CodingKeys: String, CodingKey {
      case name, plans, open, fundable
      case withoutFund = "without_fund"
    }
  }

  struct PlanFigures: Encodable {
    let id: String
    let name: String
    let figures: Figures
  }

  let total: Figures
  let regions: [Group]
  let provinces: [Group]
  let amphoes: [Group]
  let issues: [Issue]
  let plans: [PlanFigures]
  /// Plans that no figure counts, since too little of them can be read.
  let leftOut: [String]

  enum CodingKeys: String, CodingKey {
    case total, regions, provinces, amphoes, issues, plans
    case leftOut = "left_out"
  }

  init(_ sentences: RollUpSentences, leftOut: [Int]) {
    let rollUp = sentences.rollUp
    func groups(_ groups: [RollUp.Group]) -> [Group] {
      groups.map { group in
        Group(
          name: group.name.map { _ in sentences.name(of: group) },
          within: group.within.map { _ in sentences.surroundings(of: group) },
          spellings: sentences.spellings(of: group),
          plans: group.plans.map { sentences.id(of: $0) }, figures: Figures(group.figures))
      }
    }
    total = Figures(rollUp.whole)
    regions = groups(rollUp.regions)
    provinces = groups(rollUp.provinces)
    amphoes = groups(rollUp.amphoes)
    issues = rollUp.issues.map { issue in
      Issue(
        name: issue.key.map { _ in sentences.name(of: issue) }, plans: issue.work.plans,
        open: issue.work.open, withoutFund: Lack(issue.work.withoutFund),
        fundable: issue.work.fundable)
    }
    plans = rollUp.tallies.map { tally in
      PlanFigures(
        id: sentences.id(of: tally.plan), name: sentences.title(of: tally.plan),
        figures: Figures(tally.figures))
    }
    self.leftOut = leftOut.map { sentences.id(of: $0) }
  }
}

extension RollUpDocument.Lack {
  fileprivate init(_ lack: Tally.Lack) { self.init(count: lack.count, known: lack.known) }
}

extension RollUpDocument.Figures {
  fileprivate init(_ tally: Tally) {
    plans = tally.plans
    counts = Dictionary(
      uniqueKeysWithValues: NodeKind.all.dropFirst().filter { $0 != .issue }.map {
        ($0.word, tally.count(of: $0))
      })
    states = Dictionary(
      uniqueKeysWithValues: tally.states.map { ($0?.rawValue ?? "unknown", $1) })
    open = tally.open
    withoutFund = .init(tally.withoutFund)
    withoutLeader = .init(tally.withoutLeader)
    fundable = tally.fundable
    adopted = tally.adopted
    savings = .init(sum: tally.savings.sum, known: tally.savings.known, of: tally.savings.total)
    budget = .init(sum: tally.budget.sum, known: tally.budget.known, of: tally.budget.total)
    capital = .init(
      own: tally.capital.own, total: tally.capital.total, share: tally.capital.share,
      known: tally.capital.known, of: tally.capital.activities)
    proposals = tally.proposals
  }
}
