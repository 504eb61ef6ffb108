import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Teams of leaders")
struct TeamTests {
  private func ranking(_ seed: UInt64) throws -> LeaderRanking {
    LeaderRanking(try RandomPlans.graph(seed: seed), plan: 0, asOf: PlanDate(year: 2025))
  }

  /// What a leader covers of the targets, found by hand.
  private func covers(_ ranking: LeaderRanking, _ targets: [NodeID]) -> [NodeID: Set<NodeID>] {
    let network = ranking.network
    return Dictionary(
      uniqueKeysWithValues: network.leaders.map { leader in
        let all = Set(network.issues(ofLeader: leader) + network.places(of: leader))
        return (leader, all.intersection(targets))
      })
  }

  private func subsets(_ items: [NodeID]) -> [[NodeID]] {
    (0..<(1 << items.count)).map { bits in
      items.indices.filter { bits >> $0 & 1 == 1 }.map { items[$0] }
    }
  }

  @Test("are the smallest that cover all that anybody covers", arguments: 1...8)
  func smallest(seed: UInt64) throws {
    let ranking = try ranking(seed)
    let all = TeamRequest.allTargets(of: ranking.network)
    let targets = all.issues + all.places
    let covers = covers(ranking, targets)
    let reachable = covers.values.reduce(into: Set()) { $0.formUnion($1) }
    let sizes = subsets(ranking.network.leaders).filter { team in
      team.reduce(into: Set()) { $0.formUnion(covers[$1] ?? []) } == reachable
    }.map(\.count)
    let team = Team(smallestIn: ranking)
    #expect(team.isOptimal && team.members.count == sizes.min() && team.bound == sizes.min())
    #expect(Set(team.covered) == reachable)
    #expect(Set(team.uncovered) == Set(targets).subtracting(reachable))
    #expect(team.beyondAll == team.uncovered)
  }

  @Test("of a size cover the most that so many can", arguments: 1...8)
  func ofSize(seed: UInt64) throws {
    let ranking = try ranking(seed)
    let all = TeamRequest.allTargets(of: ranking.network)
    let targets = all.issues + all.places
    let covers = covers(ranking, targets)
    for size in 1...3 {
      let most = subsets(ranking.network.leaders).filter { $0.count <= size }.map { team in
        team.reduce(into: Set()) { $0.formUnion(covers[$1] ?? []) }.count
      }.max()
      let team = Team(TeamRequest(targets: targets, size: size), in: ranking)
      #expect(team.members.count <= size && team.covered.count == most)
      #expect(team.isOptimal && team.bound == most)
    }
  }

  @Test("hold who is asked for and nobody who is not, and their alternatives too", arguments: 1...6)
  func included(seed: UInt64) throws {
    let ranking = try ranking(seed)
    let leaders = ranking.network.leaders
    let all = TeamRequest.allTargets(of: ranking.network)
    var request = TeamRequest(targets: all.issues + all.places)
    request.included = [leaders[0]]
    request.excluded = [leaders[1]]
    let team = Team(request, in: ranking)
    let teams = [team.members.map(\.leader)] + team.alternatives
    #expect(teams.allSatisfy { $0.contains(leaders[0]) && !$0.contains(leaders[1]) })
    #expect(Set(teams).count == teams.count && Set(teams.map(\.count)).count == 1)
    let covers = covers(ranking, request.targets)
    for other in team.alternatives {
      let covered = other.reduce(into: Set()) { $0.formUnion(covers[$1] ?? []) }
      #expect(covered == Set(team.covered))
    }
  }

  @Test("of several as small take the one that carries least")
  func carriesLeast() throws {
    let plans = try SomePlans.graph([
      "p": [
        "leaders": "id,name,issues\nL1,ก,น้ำ\nL2,ข,น้ำ\nL3,ค,น้ำ\n",
        "activities": "id,name,issues,status,leaders\nA1,งาน,น้ำ,กำลังทำ,L1\nA2,งานสอง,น้ำ,แผน,L3\n",
      ]
    ])
    let ranking = LeaderRanking(plans, plan: 0, asOf: PlanDate(year: 2025))
    let team = Team(smallestIn: ranking)
    #expect(team.members.map(\.leader) == plans.nodes(named: "L2"))
    #expect(team.alternatives == [plans.nodes(named: "L1"), plans.nodes(named: "L3")])
    #expect(team.members[0].alone == team.covered)
  }

  @Test("of a plan without people or without anything to cover are empty, and proven so")
  func empty() throws {
    let none = LeaderRanking(
      try SomePlans.graph(["p": ["activities": "id,name,issues\nA1,งาน,น้ำ\n"]]), plan: 0,
      asOf: PlanDate(year: 2025))
    let team = Team(smallestIn: none)
    #expect(team.members.isEmpty && team.uncovered.count == 1 && team.beyondAll.count == 1)
    let nothing = LeaderRanking(
      try SomePlans.graph(["p": ["leaders": "id,name\nL1,ก\n"]]), plan: 0,
      asOf: PlanDate(year: 2025))
    #expect(Team(smallestIn: nothing).members.isEmpty)
  }
}
