import Plans
import Sheets
import TestSupport
import Testing

@Suite struct RowTiesTests {
  private let plan = "id,name\np,แผน\n"

  /// The ties as `from relation to`, by id.
  private func ties(_ reading: PlanReading) -> [String] {
    func id(_ node: NodeReference) -> String {
      reading.plans[node.plan].record(node.kind, node.index)?.id ?? "?"
    }
    return reading.plans.flatMap(\.ties).map { "\(id($0.from)) \($0.relation.word) \(id($0.to))" }
  }

  @Test("Every column that refers to rows makes the edge that FORMAT says")
  func allEdges() throws {
    let reading = try readPlans([
      "plan.csv": plan, "places.csv": "id,name\nV1,บ้าน\n",
      "activities.csv": """
      id,name,issues,places,organisations,leaders,funds,mechanisms,adopted_by
      A1,งาน,ขยะ,V1,O1,L1,F1,M1,M2
      """,
      "leaders.csv": "id,name,place,issues,organisations,funds\nL1,คน,V1,ขยะ,O1,F1\n",
      "organisations.csv": "id,name,places,issues\nO1,กลุ่ม,V1,ขยะ\n",
      "funds.csv": "id,name,places,organisations\nF1,ออม,V1,O1\n",
      "mechanisms.csv": "id,name,issues,places\nM1,รพ.,ขยะ,V1\nM2,อบต.,,\n",
    ])
    let expected = [
      "A1 about ขยะ", "A1 located_in V1", "O1 runs A1", "L1 leads A1", "F1 finances A1",
      "M1 supports A1", "M2 adopts A1", "L1 lives_in V1", "L1 works_on ขยะ", "L1 member_of O1",
      "L1 serves_on F1", "O1 located_in V1", "O1 about ขยะ", "F1 located_in V1", "F1 belongs_to O1",
      "M1 located_in V1", "M1 covers ขยะ",
    ]
    #expect(ties(reading).sorted() == expected.sorted())
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("A cell refers by id or by exact name, and several by ; are several ties")
  func idsAndNames() throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,กลุ่มออม\nF2,กองทุน\n",
      "activities.csv": "id,name,funds\nA1,งาน,F1;กองทุน\nA2,งานสอง,กลุ่มออม;F1\n",
    ])
    #expect(ties(reading).contains("F1 finances A1") && ties(reading).contains("F2 finances A1"))
    let source = reading.plans[0].ties.first?.source
    #expect(source == Source(file: "activities.csv", sheet: nil, cell: CellAddress("C2")))
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "Values apart by a comma or an “and” are read where each is a row and the whole is none",
    arguments: ["F1, กองทุน", "F1/F2", "กลุ่มออม และ กองทุน", "F1、F2", "F1 กับ กองทุน"])
  func looseValues(_ cell: String) throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,กลุ่มออม\nF2,กองทุน\n",
      "activities.csv": "id,name,funds\nA1,งาน,\"\(cell)\"\n",
    ])
    #expect(ties(reading).sorted() == ["F1 finances A1", "F2 finances A1"])
    #expect(reading.diagnostics.map(\.code) == ["split-values"])
    #expect(reading.diagnostics[0].severity == .warning)
  }

  @Test(
    "A name with a comma in it that is a row stays whole; one of unknown parts refers to nothing")
  func commaInName() throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,\"ออม, กู้\"\nF2,ออม\nF3,กู้\n",
      "activities.csv":
        "id,name,funds,issues\nA1,งาน,\"ออม, กู้\",\"น้ำ, ป่า\"\nA2,ข,\"ออม, x\",\"ก, ข\"\n",
    ])
    #expect(ties(reading).contains("F1 finances A1") && ties(reading).count == 4)
    #expect(reading.plans[0].issues.map(\.name) == ["น้ำ", "ป่า", "ก, ข"])
    #expect(Set(reading.diagnostics.map(\.code)) == ["split-values", "dangling-reference"])
  }

  @Test("References to a table that is not there are one error, whatever they name")
  func absentTable() throws {
    let reading = try readPlans([
      "plan.csv": plan, "activities.csv": "id,name,funds\nA1,ก,F1\nA2,ข,F2\nA3,ค,F3\n",
    ])
    #expect(reading.diagnostics.map(\.problem) == [.absentTable(.activities, .funds, .fund)])
    #expect(reading.diagnostics[0].cells.map(\.description) == ["C2", "C3", "C4"])
    #expect(reading.diagnostics[0].severity == .error)
  }

  @Test("A decision's approach is read in Thai and English; another word is reported and unknown")
  func approaches() throws {
    let decisions =
      "approach,from,to,status\nออมทรัพย์,F1,F2,เห็นชอบ\nsavings,F2,F1,เสนอ\nเรื่องอื่น,F1,F2,ไม่เห็นชอบ\n"
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,ออม\nF2,กู้\n", "decisions.csv": decisions,
    ])
    #expect(reading.plans[0].decisions.map(\.approach) == [.savings, .savings, nil])
    #expect(reading.plans[0].decisions.map(\.status) == [.accepted, .proposed, .rejected])
    #expect(
      reading.diagnostics.map(\.code) == ["unfit-decision", "unknown-word", "overtaken-decision"])
  }

  @Test("A decision without a status says nothing and is reported")
  func decisionWithoutStatus() throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,ออม\nF2,กู้\n",
      "decisions.csv": "approach,from,to,status\nsavings,F1,F2,\n",
    ])
    #expect(reading.plans[0].decisions.isEmpty)
    #expect(reading.diagnostics.map(\.problem) == [.undecided])
  }

  @Test("A reference to nothing is an error with its cells, and makes no tie")
  func dangling() throws {
    let reading = try readPlans([
      "plan.csv": plan, "activities.csv": "id,name,funds\nA1,ก,F9\nA2,ข,\nA3,ค,F9\n",
      "funds.csv": "id,name\nF1,ออม\n",
    ])
    let found = try #require(reading.diagnostics.first)
    #expect(found.problem == .danglingReference(.activities, .funds, text: "F9", kinds: [.fund]))
    #expect(found.severity == .error && found.file == "activities.csv" && found.count == 2)
    #expect(found.cells.map(\.description) == ["C2", "C4"])
    #expect(reading.diagnostics.count == 1 && ties(reading).isEmpty)
  }

  @Test("A name that fits several rows is an error that lists them, and makes no tie")
  func ambiguous() throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,กองทุน\nF2,กองทุน\n",
      "activities.csv": "id,name,funds\nA1,ก,กองทุน\n",
    ])
    let found = try #require(reading.diagnostics.first)
    #expect(
      found.problem
        == .ambiguousReference(.activities, .funds, text: "กองทุน", candidates: ["p/F1", "p/F2"]))
    #expect(found.severity == .error && found.cells == [CellAddress(row: 1, column: 2)])
    #expect(ties(reading).isEmpty)
  }

  @Test(
    "Where the mapping asks for it, a name that refers to no row makes it; the check counts them")
  func createMissing() throws {
    let reading = try readPlans([
      "mapping.yaml": "create_missing: true\ntables: {activities: {sheet: list}}\n",
      "plan.csv": plan, "list.csv": "id,name,funds,places\nA1,ก,ออม;กู้,บ้าน\nA2,ข,ออม,บ้าน\n",
    ])
    let plan = reading.plans[0]
    #expect(plan.funds.map(\.name) == ["ออม", "กู้"] && plan.places.map(\.name) == ["บ้าน"])
    #expect(plan.ties.count == 5)
    #expect(plan.funds[0].savings == nil && plan.funds[0].source.cell?.description == "C2")
    let counts = reading.diagnostics.filter { $0.code == "created-rows" }
    #expect(counts.map(\.problem).contains(.createdRows(.fund)))
    #expect(counts.first { $0.problem == .createdRows(.fund) }?.count == 2)
    #expect(counts.first { $0.problem == .createdRows(.place) }?.count == 1)
    #expect(counts.allSatisfy { $0.severity == .note })
  }

  @Test("Issues that the vocabulary knows as one are one, and a note says which were joined")
  func joinedIssues() throws {
    let reading = try readPlans([
      "plan.csv": plan, "activities.csv": "id,name,issues\nA1,ก,ที่ดิน\nA2,ข,ที่ดินทำกิน;ขยะ\nA3,ค,ที่ดิน\n",
    ])
    #expect(reading.plans[0].issues.map(\.name) == ["ที่ดิน", "ขยะ"])
    #expect(reading.plans[0].issues.map(\.key) == ["land", "waste"])
    #expect(reading.diagnostics.map(\.problem) == [.joinedIssues(names: ["ที่ดิน", "ที่ดินทำกิน"])])
    #expect(reading.diagnostics[0].severity == .note)
  }

  @Test("Rows of links make ties of known relations and of the planner's own words")
  func links() throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,ออม\nF2,กู้\n",
      "activities.csv": "id,name,issues\nA1,ก,ขยะ\n",
      "links.csv": """
      from,relation,to,since,note
      F1,partners,F2,2551,จด
      F1,Finances,ก,,
      F2,พี่เลี้ยง,F1,,
      F2,works on,ขยะ,,
      """,
    ])
    #expect(
      ties(reading) == [
        "A1 about ขยะ", "F1 partners F2", "F1 finances A1", "F2 พี่เลี้ยง F1", "F2 works_on ขยะ",
      ])
    let tie = reading.plans[0].ties[1]
    #expect(tie.since == PlanDate(year: 2008) && tie.note == "จด")
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "A row of links that names no relation or no end is reported, not dropped in silence",
    arguments: ["F1,-,F2", "-,partners,F2", "F1,partners,"])
  func incompleteLinks(_ row: String) throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,ออม\nF2,กู้\n",
      "links.csv": "from,relation,to\n\(row)\n",
    ])
    #expect(reading.plans[0].ties.isEmpty)
    #expect(reading.diagnostics.contains { $0.file == "links.csv" && $0.cells.map(\.row) == [1] })
  }

  @Test("A reference to another plan's row is written plan/id")
  func acrossPlans() throws {
    let reading = try readPlans([
      "a/funds.csv": "id,name\nF1,ออม\n", "b/activities.csv": "id,name,funds\nA1,ก,a/F1\n",
    ])
    #expect(reading.plans[1].ties.map(\.from) == [NodeReference(plan: 0, kind: .fund, index: 0)])
    #expect(!reading.hasErrors)
  }

  @Test("Offers and decisions keep their rows, with references where they refer to something")
  func offersAndDecisions() throws {
    let reading = try readPlans([
      "plan.csv": plan, "funds.csv": "id,name\nF1,ออม\n", "activities.csv": "id,name\nA1,ก\n",
      "places.csv": "id,name\nV1,บ้าน\n",
      "offers.csv":
        "id,owner,type,item,quantity,months,place\nX1,F1,มีให้,ปุ๋ย,600,ม.ค.;ก.พ.,V1\nX2,-,need,น้ำ,-,,\n",
      "decisions.csv":
        "approach,from,to,status,owner,due,date,reason\nsavings,F1,A1,in_plan,ก,2568,2567-01-02,ดี\n",
    ])
    let plan = reading.plans[0]
    #expect(plan.offers.map(\.direction) == [.offer, .need])
    #expect(plan.offers.map { $0.owner?.kind } == [.fund, nil])
    #expect(
      plan.offers.map(\.quantity) == [600, nil] && plan.offers[0].months == ["ม.ค.", "ก.พ."])
    #expect(plan.offers[0].place?.kind == .place)
    let decision = try #require(plan.decisions.first)
    #expect(
      decision.status == .inPlan && decision.from?.kind == .fund && decision.to?.kind == .activity)
    #expect(decision.due == PlanDate(year: 2025))
    #expect(decision.date == PlanDate(year: 2024, month: 1, day: 2) && decision.reason == "ดี")
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Sheets of ties that a mapping names make ties row by row")
  func mappedLinks() throws {
    let mapping = """
      name: x
      tables:
        activities: {file: list.csv}
        funds: {file: money.csv}
      links:
        - {file: pairs.csv, sheet: pairs, relation: finances, header_row: 2,
           from: {kind: fund, column: who}, to: {kind: activity, column: what}}
      """
    let reading = try readPlans([
      "mapping.yaml": mapping, "list.csv": "id,name\nA1,ก\n", "money.csv": "id,name\nF1,ออม\n",
      "pairs.csv": "ตาราง\nwhat,who\nA1,ออม\nก,F1\n-,F1\nA9,F1\n",
    ])
    #expect(ties(reading) == ["F1 finances A1", "F1 finances A1"])
    #expect(reading.diagnostics.map(\.code) == ["dangling-reference"])
    #expect(reading.diagnostics[0].cells.map(\.description) == ["A6"])
    #expect(reading.sheets.last?.table == nil && reading.sheets.last?.rows == 4)
  }
}
