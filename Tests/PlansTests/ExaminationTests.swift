import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct ExaminationTests {
  private func examine(
    _ files: KeyValuePairs<String, String>, today: PlanDate = PlanDate(year: 2025, month: 6, day: 1)
  ) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,แผน\n")
    for (name, text) in files { try folder.write("p/" + name, text) }
    return try PlanReading([folder.file("p")], examinedAsOf: today).diagnostics
  }

  private func cells(_ code: String, _ all: [Diagnostic]) -> [[String]] {
    all.filter { $0.code == code }.map { $0.cells.map(\.description) }
  }

  @Test("A term that has ended is a warning by the day that is given")
  func terms() throws {
    let files: KeyValuePairs = [
      "leaders.csv": "name,until\nก,2567\nข,2568\nค,31/5/2568\nง,1/6/2568\nจ,-\n"
    ]
    #expect(cells("term-ended", try examine(files)) == [["B2"], ["B4"]])
    let later = try examine(files, today: PlanDate(year: 2026, month: 1, day: 1))
    #expect(cells("term-ended", later).flatMap { $0 } == ["B2", "B3", "B4", "B5"])
    #expect(later.filter { $0.code == "term-ended" }.allSatisfy { $0.severity == .warning })
  }

  @Test("A founding or a date of figures that lies ahead is a warning")
  func future() throws {
    let found = try examine(["funds.csv": "name,founded,as_of\nก,2569,1/1/2570\nข,2568,2567\n"])
    #expect(cells("in-future", found) == [["B2"], ["C2"]])
  }

  @Test("Activities without what others have are one note for each kind")
  func looseActivities() throws {
    let found = try examine([
      "places.csv": "id,name\nV1,บ้านเหนือ\n", "leaders.csv": "id,name\nL1,ก\n",
      "activities.csv": "id,name,leaders,places,issues\nA1,ก,L1,V1,น้ำ\nA2,ข,,V1,\nA3,ค,,,น้ำ\n",
    ])
    #expect(cells("activity-without-leader", found) == [["3", "4"]])
    #expect(cells("activity-without-place", found) == [["4"]])
    #expect(cells("activity-without-issue", found) == [["3"]])
    #expect(found.allSatisfy { $0.severity == .note })
  }

  @Test("Where no activity has a leader, that is said as an unknown column only")
  func noneHas() throws {
    let found = try examine(["activities.csv": "id,name,leaders\nA1,ก,\nA2,ข,-\n"])
    #expect(found.map(\.code) == ["unknown-cells"])
    let column = Diagnostic.UnknownColumn(heading: "leaders", unknown: 2)
    #expect(found[0].problem == .unknownCells(.activities, rows: 2, columns: [column]))
  }

  @Test("Leaders that nothing is tied to are one note with their rows")
  func looseLeaders() throws {
    let found = try examine([
      "leaders.csv": "id,name,issues\nL1,ก,\nL2,ข,น้ำ\nL3,ค,\n",
      "links.csv": "from,relation,to\nL1,partners,L2\n",
    ])
    #expect(cells("leader-without-ties", found) == [["4"]])
  }

  @Test("Columns that are half unknown or more are one note for their sheet, the emptiest first")
  func unknownShare() throws {
    let found = try examine([
      "funds.csv": "name,savings,loans,members,สี\nก,-,5,-,-\nข,–,,-,-\nค,5,6,-,-\n"
    ])
    let note = try #require(found.first { $0.code == "unknown-cells" })
    #expect(
      note.problem
        == .unknownCells(
          .funds, rows: 3,
          columns: [.init(heading: "members", unknown: 3), .init(heading: "savings", unknown: 2)]))
  }

  @Test("Several dashes for “not known” in one column are named with all their cells")
  func dashes() throws {
    let found = try examine([
      "funds.csv": "name,savings,loans\nก,-,-\nข,–,-\nค,-,5\nง,−,\nจ, - ,-\nฉ,—,-\n"
    ])
    let note = try #require(found.first { $0.code == "several-dashes" })
    guard case .severalDashes(.funds, "savings", let spellings) = note.problem else {
      Issue.record("\(note.problem)")
      return
    }
    #expect(spellings.map(\.text) == ["-", " - ", "–", "—", "−"])
    #expect(spellings[0].cells.map(\.description) == ["B2", "B4"])
    #expect(note.cells.map(\.description) == ["B3", "B5", "B6", "B7"])
    #expect(found.filter { $0.code == "several-dashes" }.count == 1)
  }

  /// A workbook of one sheet with a table's cells as XML.
  private func workbook(_ rows: String, _ table: String) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.xlsx", bytes: RawWorkbook(rows: rows).bytes)
    try folder.write("mapping.yaml", "name: x\ntables: {\(table): {sheet: แผ่น}}\n")
    return try PlanReading([path], examinedAsOf: PlanDate(year: 2025)).diagnostics
  }

  private func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
  private func number(_ number: String) -> String { "<c><v>\(number)</v></c>" }
  private func row(_ cells: String...) -> String { "<row>\(cells.joined())</row>" }

  @Test("Numbers and texts mixed in one column are named, with the cells of the fewer")
  func mixed() throws {
    let found = try workbook(
      row(text("name"), text("moo")) + row(text("ก"), number("1"))
        + row(text("ข"), text("2")) + row(text("ค"), number("3")) + row(text("ง"), text("ข้าง 4")),
      "places")
    let note = try #require(found.first { $0.code == "mixed-kinds" })
    #expect(note.problem == .mixedKinds(.places, heading: "moo", numbers: 2, texts: 1))
    #expect(note.cells.map(\.description) == ["B3"] && note.severity == .note)
  }

  @Test("A telephone number that was kept as a number has lost its zero, which is said")
  func phones() throws {
    let found = try workbook(
      row(text("name"), text("phone")) + row(text("ก"), number("812345678"))
        + row(text("ข"), text("081-234-5678")), "leaders")
    #expect(cells("lost-zero", found) == [["B2"]])
  }

  @Test("Amounts of money that grow by one baht from row to row are one warning")
  func counting() throws {
    let rows = (0..<5).map { "A\($0),งาน,\(50_000 + $0),\(2_566 + $0)\n" }.joined()
    let found = try examine(["activities.csv": "id,name,budget,start\n" + rows])
    #expect(cells("counting-amounts", found) == [["C2", "C3", "C4", "C5", "C6"]])
  }

  @Test("Years that count up over many rows are one entry with its range")
  func countingYears() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<8).map { "ก\($0 * 3)ข,ปีงบ \(2552 + $0)\n" }.joined()
    try folder.write("p/plan.csv", "id,name\np,แผน\n")
    try folder.write("p/activities.csv", "name,start\n" + rows)
    let found = try PlanReading([folder.file("p")], examinedAsOf: PlanDate(year: 2025)).diagnostics
    let years = found.filter { $0.code == "counting-years" }
    #expect(years.map(\.count) == [8])
    #expect(!found.contains { $0.code == "not-a-date" })
  }
}
