import Plans
import TestSupport
import Testing
import Words

@testable import Drawing
@testable import Printing

@Suite("Labels on paper")
struct LabelTests {
  @Test(
    "stand within their boxes with all their marks, measured as they are printed",
    arguments: Repository.plans)
  func stayInside(plan: String) throws {
    let reading = try PlanReading([Repository.plan(plan)])
    let meeting = try Meeting(reading, Names(PlanGraph(reading.plans), .thai), plan: 0)
    let canvas = Canvas(measuringWidth: 842, height: 595)
    for picture in meeting.pictures {
      for node in picture.groups {
        guard let box = node.box else { continue }
        for text in node.texts {
          let room = canvas.room(of: text.content, TextStyle(size: text.size, isBold: text.isBold))
          #expect(text.place.x - room.width / 2 > box.left, "\(text.content)")
          #expect(text.place.x + room.width / 2 < box.right, "\(text.content)")
          #expect(text.place.y - room.above > box.top, "\(text.content)")
          #expect(text.place.y + room.below < box.bottom, "\(text.content)")
        }
      }
    }
  }
}
