import Plans
import Sheets
import TestSupport
import Testing

@Suite struct TableViewTests {
  private let plan = "id,name\np,แผน\n"

  private func problems(_ file: String, _ text: String) throws -> [Diagnostic] {
    try readPlans(["plan.csv": plan, "leaders.csv": "name\nก\n", .init(file): text]).diagnostics
  }

  private func mappingError(_ mapping: String, _ table: String) throws -> PlanError? {
    do {
      _ = try readPlans(["mapping.yaml": mapping, "list.csv": table])
      return nil
    } catch let error as PlanError { return error }
  }

  @Test(
    "English and Thai headings may stand in any order and case",
    arguments: [
      "id,name,savings,as_of,external_debt\nF1,ก,5,2566,7\n",
      "External-Debt,As Of,Savings, NAME ,Id\n7,2566,5,ก,F1\n",
      "เงินออม,ข้อมูล ณ,รหัส,หนี้ภายนอก,ชื่อ\n5,2566,F1,7,ก\n",
      "ชื่อ,SAVINGS,ข้อมูลณ,id,external debt\nก,5,2566,F1,7\n",
    ])
  func headings(_ text: String) throws {
    let reading = try readPlans(["plan.csv": plan, "funds.csv": text])
    let fund = try #require(reading.plans[0].funds.first)
    #expect(fund.id == "F1" && fund.name == "ก")
    #expect(fund.savings == 5 && fund.externalDebt == 7)
    #expect(fund.asOf == PlanDate(year: 2023))
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("The first filled row is the heading, and rows below keep their numbers")
  func headingRow() throws {
    let reading = try readPlans(["plan.csv": plan, "funds.csv": "\n\nid,name\n\nF1,ก\n-,\nF2,ข\n"])
    #expect(reading.plans[0].funds.map { $0.source.cell?.description } == ["5", "7"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Among unknown columns, those that make ties and are absent are named as a warning")
  func absentColumns() throws {
    let reading = try readPlans(["plan.csv": plan, "funds.csv": "name,พื้นที่ของเรา\nก,บ้านเหนือ\n"])
    #expect(
      reading.diagnostics.map(\.problem) == [
        .unknownColumns(
          .funds, headings: ["พื้นที่ของเรา"], absent: [.places, .organisations])
      ])
    #expect(reading.diagnostics[0].severity == .warning)
  }

  @Test("An unknown column is noted and its cells are kept")
  func unknownColumn() throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "name,places,organisations,สี,ขนาด\nก,,,แดง,-\n",
    ])
    #expect(
      reading.diagnostics.map(\.problem) == [
        .unknownColumns(.funds, headings: ["สี", "ขนาด"], absent: [])
      ])
    #expect(reading.diagnostics[0].severity == .note)
    let extra = reading.plans[0].funds[0].extra
    #expect(extra.map(\.heading) == ["สี"] && extra.map(\.text) == ["แดง"])
  }

  @Test("A missing column that the table needs is an error, and its rows are not read")
  func missingColumn() throws {
    let reading = try readPlans([
      "plan.csv": plan, "leaders.csv": "name\nก\n", "funds.csv": "kind,savings\nก,5\n",
    ])
    let found = try #require(reading.diagnostics.first { $0.code == "missing-column" })
    #expect(
      found.problem == .missingColumn(.funds, .name, found: ["kind", "savings"], likely: nil))
    #expect(found.severity == .error && found.blocksResults && found.file == "funds.csv")
    #expect(reading.plans[0].funds.isEmpty)
  }

  @Test("A column of names is needed; in a row without one its id stands for it, and that is said")
  func names() throws {
    let headless = try readPlans(["plan.csv": plan, "funds.csv": "id\nF1\n"])
    #expect(headless.diagnostics.first?.code == "missing-column")
    let nameless = try readPlans(["plan.csv": plan, "funds.csv": "id,name\nF1,\n"])
    #expect(nameless.plans[0].funds.map(\.name) == ["F1"])
    #expect(nameless.diagnostics.map(\.problem) == [.missingName(.funds, id: "F1")])
    #expect(nameless.diagnostics[0].severity == .warning)
  }

  @Test("Filled cells under no heading are reported with their places")
  func cellsWithoutHeading() throws {
    let reading = try readPlans(["plan.csv": plan, "funds.csv": "id,name\nF1,ก,เกิน\nF2,ข,-,อีก\n"])
    let found = try #require(reading.diagnostics.first)
    #expect(found.problem == .cellsWithoutHeading(.funds))
    #expect(found.cells.map(\.description) == ["C2", "D3"])
    #expect(reading.plans[0].funds.count == 2)
  }

  @Test("A row of totals is no entry, unless it has an id", arguments: ["รวม", "รวมทั้งสิ้น", "Total"])
  func totals(_ word: String) throws {
    let table = "id,name,savings\nF1,ก,5\n,\(word),5\nF3,\(word),7\n"
    let reading = try readPlans(["plan.csv": plan, "funds.csv": table])
    #expect(reading.plans[0].funds.map(\.id) == ["F1", "F3"])
    #expect(reading.diagnostics.map(\.problem) == [.totalsRow(.funds)])
    #expect(reading.diagnostics[0].cells.map(\.description) == ["3"])
  }

  @Test("A column that stands twice is a warning at the second, and the first is read")
  func columnTwice() throws {
    let reading = try readPlans(["plan.csv": plan, "funds.csv": "name,savings,เงินออม\nก,5,6\n"])
    let found = try #require(reading.diagnostics.first)
    #expect(found.problem == .columnTwice(.funds, .savings))
    #expect(found.severity == .warning && found.cells.map(\.description) == ["C1"])
    #expect(reading.plans[0].funds[0].savings == 5)
  }

  @Test(
    "A mapping's heading that the sheet does not have is an error with a line",
    arguments: ["columns: {name: Groop}", "columns: {name: \"{Group} {Groop}\"}", "one_per: Groop"])
  func unknownHeading(_ rule: String) throws {
    let error = try mappingError("tables:\n  funds:\n    \(rule)\n", "Group,name\nก,ข\n")
    guard case .mapping(_, let line, let problem)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(line == 3)
    #expect(problem == .unknownHeading("Groop", found: ["Group", "name"]))
  }

  @Test("A mapping's line is the one that the wrong heading stands in")
  func lineOfHeading() throws {
    let mapping =
      "tables:\n  funds:\n    sheet: list\n    columns:\n      id: No\n      name: Groop\n"
    guard case .mapping(_, let line, _)? = try mappingError(mapping, "No,Group\n1,ก\n") else {
      Issue.record("no error of the mapping")
      return
    }
    #expect(line == 6)
  }

  @Test("A mapping's sheet that is not there is an error that lists those that are")
  func unknownSheet() throws {
    let error = try mappingError("tables:\n  funds:\n    sheet: lists\n", "name\nก\n")
    guard case .mapping(_, let line, let problem)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(line == 3)
    #expect(problem == .unknownSheet("lists", found: ["list"]))
  }

  @Test("The mapping's header row is counted from 1, title lines above are left out")
  func headerRow() throws {
    let reading = try readPlans([
      "mapping.yaml": "name: x\ntables:\n  funds:\n    header_row: 3\n    columns: {name: Group}\n",
      "list.csv": "รายชื่อกองทุน,,\nปี 2566,,\nNo,Group\n1,ก\n",
    ])
    #expect(reading.plans[0].funds.map(\.name) == ["ก"])
    #expect(reading.plans[0].funds[0].source.cell?.description == "4")
  }

  @Test("A template is filled from the cells it names; where none of them is known it is unknown")
  func template() throws {
    let mapping = """
      name: x
      create_missing: true
      tables:
        activities:
          columns: {name: Project, places: "{Site} หมู่ {Moo}"}
      """
    let reading = try readPlans([
      "mapping.yaml": mapping, "list.csv": "Project,Site,Moo\nก,บ้านสวน; เหนือ,3\nข,-,\nค,,4\n",
    ])
    #expect(reading.plans[0].places.map(\.name) == ["บ้านสวน; เหนือ หมู่ 3", "หมู่ 4"])
  }
}
