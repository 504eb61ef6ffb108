/// Walks without their first step: how a row comes to what `WalkRests` keeps, and what it takes of it.
extension PathRow {
  /// What is left of a walk from a node on, where it is worth keeping.
  mutating func newRest(of node: Int32, _ walk: Walk) -> WalkRests.Rest? {
    guard walk.isKept else { return nil }
    let arriving = walk.steps[0].back.count(of: node, within: part)
    guard arriving >= WalkRests.least else { return nil }
    let second = walk.steps[1]
    let row = second.ahead.row(of: node, within: part)
    for position in row.positions {
      let next = second.ahead.neighbours[position]
      if next == node { continue }
      let weight = factors[second.back.count(of: next, within: part)]
      if walk.length == 2 {
        rests.append(weight, to: next)
      } else {
        walkLast(from: next, after: node, walk.steps[2], weight: factors[row.count] * weight)
      }
    }
    return rests.keep(
      as: node, walk.column, arriving: factors[arriving],
      leaving: walk.length == 2 ? factors[row.count] : 1)
  }

  /// Takes the last of three steps.
  private mutating func walkLast(
    from middle: Int32, after node: Int32, _ step: Step, weight: Double
  ) {
    let row = step.ahead.row(of: middle, within: part)
    let weight = weight * factors[row.count]
    for position in row.positions {
      let end = step.ahead.neighbours[position]
      if end == node || end == middle { continue }
      rests.add(weight * factors[step.back.count(of: end, within: part)], to: end)
    }
  }

  /// Notes where the last step of a walk of three leads from the start itself: rests that come back to
  /// the start are no paths.
  ///
  /// - Returns: Whether it leads anywhere.
  mutating func openReturns(_ walk: Walk) -> Bool {
    let last = walk.steps[2]
    let row = last.ahead.row(of: start, within: part)
    for position in row.positions {
      let end = last.ahead.neighbours[position]
      let cell = returns + Int(end - cells.firstEnd)
      cell.pointee.count += 1
      cell.pointee.weight += factors[last.back.count(of: end, within: part)]
    }
    arrivingBack = factors[walk.steps[1].back.count(of: start, within: part)]
    leavingAgain = factors[row.count]
    return row.count > 0
  }

  /// Forgets what `openReturns` noted.
  mutating func closeReturns(_ walk: Walk) {
    let last = walk.steps[2]
    for position in last.ahead.row(of: start, within: part).positions {
      let end = last.ahead.neighbours[position]
      returns[Int(end - cells.firstEnd)] = PathCount(count: 0, weight: 0)
    }
  }

  /// Adds what is left of a walk through a node, without what ends at the start or comes back to it.
  mutating func add(
    _ rest: WalkRests.Rest, of node: Int32, _ walk: Walk, weight: Double, mayReturn: Bool
  ) {
    let (times, share) = mayReturn ? returning(from: node, walk) : (0, 0)
    for index in Int(rest.first)..<Int(rest.first + rest.count) {
      let entry = rests.entries.elements[index]
      if entry.end == start { continue }
      let back = returns[Int(entry.end - cells.firstEnd)]
      // Of weights whose difference is nothing but rounding nothing is left.
      let count = entry.count - times * back.count
      guard count > 0 else { continue }
      cells.add(
        count, weight * rest.leaving * (entry.weight - share * back.weight), to: entry.end,
        walk.column)
    }
  }

  /// How many edges of a walk's second step lead from a node back to the start, and what walks over
  /// them weigh but for their last edge's end.
  private mutating func returning(from node: Int32, _ walk: Walk) -> (times: Int, share: Double) {
    let second = walk.steps[1]
    let row = second.ahead.row(of: node, within: part)
    let times = row.positions(of: start, in: second.ahead.neighbours).count
    guard times > 0 else { return (0, 0) }
    return (times, Double(times) * (factors[row.count] * arrivingBack * leavingAgain))
  }
}
