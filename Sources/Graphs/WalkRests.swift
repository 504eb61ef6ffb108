import Glibc

/// Where walks lead after their first step, kept while one part is walked: a leader of three works, or
/// an issue that sixty share, is walked through once, not for each of them.
struct WalkRests: ~Copyable {
  /// How many walks must come through a node for its rest to be worth keeping.
  static let least = 2
  /// How many steps the walks have whose rests are kept.
  static let lengths = 2...3

  /// The walks to one node, and what they weigh together.
  struct Entry: BitwiseCopyable {
    let end: Int32
    var count: Int
    var weight: Double
  }

  /// The entries of one node along one metapath.
  struct Rest: BitwiseCopyable {
    let first: Int32
    let count: Int32
    /// What walks weigh less for arriving at the node.
    let arriving: Double
    /// What they weigh less for leaving it, where the entries do not say it each for itself.
    let leaving: Double
  }

  /// By metapath the nodes that its first step may lead to, each with the number of its rest.
  ///
  /// Numbers go on from part to part, so that those of earlier parts are known by being lower.
  private let numbers: UnsafeMutableBufferPointer<Column>
  private var firstNumber: Int32 = 1
  private var rests: Pile<Rest>
  private(set) var entries: Pile<Entry>
  private var begunAt = 0
  private let firstEnd: Int32
  /// By end its place among the entries that are being added, from 1 on; 0 where there is none.
  private let places: UnsafeMutablePointer<Int32>
  private var part = -1

  private struct Column: BitwiseCopyable {
    let first: Int32
    let numbers: UnsafeMutablePointer<Int32>?
  }

  init(_ graph: Graph, _ metaPaths: [MetaPath], to end: NodeKind) {
    numbers = .allocate(capacity: metaPaths.count)
    for (index, metaPath) in metaPaths.enumerated() {
      let nodes = graph.nodes(of: metaPath.steps.first?.to ?? end)
      let isKept = Self.lengths.contains(metaPath.steps.count)
      numbers.initializeElement(
        at: index,
        to: Column(
          first: nodes.first?.rawValue ?? 0, numbers: isKept ? zeroed(nodes.count) : nil))
    }
    let ends = graph.nodes(of: end)
    firstEnd = ends.first?.rawValue ?? 0
    places = zeroed(ends.count)
    rests = Pile()
    entries = Pile()
  }

  deinit {
    for column in numbers { free(column.numbers) }
    numbers.deallocate()
    free(places)
  }

  /// Forgets what was kept where the part is another.
  mutating func enter(_ part: Int) {
    guard part != self.part else { return }
    self.part = part
    firstNumber += Int32(rests.count)
    rests.removeAll()
    entries.removeAll()
    begunAt = 0
  }

  /// A node's rest along a metapath; nil where it has not been walked.
  @inline(__always)
  func rest(of node: Int32, _ column: Int) -> Rest? {
    let column = numbers[column]
    guard let numbers = column.numbers else { return nil }
    let index = Int(numbers[Int(node &- column.first)] &- firstNumber)
    return index >= 0 ? rests.elements[index] : nil
  }

  /// Keeps the entries that have been added since the last call as a node's rest along a metapath.
  mutating func keep(
    as node: Int32, _ column: Int, arriving: Double, leaving: Double
  ) -> Rest {
    let rest = Rest(
      first: Int32(begunAt), count: Int32(entries.count - begunAt), arriving: arriving,
      leaving: leaving)
    for index in begunAt..<entries.count { places[Int(entries.elements[index].end - firstEnd)] = 0 }
    begunAt = entries.count
    numbers[column].numbers?[Int(node - numbers[column].first)] = firstNumber + Int32(rests.count)
    rests.append(rest)
    return rest
  }

  /// Adds a walk to a node to the entries that are not kept yet.
  mutating func add(_ weight: Double, to end: Int32) {
    let place = Int(places[Int(end - firstEnd)])
    if place > 0 {
      entries.elements[place - 1].count += 1
      entries.elements[place - 1].weight += weight
    } else {
      append(weight, to: end)
      places[Int(end - firstEnd)] = Int32(entries.count)
    }
  }

  /// Adds a walk to a node as an entry of its own.
  mutating func append(_ weight: Double, to end: Int32) {
    entries.append(Entry(end: end, count: 1, weight: weight))
  }
}
