import Plans
import Sheets
import TestSupport
import Testing

@Suite struct PlanReaderTests {
  private let plans = "id,name\nnorth,แผนเหนือ\nsouth,แผนใต้\n"

  @Test("Several plans in one folder are told apart by the plan column, by id or name")
  func planColumn() throws {
    let reading = try readPlans([
      "plan.csv": plans,
      "funds.csv": "plan,id,name\nnorth,F1,ก\nแผนใต้,F1,ข\n South ,F2,ค\n",
      "activities.csv": "แผน,id,name,funds\nsouth,A1,งาน,F1\n",
    ])
    #expect(reading.plans.map { $0.funds.map(\.name) } == [["ก"], ["ข", "ค"]])
    #expect(reading.plans[1].ties.first?.from == NodeReference(plan: 1, kind: .fund, index: 0))
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Several plans in one folder are told apart by ids written plan/id")
  func planPrefix() throws {
    let reading = try readPlans([
      "plan.csv": plans, "funds.csv": "id,name\nnorth/F1,ก\nsouth/F1,ข\n",
      "activities.csv": "id,name,funds\nsouth/A1,งาน,F1\nnorth/A1,งาน,north/F1\n",
      "links.csv": "from,relation,to\nsouth/F1,partners,south/A1\n",
    ])
    #expect(reading.plans.map { $0.funds.map(\.id) } == [["F1"], ["F1"]])
    #expect(reading.plans.map { $0.activities.map(\.id) } == [["A1"], ["A1"]])
    #expect(reading.plans[0].ties.map(\.from.plan) == [0])
    #expect(reading.plans[1].ties.map(\.relation) == [.finances, .partners])
    #expect(reading.plans[1].ties.allSatisfy { $0.from.plan == 1 && $0.to.plan == 1 })
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Where several plans stand together, a row that names none is reported and not read")
  func planless() throws {
    let reading = try readPlans([
      "plan.csv": plans, "funds.csv": "plan,name\nnorth,ก\n,ข\neast,ค\n",
    ])
    #expect(reading.plans.map(\.funds.count) == [1, 0])
    #expect(reading.diagnostics.map(\.problem) == [.planlessRow(.funds)])
    #expect(reading.diagnostics[0].cells.map(\.description) == ["3", "4"])
  }

  @Test("Two plans of one id are an error with both places")
  func samePlanTwice() throws {
    let folder = try TemporaryFolder()
    let paths = [folder.file("all/a"), folder.file("all/b")]
    for name in ["a", "b"] {
      try folder.write("all/\(name)/plan.csv", "id,name\n\(name == "a" ? "x" : "X"),ก\n")
      try folder.write("all/\(name)/funds.csv", "name\nก\n")
    }
    let all = folder.file("all")
    #expect(throws: PlanError.samePlanTwice(id: "X", paths: paths)) { try PlanReading([all]) }
  }

  @Test("A second row of one id is reported with the first one's place, and is not read")
  func duplicates() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "id,name\nF1,ก\nf1 ,ข\n,ค\n,ค\n",
    ])
    #expect(reading.plans[0].funds.map(\.name) == ["ก", "ค"])
    let first = Source(file: "funds.csv", sheet: nil, cell: CellAddress(row: 1, column: nil))
    #expect(reading.diagnostics.first?.problem == .duplicateID(.funds, id: "f1", first: first))
    #expect(reading.diagnostics.map { $0.cells.map(\.description) } == [["3"], ["5"]])
  }

  @Test("A row of neither name nor id is reported and not read")
  func nameless() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "id,name,savings\n-,,5\nF1,ก,6\n",
    ])
    #expect(reading.plans[0].funds.map(\.savings) == [6])
    #expect(reading.diagnostics.map(\.problem) == [.namelessRow(.funds)])
    #expect(reading.diagnostics[0].cells.map(\.description) == ["2"])
  }

  @Test("Where ids are left out, the name serves as the id")
  func withoutIDs() throws {
    let reading = try readPlans([
      "plan.csv": "name\nแผนเรา\n", "funds.csv": "name\nกลุ่มออม\n",
      "activities.csv": "name,funds\nงาน, กลุ่มออม \n",
    ])
    #expect(reading.plans[0].funds.map(\.id) == ["กลุ่มออม"])
    #expect(reading.plans[0].ties.map(\.relation) == [.finances])
    #expect(reading.plans[0].id == "p" && reading.plans[0].name == "แผนเรา")
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("A plan without activities, funds and leaders has nothing to link, which is an error")
  func nothingToLink() throws {
    let reading = try readPlans(["plan.csv": "id,name\np,แผน\n", "places.csv": "name\nบ้าน\n"])
    #expect(reading.diagnostics.map(\.problem) == [.nothingToLink])
    #expect(reading.hasErrors && reading.diagnostics[0].blocksResults)
  }

  @Test("A table that stands twice is read whole, with a warning")
  func tableTwice() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "name\nก\n", "องค์กรการเงิน.csv": "ชื่อ\nข\n",
    ])
    #expect(reading.plans[0].funds.map(\.name) == ["ก", "ข"])
    #expect(reading.diagnostics.map(\.problem) == [.tableTwice(.funds)])
    #expect(reading.diagnostics[0].file == "องค์กรการเงิน.csv")
  }

  @Test("A sheet that is no table is noted, and otherwise left alone")
  func unknownSheet() throws {
    let reading = try readPlans([
      "plan.csv": "id,name\np,แผน\n", "funds.csv": "name\nก\n", "notes.csv": "x\n",
    ])
    #expect(reading.diagnostics.map(\.problem) == [.unknownSheet(name: "notes")])
    #expect(reading.sheets.map(\.source.file) == ["plan.csv", "funds.csv"])
    #expect(reading.sheets.map(\.rows) == [1, 1])
  }

  @Test("Both sample plans are read without an error or warning", arguments: Repository.plans)
  func samples(_ name: String) throws {
    let reading = try PlanReading([Repository.plan(name)])
    #expect(reading.diagnostics.filter { $0.severity != .note }.isEmpty)
    #expect(reading.plans.map(\.id) == [name])
    #expect(reading.plans[0].activities.count > 50)
  }

  @Test("The sample plans are read together as one by one")
  func samplesTogether() throws {
    let together = try PlanReading([Folder.parent(of: Repository.plan("x"))])
    #expect(together.plans.map(\.id) == Repository.plans)
    for (plan, name) in zip(together.plans, Repository.plans) {
      let alone = try #require(try PlanReading([Repository.plan(name)]).plans.first)
      #expect(plan.ties.count == alone.ties.count)
      #expect(plan.leaders.map(\.name) == alone.leaders.map(\.name))
    }
  }
}
