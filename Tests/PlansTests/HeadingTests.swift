import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct HeadingTests {
  private func heading(
    _ rows: [[String]], merges: [String] = [], isInWorkbook: Bool = true, as table: Table = .funds
  ) -> Heading {
    let sheet = Sheet(
      file: "a.xlsx", name: "a", isInWorkbook: isInWorkbook,
      layout: SheetLayout(merges: merges.compactMap { CellRange($0) }),
      rows: rows.map { $0.map(Cell.init) })
    return Heading(sheet, rows: nil) { table.column(headingKey: $0) != nil }
  }

  @Test("The heading is found below title lines, by the headings that the table knows")
  func belowTitles() {
    let found = heading([
      ["ข้อมูลกองทุน ตำบลตัวอย่าง"], ["ปี", "2566"], [], ["ลำดับ", "ชื่อ", "เงินออม"], ["1", "ก", "5"],
    ])
    #expect(found.rows == 3...3 && found.firstDataRow == 4)
    #expect(found.texts.map(\.text) == ["ลำดับ", "ชื่อ", "เงินออม"])
  }

  @Test("A table that starts at B3 is found there")
  func startsAtB3() {
    let found = heading([[], [], ["", "รหัส", "ชื่อ"], ["", "F1", "ก"]])
    #expect(found.rows == 2...2)
    #expect(found.column("ชื่อ") == 2 && found.column("รหัส") == 1)
  }

  @Test("Where no heading is known, the first filled row is the heading")
  func unknownHeadings() {
    #expect(heading([[], ["ก", "ข"], ["ค", "ง"]]).rows == 1...1)
    #expect(heading([]).rows == 0...0)
  }

  @Test("A line break and blanks within a heading do not matter")
  func lineBreaks() {
    #expect(heading([["ชื่อ", "เงินกู้\nคงค้าง"], ["ก", "5"]]).column("เงินกู้คงค้าง") == 1)
  }

  @Test(
    "A group above its parts is read with them, merged in a workbook or left open in text",
    arguments: [true, false])
  func twoRows(_ isInWorkbook: Bool) {
    let found = heading(
      [
        ["ชื่อ", "เงินกู้", "", "ข้อมูล ณ"], ["", "เงินกู้คงค้าง", "ค้างชำระ", ""], ["ก", "5", "1", "2566"],
      ], merges: isInWorkbook ? ["A1:A2", "B1:C1", "D1:D2"] : [], isInWorkbook: isInWorkbook)
    #expect(found.rows == 0...1)
    #expect(found.texts.map(\.text) == ["ชื่อ", "เงินกู้ เงินกู้คงค้าง", "เงินกู้ ค้างชำระ", "ข้อมูล ณ"])
    #expect(found.meaning(2) { Table.funds.column(headingKey: $0) } == .overdue)
    #expect(found.meaning(3) { Table.funds.column(headingKey: $0) } == .asOf)
  }

  @Test("The sum below a group is what the group is called; its other parts are themselves")
  func sumOfGroup() {
    let found = heading(
      [["ชื่อกิจกรรม", "งบประมาณ", "", ""], ["", "รวม", "ทุนชุมชน", "รัฐ"]], merges: ["B1:D1"],
      as: .activities)
    let meanings = (0..<4).map { found.meaning($0) { Table.activities.column(headingKey: $0) } }
    #expect(meanings == [.name, .budget, .ownBudget, nil])
    #expect(found.text(3) == "งบประมาณ รัฐ")
  }

  @Test("A first row of data or a title that adds no heading leaves the heading one row")
  func oneRow() {
    #expect(heading([["ชื่อ", "เงินออม"], ["ก", "5"]]).rows == 0...0)
    #expect(heading([["กองทุน"], ["ชื่อ", "เงินออม"], ["ก", "5"]]).rows == 1...1)
  }

  @Test("The columns that a mapping names count as known headings")
  func mapped() throws {
    let reading = try readPlans([
      "mapping.yaml": "name: x\ntables:\n  funds:\n    columns: {name: Group, savings: Money}\n",
      "list.csv": "Report\nof 2566,x,y\nNo,Group,Money\n1,ก,5\n",
    ])
    #expect(reading.plans[0].funds.map(\.savings) == [5])
    let titles = try #require(reading.diagnostics.first { $0.code == "title-lines" })
    #expect(titles.problem == .titleLines(.funds, headingRow: 3) && titles.severity == .note)
    #expect(titles.cells.map(\.description) == ["1", "2"])
  }

  @Test("A mapping may say two rows; three are none")
  func twoMapped() throws {
    let mapping =
      "name: x\ntables: {funds: {header_row: ROWS, columns: {name: G, savings: M In}}}\n"
    let table = "G,M,\n,In,Out\nก,5,6\n"
    let reading = try readPlans([
      "mapping.yaml": mapping.replacing("ROWS", with: "[1, 2]"), "list.csv": table,
    ])
    #expect(reading.plans[0].funds.map(\.savings) == [5])
    #expect(reading.diagnostics.contains { $0.code == "two-row-heading" })
    #expect(throws: PlanError.self) {
      try readPlans(["mapping.yaml": mapping.replacing("ROWS", with: "[1, 2, 3]"), "l.csv": table])
    }
  }
}
