import TestSupport
import Testing

@Suite struct WhyTests {
  private let plan = Repository.plan("khok-charoen")

  private func why(_ ends: [String], _ options: [String] = []) throws -> [JSON] {
    let run = try Program.sanphaen(
      ["why", plan] + ends + ["--format", "json"] + options, in: "/tmp")
    #expect(run.code == 0, "\(run.errors)")
    return try JSON(text: run.output).items
  }

  @Test("What speaks for a proposal is what links says of it, whichever way round it is asked")
  func agreesWithLinks() throws {
    let run = try Program.sanphaen(["links", plan, "--limit", "4", "--format", "json"], in: "/tmp")
    for item in try JSON(text: run.output).items {
      let ends = [item["from"], item["to"]].compactMap { $0?["id"]?.string }
      for pair in [ends, ends.reversed()] {
        let found = try #require(try why(pair).first)
        for key in ["approach", "from", "to", "evidence", "cautions"] {
          #expect(found[key] == item[key])
        }
        #expect(abs((found["score"]?.number ?? 0) - (item["score"]?.number ?? 1)) < 1e-9)
        #expect(
          [found["tied"], found["over"], found["thin"]] == [
            .flag(false), .flag(false), .flag(false),
          ])
        #expect(found["decision"] == .null)
      }
    }
  }

  private func small(_ decisions: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in SmallPlan.files { try folder.write("small/\(name)", text) }
    try folder.write("small/decisions.csv", "approach,from,to,status,date,reason\n" + decisions)
    return folder
  }

  private func account(_ ends: [String], in folder: borrowing TemporaryFolder) throws -> JSON {
    let run = try Program.sanphaen(
      ["why", "small"] + ends + ["--format", "json"], in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    return try #require(try JSON(text: run.output).items.first)
  }

  @Test("A pair that is tied, one that is done and one that was rejected say so")
  func standing() throws {
    let folder = try small("savings,F1,A1,rejected,2567-05-01,ยังไม่พร้อม\n")
    #expect(try account(["F2", "A2"], in: folder)["tied"] == .flag(true))
    #expect(try account(["F1", "A3"], in: folder)["over"] == .flag(true))
    #expect(try account(["F1", "A1"], in: folder)["decision"]?.string == "rejected")
    let thai = try Program.sanphaen(["why", "small", "F1", "A1"], in: folder.path)
    #expect(thai.output.contains("ไม่เห็นชอบ") && thai.output.contains("ยังไม่พร้อม"))
    let english = try Program.sanphaen(
      ["why", "small", "F2", "A2", "--lang", "en"], in: folder.path)
    #expect(english.output.contains("ties the two already"))
  }

  @Test("A pair for which nothing speaks has no evidence and says so")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name\nF1,ออม\n")
    try folder.write("p/activities.csv", "id,name\nA1,งาน\n")
    let run = try Program.sanphaen(["why", "p", "F1", "A1", "--lang", "en"], in: folder.path)
    #expect(run.code == 0 && run.output.contains("No path in the plan speaks for a link."))
  }

  @Test("Kinds that no approach links, one end alone, and words that are in no plan are wrong use")
  func wrongUse() throws {
    let folder = try small()
    try expectComplaint(["why", "small", "V1", "A1"], in: folder, code: 2, naming: ["path"])
    try expectComplaint(["why", "small", "F1"], in: folder, code: 2, naming: ["why"])
    try expectComplaint(["why", "small", "F1", "Z9"], in: folder, code: 2, naming: ["“Z9”"])
  }

  @Test(
    "Neither names without consent nor phones stand in links, why and evaluate",
    arguments: Repository.plans)
  func privacy(name: String) throws {
    let folder = Repository.plan(name)
    let hidden = try PrivateWords.of(folder)
    let links = ["links", folder, "--approach", "all", "--limit", "30", "--least", "0"]
    let best = try Program.sanphaen(
      ["links", folder, "--limit", "1", "--format", "json"], in: "/tmp")
    let item = try #require(try JSON(text: best.output).items.first)
    let ends = [item["from"], item["to"]].compactMap { $0?["id"]?.string }
    let evaluate = ["evaluate", folder, "--approach", "hub", "--repeats", "1"]
    for command in [links, links + ["--format", "json"], ["why", folder] + ends, evaluate] {
      for language in ["th", "en"] {
        let run = try Program.sanphaen(command + ["--lang", language], in: "/tmp")
        #expect(run.code == 0)
        #expect(PrivateWords.found(hidden, in: Array((run.output + run.errors).utf8)) == [])
      }
    }
  }
}
