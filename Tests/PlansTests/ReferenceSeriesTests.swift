import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct ReferenceSeriesTests {
  private func read(_ funds: String, _ words: [String], mapping: String? = nil) throws
    -> PlanReading
  {
    let rows = words.enumerated().map { "A\($0 + 1),งานที่ \($0),\($1)\n" }.joined()
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,แผน\n")
    try folder.write("p/funds.csv", "id,name\n" + funds)
    try folder.write("p/activities.csv", "id,name,funds\n" + rows)
    if let mapping { try folder.write("p/mapping.yaml", mapping) }
    return try PlanReading([folder.file("p")])
  }

  private let words = (60...64).map { "กองทุนพัฒนาตำบล \($0)" }

  @Test("Words that were dragged down a column of references are read as the first of them")
  func dragged() throws {
    let reading = try read("F1,กองทุนพัฒนาตำบล 60\n", words)
    #expect(reading.plans[0].ties.map(\.to.index) == [0, 1, 2, 3, 4])
    #expect(reading.plans[0].ties.allSatisfy { $0.from.index == 0 })
    #expect(reading.diagnostics.map(\.code) == ["series"])
    #expect(reading.diagnostics[0].cells.map(\.description) == ["C2", "C3", "C4", "C5", "C6"])
    #expect(reading.diagnostics[0].severity == .warning)
  }

  @Test("Where a later one is a row of the table, nothing is taken for a mistake")
  func known() throws {
    let reading = try read("F1,กองทุนพัฒนาตำบล 60\nF2,กองทุนพัฒนาตำบล 62\n", words)
    #expect(reading.plans[0].ties.count == 2)
    #expect(Set(reading.diagnostics.map(\.code)) == ["dangling-reference"])
  }

  @Test("Where rows are made of words, a series makes one row")
  func created() throws {
    let reading = try read(
      "", words, mapping: "create_missing: true\n")
    #expect(reading.plans[0].funds.map(\.name) == [words[0]])
  }

  @Test("Ids that count up refer to their rows")
  func ids() throws {
    let reading = try read("F1,ก\nF2,ข\nF3,ค\n", ["F1", "F2", "F3"])
    #expect(reading.plans[0].ties.map(\.from.index) == [0, 1, 2])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "Ids that are there and count up over four rows are named with their range, and read as typed")
  func knownIDs() throws {
    let funds = (1...6).map { "F0\($0),กองทุน\($0)ที่\n" }.joined()
    let rows = ["F02", "F03", "F04", "F05", "F01", "F02", "F03"].enumerated()
      .map { "A\($0),งาน\($0 * 7)ต่าง,\($1)\n" }.joined()
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "id,name\n" + funds,
      "activities.csv": "id,name,funds\n" + rows,
    ])
    let found = reading.diagnostics.filter { $0.code == "counting-references" }
    #expect(found.map { $0.cells.map(\.description) } == [["C2", "C3", "C4", "C5"]])
    #expect(found[0].severity == .warning && reading.plans[0].ties.count == 7)
  }
}
