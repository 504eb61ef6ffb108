import Sheets
import TestSupport
import Testing

@Suite struct ExchangeCommandTests {
  private let plans = Repository.plans.map(Repository.plan)

  private func items(_ arguments: [String]) throws -> [JSON] {
    let run = try Program.sanphaen(["exchange"] + arguments + ["--format", "json"], in: "/tmp")
    #expect(run.code == 0, "\(run.errors)")
    return try JSON(text: run.output).items
  }

  @Test("Matches, rings, what is missing and what is left are told with parties, items and score")
  func json() throws {
    let found = try items([plans[0]])
    #expect(Set(found.compactMap { $0["kind"]?.string }) == ["match", "ring", "unmet", "surplus"])
    for item in found {
      #expect(item.keys.isSuperset(of: ["kind", "parties", "items", "score", "explanation"]))
      #expect((0...1).contains(item["score"]?.number ?? -1))
      #expect(item["explanation"]?.string?.speaksThai == true)
    }
    let ring = try #require(found.first { $0["kind"]?.string == "ring" })
    let parties = ring["parties"]?.items.compactMap { $0["id"]?.string }
    #expect(
      parties.map(Set.init) == ["khok-charoen/O06", "khok-charoen/O12", "khok-charoen/V04"])
    #expect(ring["items"]?.items.compactMap { $0["quantity"]?.number }.sorted() == [6, 400, 1_500])
  }

  @Test("What is not known is null, and asked about")
  func unknown() throws {
    let asked = try #require(
      try items([plans[0], "--limit", "0"]).first {
        $0["items"]?.items.first?["need"]?.string == "khok-charoen/X11"
      }?["items"]?.items.first)
    #expect(asked["quantity"] == .null && asked["questions"] == .array([.string("need_quantity")]))
  }

  @Test("The limit holds for each kind, and 0 shows all")
  func limit() throws {
    let all = try items([plans[0], "--limit", "0"])
    let few = try items([plans[0], "--limit", "1"])
    #expect(few.count == 4 && all.count > 8)
    let text = try Program.sanphaen(["exchange", plans[0], "--limit", "1"], in: "/tmp")
    #expect(text.code == 0 && text.errors.contains("--limit 0"))
    let folder = try TemporaryFolder()
    try expectComplaint(["exchange", plans[0], "--limit=-1"], in: folder, code: 2, naming: [])
  }

  @Test("Two plans given together exchange across, and name no one who has not consented")
  func acrossPlans() throws {
    let found = try items(plans + ["--limit", "0"])
    let ends = found.filter { $0["kind"]?.string == "match" }.compactMap {
      $0["items"]?.items.first.map { [$0["from"]?.string ?? "", $0["to"]?.string ?? ""] }
    }
    #expect(ends.contains(["wang-ang/O04", "khok-charoen/O04"]))
    for (name, plan) in zip(Repository.plans, plans) {
      let words = try PrivateWords.of(plan)
      for format in ["text", "json"] {
        let run = try Program.sanphaen(
          ["exchange", plan, "--limit", "0", "--format", format], in: "/tmp")
        #expect(PrivateWords.found(words, in: Array(run.output.utf8)).isEmpty, "\(name)")
      }
    }
  }

  @Test("A plan without offers says what to fill in; the order of rows changes no byte")
  func order() throws {
    let folder = try TemporaryFolder()
    try folder.write("none/activities.csv", "id,name\nA1,งาน\n")
    let none = try Program.sanphaen(["exchange", "none"], in: folder.path)
    #expect(none.code == 0 && none.output.contains("“แลกเปลี่ยน”"))
    let rows = try FileBytes.read(Folder.join(plans[0], "แลกเปลี่ยน.csv"))
    let lines = String(decoding: rows, as: UTF8.self).split(separator: "\n").map(String.init)
    var outputs: [String] = []
    for (name, order) in [("a", Array(lines.dropFirst())), ("b", lines.dropFirst().reversed())] {
      for table in ["แผน", "พื้นที่", "แกนนำ", "องค์กร", "องค์กรการเงิน", "กิจกรรม"] {
        let bytes = try FileBytes.read(Folder.join(plans[0], "\(table).csv"))
        try folder.write("\(name)/k/\(table).csv", bytes: bytes)
      }
      try folder.write(
        "\(name)/k/แลกเปลี่ยน.csv", ([lines[0]] + order).joined(separator: "\n") + "\n")
      let run = try Program.sanphaen(
        ["exchange", "\(name)/k", "--format", "json"], in: folder.path)
      outputs.append(run.output)
    }
    #expect(outputs[0] == outputs[1] && outputs[0].contains("ring"))
  }

  @Test("Exchange is an approach of links, and why tells of it")
  func links() throws {
    let run = try Program.sanphaen(
      ["links", plans[0], "--approach", "exchange", "--format", "json"], in: "/tmp")
    let found = try JSON(text: run.output).items
    #expect(found.count == 8)
    #expect(found.allSatisfy { $0["cautions"]?.items.isEmpty == true })
    let why = try Program.sanphaen(["why", plans[0], "O06", "O12"], in: "/tmp")
    #expect(why.code == 0 && why.output.contains("มูลโคตากแห้ง"))
  }
}
