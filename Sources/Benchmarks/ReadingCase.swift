/// Reading one large file, held against a peer that reads the same file in the same call.
///
/// Both say themselves how long the reading took, so that neither pays for the start of its process.
struct ReadingCase {
  let name: String
  let own: Command
  let peer: Command
  let peerName: String

  func measure(runs: Int) -> Row {
    var (mine, theirs) = (Timing(megabytes: 0), Timing(megabytes: 0))
    guard own.output() != nil else {
      return Row(work: name, own: mine, faults: ["could not be read"], isBroken: true)
    }
    let hasPeer = peer.output() != nil
    for _ in 0..<runs {
      guard let seconds = own.seconds() else { continue }
      guard hasPeer else {
        mine.seconds.append(seconds)
        continue
      }
      if let other = peer.seconds() {
        mine.seconds.append(seconds)
        theirs.seconds.append(other)
      }
    }
    guard hasPeer else {
      return Row(work: name, own: mine, faults: ["peer is missing: \(peerName)"])
    }
    return Row(
      work: name, own: mine, peers: [.init(peerName, theirs, beside: mine)],
      limits: .init(share: 1))
  }
}
