/// One command to be timed, with what it may take and the peers it is held against.
struct Case {
  let name: String
  let command: Command
  var stage: (name: String, tambons: Int)?
  var limits = Row.Limits()
  var peers: [(name: String, command: Command)] = []

  /// Runs the command and its peers in turn, after one run of each that is not counted.
  ///
  /// - Parameter runs: With 0 the first run counts, and is the only one.
  func measure(runs: Int) -> Row {
    guard let first = command.run() else {
      return Row(
        work: name, own: Timing(megabytes: 0), faults: ["could not be started"], isBroken: true)
    }
    let tried = peers.map { ($0, $0.command.run()) }
    let found = tried.compactMap { peer, usage in usage.map { _ in peer } }
    var own = runs == 0 ? [first] : []
    var others = tried.compactMap(\.1).map { runs == 0 ? [$0] : [] }
    for _ in 0..<runs {
      guard let usage = command.run() else { continue }
      own.append(usage)
      for (index, peer) in found.enumerated() {
        if let other = peer.command.run() { others[index].append(other) }
      }
    }
    let timing = Timing(own)
    var row = Row(work: name, stage: stage, own: timing, limits: limits)
    row.peers = zip(found, others).map { .init($0.name, Timing($1), beside: timing) }
    row.faults = peers.map(\.name).filter { name in !found.contains { $0.name == name } }
      .map { "peer is missing: \($0)" }
    return row
  }
}

/// A number as a reader needs it: whole from 10 on, else with one digit after the point.
func rounded(_ value: Double) -> String {
  guard value.isFinite else { return "–" }
  return value >= 10 ? String(Int(value.rounded())) : String((value * 10).rounded() / 10)
}
