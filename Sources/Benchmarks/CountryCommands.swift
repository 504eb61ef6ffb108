/// Whole commands on a country, beside the same written in Python with polars, scipy and igraph.
struct CountryCommands {
  /// What may be taken of the best peer's time on the whole country, by command.
  private static let shares = ["check": 0.6, "links": 0.3, "leaders": 0.35]
  private static let memoryShare = 0.35
  /// What the country with its opportunities may take, megabytes.
  private static let mostMemory = 600.0
  private static let togetherShare = 0.8
  private static let wholeCountry = 7_255

  let files: CountryFiles
  let runs: Int

  private var isWhole: Bool { files.tambons >= Self.wholeCountry }

  func measure() -> [Row] {
    let commands = ["check", "links", "leaders"].map { command($0).measure(runs: runs) }
    return commands + [together.measure(runs: runs), summary.measure(runs: runs)]
  }

  private func command(_ name: String) -> Case {
    let peer = ["check": "polars", "links": "polars + scipy"][name] ?? "polars + igraph"
    return Case(
      name: "`\(name)` end to end, tambon folders", command: program.with(name, files.folders),
      stage: ("\(name), end to end", files.tambons),
      limits: .init(
        share: isWhole ? Self.shares[name] : nil, memoryShare: isWhole ? Self.memoryShare : nil,
        megabytes: isWhole ? Self.mostMemory : nil),
      peers: [(peer, script("whole").with(name, files.folders))])
  }

  private func script(_ name: String) -> Command {
    python.with("-B", "Sources/Benchmarks/Peers/\(name).py")
  }

  private var together: Case {
    Case(
      name: "`check` end to end, all in one folder", command: program.with("check", files.together),
      stage: ("check, one folder", files.tambons),
      limits: .init(share: isWhole ? Self.togetherShare : nil),
      peers: [
        ("polars", script("whole").with("check", files.together)),
        ("duckdb", script("check_duckdb").with(files.together)),
      ])
  }

  /// The figures of all plans; with more plans than one meeting looks at nothing is drawn.
  private var summary: Case {
    Case(
      name: "`report --summary`, tambon folders",
      command: program.with(
        "report", files.folders, "--summary", "--plan", "t00001", "--output", scratch + "/summary"),
      stage: ("summary and the report of one tambon", files.tambons))
  }
}

/// Reading five sheets of a country's tambons from one workbook.
func workbookRow(_ files: CountryFiles, runs: Int) throws -> Row {
  let path = try files.workbook()
  var row = ReadingCase(
    name: "XLSX, five sheets", own: reader.with("read", path),
    peer: python.with(
      "-c",
      """
      import sys, time, python_calamine
      start = time.perf_counter()
      book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
      rows = [book.get_sheet_by_index(i).to_python() for i in range(len(book.sheet_names))]
      print(time.perf_counter() - start)
      """, path), peerName: "python-calamine"
  ).measure(runs: runs)
  row.stage = ("read XLSX", files.tambons)
  return row
}
