import Glibc
public import Graphs

/// Pairs of one kind that could become partners, by the neighbours that they share.
///
/// Four measures of the graph without its types and directions: the number of shared neighbours;
/// L. A. Adamic & E. Adar, *Friends and neighbors on the Web*, Social Networks 25 (2003): Σ 1/ln k;
/// T. Zhou, L. Lü & Y.-C. Zhang, *Predicting missing links via local information*, European Physical
/// Journal B 71 (2009), resource allocation: Σ 1/k; I. A. Kovács et al., *Network-based prediction of
/// protein interactions*, Nature Communications 10 (2019), L3: Σ 1/√(k k′) over paths of three edges.
/// Pairs are ranked by each, and by the sum of their four ranks.
public struct NeighbourRanking: Sendable {
  /// A pair with its measures.
  public struct Pair: Sendable, Equatable {
    /// The lower node.
    public let from: NodeID
    /// The higher node.
    public let to: NodeID
    /// How many neighbours the two share.
    public var shared = 0
    /// Adamic–Adar.
    public var adamicAdar = 0.0
    /// Resource allocation.
    public var resourceAllocation = 0.0
    /// How many paths of three edges there are.
    public var paths = 0
    /// L3.
    public var three = 0.0
    /// The mean over the four measures of the share of pairs that it is not below, 0 to 1.
    public var score = 0.0
  }

  /// The pairs that share anything and are not tied, best first; equal scores by the nodes.
  public let pairs: [Pair]

  /// Ranks the pairs of a kind of node in one part.
  ///
  /// - Parameters:
  ///   - apart: Kinds of nodes that say nothing of who knows whom.
  ///   - excluding: Whether an edge of a kind between the two makes them no pair.
  /// - Complexity: O(paths of three edges from nodes of the kind + pairs · log pairs).
  public init(
    _ graph: Graph, _ kind: NodeKind, in part: Int, apart: Set<NodeKind>, excluding: EdgeKind
  ) {
    let neighbours = Neighbourhoods(graph, part: part, apart: apart)
    let nodes = Array(graph.nodes(of: kind, in: part))
    var found: [Pair] = []
    for node in nodes {
      let tied = Set(
        graph.incidences(of: node).filter { $0.type.kind == excluding }.map(\.neighbour))
      found += neighbours.pairs(from: node, of: kind).filter { !tied.contains($0.to) }
    }
    pairs = Self.ranked(found)
  }

  private static func ranked(_ pairs: [Pair]) -> [Pair] {
    var pairs = pairs
    let measures: [(Pair) -> Double] = [
      { Double($0.shared) }, \.adamicAdar, \.resourceAllocation, \.three,
    ]
    for measure in measures {
      let values = pairs.map(measure).sorted()
      for index in pairs.indices {
        let value = measure(pairs[index])
        let below = values.firstIndex(sorted: value)
        let upTo = values.firstIndex(sorted: value.nextUp)
        // Equal ones share the mean of their ranks.
        let rank = (Double(below) + Double(upTo)) / 2
        pairs[index].score += rank / Double(values.count) / Double(measures.count)
      }
    }
    return pairs.sorted {
      $0.score != $1.score ? $0.score > $1.score : ($0.from, $0.to) < ($1.from, $1.to)
    }
  }
}

/// The neighbours of a part's nodes, types and directions aside.
struct Neighbourhoods {
  private let graph: Graph
  private var lists: [NodeID: [NodeID]] = [:]

  init(_ graph: Graph, part: Int, apart: Set<NodeKind>) {
    self.graph = graph
    var sets: [NodeID: Set<NodeID>] = [:]
    for type in graph.edgeTypes where !apart.contains(type.from) && !apart.contains(type.to) {
      for direction in [Direction.forward, .backward] {
        let rows = graph.adjacency(type, direction)
        for node in graph.nodes(of: direction == .forward ? type.from : type.to, in: part) {
          for other in rows.neighbours(of: node) where other != node {
            sets[node, default: []].insert(other)
            sets[other, default: []].insert(node)
          }
        }
      }
    }
    lists = sets.mapValues { $0.sorted() }
  }

  subscript(node: NodeID) -> [NodeID] { lists[node] ?? [] }

  /// The neighbours that two nodes share, ascending.
  func shared(_ one: NodeID, _ other: NodeID) -> [NodeID] {
    let others = Set(self[other])
    return self[one].filter(others.contains)
  }

  /// Paths of three edges between two nodes, by their inner nodes, ascending.
  func threes(_ one: NodeID, _ other: NodeID) -> [(NodeID, NodeID)] {
    let ends = Set(self[other])
    return self[one].filter { $0 != other }.flatMap { near in
      self[near].filter { ends.contains($0) && $0 != one && $0 != other }.map { (near, $0) }
    }
  }

  /// The pairs that a node makes with higher nodes of a kind.
  func pairs(from node: NodeID, of kind: NodeKind) -> [NeighbourRanking.Pair] {
    var found: [NodeID: NeighbourRanking.Pair] = [:]
    func isWanted(_ other: NodeID) -> Bool { other > node && graph.kind(of: other) == kind }
    for near in self[node] {
      let degree = Double(self[near].count)
      for far in self[near] where far != node {
        if isWanted(far) {
          found[far, default: .init(from: node, to: far)].shared += 1
          found[far, default: .init(from: node, to: far)].adamicAdar += 1 / log(degree)
          found[far, default: .init(from: node, to: far)].resourceAllocation += 1 / degree
        }
        let weight = 1 / (degree * Double(self[far].count)).squareRoot()
        for end in self[far] where end != near && end != node && isWanted(end) {
          found[end, default: .init(from: node, to: end)].paths += 1
          found[end, default: .init(from: node, to: end)].three += weight
        }
      }
    }
    return Array(found.values)
  }
}

extension [Double] {
  /// Where in ascending numbers the first that is not below a value stands.
  fileprivate func firstIndex(sorted value: Double) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
