extension SimpleGraph {
  /// How many times word that starts at each node is heard, if everyone who hears it passes it on.
  ///
  /// The row sums of qA + (qA)² + … + (qA)^T for the ties A, weights left aside. A. Banerjee, A. G.
  /// Chandrasekhar, E. Duflo & M. O. Jackson, *The diffusion of microfinance*, Science 341 (2013)
  /// 1236498.
  ///
  /// - Parameters:
  ///   - probability: q, how likely someone passes it to a neighbour in one pass; the authors take the
  ///     inverse of `largestEigenvalue()`.
  ///   - passes: T, how many times it is passed on.
  /// - Returns: The expected number for each node.
  /// - Complexity: O(passes · (nodes + ties)).
  public func diffusionCentrality(probability: Double, passes: Int) -> [Double] {
    var heard = [Double](repeating: 1, count: nodeCount)
    var sum = [Double](repeating: 0, count: nodeCount)
    for _ in 0..<max(0, passes) {
      heard = product(with: heard).map { $0 * probability }
      for node in 0..<nodeCount { sum[node] += heard[node] }
    }
    return sum
  }

  /// The largest eigenvalue of the ties, weights left aside; 0 where there are none.
  ///
  /// No eigenvalue is larger in size, and it is that of one connected piece; where the graph is
  /// bipartite its negative is one too, which does no harm here. C. Lanczos, *An iteration method for
  /// the solution of the eigenvalue problem of linear differential and integral operators*, Journal of
  /// Research of the National Bureau of Standards 45 (1950) 255–282, from the vector of ones, which no
  /// piece's leading eigenvector is orthogonal to.
  ///
  /// - Complexity: O(steps · (nodes + ties)); some dozens of steps in all but long, thin graphs.
  public func largestEigenvalue() -> Double {
    if targets.isEmpty { return 0 }
    var form = Tridiagonal()
    var (before, now) = ([Double](repeating: 0, count: nodeCount), ones())
    var (last, unchanged) = (0.0, 0)
    for _ in 0..<max(nodeCount, 300) {
      var next = product(with: now)
      let diagonal = dot(next, now)
      let coupling = form.couplings.last ?? 0
      for node in 0..<nodeCount {
        next[node] -= diagonal * now[node] + coupling * before[node]
      }
      let length = dot(next, next).squareRoot()
      form.append(diagonal: diagonal, coupling: length)
      let largest = form.largestEigenvalue()
      unchanged = largest - last <= 1e-15 * largest ? unchanged + 1 : 0
      last = largest
      if unchanged > 4 || length < 1e-12 * largest { break }
      before = now
      now = next.map { $0 / length }
    }
    return last
  }

  /// For each node the sum of a vector over its neighbours.
  private func product(with vector: [Double]) -> [Double] {
    vector.withUnsafeBufferPointer { vector in
      targets.withUnsafeBufferPointer { targets in
        (0..<nodeCount).map { node in
          row(node).reduce(0.0) { $0 + vector[Int(targets[$1])] }
        }
      }
    }
  }

  private func ones() -> [Double] {
    [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// A symmetric matrix of three diagonals.
private struct Tridiagonal {
  private(set) var diagonal: [Double] = []
  /// Beside the diagonal; the last one leads out of the matrix.
  private(set) var couplings: [Double] = []

  mutating func append(diagonal value: Double, coupling: Double) {
    diagonal.append(value)
    couplings.append(coupling)
  }

  /// By halving, with Sturm's rule for how many eigenvalues lie below a number.
  func largestEigenvalue() -> Double {
    var low = diagonal.max() ?? 0
    var high = diagonal.indices.reduce(low) { bound, index in
      let left = index > 0 ? couplings[index - 1] : 0
      let right = index + 1 < diagonal.count ? couplings[index] : 0
      return max(bound, diagonal[index] + left + right)
    }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return high }
      if areAllEigenvalues(below: middle) { high = middle } else { low = middle }
    }
  }

  private func areAllEigenvalues(below bound: Double) -> Bool {
    var pivot = 1.0
    for index in diagonal.indices {
      let coupling = index > 0 ? couplings[index - 1] : 0
      pivot = diagonal[index] - bound - coupling * coupling / pivot
      if pivot >= 0 { return false }
    }
    return true
  }
}
