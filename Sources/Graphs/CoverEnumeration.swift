/// All covers of a size, one after the other.
struct CoverEnumeration {
  private let matrix: CoverMatrix
  private let size: Int
  private let limit: Int
  private var clock: SearchClock
  /// The covers that were found, as sets in the order in which they were chosen.
  private(set) var found: [[Int]] = []

  init(_ matrix: CoverMatrix, size: Int, limit: Int, _ clock: SearchClock) {
    (self.matrix, self.size, self.limit, self.clock) = (matrix, size, limit, clock)
  }

  /// Searches from a state on, which is not reduced: a set within another may stand in for it.
  mutating func run(from state: CoverState) {
    var open = state
    _ = matrix.dropImpliedItems(&open)
    search(open, CoverPrices([Double](repeating: 0, count: matrix.itemCount)))
  }

  private mutating func search(_ state: CoverState, _ given: CoverPrices) {
    guard found.count < limit, clock.step() else { return }
    if state.items.isEmpty {
      if state.taken.count == size { found.append(state.taken) }
      return
    }
    var prices = given
    let goal = size - state.taken.count + 1
    guard let item = matrix.hardestItem(state), goal > 1,
      prices.improve(matrix, state, goal: goal) < goal
    else { return }
    var rest = state
    for set in matrix.setsByGain(of: item, state) {
      var chosen = rest
      matrix.take(set, &chosen)
      search(chosen, prices)
      rest.sets[set] = false
    }
  }
}
