import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

@Suite("A bar chart")
struct BarChartTests {
  private func chart(_ language: Language) throws -> BarChart? {
    let plans = PlanGraph(try PlanReading([Repository.plan("khok-charoen")]).plans)
    return BarChart.selfReliance(
      SelfRelianceSurvey(plans), plan: 0, SelfRelianceSentences(Names(plans, language)))
  }

  @Test("of the sample plan has a row for the whole and for eight issues, and fits a page")
  func sample() throws {
    for language in Language.allCases {
      let chart = try #require(try chart(language))
      #expect(chart.rows.count == 9 && chart.keys.count == 3)
      #expect(chart.rows.allSatisfy { $0.bars.count == 2 })
      #expect(chart.rows.flatMap(\.bars).allSatisfy { $0.parts.reduce(0) { $0 + $1.share } <= 1 })
      #expect(PlacedChart(chart, width: 786).height < 530)
    }
  }

  @Test("is drawn as tall as it was measured, and its text stays text")
  func drawing() throws {
    let folder = try TemporaryFolder()
    let chart = BarChart(
      title: "หัวเรื่อง",
      rows: [.init("งานเรื่องน้ำ", [.init([.init(0.25, .grey), .init(0.5, .hatched)], "25% → 75%")])],
      keys: [.init(.grey, "มีแล้ว")])
    let canvas = Canvas(pdf: folder.file("a.pdf"), width: 842, height: 595, title: "ทดสอบ", .thai)
    let placed = PlacedChart(chart, width: 786)
    placed.draw(on: canvas, x: 28, y: 28)
    let lowest = try #require(placed.groups.flatMap(\.texts).map(\.box.bottom).max())
    #expect(lowest <= placed.height && lowest > placed.height - 20 && placed.height > 40)
    canvas.endPage()
    try canvas.finish()
    #expect(try folder.bytes("a.pdf").starts(with: Array("%PDF".utf8)))
  }

  @Test("says that a share is not known instead of drawing nothing beside it")
  func unknown() throws {
    let files = [
      "plan": "id,name\na,แผน\n",
      "activities": "id,name,issues,budget,own_budget\nA1,ก,น้ำ,100,50\nA2,ข,ป่า,-,-\n",
    ]
    let plans = try SomePlans.graph(["a": files])
    let sentences = SelfRelianceSentences(Names(plans, .thai))
    let chart = try #require(
      BarChart.selfReliance(SelfRelianceSurvey(plans), plan: 0, sentences))
    #expect(chart.rows.map { $0.bars[0].text } == ["50%", "50%", "ไม่ทราบ"])
    #expect(chart.rows[2].bars[0].parts.isEmpty)
  }
}
