/// Paths along one metapath, one after the other in flat columns.
public struct PathList: Sendable {
  /// How many nodes each path has, both ends included.
  public let width: Int
  /// The nodes of all paths, path by path, each from its start.
  public let nodes: [NodeID]
  /// By path its weight in the degree-weighted path count.
  public let weights: [Double]

  /// How many paths there are.
  public var count: Int { weights.count }

  /// The nodes of one path.
  public func nodes(ofPath index: Int) -> ArraySlice<NodeID> {
    nodes[index * width..<(index + 1) * width]
  }
}

/// Which paths are wanted: those from one node to some others.
public struct PathRequest: Sendable {
  /// Where the paths begin.
  public let start: NodeID
  /// The part that the walk keeps to at nodes that parts share.
  public let part: Int
  /// Where they may end.
  public let ends: [NodeID]

  /// The paths from one node to some others.
  public init(from start: NodeID, within part: Int, to ends: [NodeID]) {
    (self.start, self.part, self.ends) = (start, part, ends)
  }
}

extension PathCounter {
  /// All paths that are asked for, along each metapath.
  ///
  /// - Returns: Lists of some requests after others, in their order; in each one list a metapath, in
  ///   the order of `metaPaths`, its paths by request and within these by their nodes.
  /// - Complexity: O(walks of all metapaths from the starts), on all cores.
  public func paths(_ requests: [PathRequest]) -> [[PathList]] {
    let size = max(1, min(1_024, requests.count / 64))
    return concurrentMap((requests.count + size - 1) / size) { run in
      withLister { lister in
        run { piece in
          for request in requests[piece * size..<min((piece + 1) * size, requests.count)] {
            lister.add(request)
          }
          return lister.take()
        }
      }
    }
  }
}

extension Graph {
  /// All paths along a metapath from one node to some others, heaviest first.
  ///
  /// Weights and rules are those of `PathCounter`, which counts the same paths without listing them.
  ///
  /// - Parameters:
  ///   - metaPath: The walk; it begins at the node's kind.
  ///   - start: Where the paths begin.
  ///   - part: The part that the walk keeps to at nodes that parts share; nil for the start's own.
  ///   - ends: Where they may end.
  ///   - damping: The exponent, 0 (plain count) to 1.
  /// - Returns: For each end that is reached its paths.
  /// - Complexity: O(walks of the metapath from the node).
  public func paths(
    along metaPath: MetaPath, from start: NodeID, within part: Int? = nil, to ends: Set<NodeID>,
    damping: Double = 0.4
  ) -> [NodeID: [WeightedPath]] {
    let counter = PathCounter(
      self, [metaPath], from: metaPath.start, to: metaPath.end, damping: damping)
    let request = PathRequest(
      from: start, within: part ?? self.part(of: start), to: Array(ends))
    var paths: [NodeID: [WeightedPath]] = [:]
    for list in counter.paths([request]).joined() {
      for index in 0..<list.count {
        let nodes = Array(list.nodes(ofPath: index))
        paths[nodes[nodes.count - 1], default: []].append(
          WeightedPath(nodes: nodes, weight: list.weights[index]))
      }
    }
    return paths.mapValues { $0.sorted() }
  }
}
