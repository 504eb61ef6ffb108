extension SimpleGraph {
  /// How often each node lies between two others on a shortest path, exactly.
  ///
  /// A pair counts by the share of its shortest paths that pass the node; weights are left aside.
  /// U. Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical Sociology 25
  /// (2001) 163–177, for several sources at a time.
  ///
  /// - Parameter isNormalised: Whether the counts are divided by the pairs of other nodes of the whole
  ///   graph, (n−1)(n−2)/2, however it hangs together; a graph of fewer than three nodes gives zeros.
  /// - Returns: A value for each node, the same on every machine to the last bit.
  /// - Complexity: O(nodes · ties), component by component.
  public func betweennessCentrality(isNormalised: Bool = true) -> [Double] {
    let order = localityOrder()
    let graph = renumbered(order)
    let jobs = graph.betweennessJobs()
    let sums = concurrentMap(jobs.count) { graph.dependencies(of: jobs[$0]) }
    var totals = [Double](repeating: 0, count: nodeCount)
    for (job, sums) in zip(jobs, sums) {
      for (number, sum) in zip(job.nodes, sums) { totals[Int(order[number])] += sum }
    }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2) / 2
    // Each pair is met from both of its ends.
    let scale = isNormalised ? (pairs > 0 ? 0.5 / pairs : 0) : 0.5
    return totals.map { $0 * scale }
  }

  /// Some components with all of their nodes as sources, or one with some.
  private struct BetweennessJob {
    var nodes: Range<Int>
    var sources: Range<Int>
  }

  /// As many jobs on every machine, so that sums are taken in the same order.
  private func betweennessJobs() -> [BetweennessJob] {
    var jobs: [BetweennessJob] = []
    for nodes in componentRanges() where nodes.count > 2 {
      if let last = jobs.last, last.sources == last.nodes, last.nodes.count + nodes.count < 1_024 {
        // What lies between are components too small to have a node in between.
        let joined = last.nodes.lowerBound..<nodes.upperBound
        jobs[jobs.count - 1] = BetweennessJob(nodes: joined, sources: joined)
        continue
      }
      let parts = max(1, min(32, nodes.count / 512))
      for part in 0..<parts {
        let bounds = [part, part + 1].map { nodes.lowerBound + nodes.count * $0 / parts }
        jobs.append(BetweennessJob(nodes: nodes, sources: bounds[0]..<bounds[1]))
      }
    }
    return jobs
  }

  /// The components of a graph whose nodes are numbered component by component.
  private func componentRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, last) = (0, 0)
    for node in 0..<nodeCount {
      if node > last {
        ranges.append(start..<node)
        start = node
      }
      last = max(last, node, targets[row(node)].last.map(Int.init) ?? node)
    }
    if nodeCount > 0 { ranges.append(start..<nodeCount) }
    return ranges
  }

  /// The sums of the dependencies of a job's sources on each of its nodes.
  private func dependencies(of job: BetweennessJob) -> [Double] {
    starts.withUnsafeBufferPointer { starts in
      targets.withUnsafeBufferPointer { targets in
        var batch = SourceBatch(starts: starts, targets: targets, nodes: job.nodes)
        var next = job.sources.lowerBound
        while next < job.sources.upperBound {
          next = batch.add(from: next, before: job.sources.upperBound)
        }
        return Array(batch.sums)
      }
    }
  }
}

/// Several searches at a time, one a lane, over rows that are read once for all of them.
///
/// A node's paths are the sum of its neighbours' paths: those one step nearer have theirs by then,
/// those as near do not yet, as the nodes of a distance are told theirs together. So no distances are
/// compared, and on the way back likewise.
private struct SourceBatch: ~Copyable {
  private typealias Lanes = SIMD8<Double>

  private let starts: UnsafeBufferPointer<Int32>
  private let targets: UnsafeBufferPointer<Int32>
  private let nodes: Range<Int>
  /// By node the number of shortest paths from each lane's source.
  private let paths: UnsafeMutablePointer<Lanes>
  /// By node, for each lane, what a path through it carries on: (1 + dependency) / paths.
  private let carried: UnsafeMutablePointer<Lanes>
  /// The lanes that have met a node, and those that meet it next.
  private let met: UnsafeMutablePointer<UInt8>
  private let meeting: UnsafeMutablePointer<UInt8>
  /// Nodes by distance; one stands at every distance that a lane has to it, with those lanes.
  private let visits: UnsafeMutablePointer<(node: Int32, lanes: UInt8)>
  private let values: UnsafeMutablePointer<Lanes>
  let sums: UnsafeMutableBufferPointer<Double>
  /// By four bits, ones in the lanes of those that are set.
  private let ones: UnsafeMutablePointer<SIMD4<Double>>

