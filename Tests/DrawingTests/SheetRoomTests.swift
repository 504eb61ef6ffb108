import TestSupport
import Testing

@testable import Drawing

@Suite("The room on a sheet")
struct SheetRoomTests {
  @Test("is shared by columns: none has more than the limit, nor the sheet more than thirty")
  func rooms() {
    var random = SeededGenerator(seed: 9)
    for _ in 1...300 {
      let wanted = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Int.random(in: 0...60, using: &random)
      }
      let limit = Int.random(in: 0...40, using: &random)
      let rooms = Diagram.rooms(wanted, limit: limit)
      #expect(zip(rooms, wanted).allSatisfy { $0 <= $1 && $0 <= max(2, limit) })
      #expect(rooms.reduce(0, +) <= Diagram.nodeLimit)
      let isCut = zip(rooms, wanted).contains { $0 < min($1, max(2, limit)) }
      #expect(!isCut || rooms.reduce(0, +) == Diagram.nodeLimit, "room is left over")
    }
    #expect(Diagram.rooms([3, 50, 4], limit: 40) == [3, 23, 4])
  }

  @Test("is filled in order; what finds none goes on on the next sheet, and each thing once")
  func sharing() {
    let pairs = [(1, 10), (1, 11), (2, 12), (1, 10), (3, 13), (2, 10)]
    let sheets = sharedOut(pairs, rooms: [2, 2]) { [[$0.0], [$0.1]] }
    #expect(
      sheets.map { $0.map { [$0.0, $0.1] } } == [
        [[1, 10], [1, 11], [1, 10], [2, 10]], [[2, 12], [3, 13]],
      ])
    #expect(sharedOut([1, 2], rooms: [0]) { [[$0]] } == [[1], [2]])
    #expect(sharedOut([Int](), rooms: [3]) { [[$0]] }.isEmpty)
  }
}
