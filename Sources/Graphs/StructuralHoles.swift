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
    indirect.withUnsafeMutableBufferPointer { indirect in
      forEachTriangle { triangle in
        // The node of each corner is the contact through which the two others hold one another.
        triangle.forEachCorner { corner in
          let product =
            weight(at: corner.toLeft.there) * weight(at: corner.toRight.there)
            / strengths[corner.node]
          indirect[corner.across.there] += product / strengths[corner.left]
          indirect[corner.across.back] += product / strengths[corner.right]
        }
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
      triangle.forEachCorner { corner in
        let toOthers =
          weight(at: corner.toLeft.there) / heaviest[corner.right]
          + weight(at: corner.toRight.there) / heaviest[corner.left]
        redundancy[corner.node] +=
          toOthers * weight(at: corner.across.there) / strengths[corner.node]
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

  @inline(__always)
  private func weight(at position: Int) -> Double {
    targetWeights.isEmpty ? 1 : targetWeights[position]
  }
}
