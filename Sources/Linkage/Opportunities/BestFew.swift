import Graphs

/// The best few of a row, best first; equal scores by the node.
struct BestFew: ~Copyable {
  struct Entry: BitwiseCopyable {
    let score: Double
    let from: NodeID
    let index: Int32

    func precedes(_ other: Entry) -> Bool {
      score > other.score || (score == other.score && from < other.from)
    }
  }

  private let limit: Int
  private var capacity: Int
  /// The last of the best, where some have been left out already.
  private var worst: Entry?
  private(set) var count = 0
  private(set) var entries: UnsafeMutablePointer<Entry>
  private var small = SmallOrder()

  /// None yet.
  ///
  /// - Parameter limit: How many are kept; 0 for all.
  init(_ limit: Int) {
    self.limit = limit
    capacity = max(SmallOrder.most, 2 * limit)
    entries = .allocate(capacity: capacity)
  }

  deinit { entries.deallocate() }

  mutating func clear() {
    count = 0
    worst = nil
  }

  /// Takes an entry; those that are not among the best are left out now and then.
  @inline(__always)
  mutating func add(_ score: Double, _ from: NodeID, _ index: Int) {
    let entry = Entry(score: score, from: from, index: Int32(truncatingIfNeeded: index))
    if let worst, worst.precedes(entry) { return }
    if count == capacity { makeRoom() }
    (entries + count).initialize(to: entry)
    count += 1
  }

  private mutating func makeRoom() {
    if limit > 0 {
      sort()
      worst = entries[limit - 1]
    } else {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
      larger.initialize(from: entries, count: count)
      entries.deallocate()
      entries = larger
      capacity *= 2
    }
  }

  /// Puts the entries in order and leaves out those beyond the limit.
  mutating func sort() {
    if count <= SmallOrder.most {
      small.sort(entries, count)
    } else {
      var all = UnsafeMutableBufferPointer(start: entries, count: count)
      all.sort { $0.precedes($1) }
    }
    if limit > 0 { count = min(count, limit) }
  }
}

/// Puts few entries in order by counting for each how many precede it, four at a time.
///
/// That takes no branch that depends on the scores: nothing foretells how these compare, and a wrong
/// guess costs more than many comparisons.
private struct SmallOrder: ~Copyable {
  static let most = 32

  private let scores = UnsafeMutablePointer<SIMD4<Double>>.allocate(capacity: most / 4)
  /// The nodes as numbers of the scores' width.
  private let nodes = UnsafeMutablePointer<SIMD4<Double>>.allocate(capacity: most / 4)
  private let copies = UnsafeMutablePointer<BestFew.Entry>.allocate(capacity: most)

  deinit {
    scores.deallocate()
    nodes.deallocate()
    copies.deallocate()
  }

  borrowing func sort(_ entries: UnsafeMutablePointer<BestFew.Entry>, _ count: Int) {
    let groups = (count + 3) / 4
    for group in 0..<groups {
      // What is beyond the last precedes nothing.
      var (score, node) = (SIMD4<Double>(repeating: -.infinity), SIMD4<Double>(repeating: 0))
      for lane in 0..<min(4, count - 4 * group) {
        let entry = entries[4 * group + lane]
        (copies + (4 * group + lane)).initialize(to: entry)
        (score[lane], node[lane]) = (entry.score, Double(entry.from.rawValue))
      }
      (scores + group).initialize(to: score)
      (nodes + group).initialize(to: node)
    }
    for index in 0..<count {
      let entry = copies[index]
      let node = Double(entry.from.rawValue)
      var places = SIMD4<Int64>.zero
      for group in 0..<groups {
        let others = scores[group]
        let precede =
          (others .> entry.score) .| ((others .== entry.score) .& (nodes[group] .< node))
        places.replace(with: places &+ 1, where: precede)
      }
      entries[Int(places.wrappedSum())] = entry
    }
  }
}
