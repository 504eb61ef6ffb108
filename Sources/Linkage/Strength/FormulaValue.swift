import Plans

/// What a formula comes to.
public enum FormulaValue: Sendable, Equatable {
  /// A number.
  case number(Double)
  /// Yes or no.
  case answer(Bool)
}

extension Formula {
  /// What it comes to for a fund.
  ///
  /// What is reckoned with something unknown is unknown; but `and` is no where one side is, and `or` is
  /// yes where one side is (S. C. Kleene, *Introduction to Metamathematics*, 1952, § 64).
  func value(for fund: FundFigures) -> Known<FormulaValue> {
    if isQuestion {
      switch root.answer(fund) {
      case .known(let answer): .known(.answer(answer))
      case .unknown(let gaps): .unknown(gaps)
      }
    } else {
      switch root.number(fund) {
      case .known(let number): .known(.number(number))
      case .unknown(let gaps): .unknown(gaps)
      }
    }
  }
}

extension Expression {
  fileprivate func number(_ fund: FundFigures) -> Known<Double> {
    switch self {
    case .number(let value): .known(value)
    case .figure(let figure): fund.number(figure)
    case .count(let figure): fund.count(figure)
    case .years(let figure): fund.years(figure)
    case .negated(let inner): inner.number(fund).map { -$0 }
    case .arithmetic(.over, let left, let right): Self.quotient(left, right, fund)
    case .arithmetic(let arithmetic, let left, let right):
      Known.both(left.number(fund), right.number(fund)) { left, right in
        switch arithmetic {
        case .plus: left + right
        case .minus: left - right
        case .times, .over: left * right
        }
      }
    case .fallback(let left, let right): Self.first(left.number(fund), else: right, fund)
    case .comparison, .not, .both, .either, .isKnown: .unknown([])
    }
  }

  /// A number, or another where it is only not filled in; what is wrong is not passed over.
  private static func first(
    _ left: Known<Double>, else right: Expression, _ fund: FundFigures
  ) -> Known<Double> {
    let isMissing = left.gaps.allSatisfy { gap in
      if case .missing = gap { true } else { false }
    }
    return left.value == nil && isMissing ? right.number(fund) : left
  }

  private static func quotient(
    _ left: Expression, _ right: Expression, _ fund: FundFigures
  ) -> Known<Double> {
    let divisor = right.number(fund)
    if divisor.value == 0 { return .unknown([.zeroDenominator(right.figures)]) }
    return Known.both(left.number(fund), divisor) { $0 / $1 }
  }

  fileprivate func answer(_ fund: FundFigures) -> Known<Bool> {
    switch self {
    case .figure(let figure): return fund.answer(figure)
    case .isKnown(let figure): return .known(fund.isKnown(figure))
    case .not(let inner): return inner.answer(fund).map { !$0 }
    case .comparison(let comparison, let left, let right):
      return Known.both(left.number(fund), right.number(fund)) { comparison.holds($0, $1) }
    case .both(let left, let right):
      return Self.decided(left.answer(fund), right.answer(fund), by: false)
    case .either(let left, let right):
      return Self.decided(left.answer(fund), right.answer(fund), by: true)
    case .number, .count, .years, .negated, .arithmetic, .fallback: return .unknown([])
    }
  }

  /// Two answers as one, which either of them decides alone where it has a value.
  private static func decided(
    _ left: Known<Bool>, _ right: Known<Bool>, by value: Bool
  ) -> Known<Bool> {
    if left.value == value || right.value == value { return .known(value) }
    return Known.both(left, right) { _, _ in !value }
  }
}

extension Known {
  fileprivate func map<Result>(_ change: (Value) -> Result) -> Known<Result> {
    switch self {
    case .known(let value): .known(change(value))
    case .unknown(let gaps): .unknown(gaps)
    }
  }

  /// Two values as one; the gaps of both, each once, where either is not known.
  fileprivate static func both<Result>(
    _ left: Known, _ right: Known, _ join: (Value, Value) -> Result
  ) -> Known<Result> {
    if case .known(let left) = left, case .known(let right) = right {
      return .known(join(left, right))
    }
    return .unknown(left.gaps + right.gaps.filter { !left.gaps.contains($0) })
  }
}
