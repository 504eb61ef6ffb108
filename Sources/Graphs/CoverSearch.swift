/// Branch and bound for covers of at most so many sets, on open arrays.
struct CoverSearch: ~Copyable {
  private let itemCount: Int
  private let setCount: Int
  private let itemWords: Int
  private let setWords: Int
  private let itemsOfSet: UnsafeMutablePointer<UInt64>
  private let setsOfItem: UnsafeMutablePointer<UInt64>
  /// By depth the open items, then the open sets.
  private let levels: UnsafeMutablePointer<UInt64>
  /// By depth what each item may cost at most; see `improvePrices`.
  private let prices: UnsafeMutablePointer<Double>
  private let lack: UnsafeMutablePointer<Double>
  /// How many open items each set holds, and how many sets hold so many.
  private let gains: UnsafeMutablePointer<Int>
  private let tally: UnsafeMutablePointer<Int>
  private(set) var clock: SearchClock
  private let isEnumerating: Bool
  private let limit: Int
  private var taken: [Int] = []
  /// How many sets a cover may have that is still looked for.
  private var size: Int
  /// The covers that were found, ascending each: smaller and smaller ones, or all of the size.
  private(set) var found: [[Int]] = []
  /// The least bound of what was left unsearched.
  private(set) var openBound = Int.max

  /// A search for ever smaller covers, from a size on.
  init(_ matrix: CoverMatrix, under size: Int, _ clock: SearchClock) {
    self.init(matrix, CoverState(matrix), size: size - 1, limit: nil, clock)
  }

  /// A search for all covers of a size, or so many of them.
  init(_ matrix: CoverMatrix, _ start: CoverState, all size: Int, limit: Int, _ clock: SearchClock)
  {
    self.init(matrix, start, size: size, limit: limit, clock)
  }

  private init(
    _ matrix: CoverMatrix, _ start: CoverState, size: Int, limit: Int?, _ clock: SearchClock
  ) {
    (itemCount, setCount) = (matrix.itemCount, matrix.setCount)
    (itemWords, setWords) = (matrix.itemsOfSet.width, matrix.setsOfItem.width)
    (self.size, self.clock) = (size, clock)
    (isEnumerating, self.limit) = (limit != nil, limit ?? .max)
    itemsOfSet = Self.copy(matrix.itemsOfSet.words)
    setsOfItem = Self.copy(matrix.setsOfItem.words)
    // Each branch takes a set, so that no more than the size lie on one another.
    let depth = max(0, size) + 2
    levels = .allocate(capacity: depth * (itemWords + setWords))
    levels.initialize(repeating: 0, count: depth * (itemWords + setWords))
    for (word, bits) in (start.items.words + start.sets.words).enumerated() { levels[word] = bits }
    prices = .allocate(capacity: depth * itemCount)
    prices.initialize(repeating: 1, count: depth * itemCount)
    lack = .allocate(capacity: itemCount)
    lack.initialize(repeating: 0, count: itemCount)
    gains = .allocate(capacity: setCount)
    gains.initialize(repeating: 0, count: setCount)
    tally = .allocate(capacity: itemCount + 1)
    tally.initialize(repeating: 0, count: itemCount + 1)
  }

  deinit {
    itemsOfSet.deallocate()
    setsOfItem.deallocate()
    levels.deallocate()
    prices.deallocate()
    lack.deallocate()
    gains.deallocate()
    tally.deallocate()
  }

  private static func copy(_ words: [UInt64]) -> UnsafeMutablePointer<UInt64> {
    let copy = UnsafeMutablePointer<UInt64>.allocate(capacity: words.count)
    for (index, word) in words.enumerated() { (copy + index).initialize(to: word) }
    return copy
  }

  /// Searches until everything is found or the budget is used up.
  mutating func run() {
    startPrices()
    search(0, bound: 0)
  }

  private mutating func search(_ depth: Int, bound known: Int) {
    guard found.count < limit else { return }
    guard clock.step(cost: stepCost) else {
      openBound = min(openBound, known)
      return
    }
    let before = taken.count
    defer { taken.removeLast(taken.count - before) }
    guard takeOnlySets(depth) else { return }
    let open = countOpenItems(depth)
    if open == 0 { return keep() }
    if taken.count >= size { return }
    let bound = max(known, taken.count + bound(depth, open))
    if bound <= size { branch(depth, bound) }
  }

