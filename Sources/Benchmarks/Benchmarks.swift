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
      DiagramsTiming.self,
      BetweennessTiming.self,
      CountryWriting.self, Reading.self,
    ],
    defaultSubcommand: AllTimings.self)
}

/// How often, and on how much, a timing is taken.
struct Effort: ParsableArguments {
  @Flag(help: "Fewer runs, and a smaller country.") var quick = false
}

struct AllTimings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Every timing there is.")

  @OptionGroup var effort: Effort

  func run() throws {
    var hasMissed = try timeCommands(runs: effort.quick ? 3 : 11)
    for tambons in effort.quick ? [100, 1_000] : [1, 100, 1_000, 7_255] {
      let graph = GraphBench(tambons: tambons, seed: 1, runs: effort.quick ? 3 : 5)
      hasMissed = graph.measure() || hasMissed
      let timing = SavingsBench(tambons: tambons, seed: 1, runs: effort.quick ? 3 : 5)
      hasMissed = timing.measure() || hasMissed
      let evidence = EvidenceBench(tambons: tambons, seed: 1, runs: effort.quick ? 3 : 5)
      hasMissed = evidence.measure() || hasMissed
    }
    let networks = BetweennessTiming.timings(
      tambons: effort.quick ? 1_000 : 7_255, joined: effort.quick ? 30 : 100,
      small: effort.quick ? 100 : 1_000, seed: 1, runs: effort.quick ? 1 : 3)
    if networks || hasMissed { throw ExitCode(1) }
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
  func measureEach(_ measure: (Int) throws -> Bool) throws {
    var hasMissed = false
    for size in tambons { hasMissed = try measure(size) || hasMissed }
    if hasMissed { throw ExitCode(1) }
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
    abstract: "Betweenness, cut points, components and constraint, beside igraph and others.")

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
    let hasMissed = Self.timings(
      tambons: tambons, joined: joined, small: small, seed: seed, runs: runs)
    if hasMissed { throw ExitCode(1) }
  }

  /// Takes all and prints; whether one missed its limit.
  static func timings(tambons: Int, joined: Int, small: Int, seed: UInt64, runs: Int) -> Bool {
    let pieces = NetworkBench(tambons: tambons, isJoined: false, seed: seed, runs: runs)
    let whole = NetworkBench(tambons: joined, isJoined: true, seed: seed, runs: runs)
    let others = NetworkBench(tambons: small, isJoined: true, seed: seed, runs: 3 * runs)
    return [
      pieces.measure([.betweenness(isByPiece: true)]),
      whole.measure([.betweenness(isByPiece: false)]),
      others.measure(NetworkCase.small),
    ].contains(true)
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
    guard book.sheets.first?.rowCount == LargeSheet.rowCount + 1 else { throw ExitCode(1) }
    print(seconds)
  }
}
