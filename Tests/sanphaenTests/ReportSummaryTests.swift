import Sheets
import TestSupport
import Testing

@Suite struct ReportSummaryTests {
  private func many(_ count: Int, in folder: borrowing TemporaryFolder) throws {
    for number in 1...count {
      let plan = "plans/p\(number)"
      try folder.write(
        "\(plan)/plan.csv", "id,name,province\np\(number),แผน \(number),จังหวัด\(number % 3)\n")
      try folder.write(
        "\(plan)/activities.csv", "id,name,leaders\nA1,งาน,L1\nA2,งานสอง,\n")
      try folder.write("\(plan)/leaders.csv", "id,name,consent\nL1,นางลับ ซ่อนเร้น,ไม่\n")
    }
  }

  @Test("Figures of the summary are those that check and links tell of the plans one by one")
  func figures() throws {
    let folder = try TemporaryFolder()
    let plans = Repository.plans.map(Repository.plan)
    let run = try Program.sanphaen(
      ["report", "--summary", "--plan", "wang-ang", "--output", "out", "--format", "json"] + plans,
      in: folder.path)
    #expect(run.code == 0)
    let files = try JSON(text: run.output)["files"]?.items.compactMap(\.string) ?? []
    #expect(files.prefix(3) == ["out/summary.pdf", "out/summary.xlsx", "out/summary.json"])
    #expect(files.contains("out/wang-ang/booklet.pdf"))
    #expect(!files.contains { $0.contains("khok") })
    let summary = try JSON(text: folder.text("out/summary.json"))
    for (index, path) in plans.enumerated() {
      let figures = summary["plans"]?.items[index]["figures"]
      let check = try Program.sanphaen(["check", path, "--format", "json"], in: folder.path)
      let tables = try JSON(text: check.output)["tables"]
      for table in ["activities", "leaders", "funds", "organisations", "mechanisms", "places"] {
        let kind = table == "activities" ? "activity" : String(table.dropLast())
        #expect(figures?["counts"]?[kind] == tables?[table])
      }
      let links = try Program.sanphaen(
        ["links", path, "--approach", "all", "--limit", "0", "--format", "json"], in: folder.path)
      let found = Dictionary(
        grouping: try JSON(text: links.output).items.compactMap { $0["approach"]?.string },
        by: { $0 })
      for approach in figures?["proposals"]?.keys ?? [] {
        let count = figures?["proposals"]?[approach]?.number
        #expect(count == Double(found[approach]?.count ?? 0), "\(approach)")
      }
    }
    // No text of it names who has not consented.
    let words = try plans.flatMap { try PrivateWords.of($0) }
    for file in ["out/summary.json", "out/summary.xlsx"] {
      let text = file.hasSuffix("xlsx") ? try folder.cells(file) : try folder.text(file)
      #expect(PrivateWords.found(words, in: Array(text.utf8)) == [])
    }
  }

  @Test(
    "More plans than one meeting looks at are summed up, and only chosen ones reported in whole")
  func manyPlans() throws {
    let folder = try TemporaryFolder()
    try many(13, in: folder)
    let all = try Program.sanphaen(["report", "plans", "--output", "all"], in: folder.path)
    #expect(all.code == 0)
    #expect(all.output.contains("all/summary.pdf") && all.output.contains("--plan"))
    #expect(
      folder.everything().filter { $0.hasPrefix("all/") }.sorted()
        == ["all/summary.json", "all/summary.pdf", "all/summary.xlsx"])
    let two = try Program.sanphaen(
      ["report", "plans", "--output", "two", "--plan", "p4", "--plan", "แผน 7"], in: folder.path)
    #expect(two.code == 0)
    let booklets = folder.everything().filter { $0.hasSuffix("booklet.pdf") }.sorted()
    #expect(booklets == ["two/p4/booklet.pdf", "two/p7/booklet.pdf"])
  }

  @Test("A few plans have a report each as before, and a chosen one alone")
  func fewPlans() throws {
    let folder = try TemporaryFolder()
    try many(3, in: folder)
    let run = try Program.sanphaen(
      ["report", "plans", "--output", "out", "--plan", "p2"], in: folder.path)
    #expect(run.code == 0)
    let files = folder.everything().filter { $0.hasPrefix("out/") }
    #expect(files.contains("out/p2/booklet.pdf"))
    #expect(!files.contains { $0.contains("summary") || $0.hasPrefix("out/p1") })
  }

  @Test("A plan that is not there is wrong use, and those that are there are named")
  func unknownPlan() throws {
    let folder = try TemporaryFolder()
    try many(13, in: folder)
    let run = try Program.sanphaen(
      ["report", "plans", "--plan", "p99", "--lang", "en"], in: folder.path)
    #expect(run.code == 2)
    #expect(run.errors.contains("p99") && run.errors.contains("p1,"))
    #expect(!folder.everything().contains { $0.contains("summary") })
  }

  @Test("A plan of which too little can be read stops none of many: it is named and not counted")
  func blocked() throws {
    let folder = try TemporaryFolder()
    try many(13, in: folder)
    try folder.write("plans/p5/activities.csv", "budget\n100\n")
    let run = try Program.sanphaen(
      ["report", "plans", "--output", "out", "--lang", "en"], in: folder.path)
    #expect(run.code == 1)
    let summary = try JSON(text: folder.text("out/summary.json"))
    #expect(summary["left_out"]?.items.map(\.string) == ["p5"])
    #expect(summary["total"]?["plans"]?.number == 12)
    #expect(summary["total"]?["counts"]?["activity"]?.number == 24)
    #expect(summary["total"]?["counts"]?["fund"] == .null)
    let chosen = try Program.sanphaen(
      ["report", "plans", "--output", "out", "--plan", "p5"], in: folder.path)
    #expect(chosen.code == 1)
  }

  @Test("A summary that somebody has typed in is kept")
  func kept() throws {
    let folder = try TemporaryFolder()
    try many(13, in: folder)
    try folder.write("out/summary.xlsx", "typed by hand")
    let run = try Program.sanphaen(["report", "plans", "--output", "out"], in: folder.path)
    #expect(run.code == 0)
    #expect(try folder.text("out/summary-1.xlsx") == "typed by hand")
  }
}
