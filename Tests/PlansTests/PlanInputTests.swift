import Plans
import Sheets
import TestSupport
import Testing

@Suite struct PlanInputTests {
  private let funds = "id,name\nF1,กลุ่มออม\n"

  private func error(_ path: String) -> PlanError? {
    do {
      _ = try PlanReading([path])
      return nil
    } catch { return error }
  }

  /// Writes CSV files as one workbook.
  private func workbook(
    _ name: String, _ sheets: KeyValuePairs<String, String>, in folder: borrowing TemporaryFolder
  ) throws -> String {
    for (name, text) in sheets { try folder.write("source/\(name).csv", text) }
    let path = folder.file(name)
    try Folder.create(Folder.parent(of: path))
    let book = try Workbook(folder: folder.file("source"))
    try XLSXWriter.write(PlanWorkbook.drafts(of: book.sheets), to: path)
    Folder.remove(folder.file("source"))
    return path
  }

  @Test("A workbook is a plan, named after its file where it has no plan table")
  func oneWorkbook() throws {
    let folder = try TemporaryFolder()
    let path = try workbook("บ้านเรา.xlsx", ["องค์กรการเงิน": funds], in: folder)
    let reading = try PlanReading([path])
    #expect(reading.plans.map(\.id) == ["บ้านเรา"])
    #expect(reading.plans[0].funds.map(\.name) == ["กลุ่มออม"])
    #expect(reading.plans[0].funds[0].source.sheet == "องค์กรการเงิน")
    #expect(reading.diagnostics.map(\.code) == ["missing-plan"])
  }

