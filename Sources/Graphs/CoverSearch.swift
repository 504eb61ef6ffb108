/// Branch and bound for the smallest cover of one connected, reduced problem.
struct CoverSearch {
  private let matrix: CoverMatrix
  private(set) var clock: SearchClock
  /// The best choice so far, ascending.
  private(set) var best: [Int]
  /// The least bound of what was left unsearched.
  private var openBound: Int

  /// What no choice goes below.
  var lowerBound: Int { min(best.count, openBound) }

  init(_ matrix: CoverMatrix, _ clock: SearchClock) {
    self.matrix = matrix
    self.clock = clock
    best = matrix.greedyCover()
    openBound = .max
  }

  /// Searches until the best is proven or the budget is used up.
  mutating func run() {
    let prices = [Double](repeating: 0, count: matrix.itemCount)
    search(CoverState(matrix), CoverPrices(prices), parentBound: 1)
  }

  private mutating func search(_ start: CoverState, _ given: CoverPrices, parentBound: Int) {
    guard clock.step() else {
      openBound = min(openBound, parentBound)
      return
    }
    var state = start
    guard matrix.reduce(&state) else { return }
    if state.items.isEmpty {
      if state.taken.count < best.count { best = state.taken.sorted() }
      return
    }
    var prices = given
    let bound = max(
      parentBound,
      state.taken.count + prices.improve(matrix, state, goal: best.count - state.taken.count))
    if bound >= best.count { return }
    branch(state, prices, bound)
  }

  /// One of the sets of the item that has the fewest is chosen, the earlier ones being left out.
  private mutating func branch(_ state: CoverState, _ prices: CoverPrices, _ bound: Int) {
    guard let item = matrix.hardestItem(state) else { return }
    var rest = state
    for set in matrix.setsByGain(of: item, state) {
      if bound >= best.count { return }
      var chosen = rest
      matrix.take(set, &chosen)
      search(chosen, prices, parentBound: bound)
      rest.sets[set] = false
    }
  }
}

extension CoverMatrix {
  /// The open item with the fewest open sets; among equal ones that whose sets hold the most items.
  func hardestItem(_ state: CoverState) -> Int? {
    var hardest: (item: Int, sets: Int, gain: Int)?
    for item in state.items.members {
      let sets = setsOfItem.count(item, within: state.sets)
      if let hardest, sets > hardest.sets { continue }
      var gain = 0
      setsOfItem.forEach(item, within: state.sets) {
        gain += itemsOfSet.count($0, within: state.items)
      }
      if let hardest, sets == hardest.sets, gain <= hardest.gain { continue }
      hardest = (item, sets, gain)
    }
    return hardest?.item
  }

  /// The open sets of an item, those with the most open items first.
  func setsByGain(of item: Int, _ state: CoverState) -> [Int] {
    setsOfItem.members(item, within: state.sets)
      .map { (set: $0, gain: itemsOfSet.count($0, within: state.items)) }
      .sorted { ($1.gain, $0.set) < ($0.gain, $1.set) }.map(\.set)
  }

  /// A cover by taking the set with the most open items again and again, without those that turn out
  /// to be needless.
  func greedyCover() -> [Int] {
    var state = CoverState(self)
    while !state.items.isEmpty {
      guard
        let set = state.sets.members
          .map({ (set: $0, gain: itemsOfSet.count($0, within: state.items)) })
          .max(by: { ($0.gain, $1.set) < ($1.gain, $0.set) }), set.gain > 0
      else { break }
      take(set.set, &state)
    }
    var needed = state.taken
    for set in state.taken.reversed() {
      var uncovered = BitMask(count: itemCount, isFull: true)
      for other in needed where other != set { itemsOfSet.subtract(other, from: &uncovered) }
      if uncovered.isEmpty { needed.removeAll { $0 == set } }
    }
    return needed.sorted()
  }
}
