import Graphs
import Linkage
import Plans
import TestSupport
import Testing
import Words

@testable import Drawing

@Suite("The network")
struct NetworkViewTests {
  private func plans(_ sample: String) throws -> PlanGraph {
    PlanGraph(try PlanReading([Repository.plan(sample)]).plans)
  }

  /// By the id of a drawn node its label, the nodes that say where it goes on left out.
  private func drawn(_ sheets: [Diagram]) -> [[String]] {
    sheets.map { sheet in
      sheet.columns.joined().filter { $0.shape != .continuation && $0.shape != .bundle }.map(\.id)
    }
  }

  @Test(
    "holds each node on one sheet, and each tie on a sheet or counted on two",
    arguments: Repository.plans, [5, 12, 24])
  func isWhole(sample: String, limit: Int) throws {
    let plans = try plans(sample)
    let sheets = NetworkView(Names(plans, .thai), plan: 0).diagrams(limit: limit)
    let wide = Set(
      plans.graph.nodes.filter { plans.neighbours(of: $0, .locatedIn, .forward).count >= 4 })
    let ties = Set(
      plans.graph.edgeTypes.flatMap { type in
        plans.graph.nodes(of: type.from).flatMap { node in
          plans.graph.adjacency(type, .forward).neighbours(of: node).map { [node, $0] }
        }
      }.filter { ends in
        let kinds = ends.map(plans.graph.kind(of:))
        return !kinds.contains(.plan) && !(wide.contains(ends[0]) && kinds[1] == .place)
      }.map { Set($0) }.filter { $0.count == 2 })
    let nodes = drawn(sheets)
    #expect(nodes.joined().sorted() == Set(ties.joined().map { String($0.index) }).sorted())
    let lines = sheets.flatMap(\.edges).filter { $0.id.hasPrefix("tie-") }
    let counted = sheets.flatMap { $0.columns.joined() }.filter { $0.shape == .continuation }
      .compactMap { $0.detail?.split(separator: " ").first.flatMap { Int($0) } }
    #expect(lines.count + counted.reduce(0, +) / 2 == ties.count)
    #expect(Set(lines.map { Set([$0.from, $0.to]) }).count == lines.count)
    #expect(
      lines.allSatisfy { line in nodes.contains { $0.contains(line.from) && $0.contains(line.to) } }
    )
  }

  @Test("names the sheet where it goes on, and the index every sheet", arguments: Language.allCases)
  func goesOn(language: Language) throws {
    let sheets = NetworkView(Names(try plans("wang-ang"), language), plan: 0).diagrams(limit: 12)
    let known = Set(sheets.indices.map { language.continued(onSheet: $0 + 1) })
    for next in sheets.flatMap({ $0.columns.joined() }) where next.shape == .continuation {
      #expect(known.contains(next.label) || next.id == "continued")
    }
    let index = sheets.filter { $0.columns.joined().contains { $0.shape == .bundle } }
    let entries = index.flatMap { $0.columns.joined() }.map { $0.label.prefix { $0 != "." } }
    #expect(entries.compactMap { Int($0) }.sorted() == Array(index.count + 1...sheets.count))
  }

  @Test("of an issue or a node holds that and what is tied to it, on one sheet where it fits")
  func narrows() throws {
    let plans = try SmallPlan.graph()
    let names = Names(plans, .thai)
    let land = try #require(plans.nodes(named: "ที่ดิน").first)
    let sheets = NetworkView(names, plan: 0, issue: land).diagrams(limit: 24)
    #expect(sheets.count == 1 && sheets[0].sheet == nil)
    let labels = Set(sheets[0].columns.joined().map(\.label))
    #expect(labels.isSuperset(of: ["ที่ดิน", "รังวัดที่ดิน", "กองทุนที่ดิน"]) && !labels.contains("ขุดบ่อ"))
    let fund = try #require(plans.nodes(named: "F1").first)
    let around = NetworkView(names, plan: 0, focus: fund).diagrams(limit: 24)
    #expect(
      Set(around[0].columns.joined().map(\.label)) == [
        "กลุ่มออมทรัพย์บ้านหนึ่ง", "นางหนึ่ง ใจดี", "บ้านหนึ่ง",
      ])
  }

  @Test("is drawn whole on one sheet, each tie once", arguments: Repository.plans)
  func onOneSheet(sample: String) throws {
    let view = NetworkView(Names(try plans(sample), .thai), plan: 0)
    let (whole, parts) = (view.wholeDiagram(), view.diagrams(limit: 24))
    #expect(Set(drawn([whole]).joined()) == Set(drawn(parts).joined()))
    let lines = Set(whole.edges.map(\.id))
    #expect(lines.count == whole.edges.count)
    #expect(lines.isSuperset(of: parts.flatMap(\.edges).map(\.id).filter { $0.hasPrefix("tie-") }))
  }

  @Test("does not depend on the order of the rows")
  func isStable() throws {
    var files = SmallPlan.files
    for (name, text) in files {
      let rows = text.split(separator: "\n").map(String.init)
      files[name] = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    let sheets = try [SmallPlan.graph(), SmallPlan.graph(changed: files)].map {
      NetworkView(Names($0, .thai), plan: 0).diagrams(limit: 4).map { sheet in
        sheet.columns.map { $0.map(\.label).sorted() }
      }
    }
    #expect(sheets[0] == sheets[1])
  }

  @Test("puts no two tied nodes into one column", arguments: 1...20)
  func columns(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...30, using: &random)
    let ties = (0..<Int.random(in: 0...90, using: &random)).map { _ in
      (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
    }
    let homes = (0..<count).map { _ in Int.random(in: 0...4, using: &random) }
    let columns = NetworkColumns.colours(count: count, ties, homes)
    #expect(columns.count == count && columns.allSatisfy { $0 >= 0 })
    #expect(ties.allSatisfy { $0.0 == $0.1 || columns[$0.0] != columns[$0.1] })
  }
}
