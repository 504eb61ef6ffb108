import Sheets
import TestSupport
import Testing

@Suite struct LeadersTests {
  private let plan = Repository.plan("khok-charoen")
  private static let day = "1750000000"

  private func leaders(
    _ options: [String], language: String = "th_TH.UTF-8"
  ) throws -> Program {
    let run = try Program.sanphaen(
      ["leaders", plan] + options, in: "/tmp", language: language, epoch: Self.day)
    #expect(run.code == 0)
    return run
  }

  private func json(_ options: [String]) throws -> JSON {
    try JSON(text: try leaders(options + ["--format", "json"]).output)
  }

  @Test("Leaders are one JSON document with DESIGN's keys, the best and one not yet loaded marked")
  func keys() throws {
    let found = try json([]).items
    #expect((10...11).contains(found.count))
    for item in found {
      #expect(
        item.keys.isSuperset(of: ["rank", "leader", "score", "measures", "explanation", "asked_by"])
      )
      #expect(item["leader"]?.keys == ["id", "kind", "name"])
      #expect(
        item["measures"]?.keys.isSuperset(of: [
          "degree", "betweenness", "diffusion", "constraint", "effective_size", "brokerage",
          "activities", "issues", "villages", "years", "done", "present",
        ]) == true)
      #expect(item["explanation"]?.string?.speaksThai == true)
    }
    #expect(found.first?["mark"]?.string == "best")
    let free = found.filter { $0["mark"]?.string == "free" }
    #expect(free.count == 1 && free[0]["measures"]?["present"]?.number ?? 9 <= 1)
  }

  @Test("The one who is not yet loaded is shown in the text too, whatever the limit")
  func alwaysOneFree() throws {
    for reading in ["reach", "bridge", "spread", "experience"] {
      let text = try leaders(["--by", reading, "--limit", "1"]).output
      #expect(text.split(separator: "★").count == 3, "\(reading)")
      #expect(text.contains("งานในมือยังน้อย"))
    }
  }

  @Test("Who is asked stands beside the rank: whom L02 asks two on record, and no one is zero")
  func askedBy() throws {
    let found = try json(["--limit", "0"]).items
    func asked(_ id: String) -> JSON? {
      found.first { $0["leader"]?["id"]?.string == "khok-charoen/" + id }?["asked_by"]
    }
    #expect(asked("L02") == .number(2) && asked("L05") == .number(1) && asked("L01") == .null)
  }

  @Test("Filters combine, and one that nobody passes says so")
  func filters() throws {
    let found = try json(["--issue", "น้ำ", "--available", "--limit", "0"]).items
    #expect(!found.isEmpty && found.allSatisfy { $0["measures"]?["present"]?.number ?? 9 <= 1 })
    let none = try leaders(["--place", "V07", "--years", "80"])
    #expect(none.output.contains("ไม่มีแกนนำที่ตรงทุกข้อ"))
  }

  @Test("A team is one JSON object with DESIGN's keys, and covers all that anybody covers")
  func team() throws {
    let team = try json(["--team"])
    #expect(
      team.keys.isSuperset(of: [
        "members", "covered", "uncovered", "optimal", "alternatives", "bound",
      ]))
    #expect(team["optimal"] == .flag(true))
    #expect(team["bound"]?.number == Double(team["members"]?.items.count ?? 0))
    #expect(team["covered"]?.items.count == 23 && team["uncovered"]?.items.isEmpty == true)
    let small = try json(["--team", "--size", "2", "--cover", "places", "--exclude", "L02,L29"])
    #expect(small["members"]?.items.count == 2 && small["uncovered"]?.items.isEmpty == false)
  }

  @Test("Several plans are told of one by one, and who could join them is told after")
  func severalPlans() throws {
    let both = Repository.plans.map(Repository.plan)
    let run = try Program.sanphaen(
      ["leaders"] + both + ["--limit", "2", "--format", "json"], in: "/tmp", epoch: Self.day)
    let items = try JSON(text: run.output).items
    #expect(Set(items.compactMap { $0["plan"]?.string }) == Set(Repository.plans))
    let text = try Program.sanphaen(
      ["leaders"] + both + ["--limit", "2"], in: "/tmp", epoch: Self.day
    ).output
    #expect(text.contains("ใครเชื่อมข้ามแผนได้") && text.contains("พอช."))
    let teams = try Program.sanphaen(
      ["leaders"] + both + ["--team", "--format", "json"], in: "/tmp", epoch: Self.day)
    #expect(try JSON(text: teams.output).items.count == 2)
  }

  private static let outputs: [[String]] = [
    ["--limit", "0"], ["--by", "bridge", "--limit", "0"], ["--by", "spread"],
    ["--by", "experience"], ["--team"], ["--continuity"], ["--skill", "สมุนไพร"],
  ]

  @Test(
    "Nobody who has not consented is named, in text and JSON, in either language",
    arguments: outputs)
  func consent(options: [String]) throws {
    let words = try PrivateWords.of(plan)
    for language in ["th_TH.UTF-8", "en_US.UTF-8"] {
      for format in ["text", "json"] {
        let run = try leaders(options + ["--format", format], language: language)
        #expect(PrivateWords.found(words, in: Array(run.output.utf8)).isEmpty)
        #expect(PrivateWords.found(words, in: Array(run.errors.utf8)).isEmpty)
      }
    }
  }

  @Test(
    "With all names every text says at its foot that it is not to be passed on; phones stay out")
  func officersOwn() throws {
    let phones = try PrivateWords.of(plan).filter { $0.hasPrefix("0") }
    for options in Self.outputs {
      let run = try leaders(options + ["--names", "all"])
      let last = run.output.split(separator: "\n").last.map(String.init)
      #expect(last?.contains("ห้ามเผยแพร่") == true)
      #expect(PrivateWords.found(phones, in: Array(run.output.utf8)).isEmpty)
    }
    #expect(try leaders(["--limit", "0", "--names", "all"]).output.contains("นางบัวลี สายคำมูล"))
    let json = try leaders(["--names", "all", "--format", "json"])
    #expect(json.errors.contains("ห้ามเผยแพร่"))
  }

  @Test("Drawings keep to consent too, and with all names say so", arguments: ["leaders", "team"])
  func drawings(view: String) throws {
    let words = try PrivateWords.of(plan)
    let drawing = ["draw", plan, "--view", view, "--format", "svg", "--output", "-"]
    let shown = try Program.sanphaen(drawing, in: "/tmp", epoch: Self.day)
    #expect(shown.code == 0 && PrivateWords.found(words, in: Array(shown.output.utf8)).isEmpty)
    let all = try Program.sanphaen(drawing + ["--names", "all"], in: "/tmp", epoch: Self.day)
    #expect(all.output.contains("ห้ามเผยแพร่") && !shown.output.contains("ห้ามเผยแพร่"))
  }

  @Test("The same plan gives the same bytes, in whatever order its rows stand")
  func rowOrder() throws {
    let folder = try TemporaryFolder()
    let sheets = try Workbook(folder: plan).sheets.map { sheet in
      let rows = (0..<sheet.rowCount).map { sheet.row($0).map(\.text) }
      return (name: sheet.name, rows: [rows[0]] + rows.dropFirst().reversed())
    }
    try TextFolder.write(sheets, to: folder.file("khok-charoen"))
    for options in Self.outputs {
      let arguments = options + ["--format", "json"]
      let turned = try Program.sanphaen(
        ["leaders", folder.file("khok-charoen")] + arguments, in: "/tmp", epoch: Self.day)
      #expect(try leaders(arguments).output == turned.output, "\(options)")
    }
  }

  @Test(
    "Wrong use ends with 2",
    arguments: [
      ["--limit=-1"], ["--size", "3"], ["--team", "--continuity"], ["--by", "fame"],
      ["--fund", "L01"], ["--place", "F01"], ["--team", "--include", "L01", "--exclude", "L01"],
      ["--team", "--size", "1", "--include", "L01,L02"], ["--skill", " "], ["--issue", "อวกาศ"],
      ["--team", "--cover", "อวกาศ"],
    ])
  func wrongUse(options: [String]) throws {
    let run = try Program.sanphaen(["leaders", plan] + options, in: "/tmp")
    #expect(run.code == 2 && run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test("A plan without leaders says what to fill in")
  func noLeaders() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/activities.csv", "id,name\nA1,งาน\n")
    try expectComplaint(["leaders", "p"], in: folder, code: 2, naming: [])
  }

  @Test("The help says what the measures are taken on")
  func help() throws {
    let text = try Program.sanphaen(["leaders", "--help"], in: "/tmp", language: "en").output
    for word in ["undirected", "projection", "two steps", "within one plan", "asked_by"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test("Every example of README's part on leaders runs as it is printed there")
  func readme() throws {
    let text = String(
      decoding: try FileBytes.read(Folder.join(Repository.root, "README.md")), as: UTF8.self)
    let part = try #require(text.split(separator: "## ค้นหาแกนนำ\n").dropFirst().first)
    let block = try #require(part.split(separator: "```\n").dropFirst().first)
    let lines = block.split(separator: "\n")
    #expect(lines.count > 10)
    for line in lines {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      #expect(words.first == "sanphaen")
      let folder = try TemporaryFolder()
      let draws = words.contains("draw")
      let run = try Program.sanphaen(
        Array(words.dropFirst()) + (draws ? ["--output", folder.file("a.pdf")] : []),
        in: Repository.root, epoch: Self.day)
      #expect(run.code == 0 && !run.output.isEmpty, "\(line)")
      #expect(!run.output.contains("ไม่มีแกนนำที่ตรงทุกข้อ"), "\(line)")
    }
  }
}
