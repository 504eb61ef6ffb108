import TestSupport
import Testing

@Suite struct EvaluateTests {
  private let plan = Repository.plan("khok-charoen")

  @Test(
    "The figures of the approach and of four baselines are one JSON document with DESIGN's keys")
  func keys() throws {
    let run = try Program.sanphaen(
      ["evaluate", plan, "--format", "json", "--repeats", "2", "--seed", "7"], in: "/tmp")
    #expect(run.code == 0)
    let found = try JSON(text: run.output).items
    #expect(
      found.compactMap { $0["method"]?.string } == [
        "savings", "popularity", "common_neighbours", "adamic_adar", "resource_allocation",
      ])
    for item in found {
      #expect(
        item.keys.isSuperset(of: [
          "approach", "method", "hits_at_10", "mrr", "average_precision", "hidden", "seeds",
          "caution",
        ]))
      #expect(item["approach"]?.string == "savings" && item["seeds"]?.number == 2)
      #expect(item["caution"] == .flag((item["hidden"]?.number ?? 99) < 30))
      for key in ["hits_at_10", "mrr", "average_precision"] {
        #expect((0...1).contains(item[key]?.number ?? -1))
      }
    }
  }

  @Test(
    "Few hidden ties are told with a word of caution, in both languages", arguments: ["th", "en"])
  func caution(language: String) throws {
    let run = try Program.sanphaen(
      ["evaluate", plan, "--repeats", "1", "--lang", language], in: "/tmp")
    #expect(run.output.contains(language == "th" ? "ระวัง" : "Mind"))
    #expect(run.output.contains("±"))
  }

  @Test("The same seeds give the same bytes, other seeds other figures")
  func sameBytes() throws {
    func output(_ seed: String) throws -> String {
      try Program.sanphaen(
        ["evaluate", plan, "--repeats", "1", "--seed", seed, "--format", "json"], in: "/tmp"
      ).output
    }
    #expect(try output("3") == output("3"))
    #expect(try output("3") != output("4"))
  }

  @Test(
    "Learned weights are written to a file that links reads, with the words that say what it is")
  func learn() throws {
    let folder = try TemporaryFolder()
    let run = try Program.sanphaen(
      ["evaluate", plan, "--approach", "all", "--repeats", "1", "--learn", "own.yaml"],
      in: folder.path)
    #expect(run.code == 0 && run.errors.contains("own.yaml"))
    #expect(try folder.text("own.yaml").hasPrefix("# "))
    for name in ["savings", "hub", "leaders", "adoption", "partners"] {
      let links = try Program.sanphaen(
        ["links", plan, "--approaches", "own.yaml", "--approach", name, "--limit", "1"],
        in: folder.path)
      #expect(links.code == 0 && !links.output.isEmpty)
    }
    #expect(folder.everything() == ["own.yaml"])
  }

  @Test("A file that cannot be written is told and leaves nothing behind")
  func cannotLearn() throws {
    let folder = try TemporaryFolder()
    try folder.write("taken", "x")
    let run = try Program.sanphaen(
      ["evaluate", plan, "--repeats", "1", "--learn", "taken/own.yaml"], in: folder.path)
    #expect(run.code == 3 && run.complaints.count == 1 && run.errors.contains("taken/own.yaml"))
    #expect(folder.everything() == ["taken"])
  }

  @Test(
    "An approach that is not measured by paths is wrong use", arguments: ["partners", "expansion"])
  func notByPaths(name: String) throws {
    let folder = try TemporaryFolder()
    try expectComplaint(["evaluate", plan, "--approach", name], in: folder, code: 2, naming: [])
  }

  @Test("A plan without enough ties has an empty document, and says why in words")
  func nothingToHide() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,ออม\n")
    let json = try Program.sanphaen(["evaluate", "p", "--format", "json"], in: folder.path)
    #expect(json.code == 0)
    #expect(try JSON(text: json.output) == .array([]))
    let text = try Program.sanphaen(["evaluate", "p", "--lang", "en"], in: folder.path)
    #expect(text.output.contains("too few such ties"))
  }
}
