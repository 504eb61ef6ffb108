import Glibc

/// Weights that let known ties stand out among the pairs that could stand in their place.
///
/// The maximum a posteriori of a conditional logit (D. McFadden, 1974): of each known tie's row the
/// probability that it, and none of the others, is the tie, e^score / Σ e^score; before any tie is seen
/// the weights are normal around given ones with precision 5, and none is negative. Found by projected
/// Newton steps (D. P. Bertsekas, SIAM Journal on Control and Optimization 20 (1982)).
enum WeightFit {
  /// One known tie among the pairs that could stand in its place.
  struct Case: Sendable, Equatable {
    /// The tie's own values, one a weight.
    let own: [Double]
    /// The values of the others that have any, one after the other.
    let others: [Double]
    /// How many others have none at all.
    let zeros: Int
  }

  /// How sure the given weights are: as if so many ties had been seen that each says as much as one unit
  /// of a weight squared.
  private static let precision = 5.0

  /// The weights, none negative; the given ones where there is no case.
  ///
  /// - Complexity: O(steps · values · weights); some ten steps.
  static func weights(_ cases: [Case], from start: [Double]) -> [Double] {
    guard !cases.isEmpty, !start.isEmpty else { return start }
    var weights = start
    var objective = self.objective(cases, weights, start)
    for _ in 0..<40 {
      let (gradient, hessian) = derivatives(cases, weights, start)
      // A weight that is given as 0 leaves its path out.
      let free = weights.indices.filter {
        start[$0] > 0 && (weights[$0] > 0 || gradient[$0] <= 0)
      }
      let direction = solve(hessian, gradient, free)
      guard
        let next = step(cases, weights, direction, start, below: objective)
      else { break }
      let gain = objective - next.objective
      (weights, objective) = next
      if gain < 1e-8 { break }
    }
    return weights
  }

  /// The first of halved steps that leads lower.
  private static func step(
    _ cases: [Case], _ weights: [Double], _ direction: [Double], _ start: [Double],
    below objective: Double
  ) -> (weights: [Double], objective: Double)? {
    var size = 1.0
    while size > 1e-4 {
      let next = zip(weights, direction).map { max(0, $0 - size * $1) }
      let value = self.objective(cases, next, start)
      if value < objective { return (next, value) }
      size /= 2
    }
    return nil
  }

  private static func objective(
    _ cases: [Case], _ weights: [Double], _ start: [Double]
  ) -> Double {
    let far = zip(weights, start).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return cases.reduce(precision / 2 * far) { sum, item in
      let scores = self.scores(item, weights)
      let highest = max(scores.max() ?? 0, 0)
      let total = scores.reduce(Double(item.zeros) * exp(-highest)) { $0 + exp($1 - highest) }
      return sum + highest + log(total) - scores[0]
    }
  }

  /// The scores of a case: its own first, then those of the others.
  private static func scores(_ item: Case, _ weights: [Double]) -> [Double] {
    let width = weights.count
    func score(_ values: [Double], _ first: Int) -> Double {
      weights.indices.reduce(0) { $0 + weights[$1] * values[first + $1] }
    }
    return [score(item.own, 0)]
      + stride(from: 0, to: item.others.count, by: width).map { score(item.others, $0) }
  }

  private static func derivatives(
    _ cases: [Case], _ weights: [Double], _ start: [Double]
  ) -> (gradient: [Double], hessian: [[Double]]) {
    let width = weights.count
    var gradient = zip(weights, start).map { precision * ($0 - $1) }
    var hessian = weights.indices.map { row in
      weights.indices.map { $0 == row ? precision : 0 }
    }
    for item in cases {
      let scores = self.scores(item, weights)
      let highest = max(scores.max() ?? 0, 0)
      let shares = scores.map { exp($0 - highest) }
      let total = shares.reduce(Double(item.zeros) * exp(-highest), +)
      var mean = [Double](repeating: 0, count: width)
      for (index, share) in shares.enumerated() {
        let (values, first) = index == 0 ? (item.own, 0) : (item.others, (index - 1) * width)
        let share = share / total
        for row in 0..<width where values[first + row] != 0 {
          mean[row] += share * values[first + row]
          for column in 0...row {
            hessian[row][column] += share * values[first + row] * values[first + column]
          }
        }
      }
      for row in 0..<width {
        gradient[row] += mean[row] - item.own[row]
        for column in 0...row { hessian[row][column] -= mean[row] * mean[column] }
      }
    }
    for row in 0..<width {
      for column in 0..<row { hessian[column][row] = hessian[row][column] }
    }
    return (gradient, hessian)
  }

  /// The solution of the equations of the free weights by Cholesky's method; 0 for the others.
  private static func solve(
    _ matrix: [[Double]], _ vector: [Double], _ free: [Int]
  ) -> [Double] {
    let count = free.count
    var factor = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var solution = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for column in 0...row {
        let product = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
        let value = matrix[free[row]][free[column]] - product
        factor[row][column] = row == column ? value.squareRoot() : value / factor[column][column]
      }
      let known = (0..<row).reduce(0) { $0 + factor[row][$1] * solution[$1] }
      solution[row] = (vector[free[row]] - known) / factor[row][row]
    }
    for row in (0..<count).reversed() {
      let known = (row + 1..<count).reduce(0) { $0 + factor[$1][row] * solution[$1] }
      solution[row] = (solution[row] - known) / factor[row][row]
    }
    var result = [Double](repeating: 0, count: vector.count)
    for (index, weight) in free.enumerated() { result[weight] = solution[index] }
    return result
  }
}
