import Linkage
import Plans
import TestSupport
import Testing

@testable import Words

@Suite("Sentences on self-reliance")
struct SelfRelianceSentencesTests {
  private func said(
    _ rows: [String], _ language: Language = .thai
  ) throws -> (sentences: SelfRelianceSentences, survey: SelfRelianceSurvey) {
    let heading = "id,name,issues,mode,budget,own_budget,funds\n"
    let plans = try SomePlans.graph([
      "a": [
        "plan": "id,name,tambon,year\na,แผนของเรา,ก,2567\n",
        "funds": "id,name,assets,external_debt\nF1,กองทุน,1000,50\nF2,ธนาคารข้าว,-,-\n",
        "activities": heading + rows.joined(separator: "\n") + "\n",
      ]
    ])
    return (SelfRelianceSentences(Names(plans, language)), SelfRelianceSurvey(plans))
  }

  private static let rows = [
    "A1,ขุดสระ,น้ำ,ทำเอง,\"3,000\",750,F1", "A2,ปลูกป่า,ป่า,ทำร่วม,\"1,000\",250,",
    "A3,สำรวจ,ป่า,,-,-,",
  ]

  @Test("tell the money, of how many it is known, and the funds beside the work")
  func sentences() throws {
    let (thai, survey) = try said(Self.rows)
    let whole = survey.plans[0]
    #expect(
      thai.money(whole) == "งบประมาณ 4,000 บาท เป็นทุนชุมชนเอง 1,000 บาท คือ 25% (ทราบ 2 จาก 3 กิจกรรม)")
    #expect(thai.reach(whole) == "งานที่ยังไม่เสร็จ 3 กิจกรรม มีกองทุนหนุนแล้ว 1 (33%)")
    #expect(thai.modes(whole) == "ลักษณะการทำ: ทำเอง 1 · ทำร่วม 1 · ไม่ทราบ 1")
    #expect(thai.debt(whole) == "หนี้ภายนอกขององค์กรการเงินเป็น 5% ของสินทรัพย์ (ทราบ 1 จาก 2 องค์กรการเงิน)")
    let (english, _) = try said(Self.rows, .english)
    #expect(
      english.money(whole)
        == "of 4,000 baht the community's own are 1,000 baht, 25% (known for 2 of 3 activities)")
  }

  @Test("give the reason where nothing can be told")
  func unknown() throws {
    for (row, word, short) in [
      ("A1,งาน,น้ำ,,-,-,", "ไม่มีกิจกรรมใดบอก", "ยังไม่ทราบ"),
      ("A1,งาน,น้ำ,,0,0,", "เป็นศูนย์", "เป็นศูนย์"), ("A1,งาน,น้ำ,,5,9,", "ขัดกัน", "ขัดกัน"),
    ] {
      let (sentences, survey) = try said([row])
      #expect(sentences.money(survey.plans[0]).contains(word))
      #expect(sentences.line(survey.plans[0]).contains(short))
    }
  }

  @Test("make a chapter in which unknown shares are unknown, never zero")
  func chapter() throws {
    let (sentences, survey) = try said(Self.rows + ["A4,อื่น,หนี้,,-,-,"])
    let chapter = try #require(sentences.chapter(survey, plan: 0))
    #expect(chapter.key == "self-reliance")
    let rows = chapter.grids[0].rows
    #expect(rows.map { $0[0] } == [.text("ป่า"), .text("หนี้"), .text("น้ำ")])
    #expect(rows.map { $0[3] } == [.share(0.25), .unknown, .share(0.25)])
    #expect(rows[1][1] == .unknown && rows[1][2] == .unknown)
    #expect(
      chapter.grids.allSatisfy { grid in grid.rows.allSatisfy { $0.count == grid.columns.count } })
  }

  @Test("tell how the share went over the years of one tambon")
  func years() throws {
    func files(_ id: String, _ year: Int, _ own: Int) -> [String: String] {
      [
        "plan": "id,name,tambon,year\n\(id),แผน,ก,\(year)\n",
        "activities": "id,name,budget,own_budget\nA1,งาน,100,\(own)\n",
      ]
    }
    let plans = try SomePlans.graph(["a": files("a", 2565, 25), "b": files("b", 2567, 40)])
    let survey = SelfRelianceSurvey(plans)
    let sentences = SelfRelianceSentences(Names(plans, .thai))
    let series = try #require(survey.series.first)
    #expect(
      sentences.sentence(series, survey)
        == "ทุนชุมชนในงบประมาณของ ต.ก รายปี: พ.ศ. 2565 25% แล้วเป็น พ.ศ. 2567 40% (เพิ่มขึ้น)")
    let chapter = try #require(sentences.chapter(survey, plan: 1))
    #expect(chapter.grids.first?.rows.map { $0[3] } == [.share(0.25), .share(0.4)])
  }
}
