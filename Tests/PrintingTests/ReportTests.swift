import Drawing
import Linkage
import Plans
import Printing
import Sheets
import TestSupport
import Testing
import Words

@Suite("The report")
struct ReportTests {
  private func report(_ language: Language = .thai) throws -> (Report, Meeting) {
    let reading = try SmallPlan.reading()
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), language), plan: 0)
    return (Report(meeting), meeting)
  }

  @Test("writes booklet, workbook, findings, page, and each diagram in four formats")
  func writesAll() throws {
    let folder = try TemporaryFolder()
    let (report, meeting) = try report()
    let files = try report.write(to: folder.file("out")).files
    #expect(files.count == 6 + 4 * meeting.pictures.count)
    // The overview, the land sheet and two of leaders; of water there is nothing to say.
    #expect(
      meeting.pictures.map(\.key) == ["overview", "savings-01", "leaders", "team"])
    #expect(files.contains { $0.hasSuffix("/officer.pdf") })
    #expect(files.contains { $0.hasSuffix("/handouts.pdf") })
    for file in files { #expect(try !FileBytes.read(file).isEmpty) }
    #expect(try Folder.names(in: folder.path) == ["out"])
  }

  @Test("leaves the other files of its folder alone")
  func leavesOthersAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("out/บันทึก.txt", "ของฉัน")
    _ = try report().0.write(to: folder.file("out"))
    #expect(try Folder.names(in: folder.file("out")).contains("บันทึก.txt"))
  }

  @Test("leaves nothing behind where it cannot be written")
  func leavesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "in the way")
    let (report, _) = try report()
    #expect(throws: Report.Failure.self) { try report.write(to: folder.file("file/out")) }
    #expect(try Folder.names(in: folder.path) == ["file"])
    #expect(Shell.output("ls -A \(folder.path)") == "file\n")
  }

  @Test(
    "has a page that carries all its data and no text that could be markup",
    arguments: Language.allCases)
  func hasAPage(language: Language) throws {
    let folder = try TemporaryFolder()
    _ = try report(language).0.write(to: folder.file("out"))
    let page = String(decoding: try FileBytes.read(folder.file("out/index.html")), as: UTF8.self)
    #expect(page.contains("<html lang=\"\(language.rawValue)\""))
    #expect(!page.contains("{{"))
    let start = try #require(page.firstRange(of: "id=\"data\">"))
    let data = page[start.upperBound...].prefix { $0 != "<" }
    #expect(data.contains("รังวัดที่ดิน"))
    #expect(data.contains("\\u003csvg"))
    #expect(page[start.upperBound...].dropFirst(data.count).hasPrefix("</script>"))
    #expect(!page.contains("src=\"http"))
  }

  @Test("has a workbook with every opportunity, and text that stays text")
  func hasAWorkbook() throws {
    let folder = try TemporaryFolder()
    let funds = "id,name,places\nF1,\"=HYPERLINK(\"\"http://x\"\")\",V1\nF2,กองทุนที่ดิน,V2\n"
    let reading = try SmallPlan.reading(changed: ["funds.csv": funds])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    try OpportunityWorkbook.write(meeting, to: folder.file("o.xlsx"))
    let sheets = try Workbook(contentsOf: folder.file("o.xlsx")).sheets
    let chapters = meeting.chapters.flatMap(\.grids).map(\.title)
    #expect(!chapters.isEmpty)
    #expect(sheets.map(\.name) == ["ข้อเสนอ", "มติ"] + chapters + ["ผลการตรวจ"])
    #expect(sheets[0].rowCount == meeting.sections.reduce(1) { $0 + $1.proposals.count })
    let names = (1..<sheets[0].rowCount).map { sheets[0][$0, 3] }
    #expect(names.contains(.text("=HYPERLINK(\"http://x\")")))
  }

  @Test("has a sheet of decisions that the plan reads as its own once it is filled in")
  func hasADecisionSheet() throws {
    let folder = try TemporaryFolder()
    let (_, meeting) = try report()
    try OpportunityWorkbook.write(meeting, to: folder.file("o.xlsx"))
    let sheet = try #require(
      try Workbook(contentsOf: folder.file("o.xlsx")).sheets.first { $0.name == "มติ" })
    #expect((0..<3).map { sheet[0, $0].text } == ["แนวทาง", "จาก", "ถึง"])
    let filled =
      "แนวทาง,จาก,ถึง,สถานะ\n\(sheet[1, 0].text),\(sheet[1, 1].text),\(sheet[1, 2].text),เห็นชอบ\n"
    let reading = try SmallPlan.reading(changed: ["มติ.csv": filled])
    #expect(reading.plans[0].decisions.count == 1)
    #expect(!reading.hasErrors)
    let after = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    #expect(after.sections[0].count == meeting.sections[0].count - 1)
    #expect(after.sections[0].agreed.count == 1)
  }

  @Test("has a section for each approach that proposes something, each with its question")
  func hasSections() throws {
    let folder = try TemporaryFolder()
    let reading = try PlanReading(Repository.plans.map(Repository.plan))
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    let names = meeting.sections.map(\.sentences.approach.name)
    #expect(
      names == [
        "savings", "hub", "leaders", "adoption", "expansion", "exchange", "partners", "forum",
      ])
    #expect(meeting.sections.dropFirst().allSatisfy { $0.chosen.count <= 5 })
    _ = try Report(meeting).write(to: folder.file("out"))
    let text = try folder.text("out/findings.json")
    for name in names { #expect(text.contains("\"approach\" : \"\(name)\"")) }
    #expect(
      PrivateWords.found(try PrivateWords.of(Repository.plan("khok-charoen")), in: Array(text.utf8))
        == [])
  }

  @Test("has decisions that say how many paths spoke for each, as the plan reads them again")
  func hasEvidence() throws {
    let folder = try TemporaryFolder()
    let (_, meeting) = try report()
    try OpportunityWorkbook.write(meeting, to: folder.file("o.xlsx"))
    let sheet = try #require(
      try Workbook(contentsOf: folder.file("o.xlsx")).sheets.first { $0.name == "มติ" })
    let column = try #require(
      (0..<sheet.columnCount).first { sheet[0, $0].text == "หลักฐานที่เสนอ" })
    let proposal = try #require(meeting.sections.first?.chosen.first)
    #expect(sheet[1, column].text == EvidenceSummary.text(of: proposal.opportunity.counts))
    let cells = (0..<sheet.columnCount).map { $0 == 3 ? "ไม่เห็นชอบ" : sheet[1, $0].text }
    let headings = (0..<sheet.columnCount).map { sheet[0, $0].text }
    let filled = [headings, cells].map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }
    let reading = try SmallPlan.reading(changed: ["มติ.csv": filled.joined()])
    #expect(reading.plans[0].decisions.first?.evidence == sheet[1, column].text)
    let after = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    #expect(after.sections[0].count == meeting.sections[0].count - 1)
  }

  @Test("puts nothing in its place where one of its files cannot be put")
  func isWholeOrNot() throws {
    let folder = try TemporaryFolder()
    try Folder.create(folder.file("out/booklet.pdf"))
    let (report, _) = try report()
    #expect(throws: Report.Failure.self) { try report.write(to: folder.file("out")) }
    #expect(try Folder.names(in: folder.file("out")) == ["booklet.pdf"])
  }
}
