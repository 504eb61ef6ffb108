import Plans
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

@Suite("The booklet")
struct BookletTests {
  private func meeting(_ plan: String, _ language: Language = .thai) throws -> Meeting {
    let reading = try PlanReading([Repository.plan(plan)])
    return try Meeting(reading, Names(PlanGraph(reading.plans), language), plan: 0)
  }

  @Test(
    "can be searched in Thai: every line of every label is found in one piece",
    arguments: Repository.plans)
  func canBeSearched(plan: String) throws {
    let folder = try TemporaryFolder()
    let meeting = try meeting(plan)
    try Booklet(meeting).write(to: folder.file("booklet.pdf"))
    let text = try #require(Shell.output("pdftotext \(folder.file("booklet.pdf")) -"))
    let letters = text.filter { !$0.isWhitespace }
    #expect(letters.contains(meeting.names.plans.plans[0].name.filter { !$0.isWhitespace }))
    for line in Booklet(meeting).pictures.flatMap(\.texts) {
      #expect(letters.contains(line.content.filter { !$0.isWhitespace }), "\(line.content)")
    }
  }

  @Test("has every font embedded", arguments: Repository.plans)
  func hasFonts(plan: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("booklet.pdf")
    try Booklet(try meeting(plan)).write(to: path)
    let fonts = try #require(Shell.output("pdffonts \(path)")).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      let columns = font.split(separator: " ")
      #expect(columns.dropLast(2).suffix(3).first == "yes", "\(font) is not embedded")
      #expect(font.contains("Laksaman"))
    }
  }

  @Test("never shrinks a drawing until its text is under 9 pt", arguments: Repository.plans)
  func keepsTextLarge(plan: String) throws {
    let meeting = try meeting(plan)
    let room = meeting.format.drawing
    for picture in meeting.pictures {
      #expect(picture.smallestText(fitting: room.width, room.height) >= 9, "\(picture.name)")
    }
  }

  @Test("names nobody who has not consented", arguments: Language.allCases)
  func keepsNamesBack(language: Language) throws {
    let folder = try TemporaryFolder()
    let meeting = try meeting("khok-charoen", language)
    try Booklet(meeting).write(to: folder.file("booklet.pdf"))
    let text = try #require(Shell.output("pdftotext \(folder.file("booklet.pdf")) -"))
    let letters = text.filter { !$0.isWhitespace }
    let silent = meeting.reading.plans[0].leaders.filter { !$0.consent }
    #expect(silent.count > 5)
    for leader in silent { #expect(!letters.contains(leader.name.filter { !$0.isWhitespace })) }
  }

  @Test("is written for a plan with next to nothing in it")
  func isWrittenForLittle() throws {
    let folder = try TemporaryFolder()
    try folder.write("little/funds.csv", "name\nกองทุนเดียว\n")
    let reading = try PlanReading([folder.file("little")])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    #expect(meeting.pictures.isEmpty)
    try Booklet(meeting).write(to: folder.file("booklet.pdf"))
    let text = try #require(Shell.output("pdftotext \(folder.file("booklet.pdf")) -"))
    #expect(text.contains("ไม่มีข้อเสนอ"))
    #expect(Handouts(meeting).isEmpty)
  }

  @Test("has a part for the officer that is whole, says at its foot whose it is, and is no other's")
  func hasAnOfficersPart() throws {
    let folder = try TemporaryFolder()
    let meeting = try meeting("khok-charoen")
    let chapter = try #require(meeting.officerChapters.first)
    try Booklet(meeting, for: .officer).write(to: folder.file("officer.pdf"))
    try Booklet(meeting).write(to: folder.file("booklet.pdf"))
    func letters(_ name: String) throws -> String {
      try #require(Shell.output("pdftotext \(folder.file(name)) -")).filter { !$0.isWhitespace }
    }
    let own = try letters("officer.pdf")
    #expect(own.contains("กระดาษทำงานของเจ้าหน้าที่") && !own.contains("opportunities.xlsx"))
    for row in chapter.grids.flatMap(\.rows) {
      // A cell's later lines stand among those of its neighbours.
      let first = Language.thai.text(of: row[0]).prefix { $0 != "(" }.filter { !$0.isWhitespace }
      #expect(own.contains(first), "\(first)")
    }
    #expect(!(try letters("booklet.pdf")).contains(chapter.question.filter { !$0.isWhitespace }))
  }
}
