import Glibc
import Graphs
public import Plans

/// How well a way of ranking finds ties that were hidden from it.
public struct Evaluation: Sendable, Equatable {
  /// A mean over the seeds, and its spread.
  public struct Figure: Sendable, Equatable {
    /// The mean.
    public let mean: Double
    /// The standard deviation over the seeds; 0 for one.
    public let spread: Double

    init(_ values: [Double]) {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / max(count, 1)
      self.mean = mean
      spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count, 1)).squareRoot()
    }
  }

  /// The name of the approach.
  public let approach: String
  /// What ranks: the approach itself, or a plain baseline.
  public let method: Method
  /// The share of hidden ties that come back among the first ten.
  public let hitsAt10: Figure
  /// The mean of 1 / rank of the hidden ties.
  public let meanReciprocalRank: Figure
  /// The mean over the reached nodes of the average precision of their hidden ties.
  public let averagePrecision: Figure
  /// The same, for ties that no twin gives away: another node alike in all that shows the tie.
  public let withoutTwins: (hitsAt10: Figure, meanReciprocalRank: Figure)?
  /// How many ties were hidden at a time.
  public let hidden: Int
  /// How many times ties were hidden.
  public let seeds: Int

  /// What ranks.
  public enum Method: Sendable, Equatable {
    case approach
    case baseline(Baseline)
  }

  /// Compares figures; twins aside.
  public static func == (left: Evaluation, right: Evaluation) -> Bool {
    (left.approach, left.hidden, left.seeds) == (right.approach, right.hidden, right.seeds)
      && left.method == right.method && left.hitsAt10 == right.hitsAt10
      && left.meanReciprocalRank == right.meanReciprocalRank
      && left.averagePrecision == right.averagePrecision
  }
}

/// Hides a share of the known ties, ranks without them, and sees which come back.
///
/// Each hidden tie's reached node ranks all nodes that are not visibly tied to it; equal ones share
/// the mean of their ranks. The weights are fitted to the visible ties alone.
public struct Evaluator: Sendable {
  private let plans: PlanGraph
  private let approach: Approach

  /// An evaluator of an approach that is measured by paths or by neighbours.
  public init(_ plans: PlanGraph, _ approach: Approach) {
    self.plans = plans
    self.approach = approach
  }

  /// The figures of the approach and of the baselines; empty where there is nothing to hide.
  ///
  /// - Parameters:
  ///   - share: The share of the ties that is hidden, 0 to 1; one tie at least.
  ///   - seeds: The seeds of the shuffles that choose which.
  /// - Complexity: O(seeds · walks of all metapaths).
  public func evaluate(hiding share: Double, seeds: Range<UInt64>) -> [Evaluation] {
    let table = FeatureTable(plans.graph, approach, comparing: nil)
    let ties = (1...max(plans.plans.count, 1)).flatMap { part in
      table.ties(of: part).map { HiddenTie(from: $0.from, to: $0.to, part: part) }
    }
    guard approach.measure == .paths, ties.count > 1 else { return [] }
    let count = min(ties.count - 1, max(1, Int((share * Double(ties.count)).rounded())))
    let methods: [Evaluation.Method] = [.approach] + Baseline.allCases.map { .baseline($0) }
    let trials = seeds.map { seed in
      trial(Array(HiddenTie.shuffled(ties, seed: seed).prefix(count)), methods)
    }
    return methods.indices.map { index in
      let own = trials.map { $0[index] }
      let single = own.map(\.withoutTwins).filter { !$0.isEmpty }
      return Evaluation(
        approach: approach.name, method: methods[index],
        hitsAt10: .init(own.map { Ranks.hits($0.all) }),
        meanReciprocalRank: .init(own.map { Ranks.reciprocal($0.all) }),
        averagePrecision: .init(own.map(\.precision)),
        withoutTwins: single.isEmpty
          ? nil
          : (.init(single.map(Ranks.hits)), .init(single.map(Ranks.reciprocal))),
        hidden: count, seeds: trials.count)
    }
  }

  /// The ranks of hidden ties by each method.
  private func trial(
    _ hidden: [HiddenTie], _ methods: [Evaluation.Method]
  ) -> [Ranks] {
    let gone = Set(hidden.map(\.pair))
    let kind = approach.proposes.edgeKind
    let graph = plans.graph.removing { type, from, to in
      type.kind == kind && (gone.contains([from, to]) || gone.contains([to, from]))
    }
    let table = FeatureTable(graph, approach, comparing: plans)
    let byPart = Dictionary(grouping: hidden, by: \.part).sorted { $0.key < $1.key }
    let neighbourhoods = byPart.map { Neighbourhoods(graph, part: $0.key, apart: []) }
    let twins = Set(hidden.filter { Twins(graph, table).give($0) }.map(\.pair))
    return methods.map { method in
      var ranks = Ranks()
      for ((part, own), near) in zip(byPart, neighbourhoods) {
        let scores: Scores =
          switch method {
          case .approach: .init(table, part)
          case .baseline(let baseline):
            .init(
              BaselineScores(
                graph, near, part: part, baseline, proposed: kind ?? EdgeKind(rawValue: 0)))
          }
        ranks.add(own, table, part, scores, twins)
      }
      return ranks
    }
  }
}

