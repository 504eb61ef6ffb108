import Sheets
import Testing

@Suite struct CellAddressTests {
  @Test(
    "An address that is read is written alike",
    arguments: [
      ("A1", 0, 0), ("C12", 11, 2), ("Z9", 8, 25), ("AA10", 9, 26), ("AZ1", 0, 51), ("BA1", 0, 52),
      ("ZZ1", 0, 701), ("AAA1", 0, 702), ("XFD1048576", 1_048_575, 16_383),
    ])
  func roundTrip(_ text: String, _ row: Int, _ column: Int) throws {
    let address = try #require(CellAddress(text))
    #expect(address == CellAddress(row: row, column: column))
    #expect(address.description == text)
  }

  @Test("Every column's letters are read back as that column")
  func letters() {
    for column in 0..<16_384 {
      #expect(CellAddress(CellAddress.letters(column) + "1")?.column == column)
    }
  }

  @Test(
    "What is no address is none",
    arguments: [
      "", "A", "1", "A0", "1A", "A1B", "A-1", "A1 ", "ก1", "$A$1", "A99999999999999999999",
    ])
  func none(_ text: String) { #expect(CellAddress(text) == nil) }

  @Test("A whole row is written as its number and stands before its cells")
  func wholeRow() {
    let row = CellAddress(row: 4, column: nil)
    #expect(row.description == "5")
    #expect(row < CellAddress(row: 4, column: 0))
    #expect(CellAddress(row: 3, column: 9) < row)
  }

  @Test("Addresses are ordered row by row")
  func order() {
    let addresses = ["B1", "A2", "A10", "B2", "A1"].compactMap { CellAddress($0) }
    #expect(addresses.sorted().map(\.description) == ["A1", "B1", "A2", "B2", "A10"])
  }
}
