/// What each item may cost at most: prices whose sum no cover goes below (Lagrangian multipliers).
///
/// For any prices u, the sum of the open items' prices, plus for each open set whose items cost more
/// than 1 what lacks, is a lower bound of the number of sets. The prices are moved towards the highest
/// bound by subgradients: M. Held & R. M. Karp 1971; for covering J. E. Beasley, *An algorithm for set
/// covering problem*, European Journal of Operational Research 31 (1987) 85–93.
struct CoverPrices {
  private var prices: [Double]

  init(_ prices: [Double]) { self.prices = prices }

  /// Moves the prices for what is open.
  ///
  /// - Parameter goal: The bound that suffices.
  /// - Returns: The highest bound that was found.
  mutating func improve(_ matrix: CoverMatrix, _ state: CoverState, goal: Int) -> Int {
    let items = state.items.members
    let members = state.sets.members.map { matrix.itemsOfSet.members($0, within: state.items) }
    var best = packing(matrix, state, items)
    if best >= goal { return best }
    start(items, members)
    var bestPrices = prices
    var highest = 0.0
    var (step, stale) = (1.0, 0)
    for _ in 0..<60 {
      let (value, lack) = value(items, members)
      if value > highest + 1e-6 {
        (highest, bestPrices, stale) = (value, prices, 0)
        best = max(best, Int((value - 1e-9).rounded(.up)))
        if best >= goal { break }
      } else {
        stale += 1
        if stale == 5 { (step, stale) = (step / 2, 0) }
      }
      let norm = items.reduce(0.0) { $0 + lack[$1] * lack[$1] }
      if norm == 0 || step < 0.05 { break }
      let move = step * (Double(goal) - value) / norm
      for item in items { prices[item] = max(0, prices[item] + move * lack[item]) }
    }
    prices = bestPrices
    return best
  }

  /// Items no two of which share a set each need one of their own.
  private func packing(_ matrix: CoverMatrix, _ state: CoverState, _ items: [Int]) -> Int {
    var used = BitMask(count: matrix.setCount, isFull: false)
    var count = 0
    let counts = items.map { (matrix.setsOfItem.count($0, within: state.sets), $0) }
    for (_, item) in counts.sorted(by: <) {
      let sets = matrix.setsOfItem.members(item, within: state.sets)
      if sets.contains(where: { used[$0] }) { continue }
      for set in sets { used[set] = true }
      count += 1
    }
    return count
  }

  /// Prices that no set's items exceed together, where there are none yet.
  private mutating func start(_ items: [Int], _ members: [[Int]]) {
    guard items.allSatisfy({ prices[$0] == 0 }) else { return }
    for item in items { prices[item] = 1 }
    for set in members {
      for item in set { prices[item] = min(prices[item], 1 / Double(set.count)) }
    }
  }

  /// The bound, and for each item 1 less how many of the sets that the bound takes hold it.
  private func value(_ items: [Int], _ members: [[Int]]) -> (Double, [Double]) {
    var lack = [Double](repeating: 1, count: prices.count)
    var value = items.reduce(0.0) { $0 + prices[$1] }
    for set in members {
      let rest = set.reduce(1.0) { $0 - prices[$1] }
      if rest >= 0 { continue }
      value += rest
      for item in set { lack[item] -= 1 }
    }
    return (value, lack)
  }
}
