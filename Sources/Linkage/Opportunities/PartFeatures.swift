import Glibc
import Graphs
import Plans

/// What the metapaths of an approach count for all pairs of a part, looked at once for all that is made
/// of it: the scales, the known ties among the pairs that could stand in their place, and the scores.
struct PartFeatures: ~Copyable {
  /// How many ties weights are fitted to; of more, every so manyth.
  private static let mostTies = 300

  let table: FeatureTable
  private let width: Int
  /// The values of more pairs than these are not kept, but found anew for the scores.
  private let most: Int
  /// By metapath its column in a row.
  private let columns: UnsafeMutablePointer<Int>
  /// The metapaths that begin with a tie of the proposed kind, with that tie.
  private let begun: [(column: Int, type: EdgeType, direction: Direction)]
  private(set) var part = -1
  /// The nodes that links of the part would reach: what its rows belong to.
  private(set) var targets: [NodeID] = []
  /// By target where its pairs begin; one more for the end.
  private var starts = Pile<Int>()
  private var ends = Pile<NodeID>()
  /// By pair what each metapath counts; after `scale(by:)` asinh of its share in the scale.
  private var values = Pile<Double>()
  private var isKept = true
  /// The scales of the part: half the mean over the pairs that are not tied and have such a path.
  private(set) var scales: [Double]
  /// What scores are made of.
  private var usedScales: [Double]
  /// The known ties, each as if it were not there.
  private(set) var cases: TieCases
  /// By target where the pairs of the next one's known ties begin.
  private var casesEnds = Pile<Int>()
  private var knownAsinh = KnownAsinh()

  /// The features of no part yet.
  ///
  /// - Parameter most: The values of more pairs than these are not kept, but found anew for the scores.
  init(_ table: FeatureTable, keeping most: Int = 1 << 17) {
    self.table = table
    self.most = most
    width = table.columns.count
    columns = .allocate(capacity: max(width, 1))
    for (column, place) in table.columns.enumerated() {
      (columns + column).initialize(to: place)
    }
    begun = table.approach.metaPaths.enumerated().compactMap { column, item in
      guard let step = item.metaPath.steps.first, step.edge == table.proposedKind else {
        return nil
      }
      return (column, item.metaPath.edgeType(ofStep: 0), step.direction)
    }
    scales = [Double](repeating: 1, count: width)
    usedScales = scales
    cases = TieCases(width: width)
  }

  deinit { columns.deallocate() }

  /// Turns to a part, with the ties that weights are fitted to.
  mutating func enter(
    _ part: Int, _ row: inout PathRow, _ near: inout PathRow,
    _ memory: inout FeatureTable.PartMemory
  ) {
    let ties = table.ties(of: part)
    let step = max(1, (ties.count + Self.mostTies - 1) / Self.mostTies)
    let chosen = stride(from: 0, to: ties.count, by: step).map { ties[$0] }
    enter(part, ties: chosen, &row, &near, &memory)
  }

  /// Turns to a part.
  ///
  /// - Parameter ties: Known ties, by the node that they reach.
  /// - Complexity: O(walks of all metapaths in the part).
  mutating func enter(
    _ part: Int, ties: [(from: NodeID, to: NodeID)], _ row: inout PathRow, _ near: inout PathRow,
    _ memory: inout FeatureTable.PartMemory
  ) {
    forget()
    self.part = part
    targets = table.targets(of: part)
    var sums = PathSums(targets.count, width: width)
    var next = 0
    for target in targets {
      table.fill(&row, &near, &memory, from: target, within: part)
      add(row, target, to: &sums)
      while next < ties.count, ties[next].to == target {
        table.fill(&row, &near, &memory, from: target, within: part, avoiding: ties[next].from)
        addCase(ties[next], row)
        next += 1
      }
      casesEnds.append(cases.pairCount)
    }
    scales = sums.scales
  }

  private mutating func forget() {
    starts.removeAll()
    starts.append(0)
    ends.removeAll()
    values.removeAll()
    cases.removeAll()
    casesEnds.removeAll()
    isKept = true
  }

