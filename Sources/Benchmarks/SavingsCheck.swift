import Glibc
import Graphs
import Plans

/// What the answers are held against: the graph's own path counts, for the activities of some plans.
struct SavingsCheck {
  private let graph: Graph
  private let expected: [NodeID: [SavingsRanking.Entry]]

  /// The expected answer of the first, the last and some plans between.
  init(_ graph: Graph) {
    self.graph = graph
    let step = max(1, graph.partCount / 5)
    var expected: [NodeID: [SavingsRanking.Entry]] = [:]
    for part in Set(stride(from: 1, through: graph.partCount, by: step)).union([graph.partCount]) {
      let entries = savingsEntries(graph, part: part)
      for activity in graph.nodes(of: .activity, in: part) {
        expected[activity] = entries[activity] ?? []
      }
    }
    self.expected = expected
  }

  /// The first thing that differs from what is expected; nil where nothing does.
  ///
  /// Scores may differ by 1e-9 of themselves, and funds of equal scores may stand in any order.
  func fault(of ranking: SavingsRanking) -> String? {
    let first = graph.nodes(of: .activity).first?.index ?? 0
    for (activity, entries) in expected.sorted(by: { $0.key < $1.key }) {
      let row = (activity.index - first) * SavingsRanking.depth
      for rank in 0..<SavingsRanking.depth {
        if let fault = fault(of: ranking, at: row + rank, rank, entries) {
          return "activity \(activity.index - first), rank \(rank + 1): \(fault)"
        }
      }
    }
    return nil
  }

  private func fault(
    of ranking: SavingsRanking, at place: Int, _ rank: Int, _ entries: [SavingsRanking.Entry]
  ) -> String? {
    let fund = ranking.funds[place]
    guard rank < entries.count else { return fund < 0 ? nil : "fund \(fund) has no reason" }
    let score = ranking.scores[place]
    guard let entry = entries.first(where: { $0.fund == fund }) else {
      return "fund \(fund) instead of \(entries[rank].fund)"
    }
    for expected in [entry.score, entries[rank].score] where !isNear(score, expected, 1e-9) {
      return "score \(score) instead of \(expected)"
    }
    let count = SavingsRanking.metaPaths.count
    for (index, part) in entry.parts.enumerated() {
      let share = Double(ranking.shares[place * count + index])
      if abs(share - part / entry.score) > 1e-6 { return "share \(share) of metapath \(index)" }
    }
    return nil
  }

  private func isNear(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
    abs(left - right) <= tolerance * max(abs(left), abs(right))
  }
}

extension SavingsRanking {
  /// Reads what a peer has written: all funds, then all scores, then all shares.
  init?(contentsOf path: String, _ graph: Graph) {
    self.init(activities: graph.nodes(of: .activity).count)
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    guard Self.read(&funds, file), Self.read(&scores, file), Self.read(&shares, file) else {
      return nil
    }
  }

  private static func read<Element: BitwiseCopyable>(
    _ list: inout [Element], _ file: UnsafeMutablePointer<FILE>
  ) -> Bool {
    list.withUnsafeMutableBufferPointer {
      fread($0.baseAddress, MemoryLayout<Element>.stride, $0.count, file) == $0.count
    }
  }
}
