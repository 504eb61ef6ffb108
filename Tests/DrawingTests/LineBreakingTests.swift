import Drawing
import Testing

@Suite("Line breaking")
struct LineBreakingTests {
  @Test("breaks Thai between words, a place's name not torn from บ้าน")
  func breaksThai() {
    let lines = LineBreaker().lines(of: "กลุ่มออมทรัพย์เพื่อการผลิตบ้านหนองแวง", width: 26, limit: 3)
    #expect(lines == ["กลุ่มออมทรัพย์เพื่อการผลิต", "บ้านหนองแวง"])
  }

  @Test("loses nothing but blanks, and keeps to the width", arguments: [8, 13, 20, 40])
  func losesNothing(width: Int) {
    let text = "โครงการพัฒนาแหล่งน้ำ เพื่อการเกษตร (ระยะที่ ๒) และ Water supply extension/ต่อท่อ"
    let lines = LineBreaker().lines(of: text, width: width, limit: 99)
    let joined = lines.joined().filter { $0 != " " }
    #expect(joined == text.filter { $0 != " " })
    #expect(lines.allSatisfy { $0.count <= width })
  }

  @Test(
    "tears no year from the era before it, and begins no line with a divider",
    arguments: 24...44)
  func keepsTogether(width: Int) {
    for text in [
      "แผนแม่บทชุมชนตำบล · จ.บุรีรัมย์ · พ.ศ. 2567 · ตัวเลขกองทุน ณ 31 ธ.ค. 2565",
      "แผนแม่บทชุมชน · Tambon วังอ่าง, Changwat นครศรีธรรมราช · 2023",
    ] {
      for line in LineBreaker().lines(of: text, width: width, limit: 0) {
        #expect(!line.hasPrefix("·") && !line.hasPrefix("2567"), "\(line)")
      }
    }
  }

  @Test("marks what does not fit, within the width")
  func marksTheCut() throws {
    let lines = LineBreaker().lines(
      of: String(repeating: "งานใหญ่ ", count: 50), width: 20, limit: 2)
    #expect(lines.count == 2)
    let last = try #require(lines.last)
    #expect(last.hasSuffix("…"))
    #expect(last.count <= 20)
  }

  @Test("cuts words longer than a line between letters, never between a letter and its marks")
  func cutsLongWords() {
    let lines = LineBreaker().lines(of: String(repeating: "กี้", count: 30), width: 7, limit: 99)
    #expect(lines.joined() == String(repeating: "กี้", count: 30))
    #expect(lines.allSatisfy { $0.count <= 7 })
  }

  @Test("gives no lines for nothing", arguments: ["", "   ", "\n"])
  func givesNothing(text: String) {
    #expect(LineBreaker().lines(of: text, width: 10, limit: 3).isEmpty)
  }
}
