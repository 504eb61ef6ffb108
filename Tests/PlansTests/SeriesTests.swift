import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct SeriesTests {
  private func runs(_ texts: [String], rows: [Int]? = nil) -> [Series] {
    Series.runs(in: texts, rows: rows ?? Array(texts.indices))
  }

  @Test("A number that grows by one from row to row is a series from three rows on")
  func growing() throws {
    let texts = ["อื่น"] + (2_566...2_571).map { "โครงการน้ำบาดาล ปี 2564/\($0)" } + ["อื่น"]
    let run = try #require(runs(texts).first)
    #expect(run.rows == Array(1...6) && run.isMistake && run.isPairOfYears)
    #expect(run.first == texts[1] && run.last == texts[6])
    #expect(runs(Array(texts[1...2])).isEmpty)
  }

  @Test("Two series right after each other are two, and Thai digits count")
  func two() {
    let texts = ["กลุ่มออมทรัพย์ ๙", "กลุ่มออมทรัพย์ ๑๐", "กลุ่มออมทรัพย์ ๑๑"] + ["x 1", "x 2", "x 3"]
    #expect(runs(texts).map(\.rows) == [[0, 1, 2], [3, 4, 5]])
  }

  @Test(
    "What repeats, jumps, falls, changes elsewhere or has rows between is no series",
    arguments: [
      ["ก 1", "ก 1", "ก 1"], ["ก 1", "ก 3", "ก 5"], ["ก 3", "ก 2", "ก 1"], ["ก 1", "ข 2", "ค 3"],
      ["ก 1 ก 1", "ก 2 ก 2", "ก 3 ก 3"], ["", "", ""], ["ก", "ข", "ค"],
    ])
  func none(_ texts: [String]) {
    #expect(runs(texts).isEmpty)
    #expect(runs(["โครงการ ก 1", "โครงการ ก 2", "โครงการ ก 3"], rows: [1, 2, 4]).isEmpty)
  }

  @Test(
    "Villages, rounds, years and ids are rightly counted up",
    arguments: [
      "บ้านหนองแวง หมู่ที่ ", "กองทุนหมู่บ้าน หมู่ ", "อบรมแกนนำ รุ่นที่ ", "ประชุมคณะทำงาน ครั้งที่ ", "สทบ. เขต ", "F",
      "A0", "แผนงานประจำปี ", "ขุดลอกลำห้วย ระยะที่ ", "โครงการ phase ",
    ])
  func rightly(_ before: String) throws {
    let run = try #require(runs((1...4).map { "\(before)\($0)" }).first)
    #expect(!run.isMistake)
  }

  @Test("A long name that counts up by nothing that names count by is a mistake")
  func mistake() throws {
    let texts = (183...186).map { "โครงการพัฒนาแหล่งน้ำ จำนวน \($0) แห่ง" }
    let run = try #require(runs(texts).first)
    #expect(run.isMistake)
  }

  @Test("In a column whose rows agree in one record, a series is one record under its first name")
  func onePer() throws {
    let rows = (2_565...2_604).map { "โครงการน้ำบาดาล ปี 2564/\($0),บ้าน\($0)" }
    let reading = try readPlans([
      "mapping.yaml": """
      name: x
      create_missing: true
      tables: {activities: {one_per: Project, columns: {name: Project, places: Site}}}
      """,
      "list.csv": "Project,Site\n" + rows.joined(separator: "\n") + "\nอื่น,บ้านอื่น\n",
    ])
    #expect(reading.plans[0].activities.map(\.name) == ["โครงการน้ำบาดาล ปี 2564/2565", "อื่น"])
    #expect(reading.plans[0].ties.count == 41)
    let found = reading.diagnostics.filter { $0.severity == .warning }
    #expect(found.map(\.code) == ["series"])
    #expect(found[0].count == 40 && found[0].cells.first?.description == "A2")
  }

  @Test("Names that count up in rows of their own are read as typed, and named once")
  func ownRows() throws {
    let rows = (2_566...2_569).map { "ปลูกป่า ปี 2564/\($0)\n" }.joined()
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "name\n" + rows)
    let reading = try PlanReading(
      [folder.file("p")], examinedAsOf: PlanDate(year: 2026, month: 1, day: 1))
    #expect(reading.plans[0].activities.count == 4)
    let found = reading.diagnostics.filter { $0.code == "series" }
    #expect(found.map { $0.cells.map(\.description) } == [["A2", "A3", "A4", "A5"]])
  }
}
