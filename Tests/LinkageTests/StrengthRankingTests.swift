import Graphs
import Plans
import TestSupport
import Testing

@testable import Linkage

@Suite("A ranking of funds")
struct StrengthRankingTests {
  private let head = "id,name,kind,savings,shares,reserves,assets,loans,overdue,external_debt\n"

  private func rankings(_ rows: String) throws -> (plans: PlanGraph, all: [StrengthRanking]) {
    let plans = try SomePlans.graph([
      "p": ["plan": "id,name\np,แผน\n", "funds": head + rows]
    ])
    return (plans, StrengthRanking.all(plans))
  }

  private func ids(_ plans: PlanGraph, _ ranking: StrengthRanking?) -> [String] {
    (ranking?.assessments ?? []).map { plans.record(of: $0.fund)?.id ?? "" }
  }

  @Test("is one for each set, each fund by the set that fits its kind")
  func setsApart() throws {
    let (plans, all) = try rankings(
      """
      F1,ก,กลุ่มสัจจะออมทรัพย์,1,,,,,,
      F2,ข,สหกรณ์ออมทรัพย์,1,,,,,,
      F3,ค,กองทุนสวัสดิการชุมชน,1,,,,,,
      F4,ง,ธนาคารข้าว,1,,,,,,
      F5,กลุ่มออมทรัพย์บ้านจ,,1,,,,,,

      """)
    let bySet = Dictionary(uniqueKeysWithValues: all.map { ($0.set.id, ids(plans, $0)) })
    #expect(
      bySet == ["codi-welfare": ["F3"], "pearls": ["F1", "F5"], "pearls-shares": ["F2"]])
    let byName = all.flatMap(\.assessments).filter(\.isChosenByName)
    #expect(byName.map { plans.record(of: $0.fund)?.id } == ["F5"])
    #expect(plans.fundsWithoutRules().map { plans.record(of: $0)?.id } == ["F4"])
  }

  @Test("puts first whom enough is known of, by score; equal ones share a place")
  func order() throws {
    let (plans, all) = try rankings(
      """
      F1,ก,กลุ่มสัจจะ,750,0,50,1000,100,9,90
      F2,ข,กลุ่มสัจจะ,,,200,1000,,,
      F3,ค,กลุ่มสัจจะ,750,0,200,1000,100,0,0
      F4,ง,กลุ่มสัจจะ,,,,,,,
      F5,จ,กลุ่มสัจจะ,750,0,200,1000,100,5,50

      """)
    let pearls = all.first { $0.set.id == "pearls" }
    #expect(ids(plans, pearls) == ["F3", "F5", "F1", "F2", "F4"])
    #expect(pearls?.assessments.map(\.rank) == [1, 1, 3, nil, nil])
    // F2 passes all that is known of it, which is too little to rank it.
    #expect(pearls?.assessments[3].score == 1 && pearls?.assessments[3].band == nil)
    #expect(pearls?.assessments[2].score == 2.0 / 5)
  }

  @Test("does not depend on the order of the rows")
  func anyOrder() throws {
    let rows = (1...8).map { "F\($0),ก\($0),กลุ่มสัจจะ,7\($0)0,0,\($0 * 30),1000,100,\($0),0" }
    let (plans, one) = try rankings(rows.joined(separator: "\n") + "\n")
    let (others, other) = try rankings(rows.reversed().joined(separator: "\n") + "\n")
    #expect(one.map { ids(plans, $0) } == other.map { ids(others, $0) })
    #expect(one.map { $0.assessments.map(\.score) } == other.map { $0.assessments.map(\.score) })
  }
}
