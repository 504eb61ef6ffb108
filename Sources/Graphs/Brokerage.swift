/// How often a node stands between two others that are not tied, by the groups of the three.
///
/// Of an undirected graph's ties none has a direction, so each pair of neighbours counts once, and a
/// gatekeeper (who lets outsiders in) and a representative (who speaks for insiders) are one role.
public struct BrokerageRoles: Sendable, Hashable {
  /// Between two of its own group.
  public var coordinator = 0
  /// Between one of its own group and one of another: gatekeeper or representative.
  public var gatekeeper = 0
  /// Between two of one other group: consultant, also called itinerant broker.
  public var consultant = 0
  /// Between two of different other groups.
  public var liaison = 0

  /// No role.
  public init() {}

  /// All of them.
  public var total: Int { coordinator + gatekeeper + consultant + liaison }
}

/// Two groups, or one twice, whichever was named first.
public struct GroupPair: Sendable, Hashable, Comparable {
  /// The smaller number.
  public let first: Int
  /// The larger number, or the same.
  public let second: Int

  /// The pair of two groups.
  public init(_ left: Int, _ right: Int) { (first, second) = (min(left, right), max(left, right)) }

  /// By the first, then by the second.
  public static func < (left: GroupPair, right: GroupPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

extension SimpleGraph {
  /// The brokerage roles of every node.
  ///
  /// R. V. Gould & R. M. Fernandez, *Structures of mediation: a formal approach to brokerage in
  /// transaction networks*, Sociological Methodology 19 (1989) 89–126.
  ///
  /// - Parameter groups: The group of each node; a node of none takes no part, neither as a broker nor
  ///   as one who is brought together.
  /// - Returns: For each node how many pairs of neighbours that are not tied it stands between.
  /// - Complexity: O(nodes + ties^1.5).
  public func brokerage(groups: [Int?]) -> [BrokerageRoles] {
    var roles = (0..<nodeCount).map { node -> BrokerageRoles in
      guard let own = groups[node] else { return BrokerageRoles() }
      return rolesAmongStrangers(within: own, counts(of: node, groups))
    }
    forEachTriangle { triangle in
      guard let first = groups[triangle.first], let second = groups[triangle.second],
        let third = groups[triangle.third]
      else { return }
      roles[triangle.first].count(first, between: second, third, -1)
      roles[triangle.second].count(second, between: first, third, -1)
      roles[triangle.third].count(third, between: first, second, -1)
    }
    return roles
  }

  /// How often a node stands between two groups: the pairs of its neighbours that are not tied.
  ///
  /// - Parameters:
  ///   - node: The one between; it may be of any group or of none.
  ///   - groups: The group of each node; a neighbour of none takes no part.
  /// - Returns: The pairs of groups that there are, and how many pairs of neighbours each has.
  /// - Complexity: O(ties of the neighbours + squared number of groups around the node).
  public func brokeredPairs(of node: Int, groups: [Int?]) -> [GroupPair: Int] {
    let counts = counts(of: node, groups).sorted { $0.key < $1.key }
    var pairs: [GroupPair: Int] = [:]
    for (position, (group, count)) in counts.enumerated() {
      pairs[GroupPair(group, group)] = count * (count - 1) / 2
      for (other, otherCount) in counts[(position + 1)...] {
        pairs[GroupPair(group, other)] = count * otherCount
      }
    }
    for left in neighbours(of: node) {
      guard let group = groups[Int(left)] else { continue }
      for right in commonNeighbours(Int(left), node) where right > left {
        if let other = groups[Int(right)] { pairs[GroupPair(group, other), default: 0] -= 1 }
      }
    }
    return pairs.filter { $0.value > 0 }
  }

  /// How many neighbours of each group a node has.
  private func counts(of node: Int, _ groups: [Int?]) -> [Int: Int] {
    neighbours(of: node).reduce(into: [:]) { counts, neighbour in
      if let group = groups[Int(neighbour)] { counts[group, default: 0] += 1 }
    }
  }

  /// The roles of one whose neighbours are not tied at all.
  private func rolesAmongStrangers(within own: Int, _ counts: [Int: Int]) -> BrokerageRoles {
    var roles = BrokerageRoles()
    let all = counts.values.reduce(0, +)
    let inside = counts[own] ?? 0
    let outside = all - inside
    roles.coordinator = inside * (inside - 1) / 2
    roles.gatekeeper = inside * outside
    for (group, count) in counts where group != own { roles.consultant += count * (count - 1) / 2 }
    roles.liaison = outside * (outside - 1) / 2 - roles.consultant
    return roles
  }

  /// The nodes that are tied to both of two, ascending.
  private func commonNeighbours(_ left: Int, _ right: Int) -> [Int32] {
    let few = degree(of: left) < degree(of: right) ? left : right
    let many = few == left ? right : left
    return neighbours(of: few).filter { hasEdge(many, Int($0)) }
  }
}

extension BrokerageRoles {
  fileprivate mutating func count(_ own: Int, between left: Int, _ right: Int, _ times: Int) {
    switch (left == own, right == own) {
    case (true, true): coordinator += times
    case (false, false) where left == right: consultant += times
    case (false, false): liaison += times
    default: gatekeeper += times
    }
  }
}
