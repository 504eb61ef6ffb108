import Plans
import Sheets
import TestSupport
import Testing

@Suite struct TableRowTests {
  private let plan = "id,name\np,แผน\n"

  private func fund(_ heading: String, _ cell: String) throws -> (Fund, [Diagnostic]) {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "name,\(heading)\nก,\"\(cell)\"\n",
    ])
    return (try #require(reading.plans[0].funds.first), reading.diagnostics)
  }

  @Test(
    "A dash and an empty cell are unknown, never zero, and no error",
    arguments: ["", "-", "–", "−", " "])
  func unknown(_ cell: String) throws {
    for heading in [
      "savings", "loans", "members", "founded", "accounts_current", "kind", "welfare_kinds",
    ] {
      let (fund, diagnostics) = try fund(heading, cell)
      #expect(fund.savings == nil && fund.loans == nil && fund.members == nil)
      #expect(fund.founded == nil && fund.accountsCurrent == nil && fund.kind == nil)
      #expect(fund.welfareKinds.isEmpty)
      #expect(diagnostics.isEmpty)
    }
  }

  @Test("Zero is known")
  func zero() throws { #expect(try fund("savings", "0").0.savings == 0) }

  @Test("A cell that is no number, date or known word is reported with its cell and is unknown")
  func wrongCells() throws {
    let cell = [CellAddress(row: 1, column: 1)]
    let (_, number) = try fund("savings", "มาก")
    #expect(number.map(\.problem) == [.notANumber(.funds, .savings, text: "มาก")])
    #expect(number[0].cells == cell && number[0].severity == .error)
    let (_, date) = try fund("founded", "นานแล้ว")
    #expect(date.map(\.problem) == [.notADate(.funds, .founded, text: "นานแล้ว")])
    #expect(date[0].cells == cell && date[0].severity == .error)
    let (fund, word) = try fund("accounts_current", "บางที")
    #expect(
      word.map(\.problem) == [
        .unknownWord(.funds, .accountsCurrent, text: "บางที", allowed: ["ใช่", "ไม่"])
      ])
    #expect(word[0].cells == cell && word[0].severity == .warning)
    #expect(fund.accountsCurrent == nil)
  }

  @Test("A year of two digits is an error that names both readings, and is unknown")
  func twoDigitYear() throws {
    let (fund, found) = try fund("founded", "๖๖")
    #expect(fund.founded == nil)
    #expect(
      found.map(\.problem) == [
        .twoDigitYear(.funds, .founded, text: "๖๖", buddhist: 2_566, common: 2_066)
      ])
    #expect(found[0].severity == .error)
  }

  @Test("A percentage of another amount is reckoned, and said; any other is unknown, and said")
  func percentages() throws {
    let reading = try readPlans([
      "plan.csv": plan,
      "activities.csv": "name,budget,own_budget\nก,\"50,000\",30%\nข,-,ร้อยละ 20\n",
      "funds.csv": "name,loans,overdue,savings\nก,200,5%,50%\n",
    ])
    #expect(reading.plans[0].activities.map(\.ownBudget) == [15_000, nil])
    #expect(reading.plans[0].funds[0].overdue == 10 && reading.plans[0].funds[0].savings == nil)
    #expect(
      reading.diagnostics.map(\.problem) == [
        .percentage(.activities, .ownBudget, text: "ร้อยละ 20"),
        .percentage(.funds, .savings, text: "50%"),
        .shareOfAmount(.activities, .ownBudget, text: "30%", whole: .budget, amount: 15_000),
        .shareOfAmount(.funds, .overdue, text: "5%", whole: .loans, amount: 10),
      ])
  }

  @Test("Several values stand apart by ; or a new line, each once, without blanks around")
  func values() throws {
    #expect(
      try fund("welfare_kinds", "เกิด; ตาย\nเกิด ;; เจ็บ;-").0.welfareKinds == ["เกิด", "ตาย", "เจ็บ"])
  }

  @Test("White space at the ends of a text is taken off, that within stays")
  func trimmed() throws { #expect(try fund("kind", " ออม  ทรัพย์\u{00A0}").0.kind == "ออม  ทรัพย์") }

  @Test("A failed formula is reported with its cell and is unknown")
  func formulaError() throws {
    let folder = try TemporaryFolder()
    let rows = """
      <row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>savings</t></is></c></row>\
      <row><c t="inlineStr"><is><t>ก</t></is></c><c t="e"><v>#REF!</v></c></row>
      """
    let path = try folder.write("a.xlsx", bytes: RawWorkbook(rows: rows).bytes)
    try folder.write("mapping.yaml", "name: x\ntables: {funds: {sheet: แผ่น}}\n")
    let reading = try PlanReading([path])
    #expect(reading.plans[0].funds.map(\.savings) == [nil])
    #expect(reading.diagnostics.map(\.problem) == [.formulaError(.funds, .savings, code: "#REF!")])
    #expect(reading.diagnostics[0].cells == [CellAddress(row: 1, column: 1)])
    #expect(reading.diagnostics[0].sheet == "แผ่น")
  }

  @Test(
    "Rows that one_per joins unite their plural cells, and keep the first of those that disagree")
  func onePer() throws {
    let mapping = """
      name: x
      tables:
        funds:
          one_per: Group
          columns: {name: Group, welfare_kinds: Pays, savings: Money}
      """
    let reading = try readPlans([
      "mapping.yaml": mapping,
      "list.csv": "Group,Pays,Money\nก,เกิด,5\nข,ตาย,6\n ก ,ตาย;เกิด,7\nก,-,5\n",
    ])
    let funds = reading.plans[0].funds
    #expect(funds.map(\.name) == ["ก", "ข"])
    #expect(funds[0].welfareKinds == ["เกิด", "ตาย"] && funds[0].savings == 5)
    let found = try #require(reading.diagnostics.first)
    #expect(found.problem == .conflictingCells(.funds, .savings, kept: "5"))
    #expect(found.severity == .warning && found.cells == [CellAddress(row: 3, column: 2)])
  }

  @Test("A mapping's words are put in place of theirs, in any case")
  func mappedWords() throws {
    let mapping = """
      name: x
      tables:
        activities:
          columns: {name: Project, status: State, issues: Topic, budget: Money}
          values:
            status: {Closed: done, Active: กำลังทำ}
            issues: {Wells: น้ำ}
            budget: {unknown: "-"}
      """
    let reading = try readPlans([
      "mapping.yaml": mapping,
      "list.csv": "Project,State,Topic,Money\nก,CLOSED,wells;ป่า,5\nข,Active,,6\nค,done,Wells,7\n",
    ])
    let plan = reading.plans[0]
    #expect(plan.activities.map(\.status) == [.done, .active, .done])
    #expect(plan.issues.map(\.name) == ["น้ำ", "ป่า"])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("A word that a mapping turns into a dash is unknown")
  func mappedToUnknown() throws {
    let mapping = """
      name: x
      tables:
        funds:
          columns: {name: Group, savings: Money}
          values: {savings: {ไม่ทราบ: "-"}}
      """
    let reading = try readPlans(["mapping.yaml": mapping, "list.csv": "Group,Money\nก,ไม่ทราบ\n"])
    #expect(reading.plans[0].funds.map(\.savings) == [nil])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("A column of one reference takes the first of several and reports the others")
  func oneReference() throws {
    let reading = try readPlans([
      "plan.csv": plan, "places.csv": "id,name\nV1,ก\nV2,ข\n",
      "leaders.csv": "name,place\nค,V1;V2\n",
    ])
    #expect(reading.plans[0].ties.map(\.relation) == [.livesIn])
    #expect(reading.plans[0].ties.first?.to.index == 0)
    #expect(reading.diagnostics.map(\.problem) == [.conflictingCells(.leaders, .place, kept: "V1")])
  }

  @Test(
    "Words for what is not known are no errors, and no names",
    arguments: [
      "ไม่ทราบ", "ไม่มี", "ไม่ระบุ", "n/a", "N/A",
    ])
  func wordsForUnknown(_ word: String) throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "leaders.csv": "name\nก\n",
      "activities.csv": "name,leaders,budget,start,note\nงาน,\(word),\(word),\(word),\(word)\n",
      "funds.csv": "name,accounts_current\nกองทุน,ไม่มี\n",
    ])
    let activity = reading.plans[0].activities[0]
    #expect(activity.budget == nil && activity.start == nil && activity.note == word)
    #expect(reading.plans[0].funds[0].accountsCurrent == false)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("A formula without a stored value is told apart from one that fails")
  func uncomputed() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "name,savings,loans\nก,=?,#REF!\n",
    ])
    #expect(Set(reading.diagnostics.map(\.code)) == ["uncomputed-formula", "formula-error"])
  }
}
