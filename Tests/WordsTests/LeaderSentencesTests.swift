import Linkage
import Plans
import TestSupport
import Testing
import Words

@Suite("What is said of leaders")
struct LeaderSentencesTests {
  private static let day = PlanDate(year: 2025, month: 6, day: 15)
  private static let files = [
    "leaders.csv": """
    id,name,place,positions,skills,organisations,funds,since,consent,issues
    L1,นางหนึ่ง ใจดี,V1,ประธานกลุ่มออมทรัพย์,ทำบัญชี,O1,F1,2550,ใช่,น้ำ
    L2,นายสอง ลับสุดยอด,V2,ผู้ใหญ่บ้าน,,O1,,-,ไม่,
    L3,นายสาม ว่างงาน,V2,,,,,,ใช่,

    """,
    "organisations.csv": "id,name\nO1,กลุ่มป่า\n",
  ]

  private func explanations(_ language: Language, _ reading: LeaderReading) throws -> [String] {
    let plans = try SmallPlan.graph(changed: Self.files)
    let ranking = LeaderRanking(plans, plan: 0, asOf: Self.day)
    let sentences = LeaderSentences(Names(plans, language))
    return ranking.ranked(by: reading).map {
      sentences.explanation(of: $0, by: reading, in: ranking.network)
    }
  }

  @Test("gives the reason, and what is carried now, in one sentence")
  func reach() throws {
    let texts = try explanations(.thai, .reach)
    #expect(
      texts[0]
        == "นางหนึ่ง ใจดี (ประธานกลุ่มออมทรัพย์) บ้านหนึ่ง น่าชวนคุย เพราะเข้าถึง 2 กิจกรรม 2 หมู่บ้าน 2 ประเด็น ผ่านงานและกลุ่มที่อยู่ ตอนนี้นำอยู่ 1 งาน"
    )
    #expect(
      try explanations(.english, .reach)[0].contains("reaches 2 activities, 2 places and 2 issues"))
  }

  @Test("names the groups that meet in one person alone")
  func bridge() throws {
    let text = try explanations(.thai, .bridge)[0]
    #expect(text.contains("เป็นคนเดียวในแผนที่อยู่ทั้งในกลุ่มป่า กับกลุ่มออมทรัพย์บ้านหนึ่ง"))
  }

  @Test("does not ask for somebody by a reading that says nothing of the leader")
  func nothing() throws {
    let text = try #require(try explanations(.thai, .experience).last)
    #expect(text.contains("แผนไม่ได้บอกปีที่เริ่ม") && !text.contains("น่าชวนคุย"))
  }

  @Test("is in one language", arguments: LeaderReading.allCases)
  func english(reading: LeaderReading) throws {
    for text in try explanations(.english, reading) {
      #expect(!text.contains("งาน") || text.contains("ว่างงาน"))
    }
    #expect(!Language.english.aboutLeaders.contains("แกนนำ"))
  }

  @Test("brings people of one name in two plans together only where both may be named")
  func bridges() throws {
    let both = { (consent: String) in
      [
        "leaders": "id,name,consent\nL1,นายเอก ใจดี,\(consent)\n",
        "activities": "id,name\nA1,งาน\n",
      ]
    }
    for (consent, isShown) in [("ใช่", true), ("ไม่", false)] {
      let plans = try SomePlans.graph(["a": both("ใช่"), "b": both(consent)])
      let bridge = try #require(PlanBridge.between(plans).first)
      #expect((LeaderSentences(Names(plans, .thai)).text(bridge) != nil) == isShown)
    }
  }

  @Test(
    "where a third of all are cut points says how much comes apart, and that it marks nobody out")
  func fallingApart() throws {
    func sentence(_ leaders: Int) throws -> String {
      let people = (1...leaders).map { "L\($0),คน \($0),\($0 < 3 ? "F\($0)" : "")\n" }.joined()
      let plans = try SomePlans.graph([
        "p": [
          "leaders": "id,name,funds\n" + people,
          "funds": "id,name\nF1,ก\nF2,ข\n",
          "organisations": "id,name\nO1,กลุ่ม\n",
          "links": "from,relation,to\n"
            + (1...leaders).map { "L\($0),partners,O1\n" }.joined(),
        ]
      ])
      let found = Continuity(LeaderNetwork(plans, plan: 0), asOf: Self.day)
      return ContinuitySentences(Names(plans, .thai), found).fallingApart
    }
    #expect(try sentence(4).contains("2 จาก 4") && sentence(4).contains("ไม่ใช่เรื่องของใคร"))
    #expect(try sentence(4).contains("อย่างมาก 1 จาก 7"))
    #expect(try sentence(9).contains("2 จาก 9") && !sentence(9).contains("ไม่ใช่เรื่องของใคร"))
  }
}
