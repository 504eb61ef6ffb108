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

  /// Times all in turn; the answers of all are held against the graph's own path counts.
  func measure() -> Row {
    let graph = Country(tambons: tambons, seed: seed).graph()
    guard let scratch = ScratchFolder(), EdgeFiles.write(graph, to: scratch.path) else {
      return Row(
        work: "savings, \(tambons) tambons", own: Timing(megabytes: 0),
        faults: ["the edges could not be written for the peers"], isBroken: true)
    }
    return measure(graph, in: scratch.path)
  }

  private func measure(_ graph: Graph, in folder: String) -> Row {
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
    var row = Row(
      work: "savings, seven metapaths, ten best of each activity with shares",
      stage: ("savings", tambons), own: own)
    row.add(
      fault: ranking.map { check.fault(of: SavingsRanking($0, graph)) } ?? "no answer", of: "own")
    for (index, name) in SavingsPeers.names.enumerated() {
      guard let timing = others[index], timing.seconds.count == runs else {
        row.faults.append("peer is missing: \(name) (script/bench installs it)")
        continue
      }
      let path = folder + "/answer"
      let isWritten = peers.writeAnswer(of: index, to: path)
      let answer = isWritten ? SavingsRanking(contentsOf: path, graph) : nil
      row.add(fault: answer.map(check.fault) ?? "no answer", of: name)
      var peer = Row.Peer(name, timing, beside: own)
      // Cutting the matrices into plans first is no plain use of scipy: it is shown, not held against.
      peer.isPlain = name != SavingsPeers.inBlocks
      row.peers.append(peer)
    }
    if tambons >= Self.wholeCountry {
      row.limits = .init(share: Self.limitShare, megabytes: Self.limitMegabytes)
    }
    return row
  }
}
