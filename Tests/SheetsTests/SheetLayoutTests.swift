import Sheets
import TestSupport
import Testing

@Suite struct SheetLayoutTests {
  private func address(_ text: String) throws -> CellAddress { try #require(CellAddress(text)) }

  @Test("A cell within a merge has that merge, any other has none")
  func merges() throws {
    let texts = ["C1:C9", "A1:B1", "A5:B6", "D2:D3"]
    let layout = SheetLayout(merges: try texts.map { try #require(CellRange($0)) })
    #expect(layout.merges.map(\.description) == ["A1:B1", "C1:C9", "D2:D3", "A5:B6"])
    for (cell, merge) in [
      ("B1", "A1:B1"), ("C1", "C1:C9"), ("C9", "C1:C9"), ("A6", "A5:B6"), ("D3", "D2:D3"),
    ] {
      #expect(layout.merge(at: try address(cell))?.description == merge)
    }
    for cell in ["A2", "C10", "D1", "D4", "E5"] {
      #expect(layout.merge(at: try address(cell)) == nil)
    }
  }

  @Test("Merges found by search are those found by looking at every one")
  func brute() {
    var generator = SeededGenerator(seed: 3)
    let merges = (0..<60).map { _ in
      let (row, column) = (
        Int.random(in: 0..<80, using: &generator), Int.random(in: 0..<9, using: &generator)
      )
      return CellRange(
        rows: row...row + Int.random(in: 0...6, using: &generator),
        columns: column...column + Int.random(in: 1...3, using: &generator))
    }
    let layout = SheetLayout(merges: merges)
    for row in 0..<90 {
      for column in 0..<14 {
        let place = CellAddress(row: row, column: column)
        let isMerged = merges.contains { $0.contains(place) }
        #expect((layout.merge(at: place) != nil) == isMerged)
        #expect(layout.merge(at: place)?.contains(place) ?? true)
      }
    }
  }

  @Test("A merge of one cell is none")
  func oneCell() throws {
    #expect(SheetLayout(merges: [try #require(CellRange("B2:B2"))]).merges.isEmpty)
  }

  @Test("Hidden rows and columns are joined where they touch, and found again")
  func hidden() {
    let layout = SheetLayout(hiddenRows: [7...7, 2...3, 4...4, 3...3], hiddenColumns: [1...1])
    #expect(layout.hiddenRows == [2...4, 7...7])
    #expect((0..<9).filter { layout.hides(row: $0) } == [2, 3, 4, 7])
    #expect((0..<3).filter { layout.hides(column: $0) } == [1])
  }

  @Test("The cell that shows at a place is its merge's first, else itself")
  func anchor() throws {
    let sheet = Sheet(
      file: "f.xlsx", name: "f", isInWorkbook: true,
      layout: SheetLayout(merges: [try #require(CellRange("A2:A4"))]), rows: [[.text("a")]])
    #expect(sheet.anchor(of: try address("A4")) == CellAddress("A2"))
    #expect(sheet.anchor(of: try address("B4")) == CellAddress("B4"))
  }
}
