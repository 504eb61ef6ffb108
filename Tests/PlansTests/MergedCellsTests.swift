import Sheets
import TestSupport
import Testing

@testable import Plans

/// Sheets whose cells are merged or hidden.
@Suite struct MergedCellsTests {
  private func view(
    _ rows: [[Cell]], merges: [String] = [], layout: SheetLayout? = nil,
    as table: Table = .activities
  ) throws -> (view: TableView, log: DiagnosticLog) {
    let sheet = Sheet(
      file: "a.xlsx", name: "กิจกรรม", isInWorkbook: true,
      layout: layout ?? SheetLayout(merges: merges.compactMap { CellRange($0) }), rows: rows)
    let log = DiagnosticLog()
    let view = try TableView(sheet, as: table, rule: nil, mapping: nil, log: log)
    return (try #require(view), log)
  }

  private func rows(_ texts: [[String]]) -> [[Cell]] { texts.map { $0.map(Cell.init) } }

  private func record(_ view: TableView, _ group: Int) -> TableRow {
    TableRow(view: view, rows: view.groups[group], log: DiagnosticLog())
  }

  @Test("A text or reference merged over several rows is filled into each of them")
  func filled() throws {
    let (view, log) = try view(
      rows([
        ["ชื่อกิจกรรม", "ประเด็น", "เริ่ม"], ["ก", "น้ำ", "2566"], ["ข", "", ""], ["ค", "", ""],
        ["ง", "", ""],
      ]), merges: ["B2:B4", "C2:C3"])
    #expect(view.groups == [[1], [2], [3], [4]])
    #expect((0..<4).map { record(view, $0).texts(.issues) } == [["น้ำ"], ["น้ำ"], ["น้ำ"], []])
    #expect((0..<4).map { record(view, $0).date(.start)?.year } == [2023, 2023, nil, nil])
    #expect(log.all.map(\.code) == ["filled-from-merge"])
  }

  @Test("An amount merged over several rows counts once, in the first, and that is said")
  func amounts() throws {
    let (view, log) = try view(
      rows([["ชื่อกิจกรรม", "งบประมาณ"], ["ก", "900"], ["ข", ""], ["ค", ""]]), merges: ["B2:B4"])
    #expect((0..<3).map { record(view, $0).number(.budget) } == [900, nil, nil])
    #expect(log.all.map(\.problem) == [.amountInMerge(.activities, .budget)])
    #expect(log.all[0].cells == [CellAddress(row: 1, column: 1)])
    #expect(log.all[0].severity == .warning)
  }

  @Test("Rows that share one merged name are one record, whose plural cells are united")
  func mergedName() throws {
    let (view, _) = try view(
      rows([["ชื่อกิจกรรม", "พื้นที่"], ["ก", "V1"], ["", "V2"], ["ข", "V3"]]), merges: ["A2:A3"])
    #expect(view.groups == [[1, 2], [3]])
    #expect(record(view, 0).texts(.places) == ["V1", "V2"])
  }

  @Test("Rows of one merged name with ids of their own stay apart, and each has the name")
  func mergedNameWithIDs() throws {
    let (view, _) = try view(
      rows([["รหัส", "ชื่อกิจกรรม"], ["A1", "ก"], ["A2", ""]]), merges: ["B2:B3"])
    #expect(view.groups == [[1], [2]])
    #expect(record(view, 1).text(.name) == "ก")
  }

  @Test("A row of one text merged over columns divides the table; it is left out and named")
  func sections() throws {
    let (view, log) = try view(
      rows([["รหัส", "ชื่อกิจกรรม", "งบประมาณ"], ["ด้านน้ำ", "", ""], ["A1", "ก", "5"]]),
      merges: ["A2:C2"])
    #expect(view.groups == [[2]])
    #expect(log.all.map(\.problem) == [.sectionRow(.activities, text: "ด้านน้ำ")])
    #expect(log.all[0].cells.map(\.description) == ["2"])
  }

  @Test("What a range over several columns says stands at its first column only")
  func acrossColumns() throws {
    let (view, _) = try view(
      rows([["ชื่อกิจกรรม", "ประเด็น", "พื้นที่"], ["ก", "น้ำ", ""], ["ข", "", "V2"]]), merges: ["B2:C2"])
    #expect(record(view, 0).texts(.issues) == ["น้ำ"] && record(view, 0).texts(.places) == [])
  }

  @Test("Hidden sheets, rows and columns are read, and named with what is hidden")
  func hidden() throws {
    let layout = SheetLayout(isHidden: true, hiddenRows: [2...3], hiddenColumns: [1...1])
    let (view, log) = try view(
      rows([["ชื่อกิจกรรม", "ประเด็น"], ["ก", "น้ำ"], ["ข", "น้ำ"], ["ค", "น้ำ"]]), layout: layout)
    #expect(view.groups.count == 3)
    let found = Diagnostic.grouped(log.all)
    #expect(Set(found.map(\.code)) == ["hidden-sheet", "hidden-rows", "hidden-column"])
    #expect(found.allSatisfy { $0.severity == .warning })
    let rows = try #require(found.first { $0.code == "hidden-rows" })
    #expect(rows.cells.map(\.description) == ["3", "4"])
    let column = try #require(found.first { $0.code == "hidden-column" })
    #expect(column.cells.map(\.description) == ["B1"])
  }

  @Test("A heading that stands again within the table is passed over and named")
  func headingAgain() throws {
    let (view, log) = try view(
      rows([["ชื่อกิจกรรม", "ประเด็น"], ["ก", "น้ำ"], ["ชื่อกิจกรรม ", "ประเด็น"], ["ข", "น้ำ"]]))
    #expect(view.groups == [[1], [3]])
    #expect(log.all.map(\.problem) == [.headingAgain(.activities)])
  }

  @Test("A merged range of a workbook's file is filled")
  func workbook() throws {
    func row(_ cells: [String]) -> String {
      "<row>"
        + cells.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        .joined() + "</row>"
    }
    var book = RawWorkbook(
      rows: row(["name", "issues"]) + row(["ก", "ขยะ"]) + row(["ข", ""]))
    book.merges = "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>"
    let folder = try TemporaryFolder()
    let path = try folder.write("a.xlsx", bytes: book.bytes)
    try folder.write("mapping.yaml", "name: x\ntables: {activities: {sheet: แผ่น}}\n")
    let reading = try PlanReading([path])
    #expect(reading.plans[0].ties.map(\.from.index) == [0, 1])
    #expect(reading.plans[0].issues.map(\.key) == ["waste"])
  }
}
