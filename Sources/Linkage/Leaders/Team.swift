public import Graphs
import Plans

/// What a team is to cover, and who may be in it.
public struct TeamRequest: Sendable, Equatable {
  /// The issues and places to be covered.
  public var targets: [NodeID]
  /// The number of members; the smallest that covers all where nil.
  public var size: Int?
  /// Leaders who are in it whatever they cover.
  public var included: [NodeID] = []
  /// Leaders who are not asked.
  public var excluded: [NodeID] = []
  /// Who comes into question at all.
  public var filter = LeaderFilter()

  /// A request for the smallest team that covers all of some issues and places.
  public init(targets: [NodeID], size: Int? = nil) {
    self.targets = targets
    self.size = size
  }

  /// All issues that a plan's open work is about, then all its places; ascending.
  public static func allTargets(of network: LeaderNetwork) -> (issues: [NodeID], places: [NodeID]) {
    let graph = network.plans.graph
    let open = graph.nodes(of: .activity, in: network.plan + 1)
      .filter { network.plans.activity($0)?.isOpen == true }
    return (
      Set(open.flatMap(network.issues(of:))).sorted(),
      Array(graph.nodes(of: .place, in: network.plan + 1))
    )
  }
}

/// A few leaders who together stand for many issues and places.
///
/// A leader stands for an issue that the own row names or that work of the leader is about, and for the
/// home and the places of work that the leader leads, unless that is the whole tambon's. The cover is
/// exact where the search ends within its budget of nodes, else the best found with a proven bound.
public struct Team: Sendable, Equatable {
  /// A leader of the team.
  public struct Member: Sendable, Equatable {
    /// The leader.
    public let leader: NodeID
    /// What the leader covers, ascending.
    public let covers: [NodeID]
    /// What nobody else of the team covers, ascending.
    public let alone: [NodeID]
    /// How many activities the leader carries now.
    public let present: Int
  }

  /// The members, by id.
  public let members: [Member]
  /// What they cover, ascending.
  public let covered: [NodeID]
  /// What they leave open, ascending.
  public let uncovered: [NodeID]
  /// What nobody who comes into question covers, ascending; a part of `uncovered`.
  public let beyondAll: [NodeID]
  /// Whether no smaller team covers as much, or none of the size covers more: proven.
  public let isOptimal: Bool
  /// The proven bound: members that any team needs, or targets that any team of the size can cover.
  public let bound: Int
  /// Other teams that do as well, each ascending: a few, those first in which fewest are others.
  public let alternatives: [[NodeID]]

  /// Teams of one size that are looked through for the one that carries least now.
  static let choiceLimit = 60
  /// How long these are looked for.
  static let choiceBudget = SearchBudget(steps: 100_000, seconds: 2)
  /// Alternatives that are kept.
  static let alternativeLimit = 5

  /// The smallest team that covers all issues of open work and all places.
  public init(smallestIn ranking: LeaderRanking) {
    let targets = TeamRequest.allTargets(of: ranking.network)
    self.init(TeamRequest(targets: targets.issues + targets.places), in: ranking)
  }

  /// The team that a request asks for.
  public init(_ request: TeamRequest, in ranking: LeaderRanking) {
    let network = ranking.network
    let excluded = Set(request.excluded)
    let included = Set(request.included)
    let candidates = ranking.measures.filter { measures in
      included.contains(measures.leader)
        || !excluded.contains(measures.leader) && request.filter.grounds(measures, network) != nil
    }
    let targets = Array(Set(request.targets)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, $0) })
    let sets = candidates.map { measures in
      (network.issues(ofLeader: measures.leader) + network.places(of: measures.leader))
        .compactMap { numbers[$0] }.sorted()
    }
    let fixed = candidates.indices.filter { included.contains(candidates[$0].leader) }
    let problem = CoverProblem(itemCount: targets.count, sets: sets)
    let cover =
      request.size.map { problem.maximumCoverage(size: $0, including: fixed) }
      ?? problem.minimum(including: fixed)
    let reachable = Set(sets.joined())
    let isWhole = cover.uncovered.count == targets.count - reachable.count
    let found =
      isWhole && cover.isOptimal
      ? problem.alternatives(
        to: cover, limit: Self.choiceLimit, including: fixed, within: Self.choiceBudget)
      : request.size == nil ? [] : Self.exchanges(in: cover.sets, keeping: Set(fixed), sets)
    let all = ([cover.sets] + found).sorted { left, right in
      Self.order(left, candidates).lexicographicallyPrecedes(Self.order(right, candidates))
    }
    let chosen = all[0]
    let counts = chosen.flatMap { sets[$0] }.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    members = chosen.map { index in
      Member(
        leader: candidates[index].leader, covers: sets[index].map { targets[$0] },
        alone: sets[index].filter { counts[$0] == 1 }.map { targets[$0] },
        present: candidates[index].present.count)
    }
    covered = targets.indices.filter { counts[$0] != nil }.map { targets[$0] }
    uncovered = targets.indices.filter { counts[$0] == nil }.map { targets[$0] }
    beyondAll = targets.indices.filter { !reachable.contains($0) }.map { targets[$0] }
    isOptimal = cover.isOptimal
    bound = request.size == nil ? cover.lowerBound : targets.count - cover.lowerBound
    let others = all.dropFirst().enumerated().map { index, team in
      (changes: Set(team).subtracting(chosen).count, index: index, team: team)
    }
    alternatives = others.sorted { ($0.changes, $0.index) < ($1.changes, $1.index) }
      .prefix(Self.alternativeLimit).map { $0.team.map { candidates[$0].leader } }
  }

  /// Teams that cover as many with one other member.
  private static func exchanges(
    in team: [Int], keeping fixed: Set<Int>, _ sets: [[Int]]
  ) -> [[Int]] {
    let covered = Set(team.flatMap { sets[$0] }).count
    var found: [[Int]] = []
    for member in team where !fixed.contains(member) {
      let rest = team.filter { $0 != member }
      let kept = Set(rest.flatMap { sets[$0] })
      for other in sets.indices where !team.contains(other) && found.count < choiceLimit {
        if kept.union(sets[other]).count == covered { found.append((rest + [other]).sorted()) }
      }
    }
    return found
  }

  /// By what all carry now, then by who they are.
  private static func order(_ team: [Int], _ candidates: [LeaderMeasures]) -> [Int] {
    [team.reduce(0) { $0 + candidates[$1].present.count }] + team
  }
}