  @Test("A folder of CSV files is a plan, named after the folder")
  func oneFolder() throws {
    let reading = try readPlans(["funds.csv": funds, "README.md": "x"])
    #expect(reading.plans.map(\.id) == ["p"])
    #expect(
      reading.plans[0].funds[0].source
        == Source(file: "funds.csv", sheet: nil, cell: CellAddress(row: 1, column: nil)))
  }

  @Test("One CSV file is a plan of one table")
  func oneFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("แกนนำ.csv", "ชื่อ\nก\n")
    #expect(try PlanReading([path]).plans[0].leaders.map(\.name) == ["ก"])
  }

  @Test("Tables may be apart by tabs, and end in .txt where they bear a table's name")
  func tabSeparated() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.tsv", "id\tname\nF1\tกลุ่มออม\n")
    try folder.write("p/แกนนำ.txt", "ชื่อ\tหมู่บ้าน\nก\t-\n")
    try folder.write("p/notes.txt", "โทรหาพี่แดง, วันจันทร์\n")
    let plan = try PlanReading([folder.file("p")])
    #expect(plan.plans[0].funds.map(\.name) == ["กลุ่มออม"])
    #expect(plan.plans[0].leaders.map(\.name) == ["ก"])
    #expect(!plan.sheets.contains { $0.source.file == "notes.txt" })
  }

  @Test("A folder of plans gives its folders first, then its workbooks, each by name")
  func folderOfPlans() throws {
    let folder = try TemporaryFolder()
    _ = try workbook("all/a.xlsx", ["funds": funds], in: folder)
    try folder.write("all/c/funds.csv", funds)
    try folder.write("all/b/แกนนำ.csv", "name\nก\n")
    try folder.write("all/nothing/notes.txt", "x")
    let reading = try PlanReading([folder.file("all")])
    #expect(reading.plans.map(\.id) == ["b", "c", "a"])
  }

  @Test("A workbook beside the folder of the same plan is passed over with a warning")
  func passedOverTwin() throws {
    let folder = try TemporaryFolder()
    _ = try workbook("all/a.xlsx", ["funds": "id,name\nF9,อื่น\n"], in: folder)
    try folder.write("all/a/funds.csv", funds)
    try folder.write("all/a/plan.csv", "id,name\na,ก\n")
    let reading = try PlanReading([folder.file("all")])
    #expect(reading.plans.flatMap(\.funds).map(\.id) == ["F1"])
    #expect(reading.diagnostics.map(\.problem) == [.passedOver(name: "a.xlsx")])
    #expect(reading.diagnostics[0].severity == .warning)
  }

  @Test("A workbook within a folder of CSV files is passed over with a warning")
  func passedOverInside() throws {
    let folder = try TemporaryFolder()
    _ = try workbook("a/out.xlsx", ["funds": "id,name\nF9,อื่น\n"], in: folder)
    try folder.write("a/funds.csv", funds)
    try folder.write("a/plan.csv", "id,name\na,ก\n")
    let reading = try PlanReading([folder.file("a")])
    #expect(reading.plans.flatMap(\.funds).map(\.id) == ["F1"])
    #expect(reading.diagnostics.map(\.problem) == [.passedOver(name: "out.xlsx")])
  }

  @Test("A mapped folder is read through its mapping, and bears the mapping's name")
  func mappedFolder() throws {
    let reading = try readPlans([
      "mapping.yaml": "name: กองทุนทั้งหมด\ntables:\n  funds:\n    columns: {name: Group}\n",
      "list.csv": "Group\nก\nข\n",
    ])
    #expect(reading.plans.map(\.name) == ["กองทุนทั้งหมด"])
    #expect(reading.plans[0].funds.map(\.name) == ["ก", "ข"])
    #expect(!reading.diagnostics.contains { $0.code == "missing-plan" })
  }

  @Test("A mapping beside a workbook counts for it, unless it names only other files")
  func mappingBeside() throws {
    let folder = try TemporaryFolder()
    let path = try workbook("a.xlsx", ["Sheet1": "Group\nก\n"], in: folder)
    let table = "    sheet: Sheet1\n    columns: {name: Group}\n"
    try folder.write("mapping.yaml", "tables:\n  funds:\n" + table)
    #expect(try PlanReading([path]).plans[0].funds.map(\.name) == ["ก"])
    try folder.write("mapping.yaml", "tables:\n  funds:\n    file: b.xlsx\n" + table)
    #expect(error(path) == .noTable(path: path, found: ["Sheet1"]))
  }

  @Test("A mapping that names a file which is not there says which are")
  func missingFile() throws {
    let folder = try TemporaryFolder()
    let mapping = try folder.write("p/mapping.yaml", "tables:\n  funds:\n    file: b.csv\n")
    try folder.write("p/a.csv", funds)
    let problem = MappingProblem.unknownFile("b.csv", found: ["a.csv", "mapping.yaml"])
    #expect(error(folder.file("p")) == .mapping(path: mapping, line: nil, problem: problem))
  }

  @Test("Several workbooks and a mapping that does not say which are an error that lists them")
  func severalWorkbooks() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { _ = try workbook("p/\(name).xlsx", ["Sheet1": funds], in: folder) }
    try folder.write("p/mapping.yaml", "tables: {funds: {sheet: Sheet1}}\n")
    let path = folder.file("p")
    #expect(error(path) == .severalWorkbooks(path: path, found: ["a.xlsx", "b.xlsx"]))
  }

  @Test("A folder or workbook without any table is an error that lists what is there")
  func noTable() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/notes.csv", "x\n")
    let path = folder.file("p")
    #expect(error(path) == .noTable(path: path, found: ["notes.csv"]))
    let book = try workbook("b.xlsx", ["Sheet1": funds], in: folder)
    #expect(error(book) == .noTable(path: book, found: ["Sheet1"]))
  }

  @Test("Among plans, what cannot be read is an error that is named; the others are read")
  func brokenAmongOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write("all/a/funds.csv", funds)
    try folder.write("all/b.xlsx", bytes: Array("PK\u{3}\u{4}".utf8) + [1, 2, 3])
    try folder.write("all/c/mapping.yaml", "tabels: {}\n")
    try folder.write("all/d/mapping.yaml", "tables: {funds: {columns: {name: Nam}}}\n")
    try folder.write("all/d/list.csv", "Name\nก\n")
    let reading = try PlanReading([folder.file("all")])
    #expect(reading.plans.map(\.id) == ["a"])
    let found = reading.diagnostics.filter { $0.code == "unreadable" }
    #expect(found.count == 3 && found.allSatisfy { $0.severity == .error })
    #expect(Set(found.map(\.file)) == ["b.xlsx", "c", "mapping.yaml"])
    #expect(reading.hasErrors)
  }

  @Test("Where nothing among plans can be read, the first reason is thrown")
  func allBroken() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("all/a.xlsx", bytes: Array("PK\u{3}\u{4}".utf8))
    #expect(error(folder.file("all")) == .sheet(.damaged(path: path, part: nil)))
  }

  @Test("A mapping that only says what is the same leaves a folder of tables a plan")
  func sameOnly() throws {
    let reading = try readPlans([
      "funds.csv": funds, "mapping.yaml": "same: []\n", "other.csv": "x\n",
    ])
    #expect(reading.plans[0].funds.map(\.id) == ["F1"])
    #expect(reading.diagnostics.contains { $0.code == "unknown-sheet" })
  }

  @Test(
    "The encoding and separator are those of the mapping's rule, else of the mapping, else found")
  func forms() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/a.csv", "ชื่อ|เงินออม;x\nก|5;6\n")
    try folder.write("p/b.csv", bytes: [0xAA, 0xD7, 0xE8, 0xCD, 0x0A, 0xA1, 0x0A])
    try folder.write(
      "p/mapping.yaml",
      """
      encoding: tis-620
      tables:
        funds: {file: a.csv, sheet: a, encoding: utf-8, separator: "|", columns: {savings: "เงินออม;x"}}
        leaders: {file: b.csv, sheet: b}

      """)
    let reading = try PlanReading([folder.file("p")])
    #expect(
      reading.plans[0].funds.map(\.name) == ["ก"] && reading.plans[0].leaders.map(\.name) == ["ก"])
    let forms = Dictionary(
      uniqueKeysWithValues: reading.sheets.map { ($0.source.file, $0.form) })
    #expect(forms["a.csv"] == TextForm(encoding: .utf8, separator: .pipe))
    #expect(forms["b.csv"]??.encoding == .windows874)
    try folder.write("q/mapping.yaml", "name: x\nseparator: dot\ntables: {}\n")
    try folder.write("q/a.csv", "x\n")
    guard case .mapping(_, 2, .wrongValue("separator", _))? = error(folder.file("q")) else {
      Issue.record("\(String(describing: error(folder.file("q"))))")
      return
    }
  }

  @Test("An error of a file within a plan's folder names that file")
  func brokenFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("p/funds.csv", "")
    #expect(error(folder.file("p")) == .sheet(.empty(path: path)))
    #expect(error(folder.file("none")) == .sheet(.notFound(path: folder.file("none"))))
  }

  @Test("One table's file that cannot be read is named; the others are read")
  func brokenTable() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", funds)
    try folder.write("p/แกนนำ.csv", "")
    try folder.write("p/notes.csv", bytes: [0, 1, 2, 0xFF, 0xFE, 0, 7, 0])
    let reading = try PlanReading([folder.file("p")])
    #expect(reading.plans[0].funds.map(\.name) == ["กลุ่มออม"])
    let broken = reading.diagnostics.filter { $0.severity == .error }
    #expect(broken.map(\.code) == ["unreadable", "unreadable-table"])
    #expect(broken.map(\.file) == ["notes.csv", "แกนนำ.csv"])
    #expect(!broken[0].blocksResults && broken[1].blocksResults)
  }

  @Test("Old workbooks and texts beside a plan's tables are named")
  func leftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", funds)
    try folder.write("p/แกนนำ.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0])
    try folder.write("p/บันทึก.txt", "x")
    let found = try PlanReading([folder.file("p")]).diagnostics
    let old = try #require(found.first { $0.code == "old-workbook" })
    #expect(old.file == "แกนนำ.xls" && old.severity == .warning)
    let text = try #require(found.first { $0.code == "text-left-alone" })
    #expect(text.file == "บันทึก.txt" && text.severity == .note)
    #expect(!found.contains { $0.code == "passed-over" })
  }
}
