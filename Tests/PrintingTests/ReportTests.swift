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
    // A chart has no form in Graphviz's language.
    let charts = meeting.pictures.filter { $0.dot == nil }
    #expect(files.count == 6 + 4 * meeting.pictures.count - charts.count)
    // The overview, the land sheet and two of leaders; of water there is nothing to say.
    let diagrams = meeting.pictures.filter { $0.dot != nil }
    #expect(diagrams.map(\.key) == ["overview", "savings-01", "leaders", "team"])
    #expect(charts.map(\.key) == ["strength", "coverage-issues-1", "coverage-villages-2"])
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

  @Test(
    "takes away what an earlier report left and this one has not: drawings and papers, nothing else"
  )
  func takesOldAway() throws {
    let folder = try TemporaryFolder()
    let old = ["diagrams/exchange.svg", "diagrams/savings-09-2.pdf", "officer.pdf"]
    let others = ["diagrams/ภาพถ่าย.png", "diagrams/savings.txt", "diagrams/hub-ของฉัน.svg", "a.pdf"]
    for name in old + others { try folder.write("out/\(name)", "เก่า") }
    _ = try report().0.write(to: folder.file("out"))
    for name in others { #expect(try folder.text("out/\(name)") == "เก่า") }
    for name in old {
      let text = try? folder.bytes("out/\(name)")
      #expect(text != Array("เก่า".utf8))
    }
    #expect(!(try Folder.names(in: folder.file("out/diagrams")).contains("savings-09-2.pdf")))
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
    #expect(sheets.map(\.name) == ["ข้อเสนอและมติ"] + chapters + ["ผลการตรวจ"])
    #expect(sheets[0].rowCount == meeting.sections.reduce(1) { $0 + $1.proposals.count })
    let column = try #require(
      (0..<sheets[0].columnCount).first { sheets[0][0, $0].text == "ชื่อต้นทาง" })
    let names = (1..<sheets[0].rowCount).map { sheets[0][$0, column] }
    #expect(names.contains(.text("=HYPERLINK(\"http://x\")")))
  }

  @Test(
    "has a workbook that shortens, with a mark, what no cell of Excel holds",
    arguments: [4_000, 40_000])
  func shortens(count: Int) throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "ยาว", count: count / 3)
    let reading = try SmallPlan.reading(changed: ["funds.csv": "id,name,places\nF1,\(name),V1\n"])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    try OpportunityWorkbook.write(meeting, to: folder.file("o.xlsx"))
    let sheet = try Workbook(contentsOf: folder.file("o.xlsx")).sheets[0]
    let column = try #require((0..<sheet.columnCount).first { sheet[0, $0].text == "ชื่อต้นทาง" })
    let found = (1..<sheet.rowCount).map { sheet[$0, column].text }
    let kept = name.utf16.count <= XLSXWriter.cellLimit
    #expect(
      found.contains { kept ? $0 == name : $0.hasSuffix("…") && name.hasPrefix($0.dropLast()) })
    #expect(found.allSatisfy { $0.utf16.count <= XLSXWriter.cellLimit })
  }

  /// The sheet of proposals with what was typed into cells of its first rows, as rows of text.
  private func filled(
    _ meeting: Meeting, _ typed: [[String: String]]
  ) throws -> (headings: [String], rows: [[String]]) {
    let folder = try TemporaryFolder()
    try OpportunityWorkbook.write(meeting, to: folder.file("o.xlsx"))
    let sheet = try Workbook(contentsOf: folder.file("o.xlsx")).sheets[0]
    let headings = (0..<sheet.columnCount).map { sheet[0, $0].text }
    let rows = (1..<sheet.rowCount).map { row in
      headings.enumerated().map { column, heading in
        (row <= typed.count ? typed[row - 1][heading] : nil) ?? sheet[row, column].text
      }
    }
    return (headings, rows)
  }

  @Test(
    "has a sheet of proposals that is read back as decisions once it is filled in",
    arguments: Language.allCases)
  func isReadBack(language: Language) throws {
    let (_, meeting) = try report(language)
    let status = language.pick("สถานะ", "status")
    let reason = language.pick("เหตุผล", "reason")
    let (headings, rows) = try filled(
      meeting,
      [
        [status: language.pick("เห็นชอบ", "accepted")],
        [status: language.pick("ไม่เห็นชอบ", "rejected"), reason: "=ไกล"],
      ])
    #expect(meeting.sections[0].proposals.count > 1)
    let csv = String(decoding: CSV.bytes(of: [headings] + rows), as: UTF8.self)
    let reading = try SmallPlan.reading(changed: [language.pick("มติ", "decisions") + ".csv": csv])
    #expect(!reading.hasErrors)
    let decisions = reading.plans[0].decisions
    #expect(decisions.map(\.status) == [.accepted, .rejected])
    #expect(decisions[1].reason == "=ไกล")
    #expect(decisions.allSatisfy { $0.approach?.rawValue == "savings" && $0.from != nil })
    let counts = meeting.sections[0].proposals.map(\.opportunity.counts)
    #expect(decisions.map(\.evidence) == counts.prefix(2).map { EvidenceSummary.text(of: $0) })
    // What waits for a meeting is told once, and headings for people are no strange columns.
    let problems = reading.diagnostics.filter {
      $0.file.hasPrefix(language.pick("มติ", "decisions"))
    }
    #expect(problems.map(\.problem) == (rows.count > 2 ? [.undecided] : []))
    #expect(problems.first?.count ?? 0 == rows.count - 2)
    let after = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    #expect(after.sections[0].count == meeting.sections[0].count - 2)
    #expect(after.sections[0].agreed.count == 1)
  }

  @Test("marks on the sheet of proposals those that are printed")
  func marksPrinted() throws {
    let reading = try PlanReading([Repository.plan("khok-charoen")])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    let (headings, rows) = try filled(meeting, [])
    let rank = try #require(headings.firstIndex(of: "ที่"))
    let approach = try #require(headings.firstIndex(of: "แนวทาง"))
    let printed = try #require(headings.firstIndex(of: "อยู่ในเล่ม"))
    let marked = rows.filter { $0[printed] == "✓" }
    #expect(marked.count == meeting.sections.reduce(0) { $0 + $1.chosen.count })
    #expect(marked.count < rows.count)
    let first = marked.filter { $0[approach] == "ออมหนุนงาน" }.map { $0[rank] }
    #expect(first == meeting.sections[0].chosen.map { String($0.opportunity.rank) })
    let letter = try #require(headings.firstIndex(of: "อักษร"))
    #expect(Set(rows.filter { $0[approach] == "ออมหนุนงาน" }.map { $0[letter] }) == ["ก"])
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

  @Test("sets a workbook aside in which somebody has typed, and no other")
  func setsAside() throws {
    let folder = try TemporaryFolder()
    let report = try report().0
    #expect(try OpportunityWorkbook.setAside(in: folder.path) == nil)
    _ = try report.write(to: folder.path)
    #expect(try OpportunityWorkbook.setAside(in: folder.path) == nil)
    // What no program of ours has written may hold anything.
    for kept in ["opportunities-1.xlsx", "opportunities-2.xlsx"] {
      try folder.write("opportunities.xlsx", "ของฉัน \(kept)")
      #expect(try OpportunityWorkbook.setAside(in: folder.path) == folder.file(kept))
      #expect(try folder.text(kept) == "ของฉัน \(kept)")
    }
    #expect(!FileBytes.exists(folder.file("opportunities.xlsx")))
  }

  /// A workbook as another program saves it: the day of the change is another, and so may the text be.
  private func save(_ path: String, _ change: (String, String) -> String = { $1 }) throws {
    let names = try #require(Shell.output("unzip -Z1 '\(path)'")).split(separator: "\n")
    let parts = try names.map { name in
      let part = try #require(
        Shell.output("unzip -p '\(path)' '\(name.replacing("[", with: "\\["))'"))
      let isCore = name == "docProps/core.xml"
      return (
        name: String(name),
        text: change(
          String(name),
          isCore
            ? part.replacing(
              ">2000-01-01T00:00:00Z</dcterms:modified",
              with: ">2026-11-24T01:00:00Z</dcterms:modified") : part)
      )
    }
    try FileBytes.write(StoredZip.bytes(parts), to: path)
  }

  @Test(
    "writes a workbook anew that was only opened and saved, and none in which a cell says another")
  func tellsTypingFromSaving() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("opportunities.xlsx")
    let report = try report().0
    _ = try report.write(to: folder.path)
    try save(path)
    #expect(try String(decoding: FileBytes.read(path), as: UTF8.self).contains("2026-11-24"))
    #expect(try OpportunityWorkbook.setAside(in: folder.path) == nil)
    // A decision, and a word in any other place, are kept.
    for cell in ["<c r=\"F2\" t=\"inlineStr\"><is><t>เห็นชอบ</t></is></c>", ""] {
      _ = try report.write(to: folder.path)
      try save(path) { name, part in
        if cell.isEmpty {
          return name == "xl/sharedStrings.xml"
            ? part.replacing("กองทุน", with: "กองทุนของเรา") : part
        }
        guard name == "xl/worksheets/sheet1.xml" else { return part }
        return part.replacing(/<c r="F2"[^>]*\/>/, with: "").replacing(
          "<c r=\"G2\"", with: cell + "<c r=\"G2\""
        )
        .replacing(/(<c r="E2".*?<\/c>)(?!<c r="F2")/) { String($0.output.1) + cell }
      }
      #expect(try OpportunityWorkbook.setAside(in: folder.path) != nil)
    }
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
