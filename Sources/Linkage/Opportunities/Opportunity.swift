public import Graphs
public import Plans

/// A link that does not exist and could.
public struct Opportunity: Sendable, Equatable {
  /// The place in the list of its approach, from 1.
  public let rank: Int
  /// The name of the approach.
  public let approach: String
  /// The node that the link would leave.
  public let from: NodeID
  /// The node that it would reach.
  public let to: NodeID
  /// How much speaks for it; comparable within an approach.
  public let score: Double
  /// How many paths there are, by metapath; those without any are left out.
  public let counts: [String: Int]
  /// What it would change.
  public let effect: Effect
  /// What speaks against it, or is not known and should be.
  public let cautions: [Caution]
  /// What a meeting said of it before; nil where none has.
  public let history: History?
  /// What it takes after, where it comes from another plan.
  public let pattern: Pattern?
  /// What is to be learned, where funds are to sit together.
  public let lesson: Lesson?

  /// The two nodes that the link itself would tie: for a pattern the fund and the work here.
  public var ends: (from: NodeID, to: NodeID) {
    pattern?.link ?? (from, to)
  }
}

/// What a meeting said of a pair that is proposed all the same.
public struct History: Sendable, Equatable {
  /// Whether it was put to a meeting that has not decided or has put it off, or was rejected.
  public enum Outcome: Sendable, Equatable {
    /// A meeting has it before it.
    case pending
    /// A meeting had it before it and put it off.
    case postponed
    /// A meeting rejected it; since then more speaks for it: the metapaths that have grown.
    case rejected(grown: [String])
  }

  /// What was said.
  public let outcome: Outcome
  /// When, where the row says so.
  public let date: PlanDate?
  /// Why, as typed.
  public let reason: String?
}