/// A tie that is hidden for a while.
struct HiddenTie: Sendable {
  let from: NodeID
  let to: NodeID
  let part: Int

  var pair: [NodeID] { [from, to] }

  /// The ties in an order that a seed chooses (Fisher–Yates with SplitMix64).
  static func shuffled(_ ties: [HiddenTie], seed: UInt64) -> [HiddenTie] {
    var ties = ties
    var random = SplitMix64(seed: seed)
    for index in ties.indices.reversed() where index > 0 {
      ties.swapAt(index, Int(random.next() % UInt64(index + 1)))
    }
    return ties
  }
}

/// What all nodes score for one that they could be tied to.
private enum Scores {
  case model(FeatureTable, PathModel)
  case baseline(BaselineScores)

  init(_ table: FeatureTable, _ part: Int) { self = .model(table, table.model(of: part)) }

  init(_ baseline: BaselineScores) { self = .baseline(baseline) }

  func scores(for target: NodeID, in part: Int, of kind: NodeKind) -> [NodeID: Double] {
    switch self {
    case .model(let table, let model): table.scores(for: target, in: part, model)
    case .baseline(let scores): scores.scores(for: target, of: kind)
    }
  }
}

extension FeatureTable {
  /// The scores of all nodes for one that they could be tied to; those of 0 left out.
  func scores(for target: NodeID, in part: Int, _ model: PathModel) -> [NodeID: Double] {
    withRows { row, near, memory in
      fill(&row, &near, &memory, from: target, within: part)
      var scores: [NodeID: Double] = [:]
      for index in 0..<row.count {
        scores[row.end(index)] = approach.metaPaths.indices.reduce(0) {
          $0 + model.value(paths(row, index, along: $1).weight, along: $1)
        }
      }
      return scores
    }
  }
}

/// The ranks at which hidden ties came back.
private struct Ranks {
  var all: [Double] = []
  var withoutTwins: [Double] = []
  private var byTarget: [NodeID: [Double]] = [:]

  static func hits(_ ranks: [Double]) -> Double {
    Double(ranks.filter { $0 <= 10 }.count) / Double(max(ranks.count, 1))
  }

  static func reciprocal(_ ranks: [Double]) -> Double {
    ranks.reduce(0) { $0 + 1 / $1 } / Double(max(ranks.count, 1))
  }

  /// The mean over the reached nodes of the average precision.
  var precision: Double {
    let values = byTarget.sorted { $0.key < $1.key }.map { _, ranks in
      ranks.sorted().enumerated().reduce(0) { $0 + min(1, Double($1.offset + 1) / $1.element) }
        / Double(ranks.count)
    }
    return values.reduce(0, +) / Double(max(values.count, 1))
  }

  mutating func add(
    _ hidden: [HiddenTie], _ table: FeatureTable, _ part: Int, _ scores: Scores,
    _ twins: Set<[NodeID]>
  ) {
    let graph = table.graph
    let kind = table.approach.from
    let candidates = graph.nodes(of: kind, seenFrom: part)
    for (target, own) in Dictionary(grouping: hidden, by: \.to).sorted(by: { $0.key < $1.key }) {
      let scores = scores.scores(for: target, in: part, of: kind)
      let tied = table.tied(to: target)
      let open = candidates.filter { !tied.contains($0) }.map { scores[$0] ?? 0 }
      for tie in own {
        let score = scores[tie.from] ?? 0
        let above = open.filter { $0 > score + 1e-12 }.count
        let equal = open.filter { abs($0 - score) <= 1e-12 }.count
        let rank = Double(above) + Double(equal + 1) / 2
        all.append(rank)
        byTarget[target, default: []].append(rank)
        if !twins.contains(tie.pair) { withoutTwins.append(rank) }
      }
    }
  }
}

/// Finds nodes that give a hidden tie away: tied to the same node, and alike in all their other ties.
private struct Twins {
  private let graph: Graph
  private let table: FeatureTable

  init(_ graph: Graph, _ table: FeatureTable) {
    self.graph = graph
    self.table = table
  }

  func give(_ tie: HiddenTie) -> Bool {
    let own = ties(of: tie.to, without: tie.from)
    let others = graph.incidences(of: tie.from)
      .filter { $0.type.kind == table.approach.proposes.edgeKind }.map(\.neighbour)
    return others.contains { $0 != tie.to && ties(of: $0, without: tie.from) == own }
  }

  private func ties(of node: NodeID, without other: NodeID) -> Set<[Int]> {
    Set(
      graph.incidences(of: node).filter { $0.neighbour != other }
        .map { [Int($0.type.kind.rawValue), $0.neighbour.index, $0.direction == .forward ? 1 : 0] })
  }
}