  /// Scratch memory for components that follow one another.
  init(
    starts: UnsafeBufferPointer<Int32>, targets: UnsafeBufferPointer<Int32>, nodes: Range<Int>
  ) {
    (self.starts, self.targets, self.nodes) = (starts, targets, nodes)
    paths = .allocate(capacity: nodes.count)
    carried = .allocate(capacity: nodes.count)
    values = .allocate(capacity: nodes.count)
    met = .allocate(capacity: nodes.count)
    meeting = .allocate(capacity: nodes.count)
    // The one beyond the last is written to before it is known whether it counts.
    visits = .allocate(capacity: nodes.count * Lanes.scalarCount + 1)
    ones = .allocate(capacity: 16)
    for lanes in 0..<16 {
      (ones + lanes).initialize(to: SIMD4((0..<4).map { Double(lanes >> $0 & 1) }))
    }
    sums = .allocate(capacity: nodes.count)
    paths.initialize(repeating: .zero, count: nodes.count)
    carried.initialize(repeating: .zero, count: nodes.count)
    values.initialize(repeating: .zero, count: nodes.count)
    met.initialize(repeating: 0, count: nodes.count)
    meeting.initialize(repeating: 0, count: nodes.count)
    sums.initialize(repeating: 0)
  }

  deinit {
    paths.deallocate()
    carried.deallocate()
    values.deallocate()
    met.deallocate()
    meeting.deallocate()
    visits.deallocate()
    sums.deallocate()
    ones.deallocate()
  }

  /// Adds the dependencies of the next sources, all of one component.
  ///
  /// - Returns: The first source that is left.
  mutating func add(from first: Int, before end: Int) -> Int {
    let base = nodes.lowerBound
    var levels = [0]
    let last = min(end, first + Lanes.scalarCount)
    for lane in 0..<(last - first) {
      let source = first - base + lane
      paths[source][lane] = 1
      met[source] = 1 << UInt8(lane)
      visits[lane] = (Int32(source), 1 << UInt8(lane))
    }
    levels.append(last - first)
    while levels[levels.count - 1] > levels[levels.count - 2] {
      levels.append(advance(levels[levels.count - 2], levels[levels.count - 1]))
    }
    for level in (1..<(levels.count - 2)).reversed() {
      retreat(levels[level], levels[level + 1])
    }
    for visit in 0..<levels[levels.count - 1] {
      let node = Int(visits[visit].node)
      (paths[node], carried[node]) = (.zero, .zero)
      met[node] = 0
    }
    return last
  }

  /// From the nodes of a distance to those one step farther.
  private func advance(_ first: Int, _ end: Int) -> Int {
    var last = end
    for visit in first..<end {
      let (node, lanes) = visits[visit]
      for position in row(node) {
        let other = target(position)
        let known = meeting[other]
        let now = known | (lanes & ~met[other])
        meeting[other] = now
        visits[last].node = Int32(truncatingIfNeeded: other)
        last &+= known == 0 && now != 0 ? 1 : 0
      }
    }
    for visit in end..<last {
      let node = visits[visit].node
      let lanes = meeting[Int(node)]
      visits[visit].lanes = lanes
      meeting[Int(node)] = 0
      met[Int(node)] |= lanes
      values[visit &- end] = sum(paths, around: node) * ones(in: lanes)
    }
    for visit in end..<last { paths[Int(visits[visit].node)] += values[visit &- end] }
    return last
  }

  /// The dependencies on the nodes of a distance, from those on the nodes one step farther.
  private func retreat(_ first: Int, _ end: Int) {
    for visit in first..<end {
      let (node, lanes) = visits[visit]
      let ones = ones(in: lanes)
      let own = paths[Int(node)] * ones
      let dependency = sum(carried, around: node) * own
      sums[Int(node)] += dependency.sum()
      values[visit &- first] = (ones + dependency) / (own + (1 - ones))
    }
    for visit in first..<end { carried[Int(visits[visit].node)] += values[visit &- first] }
  }

  @inline(__always)
  private func row(_ node: Int32) -> Range<Int> {
    let node = Int(node) &+ nodes.lowerBound
    return Range(uncheckedBounds: (Int(starts[node]), Int(starts[node &+ 1])))
  }

  @inline(__always)
  private func target(_ position: Int) -> Int { Int(targets[position]) &- nodes.lowerBound }

  @inline(__always)
  private func sum(_ lanes: UnsafeMutablePointer<Lanes>, around node: Int32) -> Lanes {
    var sum = Lanes.zero
    for position in row(node) { sum += lanes[target(position)] }
    return sum
  }

  /// Ones in some lanes, zeros in the others.
  @inline(__always)
  private func ones(in lanes: UInt8) -> Lanes {
    SIMD8(lowHalf: ones[Int(lanes & 15)], highHalf: ones[Int(lanes >> 4)])
  }
}
