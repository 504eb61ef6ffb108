import Testing

@testable import Plans

@Suite("Months")
struct MonthsTests {
  @Test(
    "are read from names, numbers, ranges over the new year, and words for the whole year",
    arguments: [
      (["ม.ค.", "ก.พ."], [1, 2]), (["มกราคม"], [1]), (["Jan", "december"], [1, 12]),
      (["พ.ย.-ก.พ."], [1, 2, 11, 12]), (["พ.ย. – ก.พ."], [1, 2, 11, 12]),
      (["พ.ย. ถึง ม.ค."], [1, 11, 12]), (["มี.ค., เม.ย. และ พ.ค."], [3, 4, 5]), (["๓"], [3]),
      (["10-2"], [1, 2, 10, 11, 12]), (["เดือนมีนาคม"], [3]), (["ทั้งปี"], Array(1...12)),
      (["jan to mar"], [1, 2, 3]),
    ])
  func reading(texts: [String], expected: [Int]) {
    #expect(Months(reading: texts)?.numbers == expected)
  }

  @Test(
    "are unknown where there is none or a word is something else, never guessed",
    arguments: [[], ["หน้าแล้ง"], ["ม.ค.", "หลังเก็บเกี่ยว"], ["13"], ["0"], ["ม.ค.-ก.พ.-มี.ค."]])
  func unknown(texts: [String]) {
    #expect(Months(reading: texts) == nil)
  }

  @Test("are told as runs, December going on in January")
  func runs() throws {
    let runs = { (texts: [String]) in
      Months(reading: texts)?.runs.map { [$0.first, $0.last] }
    }
    #expect(runs(["พ.ย.-ก.พ."]) == [[11, 2]])
    #expect(runs(["ม.ค.", "มี.ค.", "เม.ย."]) == [[1, 1], [3, 4]])
    #expect(runs(["ทั้งปี"]) == [[1, 12]])
    #expect(runs(["ธ.ค.", "มิ.ย."]) == [[6, 6], [12, 12]])
  }
}
