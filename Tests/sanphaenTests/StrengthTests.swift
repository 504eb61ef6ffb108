import Sheets
import TestSupport
import Testing

@Suite("strength and forum")
struct StrengthTests {
  private let plan = Repository.plan("khok-charoen")
  private let plans = Repository.plans.map(Repository.plan)

  private func items(_ arguments: [String]) throws -> [JSON] {
    let run = try Program.sanphaen(arguments + ["--format", "json"], in: "/tmp")
    #expect(run.code == 0, "\(run.errors)")
    return try JSON(text: run.output).items
  }

  @Test("strength prints the keys that are promised, each fund under the rules of its kind")
  func keys() throws {
    let found = try items(["strength"] + plans)
    #expect(
      found.allSatisfy {
        $0.keys.isSuperset(of: ["fund", "rules", "band", "score", "known", "results"])
      })
    let results = found.flatMap { $0["results"]?.items ?? [] }
    #expect(results.allSatisfy { $0.keys.isSuperset(of: ["rule", "value", "verdict", "reason"]) })
    let verdicts = Set(results.compactMap { $0["verdict"]?.string })
    #expect(verdicts == ["pass", "fail", "unknown"])
    for result in results where result["verdict"]?.string == "unknown" {
      #expect(result["value"] == .null && result["reason"]?.string?.isEmpty == false)
    }
    let one = try items(["strength", plan, "--fund", "F02", "--rules", "pearls"])
    #expect(one.count == 1 && one[0]["fund"]?["id"]?.string == "khok-charoen/F02")
    #expect(one[0]["rank"]?.number == 1)
  }

  @Test("strength speaks both languages, names its sources, and cuts where it is told to")
  func text() throws {
    let thai = try Program.sanphaen(["strength", plan], in: "/tmp")
    #expect(thai.code == 0 && thai.output.contains("ที่มา: ") && thai.output.contains("ไม่ผ่าน"))
    let english = try Program.sanphaen(
      ["strength", plan, "--lang", "en", "--limit", "1"], in: "/tmp")
    #expect(english.output.contains("Source: World Council of Credit Unions"))
    #expect(english.output.split(separator: "\n").count < thai.output.split(separator: "\n").count)
  }

  @Test("strength reads rules of one's own, and tells what is wrong with them by line")
  func ownRules() throws {
    let folder = try TemporaryFolder()
    let written = try Program.sanphaen(["strength", "--template", "own.yaml"], in: folder.path)
    #expect(written.code == 0 && written.output == "own.yaml\n")
    try expectComplaint(
      ["strength", "--template", "own.yaml"], in: folder, code: 2, naming: ["own.yaml"])
    try expectComplaint(
      ["strength", plan, "--rules", "own.yaml"], in: folder, code: 2,
      naming: ["own.yaml", "rules:"])
    let rules = """
      id: own
      name: ของเรา
      source: ประชุม
      rules:
        - {id: R1, name: มีสมาชิก, formula: สมาชิก, operator: ≥, threshold: 100}

      """
    try folder.write("good.yaml", rules)
    let good = try Program.sanphaen(
      ["strength", plan, "--rules", "good.yaml", "--format", "json"], in: folder.path)
    #expect(try JSON(text: good.output).items.count == 14)
    try folder.write("bad.yaml", rules.replacing("formula: สมาชิก", with: "formula: membrs"))
    try expectComplaint(
      ["strength", plan, "--rules", "bad.yaml"], in: folder, code: 2,
      naming: ["“bad.yaml”", "5", "“membrs”", "members"])
    try expectComplaint(
      ["strength", plan, "--rules", "gold"], in: folder, code: 2, naming: ["“gold”", "pearls"])
    try expectComplaint(
      ["strength", plan, "--fund", "O01"], in: folder, code: 2, naming: ["“O01”"])
  }

  @Test("forum prints the pairs that links does, and tables where they are asked for")
  func forum() throws {
    let pairs = try items(["forum", plan, "--limit", "0"])
    #expect(try pairs == items(["links", plan, "--approach", "forum", "--limit", "0"]))
    #expect(pairs.allSatisfy { !($0["lesson"]?["points"]?.items ?? []).isEmpty } && !pairs.isEmpty)
    let run = try Program.sanphaen(
      ["forum"] + plans + ["--tables", "0", "--format", "json"], in: "/tmp")
    let tables = try #require(try JSON(text: run.output)["tables"]?.items)
    #expect(tables.allSatisfy { (6...8).contains($0["funds"]?.items.count ?? 0) })
    let text = try Program.sanphaen(["forum", plan, "--tables", "2"], in: "/tmp")
    #expect(text.code == 0 && text.output.contains("โต๊ะ 2") && text.errors.contains("จุดอ่อน"))
    let folder = try TemporaryFolder()
    for wrong in [["--tables", "99"], ["--size", "8-6"], ["--size", "x"], ["--tables=-1"]] {
      try expectComplaint(["forum", plan] + wrong, in: folder, code: 2, naming: [])
    }
  }

  @Test("what a single person owes never comes out, whatever is asked")
  func privateFigures() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,แผน\n")
    try folder.write("p/places.csv", "id,name,หนี้รายครัวเรือน\nV1,บ้านหนึ่ง,717171\n")
    try folder.write(
      "p/leaders.csv",
      "id,name,place,funds,consent,หนี้ส่วนตัว\nL1,นางหนึ่ง ใจดี,V1,F1,ใช่,737373\n")
    try folder.write(
      "p/activities.csv", "id,name,issues,places,leaders,funds\nA1,งาน,น้ำ,V1,L1,F2\nA2,ขุด,น้ำ,V1,L1,\n"
    )
    try folder.write(
      "p/funds.csv",
      """
      id,name,kind,places,members,savings,loans,overdue,assets,ผู้กู้,ค้างเกิน 12 เดือน,ค่าเผื่อหนี้สงสัยจะสูญ,ชื่อผู้กู้,หนี้ประธาน,reserves
      F1,ออมหนึ่ง,กลุ่มสัจจะ,V1,90,1000,414141,313131,900000,2 คน,212121,111213,นางใครสักคน,545454,1000
      F2,ออมสอง,กลุ่มสัจจะ,V1,3,515151,616161,600000,900000,-,-,-,-,-,929292
      F4,ออมสี่,กลุ่มสัจจะ,V1,80,-,828384,919191,-,1 คน,-,-,-,-,-
      F3,ออมสาม,กลุ่มสัจจะ,V1,80,700,500,5,1000,9,-,-,-,-,-

      """)
    let secrets = [
      "717171", "737373", "414141", "313131", "212121", "111213", "515151", "616161", "828384",
      "919191", "ใครสักคน", "545454", "929292",
      // What they come to: overdue over loans, what is lent of the assets.
      "75.6%", "0.756", "97.4%", "0.974", "46%", "76%", "97%",
    ]
    // F4 contradicts itself; the officer's own terminal says so on the error stream.
    let bare = { (text: String) in text.replacing(",", with: "") }
    for arguments in [
      ["strength"], ["strength", "--format", "json"],
      ["strength", "--fund", "F1", "--rules", "basics"],
      ["forum"], ["forum", "--tables", "1"], ["links", "--approach", "all", "--least", "0"],
      ["links", "--approach", "all", "--format", "json", "--least", "0"],
    ] {
      let run = try Program.sanphaen([arguments[0], "p"] + arguments.dropFirst(), in: folder.path)
      #expect(run.code == 1)
      let found = secrets.filter { bare(run.output).contains($0) }
      #expect(found.isEmpty, "\(arguments): \(found)")
    }
    let run = try Program.sanphaen(["report", "p", "--output", "out"], in: folder.path)
    #expect(run.code == 1)
    let pdfs = ["out/booklet.pdf", "out/officer.pdf"].compactMap { file in
      Shell.output("pdftotext \(folder.file(file)) -")
    }
    for text in pdfs {
      let found = secrets.filter { bare(text).contains($0) }
      #expect(found.isEmpty, "\(found)")
    }
    for file in ["out/index.html", "out/findings.json"] {
      let found = secrets.filter { bare((try? folder.text(file)) ?? $0).contains($0) }
      #expect(found.isEmpty, "\(file): \(found)")
    }
    let cells = bare(try folder.cells("out/opportunities.xlsx"))
    #expect(secrets.filter(cells.contains).isEmpty)
  }
}
