import Glibc
import Graphs

/// Weights that let known ties stand out among the pairs that could stand in their place.
///
/// The maximum a posteriori of a conditional logit (D. McFadden, 1974): of each known tie's row the
/// probability that it, and none of the others, is the tie, e^score / Σ e^score; before any tie is seen
/// the weights are normal around given ones with precision 5, and none is negative. Found by projected
/// Newton steps (D. P. Bertsekas, SIAM Journal on Control and Optimization 20 (1982)).
enum WeightFit {
  /// How sure the given weights are: as if so many ties had been seen that each says as much as one unit
  /// of a weight squared.
  private static let precision = 5.0

  /// The weights, none negative; the given ones where there is no case.
  ///
  /// - Complexity: O(steps · values · weights); some ten steps.
  static func weights(_ cases: borrowing TieCases, from start: [Double]) -> [Double] {
    guard cases.count > 0, !start.isEmpty else { return start }
    var weights = start
    var shares = PairShares(of: cases)
    var objective = self.objective(cases, &shares, weights, start)
    for _ in 0..<40 {
      let (gradient, hessian) = derivatives(cases, shares, weights, start)
      // A weight that is given as 0 leaves its path out.
      let free = weights.indices.filter {
        start[$0] > 0 && (weights[$0] > 0 || gradient[$0] <= 0)
      }
      let direction = solve(hessian, gradient, free)
      guard
        let next = step(cases, &shares, weights, direction, start, below: objective)
      else { break }
      let gain = objective - next.objective
      (weights, objective) = next
      if gain < 1e-8 { break }
    }
    return weights
  }

  /// The first of halved steps that leads lower.
  private static func step(
    _ cases: borrowing TieCases, _ shares: inout PairShares, _ weights: [Double],
    _ direction: [Double], _ start: [Double], below objective: Double
  ) -> (weights: [Double], objective: Double)? {
    var size = 1.0
    while size > 1e-4 {
      let next = zip(weights, direction).map { max(0, $0 - size * $1) }
      let value = self.objective(cases, &shares, next, start)
      if value < objective { return (next, value) }
      size /= 2
    }
    return nil
  }

  private static func objective(
    _ cases: borrowing TieCases, _ shares: inout PairShares, _ weights: [Double],
    _ start: [Double]
  ) -> Double {
    let far = zip(weights, start).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return shares.take(weights, of: cases, addingTo: precision / 2 * far)
  }

  /// The gradient, and the lower half of the matrix of second derivatives row by row.
  ///
  /// - Parameter shares: Those of the weights.
  private static func derivatives(
    _ cases: borrowing TieCases, _ shares: borrowing PairShares, _ weights: [Double],
    _ start: [Double]
  ) -> (gradient: [Double], hessian: [Double]) {
    let width = weights.count
    var sums = Derivatives(cases)
    for row in 0..<width {
      sums.gradient[row] = precision * (weights[row] - start[row])
      sums.row(row)[row] = precision
    }
    for number in 0..<cases.count { sums.add(cases, shares, number) }
    return (
      (0..<width).map { sums.gradient[$0] },
      (0..<width * width).map { sums.row($0 / width)[$0 % width] }
    )
  }

  /// The solution of the equations of the free weights by Cholesky's method; 0 for the others.
  private static func solve(
    _ matrix: [Double], _ vector: [Double], _ free: [Int]
  ) -> [Double] {
    let count = free.count
    var factor = [Double](repeating: 0, count: count * count)
    var solution = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for column in 0...row {
        var product = 0.0
        for inner in 0..<column {
          product += factor[row * count + inner] * factor[column * count + inner]
        }
        let value = matrix[free[row] * vector.count + free[column]] - product
        factor[row * count + column] =
          row == column ? value.squareRoot() : value / factor[column * count + column]
      }
      var known = 0.0
      for inner in 0..<row { known += factor[row * count + inner] * solution[inner] }
      solution[row] = (vector[free[row]] - known) / factor[row * count + row]
    }
    for row in (0..<count).reversed() {
      var known = 0.0
      for inner in row + 1..<count { known += factor[inner * count + row] * solution[inner] }
      solution[row] = (solution[row] - known) / factor[row * count + row]
    }
    var result = [Double](repeating: 0, count: vector.count)
    for (index, weight) in free.enumerated() { result[weight] = solution[index] }
    return result
  }
}

