import Glibc
import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Links chosen together")
struct JointChoiceTests {
  private static let names = ["savings", "hub", "leaders", "adoption"]

  /// Some opportunities of a random plan, few enough that every choice of them can be tried.
  private func some(
    _ name: String, _ seed: UInt64, most: Int = 12
  ) throws -> (search: OpportunitySearch, list: [Opportunity]) {
    let plans = try RandomPlans.graph(seed: seed, plans: 2)
    let approach = try #require(Approach.standard.first { $0.name == name })
    let search = OpportunitySearch(plans, approach)
    return (search, Array(search.opportunities(least: 0).prefix(most)))
  }

  @Test(
    "reach at least 1 - 1/e of the best choice of as many, and no choice exceeds their bound",
    arguments: names, 1...5)
  func areNearTheBest(name: String, seed: UInt64) throws {
    let (search, list) = try some(name, seed)
    for count in 1...3 {
      let choice = JointChoice(count, of: list, in: search)
      let best = choices(list, count).map { change(of: $0, search) }.max() ?? 0
      #expect(Double(choice.gain) >= (1 - exp(-1)) * Double(best))
      #expect(choice.bound >= best && choice.gain <= best)
      #expect(choice.items.count <= count)
    }
  }

  @Test("count nothing twice: each adds what the union grows by", arguments: names, 1...5)
  func countOnce(name: String, seed: UInt64) throws {
    let (search, list) = try some(name, seed, most: 40)
    let choice = JointChoice(10, of: list, in: search)
    var before: [Opportunity] = []
    for item in choice.items {
      let gain = change(of: before + [item.opportunity], search) - change(of: before, search)
      #expect(item.gain == gain && item.gain > 0)
      before.append(item.opportunity)
    }
    #expect(Set(choice.items.map(\.opportunity.rank)).count == choice.items.count)
  }

  @Test(
    "stop where nothing more is added, and then their bound is what they reach", arguments: names)
  func stop(name: String) throws {
    let (search, list) = try some(name, 2, most: 40)
    let choice = JointChoice(list.count + 5, of: list, in: search)
    #expect(choice.gain == change(of: list, search))
    #expect(choice.bound == choice.gain)
    #expect(JointChoice(3, of: [], in: search).items.isEmpty)
    #expect(JointChoice(3, of: [], in: search).bound == 0)
  }

  @Test("of two funds for one activity only the first is chosen")
  func chooseOneFund() throws {
    let search = OpportunitySearch(try SmallPlan.graph(), .standard(.savings))
    let list = search.opportunities()
    let choice = JointChoice(1, of: list, in: search)
    #expect(choice.items.map(\.opportunity.rank) == [1])
    #expect(list.count == 2)
    let both = JointChoice(2, of: list, in: search)
    #expect(both.gain == change(of: list, search))
    #expect(both.gain < list.reduce(0) { $0 + $1.effect.gain })
  }

  /// What links change together, from the definition: the union of what is reached, and by how many
  /// fewer pieces the plans then have.
  private func change(of list: [Opportunity], _ search: OpportunitySearch) -> Int {
    let reached = Set(list.flatMap { $0.effect.newActivities + $0.effect.newPlaces })
    var reckoning = search.reckoning()
    var joined = 0
    for part in 1...search.plans.plans.count {
      var pieces = reckoning.pieces(of: part)
      for item in list where search.part(of: item) == part {
        if pieces.join(item.ends.from, item.ends.to) { joined += 1 }
      }
    }
    return reached.count + joined
  }

  private func choices(_ list: [Opportunity], _ count: Int) -> [[Opportunity]] {
    guard count > 0, let first = list.first else { return [[]] }
    let rest = Array(list.dropFirst())
    return choices(rest, count) + choices(rest, count - 1).map { [first] + $0 }
  }
}
