/// Branch and bound for the choice of so many sets that hold the most items.
struct CoverageSearch {
  private let matrix: CoverMatrix
  private let start: CoverState
  private let size: Int
  private var clock: SearchClock
  /// The best choice so far.
  private(set) var best: [Int] = []
  /// How many open items it holds.
  private(set) var bestGain = 0
  private var openBound = 0

  /// How many open items no choice exceeds.
  var upperBound: Int { max(bestGain, openBound) }

  init(_ matrix: CoverMatrix, _ state: CoverState, size: Int, _ clock: SearchClock) {
    (self.matrix, self.size, self.clock) = (matrix, size, clock)
    var state = state
    // A set within another adds nothing that the other would not.
    _ = matrix.dropContainedSets(&state)
    start = state
  }

  /// Searches until the best is proven or the budget is used up.
  mutating func run() {
    takeGreedily()
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
    guard clock.step() else {
      openBound = max(openBound, parentBound)
      return
    }
    let left = size - state.taken.count
    if left == 0 { return }
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

  /// The open sets that add anything, those that add the most first.
  private func gains(_ state: CoverState) -> [(set: Int, gain: Int)] {
    state.sets.members.map { (set: $0, gain: matrix.itemsOfSet.count($0, within: state.items)) }
      .filter { $0.gain > 0 }.sorted { ($1.gain, $0.set) < ($0.gain, $1.set) }
  }
}
