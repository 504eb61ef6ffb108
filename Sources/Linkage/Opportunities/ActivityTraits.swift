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
  private let names: [[(letters: Int32, weight: Float)]]

  /// The traits of all activities.
  ///
  /// - Complexity: O(letters of all names).
  init(_ plans: PlanGraph) {
    let nodes = plans.graph.nodes(of: .activity)
    let first = nodes.first?.index ?? 0
    self.first = first
    years = nodes.map { plans.activity($0)?.start.map(Self.year) ?? .nan }
    sizes = nodes.map { node in
      guard let budget = plans.activity(node)?.budget, budget > 0 else { return .nan }
      return log(budget)
    }
    let parts = concurrentMap(plans.plans.count) { plan in
      let own = plans.graph.nodes(of: .activity, in: plan + 1)
      return Self.weighted(own.map { plans.activity($0)?.name ?? "" })
    }
    names = Array(parts.joined())
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
  private static func weighted(_ names: [String]) -> [[(letters: Int32, weight: Float)]] {
    var numbers: [UInt64: Int] = [:]
    var counts: [Double] = []
    let sets = names.map { name -> [Int] in
      let scalars = Array((" " + MatchKey.name(name) + " ").unicodeScalars)
      guard scalars.count > 2 else { return [] }
      var found = (0..<scalars.count - 2).map { start -> Int in
        // A character has 21 bits.
        let three = scalars[start..<start + 3].reduce(UInt64(0)) { $0 << 21 | UInt64($1.value) }
        if let number = numbers[three] { return number }
        numbers[three] = counts.count
        counts.append(0)
        return counts.count - 1
      }
      found.sort()
      found = found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
      for number in found { counts[number] += 1 }
      return found
    }
    let total = Double(names.count + 1)
    let weights = counts.map { log(total / ($0 + 0.5)) }
    return sets.map { set in
      let length = set.reduce(0) { $0 + weights[$1] * weights[$1] }.squareRoot()
      return set.map { (Int32($0), length > 0 ? Float(weights[$0] / length) : 0) }
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
    _ left: [(letters: Int32, weight: Float)], _ right: [(letters: Int32, weight: Float)]
  ) -> Double {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        var (i, j, sum) = (0, 0, Float(0))
        while i < left.count, j < right.count {
          let (one, other) = (left[i], right[j])
          if one.letters == other.letters { sum += one.weight * other.weight }
          // Without a branch: which is the lower nothing foretells.
          i &+= one.letters <= other.letters ? 1 : 0
          j &+= other.letters <= one.letters ? 1 : 0
        }
        return Double(sum)
      }
    }
  }
}