/// The derivatives of what the fit makes least, summed up case by case.
private struct Derivatives: ~Copyable {
  private let width: Int
  private let blocks: Int
  let gradient: UnsafeMutablePointer<Double>
  private let mean: UnsafeMutablePointer<Double>
  /// Row by row; those of a row fill whole blocks.
  private let products: UnsafeMutablePointer<TieCases.Block>

  init(_ cases: borrowing TieCases) {
    (width, blocks) = (cases.width, cases.blocks)
    gradient = .allocate(capacity: width)
    mean = .allocate(capacity: width)
    products = .allocate(capacity: width * blocks)
    products.initialize(repeating: .zero, count: width * blocks)
  }

  deinit {
    gradient.deallocate()
    mean.deallocate()
    products.deallocate()
  }

  func row(_ row: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(products + row * blocks).assumingMemoryBound(to: Double.self)
  }

  /// Adds what one case says.
  mutating func add(
    _ cases: borrowing TieCases, _ shares: borrowing PairShares, _ number: Int
  ) {
    let (first, end) = (cases.starts.elements[number], cases.starts.elements[number + 1])
    let total = shares.totals[number]
    for row in 0..<width { mean[row] = 0 }
    for pair in first..<end {
      add(cases.values(of: pair), cases.blocks(of: pair), shares.powers[pair] / total)
    }
    let own = cases.values(of: first)
    for row in 0..<width {
      gradient[row] += mean[row] - own[row]
      let products = self.row(row)
      for column in 0...row { products[column] -= mean[row] * mean[column] }
    }
  }

  /// Adds the values of one pair by its share, and their products.
  @inline(__always)
  private func add(
    _ values: UnsafePointer<Double>, _ inBlocks: UnsafePointer<TieCases.Block>, _ share: Double
  ) {
    for row in 0..<width where values[row] != 0 {
      let part = share * values[row]
      mean[row] += part
      let products = products + row &* blocks
      let parts = TieCases.Block(repeating: part)
      for block in 0...(row >> 2) { products[block] += parts * inBlocks[block] }
    }
  }
}

/// What each pair of some cases makes up of the sum of its case, by the weights that were last taken.
private struct PairShares: ~Copyable {
  /// By pair e^(score - the highest score of its case).
  let powers: UnsafeMutablePointer<Double>
  /// By case the sum of these.
  let totals: UnsafeMutablePointer<Double>

  init(of cases: borrowing TieCases) {
    powers = .allocate(capacity: cases.pairCount)
    totals = .allocate(capacity: cases.count)
  }

  deinit {
    powers.deallocate()
    totals.deallocate()
  }

  /// Takes weights.
  ///
  /// - Returns: A sum, less the logarithm of the probability of all ties.
  mutating func take(
    _ weights: [Double], of cases: borrowing TieCases, addingTo sum: Double
  ) -> Double {
    weights.withUnsafeBufferPointer { weights in
      var sum = sum
      for number in 0..<cases.count {
        let highest = takeScores(weights, of: cases, number)
        let own = powers[cases.starts.elements[number]]
        takePowers(of: cases, number, highest)
        sum = sum + highest + log(totals[number]) - own
      }
      return sum
    }
  }

  /// Notes the scores of a case.
  ///
  /// - Returns: The highest of them; 0 at least, which those have that have no value at all.
  private func takeScores(
    _ weights: UnsafeBufferPointer<Double>, of cases: borrowing TieCases, _ number: Int
  ) -> Double {
    var highest = 0.0
    for pair in cases.starts.elements[number]..<cases.starts.elements[number + 1] {
      let values = cases.values(of: pair)
      var score = 0.0
      for index in 0..<weights.count { score += weights[index] * values[index] }
      powers[pair] = score
      highest = max(highest, score)
    }
    return highest
  }

  /// Makes powers of the scores, and sums them up.
  private func takePowers(of cases: borrowing TieCases, _ number: Int, _ highest: Double) {
    var total = Double(cases.zeros.elements[number]) * exp(-highest)
    for pair in cases.starts.elements[number]..<cases.starts.elements[number + 1] {
      powers[pair] = exp(powers[pair] - highest)
      total += powers[pair]
    }
    totals[number] = total
  }
}
