/// A file of rules that cannot be used: where, and what was expected.
public struct RuleError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The text is no YAML; the parser's own words.
    case notYAML(String)
    /// A key is missing.
    case missing(key: String)
    /// A key that is not known there, and those that are.
    case unknownKey(String, known: [String])
    /// A word that is none of some.
    case unknownWord(String, known: [String])
    /// Not a number, or outside of its bounds.
    case notANumber(String, from: Double, to: Double)
    /// Not a year or date.
    case notADate(String)
    /// The same id or heading stands twice.
    case twice(String)
    /// The formula cannot be read.
    case formula(String, FormulaProblem)
    /// The formula asks for yes or no, which is compared with a number; or it comes to a number, and
    /// nothing is said of what that must be.
    case wrongCondition(String, isQuestion: Bool)
    /// There is no rule in it.
    case empty
  }

  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int?
  /// The rule or column that it is about.
  public let subject: String?
  /// What is wrong.
  public let problem: Problem
}
