import Sheets
import TestSupport
import Testing

@testable import Plans

@Suite struct TableLayoutTests {
  private func sheet(_ rows: [String]) -> Sheet {
    Sheet(
      file: "funds.csv", name: "funds", isInWorkbook: false,
      rows: rows.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map { Cell(String($0)) }
      })
  }

  private func layout(_ rows: [String], _ known: KnownLayouts) throws -> TableLayout {
    let view = try TableView(
      sheet(rows), as: .funds, rule: nil, mapping: nil, log: DiagnosticLog(), known: known)
    return try #require(view).layout
  }

  @Test("Sheets of the same heading share a layout")
  func shared() throws {
    let known = KnownLayouts()
    let first = try layout(["id,name", "F1,ก"], known)
    #expect(try layout(["id,name", "F2,ข", "F3,ค"], known) === first)
    #expect(try layout(["name,id", "ข,F2"], known) !== first)
  }

  @Test("A sheet whose heading may stand lower, or says what is not known, has a layout of its own")
  func own() throws {
    let known = KnownLayouts()
    let first = try layout(["id,name", "F1,ก"], known)
    let wider = try layout(["id,name", "id,name,savings", "F1,ก,5"], known)
    #expect(wider !== first && wider.heading.rows == 1...1)
    let odd = try layout(["id,name,สี", "F1,ก,แดง"], known)
    #expect(try layout(["id,name,สี", "F1,ก,แดง"], known) !== odd)
  }

  @Test("A column is found by its place, and what is put together of several has none")
  func places() throws {
    let reading = try layout(["name,id,savings", "ก,F1,5"], KnownLayouts())
    #expect(reading.place(of: .name) == 0 && reading.place(of: .savings) == 2)
    #expect((reading.place(of: .loans) ?? 0) < 0)
    #expect(reading.amounts.map(\.index) == [2] && reading.meanings[1] == .id)
  }
}
