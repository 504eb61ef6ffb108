import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The view of exchange")
struct ExchangeViewTests {
  private func view(_ rows: [String], _ language: Language = .thai) throws -> ExchangeView {
    let plans = try OfferPlans.graph(rows)
    return ExchangeView(Names(plans, language), plan: 0, Exchange(plans))
  }

  private static let ring = [
    "X1,O1,มีให้,ก้อน,ก,5,ก้อน,ม.ค.,V1", "X2,O2,ต้องการ,ก้อน,ก,8,ก้อน,ม.ค.,V1",
    "X3,O2,มีให้,ตัน,ก,-,ตัน,ม.ค.,V1", "X4,O3,ต้องการ,ตัน,ก,1,ตัน,ม.ค.,V1",
    "X5,O3,มีให้,ใบ,ก,7,ใบ,มี.ค.,V1", "X6,O1,ต้องการ,ใบ,ก,7,ใบ,มี.ค.,V1",
  ]

  @Test("has givers left, takers right, amounts on the lines, and dashes where one must ask")
  func matches() throws {
    let diagram = try #require(view(Self.ring).diagrams(limit: 12).first)
    #expect(diagram.columns.map(\.count) == [3, 3])
    let lines = Dictionary(uniqueKeysWithValues: diagram.edges.map { ($0.label ?? "", $0.line) })
    #expect(lines == ["ก้อน 5 ก้อน": .tie, "ตัน (ถามก่อน)": .opportunity, "ใบ 7 ใบ": .tie])
    let ids = Set(diagram.columns.joined().map(\.id))
    #expect(diagram.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
  }

  @Test("draws each ring as a row that ends where it began")
  func rings() throws {
    let view = try view(Self.ring)
    #expect(view.hasRings && view.isTelling)
    let diagram = try #require(view.ringDiagrams(limit: 6).first)
    #expect(diagram.columns.map(\.count) == [1, 1, 1, 1])
    #expect(diagram.columns[0][0].label == diagram.columns[3][0].label)
    let ids = Set(diagram.columns.joined().map(\.id))
    #expect(diagram.edges.count == 3)
    #expect(diagram.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
  }

  @Test("goes on on other sheets where there are too many, the best first, and drops nothing")
  func goesOn() throws {
    let rows = (1...5).map { "N\($0),O\($0),ต้องการ,ของ,ก,1,ชิ้น,ม.ค.,V1" }
    let sheets = try view(["X1,O6,มีให้,ของ,ก,9,ชิ้น,ม.ค.,V1"] + rows).diagrams(limit: 3)
    #expect(sheets.map { $0.columns.map(\.count) } == [[1, 3], [1, 2]])
    #expect(
      sheets.map(\.edges.count) == [3, 2] && sheets.map(\.key) == ["exchange-1", "exchange-2"])
    #expect(sheets.compactMap(\.sheet?.text) == ["แผ่น 1 จาก 2", "แผ่น 2 จาก 2"])
  }

  @Test("draws what is agreed on as planned, and leaves out what is rejected")
  func decisions() throws {
    let decisions = "approach,from,to,status\nexchange,O1,O2,accepted\nexchange,O2,O3,rejected\n"
    let plans = try OfferPlans.graph(Self.ring, more: ["decisions": decisions])
    let view = ExchangeView(Names(plans, .thai), plan: 0, Exchange(plans))
    let diagram = try #require(view.diagrams(limit: 12).first)
    #expect(diagram.edges.map(\.line).count { $0 == .planned } == 1 && diagram.edges.count == 2)
    #expect(diagram.legend.edges.contains { $0.line == .planned } && !view.hasRings)
  }

  @Test("has nothing to say where nothing fits")
  func nothing() throws {
    let view = try view(["X1,O1,มีให้,ของ,ก,9,ชิ้น,ม.ค.,V1"])
    #expect(!view.isTelling && !view.hasRings)
  }
}
