import Plans
import TestSupport
import Testing

@Suite("Of several decisions on one pair")
struct DecisionSeriesTests {
  /// The statuses, dates and order in which rows are read, and the status that counts.
  private func standing(_ rows: [(status: String, date: String)]) throws -> Decision.Status? {
    let text = rows.map { "savings,F1,A1,\($0.status),\($0.date)\n" }.joined()
    let reading = try SmallPlan.reading(
      changed: ["decisions.csv": "approach,from,to,status,date\n" + text])
    let decisions = reading.plans[0].decisions
    // Nothing typed is lost.
    #expect(decisions.map { $0.status?.rawValue } == rows.map(\.status))
    var series = DecisionSeries(decisions[0])
    for decision in decisions.dropFirst() { series.add(decision) }
    return series.standing.status
  }

  @Test("the later day counts, in whatever order they are read")
  func byDay() throws {
    #expect(try standing([("proposed", "2568-08-20"), ("accepted", "2568-09-01")]) == .accepted)
    #expect(try standing([("accepted", "2568-09-01"), ("proposed", "2568-08-20")]) == .accepted)
  }

  @Test("what is read later counts where the days do not tell")
  func byReading() throws {
    for (one, other) in [("", ""), ("2568-08-20", ""), ("", "2568"), ("2568-08-20", "2568")] {
      #expect(try standing([("proposed", one), ("accepted", other)]) == .accepted)
      #expect(try standing([("accepted", other), ("proposed", one)]) == .proposed)
    }
  }

  @Test("a row without a day comes after those before it, and before what is surely later")
  func withoutDay() throws {
    let old = ("accepted", "2566-01-01")
    #expect(try standing([("rejected", "2568-01-01"), ("proposed", ""), old]) == .proposed)
    #expect(try standing([("proposed", ""), ("rejected", "2568-01-01"), old]) == .rejected)
  }

  @Test("are one pair whichever way round, and two under two approaches")
  func links() throws {
    let rows = "savings,F1,A1,accepted\nsavings,A1,F1,done\nleaders,F1,A1,done\nsavings,F1,A1,,\n"
    let decisions = try SmallPlan.reading(
      changed: ["decisions.csv": "approach,from,to,status\n" + rows]
    ).plans[0].decisions
    let links = decisions.map(DecidedLink.init)
    #expect(links.count == 3 && links[0] == links[1] && links[0] != links[2])
  }
}