  /// The model of the part; from now on its pairs have values by its scales.
  mutating func fitted() -> PathModel {
    scale(by: scales)
    let weights = WeightFit.weights(cases, from: table.approach.metaPaths.map(\.weight))
    return PathModel(weights: weights, scales: scales)
  }

  /// Makes of what metapaths count what scores are made of.
  mutating func scale(by scales: [Double]) {
    usedScales = scales
    var pair = 0
    for number in targets.indices {
      if isKept {
        for kept in starts.elements[number]..<starts.elements[number + 1] {
          knownAsinh.scale(values.elements + kept * width, by: scales)
        }
      }
      // The pairs that could stand in a tie's place are mostly those of its row.
      while pair < casesEnds.elements[number] {
        knownAsinh.scale(cases.values(of: pair), by: scales)
        pair += 1
      }
    }
  }
}

/// The last values of asinh that were asked for: most paths are alike in their degrees, and so in what
/// they weigh.
private struct KnownAsinh: ~Copyable {
  private static let bits = 10
  private let numbers: UnsafeMutablePointer<Double>
  private let values: UnsafeMutablePointer<Double>

  init() {
    numbers = .allocate(capacity: 1 << Self.bits)
    values = .allocate(capacity: 1 << Self.bits)
    numbers.initialize(repeating: 0, count: 1 << Self.bits)
    values.initialize(repeating: 0, count: 1 << Self.bits)
  }

  deinit {
    numbers.deallocate()
    values.deallocate()
  }

  /// Makes of values asinh of their shares in scales.
  mutating func scale(_ pair: UnsafeMutablePointer<Double>, by scales: [Double]) {
    scales.withUnsafeBufferPointer { scales in
      for column in scales.indices where pair[column] != 0 {
        pair[column] = asinh(pair[column] / scales[column])
      }
    }
  }

