public import Plans

extension PlanReading {
  /// The reading as those see it who judge funds: columns that rule sets ask for are not unknown.
  public func knowing(_ sets: [RuleSet]) -> PlanReading {
    let keys = Set(sets.flatMap(\.inputs).flatMap(\.matchKeys))
    return knowing { table, key in table == .funds && keys.contains(key) }
  }
}
