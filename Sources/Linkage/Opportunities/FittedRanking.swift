import Graphs

/// The best pairs of parts, each scored by the model that is fitted to the part's own ties.
struct FittedRanking: Sendable {
  /// The pairs: all, or the best so many, in no order.
  private(set) var pairs: [PairRanking.Pair] = []
  /// How many pairs there are in all, those among the first of their targets and not too thin.
  private(set) var count = 0
  /// How many there were, those behind others of their target and too thin ones included.
  private(set) var considered = 0
  /// How many of them were too thin.
  private(set) var thin = 0
  /// How many pairs are wanted; nil for all.
  private let limit: Int?
  /// What the last of the wanted scores, once there are so many.
  private var worst = -Double.infinity

  private init(limit: Int?) { self.limit = limit }

  /// Ranks the pairs of some parts, and keeps the parts' models.
  ///
  /// - Parameter limit: How many pairs are wanted; nil for all.
  /// - Complexity: O(walks of all metapaths + pairs), on all cores.
  init(_ table: FeatureTable, _ models: PathModels, _ limits: PairRanking.Limits, limit: Int?) {
    self.init(limit: limit)
    let runs = (limits.parts.count + Self.partsAtOnce - 1) / Self.partsAtOnce
    let found = concurrentMap(runs) { run in
      table.withRows { row, near, memory in
        var features = PartFeatures(table)
        var best = BestFew(limits.perTarget)
        run { number in
          var found = FittedRanking(limit: limit)
          let first = number * Self.partsAtOnce
          for part in limits.parts[first..<min(first + Self.partsAtOnce, limits.parts.count)] {
            features.enter(part, &row, &near, &memory)
            let model = features.fitted()
            models.keep(model, of: part)
            features.rank(limits, model, &best, &found, &row, &near, &memory)
          }
          return found
        }
      }
    }
    for part in found { add(part) }
    cut()
  }

  private static let partsAtOnce = 8

  private mutating func add(_ other: FittedRanking) {
    count += other.count
    considered += other.considered
    thin += other.thin
    for pair in other.pairs { keep(pair) }
  }

  /// Takes a row's pairs.
  fileprivate mutating func add(
    _ best: borrowing BestFew, to target: NodeID, considered: Int, thin: Int
  ) {
    self.considered += considered
    self.thin += thin
    count += best.count
    for place in 0..<best.count {
      let entry = best.entries[place]
      keep(.init(from: entry.from, to: target, score: entry.score))
    }
  }

  /// Keeps a pair where it is among the best; those that are not are left out now and then.
  private mutating func keep(_ pair: PairRanking.Pair) {
    guard let limit else { return pairs.append(pair) }
    guard pair.score >= worst else { return }
    pairs.append(pair)
    if pairs.count >= 2 * limit + 64 { cut() }
  }

  private mutating func cut() {
    guard let limit, pairs.count > limit else { return }
    pairs = Array(pairs.sorted(by: PairRanking.Pair.precedes).prefix(limit))
    worst = pairs.last?.score ?? .infinity
  }
}

extension PartFeatures {
  /// Scores the pairs of the part, and adds the best of each target.
  fileprivate mutating func rank(
    _ limits: PairRanking.Limits, _ model: PathModel, _ best: inout BestFew,
    _ found: inout FittedRanking, _ row: inout PathRow, _ near: inout PathRow,
    _ memory: inout FeatureTable.PartMemory
  ) {
    let weights = model.weights
    let telling = zip(weights, table.approach.metaPaths).map { $1.standsAlone ? $0 : 0 }
    let own = table.graph.span(of: table.approach.from, in: part)
    let shared = table.graph.span(of: table.approach.from, in: 0)
    for (number, target) in targets.enumerated() {
      if let isOpen = limits.isOpen, !isOpen(target) { continue }
      let pairs = self.row(number, &row, &near, &memory)
      let tied = table.tied(to: target)
      // No link is proposed between plans, nor between two that no plan has to itself.
      let others = table.graph.part(of: target) == 0 ? own : shared
      var (considered, thin) = (0, 0)
      best.clear()
      for place in 0..<pairs.count {
        let from = pairs.ends[place]
        guard own.contains(from) || others.contains(from), !tied.contains(from) else { continue }
        let values = pairs.values + place * weights.count
        let score = Self.sum(values, weights)
        guard score > 0, limits.isLeftOut?(from, target) != true else { continue }
        considered += 1
        if limits.least > 0, Self.sum(values, telling) < limits.least {
          thin += 1
        } else {
          best.add(score, from, place)
        }
      }
      best.sort()
      found.add(best, to: target, considered: considered, thin: thin)
    }
  }

  @inline(__always)
  private static func sum(_ values: UnsafePointer<Double>, _ weights: [Double]) -> Double {
    weights.withUnsafeBufferPointer { weights in
      var sum = 0.0
      for index in weights.indices { sum += weights[index] * values[index] }
      return sum
    }
  }
}
