/// Reading one large file, held against a peer that reads the same file in the same call.
///
/// Both say themselves how long the reading took, so that neither pays for the start of its process.
struct ReadingCase {
  let name: String
  let own: Command
  let peer: Command
  let peerName: String

  func measure(runs: Int) -> Case.Result {
    guard own.output() != nil else {
      return .init(text: "\(name): could not be read", misses: true)
    }
    guard peer.output() != nil else {
      let seconds = (0..<runs).compactMap { _ in own.seconds() }.sorted()
      return .init(
        text: "\(name): median \(milliseconds(seconds[seconds.count / 2]))"
          + "\n  peer is missing: \(peerName)", misses: true)
    }
    var pairs: [(own: Double, peer: Double)] = []
    for _ in 0..<runs {
      if let own = own.seconds(), let peer = peer.seconds() { pairs.append((own, peer)) }
    }
    let ratio = median(pairs.map { $0.own / $0.peer })
    let misses = ratio > 1
    return .init(
      text: "\(name): median \(milliseconds(median(pairs.map(\.own))))"
        + "\n  \(Int((ratio * 100).rounded()))% of \(peerName), median "
        + milliseconds(median(pairs.map(\.peer))) + (misses ? ": MISSED" : ""),
      misses: misses)
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private func milliseconds(_ seconds: Double) -> String {
    "\(Int((seconds * 1_000).rounded())) ms"
  }
}
