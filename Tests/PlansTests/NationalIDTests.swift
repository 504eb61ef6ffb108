import Graphs
import Plans
import TestSupport
import Testing

@Suite("Numbers of identity cards")
struct NationalIDTests {
  private static func digits(_ text: String) -> [UInt32] {
    text.unicodeScalars.compactMap(NationalID.digit)
  }

  @Test(
    "are thirteen digits of which the last is the check of the others",
    arguments: ["1101700207030", "3100600445635", "1100100000107", "๑๑๐๐๑๐๐๐๐๐๑๐๗"])
  func valid(_ text: String) {
    #expect(NationalID.isValid(Self.digits(text)))
  }

  @Test("differ from every number that differs in one digit")
  func oneDigit() {
    let number = Self.digits("1101700207030")
    for place in number.indices {
      for digit in UInt32(0)...9 where digit != number[place] {
        var other = number
        other[place] = digit
        // Weight 11 counts for nothing: the third digit is not checked.
        if place == 2 { continue }
        #expect(!NationalID.isValid(other), "\(place) \(digit)")
      }
    }
    #expect(!NationalID.isValid(Self.digits("110170020703")))
  }

  @Test(
    "are told by the heading, in either language and however it is spaced",
    arguments: [
      "เลขบัตรประชาชน", "เลขประจำตัวประชาชน", "เลข 13 หลัก", "หมายเลขบัตร ปชช.", "National ID",
      "national_id",
      "ID card no.", "citizen-id",
    ])
  func headings(_ heading: String) {
    #expect(NationalID.isHeading(heading))
  }

  @Test(
    "are not what other headings promise",
    arguments: ["รหัส", "ชื่อ", "id", "เลขที่บ้าน", "โทรศัพท์", "ทะเบียนกลุ่ม", "กรรมการ"])
  func otherHeadings(_ heading: String) {
    #expect(!NationalID.isHeading(heading))
  }

  @Test("are left unread with a note, whichever table they stand in")
  func leftUnread() throws {
    let reading = try readPlans([
      "leaders.csv": "id,name,เลขบัตรประชาชน,หมวก\nL1,นายเอก,1101700207030,แดง\n",
      "funds.csv": "id,name,National ID ประธาน\nF1,ออมทรัพย์,3100600445635\n",
    ])
    let plan = try #require(reading.plans.first)
    #expect(plan.leaders[0].extra.map(\.text) == ["แดง"] && plan.funds[0].extra.isEmpty)
    let notes = reading.diagnostics.filter { $0.code == "identity-numbers" }
    #expect(notes.count == 2 && notes.allSatisfy { $0.severity == .note })
    let known = reading.diagnostics.flatMap { diagnostic -> [String] in
      if case .unknownColumns(_, let headings, _) = diagnostic.problem { headings } else { [] }
    }
    #expect(known == ["หมวก"])
  }

  @Test("are no ids that anybody sees, where a plan uses them as such")
  func noIDs() throws {
    let reading = try readPlans([
      "leaders.csv":
        "id,name,consent\n1101700207030,นายเอก,ใช่\n1-1017-00207-03-0,นายโท,ใช่\nL3,นายตรี,ใช่\n"
    ])
    let plans = PlanGraph(reading.plans)
    let ids = plans.graph.nodes(of: .leader).map { plans.id(of: $0) }
    #expect(!ids.contains { $0.contains("1101") || $0.contains("0207") })
    #expect(Set(ids).count == 3 && ids.contains { $0.hasSuffix("/L3") })
  }
}
