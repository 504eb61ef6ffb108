import Glibc
import Graphs
import TestSupport

/// Path counts straight from the definition: every sequence of nodes is tried.
struct BruteForce {
  let random: RandomGraph
  let metaPath: MetaPath

  init(_ random: RandomGraph, _ metaPath: MetaPath) {
    self.random = random
    self.metaPath = metaPath
  }

  func counts(from start: NodeID) -> [NodeID: (count: Int, weight: Double)] {
    var counts: [NodeID: (count: Int, weight: Double)] = [:]
    for path in paths([start]) {
      let end = path[path.count - 1]
      let sum = counts[end] ?? (0, 0)
      counts[end] = (sum.count + 1, sum.weight + weight(of: path))
    }
    return counts
  }

  func weight(of path: [NodeID]) -> Double {
    metaPath.steps.enumerated().reduce(1.0) { weight, item in
      let (index, step) = item
      let ahead = neighbours(path[index], step, path[0]).count
      let before = index == 0 ? metaPath.start : metaPath.steps[index - 1].to
      let back = MetaPath.Step(step.edge, step.direction.reversed, to: before)
      let behind = neighbours(path[index + 1], back, path[0]).count
      return weight * pow(Double(ahead), -0.4) * pow(Double(behind), -0.4)
    }
  }

  /// All paths that begin with some nodes.
  func paths(_ path: [NodeID]) -> [[NodeID]] {
    guard path.count <= metaPath.steps.count else { return [path] }
    return neighbours(path[path.count - 1], metaPath.steps[path.count - 1], path[0])
      .filter { !path.contains($0) }
      .flatMap { paths(path + [$0]) }
  }

  /// The nodes one step away; from a shared node only shared ones and those of the start's part.
  private func neighbours(
    _ node: NodeID, _ step: MetaPath.Step, _ start: NodeID
  ) -> [NodeID] {
    let graph = random.graph
    return random.edges.compactMap { edge in
      let (from, to) = step.direction == .forward ? (edge.from, edge.to) : (edge.to, edge.from)
      guard edge.kind == step.edge, from == node, graph.kind(of: to) == step.to else { return nil }
      let isWithin = graph.part(of: to) == 0 || graph.part(of: to) == graph.part(of: start)
      return graph.part(of: node) > 0 || graph.part(of: start) == 0 || isWithin ? to : nil
    }
  }
}
