import Glibc
import Graphs
import Plans

/// How near two activities are in what is known of each.
public enum Likeness: String, Sendable, CaseIterable {
  /// They share issues: the degree-weighted count of the paths between them.
  case issue
  /// They share places: likewise.
  case place
  /// They begin within a few years of each other: e^-(years between / 2).
  case years
  /// Their budgets are of a size: e^-|ln of their ratio|.
  case size
  /// Their names are alike: the cosine of their sets of three letters, rare ones counting more.
  case name
}

/// What is known of the activities of plans, made ready to be compared.
///
/// Sets of letters, not words, so that no Thai word needs to be found; a set of three letters counts by
/// how few names of the plan have it: ln((n + 1) / (names with it + 1/2)).
struct ActivityTraits: Sendable {
  private let first: Int
  private let years: [Double]
  private let sizes: [Double]
  private let names: [[(letters: Int, weight: Float)]]

  /// The traits of all activities.
  ///
  /// - Complexity: O(letters of all names).
  init(_ plans: PlanGraph) {
    let nodes = plans.graph.nodes(of: .activity)
    let first = nodes.first?.index ?? 0
    self.first = first
    let records = nodes.map { plans.record(of: $0) as? Activity }
    years = records.map { $0?.start.map(Self.year) ?? .nan }
    sizes = records.map { activity in
      guard let budget = activity?.budget, budget > 0 else { return .nan }
      return log(budget)
    }
    var names: [[(letters: Int, weight: Float)]] = []
    for plan in plans.plans.indices {
      let own = plans.graph.nodes(of: .activity, in: plan + 1)
      names += Self.weighted(own.map { records[$0.index - first]?.name ?? "" })
    }
    self.names = names
  }

  /// The traits of all activities where an approach compares activities at all; else nil.
  init?(_ plans: PlanGraph, for approach: Approach) {
    guard approach.metaPaths.contains(where: { !$0.likeness.isEmpty }) else { return nil }
    self.init(plans)
  }

  /// The year with its month as a fraction.
  private static func year(_ date: PlanDate) -> Double {
    Double(date.year) + (date.month.map { (Double($0) - 0.5) / 12 } ?? 0)
  }

  /// For each name its sets of three letters, ascending, weighted to length 1.
  private static func weighted(_ names: [String]) -> [[(letters: Int, weight: Float)]] {
    var numbers: [[Unicode.Scalar]: Int] = [:]
    var counts: [Double] = []
    let sets = names.map { name -> [Int] in
      let scalars = Array((" " + MatchKey.name(name) + " ").unicodeScalars)
      guard scalars.count > 2 else { return [] }
      let found = Set(
        (0..<scalars.count - 2).map { start -> Int in
          let three = Array(scalars[start..<start + 3])
          if let number = numbers[three] { return number }
          numbers[three] = counts.count
          counts.append(0)
          return counts.count - 1
        })
      for number in found { counts[number] += 1 }
      return found.sorted()
    }
    let total = Double(names.count + 1)
    return sets.map { set in
      let weights = set.map { log(total / (counts[$0] + 0.5)) }
      let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return zip(set, weights).map { ($0, length > 0 ? Float($1 / length) : 0) }
    }
  }

  /// How near two activities are, 0 to 1; 0 where either is not known.
  ///
  /// Of issues and places, which are ties, it is 1.
  func nearness(_ kind: Likeness, _ one: NodeID, _ other: NodeID) -> Double {
    let (left, right) = (one.index - first, other.index - first)
    switch kind {
    case .years: return Self.decay(years[left] - years[right], over: 2)
    case .size: return Self.decay(sizes[left] - sizes[right], over: 1)
    case .name: return cosine(names[left], names[right])
    case .issue, .place: return 1
    }
  }

  private static func decay(_ difference: Double, over scale: Double) -> Double {
    difference.isNaN ? 0 : exp(-abs(difference) / scale)
  }

  private func cosine(
    _ left: [(letters: Int, weight: Float)], _ right: [(letters: Int, weight: Float)]
  ) -> Double {
    var (i, j, sum) = (0, 0, Float(0))
    while i < left.count, j < right.count {
      if left[i].letters == right[j].letters {
        sum += left[i].weight * right[j].weight
        i += 1
        j += 1
      } else if left[i].letters < right[j].letters {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(sum)
  }
}
