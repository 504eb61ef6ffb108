import Glibc
import Graphs

/// A plain way of ranking pairs that knows neither types nor metapaths.
public enum Baseline: String, Sendable, CaseIterable {
  /// By how many ties of the proposed kind a node has already.
  case popularity
  /// By the number of neighbours that the two share.
  case commonNeighbours = "common_neighbours"
  /// By the neighbours that the two share, each 1 / ln of its degree.
  case adamicAdar = "adamic_adar"
  /// By the neighbours that the two share, each 1 / its degree.
  case resourceAllocation = "resource_allocation"
}

/// The scores of plain rankings on one part of a graph, types and directions aside.
///
/// Between two kinds that touch nothing in common, shared neighbours are none; so paths of three edges
/// count too, each a twentieth of the product of its two inner nodes: the strongest form of these
/// measures that we found for such graphs.
struct BaselineScores {
  private let graph: Graph
  private let part: Int
  private let near: Neighbourhoods
  private let baseline: Baseline
  private let proposed: EdgeKind
  private static let threes = 0.05

  /// - Parameter near: The neighbours of the part's nodes, no kind left out.
  init(
    _ graph: Graph, _ near: Neighbourhoods, part: Int, _ baseline: Baseline, proposed: EdgeKind
  ) {
    self.graph = graph
    self.near = near
    self.part = part
    self.baseline = baseline
    self.proposed = proposed
  }

  /// The scores of all nodes of a kind for a node that they could be tied to; those of 0 left out.
  ///
  /// - Complexity: O(paths of three edges from the node).
  func scores(for target: NodeID, of kind: NodeKind) -> [NodeID: Double] {
    if baseline == .popularity { return popularity(of: kind) }
    var scores: [NodeID: Double] = [:]
    for first in near[target] {
      let weight = weight(first)
      for second in near[first] where second != target {
        if graph.kind(of: second) == kind { scores[second, default: 0] += weight }
        let product = Self.threes * weight * self.weight(second)
        for end in near[second] where end != first && graph.kind(of: end) == kind {
          scores[end, default: 0] += product
        }
      }
    }
    return scores
  }

  private func popularity(of kind: NodeKind) -> [NodeID: Double] {
    var scores: [NodeID: Double] = [:]
    for node in graph.nodes(of: kind, seenFrom: part) {
      let ties = graph.incidences(of: node).filter { $0.type.kind == proposed }
      scores[node] = Double(ties.filter { [0, part].contains(graph.part(of: $0.neighbour)) }.count)
    }
    return scores
  }

  private func weight(_ node: NodeID) -> Double {
    let degree = Double(near[node].count)
    return switch baseline {
    case .popularity, .commonNeighbours: 1
    case .adamicAdar: degree > 1 ? 1 / log(degree) : 0
    case .resourceAllocation: 1 / max(degree, 1)
    }
  }
}
