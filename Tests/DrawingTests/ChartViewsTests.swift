import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The sheets of bars")
struct ChartViewsTests {
  @Test(
    "keep their labels clear of their bars, in both languages", arguments: Repository.plans,
    Language.allCases)
  func keepClear(sample: String, language: Language) throws {
    let plans = try plans(sample)
    let rankings = StrengthRanking.all(plans, in: 0)
    var renderer = Renderer(language)
    let charts = StrengthView(Names(plans, language), plan: 0, rankings).charts(limit: 15)
    for chart in charts {
      // The scale bears no title, and its numbers stand below their lines.
      for row in renderer.picture(of: chart).groups where !row.title.isEmpty {
        let bars = row.marks.compactMap { mark -> Double? in
          guard case .outline(let outline) = mark, outline.stroke != nil,
            case .move(let corner) = outline.steps.first
          else { return nil }
          return corner.x
        }
        guard let label = row.texts.first, let left = bars.min(), row.texts.count > 1 else {
          continue
        }
        #expect(label.box.right < left || label.box.left > left, "\(label.content)")
      }
    }
  }

  private func plans(_ sample: String) throws -> PlanGraph {
    PlanGraph(try PlanReading([Repository.plan(sample)]).plans)
  }

  @Test(
    "of strength show the rules passed, failed and not known, set by set",
    arguments: Repository.plans, [2, 3, 15])
  func strength(sample: String, limit: Int) throws {
    let plans = try plans(sample)
    let rankings = StrengthRanking.all(plans, in: 0)
    let charts = StrengthView(Names(plans, .thai), plan: 0, rankings).charts(limit: limit)
    let rows = charts.flatMap(\.chart.rows)
    #expect(charts.allSatisfy { $0.chart.rows.count <= limit && $0.chart.rows[0].bars.isEmpty })
    #expect(charts.allSatisfy { $0.chart.rows.last?.bars.isEmpty == false })
    let bars = rows.flatMap(\.bars)
    let all = rankings.flatMap(\.assessments)
    #expect(bars.count == all.count)
    for (bar, assessment) in zip(bars, all) {
      let all = Double(assessment.results.count)
      for (part, verdict) in zip(bar.parts, [RuleResult.Verdict.pass, .fail, .unknown]) {
        let own = assessment.results.count { $0.verdict == verdict }
        #expect(abs(part.share - Double(own) / all) < 1e-9)
      }
      #expect(bar.parts.map(\.fill) == [.black, .white, .hatched])
      #expect(abs(bar.parts.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }
  }

  @Test("share their rows out, so that none has but what is left over", arguments: [5, 8, 14, 20])
  func areEven(limit: Int) throws {
    let plans = try plans("khok-charoen")
    let rankings = StrengthRanking.all(plans, in: 0)
    let strength = StrengthView(Names(plans, .thai), plan: 0, rankings).charts(limit: limit)
    let counts = strength.map(\.chart.rows.count)
    #expect(try #require(counts.last) * 2 >= #require(counts.max()), "\(counts)")
    let chart = BarChart(
      title: "", rows: (0..<23).map { .init("\($0)", [.init([], "")]) }, keys: [])
    let sheets = ChartSheet.sheets(key: "k", name: "", subtitle: "", chart, limit: limit)
    let sizes = sheets.map(\.chart.rows.count)
    #expect(sizes.reduce(0, +) == 23 && sizes.count == (23 + limit - 1) / limit)
    #expect(try #require(sizes.max()) - #require(sizes.min()) <= sizes.count)
  }

  @Test("of strength say when the funds' figures are of")
  func dates() throws {
    let plans = try plans("khok-charoen")
    let charts = StrengthView(
      Names(plans, .thai), plan: 0, StrengthRanking.all(plans, in: 0)
    ).charts(limit: 15)
    #expect(charts[0].subtitle.hasSuffix("พ.ศ. 2567 · ตัวเลขกองทุน ณ 31 ธ.ค. 2565 – 31 ธ.ค. 2567"))
  }

  @Test("of coverage show how much work has a fund, and where there is no work")
  func coverage() throws {
    let rows = "A1,หนึ่ง,น้ำ,V1,F1\nA2,สอง,น้ำ,V1,\nA3,สาม,ป่า,V1,\n"
    let plans = try SmallPlan.graph(
      changed: ["activities.csv": "id,name,issues,places,funds\n" + rows])
    let charts = CoverageView(Names(plans, .thai), plan: 0, Coverage(plans, plan: 0))
      .charts(limit: 15)
    #expect(charts.map(\.key) == ["coverage-issues", "coverage-villages"])
    #expect(charts[0].chart.rows.map(\.label) == ["น้ำ", "ป่า"])
    #expect(
      charts[0].chart.rows.map { $0.bars[0].text } == ["มี 1 จาก 2 กิจกรรม", "มี 0 จาก 1 กิจกรรม"])
    #expect(charts[0].chart.rows.map { $0.bars[0].parts.map(\.share) } == [[0.5, 0.5], [0, 1]])
    #expect(
      charts[1].chart.rows.map { $0.bars[0].text } == ["มี 1 จาก 3 กิจกรรม", "แผนยังไม่มีงานที่นี่"])
    #expect(charts[1].chart.rows[1].bars[0].parts.isEmpty)
  }

  @Test("of coverage count the others where there are very many villages")
  func manyVillages() throws {
    let places = (1...100).map { "V\($0),บ้าน \($0)\n" }.joined()
    let plans = try SmallPlan.graph(
      changed: [
        "places.csv": "id,name\n" + places,
        "activities.csv": "id,name,places,funds\nA1,หนึ่ง,V70,F1\nA2,สอง,V71;V72,\n",
      ])
    let rows = CoverageView(Names(plans, .thai), plan: 0, Coverage(plans, plan: 0))
      .charts(limit: 30).flatMap(\.chart.rows)
    #expect(rows.count == 60 && rows.prefix(3).map(\.label) == ["บ้าน 71", "บ้าน 72", "บ้าน 70"])
    // As many as find room on two sheets, however small these are.
    let few = CoverageView(Names(plans, .thai), plan: 0, Coverage(plans, plan: 0))
      .charts(limit: 10)
    #expect(few.count == 2 && few.last?.chart.rows.last?.label == "อีก 81 แห่ง")
    #expect(rows.last?.label == "อีก 41 แห่ง" && rows.last?.bars[0].text == "ยังไม่มีงาน 41 แห่ง")
  }

  @Test("of coverage are none where the plan names no funds: that is not known, not none")
  func noFunds() throws {
    let plans = try SmallPlan.graph(
      changed: ["funds.csv": "id,name\n", "activities.csv": "id,name,issues\nA1,ก,น้ำ\n"])
    let view = CoverageView(Names(plans, .thai), plan: 0, Coverage(plans, plan: 0))
    #expect(!view.isTelling && view.charts(limit: 15).isEmpty)
  }

  @Test("of own capital have the whole plan and every issue")
  func ownCapital() throws {
    let plans = try plans("wang-ang")
    let survey = SelfRelianceSurvey(plans)
    let charts = OwnCapitalView(Names(plans, .thai), plan: 0, survey).charts(limit: 4)
    #expect(charts.flatMap(\.chart.rows).count == survey.issues[0].count + 1)
    #expect(charts.allSatisfy { $0.chart.rows.count <= 4 })
  }
}
