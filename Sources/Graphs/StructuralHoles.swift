extension SimpleGraph {
  /// How far each node's contacts hold one another, and so hold it: high where all know one another.
  ///
  /// The sum over contacts j of (p(i,j) + Σ p(i,q) p(q,j))², where q is another contact and p the share
  /// of a tie among all of a node's ties, by weight. R. S. Burt, *Structural Holes*, Harvard University
  /// Press 1992, 54–56.
  ///
  /// - Returns: A value for each node; nil for one without ties, of which nothing can be said.
  /// - Complexity: O(nodes + ties^1.5).
  public func constraint() -> [Double?] {
    let strengths = strengths()
    var indirect = [Double](repeating: 0, count: targets.count)
    forEachTriangle { triangle in
      for (broker, left, right) in triangle.corners {
        guard let there = position(of: right, among: left),
          let back = position(of: left, among: right)
        else { continue }
        let product = weight(left, broker) * weight(right, broker) / strengths[broker]
        indirect[there] += product / strengths[left]
        indirect[back] += product / strengths[right]
      }
    }
    return (0..<nodeCount).map { node in
      if degree(of: node) == 0 { return nil }
      return row(node).reduce(0.0) { sum, position in
        let invested = weight(at: position) / strengths[node] + indirect[position]
        return sum + invested * invested
      }
    }
  }

  /// How many contacts each node has beyond those that repeat one another.
  ///
  /// Each contact j counts 1 − Σ p(i,q) m(j,q), where q is another contact, p the share of a tie among
  /// all of a node's ties and m its weight beside the node's heaviest. Where all ties weigh the same
  /// that is n − 2t/n, for n contacts with t ties among them (S. P. Borgatti, *Structural holes:
  /// unpacking Burt's redundancy measures*, Connections 20:1 (1997) 35–38). R. S. Burt, *Structural
  /// Holes*, Harvard University Press 1992, 51–54.
  ///
  /// - Returns: A value for each node; nil for one without ties, of which nothing can be said.
  /// - Complexity: O(nodes + ties^1.5).
  public func effectiveSize() -> [Double?] {
    let strengths = strengths()
    let heaviest = (0..<nodeCount).map { node in
      row(node).reduce(0) { max($0, weight(at: $1)) }
    }
    var redundancy = [Double](repeating: 0, count: nodeCount)
    forEachTriangle { triangle in
      for (node, left, right) in triangle.corners {
        let between = weight(left, right)
        redundancy[node] +=
          (weight(node, left) / heaviest[right] + weight(node, right) / heaviest[left]) * between
          / strengths[node]
      }
    }
    return (0..<nodeCount).map { node in
      let degree = degree(of: node)
      return degree == 0 ? nil : Double(degree) - redundancy[node]
    }
  }

  /// The sum of the weights of each node's ties.
  private func strengths() -> [Double] {
    (0..<nodeCount).map { node in row(node).reduce(0) { $0 + weight(at: $1) } }
  }

  private func weight(at position: Int) -> Double {
    targetWeights.isEmpty ? 1 : targetWeights[position]
  }

  private func weight(_ left: Int, _ right: Int) -> Double {
    if targetWeights.isEmpty { return 1 }
    return position(of: right, among: left).map { targetWeights[$0] } ?? 0
  }
}

extension Triangle {
  /// Each corner with the two others.
  fileprivate var corners: [(Int, Int, Int)] {
    let (first, second, third) = (Int(first), Int(second), Int(third))
    return [(first, second, third), (second, first, third), (third, first, second)]
  }
}
