/// Items and sets as bits, in both directions.
struct CoverMatrix: Sendable {
  let itemCount: Int
  let setCount: Int
  private(set) var itemsOfSet: BitMatrix
  private(set) var setsOfItem: BitMatrix

  init(itemCount: Int, sets: [[Int]]) {
    self.itemCount = itemCount
    setCount = sets.count
    itemsOfSet = BitMatrix(rows: sets.count, columns: itemCount)
    setsOfItem = BitMatrix(rows: itemCount, columns: sets.count)
    for (set, items) in sets.enumerated() {
      for item in items {
        itemsOfSet.insert(item, in: set)
        setsOfItem.insert(set, in: item)
      }
    }
  }
}

/// What of a covering problem is still open.
struct CoverState {
  /// The items that are to be covered yet.
  var items: BitMask
  /// The sets that may be chosen yet.
  var sets: BitMask
  /// The sets that were chosen.
  var taken: [Int] = []

  /// Everything open.
  init(_ matrix: CoverMatrix) {
    items = BitMask(count: matrix.itemCount, isFull: true)
    sets = BitMask(count: matrix.setCount, isFull: true)
  }
}

extension CoverMatrix {
  /// Chooses a set.
  func take(_ set: Int, _ state: inout CoverState) {
    state.taken.append(set)
    state.sets[set] = false
    itemsOfSet.subtract(set, from: &state.items)
  }

  /// Leaves out what cannot matter, until nothing changes: takes the only set of an item, drops items
  /// that others imply and sets that lie within others.
  ///
  /// A smallest cover of what is left, with the sets that were taken, is one of the whole.
  ///
  /// - Returns: Whether every open item can still be covered.
  func reduce(_ state: inout CoverState) -> Bool {
    while true {
      guard let hasTaken = takeOnlySets(&state) else { return false }
      let hasDroppedItems = dropImpliedItems(&state)
      let hasDroppedSets = dropContainedSets(&state)
      if !hasTaken, !hasDroppedItems, !hasDroppedSets { return true }
    }
  }

  /// Takes the only set of every item that has but one; nil where an item has none.
  func takeOnlySets(_ state: inout CoverState) -> Bool? {
    var hasTaken = false
    for item in state.items.members where state.items[item] {
      guard let set = setsOfItem.first(item, within: state.sets) else { return nil }
      if setsOfItem.count(item, within: state.sets) > 1 { continue }
      take(set, &state)
      hasTaken = true
    }
    return hasTaken
  }

  /// Drops every item that all sets of another item hold too; of equal ones the first stays.
  func dropImpliedItems(_ state: inout CoverState) -> Bool {
    var hasDropped = false
    let open = state.items.members
    let setCounts = counts(of: open, setsOfItem, within: state.sets, itemCount)
    let itemCounts = counts(of: state.sets.members, itemsOfSet, within: state.items, setCount)
    for item in open where state.items[item] {
      guard let set = rarest(setsOfItem, item, within: state.sets, itemCounts) else { continue }
      for other in itemsOfSet.members(set, within: state.items) where other != item {
        if setCounts[other] < setCounts[item] { continue }
        if setCounts[other] == setCounts[item], other < item { continue }
        if setsOfItem.isContained(item, in: other, within: state.sets) {
          state.items[other] = false
          hasDropped = true
        }
      }
    }
    return hasDropped
  }

  /// Drops every set all of whose open items another one holds too; of equal ones the first stays.
  func dropContainedSets(_ state: inout CoverState) -> Bool {
    var hasDropped = false
    let open = state.sets.members
    let itemCounts = counts(of: open, itemsOfSet, within: state.items, setCount)
    let setCounts = counts(of: state.items.members, setsOfItem, within: state.sets, itemCount)
    for set in open {
      let isContained: Bool
      if let item = rarest(itemsOfSet, set, within: state.items, setCounts) {
        isContained = setsOfItem.members(item, within: state.sets).contains { other in
          if other == set || itemCounts[other] < itemCounts[set] { return false }
          if itemCounts[other] == itemCounts[set], other > set { return false }
          return itemsOfSet.isContained(set, in: other, within: state.items)
        }
      } else {
        isContained = true
      }
      if isContained {
        state.sets[set] = false
        hasDropped = true
      }
    }
    return hasDropped
  }

  /// The connected parts of what is open, each as a problem of its own.
  func parts(of state: CoverState) -> [(matrix: CoverMatrix, sets: [Int])] {
    var parts: [(matrix: CoverMatrix, sets: [Int])] = []
    var open = state.items
    while let start = open.members.first {
      var (items, sets) = ([start], [Int]())
      var isSeen = BitMask(count: setCount, isFull: false)
      open[start] = false
      var next = 0
      while next < items.count {
        for set in setsOfItem.members(items[next], within: state.sets) where !isSeen[set] {
          isSeen[set] = true
          sets.append(set)
          let fresh = itemsOfSet.members(set, within: open)
          for item in fresh { open[item] = false }
          items += fresh
        }
        next += 1
      }
      parts.append(part(items: items.sorted(), sets: sets.sorted()))
    }
    return parts
  }

  private func part(items: [Int], sets: [Int]) -> (matrix: CoverMatrix, sets: [Int]) {
    var numbers = [Int](repeating: -1, count: itemCount)
    var mask = BitMask(count: itemCount, isFull: false)
    for (number, item) in items.enumerated() {
      numbers[item] = number
      mask[item] = true
    }
    let members = sets.map { set in itemsOfSet.members(set, within: mask).map { numbers[$0] } }
    return (CoverMatrix(itemCount: items.count, sets: members), sets)
  }

  private func counts(
    of rows: [Int], _ matrix: BitMatrix, within mask: BitMask, _ count: Int
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for row in rows { counts[row] = matrix.count(row, within: mask) }
    return counts
  }

  /// The member of a row that the fewest others share; the first of equal ones.
  private func rarest(
    _ matrix: BitMatrix, _ row: Int, within mask: BitMask, _ counts: [Int]
  ) -> Int? {
    var rarest: Int?
    matrix.forEach(row, within: mask) { member in
      if let known = rarest, counts[known] <= counts[member] { return }
      rarest = member
    }
    return rarest
  }
}

extension CoverMatrix {
  /// A cover by taking the set with the most open items again and again, without those that turn out
  /// to be needless; of equal sets the first.
  func greedyCover() -> [Int] {
    var state = CoverState(self)
    while !state.items.isEmpty {
      guard
        let next = state.sets.members
          .map({ (set: $0, gain: itemsOfSet.count($0, within: state.items)) })
          .max(by: { ($0.gain, $1.set) < ($1.gain, $0.set) }), next.gain > 0
      else { break }
      take(next.set, &state)
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
