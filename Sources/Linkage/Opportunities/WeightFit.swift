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
    var scores: [Double] = []
    return cases.reduce(precision / 2 * far) { sum, item in
      let highest = max(fill(&scores, item, weights), 0)
      let total = scores.reduce(Double(item.zeros) * exp(-highest)) { $0 + exp($1 - highest) }
      return sum + highest + log(total) - scores[0]
    }
  }

  /// Takes the scores of a case: its own first, then those of the others.
  ///
  /// - Returns: The highest of them.
  private static func fill(_ scores: inout [Double], _ item: Case, _ weights: [Double]) -> Double {
    let width = weights.count
    scores.removeAll(keepingCapacity: true)
    var highest = -Double.infinity
    weights.withUnsafeBufferPointer { weights in
      func add(_ values: UnsafeBufferPointer<Double>, _ first: Int) {
        var score = 0.0
        for index in 0..<width { score += weights[index] * values[first + index] }
        scores.append(score)
        highest = max(highest, score)
      }
      item.own.withUnsafeBufferPointer { add($0, 0) }
      item.others.withUnsafeBufferPointer { others in
        for first in stride(from: 0, to: others.count, by: width) { add(others, first) }
      }
    }
    return highest
  }

  /// The gradient, and the lower half of the matrix of second derivatives row by row.
  private static func derivatives(
    _ cases: [Case], _ weights: [Double], _ start: [Double]
  ) -> (gradient: [Double], hessian: [Double]) {
    let width = weights.count
    var gradient = zip(weights, start).map { precision * ($0 - $1) }
    var hessian = [Double](repeating: 0, count: width * width)
    for row in 0..<width { hessian[row * width + row] = precision }
    var scores: [Double] = []
    var mean = [Double](repeating: 0, count: width)
    for item in cases {
      let highest = max(fill(&scores, item, weights), 0)
      for index in scores.indices { scores[index] = exp(scores[index] - highest) }
      let total = scores.reduce(Double(item.zeros) * exp(-highest), +)
      for row in 0..<width { mean[row] = 0 }
      hessian.withUnsafeMutableBufferPointer { hessian in
        mean.withUnsafeMutableBufferPointer { mean in
          item.own.withUnsafeBufferPointer {
            add($0, 0, scores[0] / total, to: mean, hessian)
          }
          item.others.withUnsafeBufferPointer {
            for index in 1..<max(1, scores.count) {
              add($0, (index - 1) * width, scores[index] / total, to: mean, hessian)
            }
          }
          for row in 0..<width {
            gradient[row] += mean[row] - item.own[row]
            for column in 0...row { hessian[row * width + column] -= mean[row] * mean[column] }
          }
        }
      }
    }
    return (gradient, hessian)
  }

  /// Adds the values of one pair by its share, and their products.
  private static func add(
    _ values: UnsafeBufferPointer<Double>, _ first: Int, _ share: Double,
    to mean: UnsafeMutableBufferPointer<Double>, _ hessian: UnsafeMutableBufferPointer<Double>
  ) {
    let width = mean.count
    for row in 0..<width where values[first + row] != 0 {
      let part = share * values[first + row]
      mean[row] += part
      for column in 0...row { hessian[row * width + column] += part * values[first + column] }
    }
  }

  /// The solution of the equations of the free weights by Cholesky's method; 0 for the others.
  private static func solve(
    _ matrix: [Double], _ vector: [Double], _ free: [Int]
  ) -> [Double] {
    let count = free.count
    var factor = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var solution = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for column in 0...row {
        let product = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
        let value = matrix[free[row] * vector.count + free[column]] - product
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
