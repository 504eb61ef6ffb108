import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct PartReadingTests {
  private let today = PlanDate(year: 2025, month: 6, day: 1)

  /// Writes the plans and further files into a folder of their own, and hands over its path.
  private func withPlans(
    _ more: KeyValuePairs<String, String> = [:], _ body: (String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    for (name, text) in Array(Self.plans) + Array(more) { try folder.write("p/" + name, text) }
    try body(folder.file("p"))
  }

  private func files(_ reading: PartReading) -> [String] {
    reading.plans.flatMap { plan in
      [plan.id] + plan.activities.map { "\($0.id) \($0.name) \($0.source.file)" }
        + plan.ties.map { "\($0.relation.word) \($0.from) \($0.to) \($0.source.file)" }
        + plan.offers.map { "\($0.item) \(String(describing: $0.owner))" }
    }
  }

  /// Plans with much to report, of which one folder holds two.
  private static let plans: KeyValuePairs<String, String> = [
    "a/plan.csv": "id,name\na,ก\n",
    "a/activities.csv": "id,name,issues,funds,budget\nA1,งาน,ที่ดิน;land,F1;F9,x\nA2,งานน้ำ,น้ำ,F1,-5\n",
    "a/funds.csv": "id,name\nF1,ออมทรัพย์บ้านเหนือ\nF2,ออมทรัพบ้านเหนือ\n",
    "a/offers.csv": "owner,type,item\nF1,offer,ข้าว\n",
    "b/plan.csv": "id,name\nb,ข\nc,ค\n",
    "b/activities.csv": "plan,id,name\nb,A1,งาน\nc,A1,งาน\n",
    "d/plan.csv": "id,name\nd,ง\n",
    "d/activities.csv": "id,name,funds\nA1,งาน,F1\n",
    "d/funds.csv": "id,name\nF1,กองทุน\n",
    "d/offers.csv": "owner,type,item\nF1,need,ข้าว\n",
    "empty/readme.txt": "x\n",
  ]

  @Test("Plans read apart are those read together, with all that was found, in the same order")
  func apart() throws {
    try withPlans { path in
      let apart = try #require(PlanReading.readApart([path], today))
      let together = try PlanReading.readTogether([path], today)
      #expect(files(apart) == files(together))
      #expect(apart.steps.flatMap(\.self) == together.steps.flatMap(\.self))
      #expect(apart.sheets.map(\.source) == together.sheets.map(\.source))
      #expect(!apart.steps.flatMap(\.self).isEmpty && apart.plans.count == 4)
    }
  }

  @Test(
    "Plans that have to do with each other are read together",
    arguments: [
      ("a/links.csv", "from,relation,to\nA1,partners,d/A1\n"),
      ("a/mapping.yaml", "same: [{kind: fund, name: ก, also: ข}]\n"),
      ("e/plan.csv", "id,name\nd,อีกแผน\n"), ("f/mapping.yaml", "tables: 5\n"),
      ("top.csv", "x\n"),
    ])
  func together(_ name: String, _ text: String) throws {
    try withPlans([name: text]) { path in
      #expect(PlanReading.readApart([path], today)?.plans.map(\.id) == nil)
    }
  }
}
