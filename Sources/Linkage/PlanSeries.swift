public import Plans

/// Plans of one tambon, of several years: what the community wrote then and writes now.
public struct PlanSeries: Sendable, Equatable {
  /// The indices of the plans, the oldest first.
  public let plans: [Int]

  /// The plan of the latest year.
  public var latest: Int { plans[plans.count - 1] }

  /// The plans by tambon, those of one tambon and of different years together.
  ///
  /// Tambons are one where their names are, and neither amphoe nor province says otherwise; a plan
  /// without a tambon or a year, or with the year of another, stands alone.
  ///
  /// - Returns: Each plan in one series, in the order of their first plans.
  public static func all(_ plans: [Plan]) -> [PlanSeries] {
    var groups: [[Int]] = []
    for (index, plan) in plans.enumerated() {
      let fitting = groups.firstIndex { group in
        group.allSatisfy {
          plan.isOfSameTambon(as: plans[$0]) && plan.isOfOtherYear(than: plans[$0])
        }
      }
      if let fitting { groups[fitting].append(index) } else { groups.append([index]) }
    }
    return groups.map { group in
      PlanSeries(
        plans: group.sorted {
          let (left, right) = (plans[$0].year?.year ?? 0, plans[$1].year?.year ?? 0)
          return (left, $0) < (right, $1)
        })
    }
  }
}

extension Plan {
  fileprivate func isOfSameTambon(as other: Plan) -> Bool {
    guard let tambon, let otherTambon = other.tambon else { return false }
    func differ(_ one: String?, _ other: String?) -> Bool {
      guard let one, let other else { return false }
      return MatchKey.name(one) != MatchKey.name(other)
    }
    return !differ(tambon, otherTambon) && !differ(amphoe, other.amphoe)
      && !differ(province, other.province)
  }

  fileprivate func isOfOtherYear(than other: Plan) -> Bool {
    guard let year, let otherYear = other.year else { return false }
    return year.year != otherYear.year
  }
}
