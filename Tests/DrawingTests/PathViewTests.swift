import Graphs
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The view of paths")
struct PathViewTests {
  private func view(_ from: String, _ to: String, _ count: Int = 3) throws -> (PathView, [Path]) {
    let plans = try SmallPlan.graph()
    let ends = try [from, to].map { try #require(plans.nodes(named: $0).first) }
    let paths = plans.graph.shortestPaths(
      from: ends[0], to: ends[1], count: count, avoiding: [.plan])
    return (PathView(Names(plans, .thai), paths), paths)
  }

  @Test("reads from the one to the other, a relation's word on each line")
  func reads() throws {
    let (view, _) = try view("F1", "A1", 1)
    let diagram = try #require(view.diagrams(limit: 5).first)
    #expect(
      diagram.columns.map { $0.map(\.label) } == [
        ["กลุ่มออมทรัพย์บ้านหนึ่ง"], ["บ้านหนึ่ง"], ["รังวัดที่ดิน"],
      ])
    #expect(diagram.columns.map { $0[0].shape } == [.fund, .place, .activity])
    #expect(diagram.edges.compactMap(\.label) == ["อยู่ที่", "เป็นพื้นที่ของ"])
  }

  @Test("lets several paths begin and end in one node each")
  func several() throws {
    let (view, paths) = try view("F1", "A2")
    #expect(paths.count == 3)
    let diagram = try #require(view.diagrams(limit: 9).first)
    #expect(diagram.columns.first?.count == 1 && diagram.columns.last?.count == 1)
    #expect(diagram.columns.count == (paths.map(\.steps.count).max() ?? 0) + 1)
  }

  @Test("goes on on sheets that begin where the last one ended, with every step on one of them")
  func goesOn() throws {
    let (view, paths) = try view("F1", "F2")
    for limit in 2...4 {
      let sheets = view.diagrams(limit: limit)
      #expect(sheets.allSatisfy { $0.columns.count <= limit })
      let steps = Set(paths.flatMap(\.steps).map(\.edge.rawValue))
      let drawn = sheets.flatMap(\.edges).compactMap {
        $0.id.split(separator: "-").dropFirst().first
      }
      #expect(Set(drawn.compactMap { Int32($0) }) == steps)
      for sheet in sheets {
        let tied = Set(sheet.edges.flatMap { [$0.from, $0.to] })
        #expect(sheet.columns.joined().allSatisfy { tied.contains($0.id) })
      }
    }
  }

  @Test("names no leader without consent")
  func consent() throws {
    let (view, _) = try view("L2", "A1", 4)
    let labels = view.diagrams(limit: 9).flatMap { $0.columns.joined() }.map(\.label)
    #expect(!labels.isEmpty && !labels.contains { $0.contains("ลับสุดยอด") })
    #expect(!PathView(Names(try SmallPlan.graph(), .thai), []).isTelling)
  }
}
