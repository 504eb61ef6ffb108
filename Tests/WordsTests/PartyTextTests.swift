import Plans
import TestSupport
import Testing

@testable import Words

@Suite("Who is responsible, as typed")
struct PartyTextTests {
  private static let names = "(ชื่อ)"

  private func shown(_ text: String) throws -> String {
    PartyText(try SmallPlan.reading().plans).hidden(in: text, as: Self.names)
  }

  @Test(
    "is shown where it is a body, an agency, a role or a place",
    arguments: [
      "อบต.", "อบต.โคกเจริญ", "อบต. ตัวอย่าง", "พมจ.", "รพ.สต.บ้านใหม่", "กลุ่มออมทรัพย์บ้านหนึ่ง", "กองทุนที่ดิน",
      "คณะกรรมการกองทุนหมู่บ้าน", "กองช่าง", "ส.ป.ก.", "มูลนิธิ ชัยพัฒนา", "ประธานกลุ่มทอผ้า", "ผู้ใหญ่บ้าน",
      "ผู้ใหญ่บ้าน ม.3",
      "ผู้ใหญ่บ้าน หมู่ ๓", "นายก อบต.", "นายกอบต.โคกเจริญ", "ปลัดอำเภอ", "เกษตรตำบล", "พัฒนากร",
      "ครูโรงเรียนบ้านหนึ่ง",
      "เจ้าหน้าที่ พอช.", "ทุกหมู่บ้าน", "ชาวบ้าน หมู่ 5", "สมาชิก อบต.", "ประธานชมรม อสม.", "บ้านสอง",
      "กลุ่มสตรีและเยาวชน",
      "ผู้ใหญ่บ้าน, อบต.", "village committee", "Khok Charoen savings group", "TAO",
      "head of the school", "-", "",
    ])
  func bodies(text: String) throws {
    #expect(try shown(text) == text)
  }

  @Test(
    "is not shown where it is a person, or may be",
    arguments: [
      ("นายสมชาย ใจงาม", "(ชื่อ)"), ("สมชาย ใจงาม", "(ชื่อ)"), ("สมชาย", "(ชื่อ)"),
      ("นาย สมชาย บ้านกลาง", "(ชื่อ)"),
      ("ป้าแดง", "(ชื่อ)"), ("น.ส. วิภา", "(ชื่อ)"), ("จ.ส.อ.สมชาย ใจงาม", "(ชื่อ)"), ("ม.ล.สมชาย", "(ชื่อ)"),
      ("นายกมล ดีงาม", "(ชื่อ)"),
      ("อ.สมชาย", "(ชื่อ)"), ("นายกิตติ", "(ชื่อ)"), ("กำนันแดง", "กำนัน(ชื่อ)"), ("ครูสมศรี", "ครู(ชื่อ)"),
      ("ประธานกลุ่ม นายสมชาย ใจงาม", "ประธานกลุ่ม (ชื่อ)"), ("ประธานกลุ่มนายสมชาย ใจงาม", "ประธานกลุ่ม(ชื่อ)"),
      ("ผู้ใหญ่บ้าน สมชาย", "ผู้ใหญ่บ้าน (ชื่อ)"), ("สมชาย ใจงาม (ประธาน)", "(ชื่อ) (ประธาน)"),
      ("อบต. และ นายสมชาย", "อบต. และ (ชื่อ)"), ("ป้าแดง, ลุงดำ", "(ชื่อ), (ชื่อ)"),
      ("Somchai Jaingam", "(ชื่อ)"),
      ("Mr. Somchai, village committee", "(ชื่อ), village committee"),
    ])
  func people(text: String, expected: String) throws {
    #expect(try shown(text) == expected)
  }

  @Test("is shown where it is a leader of the plan who has consented, with any title or none")
  func leaders() throws {
    for text in ["นางหนึ่ง ใจดี", "หนึ่ง ใจดี", "คุณหนึ่ง  ใจดี", "นางหนึ่ง ใจดี และ อบต."] {
      #expect(try shown(text) == text)
    }
    #expect(try shown("นายสอง ลับสุดยอด") == "(ชื่อ)")
  }
}
