import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("Ranking leaders")
struct LeaderRankingTests {
  private static let files = [
    "places": "id,name\nV1,บ้านหนึ่ง\nV2,บ้านสอง\n",
    "funds": "id,name\nF1,ออม\n",
    "organisations": "id,name,issues\nO1,กลุ่มน้ำ,น้ำ\n",
    "leaders": """
    id,name,place,positions,skills,issues,organisations,funds,since
    L1,ก,V1,ประธานกลุ่มออมทรัพย์;อสม.,ทำบัญชี,ที่ดิน,O1,F1,2550
    L2,ข,V1,ผู้ใหญ่บ้าน,จัดประชาคม,ป่า,,F1,2560
    L3,ค,V2,อสม.,ทำบัญชีครัวเรือน,,O1,,-
    L4,ง,V2,,,น้ำ,,,2567-06-01

    """,
    "activities": """
    id,name,issues,places,status,leaders
    A1,หนึ่ง,ที่ดิน,V1,กำลังทำ,L1
    A2,สอง,น้ำ,V1,แผน,L1
    A3,สาม,ป่า,V2,เสร็จ,L1;L2
    A4,สี่,ป่า,V2,หยุด,L2
    A5,ห้า,ป่า,V2,,L2

    """,
  ]

  private let ranking: LeaderRanking

  init() throws {
    ranking = LeaderRanking(
      try SomePlans.graph(["p": Self.files]), plan: 0,
      asOf: PlanDate(year: 2025, month: 5, day: 31))
  }

  private func ids(_ ranked: [RankedLeader]) -> [String] {
    ranked.map { ranking.network.plans.record(of: $0.measures.leader)?.id ?? "" }
  }

  private func ids(_ change: (inout LeaderFilter) -> Void) -> [String] {
    var filter = LeaderFilter()
    change(&filter)
    return ids(ranking.ranked(by: .reach, where: filter)).sorted()
  }

  private func node(_ word: String) -> NodeID { ranking.network.plans.nodes(named: word)[0] }

  @Test("filters by issue, place, skill, fund, organisation, position, years and load")
  func filters() {
    #expect(ids { $0.issue = node("น้ำ") } == ["L1", "L3", "L4"])
    #expect(ids { $0.place = node("V1") } == ["L1", "L2"])
    #expect(ids { $0.place = node("V2") } == ["L1", "L2", "L3", "L4"])
    #expect(ids { $0.skill = "ทำบัญชี" } == ["L1", "L3"])
    #expect(ids { $0.fund = node("F1") } == ["L1", "L2"])
    #expect(ids { $0.organisation = node("O1") } == ["L1", "L3"])
    #expect(ids { $0.position = "อสม." } == ["L1", "L3"])
    #expect(ids { $0.years = 8 } == ["L1", "L2"])
    #expect(ids { $0.available = 1 } == ["L2", "L3", "L4"])
    #expect(ids { $0.available = 0 } == ["L3", "L4"])
  }

