import Sheets
import Testing

@Suite struct CellRangeTests {
  @Test("A range that is read is written alike", arguments: ["A1:A1", "B3:D5", "A1:XFD1048576"])
  func roundTrip(_ text: String) throws {
    #expect(try #require(CellRange(text)).description == text)
  }

  @Test("A single cell is a range of itself")
  func single() throws {
    let range = try #require(CellRange("C2"))
    #expect(range.rows == 1...1)
    #expect(range.columns == 2...2)
  }

  @Test(
    "What is no range is none",
    arguments: ["", ":", "A1:", ":B2", "B2:A1", "A2:B1", "A1:B2:C3", "A:B", "1:2", "A1:x"])
  func none(_ text: String) { #expect(CellRange(text) == nil) }

  @Test("A range holds its corners and nothing beyond them")
  func contains() throws {
    let range = try #require(CellRange("B3:D5"))
    #expect(range.anchor == CellAddress("B3"))
    for inside in ["B3", "D5", "B5", "D3", "C4"] {
      #expect(range.contains(try #require(CellAddress(inside))))
    }
    for outside in ["A3", "E3", "B2", "B6"] {
      #expect(!range.contains(try #require(CellAddress(outside))))
    }
  }
}
