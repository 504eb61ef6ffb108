import TestSupport
import Testing

@Suite struct IntegrationCommandTests {
  private let plans = Repository.plans.map(Repository.plan)

  @Test("Each plan gets its verdict, by kind, by broker and by pair of issues")
  func json() throws {
    let run = try Program.sanphaen(["integration"] + plans + ["--format", "json"], in: "/tmp")
    let found = try JSON(text: run.output).items
    #expect(found.compactMap { $0["plan"]?["id"]?.string } == Repository.plans)
    for item in found {
      #expect(item["verdict"]?.string == "not_yet")
      let kinds = item["kinds"]?.items.compactMap { $0["kind"]?.string }
      #expect(kinds == ["fund", "organisation", "mechanism", "leader"])
      #expect(item["brokers"]?.items.isEmpty == false)
      #expect(item["issue_pairs"]?.items.isEmpty == false)
      #expect(item["explanation"]?.string?.speaksThai == true)
    }
  }

  @Test("In Thai and in English a plain sentence comes first, and no one hidden is named")
  func text() throws {
    for plan in plans {
      let words = try PrivateWords.of(plan)
      for (language, start) in [("th", "ในแผนนี้ กองทุน"), ("en", "In this plan")] {
        let run = try Program.sanphaen(
          ["integration", plan, "--limit", "0", "--lang", language], in: "/tmp")
        #expect(run.code == 0 && run.output.hasPrefix(start))
        #expect(PrivateWords.found(words, in: Array(run.output.utf8)).isEmpty)
      }
    }
  }

  @Test("A plan that says too little is told so; a negative limit is wrong use")
  func unknown() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "id,name\nA1,งาน\n")
    let run = try Program.sanphaen(["integration", "p"], in: folder.path)
    #expect(run.code == 0 && run.output.hasPrefix("ยังบอกไม่ได้"))
    try expectComplaint(
      ["integration", plans[0], "--limit=-1"], in: folder, code: 2, naming: [])
  }
}
