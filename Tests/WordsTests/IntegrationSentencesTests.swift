import Graphs
import Linkage
import Plans
import TestSupport
import Testing

@testable import Words

@Suite("Sentences on integration")
struct IntegrationSentencesTests {
  private func said(
    _ rows: [String], _ language: Language = .thai
  ) throws -> (sentences: IntegrationSentences, integration: Integration) {
    let heading = "id,name,issues,funds,organisations,leaders\n"
    let plans = try SomePlans.graph([
      "a": [
        "plan": "id,name\na,แผน\n", "funds": "id,name\nF1,กลุ่มออมทรัพย์\n",
        "organisations": "id,name\nO1,สภา\nO2,กลุ่มน้ำ\n",
        "leaders": "id,name,positions,consent\nL1,นายสอง ลับสุดยอด,กำนัน,ไม่\n",
        "activities": heading + rows.joined(separator: "\n") + "\n",
      ]
    ])
    return (IntegrationSentences(Names(plans, language)), Integration(plans, plan: 0))
  }

  private static let rows = [
    "A1,ขุดสระ,น้ำ,F1,O1,L1", "A2,ปลูกป่า,ป่า,F1,O1,L1", "A3,รังวัด,ดิน,F1,,",
  ]

  @Test("say plainly whether the funds are the integrator, with the numbers that make it so")
  func verdict() throws {
    let (thai, integration) = try said(Self.rows)
    #expect(
      thai.verdict(integration)
        == "ในแผนนี้ กองทุนเป็นตัวเชื่อม ทั้งโดยรวมและต่อแห่ง: งานต่างประเด็นมาพบกันผ่านกองทุน 3 คู่ (1 แห่ง เฉลี่ยแห่งละ 3) "
        + "ผ่านองค์กร 1 คู่ (2 แห่ง เฉลี่ยแห่งละ 0.5) ผ่านหน่วยงาน 0 คู่ (0 แห่ง)")
    #expect(
      thai.leading(integration)
        == "กองทุนที่เชื่อมมากที่สุดคือ กลุ่มออมทรัพย์ 3 คู่ เป็นอันดับ 1 จาก 3 รายที่ทำให้งานต่างประเด็นพบกัน")
    #expect(
      integration.brokers.map(thai.sentence)[0].hasSuffix("ถ้าขาดไป งาน “รังวัด” จะหลุดจากส่วนที่เหลือ"))
    let (english, _) = try said(Self.rows, .english)
    #expect(
      english.verdict(integration).hasPrefix(
        "In this plan the funds are what brings work together, in sum and per head."))
  }

  @Test("say when the plan knows too little")
  func unknown() throws {
    let (sentences, integration) = try said(["A1,ก,น้ำ,F1,O1,", "A2,ข,ป่า,,,", "A3,ค,ดิน,,,"])
    #expect(
      sentences.verdict(integration)
        == "ยังบอกไม่ได้ว่าในแผนนี้กองทุนเป็นตัวเชื่อมหรือไม่ เพราะมีเพียง 1 จาก 3 กิจกรรม ที่บอกว่าใครออกทุน ใครทำ หรือใครสนับสนุน"
    )
  }

  @Test("make a chapter by kind, by broker and by pair of issues, and hide who has not consented")
  func chapter() throws {
    let (sentences, integration) = try said(Self.rows)
    let chapter = try #require(sentences.chapter(integration))
    #expect(chapter.key == "integration" && chapter.grids.count == 3)
    #expect(
      chapter.grids.allSatisfy { grid in grid.rows.allSatisfy { $0.count == grid.columns.count } })
    #expect(!"\(chapter)".contains("ลับสุดยอด"))
    #expect(chapter.grids[1].rows.map { $0[0] }.contains(.text("กำนัน")))
    #expect(chapter.grids[2].rows.count == 3)
  }

  @Test("leave what hangs on one person to the officer's own paper")
  func nothingOfPersons() throws {
    let plans = try SomePlans.graph([
      "p": [
        "activities":
          "id,name,issues,leaders,funds\nA1,งานหนึ่ง,น้ำ,L1,F1\nA2,งานสอง,ป่า,L1,\nA3,งานสาม,น้ำ,,F1\n",
        "leaders": "id,name,consent\nL1,นางหนึ่ง ใจดี,ใช่\n",
        "funds": "id,name\nF1,กองทุน\n",
      ]
    ])
    let integration = Integration(plans, plan: 0)
    let person = try #require(
      integration.brokers.first { plans.graph.kind(of: $0.node) == .leader })
    #expect(!person.cutOff.isEmpty)
    let sentences = IntegrationSentences(Names(plans, .thai))
    #expect(!sentences.sentence(person).contains("งานสอง"))
    let cells = try #require(sentences.chapter(integration)).grids.flatMap(\.rows).joined()
    #expect(!cells.contains { Language.thai.text(of: $0).contains("งานสอง") })
  }
}
