/// One line of the table of figures: some work, what it took, and what the peers took for the same.
struct Row {
  /// Another program at the same work.
  struct Peer {
    let name: String
    let timing: Timing
    /// Our own time as a share of its, run by run, so that a drift of the machine's speed meets both.
    let ratios: [Double]
    /// Whether it is plain use of the peer; what no user would write is shown, not held against.
    var isPlain = true

    var ratio: Double { ratios.sorted()[ratios.count / 2] }

    init(_ name: String, _ timing: Timing, beside own: Timing) {
      self.name = name
      self.timing = timing
      ratios = zip(own.seconds, timing.seconds).map { $0 / $1 }
    }
  }

  /// What the work may take.
  struct Limits {
    /// Of the best peer's time.
    var share: Double?
    /// Of the best peer's memory.
    var memoryShare: Double?
    var seconds: Double?
    var megabytes: Double?
  }

  /// What was done, and on what.
  let work: String
  /// The stage of a country's way through the program that it belongs to, and how many tambons it had;
  /// nil where it is not of those.
  var stage: (name: String, tambons: Int)?
  let own: Timing
  var peers: [Peer] = []
  var limits = Limits()
  /// Peers that are not installed, and answers that differ.
  var faults: [String] = []
  /// Whether an answer is wrong, or something could not be run.
  var isBroken = false

  /// The peer that took the least time.
  var best: Peer? {
    peers.filter { $0.isPlain && !$0.ratios.isEmpty }.min { $0.timing.median < $1.timing.median }
  }

  /// The limits that are not kept.
  var misses: [String] {
    var misses: [String] = []
    if let share = limits.share, let best, best.ratio > share { misses.append("time") }
    if let share = limits.memoryShare, let best, own.megabytes > share * best.timing.megabytes {
      misses.append("memory")
    }
    if let seconds = limits.seconds, own.median > seconds { misses.append("seconds") }
    if let megabytes = limits.megabytes, own.megabytes > megabytes { misses.append("megabytes") }
    return misses
  }

  var isMissed: Bool { isBroken || !misses.isEmpty }

  /// Notes that an answer is wrong; nothing where it is right.
  mutating func add(fault: String?, of name: String) {
    guard let fault else { return }
    faults.append("\(name) is WRONG: \(fault)")
    isBroken = true
  }

  /// What may be taken, in words; empty where nothing is asked.
  var wanted: String {
    [
      limits.share.map { "\(percent($0)) of the best" },
      limits.memoryShare.map { "\(percent($0)) of its memory" },
      limits.seconds.map { "\(rounded($0 * 1_000)) ms" },
      limits.megabytes.map { "\(rounded($0)) MB" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// The row for the terminal.
  var text: String {
    let size = stage.map { ", tambons: \($0.tambons)" } ?? ""
    var lines = ["\(work)\(size): \(own.text)"]
    for peer in peers where !peer.ratios.isEmpty {
      let least = percent(peer.ratios.min() ?? 0)
      let most = percent(peer.ratios.max() ?? 0)
      lines.append(
        "  \(peer.name): \(peer.timing.text); we take \(percent(peer.ratio)) of it (\(least)–\(most))"
      )
    }
    if !wanted.isEmpty {
      let missed = misses.isEmpty ? "" : ": MISSED (\(misses.joined(separator: ", ")))"
      lines.append("  at most \(wanted)\(missed)")
    }
    return (lines + faults.map { "  \($0)" }).joined(separator: "\n")
  }
}

/// A share in percent.
func percent(_ share: Double) -> String { rounded(share * 100) + "%" }
