import Glibc
import Graphs
import Plans

/// The activities of a part that have ties of one kind, with those who are tied to them and how near
/// each is to one activity: what a walk with a likeness passes.
struct LikeActivities {
  /// The first step of such a walk.
  struct Step: Hashable {
    let type: EdgeType
    let ahead: Direction
  }

  private var activities: [NodeID] = []
  /// By activity where those who are tied to it begin; one more for the end.
  private var starts: [Int] = [0]
  private var ends: [NodeID] = []
  /// What the step from each of them weighs.
  private var weights: [Double] = []
  /// By kind of likeness and activity how near it is to the compared one.
  private var nearness: [Double]

  /// The activities of a part.
  init(_ table: FeatureTable, _ step: Step, _ part: Int) {
    let graph = table.graph
    let back = graph.adjacency(step.type, step.ahead.reversed)
    for activity in graph.nodes(of: .activity, in: part) {
      let tied = back.neighbours(of: activity)
      if tied.isEmpty { continue }
      activities.append(activity)
      let own = graph.degree(of: activity, step.type, step.ahead.reversed, within: part)
      for end in tied {
        ends.append(end)
        weights.append(
          table.weight(own, graph.degree(of: end, step.type, step.ahead, within: part)))
      }
      starts.append(ends.count)
    }
    nearness = [Double](repeating: 0, count: Likeness.allCases.count * activities.count)
  }

  /// Finds out how near the activities are to one.
  ///
  /// - Parameter near: The paths from it to activities over issues, and over places.
  mutating func compare(
    _ kinds: [Likeness], with target: NodeID, _ near: borrowing PathRow,
    _ traits: inout ActivityTraits
  ) {
    for kind in kinds {
      nearness.withUnsafeMutableBufferPointer { all in
        guard let base = all.baseAddress else { return }
        let own = base + kind.place * activities.count
        switch kind {
        case .issue: Self.fill(own, activities, near, along: 0)
        case .place: Self.fill(own, activities, near, along: 1)
        case .years, .size, .name: traits.nearness(kind, to: target, of: activities, into: own)
        }
      }
    }
  }

  private static func fill(
    _ nearness: UnsafeMutablePointer<Double>, _ activities: [NodeID], _ near: borrowing PathRow,
    along column: Int
  ) {
    for (place, activity) in activities.enumerated() {
      nearness[place] = near.paths(to: activity, along: column).weight
    }
  }

  /// Adds the walks over all activities but one to a row, each by how near its activity is in all of
  /// some kinds.
  func add(
    _ kinds: [Likeness], to row: inout PathRow, along column: Int, but target: NodeID
  ) {
    for place in activities.indices where activities[place] != target {
      let nearness = product(kinds, place)
      if nearness <= 0 { continue }
      for end in starts[place]..<starts[place + 1] {
        row.add(weights[end] * nearness, to: ends[end], along: column)
      }
    }
  }

  /// How near an activity is in all of some kinds; nil where it is none of these.
  func nearness(_ kinds: [Likeness], of activity: NodeID) -> Double? {
    let place = activities.withUnsafeBufferPointer { activities in
      activities.firstIndex(of: activity)
    }
    return place.map { product(kinds, $0) }
  }

  private func product(_ kinds: [Likeness], _ place: Int) -> Double {
    var product = 1.0
    for kind in kinds where product != 0 { product *= nearness[kind.place * activities.count + place] }
    return product
  }
}

extension Likeness {
  /// Its place among all kinds.
  fileprivate var place: Int {
    switch self {
    case .issue: 0
    case .place: 1
    case .years: 2
    case .size: 3
    case .name: 4
    }
  }
}
