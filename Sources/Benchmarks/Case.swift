/// One command to be timed, with what it may take and the peer it is held against.
struct Case {
  let name: String
  let command: Command
  let limitSeconds: Double?
  let limitMegabytes: Double?
  let peer: Command?
  let peerName: String

  struct Result {
    let text: String
    let misses: Bool
  }

  /// Runs the command and its peer in turn, after one run of each that is not counted.
  func measure(runs: Int) -> Result {
    guard command.run() != nil else {
      return Result(text: "\(name): could not be started", misses: true)
    }
    let hasPeer = peer?.run() != nil
    var own: [Command.Usage] = []
    var ratios: [Double] = []
    for _ in 0..<runs {
      guard let usage = command.run() else { continue }
      own.append(usage)
      if hasPeer, let other = peer?.run() { ratios.append(usage.seconds / other.seconds) }
    }
    let seconds = own.map(\.seconds).sorted()
    let peak = own.map(\.megabytes).max() ?? 0
    let median = seconds[seconds.count / 2]
    var text = "\(name): median \(rounded(median * 1_000)) ms"
    text += " (\(rounded(seconds[0] * 1_000))–\(rounded(seconds[seconds.count - 1] * 1_000)))"
    text += ", peak \(rounded(peak)) MB"
    var misses = false
    if let limitSeconds {
      text += ", at most \(rounded(limitSeconds * 1_000)) ms"
      misses = median > limitSeconds
    }
    if let limitMegabytes {
      text += " and \(rounded(limitMegabytes)) MB"
      misses = misses || peak > limitMegabytes
    }
    text += misses ? ": MISSED" : ""
    text += peerLine(hasPeer: hasPeer, ratios)
    return Result(text: text, misses: misses)
  }

  private func peerLine(hasPeer: Bool, _ ratios: [Double]) -> String {
    guard peer != nil else { return "" }
    guard hasPeer, !ratios.isEmpty else { return "\n  peer is missing: \(peerName)" }
    let sorted = ratios.sorted()
    return "\n  \(rounded(sorted[sorted.count / 2] * 100))% of \(peerName)"
  }
}

/// A number as a reader needs it: whole from 10 on, else with one digit after the point.
func rounded(_ value: Double) -> String {
  value >= 10 ? String(Int(value.rounded())) : String((value * 10).rounded() / 10)
}
