import Sheets
import Testing

@testable import Plans

@Suite struct PlanDateTests {
  @Test(
    "Years and dates are read in either era and in the spellings in use",
    arguments: [
      ("2566", 2023, nil, nil), ("2023", 2023, nil, nil), ("๒๕๖๖", 2023, nil, nil),
      ("พ.ศ. 2566", 2023, nil, nil), ("ปี 2566", 2023, nil, nil), ("ค.ศ. 2023", 2023, nil, nil),
      ("2566-05-31", 2023, 5, 31), ("2023-05-31", 2023, 5, 31), ("2566-05", 2023, 5, nil),
      ("2023-05-31T10:20:30", 2023, 5, 31), ("2023-05-31T00:00:00Z", 2023, 5, 31),
      ("31/5/2566", 2023, 5, 31), ("1/12/2023", 2023, 12, 1), ("5/2566", 2023, 5, nil),
      ("31-05-2566", 2023, 5, 31), ("๓๑/๕/๒๕๖๖", 2023, 5, 31),
      ("31 พ.ค. 2566", 2023, 5, 31), ("31 พฤษภาคม 2566", 2023, 5, 31), ("ม.ค. 2566", 2023, 1, nil),
      ("1 มกราคม พ.ศ. ๒๕๖๗", 2024, 1, 1), ("31 May 2023", 2023, 5, 31), ("Dec 2023", 2023, 12, nil),
      (" 2566 ", 2023, nil, nil), ("ปีงบประมาณ 2566", 2023, nil, nil), ("ปีงบ 2566", 2023, nil, nil),
    ] as [(String, Int, Int?, Int?)])
  func dates(_ text: String, _ year: Int, _ month: Int?, _ day: Int?) {
    #expect(PlanDate(.text(text)) == PlanDate(year: year, month: month, day: day))
  }

  @Test("All twelve Thai months are known, short and long")
  func months() {
    let short = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
    let long = """
      มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
      """
    for names in [short, long] {
      let months = names.split(separator: " ").map { PlanDate("1 \($0) 2566")?.month }
      #expect(months == Array(1...12))
    }
  }

  @Test(
    "What is no date is none",
    arguments: [
      "", "-", "ปีหน้า", "66", "31/05/66", "13/13/2566", "2566-13-01", "0/5/2566", "32/5/2566",
      "2750", "1500", "2566.5", "พ.ค.", "31 พ.ค.", "1-2-3-4", "2566 บาท", "10:00", "2566/2567/2568",
    ])
  func none(_ text: String) { #expect(PlanDate(.text(text)) == nil) }

  @Test(
    "A day that its month does not have is no date",
    arguments: ["31/4/2566", "30/2/2566", "2023-02-29"])
  func noSuchDay(_ text: String) { #expect(PlanDate(.text(text)) == nil) }

  @Test(
    "A time of day behind a blank is left out",
    arguments: ["2023-05-31 10:20", "2023-05-31 00:00:00", "31/5/2566 10:20"])
  func timeBehindBlank(_ text: String) {
    #expect(PlanDate(.text(text)) == PlanDate(year: 2023, month: 5, day: 31))
  }

  @Test(
    "An era written close to its year is read", arguments: ["พ.ศ.2566", "พ.ศ.๒๕๖๖", "ค.ศ.2023"])
  func closeEra(_ text: String) { #expect(PlanDate(.text(text)) == PlanDate(year: 2023)) }

  @Test(
    "English months between dashes are read, also those with a t in them",
    arguments: ["31-Oct-2023", "2023-Oct-31", "31-October-2566"])
  func dashedMonth(_ text: String) {
    #expect(PlanDate(.text(text)) == PlanDate(year: 2023, month: 10, day: 31))
  }

  @Test(
    "Thai months are read without their dots, cut short, and close to their numbers",
    arguments: [
      "31 พค 2566", "31พ.ค.2566", "31 พ.ค 2566", "๓๑พฤษภาคม๒๕๖๖", "31 พฤษภา 2566", "2566 พ.ค. 31",
      "วันที่ 31 พ.ค. 2566", "31 พ.ค. พ.ศ. 2566",
    ])
  func looseMonths(_ text: String) {
    #expect(PlanDate(.text(text)) == PlanDate(year: 2023, month: 5, day: 31))
  }

  @Test(
    "A date that is whole but for its century is told apart from what is none",
    arguments: [
      (.text("66"), 66), (.text("ปี ๖๖"), 66), (.text("31/5/66"), 66), (.text("31 พ.ค. 66"), 66),
      (.text("พ.ค.66"), 66), (.text("5/66"), 66), (.text("66-05-31"), 66), (.number(67), 67),
      (.text("2566"), nil), (.text("12/05"), nil), (.text("66/67"), nil), (.text("5"), nil),
      (.text("31/13/66"), nil), (.number(120), nil), (.text("66 ไร่"), nil), (.empty, nil),
    ] as [(Cell, Int?)])
  func twoDigits(_ cell: Cell, _ year: Int?) { #expect(PlanDate.twoDigitYear(cell) == year) }

  @Test("A workbook's own day and number may hold either era")
  func cells() {
    let date = PlanDate(year: 2023, month: 5, day: 31)
    #expect(PlanDate(.day(Day(year: 2023, month: 5, day: 31))) == date)
    #expect(PlanDate(.day(Day(year: 2566, month: 5, day: 31))) == date)
    #expect(PlanDate(.number(2_566)) == PlanDate(year: 2023))
    for cell in [Cell.number(2_566.5), .number(45), .empty, .boolean(true), .error("#N/A")] {
      #expect(PlanDate(cell) == nil)
    }
  }

  @Test("2400 to 2700 is Buddhist Era, 1800 to 2200 Common Era, all else no year")
  func eras() {
    #expect([2_400, 2_700, 1_800, 2_200].map(PlanDate.commonEra) == [1_857, 2_157, 1_800, 2_200])
    #expect([2_399, 2_701, 1_799, 2_201, 0, -5].allSatisfy { PlanDate.commonEra($0) == nil })
    #expect(PlanDate(year: 2023).buddhistYear == 2_566)
  }

  @Test("Dates are ordered; what is not given comes first")
  func order() {
    let dates = [
      PlanDate(year: 2023), PlanDate(year: 2023, month: 1), PlanDate(year: 2023, month: 1, day: 1),
      PlanDate(year: 2023, month: 2), PlanDate(year: 2024),
    ]
    #expect(dates.reversed().sorted() == dates)
  }
}
