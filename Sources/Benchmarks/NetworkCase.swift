import Glibc
import Graphs
import Linkage

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
      title: "diffusion", measure: "diffusion", libraries: ["scipy"], limitShare: 1
    ) { $0.diffusion() },
    NetworkCase(
      title: "constraint", measure: "constraint", libraries: ["igraph"], limitShare: 1
    ) { $0.constraint().map { $0 ?? .nan } },
  ]

  /// Times all in turn; their answers are held against our own.
  ///
  /// - Parameters:
  ///   - folder: Where the ties were written for the peers.
  ///   - name: What the ties are of.
  func measure(_ graph: SimpleGraph, in folder: String, runs: Int, on name: String) -> Row {
    var values = reckon(graph)
    var all = Timing(megabytes: 0)
    var row = Row(work: "\(title), \(name)", own: all, limits: .init(share: limitShare))
    for library in libraries {
      guard let peer = Peer.start("network", folder, library, measure), let first = peer.run()
      else {
        row.faults.append("peer is missing: \(library) (script/bench installs it)")
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
      if !(peer.writeAnswer(to: path) && Self.agree(values, with: path)) {
        row.faults.append("the values of \(library) DIFFER")
        row.isBroken = true
      }
      all.seconds += own.seconds
      row.peers.append(.init(library, other, beside: own))
    }
    if all.seconds.isEmpty {
      all.seconds = (0..<runs).map { _ in Self.seconds { _ = reckon(graph) } }
    }
    return row.with(all)
  }

  private static func seconds(of work: () -> Void) -> Double {
    let start = Command.now()
    work()
    return Command.now() - start
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

extension SimpleGraph {
  /// Diffusion as leaders are measured by it.
  func diffusion() -> [Double] {
    diffusionCentrality(
      probability: 1 / largestEigenvalue(), passes: LeaderMeasures.diffusionPasses)
  }
}

extension Row {
  /// The same with other runs of our own.
  fileprivate func with(_ own: Timing) -> Row {
    Row(
      work: work, stage: stage, own: own, peers: peers, limits: limits, faults: faults,
      isBroken: isBroken)
  }
}
