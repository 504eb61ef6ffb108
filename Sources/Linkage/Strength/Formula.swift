/// A formula over the columns of a fund.
public struct Formula: Sendable, Equatable {
  /// The text as typed.
  public let text: String
  /// The figures that it names, each once, in its order.
  public let figures: [Figure]
  let root: Expression

  /// Whether it asks for yes or no, and not for a number.
  public var isQuestion: Bool { root.content == .answer }
}

/// What is wrong with a formula.
public enum FormulaProblem: Error, Sendable, Equatable {
  /// It ends where something was expected.
  case endsEarly
  /// A mark or word that cannot stand there, and its place in the text, from 1.
  case unexpected(String, at: Int)
  /// A bracket, or a bracketed name, that is never closed, from 1.
  case neverClosed(at: Int)
  /// A name that is none of the columns, and the nearest that are.
  case unknownName(String, near: [String])
  /// Something that cannot be used so: what it is, and what was expected there.
  case wrongContent(String, is: Content, expected: Content)
  /// A name of texts, with which nothing can be reckoned.
  case holdsText(String)
  /// Brackets within brackets beyond all measure.
  case tooDeep

  /// What a part of a formula is.
  public enum Content: Sendable, Equatable {
    case number
    case answer
    case list
    case date
  }
}

indirect enum Expression: Sendable, Equatable {
  case number(Double)
  case figure(Figure)
  case count(Figure)
  case years(Figure)
  case isKnown(Figure)
  case negated(Expression)
  case arithmetic(Arithmetic, Expression, Expression)
  /// The first; where nothing is filled in for it, the second.
  case fallback(Expression, Expression)
  case comparison(Comparison, Expression, Expression)
  case not(Expression)
  case both(Expression, Expression)
  case either(Expression, Expression)

  enum Arithmetic: Sendable, Equatable { case plus, minus, times, over }

  var content: FormulaProblem.Content {
    switch self {
    case .number, .count, .years, .negated, .arithmetic, .fallback: .number
    case .comparison, .not, .both, .either, .isKnown: .answer
    case .figure(let figure):
      switch figure.content {
      case .answer: .answer
      case .list: .list
      case .date: .date
      case .number, nil: .number
      }
    }
  }

  /// The figures that it names, each once, in its order.
  var figures: [Figure] {
    var seen: Set<Figure> = []
    return allFigures.filter { seen.insert($0).inserted }
  }

  private var allFigures: [Figure] {
    switch self {
    case .number: []
    case .figure(let figure), .count(let figure), .years(let figure), .isKnown(let figure):
      [figure]
    case .negated(let inner), .not(let inner): inner.allFigures
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .both(let left, let right), .either(let left, let right), .fallback(let left, let right):
      left.allFigures + right.allFigures
    }
  }
}

/// How two numbers stand to one another.
public enum Comparison: String, Sendable, CaseIterable {
  case atLeast = "≥"
  case atMost = "≤"
  case above = ">"
  case below = "<"
  case equal = "="
  case unequal = "≠"

  /// Whether it holds; numbers that differ by less than reckoning does are equal.
  public func holds(_ left: Double, _ right: Double) -> Bool {
    let isEqual = abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
    return switch self {
    case .atLeast: left > right || isEqual
    case .atMost: left < right || isEqual
    case .above: left > right && !isEqual
    case .below: left < right && !isEqual
    case .equal: isEqual
    case .unequal: !isEqual
    }
  }
}