  private mutating func keep() {
    guard isEnumerating ? taken.count == size : taken.count <= size else { return }
    found.append(taken.sorted())
    if !isEnumerating { size = taken.count - 1 }
  }

  /// What a step costs beside one of a small problem, so that a budget means about the same time.
  private var stepCost: Int { 1 + (itemWords * setCount + setWords * itemCount) / 1_024 }

  /// One of the sets of the item that has the fewest is chosen, the earlier ones being left out.
  private mutating func branch(_ depth: Int, _ bound: Int) {
    let (items, sets) = level(depth)
    let (nextItems, nextSets) = level(depth + 1)
    for set in setsByGain(of: hardestItem(depth), depth) {
      if bound > size { return }
      for word in 0..<itemWords { nextItems[word] = items[word] }
      for word in 0..<setWords { nextSets[word] = sets[word] }
      for item in 0..<itemCount {
        prices[(depth + 1) * itemCount + item] = prices[depth * itemCount + item]
      }
      take(set, depth + 1)
      search(depth + 1, bound: bound)
      taken.removeLast()
      sets[set >> 6] &= ~(1 << UInt64(set & 63))
    }
  }

  /// The open item with the fewest open sets; among equal ones that whose sets hold the most items.
  private func hardestItem(_ depth: Int) -> Int {
    var (hardest, fewest, most) = (0, Int.max, -1)
    forEachItem(depth) { item in
      let count = countSets(item, depth)
      if count > fewest { return }
      var gain = 0
      forEachSet(of: item, depth) { gain += gains[$0] }
      if count < fewest || gain > most { (hardest, fewest, most) = (item, count, gain) }
    }
    return hardest
  }

  private func setsByGain(of item: Int, _ depth: Int) -> [Int] {
    var sets: [(gain: Int, set: Int)] = []
    forEachSet(of: item, depth) { sets.append((-gains[$0], $0)) }
    return sets.sorted { $0 < $1 }.map(\.set)
  }
}

extension CoverSearch {
  /// The open items and the open sets of a depth.
  @inline(__always)
  private func level(
    _ depth: Int
  ) -> (items: UnsafeMutablePointer<UInt64>, sets: UnsafeMutablePointer<UInt64>) {
    let items = levels + depth * (itemWords + setWords)
    return (items, items + itemWords)
  }

  /// Chooses a set.
  private mutating func take(_ set: Int, _ depth: Int) {
    let (items, sets) = level(depth)
    taken.append(set)
    sets[set >> 6] &= ~(1 << UInt64(set & 63))
    for word in 0..<itemWords { items[word] &= ~itemsOfSet[set * itemWords + word] }
  }

  /// Takes the only set of every item that has but one, until none is left.
  ///
  /// - Returns: Whether every item has a set.
  private mutating func takeOnlySets(_ depth: Int) -> Bool {
    let (items, sets) = level(depth)
    var hasTaken = true
    while hasTaken {
      hasTaken = false
      for word in 0..<itemWords {
        var bits = items[word]
        while bits != 0 {
          let item = word << 6 + bits.trailingZeroBitCount
          bits &= bits - 1
          let count = countSets(item, depth)
          if count == 0 { return false }
          if count > 1 { continue }
          for place in 0..<setWords {
            let only = setsOfItem[item * setWords + place] & sets[place]
            if only != 0 { take(place << 6 + only.trailingZeroBitCount, depth) }
          }
          bits &= items[word]
          hasTaken = true
        }
      }
    }
    return true
  }

  private func countOpenItems(_ depth: Int) -> Int {
    let items = level(depth).items
    return (0..<itemWords).reduce(0) { $0 + items[$1].nonzeroBitCount }
  }

  @inline(__always)
  private func countSets(_ item: Int, _ depth: Int) -> Int {
    let sets = level(depth).sets
    var count = 0
    for word in 0..<setWords {
      count &+= (setsOfItem[item &* setWords &+ word] & sets[word]).nonzeroBitCount
    }
    return count
  }

  @inline(__always)
  private func forEachItem(_ depth: Int, _ body: (Int) -> Void) {
    let items = level(depth).items
    for word in 0..<itemWords { Self.forEach(items[word], word, body) }
  }

  @inline(__always)
  private func forEachSet(_ depth: Int, _ body: (Int) -> Void) {
    let sets = level(depth).sets
    for word in 0..<setWords { Self.forEach(sets[word], word, body) }
  }

