import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@Suite("The names of nodes")
struct NamesTests {
  private func names(_ language: Language) throws -> Names {
    Names(try SmallPlan.graph(), language)
  }

  private func node(_ id: String, _ names: Names) throws -> NodeID {
    try #require(names.plans.nodes(named: id).first)
  }

  @Test("show a leader's own name with consent, else the role and village")
  func respectConsent() throws {
    let names = try names(.thai)
    #expect(names.name(of: try node("L1", names)) == "นางหนึ่ง ใจดี")
    #expect(names.nameWithRole(of: try node("L1", names)) == "นางหนึ่ง ใจดี (ประธานกลุ่มออมทรัพย์)")
    #expect(names.name(of: try node("L2", names)) == "ผู้ใหญ่บ้าน บ้านสอง")
    #expect(names.nameWithRole(of: try node("L2", names)) == "ผู้ใหญ่บ้าน บ้านสอง")
  }

  @Test("show all names where the officer asks for them, and say so", arguments: Language.allCases)
  func officersOwn(language: Language) throws {
    let names = Names(try SmallPlan.graph(), language, people: .all)
    let hidden = try node("L2", names)
    #expect(names.name(of: hidden) == "นายสอง ลับสุดยอด")
    #expect(names.nameWithRole(of: hidden) == "นายสอง ลับสุดยอด (ผู้ใหญ่บ้าน)")
    #expect(names.nameWithRoleAndHome(of: hidden).hasSuffix("บ้านสอง"))
    #expect(names.footer?.isEmpty == false)
    #expect(Names(try SmallPlan.graph(), language).footer == nil)
  }

  @Test("keep phones out even of the officer's own paper")
  func neverPhones() throws {
    let leaders = "id,name,consent\nL1,นายเอก ใจดี 080-111-2222,ไม่\n"
    let names = Names(
      try SmallPlan.graph(changed: ["leaders.csv": leaders]), .thai, people: .all)
    #expect(names.name(of: try node("L1", names)) == "นายเอก ใจดี (ไม่แสดงเบอร์)")
  }

  @Test(
    "give as facts neither phones nor a name that is not to be shown", arguments: Language.allCases)
  func hidePrivateFacts(language: Language) throws {
    let names = try names(language)
    for node in names.plans.graph.nodes {
      for fact in names.facts(of: node) {
        #expect(!fact.text.contains("080-000"))
        #expect(!fact.text.contains("ลับสุดยอด"))
      }
    }
  }

  @Test("leave out extra columns that may lead to a person, and show the others")
  func hidePersonalColumns() throws {
    let funds = "id,name,เบอร์โทร,สีป้าย\nF1,กลุ่มออมทรัพย์บ้านหนึ่ง,081-111-1111,เขียว\nF2,กองทุนที่ดิน,,\n"
    let names = Names(try SmallPlan.graph(changed: ["funds.csv": funds]), .thai)
    let facts = names.facts(of: try node("F1", names))
    #expect(facts.contains { $0.heading == "สีป้าย" && $0.text == "เขียว" })
    #expect(!facts.contains { $0.text.contains("081") })
  }
}
