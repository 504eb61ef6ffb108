import TestSupport
import Testing

@Suite struct LinksTests {
  private let plan = Repository.plan("khok-charoen")

  private func links(_ options: [String]) throws -> [JSON] {
    let run = try Program.sanphaen(["links", plan, "--format", "json"] + options, in: "/tmp")
    #expect(run.code == 0)
    return try JSON(text: run.output).items
  }

  @Test("Opportunities are one JSON document with DESIGN's keys")
  func keys() throws {
    let found = try links(["--approach", "savings"])
    #expect(found.count == 20)
    for item in found {
      #expect(
        item.keys.isSuperset(of: [
          "rank", "approach", "from", "to", "score", "counts", "evidence", "effect", "explanation",
        ]))
      #expect(item["approach"]?.string == "savings")
      for (end, kind) in [("from", "fund"), ("to", "activity")] {
        #expect(item[end]?.keys == ["id", "kind", "name"])
        #expect(item[end]?["kind"]?.string == kind)
        #expect(item[end]?["id"]?.string?.hasPrefix("khok-charoen/") == true)
      }
      #expect(item["explanation"]?.string?.speaksThai == true)
      #expect(!(item["counts"]?.keys.isEmpty ?? true))
    }
  }

  @Test("Every step of every path has DESIGN's keys, and a path runs from one end to the other")
  func evidence() throws {
    for item in try links([]) {
      for evidence in item["evidence"]?.items ?? [] {
        let path = evidence["path"]?.items ?? []
        #expect(path.first?["id"] == item["from"]?["id"] && path.last?["id"] == item["to"]?["id"])
        #expect(path.dropFirst().allSatisfy { $0["relation"]?.string != nil })
        let ids = path.compactMap { $0["id"]?.string }
        #expect(ids.count == path.count && Set(ids).count == ids.count)
      }
    }
  }

  @Test("The first step of a path has the key relation too, which is null")
  func firstRelation() throws {
    let path = try #require(try links(["--limit", "1"]).first?["evidence"]?.items.first?["path"])
    #expect(path.items.first?["relation"] == .null)
  }

  @Test("The shares of each opportunity's reasons add up to 1, the greatest first")
  func shares() throws {
    let found = try links(["--limit", "0"])
    #expect(found.count > 80)
    for item in found {
      let shares = (item["evidence"]?.items ?? []).compactMap { $0["share"]?.number }
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      #expect(shares.allSatisfy { $0 > 0 } && shares == shares.sorted(by: >))
    }
  }

  @Test("Ranks ascend and scores do not")
  func order() throws {
    let found = try links(["--limit", "0"])
    let ranks = found.compactMap { $0["rank"]?.number }
    let scores = found.compactMap { $0["score"]?.number }
    #expect(ranks.count == found.count && scores.count == found.count)
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 } && ranks.first == 1)
    #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test("The limit cuts the list, 0 means all, and filters keep what they name")
  func limitsAndFilters() throws {
    let all = try links(["--limit", "0"])
    #expect(try links(["--limit", "3"]) == Array(all.prefix(3)))
    let fund = try #require(all.first?["from"]?["id"])
    let from = try links(["--limit", "0", "--from", fund.string ?? ""])
    #expect(from == all.filter { $0["from"]?["id"] == fund } && from.count < all.count)
    let targets = try links(["--limit", "0", "--per-target", "1"]).map { $0["to"]?["id"]?.string }
    #expect(Set(targets).count == targets.count)
  }

  @Test("The same plan gives the same bytes")
  func sameBytes() throws {
    let runs = try (0..<2).map { _ in
      try Program.sanphaen(["links", plan, "--format", "json", "--limit", "0"], in: "/tmp").output
    }
    #expect(runs[0] == runs[1])
  }

  @Test("An approach that is not known is wrong use, and those that are known are named")
  func unknownApproach() throws {
    let folder = try TemporaryFolder()
    try expectComplaint(
      ["links", plan, "--approach", "magic"], in: folder, code: 2, naming: ["“magic”", "savings"])
  }

  @Test("An id that is not in the plan is wrong use", arguments: ["--from", "--to", "--place"])
  func unknownID(_ option: String) throws {
    let folder = try TemporaryFolder()
    try expectComplaint(["links", plan, option, "Z99"], in: folder, code: 2, naming: ["“Z99”"])
  }

  @Test("An empty id or issue is wrong use", arguments: ["--from", "--issue"])
  func emptyID(_ option: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "id,name,issues\nA1,a,forest\n")
    try expectComplaint(["links", "p", option, ""], in: folder, code: 2, naming: ["“”"])
  }

  @Test("An issue that is not in the plan is wrong use, and those that are there are named")
  func unknownIssue() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "id,name,issues\nA1,a,forest;water\n")
    try expectComplaint(
      ["links", "p", "--issue", "space"], in: folder, code: 2,
      naming: ["“space”", "forest", "water"])
  }

  @Test(
    "A negative limit is wrong use, said in the language asked for",
    arguments: ["--limit", "--per-target"])
  func negativeLimit(_ option: String) throws {
    let folder = try TemporaryFolder()
    try expectComplaint(["links", plan, "\(option)=-1"], in: folder, code: 2, naming: [])
  }

  @Test("A negative limit behind a blank is wrong use in the same words")
  func negativeLimitBehindBlank() throws {
    let folder = try TemporaryFolder()
    try expectComplaint(["links", plan, "--limit", "-1"], in: folder, code: 2, naming: [])
  }
}
