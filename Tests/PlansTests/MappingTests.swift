import Graphs
import TestSupport
import Testing

@testable import Plans

@Suite struct MappingTests {
  private func mapping(_ text: String) throws -> Mapping {
    let folder = try TemporaryFolder()
    return try Mapping(contentsOf: try folder.write("mapping.yaml", text))
  }

  private func error(_ text: String) throws -> (line: Int?, problem: MappingProblem)? {
    do {
      _ = try mapping(text)
      return nil
    } catch PlanError.mapping(_, let line, let problem) { return (line, problem) }
  }

  private func expect(
    _ text: String, line: Int, _ problem: MappingProblem,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try #require(try error(text), sourceLocation: location)
    #expect(found.problem == problem, sourceLocation: location)
    #expect(found.line == line, sourceLocation: location)
  }

  @Test("Every key of FORMAT is read")
  func whole() throws {
    let mapping = try mapping(
      """
      name: บ่อน้ำบาดาล
      create_missing: true
      tables:
        กิจกรรม:
          file: all.xlsx
          sheet: Sheet1
          header_row: 3
          one_per: โครงการ
          columns: {name: โครงการ, งบประมาณ: เงิน, places: "{สถานที่} หมู่ {หมู่ที่}"}
          values:
            status: {Closed: done, " ACTIVE ": active}
      links:
        - {file: all.xlsx, sheet: Financiers, header_row: 2, relation: finances,
           from: {kind: fund, column: name}, to: {kind: activity, column: project_id}}
      """)
    #expect(mapping.name == "บ่อน้ำบาดาล")
    #expect(mapping.createsMissing)
    let rule = try #require(mapping.tables[.activities])
    #expect(rule.file == "all.xlsx" && rule.sheet == "Sheet1")
    #expect(rule.headerRows == 2...2 && rule.onePer == "โครงการ")
    #expect(rule.columns == [.name: "โครงการ", .budget: "เงิน", .places: "{สถานที่} หมู่ {หมู่ที่}"])
    #expect(rule.values == [.status: ["closed": "done", "active": "active"]])
    let link = try #require(mapping.links.first)
    #expect(link.file == "all.xlsx" && link.sheet == "Financiers" && link.headerRows == 1...1)
    #expect(link.relation == .finances)
    #expect(link.from.kind == .fund && link.from.column == "name")
    #expect(link.to.kind == .activity && link.to.column == "project_id")
  }

  @Test("An empty mapping, or one of comments, asks for nothing", arguments: ["", "# nothing\n"])
  func empty(_ text: String) throws {
    let mapping = try mapping(text)
    #expect(mapping.name == nil && mapping.tables.isEmpty && mapping.links.isEmpty)
    #expect(!mapping.createsMissing)
  }

  @Test("A key that means nothing is named with its line and those that do")
  func unknownKeys() throws {
    try expect(
      "name: x\ntable:\n  a: b\n", line: 2,
      .unknownKey("table", allowed: Mapping.keys))
    try expect(
      "tables:\n  activitys:\n    sheet: S\n", line: 2,
      .unknownKey("activitys", allowed: Table.allCases.map(\.englishName)))
    try expect(
      "tables:\n  funds:\n    sheet: S\n    heading_row: 2\n", line: 4,
      .unknownKey(
        "heading_row", allowed: Mapping.tableKeys))
    try expect(
      "links:\n  - sheet: S\n    relation: x\n    form: y\n", line: 4,
      .unknownKey("form", allowed: Mapping.linkKeys))
  }

  @Test(
    "A column or kind that the format does not have is named with its line",
    arguments: [
      ("tables:\n  funds:\n    columns:\n      name: n\n      saving: s\n", 5, "saving"),
      ("tables:\n  funds:\n    values:\n      loan: {a: b}\n", 4, "loan"),
      ("links:\n  - sheet: S\n    relation: x\n    from: {kind: found, column: a}\n", 4, "found"),
    ])
  func unknownColumn(_ text: String, _ line: Int, _ word: String) throws {
    let found = try #require(try error(text))
    guard case .unknownKey(word, let allowed) = found.problem else {
      Issue.record("\(found.problem)")
      return
    }
    #expect(!allowed.isEmpty)
    #expect(found.line == line)
  }

  @Test(
    "A value of the wrong shape is named with its line and an example",
    arguments: [
      ("name: x\ncreate_missing: perhaps\n", 2, "create_missing"),
      ("tables:\n  funds:\n    header_row: first\n", 3, "header_row"),
      ("tables:\n  funds:\n    header_row: 0\n", 3, "header_row"),
      ("tables:\n  funds:\n    sheet: [a]\n", 3, "sheet"),
      ("tables:\n  funds:\n    columns: name\n", 3, "columns"),
      ("tables:\n  funds:\n    values:\n      kind: x\n", 4, "kind"),
      ("links: x\n", 1, "links"), ("tables: x\n", 1, "tables"), ("- a\n", 1, "mapping.yaml"),
    ])
  func wrongValue(_ text: String, _ line: Int, _ key: String) throws {
    let found = try #require(try error(text))
    guard case .wrongValue(key, let expected) = found.problem else {
      Issue.record("\(found.problem)")
      return
    }
    #expect(!expected.isEmpty)
    #expect(found.line == line)
  }

  @Test("A key that a tie needs and does not have is named with the tie's line")
  func missingKeys() throws {
    try expect("name: x\nlinks:\n  - sheet: S\n", line: 3, .missingKey("relation", within: "links"))
    try expect(
      "links:\n  - sheet: S\n    relation: r\n    from: {kind: fund, column: a}\n", line: 2,
      .missingKey("to", within: "links"))
    try expect(
      "links:\n  - {sheet: S, relation: r, from: {kind: fund}, to: {kind: fund, column: a}}\n",
      line: 2, .missingKey("column", within: "from"))
  }

  @Test("What is no YAML is said so, with the line")
  func notYAML() throws {
    let found = try #require(try error("name: x\ntables: [\n  - a\n"))
    guard case .notYAML(let reason) = found.problem else {
      Issue.record("\(found.problem)")
      return
    }
    #expect(!reason.isEmpty)
    #expect((2...4).contains(found.line ?? 0))
  }

  @Test("A key that stands twice is said so, with a line")
  func keyTwice() throws {
    let found = try #require(try error("name: x\nname: y\n"))
    #expect(found.line != nil)
  }
}
