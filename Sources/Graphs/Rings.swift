/// The directed rings of three: from a first node to a second, to a third, and back to the first.
///
/// - Parameter arcs: The arcs in any order; one that is given several times counts once, and one from a
///   node to itself not at all. Nodes are any numbers.
/// - Returns: Each ring once, from its smallest node on in the direction of its arcs, ascending.
/// - Complexity: O(arcs · log arcs + pairs of arcs that follow one another).
public func ringsOfThree(arcs: [(from: Int, to: Int)]) -> [[Int]] {
  var ahead: [Int: Set<Int>] = [:]
  for arc in arcs where arc.from != arc.to { ahead[arc.from, default: []].insert(arc.to) }
  let sorted = ahead.mapValues { $0.sorted() }
  return sorted.keys.sorted().flatMap { first in
    (sorted[first] ?? []).filter { $0 > first }.flatMap { second in
      (sorted[second] ?? []).filter { $0 > first && ahead[$0]?.contains(first) == true }
        .map { [first, second, $0] }
    }
  }
}
