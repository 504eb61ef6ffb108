public import Graphs
import Plans

/// Work that stands in another plan, and the parts here that could do the like.
public struct Pattern: Sendable, Equatable {
  /// The issue that both are about.
  public let issue: NodeID
  /// The fund, the work and the supporter there, where they stand together.
  public let there: Parts
  /// The fund, the work and the supporter here, where they do not yet.
  public let here: Parts
  /// Whether the fund here stands beside the work here already, so that its supporter alone is missing.
  public let hasFund: Bool
  /// Whether the supporter here supports the work here already, so that the fund alone is missing.
  public let hasSupporter: Bool
  /// In how many other plans the like stands.
  public let plans: Int
  /// How near the two plans are, 0 to 1; nil where the plans do not say where they are.
  public let nearness: Double?
  /// How alike the issues of the two plans are, 0 to 1.
  public let likeness: Double

  /// The tie that is missing first: that of the fund, else that of the supporter.
  public var link: (from: NodeID, to: NodeID) {
    (hasFund ? here.mechanism : here.fund, here.activity)
  }

  /// A fund, the work that it stands beside, and who supports it.
  public struct Parts: Sendable, Hashable {
    /// The fund.
    public let fund: NodeID
    /// The work.
    public let activity: NodeID
    /// The supporter.
    public let mechanism: NodeID
  }
}

/// Compares plans: what works there, is missing here, and has all its parts here already.
///
/// A pattern is an issue, a kind of fund that finances work on it, and a supporter of that work, where
/// the work is going on or done. It is missing here where no work on the issue has both; its parts are
/// here where there is a fund of the kind, the supporter, and open work on the issue.
struct ExpansionSearch: Sendable {
  /// What makes patterns of several plans one.
  private struct Key: Hashable {
    let issue: NodeID
    let fundKind: Int32
    let supporter: Int32
  }

  private let plans: PlanGraph
  private let likeness: PlanLikeness
  /// By fund and by mechanism the number of what makes it the same elsewhere; -1 where nothing does.
  private let fundKinds: NumberedWords
  private let supporters: NumberedWords
  /// By plan what stands in it, each with the first work that it stands at.
  private let standing: [[Key: Pattern.Parts]]
  /// The plans in which a pattern stands, ascending.
  private let places: [Key: [Int32]]

  /// - Complexity: O(ties of all plans), on all cores.
  init(_ plans: PlanGraph) {
    self.plans = plans
    likeness = PlanLikeness(plans)
    let fundKinds = NumberedWords(plans.graph.nodes(of: .fund)) { fund in
      (plans.record(of: fund) as? Fund)?.kind.map(MatchKey.name)
    }
    let supporters = NumberedWords(plans.graph.nodes(of: .mechanism)) { Self.supporter($0, plans) }
    (self.fundKinds, self.supporters) = (fundKinds, supporters)
    standing = concurrentMap(plans.plans.count) { plan in
      Self.parts(plans, plan, fundKinds, supporters) { $0.status == .active || $0.status == .done }
    }
    var places: [Key: [Int32]] = [:]
    for (plan, keys) in standing.enumerated() {
      for key in keys.keys { places[key, default: []].append(Int32(plan)) }
    }
    self.places = places
  }

  /// What makes supporters of two plans the same: one shared office, else the agency or, for local
  /// government, its kind.
  private static func supporter(_ node: NodeID, _ plans: PlanGraph) -> String? {
    guard let mechanism = plans.record(of: node) as? Mechanism else { return nil }
    if mechanism.isLocalGovernment { return "local government" }
    if mechanism.isShared { return MatchKey.name(mechanism.name) }
    return mechanism.agency.map(MatchKey.name)
  }