  @inline(__always)
  private func forEachSet(of item: Int, _ depth: Int, _ body: (Int) -> Void) {
    let sets = level(depth).sets
    for word in 0..<setWords {
      Self.forEach(setsOfItem[item &* setWords &+ word] & sets[word], word, body)
    }
  }

  @inline(__always)
  private func forEachItem(of set: Int, _ depth: Int, _ body: (Int) -> Void) {
    let items = level(depth).items
    for word in 0..<itemWords {
      Self.forEach(itemsOfSet[set &* itemWords &+ word] & items[word], word, body)
    }
  }

  @inline(__always)
  private static func forEach(_ bits: UInt64, _ word: Int, _ body: (Int) -> Void) {
    var bits = bits
    while bits != 0 {
      body(word << 6 &+ bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}

/// How many more sets are needed at least.
extension CoverSearch {
  /// Where at least so many sets may still be taken, the dear bound pays.
  private static let worthwhileRoom = 6

  /// By the largest sets; where many are still allowed also by prices.
  private mutating func bound(_ depth: Int, _ open: Int) -> Int {
    let room = size - taken.count
    let bound = boundByGains(depth, open)
    guard bound <= room, depth == 0 || room >= Self.worthwhileRoom else { return bound }
    let rounds = depth == 0 ? 300 : 10
    _ = clock.step(cost: rounds * stepCost)
    return max(bound, improvePrices(depth, goal: room + 1, rounds: rounds))
  }

  /// As many of the largest sets as would hold all open items if none were held twice.
  private func boundByGains(_ depth: Int, _ open: Int) -> Int {
    var largest = 0
    forEachSet(depth) { set in
      let items = level(depth).items
      var gain = 0
      for word in 0..<itemWords {
        gain &+= (itemsOfSet[set &* itemWords &+ word] & items[word]).nonzeroBitCount
      }
      gains[set] = gain
      tally[gain] &+= 1
      largest = max(largest, gain)
    }
    var (left, count) = (open, 0)
    for gain in (0...largest).reversed() {
      if gain > 0, left > 0 {
        let needed = min(tally[gain], (left + gain - 1) / gain)
        count += needed
        left -= needed * gain
      }
      tally[gain] = 0
    }
    return left > 0 ? itemCount + 1 : count
  }

  /// Prices that no set's items exceed together.
  private func startPrices() {
    for set in 0..<setCount {
      var count = 0
      forEachItem(of: set, 0) { _ in count += 1 }
      forEachItem(of: set, 0) { prices[$0] = min(prices[$0], 1 / Double(count)) }
    }
  }

  /// Moves the prices of the open items towards the highest bound (Lagrangian relaxation).
  ///
  /// For any prices, their sum, less what the items of each open set cost beyond 1, is a lower bound
  /// of the number of sets. J. E. Beasley, *An algorithm for set covering problem*, European Journal of
  /// Operational Research 31 (1987) 85–93.
  ///
  /// - Returns: The highest bound that was found; from the goal on the search ends.
  private func improvePrices(_ depth: Int, goal: Int, rounds: Int) -> Int {
    let prices = prices + depth * itemCount
    var (highest, step, stale) = (0.0, 1.0, 0)
    for _ in 0..<rounds {
      let value = valueOfPrices(depth)
      if value > highest + 1e-6 {
        (highest, stale) = (value, 0)
        if value > Double(goal - 1) + 1e-9 { break }
      } else {
        stale += 1
        if stale == 5 { (step, stale) = (step / 2, 0) }
      }
      var norm = 0.0
      forEachItem(depth) { norm += lack[$0] * lack[$0] }
      if norm == 0 { break }
      let move = step * (Double(goal) - value) / norm
      forEachItem(depth) { prices[$0] = max(0, prices[$0] + move * lack[$0]) }
    }
    return Int((highest - 1e-9).rounded(.up))
  }

  /// The bound of the prices, and for each item 1 less how many of the sets that exceed 1 hold it.
  private func valueOfPrices(_ depth: Int) -> Double {
    let prices = prices + depth * itemCount
    var value = 0.0
    forEachItem(depth) { item in
      value += prices[item]
      lack[item] = 1
    }
    forEachSet(depth) { set in
      var rest = 1.0
      forEachItem(of: set, depth) { rest -= prices[$0] }
      if rest >= 0 { return }
      value += rest
      forEachItem(of: set, depth) { lack[$0] -= 1 }
    }
    return value
  }
}
