public import Graphs
import Plans

/// An invented country of tambon plans, the same for the same size and seed.
///
/// The first tambons of a larger country are those of a smaller one. Each has about 10 villages, 60
/// activities, 40 leaders, 12 funds, 15 organisations and 15 agencies; agencies of a province and of
/// the nation are shared.
public struct Country: Sendable {
  /// How many tambons there are.
  public let tambonCount: Int
  /// What all draws begin at.
  public let seed: UInt64

  /// A country of some tambons, grown from a seed.
  public init(tambons: Int, seed: UInt64) {
    tambonCount = tambons
    self.seed = seed
  }

  func tambon(_ index: Int) -> Tambon { Growth.grow(index, seed: seed) }

  /// The country as a typed graph: each tambon a part, issues and shared agencies part 0.
  ///
  /// It equals the graph of the plans that `write(to:)` writes.
  ///
  /// - Complexity: O(nodes + ties).
  public func graph() -> Graph {
    let tambons = (0..<tambonCount).map { Outline(tambon($0)) }
    var layout = CountryLayout(tambons)
    var builder = GraphBuilder()
    layout.addNodes(to: &builder)
    for (index, tambon) in tambons.enumerated() {
      for tie in tambon.ties {
        let kind = EdgeKind(rawValue: tie.edge)
        let ends = layout.ends(of: tie, in: index, tambon)
        builder.addEdge(kind, from: ends.from, to: ends.to)
      }
    }
    return builder.build(mergesParallelEdges: true).graph
  }
}

/// What the graph needs of a tambon, in little space.
private struct Outline {
  struct Tie {
    let edge: UInt8
    let fromKind: UInt8
    let toKind: UInt8
    let from: Int32
    let to: Int32
  }

  let counts: [Int]
  let agencies: [Agency]
  let ties: [Tie]

  init(_ tambon: Tambon) {
    counts = NodeKind.all.map(tambon.count)
    agencies = tambon.mechanisms.map(\.agency)
    ties = tambon.ties.map { tie in
      Tie(
        edge: tie.relation.edgeKind?.rawValue ?? 0, fromKind: tie.fromKind.rawValue,
        toKind: tie.toKind.rawValue, from: Int32(tie.from), to: Int32(tie.to))
    }
  }

  var issues: [Int] {
    ties.filter { $0.toKind == NodeKind.issue.rawValue }.map { Int($0.to) }
  }
}

/// Numbers the nodes as `PlanGraph` does: by kind, shared ones first in the order in which the plans
/// name them, then plan by plan.
private struct CountryLayout {
  private let tambons: [Outline]
  /// By kind and tambon the first node of that kind.
  private var starts: [[Int]] = []
  private var issues: [Int: NodeID] = [:]
  private var agencies: [[NodeID]] = []

  init(_ tambons: [Outline]) { self.tambons = tambons }

  mutating func addNodes(to builder: inout GraphBuilder) {
    for kind in NodeKind.all {
      if kind == .issue { addIssues(to: &builder) }
      if kind == .mechanism { addAgencies(to: &builder) }
      guard kind != .issue, kind != .mechanism else { continue }
      var starts: [Int] = []
      for (index, tambon) in tambons.enumerated() {
        starts.append(addNodes(kind, tambon.counts[Int(kind.rawValue)], index, to: &builder))
      }
      self.starts.append(starts)
    }
  }

  private func addNodes(
    _ kind: NodeKind, _ count: Int, _ tambon: Int, to builder: inout GraphBuilder
  ) -> Int {
    let nodes = (0..<count).map { _ in builder.addNode(kind, part: tambon + 1) }
    return nodes.first?.index ?? 0
  }

  private mutating func addIssues(to builder: inout GraphBuilder) {
    // Within a plan by what makes issues one, as plans that are read are.
    let keys = IssueKind.all.map { Vocabulary.standard.issueKey($0.spellings[0]) }
    for tambon in tambons {
      let named = Set(tambon.issues).sorted { keys[$0] < keys[$1] }
      for issue in named where issues[issue] == nil {
        issues[issue] = builder.addNode(.issue, part: 0)
      }
    }
  }

  private mutating func addAgencies(to builder: inout GraphBuilder) {
    var nodes: [Agency: NodeID] = [:]
    for agency in tambons.lazy.flatMap(\.agencies) where agency.isShared && nodes[agency] == nil {
      nodes[agency] = builder.addNode(.mechanism, part: 0)
    }
    for (index, tambon) in tambons.enumerated() {
      agencies.append(
        tambon.agencies.map { nodes[$0] ?? builder.addNode(.mechanism, part: index + 1) })
    }
  }

  func ends(
    of tie: Outline.Tie, in tambon: Int, _ outline: Outline
  ) -> (from: NodeID, to: NodeID) {
    (node(tie.fromKind, Int(tie.from), tambon), node(tie.toKind, Int(tie.to), tambon))
  }

  private func node(_ kind: UInt8, _ row: Int, _ tambon: Int) -> NodeID {
    switch NodeKind(rawValue: kind) {
    case .issue: issues[row] ?? NodeID(0)
    case .mechanism: agencies[tambon][row]
    default: NodeID(starts[Int(kind)][tambon] + row)
    }
  }
}
