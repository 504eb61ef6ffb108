/// Branch and bound for the choice of so many sets that hold the most items.
struct CoverageSearch {
  private let matrix: CoverMatrix
  private let start: CoverState
  private let size: Int
  private var clock: SearchClock
  /// What each item is worth to a set that holds it, 0 to 1; see `improvePrices`.
  private var prices: [Double]
  /// The best choice so far.
  private(set) var best: [Int] = []
  /// How many open items it holds.
  private(set) var bestGain = 0
  private var openBound = 0

  /// How many open items no choice exceeds.
  var upperBound: Int { max(bestGain, openBound) }

  init(_ matrix: CoverMatrix, _ state: CoverState, size: Int, _ clock: SearchClock) {
    (self.matrix, self.size, self.clock) = (matrix, size, clock)
    prices = [Double](repeating: 1, count: matrix.itemCount)
    var state = state
    // A set within another adds nothing that the other would not.
    _ = matrix.dropContainedSets(&state)
    start = state
  }

  /// Searches until the best is proven or the budget is used up.
  mutating func run() {
    takeGreedily()
    improvePrices()
    search(start, gain: 0, parentBound: start.items.count)
  }

  private mutating func takeGreedily() {
    var state = start
    for _ in 0..<size {
      guard let next = gains(state).first else { break }
      matrix.take(next.set, &state)
    }
    keep(state)
  }

  private mutating func keep(_ state: CoverState) {
    let gain = start.items.count - state.items.count
    if gain > bestGain { (best, bestGain) = (state.taken.sorted(), gain) }
  }

  /// The next set is one of those left, the earlier ones being left out.
  private mutating func search(_ state: CoverState, gain: Int, parentBound: Int) {
    guard clock.step(cost: stepCost) else {
      openBound = max(openBound, parentBound)
      return
    }
    let left = size - state.taken.count
    if left == 0 { return }
    let byPrices = left > 1 ? gain + Int(value(state, left).sum + 1e-9) : .max
    let parentBound = min(parentBound, byPrices)
    var gains = gains(state)[...]
    var rest = state
    while let next = gains.first {
      let bound = min(parentBound, gain + gains.prefix(left).reduce(0) { $0 + $1.gain })
      if bound <= bestGain { return }
      var chosen = rest
      matrix.take(next.set, &chosen)
      keep(chosen)
      search(chosen, gain: gain + next.gain, parentBound: bound)
      rest.sets[next.set] = false
      gains.removeFirst()
    }
  }

  /// What a step costs beside one of a search for the smallest cover.
  private var stepCost: Int { 1 + start.sets.count * (matrix.itemsOfSet.width + 8) / 50 }

  /// The open sets that add anything, those that add the most first.
  private func gains(_ state: CoverState) -> [(set: Int, gain: Int)] {
    state.sets.members.map { (set: $0, gain: matrix.itemsOfSet.count($0, within: state.items)) }
      .filter { $0.gain > 0 }.sorted { ($1.gain, $0.set) < ($0.gain, $1.set) }
  }
}

/// A bound that does not count items twice as lightly as the largest sets alone do.
extension CoverageSearch {
  /// How much so many sets may add: what the open items keep for themselves, and the sets that are
  /// worth most.
  ///
  /// For any prices that is an upper bound (Lagrangian relaxation; M. L. Fisher, *The Lagrangian
  /// relaxation method for solving integer programming problems*, Management Science 27 (1981) 1–18).
  private func value(_ state: CoverState, _ count: Int) -> (sum: Double, sets: [Int]) {
    let kept = state.items.members.reduce(0) { $0 + 1 - prices[$1] }
    var worths: [(worth: Double, set: Int)] = []
    for set in state.sets.members {
      var worth = 0.0
      matrix.itemsOfSet.forEach(set, within: state.items) { worth += prices[$0] }
      if worth > 0 { worths.append((worth, set)) }
    }
    worths.sort { ($1.worth, $0.set) < ($0.worth, $1.set) }
    let most = worths.prefix(count)
    return (most.reduce(kept) { $0 + $1.worth }, most.map(\.set))
  }

  /// Moves the prices towards the lowest bound of the whole.
  private mutating func improvePrices() {
    let items = start.items.members
    var lowest = (sum: Double.infinity, prices: prices)
    var (step, stale) = (1.0, 0)
    for _ in 0..<200 where clock.step(cost: stepCost) {
      let (sum, sets) = value(start, size)
      stale += 1
      if sum < lowest.sum - 1e-6 { (lowest, stale) = ((sum, prices), 0) }
      if stale == 8 { (step, stale) = (step / 2, 0) }
      var slope = [Double](repeating: -1, count: matrix.itemCount)
      for set in sets { matrix.itemsOfSet.forEach(set, within: start.items) { slope[$0] += 1 } }
      let norm = items.reduce(0) { $0 + slope[$1] * slope[$1] }
      if norm == 0 || Int(sum + 1e-9) <= bestGain { break }
      let move = step * (sum - Double(bestGain)) / norm
      for item in items { prices[item] = min(1, max(0, prices[item] - move * slope[item])) }
    }
    prices = lowest.prices
  }
}
