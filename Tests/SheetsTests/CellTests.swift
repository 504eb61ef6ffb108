import Sheets
import Testing

@Suite struct CellTests {
  @Test(
    "A serial number of the 1900 system is the day that Excel shows",
    arguments: [
      (1, "1900-01-01"), (31, "1900-01-31"), (59, "1900-02-28"), (61, "1900-03-01"),
      (366, "1900-12-31"), (367, "1901-01-01"), (36_526, "2000-01-01"), (36_585, "2000-02-29"),
      (45_292, "2024-01-01"), (45_351, "2024-02-29"), (45_657, "2024-12-31"),
      (2_958_465, "9999-12-31"),
    ] as [(Double, String)])
  func serial1900(_ serial: Double, _ iso: String) {
    #expect(Day(serial: serial, uses1904: false)?.iso == iso)
  }

  @Test(
    "A serial number of the 1904 system counts from 1 January 1904",
    arguments: [
      (0, "1904-01-01"), (1, "1904-01-02"), (60, "1904-03-01"), (43_830, "2024-01-01"),
    ] as [(Double, String)])
  func serial1904(_ serial: Double, _ iso: String) {
    #expect(Day(serial: serial, uses1904: true)?.iso == iso)
  }

  @Test("A time of day does not change the day")
  func timeOfDay() { #expect(Day(serial: 45_292.999, uses1904: false)?.iso == "2024-01-01") }

  @Test(
    "What is no day's number is none",
    arguments: [-1, 2_958_466, 1e300, .infinity, .nan] as [Double])
  func noDay(_ serial: Double) { #expect(Day(serial: serial, uses1904: false) == nil) }

  @Test("A day is written with four and two digits")
  func iso() { #expect(Day(year: 987, month: 6, day: 5).iso == "0987-06-05") }

  @Test("A cell's text is what a person would type")
  func text() {
    #expect(Cell.number(1_200).text == "1200")
    #expect(Cell.number(0.5).text == "0.5")
    #expect(Cell.number(-0.0).text == "0")
    #expect(Cell.day(Day(year: 2024, month: 1, day: 31)).text == "2024-01-31")
    #expect(Cell.boolean(true).text == "TRUE")
    #expect(Cell.error("#REF!").text == "#REF!")
    #expect(Cell.empty.text.isEmpty)
  }

  @Test("Empty text is an empty cell")
  func emptyText() {
    #expect(Cell("") == .empty)
    #expect(Cell(" ") == .text(" "))
  }
}
