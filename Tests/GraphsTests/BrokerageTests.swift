import Graphs
import TestSupport
import Testing

@Suite("Brokerage roles")
struct BrokerageTests {
  @Test("are named after where the two stand who are brought together")
  func haveNames() {
    // Node 0 of group 1 stands between 1, 2 of its own group, 3, 4 of group 2 and 5 of group 3.
    let graph = SimpleGraph(nodeCount: 7, edges: (1..<7).map { (0, $0) } + [(1, 2)])
    let groups = [1, 1, 1, 2, 2, 3, nil]
    let roles = graph.brokerage(groups: groups)[0]
    #expect(roles.coordinator == 0)
    #expect(roles.gatekeeper == 6)
    #expect(roles.consultant == 1)
    #expect(roles.liaison == 2)
    #expect(roles.total == 9)
    #expect(
      graph.brokeredPairs(of: 0, groups: groups) == [
        GroupPair(1, 2): 4, GroupPair(3, 1): 2, GroupPair(2, 2): 1, GroupPair(2, 3): 2,
      ])
  }

  @Test("of a node of no group are none, though it may stand between groups")
  func ofNoGroup() {
    let graph = SimpleGraph(nodeCount: 3, edges: [(0, 1), (0, 2)])
    #expect(graph.brokerage(groups: [nil, 1, 2])[0].total == 0)
    #expect(graph.brokeredPairs(of: 0, groups: [nil, 1, 2]) == [GroupPair(1, 2): 1])
    #expect(graph.brokeredPairs(of: 0, groups: [nil, 1, nil]).isEmpty)
  }

  @Test("equal the count over all threes", arguments: 1...100)
  func equalBruteForce(seed: UInt64) {
    let ties = TiesOfChance(seed: seed)
    var random = SeededGenerator(seed: seed)
    let groups = (0..<ties.nodeCount).map { _ -> Int? in
      let group = Int.random(in: 0...3, using: &random)
      return group == 0 ? nil : group
    }
    let isTied = ties.isTied
    let roles = ties.graph.brokerage(groups: groups)
    for node in 0..<ties.nodeCount {
      var expected = BrokerageRoles()
      var pairs: [GroupPair: Int] = [:]
      for left in 0..<ties.nodeCount where isTied[node][left] {
        for right in 0..<left where isTied[node][right] && !isTied[left][right] {
          guard let first = groups[left], let second = groups[right] else { continue }
          pairs[GroupPair(first, second), default: 0] += 1
          guard let own = groups[node] else { continue }
          if first == own, second == own {
            expected.coordinator += 1
          } else if first == own || second == own {
            expected.gatekeeper += 1
          } else if first == second {
            expected.consultant += 1
          } else {
            expected.liaison += 1
          }
        }
      }
      #expect(roles[node] == expected)
      #expect(ties.graph.brokeredPairs(of: node, groups: groups) == pairs)
    }
  }
}
