import Sheets
import Testing

@Suite struct SheetTests {
  private let sheet = Sheet(
    file: "f.csv", name: "f", isInWorkbook: false,
    rows: [[.text("a"), .empty, .text("c")], [], [.empty, .number(2), .empty]])

  @Test("Rows keep their own lengths, up to the last filled cell")
  func rows() {
    #expect(sheet.rowCount == 3)
    #expect(sheet.columnCount == 3)
    #expect((0..<3).map { sheet.row($0).count } == [3, 0, 2])
  }

  @Test("Cells outside of a row, and rows outside of the sheet, are empty")
  func outside() {
    #expect(sheet[2, 1] == .number(2))
    #expect(sheet[2, 2] == .empty)
    #expect(sheet[1, 0] == .empty)
    #expect(sheet[0, 3] == .empty)
    #expect(sheet[0, -1] == .empty)
    #expect(sheet[-1, 0] == .empty)
    #expect(sheet[3, 0] == .empty)
    #expect(sheet.row(3).isEmpty)
    #expect(sheet.row(-1).isEmpty)
  }
}
