import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("A series of plans")
struct PlanSeriesTests {
  private func series(_ plans: [String]) throws -> [[String]] {
    let folder = try TemporaryFolder()
    for (index, plan) in plans.enumerated() {
      let name = "p/\(Character(UnicodeScalar(UInt8(97 + index))))"
      try folder.write(
        name + "/plan.csv",
        "id,name,tambon,amphoe,province,year\n\(plan.prefix(2)),แผน,\(plan.dropFirst(3))\n")
      try folder.write(name + "/activities.csv", "id,name\nA1,งาน\n")
    }
    let read = try PlanReading([folder.file("p")]).plans
    return PlanSeries.all(read).map { $0.plans.map { read[$0].id } }
  }

  @Test("brings the years of one tambon together, the oldest first")
  func years() throws {
    #expect(
      try series(["p1,ก,อ,จ,2567", "p2,ข,อ,จ,2565", "p3,ก,-,จ,2565"]) == [["p3", "p1"], ["p2"]])
  }

  @Test("keeps apart tambons of one name in two provinces, one year twice, and what gives no year")
  func apart() throws {
    #expect(
      try series(["p1,ก,อ,จ,2567", "p2,ก,อ,ฉ,2565", "p3,ก,อ,จ,2567", "p4,ก,อ,จ,-", "p5,-,-,-,2560"])
        == [["p1"], ["p2"], ["p3"], ["p4"], ["p5"]])
  }
}
