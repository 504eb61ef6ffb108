/// Values that grow by one from row to row for so long that it can hardly be meant.
enum CountingRuns {
  /// Runs of amounts that grow by one baht: nobody's budgets do.
  ///
  /// - Returns: Where they stand among the amounts, ascending.
  /// - Complexity: O(amounts), as for years.
  static func amounts(_ amounts: [Double?]) -> [Range<Int>] {
    runs(in: amounts, ofAtLeast: 4) { $1 == $0 + 1 && $1 > 100 }
  }

  /// Runs of years that grow by one: lists in the order of years do so for a few rows at most.
  static func years(_ dates: [PlanDate?]) -> [Range<Int>] {
    runs(in: dates, ofAtLeast: 6) { $1.month == nil && $1.year == $0.year + 1 }
  }

  private static func runs<Value>(
    in values: [Value?], ofAtLeast shortest: Int, _ follows: (Value, Value) -> Bool
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in 1..<values.count + 1 {
      if index < values.count, let last = values[index - 1], let own = values[index],
        follows(last, own)
      {
        continue
      }
      if index - start >= shortest { runs.append(start..<index) }
      start = index
    }
    return runs
  }
}
