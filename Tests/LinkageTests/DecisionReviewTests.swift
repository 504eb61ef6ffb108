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
