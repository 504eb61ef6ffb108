import Plans
import TestSupport
import Testing

@testable import Words

@Suite("Privacy")
struct PrivacyTests {
  private func shown(_ text: String) throws -> String {
    Privacy(try SmallPlan.reading().plans, .thai).shown(text)
  }

  @Test(
    "keeps names of leaders without consent out of any text, with or without their title",
    arguments: ["ติดต่อนายสอง ลับสุดยอด ที่ศาลา", "สอง ลับสุดยอด เป็นคนทำ"])
  func hidesNames(text: String) throws {
    #expect(!(try shown(text)).contains("ลับสุดยอด"))
    #expect(try shown(text).contains("(ไม่แสดงชื่อ)"))
  }

  @Test(
    "keeps phone numbers out of any text",
    arguments: ["โทร 080-111-2222 นะ", "0801112222", "๐๘๐ ๑๑๑ ๒๒๒๒", "02-123-4567"])
  func hidesNumbers(text: String) throws {
    #expect(try shown(text).contains("(ไม่แสดงเบอร์)"))
    #expect(!(try shown(text)).contains("111"))
    #expect(!(try shown(text)).contains("4567"))
  }

  @Test(
    "leaves all other text as it is",
    arguments: [
      "งบ 1,000,000 บาท ปี 2567", "นางหนึ่ง ใจดี เป็นประธาน", "สูง 0.5 เมตร", "0", "A001",
      "2560-2570",
    ])
  func leavesOthers(text: String) throws {
    #expect(try shown(text) == text)
  }

  @Test("holds for notes and names of activities in everything that is shown of them")
  func holdsForFacts() throws {
    let activities = """
      id,name,leaders,note
      A1,งานของนายสอง ลับสุดยอด,L2,โทร 080-111-2222 หานายสอง ลับสุดยอด

      """
    let names = Names(try SmallPlan.graph(changed: ["activities.csv": activities]), .thai)
    let node = try #require(names.plans.nodes(named: "A1").first)
    let texts = [names.name(of: node)] + names.facts(of: node).map(\.text)
    #expect(texts.allSatisfy { !$0.contains("ลับสุดยอด") && !$0.contains("080") })
    #expect(texts.count >= 2)
  }
}
