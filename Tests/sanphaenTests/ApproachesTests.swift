import TestSupport
import Testing

@Suite struct ApproachesTests {
  private static let names = [
    "savings", "hub", "leaders", "adoption", "expansion", "exchange", "partners", "forum",
  ]
  private let plan = Repository.plan("khok-charoen")
  private let plans = Repository.plans.map(Repository.plan)

  private func items(_ arguments: [String], in folder: String = "/tmp") throws -> [JSON] {
    let run = try Program.sanphaen(arguments + ["--format", "json"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    return try JSON(text: run.output).items
  }

  @Test("Every approach proposes something on the sample plans, each with its own ranks")
  func all() throws {
    let found = try items(["links"] + plans + ["--approach", "all", "--limit", "3"])
    #expect(found.compactMap { $0["approach"]?.string } == Self.names.flatMap { [$0, $0, $0] })
    #expect(found.allSatisfy { !($0["evidence"]?.items ?? []).isEmpty })
    #expect(found.allSatisfy { $0["explanation"]?.string?.speaksThai == true })
    #expect(found.allSatisfy { ($0["pattern"] == nil) == ($0["approach"]?.string != "expansion") })
  }

  @Test(
    "An approach may be named in Thai",
    arguments: [
      ("ออม", "savings"), ("แกนนำ", "leaders"), ("บรรจุแผน", "adoption"), ("ศูนย์กลาง", "hub"),
      ("ภาคี", "partners"), ("แลกเปลี่ยน", "exchange"),
    ])
  func thaiWords(word: String, name: String) throws {
    let found = try items(["links", plan, "--approach", word, "--limit", "1"])
    #expect(found.first?["approach"]?.string == name)
  }

  @Test("Sorted by effect, what changes most comes first, and nothing is lost")
  func orderByEffect() throws {
    for name in ["hub"] {
      let all = try items(["links", plan, "--approach", name, "--limit", "0"])
      let sorted = try items([
        "links", plan, "--approach", name, "--limit", "0", "--order", "effect",
      ])
      let gains = sorted.compactMap { $0["effect"]?["gain"]?.number }
      #expect(gains.count == all.count && gains == gains.sorted(by: >) && (gains.first ?? 0) > 0)
      let ranks = sorted.compactMap { $0["rank"]?.number }
      #expect(ranks.sorted() == (1...all.count).map(Double.init))
      for (one, next) in zip(gains.indices, gains.indices.dropFirst())
      where gains[one] == gains[next] {
        #expect(ranks[one] < ranks[next])
      }
    }
  }

  @Test("Links chosen together say what each adds, what all do, and what none could exceed")
  func planTogether() throws {
    let found = try items(["links", plan, "--plan", "4"])
    #expect(found.count == 4)
    let joint = found.compactMap { $0["joint"] }
    #expect(joint.allSatisfy { $0.keys == ["gain", "together", "bound"] } && joint.count == 4)
    let gains = joint.compactMap { $0["gain"]?.number }
    let together = joint.compactMap { $0["together"]?.number }
    #expect(Set(together) == [gains.reduce(0, +)] && gains == gains.sorted(by: >))
    #expect(joint.allSatisfy { ($0["bound"]?.number ?? 0) >= (together.first ?? 1) })
    #expect(try items(["links", plan, "--limit", "1"]).allSatisfy { $0["joint"] == nil })
  }

  @Test("Thin reasons are counted, and shown when they are asked for")
  func thinReasons() throws {
    let of = ["links", plan, "--limit", "0", "--approach", "adoption"]
    let usual = try items(of)
    let all = try items(of + ["--least", "0"])
    #expect(all.count > usual.count)
    let scores = [usual, all].map { $0.compactMap { $0["score"]?.number }.min() ?? 0 }
    #expect(scores[1] < scores[0])
    let text = try Program.sanphaen(
      ["links", plan, "--approach", "adoption", "--lang", "en"], in: "/tmp")
    #expect(text.errors.contains("have too thin a reason"))
  }

  @Test("Every approach gives the same bytes twice")
  func sameBytes() throws {
    let runs = try (0..<2).map { _ in
      try Program.sanphaen(
        ["links"] + plans + ["--approach", "all", "--limit", "5", "--format", "json"], in: "/tmp"
      ).output
    }
    #expect(runs[0] == runs[1] && !runs[0].isEmpty)
  }

  @Test(
    "Numbers out of bounds are wrong use",
    arguments: [
      ["links", "--plan", "0"], ["links", "--least=-1"], ["links", "--least", "nan"],
      ["links", "--least", "inf"], ["evaluate", "--hide", "0"], ["evaluate", "--hide", "1"],
      ["evaluate", "--hide", "nan"], ["evaluate", "--repeats", "0"],
      ["evaluate", "--repeats", "1001"],
      ["evaluate", "--seed", "18446744073709551615"],
    ])
  func wrongNumbers(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try expectComplaint(
      [arguments[0], plan] + arguments.dropFirst(), in: folder, code: 2, naming: [])
  }

  @Test(
    "A file replaces the approach of its name, adds its own, and tells a path of them tie by tie")
  func ownFile() throws {
    let folder = try TemporaryFolder()
    let walk = "fund <-serves_on- leader -leads-> activity"
    let path =
      "\n  proposes: finances\n  paths:\n    เฉพาะของเรา:\n      weight: 1\n      walk: \(walk)\n"
    let text = ["savings", "ของเรา"].map { "\($0):\n  from: fund\n  to: activity" + path }
    try folder.write("own.yaml", text.joined())
    for name in ["savings", "ของเรา"] {
      let found = try items(
        ["links", plan, "--approaches", "own.yaml", "--approach", name], in: folder.path)
      #expect(!found.isEmpty && found.allSatisfy { $0["approach"]?.string == name })
      #expect(found.allSatisfy { $0["counts"]?.keys == ["เฉพาะของเรา"] })
      #expect(found.allSatisfy { $0["explanation"]?.string?.contains("—") == true })
    }
    let hub = ["links", plan, "--approaches", "own.yaml", "--approach", "hub", "--limit", "1"]
    #expect(try items(hub, in: folder.path).count == 1)
  }

  @Test(
    "A file of approaches that cannot be read is wrong use, told with file, line and what is known")
  func badFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("own.yaml", "savings:\n  from: bank\n  to: activity\n")
    try expectComplaint(
      ["links", plan, "--approaches", "own.yaml"], in: folder, code: 2,
      naming: ["“own.yaml”", "2", "“bank”", "fund"])
    try expectComplaint(
      ["links", plan, "--approaches", "none.yaml"], in: folder, code: 2, naming: ["none.yaml"])
  }
}
