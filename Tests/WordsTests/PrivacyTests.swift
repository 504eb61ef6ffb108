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

  /// A text beside leaders without consent, who are kept as they are named here.
  private func shown(_ text: String, hiding leaders: [String], naming: [String] = []) throws
    -> String
  {
    let rows =
      leaders.enumerated().map { "H\($0),\($1),ไม่" } + naming.enumerated().map { "S\($0),\($1),ใช่" }
    let table = "id,name,consent\n" + rows.joined(separator: "\n") + "\n"
    let places = "id,name\nV1,วัดสระบัว\nV2,ตลาดนางเลิ้ง\n"
    let funds = "id,name\nF1,กลุ่มออมทรัพย์สายทองใส\n"
    let reading = try SmallPlan.reading(
      changed: ["leaders.csv": table, "places.csv": places, "funds.csv": funds])
    return Privacy(reading.plans, .thai).shown(text)
  }

  @Test(
    "knows a name however it is typed: blanks, marks, nickname and title do not matter",
    arguments: [
      ("นางบัวลี สายคำมูล", "ถามคุณบัวลี  สายคำมูล ก่อน", "ถามคุณ(ไม่แสดงชื่อ) ก่อน"),
      ("นางบัวลี สายคำมูล", "นางบัวลี\u{200B}สายคำมูล", "นาง(ไม่แสดงชื่อ)"),
      ("นางบัวลี สายคำมูล", "บัวลีสายคํามูล", "(ไม่แสดงชื่อ)"),
      ("นางบัวลี สายคำมูล", "นางบ\u{200B}ัวลี สายคำมูล", "นาง(ไม่แสดงชื่อ)"),
      ("นางบัวลี (แดง) สายคำมูล", "นางบัวลี สายคำมูล", "นาง(ไม่แสดงชื่อ)"),
      ("นางบัวลี (แดง) สายคำมูล", "กับป้าแดงที่ศาลา", "กับป้า(ไม่แสดงชื่อ)ที่ศาลา"),
      ("นางบัวลี สายคำมูล", "บัวลี (แดง) สายคำมูล", "(ไม่แสดงชื่อ)"),
      ("นางบัวลี สายคำมูล", "คุณสายคำมูล", "คุณ(ไม่แสดงชื่อ)"),
      ("นางบัวลี สายคำมูล", "ป้าหล้า สายคำมูล", "ป้าหล้า (ไม่แสดงชื่อ)"),
      ("คุณถวิล ทุ่งกว้างไกล", "นายถวิล ทุ่งกว้างไกล", "นาย(ไม่แสดงชื่อ)"),
      ("ว่าที่ ร.ต. ถวิล ทุ่งกว้างไกล", "ดร.ถวิล", "ดร.(ไม่แสดงชื่อ)"),
      ("Mr. Thawin Thung", "ask mr thawin  thung", "ask mr (ไม่แสดงชื่อ)"),
      ("พระอาจารย์บุญมา วัดสระบัว", "พระอาจารย์บุญมา", "พระอาจารย์(ไม่แสดงชื่อ)"),
      (
        "พระอาจารย์บุญมา วัดสระบัว", "ออมกับหลวงพ่อบุญมา วัดสระบัว",
        "ออมกับหลวงพ่อ(ไม่แสดงชื่อ)"
      ),
      ("นางบัวลี สายคำมูล", "ปรับหนี้กับนางบัวลี", "ปรับหนี้กับนาง(ไม่แสดงชื่อ)"),
      ("นางคำมูล ข้าวหอมทุ่ง", "ประธานธนาคารข้าว (นางคำมูล)", "ประธานธนาคารข้าว (นาง(ไม่แสดงชื่อ))"),
      ("นาย ก. ใจดี", "นายก ใจดี", "นาย(ไม่แสดงชื่อ)"),
      ("นางบัวลี (ป้าแดง) สายคำมูล", "ลุงแดง", "ลุง(ไม่แสดงชื่อ)"),
      ("นายกมล ใจดี", "คุณกมล", "คุณ(ไม่แสดงชื่อ)"),
      ("นางสาวิตรี ใจดี", "น.ส.สาวิตรี", "น.ส.(ไม่แสดงชื่อ)"),
      ("นายเอก ใจดี และนายโท มีสุข", "ลุงโท มีสุข", "ลุง(ไม่แสดงชื่อ)"),
      ("น.ส. สุดา พรมมา โทร 081-234-5678", "สุดา พรมมา", "(ไม่แสดงชื่อ)"),
    ])
  func hidesSpellings(leader: String, text: String, expected: String) throws {
    #expect(try shown(text, hiding: [leader]) == expected)
  }

  @Test(
    "leaves words, places, organisations and other people who only share letters with a name",
    arguments: [
      ("พระอาจารย์บุญมา วัดสระบัว", "ทำบุญที่วัดสระบัว"), ("นายเลิ้ง ดีงาม", "ที่ตลาดนางเลิ้ง"),
      ("นายเอก สายทองใส", "กลุ่มออมทรัพย์สายทองใส"), ("นายมี นา", "ต้นเดือนมีนาคม"),
      ("นายสมบัติ ใจดี", "คุณสมบัติของผู้กู้"), ("นายเลี้ยง ใจดี", "มีพี่เลี้ยงให้"),
      ("นายบัวลี ใจดี", "ปลูกบัวลีไว้"), ("นายสม ใจดี", "นายสุสม"), ("นายมาน ใจดี", "นายมานะ"),
      ("นายเอก มั่นคง", "โครงการบ้านมั่นคง"), ("นาย ก. ใจดี", "นายกเทศมนตรี"),
      ("นายเอก ใจดี (ประธาน)", "ผู้ช่วยประธาน"), ("Mr. Dan Somsak", "Mr. Danai"),
    ])
  func leavesOtherNames(leader: String, text: String) throws {
    #expect(try shown(text, hiding: [leader]) == text)
  }

  @Test("leaves those who have consented, and hides where it may be either")
  func leavesConsenting() throws {
    func shown(_ text: String) throws -> String {
      try self.shown(text, hiding: ["นายสม ทองใสงาม"], naming: ["นายสมชาย ใจดี", "นางสม มีสุข"])
    }
    for text in ["นายสมชายพาไป", "คุณสมชาย ใจดี", "นางสม มีสุข"] { #expect(try shown(text) == text) }
    #expect(try shown("ถามคุณสม") == "ถามคุณ(ไม่แสดงชื่อ)")
  }

  @Test("holds for the position that stands for a leader, and for one beside a name")
  func holdsForPositions() throws {
    let leaders = """
      id,name,positions,consent
      L1,นางหนึ่ง ใจดี 080-000-0001,ผู้ช่วยนางคำมูล,ใช่
      L2,นางคำมูล ข้าวหอมทุ่ง,ประธานธนาคารข้าว (นางคำมูล),ไม่

      """
    let names = Names(try SmallPlan.graph(changed: ["leaders.csv": leaders]), .thai)
    let shown = try ["L1", "L2"].map {
      names.nameWithRole(of: try #require(names.plans.nodes(named: $0).first))
    }
    #expect(shown[0] == "นางหนึ่ง ใจดี (ไม่แสดงเบอร์) (ผู้ช่วยนาง(ไม่แสดงชื่อ))")
    #expect(shown[1] == "ประธานธนาคารข้าว (นาง(ไม่แสดงชื่อ))")
  }

  @Test("finds each of many names in many texts")
  func findsManyNames() throws {
    let marks = (0..<400).map { "นาย" + word($0) + " " + word($0 + 400) }
    let text = marks.joined(separator: " กับ ")
    let shown = try shown(text, hiding: marks)
    #expect(shown.occurrences(of: "(ไม่แสดงชื่อ)") == 400)
    #expect(marks.allSatisfy { !shown.contains($0.split(separator: " ")[1]) })
  }

  private func word(_ number: Int) -> String {
    let letters = Array("กขคงจชดตถทนบปพมยรลวส")
    return "ศ" + String([letters[number / 20 % 20], letters[number % 20], letters[number / 400]])
      + "ห"
  }

  @Test(
    "keeps phone numbers out of any text",
    arguments: [
      "โทร 080-111-2222 นะ", "0801112222", "๐๘๐ ๑๑๑ ๒๒๒๒", "02-123-4567",
      "โทร.080.111.2222", "+66 80 111 2222", "+66(0)80-111-2222", "66801112222", "(080) 111 2222",
      "080/111/2222", "080–111–2222", "080\u{200B}1112222", "โทร. 80-111-2222", "ห้อง 5,0801112222",
      "080-111-2222/081-111-4567", "02-123-4567, 080-111-2222", "1. 0801112222",
      "080-111-2222 5 คน",
    ])
  func hidesNumbers(text: String) throws {
    #expect(try shown(text).contains("(ไม่แสดงเบอร์)"))
    #expect(!(try shown(text)).contains("111"))
    #expect(!(try shown(text)).contains("4567"))
  }

  @Test(
    "leaves all other text as it is",
    arguments: [
      "งบ 1,000,000 บาท ปี 2567", "นางหนึ่ง ใจดี เป็นประธาน", "สูง 0.5 เมตร", "0", "A001",
      "2560-2570", "01/02/2567 10", "01/02/67-05/03/68", "08.30-16.30 น. 12 คน", "1,080 000 000",
      "0.123456789", "A0801112222", "66,800,000,007", "800000000 บาท",
      "พ.ศ. 2560 2561 2562", "เลขที่ 12-0801-11222",
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

extension String {
  /// How often a word stands in the text.
  fileprivate func occurrences(of word: String) -> Int { ranges(of: word).count }
}