  @Test("combines filters, and tells what each is passed by")
  func combines() throws {
    #expect(
      ids {
        $0.skill = "ทำบัญชี"
        $0.fund = node("F1")
      } == ["L1"])
    var filter = LeaderFilter()
    filter.issue = node("น้ำ")
    filter.organisation = node("O1")
    let third = try #require(
      ranking.ranked(by: .reach, where: filter).first { $0.measures.leader == node("L3") })
    #expect(
      third.grounds == [.groupOn(node("น้ำ"), group: node("O1")), .memberOf(node("O1"))])
  }

  @Test(
    "counts planned, going and unsaid work as present, done work as experience, stopped as neither")
  func states() throws {
    let second = try #require(ranking.measures.first { $0.leader == node("L2") })
    #expect(second.present == [node("A5")] && second.done == [node("A3")])
    let first = try #require(ranking.measures.first { $0.leader == node("L1") })
    #expect(first.present == [node("A1"), node("A2")])
  }

  @Test("counts full years only, and what is not known as not known")
  func years() {
    #expect(ranking.measures.map(\.years) == [18, 8, nil, 0])
    var filter = LeaderFilter()
    filter.years = 1
    #expect(ranking.unknownYears(filter) == 1)
    filter.place = node("V1")
    #expect(ranking.unknownYears(filter) == 0)
    #expect(ranking.unknownYears(LeaderFilter()) == 0)
  }

  @Test("experience is half years, half done work, and nothing known is no score and comes last")
  func experience() {
    let ranked = ranking.ranked(by: .experience)
    #expect(ids(ranked) == ["L1", "L2", "L4", "L3"])
    #expect(ranked[0].score == 1 && ranked[3].score == nil)
    #expect(abs((ranked[1].score ?? 0) - (8.0 / 18 + 1) / 2) < 1e-12)
  }

  @Test("marks the best, and the first behind who carries little, who is shown whatever the limit")
  func marks() {
    let ranked = ranking.ranked(by: .reach)
    #expect(ids(ranked)[0] == "L1" && ranked[0].mark == .best)
    let free = ranked.filter { $0.mark == .free }
    #expect(free.count == 1 && free[0].measures.present.count <= 1)
    #expect(LeaderRanking.shown(ranked, limit: 1).map(\.mark) == [.best, .free])
    #expect(LeaderRanking.shown(ranked, limit: 0).count == 4)
  }

  @Test("marks nobody for whom nothing speaks")
  func nothingSpeaks() throws {
    let plans = try SomePlans.graph(["p": ["leaders": "id,name\nL1,ก\nL2,ข\n"]])
    let ranking = LeaderRanking(plans, plan: 0, asOf: PlanDate(year: 2025))
    for reading in LeaderReading.allCases {
      #expect(ranking.ranked(by: reading).allSatisfy { $0.mark == nil })
    }
  }

  @Test("where all carry much, the one who carries least is marked free")
  func allLoaded() throws {
    let work = (1...9).map { "A\($0),งาน \($0),กำลังทำ,\(["L1", "L1;L2", "L1;L3"][$0 % 3])\n" }
    let plans = try SomePlans.graph([
      "p": [
        "leaders": "id,name\nL1,ก\nL2,ข\nL3,ค\n",
        "activities": "id,name,status,leaders\n" + work.joined() + "A0,งาน 0,แผน,L3\n",
      ]
    ])
    let ranked = LeaderRanking(plans, plan: 0, asOf: PlanDate(year: 2025)).ranked(by: .reach)
    #expect(ranked.filter { $0.mark == .free }.map(\.measures.present.count) == [3])
  }

  @Test(
    "ranks those of one score by id, and ranks follow one another",
    arguments: LeaderReading.allCases)
  func order(reading: LeaderReading) throws {
    let plans = try RandomPlans.graph(seed: 3)
    let ranked = LeaderRanking(plans, plan: 0, asOf: PlanDate(year: 2025)).ranked(by: reading)
    #expect(ranked.map(\.rank) == Array(1...ranked.count))
    for (left, right) in zip(ranked, ranked.dropFirst()) {
      let (first, second) = (left.score ?? -1, right.score ?? -1)
      #expect(first > second - 1e-9)
      if first == second { #expect(left.measures.leader < right.measures.leader) }
    }
  }

  @Test("does not depend on the order of rows")
  func rowOrder() throws {
    func turned(_ text: String) -> String {
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    let plans = try SomePlans.graph(["p": Self.files.mapValues(turned)])
    let other = LeaderRanking(plans, plan: 0, asOf: PlanDate(year: 2025, month: 5, day: 31))
    for reading in LeaderReading.allCases {
      let (here, there) = (ranking.ranked(by: reading), other.ranked(by: reading))
      #expect(here.map(\.score) == there.map(\.score) && here.map(\.mark) == there.map(\.mark))
      #expect(ids(here) == there.map { plans.record(of: $0.measures.leader)?.id ?? "" })
    }
  }
}
