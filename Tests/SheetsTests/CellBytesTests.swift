import TestSupport
import Testing

@testable import Sheets

@Suite struct CellBytesTests {
  private func text(_ bytes: UnsafeBufferPointer<UInt8>?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Cells are the bytes of their texts, with gaps and quotation marks or without")
  func cells() throws {
    let file = "id,name,note\nA1,งาน,\"a \"\"b\"\", c\"\n,,ก\n\n-,–,x\n"
    let sheet = try CSV.read(Array(file.utf8), path: "a.csv")
    let found = CellBytes.with([sheet]) { opened in
      let cells = opened[0]
      for row in 0..<sheet.rowCount {
        for column in 0..<4 {
          #expect(text(cells[row, column]) == sheet[row, column].text, "\(row) \(column)")
        }
      }
      #expect(cells.rowCount == sheet.rowCount)
      #expect(cells.lead(2)?.column == 2 && cells.lead(3) == nil)
      #expect(cells.lead(4)?.column == 2 && text(cells.lead(4)?.bytes) == "x")
      #expect(text(cells.line(0)) == "id,name,note")
      #expect(cells.line(3) == nil && cells.line(9) == nil)
      return true
    }
    #expect(found == true)
  }

  @Test("A sheet with anything but texts has none")
  func others() {
    let texts = Sheet(file: "a", name: "a", isInWorkbook: true, rows: [[.text("ก")]])
    let numbers = Sheet(file: "b", name: "b", isInWorkbook: true, rows: [[.number(1)]])
    #expect(CellBytes.with([texts, texts]) { $0.count } == 2)
    #expect(CellBytes.with([texts, numbers]) { $0.count } == nil)
  }
}
