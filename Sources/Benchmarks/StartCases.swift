import Sheets

/// The start of the program, which every command pays: beside an empty program in C, and, with the check of
/// a plan of one tambon, beside the same check by Python's own library.
struct StartCases {
  /// What a start may take, seconds.
  private static let limit = 0.02
  /// What the check may take of Python's time.
  private static let share = 0.5

  /// Times both; a start is short, so more runs are taken than of other commands.
  func measure(runs: Int) throws -> [Row] {
    let plan = Folder.join(try CountryFiles(tambons: 1).folders, "t00001")
    let script = python.with("-B", "Sources/Benchmarks/Peers/check_plain.py", plan)
    return [
      Case(
        name: "start: `--help`", command: program.with("--help"),
        limits: .init(seconds: Self.limit),
        peers: [("an empty program in C", try Self.emptyProgram())]),
      Case(
        name: "start: `check` of one tambon's plan", command: program.with("check", plan),
        limits: .init(share: Self.share, seconds: Self.limit),
        peers: [("python's own library", script)]),
    ].map { $0.measure(runs: runs) }
  }

  /// What the system itself takes to start and end a process.
  private static func emptyProgram() throws -> Command {
    let path = Folder.join(scratch, "empty")
    try FileBytes.write(Array("int main(void) { return 0; }\n".utf8), to: path + ".c")
    _ = Command("cc").with("-O2", "-o", path, path + ".c").run()
    return Command(path)
  }
}
