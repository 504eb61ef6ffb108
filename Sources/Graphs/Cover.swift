/// Sets that are chosen so that items lie in them.
public struct Cover: Sendable, Hashable {
  /// The chosen sets, ascending.
  public let sets: [Int]
  /// The items that lie in none of them, ascending.
  public let uncovered: [Int]
  /// Whether it is proven that no choice is better.
  public let isOptimal: Bool
  /// What no choice goes below: of `minimum` the number of sets, of `maximumCoverage` the number of
  /// items that lie in none.
  public let lowerBound: Int
}

/// How long a search may go on before it takes the best that it has found.
///
/// The steps decide, so that the answer is the same on every machine; the seconds are a guard for
/// machines that are too slow for the steps.
public struct SearchBudget: Sendable, Hashable {
  /// How many steps at most: nodes of a search tree, those of large problems counting several times.
  public var steps: Int
  /// How many seconds at most.
  public var seconds: Double

  /// A budget.
  public init(steps: Int, seconds: Double) { (self.steps, self.seconds) = (steps, seconds) }

  /// Enough for what a planner asks: fifteen million steps, ten seconds.
  public static let standard = SearchBudget(steps: 15_000_000, seconds: 10)
}

/// Items, and sets of them of which few are to be chosen.
public struct CoverProblem: Sendable {
  /// How many items there are.
  public let itemCount: Int
  /// The items of each set, ascending, each once.
  public let sets: [[Int]]

  /// A problem of items from 0 below a number, and of sets of them.
  ///
  /// - Parameters:
  ///   - itemCount: How many items there are.
  ///   - sets: The items of each set in any order; one that is named twice counts once.
  public init(itemCount: Int, sets: [[Int]]) {
    self.itemCount = itemCount
    self.sets = sets.map { Array(Set($0)).sorted() }
  }

  /// The fewest sets that hold every item that any of them holds.
  ///
  /// The problem is first reduced to what is in question (a set within another, an item's only set, an
  /// item that another one implies) and split into its connected parts, then searched by branch and
  /// bound, with the bounds of J. E. Beasley, *An algorithm for set covering problem*, European Journal
  /// of Operational Research 31 (1987) 85–93.
  ///
  /// - Parameters:
  ///   - including: Sets that are chosen in any case.
  ///   - excluding: Sets that must not be chosen, unless they are in `including`.
  ///   - budget: How long the search may take; after that the answer is the best that was found.
  /// - Returns: The sets, those of `including` among them; items that no set holds are uncovered.
  /// - Complexity: exponential in what is left after the reductions.
  public func minimum(
    including: [Int] = [], excluding: [Int] = [], within budget: SearchBudget = .standard
  ) -> Cover {
    let (matrix, start) = matrix(including, excluding)
    var state = start
    _ = matrix.reduce(&state)
    var clock = SearchClock(budget)
    var chosen = Set(including + state.taken)
    var lowerBound = chosen.count
    for part in matrix.parts(of: state) {
      let greedy = part.matrix.greedyCover()
      var search = CoverSearch(part.matrix, under: greedy.count, clock)
      search.run()
      clock = search.clock
      let best = search.found.last ?? greedy
      chosen.formUnion(best.map { part.sets[$0] })
      lowerBound += min(best.count, max(1, search.openBound))
    }
    return cover(chosen, lowerBound: lowerBound)
  }

  /// Other choices of as many sets that hold all that a cover holds.
  ///
  /// - Parameters:
  ///   - cover: What `minimum` answered for the same `including` and `excluding`.
  ///   - limit: How many at most.
  ///   - including: Sets that are chosen in any case.
  ///   - excluding: Sets that must not be chosen, unless they are in `including`.
  ///   - budget: How long the search may take; after that there may be more than are returned.
  /// - Returns: The sets of each choice, ascending; the choices ascending.
  public func alternatives(
    to cover: Cover, limit: Int, including: [Int] = [], excluding: [Int] = [],
    within budget: SearchBudget = .standard
  ) -> [[Int]] {
    let (matrix, start) = matrix(including, excluding)
    var state = start
    // A set within another may stand in for it, so that only items are dropped.
    _ = matrix.dropImpliedItems(&state)
    let first = Set(including)
    var search = CoverSearch(
      matrix, state, all: cover.sets.count - first.count, limit: limit + 1, SearchClock(budget))
    search.run()
    let others = search.found.map { first.union($0).sorted() }.filter { $0 != cover.sets }
    return Array(others.sorted { $0.lexicographicallyPrecedes($1) }.prefix(limit))
  }

