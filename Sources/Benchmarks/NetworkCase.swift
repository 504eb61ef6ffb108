import Glibc
import Graphs

/// A measure of an undirected graph: our own program and its peers in turn, on the same ties.
struct NetworkCase: Sendable {
  let title: String
  /// The word by which `Peers/network.py` knows it.
  let measure: String
  /// The libraries that are asked; the best of them counts.
  let libraries: [String]
  /// What may be taken at most of the best peer's time.
  let limitShare: Double
  /// A number for each node.
  let reckon: @Sendable (SimpleGraph) -> [Double]

  /// Exact betweenness, which igraph is quickest at.
  ///
  /// - Parameter isByPiece: Whether igraph is also given the connected components one by one.
  static func betweenness(isByPiece: Bool) -> NetworkCase {
    NetworkCase(
      title: "exact betweenness", measure: "betweenness",
      libraries: isByPiece ? ["igraph", "igraph_by_piece"] : ["igraph"], limitShare: 0.5
    ) { $0.betweennessCentrality(isNormalised: false) }
  }

  static let small = [
    NetworkCase(
      title: "cut points", measure: "cutpoints", libraries: ["rustworkx", "networkit", "igraph"],
      limitShare: 1
    ) { graph in
      var values = [Double](repeating: 0, count: graph.nodeCount)
      for node in graph.articulationPoints() { values[node] = 1 }
      return values
    },
    NetworkCase(
      title: "components", measure: "components", libraries: ["networkit", "rustworkx", "igraph"],
      limitShare: 1
    ) { $0.connectedComponents().map(Double.init) },
    NetworkCase(
      title: "constraint", measure: "constraint", libraries: ["igraph"], limitShare: 1
    ) { $0.constraint().map { $0 ?? .nan } },
  ]

  /// Times and prints; the answers of all are held against our own.
  ///
  /// - Parameter folder: Where the ties were written for the peers.
  /// - Returns: Whether our own program took too long, or an answer differs.
  func measure(_ graph: SimpleGraph, in folder: String, runs: Int) -> Bool {
    var values = reckon(graph)
    var shares: [(text: String, share: Double)] = []
    var isMissed = false
    for library in libraries {
      guard let peer = Peer.start("network", folder, library, measure), let first = peer.run()
      else {
        print("  \(title), \(library): missing (script/bench installs it)")
        continue
      }
      var (own, other) = (Timing(megabytes: 0), Timing(megabytes: first.megabytes))
      for _ in 0..<runs {
        if let usage = peer.run() { other.seconds.append(usage.seconds) }
        let start = Command.now()
        values = reckon(graph)
        own.seconds.append(Command.now() - start)
      }
      let path = folder + "/answer"
      let isEqual = peer.writeAnswer(to: path) && Self.agree(values, with: path)
      isMissed = isMissed || !isEqual
      print(
        "  \(title): \(Self.milliseconds(own)), \(library) \(Self.milliseconds(other)): "
          + own.share(of: other) + (isEqual ? "" : ", and the values DIFFER"))
      shares.append((library, own.ratio(to: other)))
    }
    guard let most = shares.map(\.share).max() else { return isMissed }
    let isSlow = most > limitShare
    print(
      "  at most \(rounded(limitShare * 100))% of the best peer" + (isSlow ? ": MISSED" : ""))
    return isMissed || isSlow
  }

  private static func milliseconds(_ timing: Timing) -> String {
    rounded(timing.median * 1_000) + " ms"
  }

  /// Whether a file holds the same numbers, to a billionth.
  private static func agree(_ values: [Double], with path: String) -> Bool {
    guard let file = fopen(path, "rb") else { return false }
    defer { fclose(file) }
    var others = [Double](repeating: 0, count: values.count)
    guard fread(&others, 8, values.count, file) == values.count else { return false }
    return zip(values, others).allSatisfy { own, other in
      own.isNaN ? other.isNaN : abs(own - other) <= 1e-9 * max(1, abs(own))
    }
  }
}