  /// The patterns that a plan could take over, the best first; each kind of pattern once.
  ///
  /// - Complexity: O(plans + patterns whose parts are here · parts).
  func patterns(for plan: Int) -> [(plan: Int, score: Double, pattern: Pattern)] {
    let own = OwnParts(plans, plan, fundKinds, supporters)
    // What stands here in any state is not missing, though it may have stopped.
    let known = Self.parts(plans, plan, fundKinds, supporters) { _ in true }
    var nearest = likeness.nearest(to: plan)
    var found: [(plan: Int, score: Double, pattern: Pattern)] = []
    for (issue, work) in own.work {
      for (fundKind, funds) in own.funds {
        for (supporter, supporters) in own.supporters {
          let key = Key(issue: issue, fundKind: fundKind, supporter: supporter)
          guard known[key] == nil, let others = places[key],
            let (other, score) = nearest.best(of: others, where: { standing[$0][key] != nil }),
            let there = standing[other][key],
            let here = parts(work, funds, supporters, like: there.activity)
          else { continue }
          found.append(
            (other, score, pattern(issue, there, here, plans: others.count, plan, other)))
        }
      }
    }
    return found.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.pattern.order < $1.pattern.order
    }
  }

  private func pattern(
    _ issue: NodeID, _ there: Pattern.Parts, _ here: Pattern.Parts, plans count: Int, _ plan: Int,
    _ other: Int
  ) -> Pattern {
    Pattern(
      issue: issue, there: there, here: here,
      hasFund: plans.neighbours(of: here.activity, .finances, .backward).contains(here.fund),
      hasSupporter: plans.neighbours(of: here.activity, .supports, .backward)
        .contains(here.mechanism),
      plans: count, nearness: likeness.nearness(plan, other),
      likeness: likeness.ofIssues(plan, other))
  }

  /// The parts of a pattern in a plan where it is missing: the work most like that there, and of it
  /// those that are nearest to one another.
  private func parts(
    _ work: [OwnParts.Work], _ funds: [OwnParts.Located], _ supporters: [NodeID],
    like there: NodeID
  ) -> Pattern.Parts? {
    let issues = Set(plans.neighbours(of: there, .about, .forward))
    var best: (value: Int, parts: Pattern.Parts)?
    for item in work {
      let shared = 3 * item.issues.count(where: issues.contains)
      for fund in funds {
        let near = !fund.places.isDisjoint(with: item.places)
        let byFund = (item.funds.contains(fund.node) ? 4 : 0) + (near ? 2 : 0)
        for mechanism in supporters {
          let value =
            shared + byFund + (item.supporters.contains(mechanism) ? 4 : 0)
            + (item.funds.isEmpty ? 1 : 0)
          let parts = Pattern.Parts(
            fund: fund.node, activity: item.activity, mechanism: mechanism)
          // Of equal ones the first by id.
          if let best, best.value > value || best.value == value && best.parts.order < parts.order {
            continue
          }
          best = (value, parts)
        }
      }
    }
    return best?.parts
  }

  /// What stands in a plan, each with the first work by id.
  private static func parts(
    _ plans: PlanGraph, _ plan: Int, _ fundKinds: NumberedWords, _ supporters: NumberedWords,
    where isWanted: (Activity) -> Bool
  ) -> [Key: Pattern.Parts] {
    var found: [Key: Pattern.Parts] = [:]
    for activity in plans.graph.nodes(of: .activity, in: plan + 1) {
      guard let record = plans.activity(activity), isWanted(record) else { continue }
      let funds = plans.neighbours(of: activity, .finances, .backward)
      let mechanisms = plans.neighbours(of: activity, .supports, .backward)
      if funds.isEmpty || mechanisms.isEmpty { continue }
      for issue in plans.neighbours(of: activity, .about, .forward) {
        for fund in funds {
          guard let kind = fundKinds[fund] else { continue }
          for mechanism in mechanisms {
            guard let supporter = supporters[mechanism] else { continue }
            let key = Key(issue: issue, fundKind: kind, supporter: supporter)
            if found[key] == nil {
              found[key] = .init(fund: fund, activity: activity, mechanism: mechanism)
            }
          }
        }
      }
    }
    return found
  }
}

extension Pattern {
  fileprivate var order: (NodeID, NodeID, NodeID, NodeID) {
    (issue, here.activity, here.fund, here.mechanism)
  }
}

extension Pattern.Parts {
  fileprivate var order: (NodeID, NodeID, NodeID) { (activity, fund, mechanism) }
}

/// The parts that a plan has of its own: open work by issue, funds by kind, supporters by what makes
/// them the same elsewhere.
private struct OwnParts {
  struct Work {
    let activity: NodeID
    let issues: [NodeID]
    let funds: [NodeID]
    let supporters: [NodeID]
    let places: Set<NodeID>
  }

  struct Located {
    let node: NodeID
    let places: Set<NodeID>
  }

  private(set) var work: [NodeID: [Work]] = [:]
  private(set) var funds: [Int32: [Located]] = [:]
  private(set) var supporters: [Int32: [NodeID]] = [:]

  init(
    _ plans: PlanGraph, _ plan: Int, _ fundKinds: NumberedWords, _ supporterWords: NumberedWords
  ) {
    for activity in plans.graph.nodes(of: .activity, in: plan + 1)
    where plans.activity(activity)?.isOpen == true {
      let item = Work(
        activity: activity, issues: plans.neighbours(of: activity, .about, .forward),
        funds: plans.neighbours(of: activity, .finances, .backward),
        supporters: plans.neighbours(of: activity, .supports, .backward),
        places: Set(plans.neighbours(of: activity, .locatedIn, .forward)))
      for issue in item.issues { work[issue, default: []].append(item) }
    }
    for fund in plans.graph.nodes(of: .fund, in: plan + 1) {
      guard let kind = fundKinds[fund] else { continue }
      funds[kind, default: []].append(
        Located(node: fund, places: Set(plans.neighbours(of: fund, .locatedIn, .forward))))
    }
    for index in plans.plans[plan].mechanisms.indices {
      let node = plans.node(of: NodeReference(plan: plan, kind: .mechanism, index: index))
      if let word = supporterWords[node] { supporters[word, default: []].append(node) }
    }
  }
}

/// For each node of a kind the number of a word, equal for equal words.
private struct NumberedWords: Sendable {
  private let first: Int
  private let numbers: [Int32]

  init(
    _ nodes: some RandomAccessCollection<NodeID>, _ word: @Sendable (NodeID) -> String?
  ) {
    let first = nodes.first?.index ?? 0
    self.first = first
    let words = concurrentMap(nodes.count, grain: 512) { word(NodeID(first + $0)) }
    var known: [String: Int32] = [:]
    numbers = words.map { word in
      guard let word else { return -1 }
      if let number = known[word] { return number }
      let next = Int32(known.count)
      known[word] = next
      return next
    }
  }

  subscript(node: NodeID) -> Int32? {
    let number = numbers[node.index - first]
    return number < 0 ? nil : number
  }
}