  /// So many sets that hold as many items as possible.
  ///
  /// - Parameters:
  ///   - size: How many sets at most, those of `including` among them.
  ///   - including: Sets that are chosen in any case, even where they are more than `size`.
  ///   - excluding: Sets that must not be chosen, unless they are in `including`.
  ///   - budget: How long the search may take; after that the answer is the best that was found, which
  ///     holds at least 1 − 1/e, some 63 %, of what the best could add (G. L. Nemhauser, L. A. Wolsey &
  ///     M. L. Fisher, *An analysis of approximations for maximizing submodular set functions*,
  ///     Mathematical Programming 14 (1978) 265–294).
  /// - Returns: The sets; a set that adds nothing is not chosen, so they may be fewer than `size`.
  /// - Complexity: exponential in the worst case.
  public func maximumCoverage(
    size: Int, including: [Int] = [], excluding: [Int] = [],
    within budget: SearchBudget = .standard
  ) -> Cover {
    let (matrix, state) = matrix(including, excluding)
    let first = Set(including)
    var search = CoverageSearch(
      matrix, state, size: max(0, size - first.count), SearchClock(budget))
    search.run()
    let chosen = first.union(search.best)
    let covered = Set(chosen.flatMap { sets[$0] }).count
    let possible = covered - search.bestGain + search.upperBound
    return Cover(
      sets: chosen.sorted(), uncovered: uncovered(by: chosen),
      isOptimal: search.upperBound == search.bestGain, lowerBound: itemCount - possible)
  }

  /// The problem as bits, and what of it is open once some sets are chosen and others left out.
  private func matrix(_ including: [Int], _ excluding: [Int]) -> (CoverMatrix, CoverState) {
    let matrix = CoverMatrix(itemCount: itemCount, sets: sets)
    var state = CoverState(matrix)
    for set in including + excluding { state.sets[set] = false }
    for set in including { matrix.itemsOfSet.subtract(set, from: &state.items) }
    for item in state.items.members where matrix.setsOfItem.count(item, within: state.sets) == 0 {
      state.items[item] = false
    }
    return (matrix, state)
  }

  private func cover(_ chosen: Set<Int>, lowerBound: Int) -> Cover {
    Cover(
      sets: chosen.sorted(), uncovered: uncovered(by: chosen),
      isOptimal: lowerBound == chosen.count, lowerBound: lowerBound)
  }

  private func uncovered(by chosen: Set<Int>) -> [Int] {
    let covered = Set(chosen.flatMap { sets[$0] })
    return (0..<itemCount).filter { !covered.contains($0) }
  }
}

/// Counts the steps of a search, and looks at the time now and then.
struct SearchClock {
  private var stepsLeft: Int
  private var stepsToLook = 0
  private let end: ContinuousClock.Instant
  private(set) var isOver = false

  init(_ budget: SearchBudget) {
    stepsLeft = budget.steps
    end = .now.advanced(by: .seconds(budget.seconds))
  }

  /// Takes a step; false where the budget is used up.
  mutating func step(cost: Int = 1) -> Bool {
    if isOver { return false }
    stepsLeft -= cost
    stepsToLook -= cost
    if stepsToLook < 0 {
      stepsToLook = 4_096
      if ContinuousClock.now > end { isOver = true }
    }
    if stepsLeft < 0 { isOver = true }
    return !isOver
  }
}
