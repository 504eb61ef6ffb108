import Plans
import Sheets
import TestSupport
import Testing

@Suite struct DecisionContradictionsTests {
  private func found(_ decisions: String) throws -> [Diagnostic] {
    try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "id,name\nF1,ก\nF2,ข\n",
      "activities.csv": "id,name\nA1,งาน\nA2,อีกงาน\n", "leaders.csv": "id,name\nL1,ค\n",
      "decisions.csv": "approach,from,to,status,due,date\n" + decisions,
    ]).diagnostics
  }

  @Test("A pair that is agreed on and rejected is named with both cells, either way round")
  func opposed() throws {
    let all = try found(
      "savings,F1,A1,accepted,,\nsavings,F2,A1,rejected,,\nsavings,A1,F1,rejected,,\n")
    #expect(all.map(\.code) == ["opposed-decisions"])
    #expect(all[0].cells.map(\.description) == ["D4"] && all[0].severity == .warning)
    guard case .opposedDecisions(let first) = all[0].problem else { return }
    #expect(first.cell?.description == "D2")
  }

  @Test("Of an opposed pair that bears days the later is named, wherever it stands")
  func opposedByDay() throws {
    let all = try found(
      "savings,F1,A1,accepted,,2568-02-01\nsavings,F1,A1,rejected,,2568-01-01\n")
    #expect(all.map(\.code) == ["opposed-decisions"])
    #expect(all[0].cells.map(\.description) == ["D2"])
  }

  @Test(
    "A proposal that was then rejected, or accepted twice, contradicts nothing; the rest is told")
  func sound() throws {
    let rows =
      "savings,F1,A1,proposed,,\nsavings,F1,A1,rejected,,\nsavings,F2,A2,accepted,2568,2567\n"
    let all = try found(rows + "savings,F2,A2,done,,\n")
    #expect(all.map(\.problem) == [.overtakenDecisions] && all[0].severity == .note)
    #expect(all[0].cells.map(\.row) == [1, 3])
  }

  @Test("A decision that was due before it was made is named")
  func due() throws {
    let all = try found("savings,F1,A1,accepted,2566-01-31,2567-02-01\n")
    #expect(all.map(\.code) == ["due-before-date"] && all[0].cells.map(\.description) == ["E2"])
  }

  @Test("Ends that the approach does not tie are named")
  func ends() throws {
    let all = try found(
      "leaders,F1,A1,accepted,,\nleaders,A1,L1,accepted,,\nforum,F1,F2,accepted,,\n")
    #expect(all.map(\.code) == ["unfit-decision"] && all[0].cells.map(\.description) == ["B2"])
  }
}
