import Glibc
import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("How near two activities are")
struct ActivityTraitsTests {
  private let plans: PlanGraph

  init() throws {
    let activities = """
      id,name,start,budget
      A1,ขุดบ่อน้ำตื้นบ้านเหนือ,2560,"1,000"
      A2,ขุดบ่อน้ำตื้นบ้านใต้,2562,"2,000"
      A3,ขุดบ่อน้ำตื้นบ้านเหนือ,มิ.ย. 2560,500
      A4,ปลูกผัก,-,-
      A5,ปลูกผัก,2560,0

      """
    plans = try SomePlans.graph(["p": ["activities": activities]])
  }

  private func nearness(_ kind: Likeness, _ one: Int, _ other: Int) -> Double {
    let nodes = Array(plans.graph.nodes(of: .activity))
    var traits = ActivityTraits()
    traits.enter(0, of: plans)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 1) { nearness in
      [nodes[one - 1]].withUnsafeBufferPointer { activities in
        nearness.baseAddress.map {
          traits.nearness(kind, to: nodes[other - 1], of: activities, into: $0)
        }
      }
      return nearness[0]
    }
  }

  @Test("in years is e^-(years between / 2), a month counting as part of its year")
  func years() {
    #expect(abs(nearness(.years, 1, 2) - exp(-1)) < 1e-12)
    #expect(abs(nearness(.years, 1, 3) - exp(-5.5 / 12 / 2)) < 1e-12)
    #expect(nearness(.years, 1, 1) == 1)
  }

  @Test("in size is the ratio of the smaller budget to the larger")
  func sizes() {
    #expect(abs(nearness(.size, 1, 2) - 0.5) < 1e-12)
    #expect(abs(nearness(.size, 2, 3) - 0.25) < 1e-12)
    #expect(nearness(.size, 2, 2) == 1)
  }

  @Test("is 0 where a year or a budget is not known, and a budget of nothing has no size")
  func unknown() {
    #expect(nearness(.years, 1, 4) == 0 && nearness(.years, 4, 4) == 0)
    #expect(nearness(.size, 1, 4) == 0 && nearness(.size, 5, 5) == 0)
  }

  @Test("in name is 1 for equal names, 0 without three letters in common, and else between")
  func names() {
    #expect(abs(nearness(.name, 1, 3) - 1) < 1e-6)
    #expect(abs(nearness(.name, 4, 5) - 1) < 1e-6)
    #expect(nearness(.name, 1, 4) == 0)
    #expect(nearness(.name, 1, 2) > 0.3 && nearness(.name, 1, 2) < 0.99)
  }

  @Test("is the same from both sides, and between 0 and 1", arguments: Likeness.allCases)
  func isSymmetric(kind: Likeness) {
    for one in 1...5 {
      for other in 1...5 {
        #expect(nearness(kind, one, other) == nearness(kind, other, one))
        #expect((0...1.000_001).contains(nearness(kind, one, other)))
      }
    }
  }

  @Test(
    "is what the paths of a likeness add up to in the column, each naming the like work",
    arguments: 1...5)
  func pathsSumToColumns(seed: UInt64) throws {
    let plans = try RandomPlans.graph(seed: seed, plans: 2, activities: 12)
    let table = OpportunitySearch(plans, .standard(.savings)).table
    var found = 0
    for (column, item) in table.approach.metaPaths.enumerated() where !item.likeness.isEmpty {
      for target in plans.graph.nodes(of: .activity) {
        let part = plans.graph.part(of: target)
        table.withRows { row, near, memory in
          table.fill(&row, &near, &memory, from: target, within: part)
          for index in 0..<row.count {
            let paths = table.likePaths(
              along: column, from: row.end(index), to: target, within: part, memory)
            let counted = table.paths(row, index, along: column)
            #expect(paths.count == counted.count)
            #expect(abs(paths.reduce(0) { $0 + $1.weight } - counted.weight) < 1e-12)
            #expect(paths.allSatisfy { $0.nodes[1] != target && $0.nodes[2] == target })
            found += paths.count
          }
        }
      }
    }
    #expect(found > 0)
  }
}
