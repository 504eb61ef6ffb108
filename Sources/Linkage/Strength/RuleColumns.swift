public import Plans

extension PlanReading {
  /// The reading as those see it who judge funds: columns that rule sets ask for are not unknown.
  ///
  /// - Parameter sets: Asked for only where a table of funds has columns that FORMAT does not know: to
  ///   read the rules takes as long as to read a plan.
  public func knowing(_ sets: @autoclosure () -> [RuleSet]) -> PlanReading {
    var known: Set<String>?
    func keys() -> Set<String> {
      if let known { return known }
      let keys = Set(sets().flatMap(\.inputs).flatMap(\.matchKeys))
      known = keys
      return keys
    }
    return knowing { table, key in table == .funds && keys().contains(key) }
  }
}
