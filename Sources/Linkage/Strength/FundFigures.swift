import Graphs
import Plans

/// Something that may not be known, and then why not.
enum Known<Value> {
  case known(Value)
  case unknown([Gap])

  var value: Value? { if case .known(let value) = self { value } else { nil } }
  var gaps: [Gap] { if case .unknown(let gaps) = self { gaps } else { [] } }
}

/// The figures of one fund, as formulas ask for them; what contradicts itself is not known.
struct FundFigures {
  private let plans: PlanGraph
  private let node: NodeID
  private let fund: Fund
  /// The headings of what is typed beside FORMAT's columns, as they are compared.
  private let extraKeys: [String]

  /// The figures of a fund; nil where the node is none.
  init?(_ plans: PlanGraph, _ node: NodeID) {
    guard let fund = plans.record(of: node) as? Fund else { return nil }
    self.plans = plans
    self.node = node
    self.fund = fund
    extraKeys = fund.extra.map(\.headingKey)
  }

  /// The date of the figures.
  var asOf: PlanDate? { fund.asOf }

  func number(_ figure: Figure) -> Known<Double> {
    if isPrivate(figure) { return .unknown([.tooFewPeople(figure)]) }
    let typed = typed(figure)
    guard let number = typed.value else { return typed }
    if let gap = outOfBounds(figure, number) { return .unknown([gap]) }
    let contradictions = contradictions(of: figure, number)
    return contradictions.isEmpty ? typed : .unknown(contradictions)
  }

  func answer(_ figure: Figure) -> Known<Bool> {
    switch figure {
    case .column(.accountsCurrent): fund.accountsCurrent.map { .known($0) } ?? missing(figure)
    case .input(let input): extra(input, \.answer)
    default: missing(figure)
    }
  }

  /// How many stand in a column; none are not known, since an empty cell says nothing.
  func count(_ figure: Figure) -> Known<Double> {
    let count =
      switch figure {
      case .column(.welfareKinds): fund.welfareKinds.count
      case .column(.places): plans.neighbours(of: node, .locatedIn, .forward).count
      case .column(.organisations): plans.neighbours(of: node, .belongsTo, .forward).count
      case .work: plans.neighbours(of: node, .finances, .forward).count
      case .planPlaces: plans.plan(of: node).map { plans.plans[$0].places.count } ?? 0
      default: 0
      }
    return count > 0 ? .known(Double(count)) : missing(figure)
  }

  /// The whole years from a date to that of the figures, as far as both are known.
  func years(_ figure: Figure) -> Known<Double> {
    guard let start = figure == .column(.founded) ? fund.founded : fund.asOf else {
      return missing(figure)
    }
    guard let end = fund.asOf else { return missing(.column(.asOf)) }
    var years = end.year - start.year
    if let before = start.month, let after = end.month {
      let isEarlier =
        before != after ? after < before : (end.day ?? 31) < (start.day ?? 1)
      if isEarlier { years -= 1 }
    }
    guard end.year >= start.year, years >= 0 else {
      return .unknown([.dateAfter(figure, .column(.asOf))])
    }
    return .known(Double(years))
  }

  /// Whether there is a figure at all.
  func isKnown(_ figure: Figure) -> Bool {
    switch figure.content {
    case .number: number(figure).value != nil
    case .answer: answer(figure).value != nil
    case .list: count(figure).value != nil
    case .date: years(figure).value != nil
    case nil: false
    }
  }

  private func missing<Value>(_ figure: Figure) -> Known<Value> { .unknown([.missing(figure)]) }

  private func isPrivate(_ figure: Figure) -> Bool {
    switch figure {
    case .column(let column): fund.hides(column)
    case .input(let input): extras(input).contains { fund.hides($0) }
    case .planPlaces, .work: false
    }
  }
}

// MARK: - What is typed

extension FundFigures {
  private func typed(_ figure: Figure) -> Known<Double> {
    switch figure {
    case .column(.committee): committee(figure)
    case .column(let column): fund.amount(column).map { .known($0) } ?? missing(figure)
    case .input(let input): extra(input, \.number)
    case .planPlaces, .work: count(figure)
    }
  }

  /// How many sit on the committee: a number, or names apart by `;`.
  private func committee(_ figure: Figure) -> Known<Double> {
    guard let text = fund.committee else { return missing(figure) }
    if let number = Numerals.number(typed: text) { return .known(number) }
    return .known(Double(text.split { $0 == ";" || $0.isNewline }.count))
  }

  private func extras(_ input: RuleInput) -> [ExtraValue] {
    zip(fund.extra, extraKeys).filter { input.matchKeys.contains($0.1) }.map(\.0)
  }

  private func extra<Value: Equatable>(
    _ input: RuleInput, _ read: (ExtraValue) -> Value?
  ) -> Known<Value> {
    let cells = extras(input)
    let said = cells.filter { !$0.isUnknown }
    guard let first = said.first else {
      return .unknown([
        cells.contains(where: \.cannotAssess)
          ? .cannotAssess(.input(input)) : .missing(.input(input))
      ])
    }
    guard let value = read(first) else {
      return .unknown([.unreadable(.input(input), text: first.text)])
    }
    return said.allSatisfy { read($0) == value }
      ? .known(value) : .unknown([.disagreeing(.input(input))])
  }
}

// MARK: - What cannot be right

extension FundFigures {
  private func outOfBounds(_ figure: Figure, _ number: Double) -> Gap? {
    if !number.isFinite { return .missing(figure) }
    if case .input(let input) = figure, input.least != nil || input.most != nil {
      let bounds = (input.least ?? 0, input.most ?? .infinity)
      return number < bounds.0 || number > bounds.1
        ? .outside(figure, from: bounds.0, to: bounds.1) : nil
    }
    // Losses may have eaten the reserves up.
    return number < 0 && figure != .column(.reserves) ? .negative(figure) : nil
  }

  /// Parts that exceed their whole: which of the two is wrong nobody knows, so neither is used.
  private func contradictions(of figure: Figure, _ number: Double) -> [Gap] {
    var gaps: [Gap] = []
    for (part, whole) in Self.parts {
      guard let partly = fund.amount(part), let all = fund.amount(whole), all >= 0, partly > all,
        figure == .column(part) || figure == .column(whole)
      else { continue }
      gaps.append(.partOverWhole(.column(part), .column(whole)))
    }
    if case .input(let input) = figure, let whole = input.whole,
      let all = fund.amount(whole), number > all
    {
      gaps.append(.partOverWhole(figure, .column(whole)))
    }
    return gaps
  }

  private static let parts: [(part: Column, whole: Column)] = [
    (.overdue, .loans), (.loans, .assets), (.reserves, .assets),
  ]
}

extension Fund {
  /// The number in a column; nil where none stands there.
  fileprivate func amount(_ column: Column) -> Double? {
    switch column {
    case .members: members
    case .savings: savings
    case .shares: shares
    case .loans: loans
    case .overdue: overdue
    case .reserves: reserves
    case .assets: assets
    case .externalDebt: externalDebt
    case .welfarePaid: welfarePaid
    default: nil
    }
  }
}
