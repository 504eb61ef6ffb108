import TestSupport
import Testing

@Suite struct DrawTests {
  private static let views = [
    "overview", "savings", "leaders", "team", "exchange", "exchange-rings",
  ]
  private static let begins: [(format: String, bytes: [UInt8])] = [
    ("svg", Array("<?xml".utf8)), ("pdf", Array("%PDF-".utf8)), ("png", [0x89, 0x50, 0x4E, 0x47]),
    ("dot", Array("digraph".utf8)),
  ]

  private let drawing = [
    "draw", Repository.plan("wang-ang"), "--view", "savings", "--format", "dot",
  ]

  @Test(
    "Every view is drawn in every format, and the file is what its ending says",
    arguments: views, begins.map(\.format))
  func allFormats(_ view: String, _ format: String) throws {
    let folder = try TemporaryFolder()
    let plan = Repository.plan("wang-ang")
    let run = try Program.sanphaen(
      ["draw", plan, "--view", view, "--format", format], in: folder.path)
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    let name = "output/wang-ang-\(view).\(format)"
    #expect(run.output == name + "\n")
    let left = folder.everything()
    #expect(left == ["output", name])
    let begin = try #require(Self.begins.first { $0.format == format }).bytes
    let bytes = try folder.bytes(name)
    #expect(bytes.starts(with: begin) && bytes.count > 1_000)
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
      in: folder, code: 2, naming: ["draw"])
  }

  @Test("A picture that cannot be written ends with 3, and names the file")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write("taken", "x")
    try expectComplaint(
      drawing + ["--output", "taken/a.dot"], in: folder, code: 3, naming: ["taken"])
  }
}
