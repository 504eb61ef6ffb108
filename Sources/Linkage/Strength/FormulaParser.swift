import Plans

extension Formula {
  /// Reads a formula: `overdue / loans`, `จำนวน(ประเภทสวัสดิการ)`, `assets > 0 and not municipal`.
  ///
  /// Operators by falling strength: brackets, sign, `* /`, `+ -`, `else` (what to take where nothing is
  /// filled in), one comparison, `not`, `and`, `or`;
  /// `count(…)` counts what stands in a column, `years(…)` the whole years from a date to that of the
  /// figures, `known(…)` says whether there is a figure at all.
  ///
  /// - Parameter inputs: The columns that may be named beside those of the funds table.
  /// - Complexity: O(length of the text).
  public init(_ text: String, inputs: [RuleInput] = []) throws(FormulaProblem) {
    var parser = Parser(tokens: try FormulaText.tokens(of: text), inputs: inputs)
    let root = try parser.formula()
    self.text = text
    self.root = root
    figures = root.figures
  }
}

private struct Parser {
  let tokens: [FormulaText.Placed]
  let figures: [String: Figure]
  let words: [String]
  private var next = 0
  private var depth = 0

  init(tokens: [FormulaText.Placed], inputs: [RuleInput]) {
    self.tokens = tokens
    // What the set's file declares goes before what FORMAT calls alike.
    let all = inputs.map(Figure.input) + Figure.standard
    figures = Dictionary(
      all.flatMap { figure in figure.words.map { (MatchKey.heading($0), figure) } }
    ) { first, _ in first }
    words = all.flatMap(\.words)
  }

  mutating func formula() throws(FormulaProblem) -> Expression {
    if tokens.isEmpty { throw .endsEarly }
    let found = try either()
    if next < tokens.count { throw unexpected }
    guard found.content == .number || found.content == .answer else {
      throw .wrongContent(wholeText, is: found.content, expected: .number)
    }
    return found
  }

  private var wholeText: String { tokens.map(\.text).joined(separator: " ") }

  private var unexpected: FormulaProblem {
    next < tokens.count ? .unexpected(tokens[next].text, at: tokens[next].place) : .endsEarly
  }

  private mutating func take(_ marks: Set<String>) -> String? {
    guard next < tokens.count else { return nil }
    switch tokens[next].token {
    case .mark(let mark) where marks.contains(mark):
      next += 1
      return mark
    case .name(let name) where marks.contains(name.lowercased()) && !isBracketed:
      next += 1
      return name
    default: return nil
    }
  }

  private var isBracketed: Bool { ["[", "“", "\""].contains(tokens[next].text.first) }

