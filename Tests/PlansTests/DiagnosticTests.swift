import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct DiagnosticTests {
  private func diagnostic(
    _ problem: Diagnostic.Problem, _ file: String, _ cell: String?, count: Int = 1
  ) -> Diagnostic {
    Diagnostic(
      problem, Source(file: file, sheet: nil, cell: cell.flatMap { CellAddress($0) }), count: count)
  }

  private let number = Diagnostic.Problem.notANumber(.funds, .savings, text: "x")

  @Test("What is the same problem in the same sheet is one, with all its cells")
  func joined() {
    let grouped = Diagnostic.grouped([
      diagnostic(number, "a", "B2"), diagnostic(number, "b", "B2"), diagnostic(number, "a", "B9"),
      diagnostic(.notANumber(.funds, .savings, text: "y"), "a", "B3"),
    ])
    #expect(grouped.map(\.file) == ["a", "b", "a"])
    #expect(grouped.map { $0.cells.map(\.description) } == [["B2", "B9"], ["B2"], ["B3"]])
    #expect(grouped.map(\.count) == [2, 1, 1])
  }

  @Test("Sheets of one workbook are told apart")
  func sheets() {
    let sources = ["x", "y"].map { Source(file: "a.xlsx", sheet: $0, cell: CellAddress("A1")) }
    #expect(Diagnostic.grouped(sources.map { Diagnostic(number, $0) }).map(\.sheet) == ["x", "y"])
  }

  @Test("Counts add up where there are no cells to name")
  func counts() {
    let grouped = Diagnostic.grouped(
      (1...3).map { diagnostic(.createdRows(.fund), "a", nil, count: $0) })
    #expect(grouped.map(\.count) == [6])
    #expect(grouped[0].cells.isEmpty)
  }

  @Test("Grave ones come first, those of one severity as they were found")
  func order() {
    let grouped = Diagnostic.grouped([
      diagnostic(.unknownSheet(name: "n"), "a", nil), diagnostic(.missingPlan, "a", nil),
      diagnostic(number, "b", "B2"), diagnostic(.nothingToLink, "a", nil),
    ])
    #expect(
      grouped.map(\.code) == ["not-a-number", "nothing-to-link", "missing-plan", "unknown-sheet"])
    #expect(Diagnostic.Severity.error < .warning && Diagnostic.Severity.warning < .note)
  }

  @Test("Only what leaves nothing sound to stand on blocks the results")
  func blocking() {
    #expect(diagnostic(.nothingToLink, "a", nil).blocksResults)
    #expect(diagnostic(.missingColumn(.funds, .name, found: []), "a", nil).blocksResults)
    #expect(!diagnostic(number, "a", "B2").blocksResults)
  }

  @Test("Files of several folders are told apart by their folder")
  func severalFolders() throws {
    let funds = "id,name,members\nF1,ออม,หลายคน\n"
    let reading = try readPlans(["a/funds.csv": funds, "b/funds.csv": funds])
    let found = reading.diagnostics.filter { $0.code == "not-a-number" }
    #expect(found.map(\.file) == ["a/funds.csv", "b/funds.csv"])
  }

  @Test("Many texts that are no dates make one entry of their column, with some of them")
  func manyTexts() {
    let sheet = Source(file: "a", sheet: nil)
    let all = (0..<5).map { row in
      Diagnostic(
        .notADate(.activities, .start, text: "t\(row)"), sheet,
        cells: [CellAddress(row: row, column: 6)])
    }
    let grouped = Diagnostic.grouped(all)
    #expect(
      grouped.map(\.problem) == [.notDates(.activities, .start, texts: ["t0", "t1", "t2", "t3"])])
    #expect(grouped[0].cells.count == 5 && grouped[0].code == "not-a-date")
    #expect(Diagnostic.grouped(Array(all.prefix(3))).count == 3)
  }
}
