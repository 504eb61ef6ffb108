import Country
import Glibc
import Graphs
import Linkage
import Plans

/// `savings` on a synthetic country: our own program and its peers in turn, on the same edges.
struct SavingsBench {
  let tambons: Int
  let seed: UInt64
  let runs: Int

  /// What may be taken at most on the whole country, which has so many tambons: a share of the best
  /// peer's time, and megabytes beyond the graph.
  private static let wholeCountry = 7_255
  private static let limitShare = 0.1
  private static let limitMegabytes = 500.0

  /// Times and prints; the answers of all are held against the graph's own path counts.
  ///
  /// - Returns: Whether our own program took too long or too much, or an answer is wrong.
  func measure() -> Bool {
    defer { fflush(nil) }
    let start = Command.now()
    let graph = Country(tambons: tambons, seed: seed).graph()
    print(
      "savings, \(tambons) tambons: \(graph.nodeCount) nodes, \(graph.edgeCount) edges, "
        + "grown and built in \(rounded(Command.now() - start)) s")
    guard let scratch = ScratchFolder() else {
      print("  no folder in /tmp for the peers' edges")
      return true
    }
    guard EdgeFiles.write(graph, to: scratch.path) else {
      print("  the edges could not be written for the peers")
      return true
    }
    return measure(graph, in: scratch.path)
  }

  private func measure(_ graph: Graph, in folder: String) -> Bool {
    let peers = SavingsPeers(folder: folder)
    // The first run warms up; memory is taken in it alone, as that makes a run slower.
    var others = peers.run().map { $0.map { Timing(megabytes: $0.megabytes) } }
    var ranking: PairRanking?
    let megabytes = Memory.peak { ranking = rankSavings(graph) }.1
    var own = Timing(megabytes: megabytes)
    for _ in 0..<runs {
      for (index, usage) in peers.run().enumerated() {
        if let usage { others[index]?.seconds.append(usage.seconds) }
      }
      // The answer of the run before is given back outside of the timing, as the peers' are.
      ranking = nil
      let start = Command.now()
      ranking = rankSavings(graph)
      own.seconds.append(Command.now() - start)
    }
    let check = SavingsCheck(graph)
    var isMissed = Self.report(
      "own", own.text,
      ranking.map { check.fault(of: SavingsRanking($0, graph)) } ?? "no answer")
    for (index, name) in SavingsPeers.names.enumerated() {
      guard let timing = others[index], timing.seconds.count == runs else {
        print("  \(name): missing (script/bench installs it)")
        continue
      }
      let path = folder + "/answer"
      let isWritten = peers.writeAnswer(of: index, to: path)
      let answer = isWritten ? SavingsRanking(contentsOf: path, graph) : nil
      let text = "\(timing.text), we take \(own.share(of: timing)) of it"
      isMissed = Self.report(name, text, answer.map(check.fault) ?? "no answer") || isMissed
    }
    // Cutting the matrices into plans first is no plain use of scipy: it is shown, not held against.
    let plain = zip(SavingsPeers.names, others).filter { $0.0 != SavingsPeers.inBlocks }
    let named = plain.compactMap(\.1).filter { $0.seconds.count == runs }
    return misses(own, named) || isMissed
  }

  private static func report(_ name: String, _ text: String, _ fault: String?) -> Bool {
    print("  \(name): \(text)" + (fault.map { ", WRONG: \($0)" } ?? ""))
    return fault != nil
  }

  private func misses(_ own: Timing, _ named: [Timing]) -> Bool {
    guard tambons >= Self.wholeCountry else { return false }
    let isLarge = own.megabytes > Self.limitMegabytes
    let best = named.min { $0.median < $1.median }
    let isSlow = best.map { own.ratio(to: $0) > Self.limitShare } ?? false
    let isMissed = isLarge || isSlow
    print(
      "  at most \(rounded(Self.limitShare * 100))% of the best of the plain peers and "
        + "\(rounded(Self.limitMegabytes)) MB" + (isMissed ? ": MISSED" : ""))
    return isMissed
  }
}
