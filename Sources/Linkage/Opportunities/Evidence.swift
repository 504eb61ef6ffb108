import Glibc
public import Graphs
public import Plans

/// One path that speaks for an opportunity.
public struct Evidence: Sendable, Equatable {
  /// The name of the metapath that it follows.
  public let metaPath: String
  /// The nodes in order, both ends included.
  public let nodes: [NodeID]
  /// Its share of the score; the shares of one opportunity add up to 1.
  public let share: Double
  /// What would go from the one to the other, where that is the reason: one match, else none.
  public internal(set) var exchange: [ExchangeMatch] = []
}

extension OpportunitySearch {
  /// All paths that speak for a pair, the largest share first; none of a pattern, of a lesson the one
  /// through what brings the two near.
  ///
  /// - Complexity: O(walks of all metapaths from the second node).
  public func evidence(from: NodeID, to: NodeID) -> [Evidence] {
    switch approach.measure {
    case .paths:
      pathEvidence([PathRequest(from: to, within: part(from, to), to: [from])])[0][from] ?? []
    case .neighbours: neighbourEvidence(from, to, neighbourhoods(in: part(from, to)))
    case .patterns: []
    case .offers: offerEvidence(from, to)
    case .lessons: lessons?.lesson(between: from, to).map { [evidence($0)] } ?? []
    }
  }

  /// For several opportunities all paths that speak for each, in the order of the opportunities.
  ///
  /// - Complexity: O(walks of all metapaths from the nodes that the opportunities reach).
  public func evidence(for opportunities: [Opportunity]) -> [[Evidence]] {
    switch approach.measure {
    case .paths:
      let groups = Dictionary(grouping: opportunities) { [$0.to.index, part(of: $0)] }
      let keys = Array(groups.keys)
      let found = pathEvidence(
        keys.map { key in
          PathRequest(
            from: NodeID(key[0]), within: key[1],
            to: Set(groups[key]?.map(\.from) ?? []).sorted())
        })
      let places = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
      return opportunities.map { opportunity in
        places[[opportunity.to.index, part(of: opportunity)]].flatMap {
          found[$0][opportunity.from]
        } ?? []
      }
    case .neighbours:
      var known: [Int: Neighbourhoods] = [:]
      return opportunities.map { opportunity in
        let part = part(of: opportunity)
        let near = known[part] ?? neighbourhoods(in: part)
        known[part] = near
        return neighbourEvidence(opportunity.from, opportunity.to, near)
      }
    case .patterns:
      return opportunities.map { opportunity in
        opportunity.pattern.map { [evidence($0, from: opportunity.from, to: opportunity.to)] } ?? []
      }
    case .offers: return opportunities.map { offerEvidence($0.from, $0.to) }
    case .lessons: return opportunities.map { $0.lesson.map { [evidence($0)] } ?? [] }
    }
  }

  /// A pattern as a path from the plan where it stands to the plan that it is proposed to.
  func evidence(_ pattern: Pattern, from: NodeID, to: NodeID) -> Evidence {
    Evidence(
      metaPath: "pattern",
      nodes: [from, pattern.there.activity, pattern.issue, pattern.here.activity, to], share: 1)
  }

  /// A lesson as a path from the one who has more to tell to the other, through what both have.
  private func evidence(_ lesson: Lesson) -> Evidence {
    let between = lesson.nearness.places.first ?? lesson.nearness.issues.first
    return Evidence(
      metaPath: "lesson", nodes: [lesson.from] + (between.map { [$0] } ?? []) + [lesson.to],
      share: 1)
  }

  /// For some reached nodes, each with the part that it is seen from and those that could be tied to
  /// it, what speaks for these.
  private func pathEvidence(_ requests: [PathRequest]) -> [[NodeID: [Evidence]]] {
    concurrentMap(requests.count) { run in
      table.withRows { _, near, memory in
        run { pathEvidence(requests[$0], &near, &memory) }
      }
    }
  }

