import TestSupport
import Testing

@Suite struct DrawTests {
  private static let views = [
    "overview", "savings", "hub", "adoption", "leads", "partners", "leaders", "team", "forum",
    "exchange",
    "exchange-rings", "network",
  ]
  private static let charts = ["strength", "coverage", "own-capital"]
  private static let begins: [(format: String, bytes: [UInt8])] = [
    ("svg", Array("<?xml".utf8)), ("pdf", Array("%PDF-".utf8)), ("png", [0x89, 0x50, 0x4E, 0x47]),
    ("dot", Array("digraph".utf8)),
  ]

  private let drawing = [
    "draw", Repository.plan("wang-ang"), "--view", "team", "--format", "dot",
  ]

  /// The files of a view of a plan, after they have been looked at.
  @discardableResult
  private func draw(
    _ arguments: [String], _ view: String, _ format: String
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let run = try Program.sanphaen(
      ["draw"] + arguments + ["--view", view, "--format", format], in: folder.path)
    #expect(run.code == 0 && run.errors.isEmpty, "\(view): \(run.errors)")
    let names = run.output.split(separator: "\n").map(String.init)
    #expect(folder.everything().sorted() == (["output"] + names).sorted())
    let begin = try #require(Self.begins.first { $0.format == format }).bytes
    for name in names {
      let bytes = try folder.bytes(name)
      #expect(bytes.starts(with: begin) && bytes.count > 800)
    }
    return names
  }

  @Test(
    "Every view is drawn in every format, and the files are what their endings say",
    arguments: views, begins.map(\.format))
  func allFormats(_ view: String, _ format: String) throws {
    let names = try draw([Repository.plan("wang-ang")], view, format)
    let stem = "output/wang-ang-\(view)"
    #expect(
      names == ["\(stem).\(format)"]
        || names == names.indices.map { "\(stem)-\($0 + 1).\(format)" } && format != "pdf")
  }

  @Test("Charts are drawn too, but have no text for Graphviz", arguments: charts)
  func bars(_ view: String) throws {
    #expect(try draw([Repository.plan("wang-ang")], view, "pdf").count == 1)
    try expectComplaint(
      ["draw", Repository.plan("wang-ang"), "--view", view, "--format", "dot"],
      in: try TemporaryFolder(), code: 2, naming: ["dot"])
  }

  @Test("Expansion takes several plans, and paths two ends")
  func severalPaths() throws {
    let plans = Repository.plans.map(Repository.plan)
    #expect(try !draw(plans, "expansion", "svg").isEmpty)
    #expect(try draw([plans[0], "F03", "A18"], "path", "svg").count == 1)
    #expect(try draw(plans + ["khok-charoen/F03", "wang-ang/A18"], "path", "pdf").count == 1)
    let folder = try TemporaryFolder()
    let path = ["--view", "path", "--format", "svg"]
    try expectComplaint(
      ["draw", plans[0]] + path, in: folder, code: 2, naming: ["F01", "A03"])
    try expectComplaint(
      ["draw", plans[0], "F01", "F01"] + path, in: folder, code: 2, naming: [])
  }

  @Test(
    "A view that takes no issue or focus says so",
    arguments: [
      ("team", "--issue", "น้ำ"), ("overview", "--focus", "F01"), ("hub", "--issue", "น้ำ"),
      ("coverage", "--focus", "F01"),
    ])
  func unused(_ view: String, _ option: String, _ value: String) throws {
    try expectComplaint(
      ["draw", Repository.plan("wang-ang"), "--view", view, "--format", "pdf", option, value],
      in: try TemporaryFolder(), code: 2, naming: [view, option])
  }

  @Test("The focus of a hub is a fund")
  func hubOfFund() throws {
    let hub = ["draw", Repository.plan("wang-ang"), "--view", "hub", "--format", "pdf", "--focus"]
    try expectComplaint(
      hub + ["A01"], in: try TemporaryFolder(), code: 2, naming: ["A01"])
  }

  @Test(
    "Where there is nothing to draw it says so, and writes nothing",
    arguments: views + charts + ["expansion"])
  func nothing(_ view: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "id,name\nA1,a\n")
    try expectComplaint(
      ["draw", "p", "--view", view, "--format", "pdf"], in: folder, code: 2, naming: [])
  }

  @Test("The whole network is one picture, or tiles that are joined to one; no other view is")
  func whole() throws {
    let plan = Repository.plan("wang-ang")
    #expect(try draw([plan, "--whole"], "network", "svg").count == 1)
    #expect(try draw([plan, "--whole"], "network", "pdf").count == 1)
    try expectComplaint(
      ["draw", plan, "--view", "savings", "--format", "pdf", "--whole"], in: TemporaryFolder(),
      code: 2, naming: ["savings", "--whole"])
    let folder = try TemporaryFolder()
    let rows = (1...2_001).map { "A\($0),งาน,น้ำ\n" }.joined()
    try folder.write("p/activities.csv", "id,name,issues\n" + rows)
    try expectComplaint(
      ["draw", "p", "--view", "network", "--format", "pdf", "--whole"], in: folder, code: 2,
      naming: ["2,002", "2,000", "--issue"])
  }

  @Test("A picture goes to the file that is asked for, and nowhere else")
  func output() throws {
    let folder = try TemporaryFolder()
    let run = try Program.sanphaen(drawing + ["--output", "a/b.dot"], in: folder.path)
    #expect(run.code == 0)
    let left = folder.everything()
    #expect(left == ["a", "a/b.dot"])
  }

  @Test("With - a picture goes to standard output")
  func standardOutput() throws {
    let folder = try TemporaryFolder()
    let written = try Program.sanphaen(drawing + ["--output", "a.dot"], in: folder.path)
    let run = try Program.sanphaen(drawing + ["--output", "-"], in: folder.path)
    #expect(written.code == 0 && run.code == 0)
    let text = try folder.text("a.dot")
    #expect(run.output == text)
  }

  @Test(
    "A focus or issue that is not in the plan is wrong use, and nothing is written",
    arguments: ["--focus", "--issue"])
  func unknownFocus(_ option: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "id,name,issues\nA1,a,forest\n")
    try expectComplaint(
      ["draw", "p", "--view", "savings", "--format", "dot", option, "Z99"], in: folder, code: 2,
      naming: ["“Z99”"])
  }

  @Test("Several plans at once are wrong use")
  func severalPlans() throws {
    let folder = try TemporaryFolder()
    try expectComplaint(
      ["draw"] + Repository.plans.map(Repository.plan) + ["--view", "overview", "--format", "svg"],
      in: folder, code: 2, naming: ["overview"])
  }

  @Test("A picture that cannot be written ends with 3, and names the file")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write("taken", "x")
    try expectComplaint(
      drawing + ["--output", "taken/a.dot"], in: folder, code: 3, naming: ["taken"])
  }
}
