import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("How near and alike plans are")
struct PlanLikenessTests {
  /// Plans here and there, some without a word on where they are, each with work on some issues.
  private static func graph(seed: UInt64, plans count: Int) throws -> PlanGraph {
    var generator = SeededGenerator(seed: seed)
    var plans: [(String, [String: String])] = []
    for number in 0..<count {
      let amphoe = ["", "นาดี", "บ้านไผ่", "พล"].randomElement(using: &generator) ?? ""
      let place = Bool.random(using: &generator)
      let north = Double(Int.random(in: 1_200...1_900, using: &generator)) / 100
      let rows = (1...6).map { row in
        let issue = ["น้ำ", "ดิน", "หนี้", "ป่า"].randomElement(using: &generator) ?? ""
        return "A\(row),งาน \(row),\(issue)\n"
      }
      plans.append(
        (
          "p\(100 + number)",
          [
            "plan": "id,name,amphoe,province\np\(100 + number),แผน \(number),\(amphoe),\n",
            "places": "id,name,latitude,longitude\nV1,บ้าน,\(place ? "\(north),103" : ",")\n",
            "activities": "id,name,issues\n" + rows.joined(),
          ]
        ))
    }
    return try SomePlans.graph(of: plans)
  }

  @Test("the best of some plans is that of all of them, one by one", arguments: 1...3)
  func best(seed: UInt64) throws {
    let plans = try Self.graph(seed: seed, plans: 90)
    let likeness = PlanLikeness(plans)
    var generator = SeededGenerator(seed: seed)
    for plan in plans.plans.indices {
      var nearest = likeness.nearest(to: plan)
      for share in [1, 2, 30] {
        let some = plans.plans.indices.filter {
          $0 != plan && Int.random(in: 1...share, using: &generator) == 1
        }
        let scored = some.map { other in
          let near = likeness.nearness(plan, other) ?? 0.5
          return (plan: other, score: (near + likeness.ofIssues(plan, other)) / 2)
        }
        let expected = scored.max { ($0.score, $1.plan) < ($1.score, $0.plan) }
        let found = nearest.best(of: some.map { Int32($0) }, where: some.contains)
        #expect(found?.plan == expected?.plan && found?.score == expected?.score)
      }
    }
  }

  @Test("is half at fifty kilometres, and by the areas where positions are not known")
  func nearness() throws {
    func plan(_ id: String, _ amphoe: String, _ province: String, _ latitude: String) -> [String:
      String]
    {
      [
        "plan": "id,name,amphoe,province\n\(id),แผน,\(amphoe),\(province)\n",
        "places":
          "id,name,latitude,longitude\nV1,บ้าน,\(latitude),\(latitude.isEmpty ? "" : "103")\n",
        "activities": "id,name,issues\nA1,งาน,น้ำ\n",
      ]
    }
    let plans = try SomePlans.graph([
      "a": plan("a", "นาดี", "ขอนแก่น", "15"), "b": plan("b", "พล", "ขอนแก่น", "\(15 + 50.0 / 111)"),
      "c": plan("c", "นาดี", "ขอนแก่น", ""), "d": plan("d", "", "", ""),
    ])
    let likeness = PlanLikeness(plans)
    #expect(abs((likeness.nearness(0, 1) ?? 0) - 0.5) < 1e-9)
    #expect(likeness.nearness(0, 2) == 0.9 && likeness.nearness(1, 2) == 0.7)
    #expect(likeness.nearness(0, 3) == nil)
    #expect(likeness.ofIssues(0, 1) == 1)
  }
}
