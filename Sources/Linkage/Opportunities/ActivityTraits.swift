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

/// What is known of the activities of one plan, made ready to be compared; one plan after another.
///
/// Sets of letters, not words, so that no Thai word needs to be found; a set of three letters counts by
/// how few names of the plan have it: ln((n + 1) / (names with it + 1/2)).
struct ActivityTraits {
  private var first = 0
  private var years: [Double] = []
  private var sizes: [Double] = []
  private var letters = LetterSets()

  /// Turns to the activities of a plan.
  ///
  /// - Complexity: O(letters of their names).
  mutating func enter(_ plan: Int, of plans: PlanGraph) {
    let nodes = plans.graph.nodes(of: .activity, in: plan + 1)
    first = nodes.first?.index ?? 0
    years.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
    letters.removeAll()
    for node in nodes {
      let row = plans.row(of: node)
      years.append(plans.plans[plan].activities[row].start.map(Self.year) ?? .nan)
      let budget = plans.plans[plan].activities[row].budget ?? 0
      sizes.append(budget > 0 ? log(budget) : .nan)
      letters.add(plans.plans[plan].activities[row].name)
    }
    letters.weigh()
  }

  /// The year with its month as a fraction.
  private static func year(_ date: PlanDate) -> Double {
    Double(date.year) + (date.month.map { (Double($0) - 0.5) / 12 } ?? 0)
  }

  /// How near activities are to one, 0 to 1; 0 where either is not known, or where they are too far from
  /// each other for it to explain anything.
  ///
  /// Too far is further than five years, more than tenfold, hardly a word in common. Of issues and
  /// places, which are ties, it is 1.
  mutating func nearness(
    _ kind: Likeness, to target: NodeID, of activities: UnsafeBufferPointer<NodeID>,
    into nearness: UnsafeMutablePointer<Double>
  ) {
    switch kind {
    case .years:
      Self.decay(years, target.index - first, activities, first, over: 2, least: 0.08, nearness)
    case .size:
      Self.decay(sizes, target.index - first, activities, first, over: 1, least: 0.1, nearness)
    case .name: letters.cosines(target.index - first, activities, first, least: 0.1, nearness)
    case .issue, .place: for place in activities.indices { nearness[place] = 1 }
    }
  }

  private static func decay(
    _ values: [Double], _ target: Int, _ activities: UnsafeBufferPointer<NodeID>, _ first: Int,
    over scale: Double, least: Double, _ nearness: UnsafeMutablePointer<Double>
  ) {
    // What is surely below the least needs no power.
    let farthest = -log(least) + 0.01
    values.withUnsafeBufferPointer { values in
      let own = values[target]
      for place in activities.indices {
        let distance = abs(values[activities[place].index - first] - own) / scale
        let value = distance < farthest ? exp(-distance) : 0
        nearness[place] = value < least ? 0 : value
      }
    }
  }
}

/// Sets of three letters, one for each of some names.
private struct LetterSets {
  /// Numbers of sets of three letters.
  private var numbers = NumberMap(reserving: 512)
  /// By set of letters in how many names it is.
  private var counts: [Double] = []
  /// By name where its sets begin; one more for the end.
  private var starts: [Int] = [0]
  private var sets: [Int32] = []
  /// By name and set its weight; those of one name are of length 1 together.
  private var weights: [Float] = []
  /// By set of letters its weight in the name that others are compared with, else 0.
  private var compared: [Float] = []

  mutating func removeAll() {
    numbers.removeAll()
    counts.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    sets.removeAll(keepingCapacity: true)
  }

  mutating func add(_ name: String) {
    let begin = sets.count
    // A character has 21 bits.
    var three: UInt64 = 0x20
    var length = 1
    func next(_ scalar: UInt32, _ sets: inout [Int32], _ numbers: inout NumberMap) {
      three = (three << 21 | UInt64(scalar)) & (1 << 63 - 1)
      length += 1
      if length > 2 { sets.append(numbers.numbering(three)) }
    }
    for scalar in MatchKey.name(name).unicodeScalars { next(scalar.value, &sets, &numbers) }
    next(0x20, &sets, &numbers)
    while counts.count < numbers.count { counts.append(0) }
    Self.sort(&sets, from: begin)
    var end = begin
    for place in begin..<sets.count where place == begin || sets[place] != sets[end - 1] {
      sets[end] = sets[place]
      counts[Int(sets[end])] += 1
      end += 1
    }
    sets.removeSubrange(end...)
    starts.append(end)
  }

  /// Sorts the last few of some numbers where they stand.
  private static func sort(_ numbers: inout [Int32], from begin: Int) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      var rest = UnsafeMutableBufferPointer(rebasing: numbers[begin...])
      rest.sort()
    }
  }

  /// Weighs the sets of all names, none of which may be added after that.
  mutating func weigh() {
    let total = Double(starts.count)
    for number in counts.indices { counts[number] = log(total / (counts[number] + 0.5)) }
    weights.removeAll(keepingCapacity: true)
    for name in starts.indices.dropLast() {
      let own = starts[name]..<starts[name + 1]
      let length = own.reduce(0) { sum, place in
        let weight = counts[Int(sets[place])]
        return sum + weight * weight
      }.squareRoot()
      for place in own {
        weights.append(length > 0 ? Float(counts[Int(sets[place])] / length) : 0)
      }
    }
    compared.removeAll(keepingCapacity: true)
    compared.append(contentsOf: repeatElement(0, count: counts.count))
  }

  /// The cosines of names with one; those below the least count as 0.
  mutating func cosines(
    _ target: Int, _ activities: UnsafeBufferPointer<NodeID>, _ first: Int, least: Double,
    _ cosines: UnsafeMutablePointer<Double>
  ) {
    for place in starts[target]..<starts[target + 1] { compared[Int(sets[place])] = weights[place] }
    sets.withUnsafeBufferPointer { sets in
      weights.withUnsafeBufferPointer { weights in
        compared.withUnsafeBufferPointer { compared in
          starts.withUnsafeBufferPointer { starts in
            for place in activities.indices {
              let name = activities[place].index - first
              var sum = Float(0)
              for set in starts[name]..<starts[name + 1] {
                sum += weights[set] * compared[Int(sets[set])]
              }
              cosines[place] = Double(sum) < least ? 0 : Double(sum)
            }
          }
        }
      }
    }
    for place in starts[target]..<starts[target + 1] { compared[Int(sets[place])] = 0 }
  }
}
