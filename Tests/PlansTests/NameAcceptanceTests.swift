import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct NameAcceptanceTests {
  private let today = PlanDate(year: 2025)
  private let funds = "id,name\nF1,กลุ่มออมทรัพย์บ้านหนองแวง\n"
  private let activities = "id,name,funds\nA1,ก,กลุ่มออมทรัพย์บ้านหนองแวก\n"

  private func text(_ path: String) throws -> String {
    String(decoding: try FileBytes.read(path), as: UTF8.self)
  }

  @Test("An accepted name is read as the other from then on; its line can be taken out again")
  func holds() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,แผน\n")
    try folder.write("p/funds.csv", funds)
    try folder.write("p/activities.csv", activities)
    let path = folder.file("p")
    let before = try PlanReading([path], examinedAsOf: today)
    #expect(before.hasErrors)
    #expect(try before.accept(before.nameProposals) == [folder.file("p/mapping.yaml")])
    let after = try PlanReading([path], examinedAsOf: today)
    #expect(!after.hasErrors && after.nameProposals.isEmpty)
    #expect(after.plans[0].ties.map(\.relation.word) == ["finances"])
    #expect(after.diagnostics.map(\.code) == ["joined-names"])
    #expect(
      try text(folder.file("p/mapping.yaml")) == """
        same:
          - {kind: fund, name: "กลุ่มออมทรัพย์บ้านหนองแวง", also: "กลุ่มออมทรัพย์บ้านหนองแวก"}

        """)
    try folder.write("p/mapping.yaml", "same:\n")
    #expect(try PlanReading([path]).hasErrors)
  }

  @Test("What stands in a mapping stays, to the last comment, and is added to")
  func keepsContent() throws {
    let old =
      "# ของเรา\r\nname: x # ชื่อ\r\nsame: # รับแล้ว\r\n    - {kind: fund, name: a, also: [b, c]}\r\ntables: {}\r\n"
    let rule = SameRule(kind: .place, name: "a \"b\" \\ c", also: ["d\te\u{200B}"])
    let new = try Mapping.text(old, path: "m", accepting: [rule])
    let kept = old.unicodeScalars.split(separator: "\n").map(String.init)
    let lines = new.unicodeScalars.split(separator: "\n").map(String.init)
    #expect(lines.filter { kept.contains($0) } == kept)
    #expect(lines.count == kept.count + 1)
    let rules = try Mapping(text: new, path: "m").same
    #expect(rules == [rule, SameRule(kind: .fund, name: "a", also: ["b", "c"])])
  }

  @Test("A list that is written in one line is not touched, and its line is named")
  func oneLine() throws {
    let error = PlanError.mapping(path: "m", line: 2, problem: .oneLine(key: "same"))
    #expect(throws: error) {
      _ = try Mapping.text(
        "name: x\nsame: []\n", path: "m",
        accepting: [SameRule(kind: .fund, name: "a", also: ["b"])])
    }
  }

  @Test("For a workbook the mapping stands beside it, and is meant for that workbook alone")
  func workbook() throws {
    let folder = try TemporaryFolder()
    try folder.write("source/funds.csv", funds)
    try folder.write("source/activities.csv", activities)
    let sheets = try Workbook(folder: folder.file("source")).sheets
    for name in ["plans/a.xlsx", "plans/b.xlsx"] {
      try Folder.create(folder.file("plans"))
      try XLSXWriter.write(PlanWorkbook.drafts(of: sheets), to: folder.file(name))
    }
    let a = try PlanReading([folder.file("plans/a.xlsx")], examinedAsOf: today)
    #expect(try a.accept(a.nameProposals) == [folder.file("plans/mapping.yaml")])
    #expect(try PlanReading([folder.file("plans/a.xlsx")]).hasErrors == false)
    #expect(try PlanReading([folder.file("plans/b.xlsx")]).hasErrors)
    let both = try PlanReading([folder.file("plans")])
    #expect(both.plans.map(\.ties.count) == [1, 0])
  }

  @Test("Rows that are the same become one: plural cells united, ids of both known, the first kept")
  func joinedRows() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n",
      "mapping.yaml": "same:\n  - {kind: fund, name: กองทุนหนึ่ง, also: [กองทุน หนึ่ง, กองทุน๑]}\n",
      "funds.csv": """
      id,name,welfare_kinds,savings
      F1,กองทุน หนึ่ง,เกิด,5
      F2,กองทุนหนึ่ง,ตาย,6
      F3,กองทุนสอง,,7

      """,
      "activities.csv": "id,name,funds\nA1,ก,F1\nA2,ข,กองทุน๑\nA3,ค,F2\n",
    ])
    let funds = reading.plans[0].funds
    #expect(funds.map(\.id) == ["F2", "F3"] && funds[0].name == "กองทุนหนึ่ง")
    #expect(funds[0].welfareKinds == ["ตาย", "เกิด"] && funds[0].savings == 6)
    #expect(reading.plans[0].ties.map(\.from.index) == [0, 0, 0])
    #expect(
      reading.diagnostics.filter { $0.severity != .note }.map(\.problem) == [
        .conflictingCells(.funds, .savings, kept: "6")
      ])
  }

  @Test("Issues that are accepted are one, also where the vocabulary knows one of them")
  func issues() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n",
      "mapping.yaml": "same:\n  - {kind: issue, name: ที่ดินทำกิน, also: ที่ดินทำกินน}\n",
      "activities.csv": "id,name,issues\nA1,ก,ที่ดินทำกินน\nA2,ข,ที่ดิน\n",
    ])
    #expect(reading.plans[0].issues.map(\.key) == ["land"])
  }

  @Test(
    "A mistake in the list is named with its line",
    arguments: [
      ("same: x\n", 1), ("same:\n  - {kind: fund, name: a}\n", 2),
      ("same:\n  - {kind: found, name: a, also: b}\n", 2),
      ("same:\n  - {kind: fund, name: a, also: b}\n  - {kind: fund, nam: a, also: b}\n", 3),
    ])
  func mistakes(_ text: String, _ line: Int) {
    do {
      _ = try Mapping(text: text, path: "m")
      Issue.record("no error")
    } catch {
      guard case .mapping(_, line, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("Names that are the same in a ring or a chain come to one end")
  func chains() throws {
    let mapping = try Mapping(
      text: """
        same:
          - {kind: fund, name: b, also: a}
          - {kind: fund, name: c, also: b}
          - {kind: fund, name: y, also: x}
          - {kind: fund, name: x, also: y}
        """, path: "m")
    let same = mapping.same(.fund, file: "f")
    #expect(same["a"] == "c" && same["b"] == "c" && same["c"] == nil)
    #expect(mapping.same(.place, file: "f").isEmpty)
  }

  @Test("A name that is said to be two others is an error that names both")
  func contradiction() throws {
    let rules =
      "same:\n  - {kind: fund, name: a, also: x}\n  - {kind: fund, name: b, also: [y, X]}\n"
    let error = PlanError.mapping(
      path: "m", line: 3, problem: .sameTwice("X", first: "a", second: "b"))
    #expect(throws: error) { _ = try Mapping(text: rules, path: "m") }
    let apart = rules.replacing("name: b", with: "file: f.xlsx, name: A").replacing(
      "kind: fund, file", with: "kind: fund, file")
    #expect(try Mapping(text: apart, path: "m").same.count == 2)
  }

  @Test("A name that others are read as and that no row bears is an error")
  func missingTarget() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": funds,
      "mapping.yaml":
        "same:\n  - {kind: fund, name: F1, also: x}\n  - {kind: fund, name: F9, also: y}\n",
    ])
    let found = reading.diagnostics.filter { $0.code == "missing-target" }
    #expect(found.map(\.problem) == [.missingTarget(.fund, name: "F9", also: "y")])
    #expect(reading.hasErrors)
  }

  @Test("A word that may be several rows is not among what is clear")
  func clear() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,แผน\n")
    try folder.write("p/funds.csv", "id,name\nF1,กลุ่มออมทรัพย์บ้านหนองแวง\nF2,กลุ่มออมทรัพย์บ้านหนองแวด\n")
    try folder.write("p/activities.csv", activities)
    let reading = try PlanReading([folder.file("p")], examinedAsOf: today)
    #expect(Set(reading.nameProposals.filter { !$0.isBetweenRows }.map(\.name)).count == 2)
    #expect(reading.clearProposals.isEmpty)
    #expect(throws: PlanError.self) { try reading.accept(reading.nameProposals) }
    #expect(!FileBytes.exists(folder.file("p/mapping.yaml")))
  }
}
