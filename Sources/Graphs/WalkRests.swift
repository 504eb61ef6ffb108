import Glibc

/// Where the last two steps of walks lead from nodes that many walks pass, kept while one part is
/// walked: an issue or an agency that sixty activities share is walked through once, not sixty times.
struct WalkRests: ~Copyable {
  /// How many walks must come through a node for its rest to be worth keeping.
  static let least = 2

  /// The walks to one node, and what they weigh together.
  struct Entry: BitwiseCopyable {
    let end: Int32
    var count: Int
    var weight: Double
  }

  private struct Known: BitwiseCopyable {
    let epoch: Int32
    let first: Int32
    let last: Int32
  }

  /// By metapath the nodes that its first step may lead to; nothing where it has not three steps.
  private let known: [(first: Int32, rows: UnsafeMutablePointer<Known>)?]
  private let firstEnd: Int32
  /// By end its place among the entries that are being added, from 1 on; 0 where there is none.
  private let places: UnsafeMutablePointer<Int32>
  private(set) var entries: UnsafeMutablePointer<Entry>
  private var capacity = 64
  private var count = 0
  private var begunAt = 0
  private var epoch: Int32 = 0
  private var part = -1

  init(_ graph: Graph, _ metaPaths: [MetaPath], to end: NodeKind) {
    known = metaPaths.map { metaPath in
      guard metaPath.steps.count == 3 else { return nil }
      let nodes = graph.nodes(of: metaPath.steps[0].to)
      return (nodes.first?.rawValue ?? 0, zeroed(nodes.count))
    }
    let ends = graph.nodes(of: end)
    firstEnd = ends.first?.rawValue ?? 0
    places = zeroed(ends.count)
    entries = .allocate(capacity: capacity)
  }

  deinit {
    for item in known { free(item?.rows) }
    free(places)
    entries.deallocate()
  }

  /// Forgets what was kept where the part is another.
  mutating func enter(_ part: Int) {
    guard part != self.part else { return }
    self.part = part
    (count, begunAt) = (0, 0)
    epoch += 1
  }

  /// The entries of a node's rest along a metapath; nil where it has not been walked.
  func range(of node: Int32, _ column: Int) -> Range<Int>? {
    guard let item = known[column] else { return nil }
    let known = item.rows[Int(node - item.first)]
    return known.epoch == epoch ? Int(known.first)..<Int(known.last) : nil
  }

  /// Keeps the entries that have been added since `begin` as a node's rest along a metapath.
  mutating func keep(as node: Int32, _ column: Int) -> Range<Int> {
    for index in begunAt..<count { places[Int(entries[index].end - firstEnd)] = 0 }
    let range = begunAt..<count
    begunAt = count
    if let item = known[column] {
      item.rows[Int(node - item.first)] = Known(
        epoch: epoch, first: Int32(range.lowerBound), last: Int32(range.upperBound))
    }
    return range
  }

  /// Whether entries have been added that are not kept.
  var hasBegun: Bool { count > begunAt }

  /// Adds a walk to a node to the entries that are not kept yet.
  mutating func add(_ weight: Double, to end: Int32) {
    let place = places + Int(end - firstEnd)
    if place.pointee > 0 {
      entries[Int(place.pointee) - 1].count += 1
      entries[Int(place.pointee) - 1].weight += weight
      return
    }
    if count == capacity { grow() }
    entries[count] = Entry(end: end, count: 1, weight: weight)
    count += 1
    place.pointee = Int32(count)
  }

  /// The walks to a node among the entries that are not kept.
  func begun(to end: Int32) -> Entry? {
    let place = places[Int(end - firstEnd)]
    return place > 0 ? entries[Int(place) - 1] : nil
  }

  /// Forgets the entries that are not kept.
  mutating func drop() {
    for index in begunAt..<count { places[Int(entries[index].end - firstEnd)] = 0 }
    count = begunAt
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    larger.initialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
  }
}
