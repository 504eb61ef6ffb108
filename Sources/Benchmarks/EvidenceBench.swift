import ArgumentParser
import Country
import Glibc
import Graphs
import Linkage
import Plans

/// The paths that speak for the ten best funds of every activity, listed one by one: our own program
/// and polars in turn, on the same edges and the same pairs.
struct EvidenceBench {
  let tambons: Int
  let seed: UInt64
  let runs: Int

  /// What may be taken at most of the peer's time on the whole country.
  private static let wholeCountry = 7_255
  private static let limitShare = 0.2

  /// Times both in turn; both must list as many paths along each metapath.
  func measure() -> Row {
    let graph = Country(tambons: tambons, seed: seed).graph()
    let requests = Self.requests(graph)
    guard let scratch = ScratchFolder(), EdgeFiles.write(graph, to: scratch.path),
      Self.write(requests, graph, to: scratch.path)
    else {
      return Row(
        work: "evidence, \(tambons) tambons", own: Timing(megabytes: 0),
        faults: ["the edges could not be written for the peer"], isBroken: true)
    }
    return measure(graph, requests, in: scratch.path)
  }

  private func measure(_ graph: Graph, _ requests: [PathRequest], in folder: String) -> Row {
    let approach = SavingsRanking.approach
    let counter = PathCounter(
      graph, approach.metaPaths.map(\.metaPath.reversed), from: approach.to, to: approach.from,
      damping: approach.damping)
    let peer = Peer.start("evidence_polars", folder)
    var other = Timing(megabytes: peer?.run()?.megabytes ?? 0)
    var found: [[PathList]] = []
    var own = Timing(megabytes: Memory.peak { found = counter.paths(requests) }.1)
    for _ in 0..<runs {
      if let usage = peer?.run() { other.seconds.append(usage.seconds) }
      // The answer of the run before is given back outside of the timing, as the peer's is.
      found = []
      let start = Command.now()
      found = counter.paths(requests)
      own.seconds.append(Command.now() - start)
    }
    let counts = approach.metaPaths.indices.map { column in
      Int64(found.reduce(0) { $0 + $1[column].count })
    }
    let pairs = requests.reduce(0) { $0 + $1.ends.count }
    var row = Row(
      work: "evidence: \(counts.reduce(0, +)) paths of \(pairs) pairs, with their weights",
      stage: ("evidence", tambons), own: own)
    guard other.seconds.count == runs, let peer else {
      row.faults = ["peer is missing: polars (script/bench installs it)"]
      return row
    }
    let path = folder + "/answer"
    let isEqual = peer.writeAnswer(to: path) && Self.read(path, counts.count) == counts
    row.add(fault: isEqual ? nil : "another number of paths", of: "own or polars")
    row.peers = [.init("polars", other, beside: own)]
    if tambons >= Self.wholeCountry { row.limits.share = Self.limitShare }
    return row
  }

  /// For every activity its ten best funds.
  private static func requests(_ graph: Graph) -> [PathRequest] {
    var requests: [PathRequest] = []
    for chunk in rankSavings(graph).chunks {
      var first = 0
      for index in chunk.pairs.indices {
        let target = chunk.pairs[index].to
        guard index + 1 == chunk.pairs.count || chunk.pairs[index + 1].to != target else {
          continue
        }
        requests.append(
          PathRequest(
            from: target, within: graph.part(of: target),
            to: chunk.pairs[first...index].map(\.from)))
        first = index + 1
      }
    }
    return requests
  }

  private static func write(
    _ requests: [PathRequest], _ graph: Graph, to folder: String
  ) -> Bool {
    let firstActivity = graph.nodes(of: .activity).first?.index ?? 0
    let firstFund = graph.nodes(of: .fund).first?.index ?? 0
    let activities = requests.flatMap { request in
      request.ends.map { _ in Int32(request.start.index - firstActivity) }
    }
    let funds = requests.flatMap { $0.ends.map { Int32($0.index - firstFund) } }
    return EdgeFiles.write(activities, to: folder + "/pairs.activity.i32")
      && EdgeFiles.write(funds, to: folder + "/pairs.fund.i32")
  }

  private static func read(_ path: String, _ count: Int) -> [Int64] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var numbers = [Int64](repeating: 0, count: count)
    return fread(&numbers, MemoryLayout<Int64>.stride, count, file) == count ? numbers : []
  }
}

/// The `evidence` timing by itself.
struct EvidenceTiming: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "The paths that speak for the best funds of every activity, beside polars.")

  @OptionGroup var sizes: Sizes

  func run() throws {
    try sizes.measureEach {
      EvidenceBench(tambons: $0, seed: sizes.seed, runs: sizes.runs).measure()
    }
  }
}
