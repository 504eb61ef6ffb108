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
  /// - Parameter most: How many ties the weights are fitted to; of more, every so manyth.
  /// - Complexity: O(walks of all metapaths in the part), on all cores.
  func model(of part: Int, fittedTo most: Int = 300) -> PathModel {
    let scales = scales(of: part)
    let ties = ties(of: part)
    let step = max(1, (ties.count + most - 1) / most)
    let chosen = stride(from: 0, to: ties.count, by: step).map { ties[$0] }
    let cases = self.cases(chosen, part, scales)
    let start = approach.metaPaths.map(\.weight)
    return PathModel(weights: WeightFit.weights(cases, from: start), scales: scales)
  }

  /// The nodes that links of a part would reach.
  func targets(of part: Int) -> [NodeID] {
    graph.nodes(of: approach.to, seenFrom: part)
  }

  /// The ties of the proposed kind that a part holds, by the node that they reach.
  func ties(of part: Int) -> [(from: NodeID, to: NodeID)] {
    targets(of: part).flatMap { target in
      allTied(to: target).sorted().filter { [0, part].contains(graph.part(of: $0)) }
        .map { (from: $0, to: target) }
    }.filter { graph.part(of: $0.from) == part || graph.part(of: $0.to) == part }
  }

  /// The nodes that have the proposed tie to one, either way round.
  func allTied(to target: NodeID) -> Set<NodeID> {
    Set(proposed.along.neighbours(of: target) + proposed.against.neighbours(of: target))
  }

  private func scales(of part: Int) -> [Double] {
    let targets = targets(of: part)
    let sums = concurrentMap(chunks: targets) { chunk in
      withRows { row, near, memory in
        var sums = approach.metaPaths.map { _ in PathCount(count: 0, weight: 0) }
        for target in chunk {
          fill(&row, &near, &memory, from: target, within: part)
          let tied = allTied(to: target)
          for index in 0..<row.count where !tied.contains(row.end(index)) {
            for column in sums.indices {
              let paths = paths(row, index, along: column)
              guard paths.weight > 0 else { continue }
              sums[column].count += 1
              sums[column].weight += paths.weight
            }
          }
        }
        return sums
      }
    }
    return approach.metaPaths.indices.map { column in
      let count = sums.reduce(0) { $0 + $1[column].count }
      let weight = sums.reduce(0) { $0 + $1[column].weight }
      return count > 0 ? weight / Double(count) / 2 : 1
    }
  }

  /// For each tie the pair among all that could stand in its place, as if the tie were not there.
  func cases(
    _ ties: [(from: NodeID, to: NodeID)], _ part: Int, _ scales: [Double]
  ) -> [WeightFit.Case] {
    let all = graph.nodes(of: approach.from, seenFrom: part).count
    return concurrentMap(chunks: ties) { chunk in
      withRows { row, near, memory in
        chunk.map { tie in
          fill(&row, &near, &memory, from: tie.to, within: part, avoiding: tie.from)
          return self.case(of: tie, in: row, part, scales, of: all)
        }
      }
    }.flatMap(\.self)
  }

  private func `case`(
    of tie: (from: NodeID, to: NodeID), in row: borrowing PathRow, _ part: Int,
    _ scales: [Double], of all: Int
  ) -> WeightFit.Case {
    // A supporter that plans share is tied to funds of other plans too.
    let tied = allTied(to: tie.to).filter { [0, part].contains(graph.part(of: $0)) }
    var others: [Double] = []
    var own = scales.map { _ in 0.0 }
    for index in 0..<row.count {
      let from = row.end(index)
      let isWithin = graph.part(of: from) == part || graph.part(of: from) == 0
      guard isWithin, from == tie.from || !tied.contains(from) else { continue }
      let values = scales.indices.map { column in
        var weight = paths(row, index, along: column).weight
        if from == tie.from { weight *= withoutTie(from, column, part) }
        return asinh(weight / scales[column])
      }
      if from == tie.from { own = values } else { others += values }
    }
    let counted = others.count / max(scales.count, 1) + 1
    return WeightFit.Case(own: own, others: others, zeros: max(0, all - tied.count + 1 - counted))
  }

  /// What the weight of a node's paths changes by where they begin with a tie of the proposed kind and
  /// one such tie is taken away: its degree is one less.
  private func withoutTie(_ node: NodeID, _ column: Int, _ part: Int) -> Double {
    guard let step = approach.metaPaths[column].metaPath.steps.first,
      step.edge == approach.proposes.edgeKind
    else { return 1 }
    let type = approach.metaPaths[column].metaPath.edgeType(ofStep: 0)
    let degree = Double(graph.degree(of: node, type, step.direction, within: part))
    return degree > 1 ? pow((degree - 1) / degree, -approach.damping) : 0
  }
}

/// A function of a few of many values at a time, on all cores.
private func concurrentMap<Element: Sendable, Value: Sendable>(
  chunks elements: [Element], _ transform: @Sendable (ArraySlice<Element>) -> Value
) -> [Value] {
  let size = max(64, elements.count / 16 + 1)
  let starts = Array(stride(from: 0, to: elements.count, by: size))
  return concurrentMap(starts.count) { index in
    transform(elements[starts[index]..<min(starts[index] + size, elements.count)])
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
    known.withLock { $0[part] = model }
    return model
  }
}

extension OpportunitySearch {
  /// The approach with the weights that all plans together speak for.
  ///
  /// Each plan's ties are put among its own pairs and scaled as they are there; the weights are then
  /// fitted to all of them.
  public func learned() -> Approach {
    var cases: [WeightFit.Case] = []
    for part in 1...max(plans.plans.count, 1) {
      cases += table.cases(table.ties(of: part), part, models[part].scales)
    }
    let weights = WeightFit.weights(cases, from: approach.metaPaths.map(\.weight))
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
