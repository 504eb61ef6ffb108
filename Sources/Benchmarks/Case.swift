/// One command to be timed, with what it may take and the peer it is held against.
struct Case {
  let name: String
  let command: Command
  var stage: (name: String, tambons: Int)?
  var limits = Row.Limits()
  var peer: Command?
  var peerName = ""

  /// Runs the command and its peer in turn, after one run of each that is not counted.
  func measure(runs: Int) -> Row {
    guard command.run() != nil else {
      return Row(
        work: name, own: Timing(megabytes: 0), faults: ["could not be started"], isBroken: true)
    }
    let hasPeer = peer?.run() != nil
    var own: [Command.Usage] = []
    var others: [Command.Usage] = []
    for _ in 0..<runs {
      guard let usage = command.run() else { continue }
      own.append(usage)
      if hasPeer, let other = peer?.run() { others.append(other) }
    }
    let timing = Timing(own)
    var row = Row(work: name, stage: stage, own: timing, limits: limits)
    if hasPeer { row.peers = [.init(peerName, Timing(others), beside: timing)] }
    if peer != nil, !hasPeer { row.faults = ["peer is missing: \(peerName)"] }
    return row
  }
}

/// A number as a reader needs it: whole from 10 on, else with one digit after the point.
func rounded(_ value: Double) -> String {
  guard value.isFinite else { return "–" }
  return value >= 10 ? String(Int(value.rounded())) : String((value * 10).rounded() / 10)
}