  private func pathEvidence(
    _ request: PathRequest, _ near: inout PathRow, _ memory: inout FeatureTable.PartMemory
  ) -> [NodeID: [Evidence]] {
    if table.comparesActivities {
      table.compare(&near, &memory, with: request.start, within: request.part)
    }
    let lists = table.walkedPaths([request])
    var weighted: [NodeID: [(metaPath: String, path: WeightedPath)]] = [:]
    let model = models[request.part]
    for (column, item) in approach.metaPaths.enumerated() where model.weights[column] > 0 {
      let found =
        item.likeness.isEmpty
        ? Self.bySource(lists.map { $0[table.columns[column]] })
        : likePaths(along: column, request, memory)
      for (source, paths) in found {
        // Of what all paths of the metapath add to the score, each has its part by weight.
        let sum = paths.reduce(0) { $0 + $1.weight }
        let factor = sum > 0 ? model.value(sum, along: column) / sum : 0
        weighted[source, default: []] += paths.map {
          (item.name, WeightedPath(nodes: $0.nodes, weight: $0.weight * factor))
        }
      }
    }
    return weighted.mapValues(Self.evidence)
  }

  /// Paths, turned round, by the node that the link would leave, each in the order of their weights.
  private static func bySource(_ lists: [PathList]) -> [NodeID: [WeightedPath]] {
    var paths: [NodeID: [WeightedPath]] = [:]
    for list in lists {
      for index in 0..<list.count {
        let nodes = Array(list.nodes(ofPath: index).reversed())
        paths[nodes[0], default: []].append(
          WeightedPath(nodes: nodes, weight: list.weights[index]))
      }
    }
    return paths.mapValues { $0.sorted() }
  }

  private func likePaths(
    along column: Int, _ request: PathRequest, _ memory: FeatureTable.PartMemory
  ) -> [NodeID: [WeightedPath]] {
    var paths: [NodeID: [WeightedPath]] = [:]
    for source in request.ends {
      paths[source] = table.likePaths(
        along: column, from: source, to: request.start, within: request.part, memory)
    }
    return paths
  }

  private static func evidence(_ list: [(metaPath: String, path: WeightedPath)]) -> [Evidence] {
    let total = list.reduce(0) { $0 + $1.path.weight }
    return list.sorted { $0.path < $1.path }.map {
      Evidence(metaPath: $0.metaPath, nodes: $0.path.nodes, share: $0.path.weight / total)
    }
  }

  private func neighbourhoods(in part: Int) -> Neighbourhoods {
    Neighbourhoods(plans.graph, part: part, apart: Self.apart)
  }

  private func neighbourEvidence(
    _ from: NodeID, _ to: NodeID, _ near: Neighbourhoods
  ) -> [Evidence] {
    // Three of the four measures are of shared neighbours, one is of paths of three ties.
    let shared = near.shared(from, to)
    let degrees = shared.map { Double(near[$0].count) }
    let sums = (
      degrees.reduce(0) { $0 + 1 / log($1) }, degrees.reduce(0) { $0 + 1 / $1 }
    )
    let twos = zip(shared, degrees).map { node, degree in
      let share = 1 / Double(shared.count) + 1 / log(degree) / sums.0 + 1 / degree / sums.1
      return ("shared", WeightedPath(nodes: [from, node, to], weight: share))
    }
    let inner = near.threes(from, to).map { first, second in
      (first, second, 1 / Double(near[first].count * near[second].count).squareRoot())
    }
    let three = inner.reduce(0) { $0 + $1.2 }
    let threes = inner.map { first, second, weight in
      ("three", WeightedPath(nodes: [from, first, second, to], weight: weight / three))
    }
    return Self.evidence(twos + threes)
  }
}

extension PlanGraph {
  /// The ties along a path: those of its metapath, else the first that there is between two nodes.
  ///
  /// - Returns: One for each step; nil where nothing ties two nodes directly.
  public func relations(
    along item: Evidence, of approach: Approach
  ) -> [(relation: Relation, direction: Direction)?] {
    if let found = approach.metaPaths.first(where: { $0.metaPath.name == item.metaPath }) {
      let walked = found.metaPath.steps.map { (relation(of: $0.edge), $0.direction) }
      // A likeness is no tie.
      return found.likeness.isEmpty ? walked : walked + [nil]
    }
    // What goes from hand to hand is no tie of the plan.
    if approach.measure == .offers { return [(Relation("exchange"), .forward)] }
    return zip(item.nodes, item.nodes.dropFirst()).map { node, next in
      graph.incidences(of: node).first { $0.neighbour == next }
        .map { (relation(of: $0.type.kind), $0.direction) }
    }
  }
}