  private mutating func either() throws(FormulaProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw .tooDeep }
    var left = try both()
    while take(["or", "หรือ"]) != nil {
      left = .either(try answer(left), try answer(try both()))
    }
    return left
  }

  private mutating func both() throws(FormulaProblem) -> Expression {
    var left = try inverted()
    while take(["and", "และ"]) != nil {
      left = .both(try answer(left), try answer(try inverted()))
    }
    return left
  }

  private mutating func inverted() throws(FormulaProblem) -> Expression {
    guard take(["not", "ไม่ใช่"]) != nil else { return try comparison() }
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw .tooDeep }
    return .not(try answer(try inverted()))
  }

  private mutating func comparison() throws(FormulaProblem) -> Expression {
    let left = try fallback()
    guard let mark = take(Set(Comparison.allCases.map(\.rawValue))),
      let comparison = Comparison(rawValue: mark)
    else { return left }
    return .comparison(comparison, try number(left), try number(try fallback()))
  }

  private mutating func fallback() throws(FormulaProblem) -> Expression {
    var left = try sum()
    while take(["else", "ไม่ทราบใช้"]) != nil {
      left = .fallback(try number(left), try number(try sum()))
    }
    return left
  }

  private mutating func sum() throws(FormulaProblem) -> Expression {
    var left = try product()
    while let mark = take(["+", "-"]) {
      left = .arithmetic(
        mark == "+" ? .plus : .minus, try number(left), try number(try product()))
    }
    return left
  }

  private mutating func product() throws(FormulaProblem) -> Expression {
    var left = try signed()
    while let mark = take(["*", "/"]) {
      left = .arithmetic(mark == "*" ? .times : .over, try number(left), try number(try signed()))
    }
    return left
  }

  private mutating func signed() throws(FormulaProblem) -> Expression {
    guard take(["-"]) != nil else { return try simple() }
    depth += 1
    defer { depth -= 1 }
    if depth > 50 { throw .tooDeep }
    return .negated(try number(try signed()))
  }

  private mutating func simple() throws(FormulaProblem) -> Expression {
    guard next < tokens.count else { throw .endsEarly }
    switch tokens[next].token {
    case .number(let value):
      next += 1
      return .number(take(["%"]) == nil ? value : value / 100)
    case .mark("("):
      let place = tokens[next].place
      next += 1
      let inner = try either()
      guard take([")"]) != nil else {
        if next < tokens.count { throw unexpected }
        throw .neverClosed(at: place)
      }
      return inner
    case .name(let name): return try named(name)
    case .mark: throw unexpected
    }
  }

  private mutating func named(_ name: String) throws(FormulaProblem) -> Expression {
    let isCall = next + 1 < tokens.count && tokens[next + 1].token == .mark("(")
    if isCall, let call = Self.calls[name.lowercased()] {
      next += 2
      guard next < tokens.count, case .name(let column) = tokens[next].token else {
        throw unexpected
      }
      let figure = try figure(column)
      next += 1
      guard take([")"]) != nil else { throw unexpected }
      return try self.call(call, figure, column)
    }
    let figure = try figure(name)
    next += 1
    return .figure(figure)
  }

  private enum Call { case count, years, isKnown }
  private static let calls: [String: Call] = [
    "count": .count, "จำนวน": .count, "years": .years, "ปี": .years, "known": .isKnown,
    "ทราบ": .isKnown,
  ]

  private func call(
    _ call: Call, _ figure: Figure, _ name: String
  ) throws(FormulaProblem) -> Expression {
    let content = Expression.figure(figure).content
    switch call {
    case .count:
      guard content == .list else { throw .wrongContent(name, is: content, expected: .list) }
      return .count(figure)
    case .years:
      guard content == .date else { throw .wrongContent(name, is: content, expected: .date) }
      return .years(figure)
    case .isKnown: return .isKnown(figure)
    }
  }

  private func figure(_ name: String) throws(FormulaProblem) -> Figure {
    guard let figure = figures[MatchKey.heading(name)] else {
      throw .unknownName(name, near: nearest(to: name))
    }
    if figure.content == nil { throw .holdsText(name) }
    return figure
  }

  /// The three names that share most letters with one that is not known.
  private func nearest(to name: String) -> [String] {
    let letters = Set(MatchKey.heading(name))
    func likeness(_ word: String) -> Double {
      let other = Set(MatchKey.heading(word))
      return Double(letters.intersection(other).count) / Double(letters.union(other).count)
    }
    let scored = words.map { (word: $0, likeness: likeness($0)) }.filter { $0.likeness > 0.4 }
    return scored.sorted { ($1.likeness, $0.word) < ($0.likeness, $1.word) }.prefix(3).map(\.word)
  }

  private func number(_ part: Expression) throws(FormulaProblem) -> Expression {
    try checked(part, .number)
  }

  private func answer(_ part: Expression) throws(FormulaProblem) -> Expression {
    try checked(part, .answer)
  }

  private func checked(
    _ part: Expression, _ expected: FormulaProblem.Content
  ) throws(FormulaProblem) -> Expression {
    guard part.content == expected else {
      throw .wrongContent(part.name ?? wholeText, is: part.content, expected: expected)
    }
    return part
  }
}

extension Expression {
  /// The word of a single figure.
  fileprivate var name: String? {
    if case .figure(let figure) = self { figure.word } else { nil }
  }
}
