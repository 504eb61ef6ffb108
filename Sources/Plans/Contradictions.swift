import Graphs
import Sheets

extension Plan {
  /// Reports what contradicts itself in the record that was made of a row.
  func reportContradictions(of row: some RecordRow, _ node: NodeReference) {
    switch node.kind {
    case .activity: row.report(activities[node.index])
    case .fund: row.report(funds[node.index])
    case .leader:
      let leader = leaders[node.index]
      row.report(end: .until, leader.until, before: leader.since)
    case .place: row.report(places[node.index])
    default: break
    }
  }
}

/// Cells of one row that cannot all be right.
extension RecordRow {
  fileprivate func report(_ activity: Activity) {
    report(end: .end, activity.end, before: activity.start)
    report(part: .ownBudget, activity.ownBudget, over: .budget, activity.budget)
    reportNegative([(.budget, activity.budget), (.ownBudget, activity.ownBudget)])
  }

  fileprivate func report(_ fund: Fund) {
    report(part: .overdue, fund.overdue, over: .loans, fund.loans)
    reportNegative([
      (.members, fund.members), (.savings, fund.savings), (.shares, fund.shares),
      (.loans, fund.loans), (.overdue, fund.overdue), (.assets, fund.assets),
      (.externalDebt, fund.externalDebt), (.welfarePaid, fund.welfarePaid),
    ])
  }

  fileprivate func report(_ place: Place) {
    reportNegative([(.households, place.households)])
    for (column, degrees, limit) in [
      (Column.latitude, place.latitude, 90.0), (.longitude, place.longitude, 180),
    ] {
      if let degrees, abs(degrees) > limit {
        report(.notOnEarth(table, column, degrees), at: column)
      }
    }
  }

  fileprivate func report(end column: Column, _ end: PlanDate?, before start: PlanDate?) {
    if let end, let start, end.isSurelyBefore(start) {
      report(.endBeforeStart(table, column, start: start, end: end), at: column)
    }
  }

  private func report(
    part: Column, _ amount: Double?, over whole: Column, _ total: Double?
  ) {
    if let amount, let total, amount > total, total >= 0 {
      report(.partOverWhole(table, part, part: amount, whole: whole, total), at: part)
    }
  }

  private func reportNegative(_ amounts: [(Column, Double?)]) {
    for case (let column, let amount?) in amounts where amount < 0 {
      report(.negativeAmount(table, column, amount), at: column)
    }
  }
}

extension PlanDate {
  /// Whether a date ends before another begins, as far as both are known: 2566 and May 2566 may be
  /// either way around.
  func isSurelyBefore(_ other: PlanDate) -> Bool {
    if year != other.year { return year < other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month < otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day < otherDay
  }
}
