import Glibc
import Graphs
import Plans

/// The activities of a part that have ties of one kind, with those who are tied to them and how near
/// each is to one activity: what walks with a likeness pass.
///
/// Of one thread, which takes it from part to part.
final class LikeActivities {
  /// The first step of such a walk.
  struct Step: Hashable {
    let type: EdgeType
    let ahead: Direction
  }

  /// A metapath with a likeness.
  struct Column {
    let column: Int
    let kinds: [Likeness]
  }

  private let step: Step
  private let columns: [Column]
  private let kinds: [Likeness]
  private var activities = Pile<NodeID>()
  /// By activity where those who are tied to it begin; one more for the end.
  private var starts = Pile<Int>()
  private var ends = Pile<NodeID>()
  /// What the step from each of them weighs.
  private var weights = Pile<Double>()
  /// By kind of likeness and activity how near it is to the compared one.
  private var nearness = Pile<Double>()
  private var products = Pile<Double>()

  /// None yet.
  ///
  /// - Parameter columns: The metapaths that begin with the step.
  init(_ step: Step, _ columns: [Column]) {
    self.step = step
    self.columns = columns
    let asked = Set(columns.flatMap(\.kinds))
    kinds = Likeness.allCases.filter(asked.contains)
  }

  /// Turns to the activities of a part.
  func enter(_ part: Int, _ table: FeatureTable) {
    let graph = table.graph
    let back = graph.adjacency(step.type, step.ahead.reversed)
    activities.removeAll()
    starts.removeAll()
    starts.append(0)
    ends.removeAll()
    weights.removeAll()
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
    nearness.removeAll()
    _ = nearness.extend(by: Likeness.allCases.count * activities.count)
    products.removeAll()
    _ = products.extend(by: activities.count)
  }

  /// Finds out how near the activities are to one.
  ///
  /// - Parameter near: The paths from it to activities over issues, and over places.
  func compare(
    with target: NodeID, _ near: borrowing PathRow, _ traits: inout ActivityTraits
  ) {
    let all = UnsafeBufferPointer(start: activities.elements, count: activities.count)
    for kind in kinds {
      let own = nearness(kind)
      switch kind {
      case .issue:
        for place in all.indices { own[place] = near.paths(to: all[place], along: 0).weight }
      case .place:
        for place in all.indices { own[place] = near.paths(to: all[place], along: 1).weight }
      case .years, .size, .name: traits.nearness(kind, to: target, of: all, into: own)
      }
    }
  }

  private func nearness(_ kind: Likeness) -> UnsafeMutablePointer<Double> {
    nearness.elements + kind.place * activities.count
  }

  /// Adds the walks over all activities but one to a row, each by how near its activity is in all that
  /// the metapath asks for.
  func add(to row: inout PathRow, but target: NodeID) {
    // Taken out of the object once, not for each walk.
    let (count, activities) = (self.activities.count, self.activities.elements)
    let (starts, ends, weights) = (self.starts.elements, self.ends.elements, self.weights.elements)
    for item in columns {
      let products = product(of: item.kinds)
      for place in 0..<count where products[place] > 0 && activities[place] != target {
        for end in starts[place]..<starts[place + 1] {
          row.add(weights[end] * products[place], to: ends[end], along: item.column)
        }
      }
    }
  }

  /// By activity how near it is in all of some kinds; good until it is asked again.
  private func product(of kinds: [Likeness]) -> UnsafeMutablePointer<Double> {
    if kinds.count == 1 { return nearness(kinds[0]) }
    let (count, products) = (activities.count, self.products.elements)
    for place in 0..<count { products[place] = 1 }
    for kind in kinds {
      let own = nearness(kind)
      for place in 0..<count { products[place] *= own[place] }
    }
    return products
  }

  /// How near an activity is in all that a metapath asks for; nil where no walk passes it.
  func nearness(of activity: NodeID, along column: Int) -> Double? {
    guard let item = columns.first(where: { $0.column == column }),
      let place = (0..<activities.count).first(where: { activities.elements[$0] == activity })
    else { return nil }
    return item.kinds.reduce(1) { $0 * nearness($1)[place] }
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
