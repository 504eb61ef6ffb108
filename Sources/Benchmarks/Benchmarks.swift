import ArgumentParser
import Country
import Sheets

/// Timings, and the synthetic country that they are taken on.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Timings, as ratios against peers run in the same call.",
    subcommands: [
      AllTimings.self, GraphTiming.self, SavingsTiming.self, EvidenceTiming.self,
      DiagramsTiming.self, BetweennessTiming.self, CountryWriting.self, Reading.self, Launch.self,
    ],
    defaultSubcommand: AllTimings.self)
}

struct AllTimings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Every timing there is, as a table with --write.")

  @Flag(help: "Fewer runs, and a smaller country.") var quick = false
  @Option(help: "The file that gets the table of figures.") var write: String?
  @Option(help: "The most tambons that a country is taken with.") var largest = 7_255

  func run() throws {
    var figures = Figures()
    figures.add(try StartCases().measure(runs: quick ? 10 : 30))
    figures.add(try commandRows(runs: quick ? 3 : 11))
    for tambons in sizes {
      let runs = quick ? tambons < 1_000 ? 3 : 1 : 5
      figures.add([GraphBench(tambons: tambons, seed: 1, runs: runs).measure()])
      figures.add([SavingsBench(tambons: tambons, seed: 1, runs: runs).measure()])
      figures.add([EvidenceBench(tambons: tambons, seed: 1, runs: runs).measure()])
    }
    figures.add(
      BetweennessTiming.rows(
        tambons: min(largest, quick ? 1_000 : 7_255), joined: quick ? 30 : 100,
        small: quick ? 100 : 1_000, seed: 1, runs: 1))
    for tambons in sizes {
      let files = try CountryFiles(tambons: tambons)
      // A whole country takes minutes at every run.
      let runs = quick ? tambons < 1_000 ? 1 : 0 : tambons > 1_000 ? 1 : 3
      figures.add(CountryCommands(files: files, runs: runs).measure())
      if tambons <= 1_000 { figures.add([try workbookRow(files, runs: max(1, runs))]) }
      figures.add(try Stages(files: files, runs: runs).measure())
    }
    if let write { try figures.write(to: write, command: CommandLine.arguments.dropFirst()) }
    if figures.isMissed { throw ExitCode(1) }
  }

  private var sizes: [Int] {
    (quick ? [1, 100, 1_000] : [1, 100, 1_000, 7_255]).filter { $0 <= largest }
  }
}

/// A country of some sizes, and how often it is taken.
struct Sizes: ParsableArguments {
  @Option(help: "How many tambons the country has; several sizes one after the other.")
  var tambons: [Int] = [1, 100, 1_000, 7_255]
  @Option(help: "What the country grows from.") var seed: UInt64 = 1
  @Option(help: "How many runs are timed, after one that is not.") var runs = 5

  func validate() throws {
    guard runs > 0, tambons.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("runs and tambons begin at 1")
    }
  }

  /// Times every size, and ends with 1 where one took more than it may.
  func measureEach(_ measure: (Int) -> Row) throws {
    var figures = Figures()
    for size in tambons { figures.add([measure(size)]) }
    if figures.isMissed { throw ExitCode(1) }
  }
}

struct GraphTiming: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "The graph from nodes and edges in memory, beside scipy.")

  @OptionGroup var sizes: Sizes

  func run() throws {
    try sizes.measureEach {
      GraphBench(tambons: $0, seed: sizes.seed, runs: sizes.runs).measure()
    }
  }
}

struct SavingsTiming: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "savings",
    abstract: "The ten best funds of every activity, beside scipy, polars and duckdb.")

  @OptionGroup var sizes: Sizes

  func run() throws {
    try sizes.measureEach {
      SavingsBench(tambons: $0, seed: sizes.seed, runs: sizes.runs).measure()
    }
  }
}

struct BetweennessTiming: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "betweenness",
    abstract: "Betweenness, cut points, components, diffusion, constraint, beside peers.")

  @Option(help: "How many tambons the country has that is taken piece by piece.") var tambons =
    7_255
  @Option(help: "How many tambons are joined by agencies that they share.") var joined = 100
  @Option(help: "How many tambons cut points, components and constraint are taken on.")
  var small = 1_000
  @Option(help: "What the country grows from.") var seed: UInt64 = 1
  @Option(help: "How many runs are timed, after one that is not.") var runs = 3

  func validate() throws {
    guard runs > 0, tambons > 0, joined > 0, small > 0 else {
      throw ValidationError("runs and tambons begin at 1")
    }
  }

  func run() throws {
    var figures = Figures()
    figures.add(
      Self.rows(tambons: tambons, joined: joined, small: small, seed: seed, runs: runs))
    if figures.isMissed { throw ExitCode(1) }
  }

  /// Takes all.
  static func rows(tambons: Int, joined: Int, small: Int, seed: UInt64, runs: Int) -> [Row] {
    let pieces = NetworkBench(tambons: tambons, isJoined: false, seed: seed, runs: runs)
    let whole = NetworkBench(tambons: joined, isJoined: true, seed: seed, runs: runs)
    let others = NetworkBench(tambons: small, isJoined: true, seed: seed, runs: 3 * runs)
    return pieces.measure([.betweenness(isByPiece: true)])
      + whole.measure([.betweenness(isByPiece: false)]) + others.measure(NetworkCase.small)
  }
}

struct CountryWriting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "country", abstract: "Writes a synthetic country as folders of CSV.")

  @Option(help: "How many tambons it has.") var tambons = 100
  @Option(help: "What it grows from; the same number gives the same country.")
  var seed: UInt64 = 1
  @Option(help: "The folder to write, one folder a tambon in it.") var output: String
  @Flag(help: "All tambons in one folder, told apart by a column.") var together = false

  func validate() throws {
    if tambons < 1 { throw ValidationError("tambons begin at 1") }
  }

  func run() throws {
    let country = Country(tambons: tambons, seed: seed)
    if together { try country.writeTogether(to: output) } else { try country.write(to: output) }
    print(output)
  }
}

/// What `all` starts as a process of its own, to time it from within.
struct Reading: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Reads a large sheet and prints the seconds it took.",
    shouldDisplay: false)

  @Argument(help: "The workbook or text sheet.") var path: String

  func run() throws {
    let start = Command.now()
    let book = try Workbook(contentsOf: path)
    let seconds = Command.now() - start
    guard book.sheets.allSatisfy({ $0.rowCount > 1 }) else { throw ExitCode(1) }
    print(seconds)
  }
}

/// What starts every command that is timed.
struct Launch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "launch", abstract: "Runs a command and prints its seconds and megabytes.",
    shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough, help: "The command.") var words: [String]

  func run() throws {
    let words = words.first == "--" ? Array(words.dropFirst()) : words
    guard let usage = Command.launch(words) else { throw ExitCode(1) }
    print(usage.seconds, usage.megabytes)
  }
}
