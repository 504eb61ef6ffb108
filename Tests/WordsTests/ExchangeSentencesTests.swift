import Linkage
import Plans
import TestSupport
import Testing

@testable import Words

@Suite("Sentences on exchange")
struct ExchangeSentencesTests {
  private func said(
    _ rows: [String], _ language: Language = .thai, more: [String: String] = [:]
  ) throws -> (sentences: ExchangeSentences, exchange: Exchange) {
    let plans = try OfferPlans.graph(rows, more: more)
    return (ExchangeSentences(Names(plans, language)), Exchange(plans))
  }

  private static let rows = [
    "X1,O1,มีให้,มูลโค,ปัจจัย,600,กระสอบ,พ.ย.;ธ.ค.;ม.ค.;ก.พ.,V1",
    "X2,O2,ต้องการ,มูลโค,ปัจจัย,400,กระสอบ,ม.ค.;ก.พ.;มี.ค.,V2",
  ]

  @Test("say who has what for whom, how much, when and how far, in both languages")
  func match() throws {
    let thai = try said(Self.rows)
    #expect(
      thai.exchange.matches.map(thai.sentences.sentence) == [
        "กลุ่ม1ของa มีมูลโค 600 กระสอบ แบ่งให้ กลุ่ม2ของa ได้ครบ 400 กระสอบ ที่ต้องการ ช่วง ม.ค.–ก.พ. ห่างกันราว 1.1 กม."
      ])
    let english = try said(Self.rows, .english)
    #expect(
      english.exchange.matches.map(english.sentences.sentence) == [
        "กลุ่ม1ของa has มูลโค (600 กระสอบ) and could give กลุ่ม2ของa all of the 400 กระสอบ needed, in Jan–Feb, "
          + "some 1.1 km apart"
      ])
  }

  @Test("ask instead of guessing")
  func questions() throws {
    let found = try said([
      "X1,O1,มีให้,พี่เลี้ยงทำบัญชี,ความรู้,4,วัน,ทั้งปี,V1", "X2,O2,ต้องการ,พี่เลี้ยงทำบัญชี,ความรู้,-,-,หน้าแล้ง,V1",
    ])
    #expect(
      found.exchange.matches.map(found.sentences.sentence) == [
        "กลุ่ม1ของa มี“พี่เลี้ยงทำบัญชี” 4 วัน ที่ กลุ่ม2ของa ต้องการ เดือนเขียนไว้ว่า “หน้าแล้ง” ต้องถามว่าเดือนใด อยู่หมู่บ้านเดียวกัน "
          + "(ต้องถามก่อนว่าต้องการเท่าใด นับเป็นหน่วยใด และ เดือนใด)"
      ])
  }

  @Test("say what goes round, what is missing and why, and what is left")
  func rest() throws {
    let found = try said([
      "X1,O1,มีให้,ก้อน,ก,5,ก้อน,ม.ค.,V1", "X2,O2,ต้องการ,ก้อน,ก,8,ก้อน,ม.ค.,V1",
      "X3,O2,มีให้,ตัน,ก,2,ตัน,ม.ค.,V1", "X4,O3,ต้องการ,ตัน,ก,1,ตัน,ม.ค.,V1",
      "X5,O3,มีให้,ใบ,ก,7,ใบ,มี.ค.,V1", "X6,O1,ต้องการ,ใบ,ก,7,ใบ,มี.ค.,V1",
      "X7,O4,ต้องการ,ใบ,ก,7,ใบ,ม.ค.,V1",
    ])
    #expect(
      found.exchange.rings.map(found.sentences.sentence) == [
        "กลุ่ม1ของa ให้ก้อน 5 ก้อน (ม.ค.) แก่ กลุ่ม2ของa แล้ว กลุ่ม2ของa ให้ตัน 1 ตัน (ม.ค.) แก่ กลุ่ม3ของa แล้ว กลุ่ม3ของa ให้ใบ 7 ใบ "
          + "(มี.ค.) แก่ กลุ่ม1ของa แลกกันสองฝ่ายไม่ลงตัว แต่เวียนกันสามฝ่ายได้"
      ])
    #expect(
      found.exchange.unmet.map(found.sentences.sentence) == [
        "กลุ่ม2ของa ต้องการก้อน 8 ก้อน ช่วง ม.ค. ของที่มีไม่พอ ยังขาดอีก 3 ก้อน",
        "กลุ่ม4ของa ต้องการใบ 7 ใบ ช่วง ม.ค. มีผู้มีให้แต่คนละเดือน คือ กลุ่ม3ของa (มี.ค.)",
      ])
    #expect(
      found.exchange.surplus.map(found.sentences.sentence) == ["กลุ่ม2ของa ยังเหลือตัน 1 ตัน ช่วง ม.ค."])
  }

  @Test("hide an owner who has not consented, in the item, the unit and the id too")
  func privacy() throws {
    let secret = "ลับสุดยอด"
    let leaders = "id,name,positions,consent\nL1,นายสอง \(secret),หมอดิน,ไม่\n"
    let found = try said(
      [
        ",L1,มีให้,ความรู้ของนายสอง \(secret),ก,5,วันกับสอง \(secret),ม.ค.,V1",
        ",O2,ต้องการ,ความรู้ของนายสอง \(secret),ก,5,วันกับสอง \(secret),ม.ค.,V1",
        "X3,L1,มีให้,อื่น,ถามนายสอง \(secret),1,วัน,โทร 081-234-5678,V1",
      ], more: ["leaders": leaders])
    let (sentences, exchange) = found
    let chapter = try #require(sentences.chapter(exchange, plan: 0))
    let texts =
      exchange.matches.map(sentences.sentence) + exchange.surplus.map(sentences.sentence)
      + exchange.matches.map { sentences.id(of: $0.offer) }
      + exchange.surplus.compactMap { sentences.category(of: $0.offer) } + ["\(chapter)"]
    #expect(exchange.matches.count == 1 && exchange.surplus.count == 1)
    for text in texts { #expect(!text.contains(secret) && !text.contains("5678"), "\(text)") }
    #expect(texts[0].hasPrefix("หมอดิน"))
  }

  @Test("make a chapter of a plan's own rows; where amounts are not known it says so")
  func chapter() throws {
    let found = try said(Self.rows + ["X3,O3,ต้องการ,มูลโค,ปัจจัย,-,-,ม.ค.,V3"])
    let chapter = try #require(found.sentences.chapter(found.exchange, plan: 0))
    #expect(chapter.key == "exchange" && chapter.grids.count == 1)
    #expect(chapter.paragraphs == ["จับคู่ได้แน่ 1 รายการ ต้องถามก่อน 1 รายการ"])
    let amounts = chapter.grids[0].rows.map { $0[2] }
    #expect(amounts == [.text("400 กระสอบ"), .unknown])
    #expect(
      chapter.grids.allSatisfy { grid in grid.rows.allSatisfy { $0.count == grid.columns.count } })
    let empty = try said([])
    #expect(empty.sentences.chapter(empty.exchange, plan: 0) == nil)
  }
}
