import Glibc
import Graphs
import Plans
import Synchronization

/// What the metapaths of an approach are worth on one plan.
///
/// The score of a pair is Σ w · asinh(x / s) over the metapaths, with x the degree-weighted path count;
/// asinh keeps many paths of one kind from drowning the other kinds. The scale s is half the mean of x
/// over the plan's pairs that are not tied and have such a path. The weights are fitted to the ties
/// that the plan holds, starting from the approach's own (`WeightFit`).
public struct PathModel: Sendable, Equatable {
  /// The weights, in the order of the approach's metapaths, none negative.
  public let weights: [Double]
  /// The scales, in the same order, all positive.
  public let scales: [Double]
  /// Whether the counts are summed as they are: Σ w · x.
  public let isPlain: Bool

  /// A model of weights and scales.
  public init(weights: [Double], scales: [Double]) {
    self.weights = weights
    self.scales = scales
    isPlain = false
  }

  /// The approach's own weights, and the counts summed as they are: Σ w · x.
  public init(of approach: Approach) {
    weights = approach.metaPaths.map(\.weight)
    scales = approach.metaPaths.map { _ in 1 }
    isPlain = true
  }

  /// What paths of one metapath add to the score.
  @inline(__always)
  func value(_ paths: Double, along column: Int) -> Double {
    guard paths > 0 else { return 0 }
    return weights[column] * (isPlain ? paths : asinh(paths / scales[column]))
  }
}

extension FeatureTable {
  /// The model of a part: its scales, and the weights that its ties speak for.
  ///
  /// - Complexity: O(walks of all metapaths in the part).
  func model(of part: Int) -> PathModel {
    withRows { row, near, memory in
      var features = PartFeatures(self)
      features.enter(part, &row, &near, &memory)
      return features.fitted()
    }
  }

  /// For each of some ties of a part, by the nodes that they reach, the pair among all that could stand
  /// in its place, as if the tie were not there.
  func cases(
    _ ties: [(from: NodeID, to: NodeID)], _ part: Int, _ scales: [Double]
  ) -> [TieCases.Case] {
    withRows { row, near, memory in
      var features = PartFeatures(self)
      features.enter(part, ties: ties, &row, &near, &memory)
      features.scale(by: scales)
      return (0..<features.cases.count).map { features.cases[$0] }
    }
  }

  /// The nodes that links of a part would reach.
  func targets(of part: Int) -> [NodeID] {
    graph.nodes(of: approach.to, seenFrom: part)
  }

  /// The ties of the proposed kind that a part holds, by the node that they reach.
  func ties(of part: Int) -> [(from: NodeID, to: NodeID)] {
    let own = graph.span(of: approach.from, in: part)
    let shared = graph.span(of: approach.from, in: 0)
    var ties: [(from: NodeID, to: NodeID)] = []
    for target in targets(of: part) {
      let tied = tied(to: target)
      if graph.part(of: target) == part { ties += tied.nodes(in: shared).map { ($0, target) } }
      ties += tied.nodes(in: own).map { ($0, target) }
    }
    return ties
  }

  /// The nodes that have the proposed tie to one, either way round.
  func tied(to target: NodeID) -> TiedNodes {
    TiedNodes(
      along: proposed.along.neighbours(of: target),
      against: proposed.against.neighbours(of: target))
  }
}

/// The nodes that have a tie to one, along it and against it, both ascending.
struct TiedNodes {
  let along: ArraySlice<NodeID>
  let against: ArraySlice<NodeID>

  /// Whether a node is one of them.
  ///
  /// - Complexity: O(log of how many there are).
  @inline(__always)
  func contains(_ node: NodeID) -> Bool {
    Self.contains(along, node) || (!against.isEmpty && Self.contains(against, node))
  }

  private static func contains(_ nodes: ArraySlice<NodeID>, _ node: NodeID) -> Bool {
    if nodes.count < 16 {
      for other in nodes where other == node { return true }
      return false
    }
    let place = firstPlace(in: nodes) { $0 >= node }
    return place < nodes.endIndex && nodes[place] == node
  }

  /// Those of them that lie in a range, ascending, each once.
  ///
  /// - Complexity: O(log of how many there are + those in the range).
  func nodes(in range: Range<NodeID>) -> [NodeID] {
    let nodes = [along, against].flatMap { nodes in
      let first = Self.firstPlace(in: nodes) { $0 >= range.lowerBound }
      return nodes[first...].prefix { $0 < range.upperBound }
    }
    return against.isEmpty ? nodes : Set(nodes).sorted()
  }

  /// The first place from which on something holds.
  private static func firstPlace(
    in nodes: ArraySlice<NodeID>, where holds: (NodeID) -> Bool
  ) -> Int {
    var (low, high) = (nodes.startIndex, nodes.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(nodes[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The models of parts, each fitted when it is first asked for.
final class PathModels: Sendable {
  private let table: FeatureTable
  private let known = Mutex<[Int: PathModel]>([:])

  init(_ table: FeatureTable) { self.table = table }

  subscript(part: Int) -> PathModel {
    if let model = known.withLock({ $0[part] }) { return model }
    let model = table.model(of: part)
    keep(model, of: part)
    return model
  }

  /// Takes the model of a part that has been fitted elsewhere.
  func keep(_ model: PathModel, of part: Int) { known.withLock { $0[part] = model } }
}

extension OpportunitySearch {
  /// The approach with the weights that all plans together speak for.
  ///
  /// Each plan's ties are put among its own pairs and scaled as they are there; the weights are then
  /// fitted to all of them.
  public func learned() -> Approach {
    let weights = table.withRows { row, near, memory in
      var all = TieCases(width: approach.metaPaths.count)
      var features = PartFeatures(table)
      for part in 1...max(plans.plans.count, 1) {
        features.enter(part, ties: table.ties(of: part), &row, &near, &memory)
        features.scale(by: features.scales)
        all.append(features.cases)
      }
      return WeightFit.weights(all, from: approach.metaPaths.map(\.weight))
    }
    return Approach(
      name: approach.name, from: approach.from, to: approach.to, proposes: approach.proposes,
      measure: approach.measure, damping: approach.damping, least: approach.least,
      metaPaths: zip(approach.metaPaths, weights).map {
        .init(
          $0.metaPath, likeness: $0.likeness, weight: ($1 * 1_000).rounded() / 1_000,
          standsAlone: $0.standsAlone)
      })
  }
}
