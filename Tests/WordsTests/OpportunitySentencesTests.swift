import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@Suite("The sentence of an opportunity")
struct OpportunitySentencesTests {
  private func sentences(_ language: Language) throws -> [String] {
    let plans = try SmallPlan.graph()
    let search = OpportunitySearch(plans, .standard(.savings))
    let sentences = OpportunitySentences(Names(plans, language), search.approach)
    return search.opportunities().map {
      sentences.explanation(of: $0, search.evidence(from: $0.from, to: $0.to))
    }
  }

  @Test("names who, what and why in Thai")
  func speaksThai() throws {
    let first = try #require(try sentences(.thai).first)
    #expect(
      first == "กลุ่มออมทรัพย์บ้านหนึ่ง น่าจะช่วยหนุน “รังวัดที่ดิน” ที่ บ้านหนึ่ง "
        + "เพราะมี นางหนึ่ง ใจดี (ประธานกลุ่มออมทรัพย์) เป็นกรรมการ ซึ่งเป็นแกนนำกิจกรรมนี้อยู่แล้วด้วย "
        + "อีกทั้งดูแลพื้นที่เดียวกับกิจกรรมนี้ คือ บ้านหนึ่ง")
  }

  @Test("says the same in English")
  func speaksEnglish() throws {
    let first = try #require(try sentences(.english).first)
    #expect(
      first == "กลุ่มออมทรัพย์บ้านหนึ่ง could stand beside “รังวัดที่ดิน” in บ้านหนึ่ง, because "
        + "นางหนึ่ง ใจดี (ประธานกลุ่มออมทรัพย์) sits on its committee and leads this work already; "
        + "also both are in บ้านหนึ่ง")
  }

  @Test("tells of like work and of who helps both")
  func tellsOfLikeWork() throws {
    let second = try #require(try sentences(.thai).dropFirst().first)
    #expect(second.contains("เคยออกทุนหรือออกทุนอยู่ให้งานเรื่อง ที่ดิน เช่น “ออมซื้อที่ดินคืน”"))
    #expect(second.contains("ส.ป.ก. สนับสนุนทั้งกิจกรรมนี้และ “ออมซื้อที่ดินคืน” ซึ่งองค์กรการเงินนี้ออกทุนให้"))
  }

  @Test("never tells the name of a leader who has not consented", arguments: Language.allCases)
  func hidesNames(language: Language) throws {
    #expect(try sentences(language).allSatisfy { !$0.contains("ลับสุดยอด") })
  }

  @Test("has reasons whose shares add up to 1, the largest first", arguments: 1...10)
  func hasShares(seed: UInt64) throws {
    let plans = try RandomPlan.graph(seed: seed)
    let search = OpportunitySearch(plans, .standard(.savings))
    let sentences = OpportunitySentences(Names(plans, .thai), search.approach)
    for opportunity in search.opportunities() {
      let reasons = sentences.reasons(
        search.evidence(from: opportunity.from, to: opportunity.to))
      #expect(abs(reasons.reduce(0) { $0 + $1.share } - 1) < 1e-9)
      #expect(reasons.map(\.share) == reasons.map(\.share).sorted(by: >))
      #expect(reasons.allSatisfy { !$0.text.isEmpty })
    }
  }
}
