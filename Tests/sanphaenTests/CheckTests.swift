import TestSupport
import Testing

@Suite struct CheckTests {
  private func check(
    _ files: KeyValuePairs<String, String>, _ options: [String] = ["--format", "json"]
  ) throws -> Program {
    let folder = try TemporaryFolder()
    try folder.write("p/plan.csv", "id,name\np,Plan\n")
    for (name, text) in files { try folder.write("p/" + name, text) }
    return try Program.sanphaen(["check", "p"] + options, in: folder.path)
  }

  @Test(
    "A sound plan ends with 0, with nothing to mend and nothing to look at",
    arguments: Repository.plans)
  func sound(_ name: String) throws {
    // In July 2025 no term of the invented leaders has ended.
    let run = try Program.sanphaen(
      ["check", Repository.plan(name), "--format", "json"], in: "/tmp", epoch: "1753000000")
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    let document = try JSON(text: run.output)
    let problems = try #require(document["problems"]).items
    #expect(problems.allSatisfy { $0["severity"]?.string == "note" })
    let tables = try #require(document["tables"])
    #expect(tables.keys.isSuperset(of: ["plan", "activities", "leaders", "funds", "issues"]))
    #expect((tables["activities"]?.number ?? 0) > 50)
    #expect((document["ties"]?["leads"]?.number ?? 0) > 20)
  }

  @Test("Every problem has all of DESIGN's keys, also where there is no sheet or cell")
  func keys() throws {
    let run = try check(["funds.csv": "id,name,savings,x\nF1,a,much,1\n", "notes.csv": "a\n"])
    let document = try JSON(text: run.output)
    #expect(document.keys.isSuperset(of: ["tables", "ties", "problems"]))
    let problems = try #require(document["problems"]).items
    #expect(
      problems.compactMap { $0["code"]?.string }
        == ["not-a-number", "unknown-sheet", "unknown-column"].sorted())
    for problem in problems {
      let missing = Set(
        ["severity", "code", "file", "sheet", "cell", "count", "message", "suggestion"]
      ).subtracting(problem.keys)
      #expect(missing == [])
    }
  }

  @Test("A reference to nothing is listed with file and cell, and the code is 1")
  func dangling() throws {
    let files: KeyValuePairs = [
      "funds.csv": "id,name\nF1,a\n", "activities.csv": "id,name,funds\nA1,b,F1\nA2,c,F9\n",
    ]
    let run = try check(files)
    #expect(run.code == 1)
    #expect(run.errors.isEmpty)
    let problem = try #require(try JSON(text: run.output)["problems"]?.items.first)
    #expect(problem["severity"]?.string == "error")
    #expect(problem["code"]?.string == "dangling-reference")
    #expect(problem["file"]?.string == "activities.csv")
    #expect(problem["cell"]?.string == "C3" && problem["count"]?.number == 1)
    #expect(problem["message"]?.string?.contains("“F9”") == true)
    let text = try check(files, ["--lang", "en"])
    #expect(text.code == 1 && text.errors.isEmpty)
    #expect(text.output.contains("activities.csv cell C3") && text.output.contains("“F9”"))
  }

  @Test("A name that fits two rows is listed with both ids")
  func ambiguous() throws {
    let run = try check([
      "funds.csv": "id,name\nF1,a\nF2,a\n", "activities.csv": "id,name,funds\nA1,b,a\n",
    ])
    #expect(run.code == 1)
    let problem = try #require(try JSON(text: run.output)["problems"]?.items.first)
    #expect(problem["code"]?.string == "ambiguous-name" && problem["cell"]?.string == "C2")
    let message = try #require(problem["message"]?.string)
    #expect(message.contains("p/F1") && message.contains("p/F2"))
  }

  @Test("A missing column is listed with its file and the columns that are there")
  func missingColumn() throws {
    let run = try check(["leaders.csv": "name\na\n", "funds.csv": "kind\na\n"], [])
    #expect(run.code == 1 && run.errors.isEmpty)
    let line = try #require(
      run.output.split(separator: "\n").first { $0.contains("• funds.csv:") })
    #expect(line.contains("“ชื่อ”") && line.contains("“kind”"))
  }

  @Test("Warnings and notes are listed, and the code is 0")
  func warnings() throws {
    let run = try check([
      "funds.csv": "id,name,places,organisations,colour\nF1,a,,,red\n"
    ])
    #expect(run.code == 0)
    #expect(
      try JSON(text: run.output)["problems"]?.items.map { $0["severity"]?.string } == ["note"])
  }

  @Test("A problem in a workbook is named with its sheet")
  func sheetName() throws {
    let folder = try TemporaryFolder()
    try folder.write("p/funds.csv", "id,name,savings\nF1,a,much\n")
    #expect(try Program.sanphaen(["convert", "p", "p.xlsx"], in: folder.path).code == 0)
    let run = try Program.sanphaen(["check", "p.xlsx", "--format", "json"], in: folder.path)
    let problem = try #require(try JSON(text: run.output)["problems"]?.items.first)
    #expect(problem["file"]?.string == "p.xlsx" && problem["sheet"]?.string == "funds")
    #expect(problem["cell"]?.string == "C2")
  }
}
