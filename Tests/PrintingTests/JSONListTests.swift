import Printing
import Testing

@Suite("A JSON list that is written piece by piece")
struct JSONListTests {
  @Test("has the bytes of the whole list, however it is cut into pieces")
  func pieces() throws {
    let values = [["b": 1, "a": 2], [:], ["c": 3]]
    let whole = Array(try JSONDocument.bytes(values)) + Array("\n".utf8)
    for cuts in [[values], [[values[0]], [], [values[1], values[2]]]] {
      let pieces = try cuts.map { try JSONList.piece($0) }.filter { !$0.isEmpty }
      #expect(
        JSONList.start + Array(pieces.joined(separator: JSONList.separator)) + JSONList.end == whole
      )
    }
    let none: [[String: Int]] = []
    #expect(try JSONList.piece(none).isEmpty)
    #expect(JSONList.start + JSONList.end == Array(try JSONDocument.bytes(none)) + Array("\n".utf8))
  }
}
