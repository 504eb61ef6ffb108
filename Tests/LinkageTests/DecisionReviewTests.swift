import Linkage
import Plans
import TestSupport
import Testing

@Suite("What has become of decisions")
struct DecisionReviewTests {
  private func movements(_ rows: String, day: PlanDate) throws -> [DecisionReview.Movement] {
    let head = "approach,from,to,status,owner,due,date\n"
    let plans = try SmallPlan.graph(changed: ["decisions.csv": head + rows])
    return DecisionReview(plans, plan: 0, asOf: day).items.map(\.movement)
  }

  private let day = PlanDate(year: 2026, month: 1, day: 15)

  @Test("is linked where the plan has the tie now, whatever the row still says")
  func isLinked() throws {
    #expect(try movements("savings,F2,A2,accepted,,2568-01-01,\n", day: day) == [.linked])
    // A tie of another kind between the two is not the one that was decided on.
    #expect(try movements("leaders,F2,A2,accepted,,,\n", day: day) == [.open])
  }

  @Test("is overdue from the day after it was due, the month or year as a whole")
  func isOverdue() throws {
    func due(_ date: String) throws -> [DecisionReview.Movement] {
      try movements("savings,F1,A1,accepted,,\(date),\n", day: day)
    }
    #expect(try due("2569-01-14") == [.overdue] && due("2569-01-15") == [.open])
    #expect(try due("2568") == [.overdue] && due("2569") == [.open])
    #expect(try due("") == [.open])
  }

  @Test("of a pair that was decided twice is that of the later decision, either way round")
  func isTheLatest() throws {
    let rows = "savings,F1,A1,proposed,,,2568-08-20\n"
    #expect(try movements(rows + "savings,A1,F1,accepted,,,\n", day: day) == [.open])
    #expect(try movements(rows + "savings,F1,A1,rejected,,,2569-01-02\n", day: day) == [.rejected])
    #expect(try movements("savings,F1,A1,funded,,,2568-09-01\n" + rows, day: day) == [.funded])
    #expect(try movements(rows + "leaders,F1,A1,accepted,,,\n", day: day) == [.open, .pending])
  }

  @Test("is how far the row says that it is, and linked only where the plan shows it")
  func isTheStatus() throws {
    let found = try ["in_plan", "funded", "active", "done", "postponed"].map {
      try movements("savings,F1,A1,\($0),,2570,\n", day: day)
    }
    #expect(found == [[.inPlan], [.funded], [.active], [.done], [.postponed]])
    #expect(try movements("savings,F1,A1,funded,,2567,\n", day: day) == [.overdue])
    #expect(try movements("savings,F2,A2,done,,,\n", day: day) == [.linked])
  }

  @Test("comes with what must be followed up first, and rejected last")
  func isInOrder() throws {
    let rows = """
      savings,F1,A3,rejected,,,
      savings,F1,A2,proposed,,,
      savings,F1,A1,accepted,,2567,

      """
    #expect(try movements(rows, day: day) == [.overdue, .pending, .rejected])
  }
}