  @inline(__always)
  private func asinh(_ number: Double) -> Double {
    let place = Int(
      truncatingIfNeeded: (number.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
    if numbers[place] == number { return values[place] }
    let value = Glibc.asinh(number)
    numbers[place] = number
    values[place] = value
    return value
  }
}

// MARK: - Rows

extension PartFeatures {
  /// The pairs of a target: the other ends, and what each metapath is worth for them, pair by pair.
  struct Row: BitwiseCopyable {
    let count: Int
    let ends: UnsafePointer<NodeID>
    let values: UnsafePointer<Double>
  }

  /// The pairs of one of the targets, after `scale(by:)`; good until the next is asked for.
  mutating func row(
    _ number: Int, _ row: inout PathRow, _ near: inout PathRow,
    _ memory: inout FeatureTable.PartMemory
  ) -> Row {
    if isKept {
      let (first, end) = (starts.elements[number], starts.elements[number + 1])
      return Row(
        count: end - first, ends: UnsafePointer(ends.elements + first),
        values: UnsafePointer(values.elements + first * width))
    }
    forgetRows()
    table.fill(&row, &near, &memory, from: targets[number], within: part)
    for index in 0..<row.count {
      append(row, index)
      knownAsinh.scale(values.elements + index * width, by: usedScales)
    }
    return Row(
      count: ends.count, ends: UnsafePointer(ends.elements),
      values: UnsafePointer(values.elements))
  }

  private mutating func append(_ row: borrowing PathRow, _ index: Int) {
    ends.append(row.end(index))
    copy(row, index, to: values.extend(by: width))
  }

  @inline(__always)
  private func copy(
    _ row: borrowing PathRow, _ index: Int, to values: UnsafeMutablePointer<Double>
  ) {
    let cells = row.columns(index)
    for column in 0..<width { values[column] = cells[columns[column]].weight }
  }

  /// Keeps a row, and adds what counts for the scales.
  private mutating func add(
    _ row: borrowing PathRow, _ target: NodeID, to sums: inout PathSums
  ) {
    if !isKept { forgetRows() }
    let first = ends.count
    for index in 0..<row.count { append(row, index) }
    let tied = table.tied(to: target)
    for pair in first..<ends.count where !tied.contains(ends.elements[pair]) {
      sums.add(values.elements + pair * width)
    }
    sums.endTarget()
    starts.append(ends.count)
    if ends.count > most { isKept = false }
  }

  private mutating func forgetRows() {
    ends.removeAll()
    values.removeAll()
  }
}

// MARK: - Known ties

extension PartFeatures {
  /// Adds a tie among all pairs that could stand in its place.
  ///
  /// - Parameter row: The row of the node that it reaches, as if the tie were not there.
  private mutating func addCase(_ tie: (from: NodeID, to: NodeID), _ row: borrowing PathRow) {
    let own = table.graph.span(of: table.approach.from, in: part)
    let shared = table.graph.span(of: table.approach.from, in: 0)
    // A supporter that plans share is tied to funds of other plans too.
    let tied = table.tied(to: tie.to)
    let tiedHere = tied.nodes(in: shared).count + tied.nodes(in: own).count
    let first = cases.pairCount
    _ = cases.addPair()
    for index in 0..<row.count {
      let from = row.end(index)
      if from == tie.from {
        copy(row, index, to: cases.values(of: first))
        weaken(cases.values(of: first), from)
      } else if own.contains(from) || shared.contains(from), !tied.contains(from) {
        copy(row, index, to: cases.addPair())
      }
    }
    let others = cases.pairCount - first - 1
    cases.end(zeros: max(0, own.length + shared.length - tiedHere - others))
  }

  /// Takes from a node's paths what they lose where they begin with a tie of the proposed kind, and one
  /// such tie is taken away: its degree is one less.
  private func weaken(_ values: UnsafeMutablePointer<Double>, _ node: NodeID) {
    var known: (type: EdgeType, direction: Direction, factor: Double)?
    for item in begun {
      if known?.type != item.type || known?.direction != item.direction {
        let degree = Double(table.graph.degree(of: node, item.type, item.direction, within: part))
        let factor = degree > 1 ? pow((degree - 1) / degree, -table.approach.damping) : 0
        known = (item.type, item.direction, factor)
      }
      values[item.column] *= known?.factor ?? 1
    }
  }
}

extension Range<NodeID> {
  fileprivate var length: Int { upperBound.index - lowerBound.index }
}

/// The sums from which the scales of metapaths are made.
private struct PathSums: ~Copyable {
  private let width: Int
  /// Targets are summed up in stretches, and the stretches then.
  private let stretch: Int
  private var targets = 0
  private let counts: UnsafeMutablePointer<Int>
  private let weights: UnsafeMutablePointer<Double>
  private let stretchWeights: UnsafeMutablePointer<Double>

  init(_ targets: Int, width: Int) {
    self.width = width
    stretch = max(64, targets / 16 + 1)
    counts = .allocate(capacity: width)
    weights = .allocate(capacity: width)
    stretchWeights = .allocate(capacity: width)
    counts.initialize(repeating: 0, count: width)
    weights.initialize(repeating: 0, count: width)
    stretchWeights.initialize(repeating: 0, count: width)
  }

  deinit {
    counts.deallocate()
    weights.deallocate()
    stretchWeights.deallocate()
  }

  /// Adds what the metapaths count for a pair.
  @inline(__always)
  mutating func add(_ values: UnsafePointer<Double>) {
    for column in 0..<width {
      counts[column] += values[column] > 0 ? 1 : 0
      stretchWeights[column] += values[column]
    }
  }

  mutating func endTarget() {
    targets += 1
    if targets % stretch == 0 { endStretch() }
  }

  private mutating func endStretch() {
    for column in 0..<width {
      weights[column] += stretchWeights[column]
      stretchWeights[column] = 0
    }
  }

  /// Half the mean of what is more than nothing; 1 where nothing is.
  var scales: [Double] {
    (0..<width).map { column in
      let weight = weights[column] + stretchWeights[column]
      return counts[column] > 0 ? weight / Double(counts[column]) / 2 : 1
    }
  }
}
