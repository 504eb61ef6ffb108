import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct ContradictionsTests {
  private func problems(_ file: String, _ text: String) throws -> [Diagnostic] {
    try readPlans([
      "plan.csv": "id,name\np,แผน\n", "leaders.csv": "name\nก\n", .init(file): text,
    ]).diagnostics
  }

  @Test("What ends before it starts is an error at its end")
  func endBeforeStart() throws {
    let found = try problems(
      "activities.csv",
      "name,start,end\nก,2567,2566\nข,2566,2566\nค,31/5/2566,30 พ.ค. 2566\nง,พ.ค. 2566,2566\n")
    let (start, end) = (PlanDate(year: 2024), PlanDate(year: 2023))
    #expect(found.map(\.code) == ["end-before-start", "end-before-start"])
    #expect(found[0].problem == .endBeforeStart(.activities, .end, start: start, end: end))
    #expect(found.map { $0.cells.map(\.description) } == [["C2"], ["C4"]])
    #expect(found[0].severity == .error)
  }

  @Test("A part above its whole is an error at the part; an unknown or equal whole is none")
  func partOverWhole() throws {
    let own = try problems(
      "activities.csv", "name,budget,own_budget\nก,5,6\nข,5,5\nค,-,6\nง,0,1\n")
    #expect(
      own.map(\.problem) == [
        .partOverWhole(.activities, .ownBudget, part: 6, whole: .budget, 5),
        .partOverWhole(.activities, .ownBudget, part: 1, whole: .budget, 0),
      ])
    #expect(own.map { $0.cells.map(\.description) } == [["C2"], ["C5"]])
    let overdue = try problems("funds.csv", "name,loans,overdue\nก,100,200\nข,100,-\n")
    #expect(
      overdue.map(\.problem) == [.partOverWhole(.funds, .overdue, part: 200, whole: .loans, 100)])
  }

  @Test("An amount below zero is an error, also in brackets; reserves may be used up")
  func negative() throws {
    let found = try problems(
      "funds.csv", "name,savings,reserves\nก,(500),-700\nข,\"-1,000\",5\nค,0,0\n")
    #expect(
      found.map(\.problem) == [
        .negativeAmount(.funds, .savings, -500), .negativeAmount(.funds, .savings, -1_000),
      ])
  }

  @Test("Latitudes and longitudes that are nowhere are errors")
  func nowhere() throws {
    let found = try problems("places.csv", "name,latitude,longitude\nก,102.9,14.6\nข,14.6,102.9\n")
    #expect(found.map(\.problem) == [.notOnEarth(.places, .latitude, 102.9)])
    #expect(found[0].cells.map(\.description) == ["B2"])
  }

  @Test("A date is surely before another only as far as both are known")
  func surely() {
    let year = PlanDate(year: 2023)
    let may = PlanDate(year: 2023, month: 5)
    let day = PlanDate(year: 2023, month: 5, day: 3)
    #expect(!year.isSurelyBefore(may) && !may.isSurelyBefore(year) && !may.isSurelyBefore(day))
    #expect(PlanDate(year: 2022).isSurelyBefore(may))
    #expect(PlanDate(year: 2023, month: 4).isSurelyBefore(day))
    #expect(PlanDate(year: 2023, month: 5, day: 2).isSurelyBefore(day) && !day.isSurelyBefore(day))
  }
}
