import Plans
import Testing
import Words

@Suite("Numbers and dates in words")
struct NumbersTests {
  @Test(
    "have thousands separators and at most two places",
    arguments: [
      (0.0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (0.5, "0.5"),
      (12.345, "12.35"), (-1_200, "-1,200"), (1.05, "1.05"),
    ])
  func separateThousands(value: Double, text: String) {
    #expect(Language.thai.number(value) == text)
  }

  @Test("show dates in the reader's own era")
  func showEras() {
    let date = PlanDate(year: 2024, month: 5, day: 31)
    #expect(Language.thai.date(date) == "31 พ.ค. 2567")
    #expect(Language.english.date(date) == "31 May 2024")
    #expect(Language.thai.year(PlanDate(year: 2024)) == "พ.ศ. 2567")
    #expect(Language.english.date(PlanDate(year: 2024)) == "2024")
  }

  @Test("never show nothing of a share that is there")
  func showSmallShares() {
    #expect(Language.english.percent(0.001) == "under 1%")
    #expect(Language.english.percent(0) == "0%")
    #expect(Language.english.percent(0.256) == "26%")
  }

  @Test("join names as a sentence does")
  func joinNames() {
    #expect(Language.thai.list(["ก", "ข", "ค"]) == "ก ข และ ค")
    #expect(Language.english.list(["a", "b"]) == "a and b")
    #expect(Language.english.list(["a", "b", "c", "d"], atMost: 2) == "a, b and 2 more")
    #expect(Language.thai.list([]).isEmpty)
  }
}
