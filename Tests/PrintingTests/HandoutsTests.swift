import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Printing

@Suite("The villages' sheets")
struct HandoutsTests {
  private func meeting(
    _ plan: String, _ format: PageFormat = PageFormat(), _ language: Language = .thai
  ) throws -> Meeting {
    let reading = try PlanReading([Repository.plan(plan)])
    return try Meeting(
      reading, Names(PlanGraph(reading.plans), language), plan: 0, format: format)
  }

  @Test(
    "are one page for each village, never two, on A4 and A3", arguments: Repository.plans,
    [Paper.a4, .a3])
  func areOnePageEach(plan: String, paper: Paper) throws {
    let folder = try TemporaryFolder()
    let meeting = try meeting(plan, PageFormat(paper))
    try Handouts(meeting).write(to: folder.file("h.pdf"))
    let places = PlaceFindings.all(meeting.names.plans, plan: 0)
    #expect(places.count >= 10)
    for (index, place) in places.enumerated() {
      let page = index + 1
      let text = try #require(
        Shell.output("pdftotext -f \(page) -l \(page) \(folder.file("h.pdf")) -"))
      let letters = text.filter { !$0.isWhitespace }
      #expect(letters.hasPrefix(meeting.names.name(of: place.place).filter { !$0.isWhitespace }))
    }
    #expect(
      Shell.output("pdfinfo \(folder.file("h.pdf")) | grep Pages")?.filter(\.isNumber)
        == String(places.count))
  }

  @Test("name nobody who has not consented, and no phone", arguments: Repository.plans)
  func keepNamesBack(plan: String) throws {
    let folder = try TemporaryFolder()
    try Handouts(try meeting(plan)).write(to: folder.file("h.pdf"))
    let text = try #require(Shell.output("pdftotext \(folder.file("h.pdf")) -"))
    let silent = try meeting(plan).reading.plans[0].leaders.filter { !$0.consent }
    #expect(!silent.isEmpty)
    let letters = text.filter { !$0.isWhitespace }
    for leader in silent { #expect(!letters.contains(leader.name.filter { !$0.isWhitespace })) }
  }

  @Test("count what finds no room instead of leaving it out silently")
  func countTheRest() throws {
    let folder = try TemporaryFolder()
    let rows = (1...900).map { "B\($0),งานชิ้นที่ \($0) ของหมู่บ้าน,น้ำ,V1,กำลังทำ,,,\n" }.joined()
    let activities = "id,name,issues,places,status,leaders,funds,mechanisms\n" + rows
    let reading = try SmallPlan.reading(changed: ["activities.csv": activities])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    try Handouts(meeting).write(to: folder.file("h.pdf"))
    let text = try #require(Shell.output("pdftotext -f 1 -l 1 \(folder.file("h.pdf")) -"))
      .filter { !$0.isWhitespace }
    let shown = (1...900).filter { text.contains("งานชิ้นที่\($0)ของหมู่บ้าน") }.count
    #expect(shown > 3 && shown < 900)
    #expect(text.contains("และอีก\(900 - shown)กิจกรรมซึ่งอยู่ในแผน"))
  }

  @Test("cut no sentence, leave out no work and say what is given", arguments: Language.allCases)
  func areWhole(language: Language) throws {
    let folder = try TemporaryFolder()
    let meeting = try meeting("khok-charoen", PageFormat(), language)
    try Handouts(meeting).write(to: folder.file("h.pdf"))
    var exchanges = 0
    for index in PlaceFindings.all(meeting.names.plans, plan: 0).indices {
      let text = try #require(
        Shell.output("pdftotext -f \(index + 1) -l \(index + 1) \(folder.file("h.pdf")) -"))
      let all = text.filter { !$0.isWhitespace }
      // The foot may be cut where its line is full.
      let foot = meeting.names.line(of: 0).filter { !$0.isWhitespace }.prefix(12)
      let letters = try String(all[..<#require(all.ranges(of: foot).last).lowerBound])
      #expect(!letters.contains("…"), "\(index)")
      #expect(!letters.contains("กิจกรรมซึ่งอยู่ในแผน"), "\(index)")
      #expect(!letters.contains(/moreactivit(y|ies)that/), "\(index)")
      exchanges +=
        letters.matches(of: language == .thai ? /ช\d+.*?เพราะมี/ : /G\d+.*?becauseithas/).count
    }
    #expect(exchanges > 0)
  }

  @Test(
    "name every activity of the village, in the table or below it", arguments: Repository.plans,
    Language.allCases)
  func nameAllWork(plan: String, language: Language) throws {
    let folder = try TemporaryFolder()
    let meeting = try meeting(plan, PageFormat(), language)
    try Handouts(meeting).write(to: folder.file("h.pdf"))
    for (index, place) in PlaceFindings.all(meeting.names.plans, plan: 0).enumerated() {
      let page = "-f \(index + 1) -l \(index + 1)"
      let text = try #require(Shell.output("pdftotext \(page) \(folder.file("h.pdf")) -"))
      let letters = text.filter { !$0.isWhitespace }
      for work in place.work {
        // In a narrow cell a name is broken into lines that stand among those of others.
        let name = meeting.names.name(of: work.activity).prefix { $0 != " " }.prefix(7)
        #expect(letters.contains(name), "\(index): \(name)")
      }
    }
  }

  @Test("are sixty at most, of the villages that proposals concern before others, and counted")
  func areNotTooMany() throws {
    let folder = try TemporaryFolder()
    let places = "id,name\n" + (1...70).map { "V\($0),บ้านที่ \($0)\n" }.joined()
    let leaders =
      "id,name,place,positions,funds,consent\nL1,นางหนึ่ง ใจดี,V1,ประธาน,F1,ใช่\n"
      + (2...70).map { "L\($0),นายที่ \($0),V\($0),ผู้ใหญ่บ้าน,,ใช่\n" }.joined()
    let activities = """
      id,name,issues,places,status,leaders,funds,mechanisms
      A1,รังวัดที่ดิน,ที่ดิน,V70,กำลังทำ,L1,,M1
      A2,ออมซื้อที่ดินคืน,ที่ดิน,V2,กำลังทำ,L2,F2,M1

      """
    let reading = try SmallPlan.reading(changed: [
      "places.csv": places, "leaders.csv": leaders, "activities.csv": activities,
    ])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    let handouts = Handouts(meeting)
    #expect(handouts.count == 60 && handouts.villages == 70)
    try handouts.write(to: folder.file("h.pdf"))
    let text = try #require(Shell.output("pdftotext \(folder.file("h.pdf")) -"))
    // The work that a fund is proposed for is in the last village, and the fund in the first.
    let villages = [1, 2, 70].filter { text.contains("บ้านที่ \($0)\n") }
    #expect(villages == [1, 2, 70])
  }
}
